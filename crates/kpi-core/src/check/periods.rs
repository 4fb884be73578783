//! Periods and figures that are missing without a word: the latest period, where most indicators of the topic (at least
//! three, by kind of period) have one; periods between others, unless every second one is missing, which then is how often
//! the figures are published; and figures of the focus area between others.

use super::kind::Kind;
use super::log::{Log, of};
use super::{Place, log::Series};
use crate::model::{Indicator, IndicatorIx, Missing, NamedPeriod, PeriodKind, TopicIx, Value};
use crate::words::{Lang, period};
use std::collections::BTreeMap;

pub(super) fn check(log: &mut Log<'_>) {
    behind(log);
    for (ix, indicator) in log.dataset.indexed_indicators() {
        holes(log, ix, indicator);
        let focus = log.dataset.focus();
        let cell = indicator.total_cell();
        for series in of(ix, indicator).filter(|series| series.key.area == focus && series.key.cell == cell) {
            figures(log, &series);
        }
    }
}

fn behind(log: &mut Log<'_>) {
    let focus = log.dataset.focus();
    let mut latest: BTreeMap<(TopicIx, PeriodKind), Vec<(IndicatorIx, &NamedPeriod)>> = BTreeMap::new();
    for (ix, indicator) in log.dataset.indexed_indicators() {
        let mut own: BTreeMap<PeriodKind, &NamedPeriod> = BTreeMap::new();
        for (at, named) in indicator.periods.iter().enumerate() {
            let mut said = of(ix, indicator).filter(|series| series.key.area == focus);
            let is_said = |series: Series<'_>| {
                series.row.figure(at).is_some_and(|figure| figure.value != Value::Missing(Missing::NotPublished))
            };
            if named.period.kind() != PeriodKind::Undated && said.any(is_said) {
                own.insert(named.period.kind(), named);
            }
        }
        for (kind, named) in own {
            latest.entry((indicator.topic, kind)).or_default().push((ix, named));
        }
    }
    for all in latest.into_values() {
        let Some(newest) = all.iter().map(|(_, named)| *named).max_by_key(|named| named.period) else { continue };
        let have = all.iter().filter(|(_, named)| named.period == newest.period).count();
        if all.len() < 3 || have * 2 <= all.len() {
            continue;
        }
        for (ix, named) in all.iter().filter(|(_, named)| named.period != newest.period) {
            let kind = Kind::Behind { latest: period::words(Lang::En, newest), own: period::words(Lang::En, named) };
            log.push(Place::indicator(*ix), kind);
        }
    }
}

fn holes(log: &mut Log<'_>, ix: IndicatorIx, indicator: &Indicator) {
    let mut by_kind: BTreeMap<PeriodKind, Vec<&NamedPeriod>> = BTreeMap::new();
    for named in &indicator.periods {
        by_kind.entry(named.period.kind()).or_default().push(named);
    }
    for (kind, run) in by_kind {
        if matches!(kind, PeriodKind::Undated | PeriodKind::Span { .. }) {
            continue;
        }
        let (mut next, mut found) = (0, Vec::new());
        for (one, other) in run.iter().zip(run.iter().skip(1)) {
            let mut count = 0;
            let mut before = other.period.previous();
            while let Some(missing) = before.filter(|before| *before > one.period && count < 1000) {
                count += 1;
                before = missing.previous();
            }
            if count == 0 {
                next += 1;
            } else {
                let (after, before) = (period::words(Lang::En, one), period::words(Lang::En, other));
                found.push(Kind::PeriodsMissing { count, after, before });
            }
        }
        if next >= 2 && found.len() < next {
            found.into_iter().for_each(|kind| log.push(Place::indicator(ix), kind));
        }
    }
}

fn figures(log: &mut Log<'_>, series: &Series<'_>) {
    let numbers = series.numbers();
    let (Some((first, _)), Some((last, _))) = (numbers.first(), numbers.last()) else { return };
    let kind = |at: usize| series.indicator.periods.get(at).map(|named| named.period.kind());
    // A series of years among its quarters has no hole where a quarter stands.
    let inner = (*first..*last).filter(|at| {
        let has = |mut range: std::ops::Range<usize>| {
            range.any(|other| kind(other) == kind(*at) && series.number(other).is_some())
        };
        has(0..*at) && has(at + 1..series.indicator.periods.len())
    });
    let is_silent =
        |at: &usize| series.row.figure(*at).is_some_and(|figure| figure.value == Value::Missing(Missing::NotPublished));
    let silent: Vec<usize> = inner.filter(is_silent).collect();
    if silent.len() * 2 < numbers.len() {
        silent.into_iter().for_each(|at| log.push(series.place_at(at), Kind::FigureMissing));
    }
}
