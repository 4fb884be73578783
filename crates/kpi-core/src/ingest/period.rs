use super::json::Node;
use super::limits;
use super::log::Log;
use super::problem::Problem;
use crate::model::{NamedPeriod, Period};
use crate::sorted::sorted;

/// The periods of an indicator in the order of the file, and in order of time.
#[derive(Clone, Copy)]
pub(super) struct Periods<'a> {
    /// For each element of the file's list, its position in `sorted`.
    pub(super) order: &'a [usize],
    pub(super) sorted: &'a [NamedPeriod],
}

impl Periods<'_> {
    pub(super) fn position(&self, period: Period) -> Option<usize> {
        self.sorted.binary_search_by(|named| named.period.cmp(&period)).ok()
    }

    /// The members of an object by the position of the period that they are named by; of several the last one.
    pub(super) fn each(
        &self,
        node: Node<'_>,
        log: &mut Log<'_>,
        each: &mut dyn FnMut(usize, Node<'_>, &mut Log<'_>),
    ) -> Option<()> {
        let mut met = vec![false; self.sorted.len()];
        for (name, member) in node.object(log)?.each() {
            let Some(period) = Period::parse(name) else {
                log.push(member, Problem::BadPeriod { found: name.to_owned() });
                continue;
            };
            match self.position(period).and_then(|position| Some((position, met.get_mut(position)?))) {
                None => log.push(member, Problem::UnknownId { what: "period", id: name.to_owned() }),
                // "2020-04-01/P1Y" and "2020-04-01/P12M" are two names of one period.
                Some((_, true)) => log.push(member, Problem::RepeatedField { field: name.to_owned() }),
                Some((position, met)) => {
                    *met = true;
                    each(position, member, log);
                }
            }
        }
        Some(())
    }
}

/// A list whose elements are periods, or `{ "id": "2020-10-01/P3M", "label": "Autumn term" }`.
///
/// One bad period spoils the list: the values that stand in its order could not be told apart any more. Gives the position
/// of each in order of time, and all in order of time.
pub(super) fn read(node: Node<'_>, log: &mut Log<'_>) -> Option<(Vec<usize>, Vec<NamedPeriod>)> {
    let mut listed = Vec::new();
    for element in node.list(limits::PERIODS, log)? {
        listed.push(one(element, log)?);
    }
    if listed.is_empty() {
        return node.wrong_kind("a list with at least one period", log);
    }
    let sorted = sorted(listed.clone(), &|one, other| one.period < other.period);
    for (earlier, later) in sorted.iter().zip(sorted.iter().skip(1)) {
        if earlier.period == later.period {
            return node.wrong(Problem::RepeatedId { what: "period", id: later.period.to_string() }, log);
        }
    }
    let mut order = Vec::new();
    for named in listed {
        order.push(Periods { order: &[], sorted: &sorted }.position(named.period)?);
    }
    Some((order, sorted))
}

fn one(node: Node<'_>, log: &mut Log<'_>) -> Option<NamedPeriod> {
    if !node.is_object() {
        return Some(NamedPeriod { period: parse(node, log)?, label: None });
    }
    let fields = node.object(log)?;
    let period = parse(fields.need("id", log)?, log)?;
    let label = fields.text("label", log);
    fields.finish(log);
    Some(NamedPeriod { period, label })
}

fn parse(node: Node<'_>, log: &mut Log<'_>) -> Option<Period> {
    let text = node.text(log)?;
    let period = Period::parse(&text);
    if period.is_none() {
        log.push(node, Problem::BadPeriod { found: text });
    }
    period
}
