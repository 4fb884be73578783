//! What the parts of a table are in the words of facts.

use super::node::{Log, Members, Node, text};
use super::period::{Time, times};
use super::problem::Problem;
use super::role::Roles;
use super::table::Table;
use super::unit;
use crate::facts::FactMeasure;
use kpi_core::ingest::limits;
use kpi_core::model::{Decimal, Missing, Period, Value};
use std::collections::HashSet;

/// What is said of all figures.
pub(super) fn notes(fields: &Members<'_>) -> Vec<String> {
    let mut notes = fields.get("note").map(|note| note.texts()).unwrap_or_default();
    notes.extend(fields.text("updated").map(|updated| format!("Updated: {updated}.")));
    notes
}

/// Dimensions of a single category are no breakdown, but they say what the figures are about.
pub(super) fn constants(table: &Table<'_>, roles: Roles) -> impl Iterator<Item = String> {
    let taken = [roles.time, roles.geo, roles.metric];
    let free = (0..).zip(&table.dimensions).filter(move |(position, _)| !taken.contains(&Some(*position)));
    free.filter_map(|(_, dimension)| match dimension.categories.as_slice() {
        [only] if dimension.total().is_none() => Some(format!("{}: {}.", dimension.label, only.label)),
        _ => None,
    })
}

pub(super) fn measures<'t>(table: &Table<'t>, roles: Roles, log: &mut Log<'t>) -> Option<Vec<FactMeasure>> {
    let Some(metric) = roles.metric.and_then(|metric| table.dimensions.get(metric)) else {
        let name = table.fields.text("label").unwrap_or_default();
        return Some(vec![FactMeasure { id: String::new(), unit: unit::read(None, &name), name }]);
    };
    if metric.categories.len() > limits::MEASURES {
        return log.wrong(&metric.node, Problem::TooMany { what: "measures", limit: limits::MEASURES });
    }
    let measure = |category: &super::dimension::Category<'_>| FactMeasure {
        id: category.id.clone(),
        name: category.label.clone(),
        unit: unit::read(category.unit.as_ref(), &category.label),
    };
    Some(metric.categories.iter().map(measure).collect())
}

/// The period of each category of the time dimension; none for those that are left out, with a message each.
pub(super) fn periods<'t>(table: &Table<'t>, roles: Roles, log: &mut Log<'t>) -> Vec<Option<Period>> {
    let Some(time) = roles.time.and_then(|time| table.dimensions.get(time)) else {
        return vec![Some(Period::Undated)];
    };
    let categories: Vec<(&str, &str)> =
        time.categories.iter().map(|category| (category.id.as_str(), category.label.as_str())).collect();
    let mut met = HashSet::new();
    let mut periods = Vec::new();
    for (found, (id, _)) in times(&categories, &time.label).into_iter().zip(&categories) {
        let id = || id.chars().take(80).collect();
        let problem = match found {
            Time::Known(period) if met.insert(period) => {
                periods.push(Some(period));
                continue;
            }
            Time::Known(_) => Problem::RepeatedPeriod(id()),
            Time::Unclear => Problem::UnclearYear(id()),
            Time::Unknown => Problem::BadPeriod(id()),
        };
        log.push(&time.node, problem);
        periods.push(None);
    }
    periods
}

/// A number, or a symbol that some write in its place; `None` for `null`.
pub(super) fn value<'t>(table: &Table<'t>, raw: &'t str, rounded: &mut usize, log: &mut Log<'t>) -> Option<Value> {
    if raw == "null" {
        return None;
    }
    if let Some(parsed) = Decimal::parse(raw) {
        *rounded += usize::from(parsed.rounded);
        return Some(Value::Number(parsed.number));
    }
    let symbol = text(raw).map(|text| text.trim_matches(['[', ']', ' ']).to_owned());
    let known = symbol.as_deref().and_then(|symbol| match symbol {
        ".." | ":" => Some(Missing::NotAvailable),
        "." => Some(Missing::NotApplicable),
        _ => Missing::from_symbol(symbol),
    });
    if known.is_none() {
        let path = table.fields.path_of("value");
        log.push(&Node { raw, path }, Problem::BadValue(raw.chars().take(60).collect()));
    }
    Some(Value::Missing(known.unwrap_or(Missing::Unreadable)))
}
