//! The same figures twice: of one area under two indicators, or of two areas under one. A row copied twice is a common fault
//! of spreadsheets. To be no coincidence, the series need three numbers, not all of them equal, and together eight digits
//! (twelve between areas, of which there are many more pairs): four percentages within ten points of each other agree by
//! chance once in ten thousand pairs.

use super::kind::Kind;
use super::log::{Log, Series};
use crate::model::{Decimal, MeasureRole, Period, SeriesKey, UnitKind};
use std::collections::BTreeMap;

/// Numbers of equal value are equal, whatever their decimals.
type Numbers = Vec<(Period, Decimal)>;

pub(super) fn check(log: &mut Log<'_>) {
    let all = log.series();
    // By area, so that "the same" is always of one area and of two indicators.
    let mut by_area: BTreeMap<_, Vec<(Numbers, Series<'_>)>> = BTreeMap::new();
    let mut by_row: BTreeMap<_, Vec<(Numbers, Series<'_>)>> = BTreeMap::new();
    for series in all {
        let SeriesKey { area, measure, cell } = series.key;
        let numbers: Numbers = series
            .numbers()
            .into_iter()
            .filter_map(|(at, number)| Some((series.indicator.periods.get(at)?.period, number)))
            .collect();
        let digits: usize = numbers.iter().map(|(_, number)| number.mantissa().unsigned_abs().to_string().len()).sum();
        let differ = numbers.windows(2).any(|pair| matches!(pair, [(_, one), (_, other)] if one != other));
        if numbers.len() < 3 || !differ || digits < 8 {
            continue;
        }
        // Two rates may well be of the same children.
        let is_part = matches!(series.measure.role, MeasureRole::Numerator | MeasureRole::Denominator);
        if cell == series.indicator.total_cell() && !is_part {
            by_area.entry(area).or_default().push((numbers.clone(), series));
        }
        if digits >= 12 {
            by_row.entry((series.ix, measure, cell)).or_default().push((numbers, series));
        }
    }
    for series in by_area.into_values() {
        for (first, again) in pairs(series) {
            let is_one_unit = unit(&first) == unit(&again);
            if first.ix != again.ix && is_one_unit {
                log.push(again.place(), Kind::SameAsIndicator { other: first.indicator.name.clone() });
            }
        }
    }
    for series in by_row.into_values() {
        for (first, again) in pairs(series) {
            let other = log.dataset.area(first.key.area).map(|area| area.name.clone()).unwrap_or_default();
            log.push(again.place(), Kind::SameAsArea { other });
        }
    }
}

fn unit<'d>(series: &Series<'d>) -> &'d UnitKind {
    &series.measure.unit.kind
}

/// Each series with the first one that has its numbers.
fn pairs(mut all: Vec<(Numbers, Series<'_>)>) -> Vec<(Series<'_>, Series<'_>)> {
    // Stable, so that the first of equal ones is the first of the publication.
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    let mut pairs = Vec::new();
    for equal in all.chunk_by(|(one, _), (other, _)| one == other) {
        if let [(_, first), others @ ..] = equal {
            pairs.extend(others.iter().map(|(_, again)| (*first, *again)));
        }
    }
    pairs
}
