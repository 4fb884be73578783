use super::diagnostic::Problem;
use super::json::{Fields, Log, Node};
use super::publication::Directory;
use super::{limits, period, series, unit};
use crate::model::{Category, Dimension, Indicator, Measure, MeasureRole, Polarity, Source, Topic, TopicIx};
use std::collections::HashSet;

/// Reads one indicator on its own. The error is its name or id, as far as that could be read; what is wrong with it
/// is in the log.
pub(super) fn read(
    node: Node<'_, '_>,
    directory: &Directory,
    topics: &mut Vec<Topic>,
    log: &mut Log<'_>,
) -> Result<Indicator, Option<String>> {
    let Some(mut fields) = node.object(log) else { return Err(None) };
    let id = fields.need_text("id", log);
    let name = fields.need_text("name", log);
    let known_as = name.clone().or_else(|| id.clone());
    let (Some(id), Some(name)) = (id, name) else { return Err(known_as) };
    body(&mut fields, id, name, directory, topics, log).inspect(|_| fields.finish(log)).ok_or(known_as)
}

fn body(
    fields: &mut Fields<'_, '_>,
    id: String,
    name: String,
    directory: &Directory,
    topics: &mut Vec<Topic>,
    log: &mut Log<'_>,
) -> Option<Indicator> {
    let polarity = match fields.take("polarity") {
        None => Polarity::Neither,
        // Without a direction that can be read, differences are stated and not judged.
        Some(node) => polarity(node, log).unwrap_or(Polarity::Neither),
    };
    let definition = fields.text("definition", log);
    let source = fields.take("source").and_then(|node| source(node, log));
    let notes = fields.texts("notes", log);
    let periods = period::read(fields.need("periods", log)?, log)?;
    let measures = measures(fields, &name, log)?;
    let dimensions = match fields.take("dimensions") {
        None => Vec::new(),
        Some(node) => dimensions(node, log)?,
    };
    if let Some(node) = fields.take("data") {
        log.push(node, Problem::SeparateFile);
        return None;
    }
    let cube = {
        let node = fields.need("series", log)?;
        series::Shape::new(directory, &periods, &measures, &dimensions).read(node, log)?
    };
    // Last, so that a topic is not made for an indicator that is left out.
    let topic = topic(fields, directory, topics, log);
    Some(Indicator {
        id,
        name,
        topic,
        polarity,
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
fn topic(fields: &mut Fields<'_, '_>, directory: &Directory, topics: &mut Vec<Topic>, log: &mut Log<'_>) -> TopicIx {
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

fn polarity(node: Node<'_, '_>, log: &mut Log<'_>) -> Option<Polarity> {
    let found = node.text(log)?;
    Some(match found.as_str() {
        "higher" => Polarity::Higher,
        "lower" => Polarity::Lower,
        "none" => Polarity::Neither,
        _ => {
            log.push(node, Problem::UnknownWord { found, allowed: "\"higher\", \"lower\", \"none\"" });
            return None;
        }
    })
}

fn source(node: Node<'_, '_>, log: &mut Log<'_>) -> Option<Source> {
    let mut fields = node.object(log)?;
    let name = fields.need_text("name", log)?;
    let url = fields.address("url", log);
    let at = fields.text("at", log);
    fields.finish(log);
    Some(Source { name, url, at })
}

/// The measures, or one that stands for the indicator itself. A measure without a unit has the indicator's.
fn measures(fields: &mut Fields<'_, '_>, name: &str, log: &mut Log<'_>) -> Option<Vec<Measure>> {
    let shared = match fields.take("unit") {
        None => None,
        Some(node) => Some(unit::read(node, log)?),
    };
    let parent = fields.node;
    let Some(node) = fields.take("measures") else {
        let Some(unit) = shared else {
            log.push(parent, Problem::MissingField { field: "unit" });
            return None;
        };
        return Some(vec![Measure { id: String::new(), name: name.to_owned(), role: MeasureRole::Value, unit }]);
    };
    let elements = node.list(log)?;
    if elements.len() > limits::MEASURES {
        log.push(node, Problem::TooMany { limit: limits::MEASURES });
        return None;
    }
    let mut measures: Vec<Measure> = Vec::new();
    for (position, raw) in elements.into_iter().enumerate() {
        let mut fields = node.element(position, raw).object(log)?;
        let id = fields.need_text("id", log)?;
        let name = fields.need_text("name", log)?;
        let role = match fields.take("role") {
            None => MeasureRole::Value,
            Some(node) => role(node, log).unwrap_or(MeasureRole::Value),
        };
        let unit = match (fields.take("unit"), &shared) {
            (Some(node), _) => unit::read(node, log)?,
            (None, Some(shared)) => shared.clone(),
            (None, None) => {
                log.push(fields.node, Problem::MissingField { field: "unit" });
                return None;
            }
        };
        if measures.iter().any(|measure| measure.id == id) {
            log.push(fields.node, Problem::RepeatedId { what: "measure", id });
            return None;
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
    const ALLOWED: &str =
        "\"value\", \"numerator\", \"denominator\", \"budget\", \"outturn\", \"variance\", \"percent\"";
    let found = node.text(log)?;
    Some(match found.as_str() {
        "value" => MeasureRole::Value,
        "numerator" => MeasureRole::Numerator,
        "denominator" => MeasureRole::Denominator,
        "budget" => MeasureRole::Budget,
        "outturn" => MeasureRole::Outturn,
        "variance" => MeasureRole::Variance,
        "percent" => MeasureRole::Percent,
        _ => {
            log.push(node, Problem::UnknownWord { found, allowed: ALLOWED });
            return None;
        }
    })
}

fn dimensions(node: Node<'_, '_>, log: &mut Log<'_>) -> Option<Vec<Dimension>> {
    let elements = node.list(log)?;
    if elements.len() > limits::DIMENSIONS {
        log.push(node, Problem::TooMany { limit: limits::DIMENSIONS });
        return None;
    }
    let mut dimensions: Vec<Dimension> = Vec::new();
    for (position, raw) in elements.into_iter().enumerate() {
        let mut fields = node.element(position, raw).object(log)?;
        let id = fields.need_text("id", log)?;
        let name = fields.need_text("name", log)?;
        let categories = categories(fields.need("categories", log)?, log)?;
        if dimensions.iter().any(|dimension| dimension.id == id) {
            log.push(fields.node, Problem::RepeatedId { what: "dimension", id });
            return None;
        }
        fields.finish(log);
        dimensions.push(Dimension { id, name, categories });
    }
    let cells = dimensions
        .iter()
        .try_fold(1_u32, |cells, dimension| cells.checked_mul(u32::try_from(dimension.categories.len()).ok()?));
    if cells.is_none() {
        log.push(node, Problem::TooMany { limit: limits::ELEMENTS });
        return None;
    }
    Some(dimensions)
}

fn categories(node: Node<'_, '_>, log: &mut Log<'_>) -> Option<Vec<Category>> {
    let elements = node.list(log)?;
    if elements.is_empty() {
        return node.wrong_kind("a list with at least one category", log);
    }
    if elements.len() > limits::CATEGORIES {
        log.push(node, Problem::TooMany { limit: limits::CATEGORIES });
        return None;
    }
    let mut seen = HashSet::new();
    let mut categories = Vec::with_capacity(elements.len());
    for (position, raw) in elements.into_iter().enumerate() {
        let mut fields = node.element(position, raw).object(log)?;
        let id = fields.need_text("id", log)?;
        let name = fields.need_text("name", log)?;
        let total = match fields.take("total") {
            None => false,
            Some(node) => node.truth(log)?,
        };
        if !seen.insert(id.clone()) {
            log.push(fields.node, Problem::RepeatedId { what: "category", id });
            return None;
        }
        fields.finish(log);
        categories.push(Category { id, name, total });
    }
    Some(categories)
}
