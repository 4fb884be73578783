use super::diagnostic::Problem;
use super::json::{Log, Node};
use super::limits;
use crate::model::{NamedPeriod, Period};

/// The periods of an indicator in the order of the file, and in order of time.
pub(super) struct Periods {
    /// For each element of the file's list, its position in `sorted`.
    pub(super) order: Vec<usize>,
    pub(super) sorted: Vec<NamedPeriod>,
}

impl Periods {
    pub(super) fn position(&self, period: Period) -> Option<usize> {
        self.sorted.binary_search_by(|named| named.period.cmp(&period)).ok()
    }
}

/// A list whose elements are periods, or `{ "id": "2020-10-01/P3M", "label": "Autumn term" }`.
///
/// One bad period spoils the list: the values that stand in its order could not be told apart any more.
pub(super) fn read(node: Node<'_, '_>, log: &mut Log<'_>) -> Option<Periods> {
    let elements = node.list(log)?;
    if elements.len() > limits::PERIODS {
        log.push(node, Problem::TooMany { limit: limits::PERIODS });
        return None;
    }
    let mut listed = Vec::with_capacity(elements.len());
    for (position, raw) in elements.iter().enumerate() {
        listed.push(one(node.element(position, raw), log)?);
    }
    let mut sorted = listed.clone();
    sorted.sort_by_key(|named| named.period);
    for pair in sorted.windows(2) {
        if let [earlier, later] = pair
            && earlier.period == later.period
        {
            log.push(node, Problem::RepeatedId { what: "period", id: later.period.to_string() });
            return None;
        }
    }
    let order = listed
        .iter()
        .filter_map(|named| sorted.binary_search_by(|other| other.period.cmp(&named.period)).ok())
        .collect();
    Some(Periods { order, sorted })
}

fn one(node: Node<'_, '_>, log: &mut Log<'_>) -> Option<NamedPeriod> {
    if !node.is_object() {
        return Some(NamedPeriod { period: parse(node, log)?, label: None });
    }
    let mut fields = node.object(log)?;
    let period = parse(fields.need("id", log)?, log)?;
    let label = fields.text("label", log);
    fields.finish(log);
    Some(NamedPeriod { period, label })
}

fn parse(node: Node<'_, '_>, log: &mut Log<'_>) -> Option<Period> {
    let text = node.text(log)?;
    let period = Period::parse(&text);
    if period.is_none() {
        log.push(node, Problem::BadPeriod { found: text });
    }
    period
}
