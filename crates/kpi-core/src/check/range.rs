//! What a unit cannot be: a share below 0 or above 100 per cent, a number of people or a rate below zero; and targets alike.
//!
//! A change, a variance or a balance can, and so can what is used of a capacity or a budget: nothing is said where the name
//! says so, or where a fifth of the figures lies outside, which is then no slip but the indicator's nature.

use super::kind::Kind;
use super::log::{Log, Series, of};
use crate::model::{Decimal, Indicator, Measure, MeasureRole, Target, UnitKind};
use std::cmp::Ordering;

/// Words of indicators that may lie outside.
const MAY: [&str; 26] = [
    "change",
    "variance",
    "variation",
    "differen",
    "increase",
    "decrease",
    "reduc",
    "growth",
    "rise",
    "fall",
    "gap",
    "net ",
    "balance",
    "saving",
    "surplus",
    "deficit",
    "utilis",
    "occupan",
    "capacity",
    "of budget",
    "of target",
    "of plan",
    "compared",
    "relative to",
    "index",
    "progress",
];

pub(super) fn check(log: &mut Log<'_>) {
    for (ix, indicator) in log.dataset.indexed_indicators() {
        for (at, measure) in indicator.measures.iter().enumerate() {
            if may_be_outside(indicator, measure) {
                continue;
            }
            let (mut numbers, mut outside) = (0, Vec::new());
            for series in of(ix, indicator).filter(|series| usize::from(series.key.measure.0) == at) {
                for (position, number) in series.numbers() {
                    numbers += 1;
                    outside.extend(
                        is_outside(measure, number).map(|kind| (series.place_at(position), kind(&series, number))),
                    );
                }
            }
            if outside.len() == 1 || outside.len() * 5 < numbers {
                outside.retain(|(place, _)| !log.has(*place));
                outside.into_iter().for_each(|(place, kind)| log.push(place, kind));
            }
            targets(log, ix, at, measure);
        }
    }
}

type Say = fn(&Series<'_>, Decimal) -> Kind;

fn is_outside(measure: &Measure, number: Decimal) -> Option<Say> {
    let is_below = number.sign() == Ordering::Less;
    match measure.unit.kind {
        UnitKind::Percent if is_below || number > Decimal::new(100, 0) => {
            Some(|series, number| Kind::NoPercentage { value: series.shown(number) })
        }
        UnitKind::Count | UnitKind::Rate { .. } if is_below => {
            Some(|series, number| Kind::Negative { value: series.shown(number) })
        }
        _ => None,
    }
}

fn may_be_outside(indicator: &Indicator, measure: &Measure) -> bool {
    let is_change = matches!(measure.role, MeasureRole::Variance | MeasureRole::Percent);
    let names = [&indicator.name, &measure.name].map(|name| name.to_lowercase());
    is_change || MAY.iter().any(|word| names.iter().any(|name| name.contains(word)))
}

fn targets(log: &mut Log<'_>, ix: crate::model::IndicatorIx, at: usize, measure: &Measure) {
    let Some(indicator) = log.dataset.indicator(ix) else { return };
    let Some(target) = &measure.target else { return };
    let all: Vec<Decimal> = match target {
        Target::Always(target) => vec![*target],
        Target::ByPeriod(targets) => targets.iter().map(|(_, target)| *target).collect(),
    };
    let place =
        super::Place { measure: u16::try_from(at).ok().map(crate::model::MeasureIx), ..super::Place::indicator(ix) };
    let focus = log.dataset.focus();
    let figures =
        of(ix, indicator).filter(|series| usize::from(series.key.measure.0) == at && series.key.area == focus);
    let figures: Vec<Decimal> = figures.flat_map(|series| series.numbers()).map(|(_, number)| number).collect();
    for target in all {
        let shown = |number| crate::words::number::long(crate::words::Lang::En, number, &measure.unit);
        if is_outside(measure, target).is_some() {
            log.push(place, Kind::TargetOutside { target: shown(target) });
        }
        // Whoever writes 0.95 among figures in per cent means 95, unless the figures are as small.
        let is_fraction = target.sign() == Ordering::Greater && target <= Decimal::new(1, 0);
        let least = figures.iter().min().filter(|least| **least >= Decimal::new(10, 0));
        if let Some(least) = least.filter(|_| is_fraction && measure.unit.kind == UnitKind::Percent) {
            log.push(place, Kind::TargetFraction { target: shown(target), value: shown(*least) });
        }
    }
}
