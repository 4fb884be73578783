//! Decimal slips: a figure about ten or a hundred times as large or as small as those around it, and a share written as a
//! fraction. The two figures next to it (before and behind it, or the two nearest at an end) have to agree within a half of
//! each other, and the figure has to come within a fifth of them once the point is moved. Ten times a number of one digit is no slip but
//! chance, so that figures of one digit are passed over, and so is what stands at a break in the series.

use super::kind::Kind;
use super::log::{Log, Series, of};
use crate::model::{Decimal, Mark, MeasureIx, MeasureRole, PeriodKind, UnitKind};
use crate::words::{Lang, number};
use std::collections::BTreeMap;

/// A percentage that is no rarity: the usual one among other areas is at least this.
const LEAST: f64 = 10.0;

const FACTORS: [(f64, &str); 4] = [
    (10.0, "ten times as large as"),
    (100.0, "a hundred times as large as"),
    (0.1, "a tenth of"),
    (0.01, "a hundredth of"),
];

pub(super) fn check(log: &mut Log<'_>) {
    fractions(log);
    for series in log.series() {
        for run in runs(&series) {
            for (at, (position, value)) in run.iter().enumerate() {
                let near = match (at.checked_sub(1).and_then(|before| run.get(before)), run.get(at + 1)) {
                    (Some(before), Some(behind)) => Some((before, behind)),
                    (Some(before), None) => at.checked_sub(2).and_then(|at| run.get(at)).map(|other| (other, before)),
                    (None, Some(behind)) => run.get(at + 2).map(|other| (behind, other)),
                    (None, None) => None,
                };
                let Some(((_, one), (_, other))) = near else { continue };
                let Some(times) = slipped(*value, *one, *other) else { continue };
                let place = series.place_at(*position);
                if !log.has(place) {
                    let near = (series.shown(*one), series.shown(*other));
                    log.push(place, Kind::Slip { value: series.shown(*value), times, near });
                }
            }
        }
    }
}

/// The numbers of one kind of period each, in order of time, cut at breaks.
fn runs(series: &Series<'_>) -> Vec<Vec<(usize, Decimal)>> {
    let mut runs: Vec<(PeriodKind, Vec<(usize, Decimal)>)> = Vec::new();
    for (position, number) in series.numbers() {
        let Some(named) = series.indicator.periods.get(position) else { continue };
        let is_break = series.row.figure(position).is_some_and(|figure| figure.marks.has(Mark::Break));
        let kind = named.period.kind();
        match runs.iter_mut().rev().find(|(other, _)| *other == kind) {
            Some((_, run)) if !is_break => run.push((position, number)),
            _ => runs.push((kind, vec![(position, number)])),
        }
    }
    runs.into_iter().map(|(_, run)| run).collect()
}

fn slipped(value: Decimal, one: Decimal, other: Decimal) -> Option<&'static str> {
    let [size, low, high] = [value, one.min(other), one.max(other)].map(Decimal::to_f64);
    if low <= 0.0 || size <= 0.0 || high > low * 1.5 {
        return None;
    }
    let digits = [value, one, other].iter().all(|number| number.mantissa() >= 10);
    let (_, times) = FACTORS.into_iter().find(|(factor, _)| {
        let moved = size / factor;
        let is_far = *factor > 10.0 || *factor < 0.1;
        (digits || is_far) && moved >= low / 1.2 && moved <= high * 1.2
    })?;
    Some(times)
}

/// 0.79 where the other areas have 79 in the same period, and indicators in per cent that never leave 0 to 1.
fn fractions(log: &mut Log<'_>) {
    let one = Decimal::new(1, 0);
    for (ix, indicator) in log.dataset.indexed_indicators() {
        let all: Vec<Series<'_>> =
            of(ix, indicator).filter(|series| series.measure.unit.kind == UnitKind::Percent).collect();
        let may_be = |value: Decimal| value.to_f64() * 100.0 >= LEAST / 2.0 && value <= one && value.decimals() > 0;
        let numbers = || all.iter().flat_map(|series| series.numbers().into_iter().map(move |one| (series, one)));
        // What all areas have where one may be a fraction: sorted once, not for each area again.
        let mut alike: BTreeMap<(MeasureIx, u32, usize), Vec<Decimal>> = BTreeMap::new();
        let key = |series: &Series<'_>, at| (series.key.measure, series.key.cell, at);
        for (series, (at, _)) in numbers().filter(|(_, (_, value))| may_be(*value)) {
            alike.entry(key(series, at)).or_default();
        }
        for (series, (at, value)) in numbers() {
            alike.entry(key(series, at)).and_modify(|alike| alike.push(value));
        }
        for alike in alike.values_mut() {
            alike.sort_unstable_by_key(order);
        }
        for (series, (at, value)) in numbers().filter(|(_, (_, value))| may_be(*value)) {
            let alike = alike.get(&key(series, at)).map(Vec::as_slice).unwrap_or_default();
            let Some(usual) = median_without(alike, value) else { continue };
            let moved = value.to_f64() * 100.0;
            if usual.to_f64() >= LEAST && moved >= usual.to_f64() / 2.0 && moved <= usual.to_f64() * 2.0 {
                let (value, others) = (series.shown(value), number::long(Lang::En, usual, &series.measure.unit));
                log.push(series.place_at(at), Kind::Fraction { value, others });
            }
        }
        let shares =
            all.iter().filter(|series| !matches!(series.measure.role, MeasureRole::Variance | MeasureRole::Percent));
        let numbers: Vec<Decimal> = shares.flat_map(Series::numbers).map(|(_, number)| number).collect();
        // Rates of permanent exclusion are like 0.1 per cent; shares like 0.8 are not.
        let large = numbers.iter().filter(|number| number.to_f64() > 0.3).count();
        let is_within = numbers.iter().all(|number| number.to_f64() >= 0.0 && *number <= one);
        if numbers.len() >= 4 && is_within && large * 2 > numbers.len() {
            log.push(super::Place::indicator(ix), Kind::AllFractions);
        }
    }
}

/// As [`Decimal::median`] sorts.
fn order(number: &Decimal) -> (Decimal, u8) {
    (*number, number.decimals())
}

/// The median of all numbers but one of them; they are sorted.
fn median_without(sorted: &[Decimal], one: Decimal) -> Option<Decimal> {
    let left_out = sorted.binary_search_by_key(&order(&one), order).ok()?;
    let other = |at: usize| sorted.get(if at < left_out { at } else { at + 1 }).copied();
    let count = sorted.len() - 1;
    let upper = other(count / 2)?;
    if count % 2 == 1 {
        return Some(upper);
    }
    Decimal::median(&mut [other((count / 2).checked_sub(1)?)?, upper])
}
