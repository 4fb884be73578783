//! Words beside the figures: a definition, a source, which direction is better, names and labels that tell one from another.
//! Without them nobody can use or check a figure. What is judged by number and not by rate is judged by size.

use super::Place;
use super::kind::Kind;
use super::log::Log;
use crate::model::{MeasureRole, Polarity, UnitKind};
use crate::words::period;

pub(super) fn check(log: &mut Log<'_>) {
    let dataset = log.dataset;
    if dataset.indicators.len() > 1
        && dataset.indicators.iter().all(|indicator| indicator.polarity == Polarity::Neither)
    {
        log.push(Place::default(), Kind::NoPolarity);
    }
    for (position, (ix, indicator)) in dataset.indexed_indicators().enumerate() {
        let place = Place::indicator(ix);
        if indicator.definition.is_none() {
            log.push(place, Kind::NoDefinition);
        }
        if indicator.source.is_none() {
            log.push(place, Kind::NoSource);
        }
        let same =
            dataset.indicators.iter().take(position).find(|other| folded(&other.name) == folded(&indicator.name));
        if let Some(other) = same {
            let topic =
                dataset.topics.get(usize::from(other.topic.0)).map(|topic| topic.name.clone()).unwrap_or_default();
            log.push(place, Kind::SameName { topic });
        }
        for (at, named) in indicator.periods.iter().enumerate() {
            let label = period::named(named);
            let mut before = indicator.periods.iter().take(at);
            if let Some(other) = before.find(|other| folded(&period::named(other)) == folded(&label)) {
                let place = Place { period: Some(named.period), ..place };
                log.push(place, Kind::SameLabel { label, other: other.period.to_string() });
            }
        }
        let is_size = indicator.measures.iter().any(|measure| {
            let is_judged = matches!(measure.role, MeasureRole::Value | MeasureRole::Outturn);
            is_judged && matches!(measure.unit.kind, UnitKind::Count | UnitKind::Gbp { .. })
        });
        let is_compared = dataset.comparators().any(|(area, _)| indicator.cube.has_area(area));
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
