//! Words beside the figures: a definition, a source, which direction is better, names and labels that tell one from another.
//! Without them nobody can use or check a figure. A number that grows with the area is not compared, whatever its direction.

use super::Place;
use super::kind::Kind;
use super::log::Log;
use crate::model::{MeasureRole, Polarity};
use crate::words::{Lang, period};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

pub(super) fn check(log: &mut Log<'_>) {
    let dataset = log.dataset;
    if let (Some(published), Some(modified)) = (dataset.published, dataset.modified)
        && modified < published
    {
        let date = |date| period::date(Lang::En, date);
        log.push(Place::default(), Kind::ModifiedBefore { modified: date(modified), published: date(published) });
    }
    if dataset.indicators.len() > 1
        && dataset.indicators.iter().all(|indicator| indicator.polarity == Polarity::Neither)
    {
        log.push(Place::default(), Kind::NoPolarity);
    }
    let mut names = BTreeMap::new();
    for (ix, indicator) in dataset.indexed_indicators() {
        let place = Place::indicator(ix);
        if indicator.definition.is_none() {
            log.push(place, Kind::NoDefinition);
        }
        if indicator.source.is_none() {
            log.push(place, Kind::NoSource);
        }
        match names.entry(folded(&indicator.name)) {
            Entry::Vacant(entry) => _ = entry.insert(indicator.topic),
            Entry::Occupied(other) => {
                let topic = dataset.topics.get(usize::from(other.get().0)).map(|topic| topic.name.clone());
                log.push(place, Kind::SameName { topic: topic.unwrap_or_default() });
            }
        }
        let mut labels = BTreeMap::new();
        for named in &indicator.periods {
            let label = period::named(Lang::En, named);
            match labels.entry(folded(&label)) {
                Entry::Vacant(entry) => _ = entry.insert(named.period),
                Entry::Occupied(other) => {
                    let place = Place { period: Some(named.period), ..place };
                    log.push(place, Kind::SameLabel { label, other: other.get().to_string() });
                }
            }
        }
        let is_size = indicator.measures.iter().any(|measure| {
            let is_judged = matches!(measure.role, MeasureRole::Value | MeasureRole::Outturn);
            is_judged && measure.unit.is_total()
        });
        let is_compared = dataset.comparators().any(|(area, _)| indicator.has_area(area));
        if indicator.polarity != Polarity::Neither && is_size && is_compared {
            log.push(place, Kind::SizeJudged);
        }
        let kinds =
            indicator.measures.windows(2).any(|pair| matches!(pair, [one, other] if one.unit.kind != other.unit.kind));
        if indicator.tolerance.is_some() && kinds {
            log.push(place, Kind::ToleranceOfUnits);
        }
    }
}

/// Without regard to capitals and spaces.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
