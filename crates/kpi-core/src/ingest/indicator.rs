use super::diagnostic::Problem;
use super::json::{Fields, Node};
use super::log::Log;
use super::publication::{Directory, Ids};
use super::{limits, period, series, unit};
use crate::model::{Category, Dimension, Indicator, Measure, MeasureRole, Polarity, Source, Topic, TopicIx};

/// Reads one indicator on its own; what is wrong with it is in the log.
pub(super) fn read(
    node: Node<'_, '_>,
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
    let periods = period::read(fields.need("periods", log)?, log)?;
    let measures = measures(&fields, &name, log)?;
    let (dimensions, categories) = match fields.take("dimensions") {
        None => (Vec::new(), Vec::new()),
        Some(node) => dimensions(node, log)?,
    };
    if let Some(node) = fields.take("data") {
        return node.wrong(Problem::SeparateFile, log);
    }
    let shape =
        series::Shape { directory, periods: &periods, measures: &measures, dimensions: &dimensions, categories };
    let cube = shape.read(fields.need("series", log)?, log)?;
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
        periods: periods.sorted,
        measures,
        dimensions,
        cube,
    })
}

/// The indicator's topic. An indicator without one, or with an unknown one, is listed under "Other indicators".
fn topic(fields: &Fields<'_, '_>, directory: &Directory, topics: &mut Vec<Topic>, log: &mut Log<'_>) -> TopicIx {
    if let Some(node) = fields.take("topic")
        && let Some(id) = node.text(log)
    {
        if let Some(position) = directory.topics.get(&id) {
            return TopicIx(*position);
        }
        log.push(node, Problem::UnknownId { what: "topic", id });
    }
    let position = topics.iter().position(|topic| topic.id.is_empty()).unwrap_or_else(|| {
        topics.push(Topic { id: String::new(), name: "Other indicators".to_owned() });
        topics.len() - 1
    });
    TopicIx(u16::try_from(position).unwrap_or(u16::MAX))
}

fn source(node: Node<'_, '_>, log: &mut Log<'_>) -> Option<Source> {
    let fields = node.object(log)?;
    let name = fields.need_text("name", log)?;
    let url = fields.address("url", log);
    let at = fields.text("at", log);
    fields.finish(log);
    Some(Source { name, url, at })
}

/// The measures, or one that stands for the indicator itself. A measure without a unit has the indicator's.
fn measures(fields: &Fields<'_, '_>, name: &str, log: &mut Log<'_>) -> Option<Vec<Measure>> {
    let shared = match fields.take("unit") {
        None => None,
        Some(node) => Some(unit::read(node, log)?),
    };
    let Some(node) = fields.take("measures") else {
        let unit = shared.or_else(|| fields.node.wrong(Problem::MissingField { field: "unit" }, log))?;
        return Some(vec![Measure { id: String::new(), name: name.to_owned(), role: MeasureRole::Value, unit }]);
    };
    let mut measures: Vec<Measure> = Vec::new();
    for (position, raw) in node.list(limits::MEASURES, log)?.into_iter().enumerate() {
        let fields = node.element(position, raw).object(log)?;
        let (id, name) = fields.id_and_name(log)?;
        let role = fields.take("role").and_then(|node| role(node, log)).unwrap_or(MeasureRole::Value);
        let unit = match (fields.take("unit"), &shared) {
            (None, Some(shared)) => shared.clone(),
            _ => unit::read(fields.need("unit", log)?, log)?,
        };
        if measures.iter().any(|measure| measure.id == id) {
            return fields.node.wrong(Problem::RepeatedId { what: "measure", id }, log);
        }
        fields.finish(log);
        measures.push(Measure { id, name, role, unit });
    }
    if measures.is_empty() {
        return node.wrong_kind("a list with at least one measure", log);
    }
    Some(measures)
}

fn role(node: Node<'_, '_>, log: &mut Log<'_>) -> Option<MeasureRole> {
    use MeasureRole::{Budget, Denominator, Numerator, Outturn, Percent, Value, Variance};
    const WORDS: [&str; 7] = ["value", "numerator", "denominator", "budget", "outturn", "variance", "percent"];
    node.word(&WORDS, &[Value, Numerator, Denominator, Budget, Outturn, Variance, Percent], log)
}

/// The dimensions, and of each the positions of its categories.
fn dimensions(node: Node<'_, '_>, log: &mut Log<'_>) -> Option<(Vec<Dimension>, Vec<Ids>)> {
    let (mut dimensions, mut categories) = (Vec::<Dimension>::new(), Vec::new());
    let mut cells = 1_u32;
    for (position, raw) in node.list(limits::DIMENSIONS, log)?.into_iter().enumerate() {
        let fields = node.element(position, raw).object(log)?;
        let (id, name) = fields.id_and_name(log)?;
        let (parts, ids) = self::categories(fields.need("categories", log)?, log)?;
        if dimensions.iter().any(|dimension| dimension.id == id) {
            return fields.node.wrong(Problem::RepeatedId { what: "dimension", id }, log);
        }
        let Some(product) = cells.checked_mul(u32::try_from(parts.len()).ok()?) else {
            return node.too_many(limits::ELEMENTS, log);
        };
        cells = product;
        fields.finish(log);
        dimensions.push(Dimension { id, name, categories: parts });
        categories.push(ids);
    }
    Some((dimensions, categories))
}

fn categories(node: Node<'_, '_>, log: &mut Log<'_>) -> Option<(Vec<Category>, Ids)> {
    let (mut categories, mut ids) = (Vec::new(), Ids::new());
    for (position, raw) in (0..).zip(node.list(limits::CATEGORIES, log)?) {
        let fields = node.element(usize::from(position), raw).object(log)?;
        let (id, name) = fields.id_and_name(log)?;
        let total = match fields.take("total") {
            None => false,
            Some(node) => node.truth(log)?,
        };
        if ids.insert(id.clone(), position).is_some() {
            return fields.node.wrong(Problem::RepeatedId { what: "category", id }, log);
        }
        fields.finish(log);
        categories.push(Category { id, name, total });
    }
    if categories.is_empty() {
        return node.wrong_kind("a list with at least one category", log);
    }
    Some((categories, ids))
}
