use super::directory::Directory;
use super::json::{Fields, Node};
use super::log::Log;
use super::period::Periods;
use super::problem::Problem;
use super::{breakdown, data_file, limits, period, series, unit};
use crate::model::{Cube, Decimal, Indicator, Measure, MeasureRole, Polarity, Source, Target, Topic, TopicIx};

/// Reads one indicator on its own; what is wrong with it is in the log.
pub(super) fn read(
    node: Node<'_>,
    directory: &Directory,
    topics: &mut Vec<Topic>,
    log: &mut Log<'_>,
) -> Option<Indicator> {
    let fields = node.object(log)?;
    let (id, name) = fields.id_and_name(log)?;
    // Without a direction that can be read, differences are stated and not judged.
    let polarity = fields.take("polarity").and_then(|node| {
        let meanings = [Polarity::Higher, Polarity::Lower, Polarity::Neither];
        node.word(&["higher", "lower", "none"], &meanings, log)
    });
    let definition = fields.text("definition", log);
    let source = fields.take("source").and_then(|node| source(node, log));
    let notes = fields.texts("notes", log);
    let keywords = fields.texts("keywords", log);
    let (order, sorted) = period::read(fields.need("periods", log)?, log)?;
    let periods = Periods { order: &order, sorted: &sorted };
    let measures = measures(&fields, &name, periods, log)?;
    let tolerance = fields.take("tolerance").and_then(|node| tolerance(node, log));
    let (dimensions, categories) = match fields.take("dimensions") {
        None => (Vec::new(), Vec::new()),
        Some(node) => breakdown::read(node, log)?,
    };
    let data = data_file::named(&fields, &order, log);
    let shape = series::Shape { directory, periods, measures: &measures, dimensions: &dimensions, categories };
    let cube = match fields.take("series") {
        // All figures are in the file of their own.
        None if data.is_some() => Cube::default(),
        None => return fields.node.wrong(Problem::MissingField { field: "series" }, log),
        Some(node) => shape.read(node, log)?,
    };
    // Last, so that a topic is not made for an indicator that is left out.
    let topic = topic(&fields, directory, topics, log);
    fields.finish(log);
    Some(Indicator {
        id,
        name,
        topic,
        polarity: polarity.unwrap_or(Polarity::Neither),
        definition,
        source,
        notes,
        keywords,
        periods: sorted,
        measures,
        dimensions,
        tolerance,
        cube,
        data,
    })
}

/// The indicator's topic. An indicator without one, or with an unknown one, is listed under "Other indicators".
fn topic(fields: &Fields<'_>, directory: &Directory, topics: &mut Vec<Topic>, log: &mut Log<'_>) -> TopicIx {
    if let Some(node) = fields.take("topic")
        && let Some(id) = node.text(log)
    {
        if let Some(position) = directory.topics.get(&id) {
            return TopicIx(position);
        }
        log.push(node, Problem::UnknownId { what: "topic", id });
    }
    let position = topics.iter().position(|topic| topic.id.is_empty()).unwrap_or_else(|| {
        topics.push(Topic { id: String::new(), name: "Other indicators".to_owned() });
        topics.len() - 1
    });
    TopicIx(u16::try_from(position).unwrap_or(u16::MAX))
}

fn source(node: Node<'_>, log: &mut Log<'_>) -> Option<Source> {
    let fields = node.object(log)?;
    let name = fields.need_text("name", log)?;
    let url = fields.address("url", log);
    let at = fields.text("at", log);
    fields.finish(log);
    Some(Source { name, url, at })
}

/// The measures, or one that stands for the indicator itself. A measure without a unit has the indicator's.
fn measures(fields: &Fields<'_>, name: &str, periods: Periods<'_>, log: &mut Log<'_>) -> Option<Vec<Measure>> {
    let shared = match fields.take("unit") {
        None => None,
        Some(node) => Some(unit::read(node, log)?),
    };
    let Some(node) = fields.take("measures") else {
        let unit = shared.or_else(|| fields.node.wrong(Problem::MissingField { field: "unit" }, log))?;
        let target = fields.take("target").and_then(|node| target(node, periods, log));
        return Some(vec![Measure {
            id: String::new(),
            name: name.to_owned(),
            role: MeasureRole::Value,
            unit,
            target,
        }]);
    };
    let mut measures: Vec<Measure> = Vec::new();
    for element in node.list(limits::MEASURES, log)? {
        let fields = element.object(log)?;
        let (id, name) = fields.id_and_name(log)?;
        let role = fields.take("role").and_then(|node| role(node, log)).unwrap_or(MeasureRole::Value);
        let unit = match (fields.take("unit"), &shared) {
            (None, Some(shared)) => shared.clone(),
            _ => unit::read(fields.need("unit", log)?, log)?,
        };
        if measures.iter().any(|measure| measure.id == id) {
            return fields.node.wrong(Problem::RepeatedId { what: "measure", id }, log);
        }
        let target = fields.take("target").and_then(|node| target(node, periods, log));
        fields.finish(log);
        measures.push(Measure { id, name, role, unit, target });
    }
    if measures.is_empty() {
        return node.wrong_kind("a list with at least one measure", log);
    }
    Some(measures)
}

fn role(node: Node<'_>, log: &mut Log<'_>) -> Option<MeasureRole> {
    use MeasureRole::{Budget, Denominator, Numerator, Outturn, Percent, Value, Variance};
    const WORDS: [&str; 7] = ["value", "numerator", "denominator", "budget", "outturn", "variance", "percent"];
    node.word(&WORDS, &[Value, Numerator, Denominator, Budget, Outturn, Variance, Percent], log)
}

/// One number, or an object of numbers by period.
fn target(node: Node<'_>, periods: Periods<'_>, log: &mut Log<'_>) -> Option<Target> {
    if !node.is_object() {
        return number(node, log).map(Target::Always);
    }
    let mut targets = Vec::new();
    periods.each(node, log, &mut |position, member, log| {
        targets.extend(number(member, log).map(|target| (position, target)));
    })?;
    Some(Target::ByPeriod(targets))
}

fn tolerance(node: Node<'_>, log: &mut Log<'_>) -> Option<Decimal> {
    let tolerance = number(node, log)?;
    if tolerance.sign().is_lt() { node.wrong_kind("a number from 0", log) } else { Some(tolerance) }
}

fn number(node: Node<'_>, log: &mut Log<'_>) -> Option<Decimal> {
    Decimal::parse(node.raw)
        .map(|parsed| parsed.number)
        .or_else(|| node.wrong_kind("a number of at most 15 digits", log))
}
