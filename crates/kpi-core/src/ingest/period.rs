use super::diagnostic::Problem;
use super::json::Node;
use super::limits;
use super::log::Log;
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
    let mut listed = Vec::new();
    for (position, raw) in node.list(limits::PERIODS, log)?.into_iter().enumerate() {
        listed.push(one(node.element(position, raw), log)?);
    }
    let mut sorted = listed.clone();
    sorted.sort_by_key(|named| named.period);
    for (earlier, later) in sorted.iter().zip(sorted.iter().skip(1)) {
        if earlier.period == later.period {
            return node.wrong(Problem::RepeatedId { what: "period", id: later.period.to_string() }, log);
        }
    }
    let mut periods = Periods { order: Vec::new(), sorted };
    for named in listed {
        let position = periods.position(named.period)?;
        periods.order.push(position);
    }
    Some(periods)
}

fn one(node: Node<'_, '_>, log: &mut Log<'_>) -> Option<NamedPeriod> {
    if !node.is_object() {
        return Some(NamedPeriod { period: parse(node, log)?, label: None });
    }
    let fields = node.object(log)?;
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
