//! Decimals of a unit that hide differences: two figures that a reader would compare (one period and the next, the focus and
//! another area), written differently and shown alike; and a target that is shown as another number. What is shown alike
//! counts as equal, as everywhere here.

use super::Place;
use super::kind::Kind;
use super::log::{Log, Series, of};
use crate::model::{Decimal, MeasureIx, Target};
use crate::words::{Lang, number};

pub(super) fn check(log: &mut Log<'_>) {
    let focus = log.dataset.focus();
    for (ix, indicator) in log.dataset.indexed_indicators() {
        for (at, measure) in (0..).map(MeasureIx).zip(&indicator.measures) {
            let mut targets: Vec<Decimal> = match &measure.target {
                None => Vec::new(),
                Some(Target::Always(target)) => vec![*target],
                Some(Target::ByPeriod(targets)) => targets.iter().map(|(_, target)| *target).collect(),
            };
            targets.retain(|target| measure.unit.published(*target) != *target);
            targets.sort_unstable();
            targets.dedup();
            for target in targets {
                let (target, shown) = (target.to_string(), number::long(Lang::En, target, &measure.unit));
                log.push(Place { measure: Some(at), ..Place::indicator(ix) }, Kind::TargetDecimals { target, shown });
            }
        }
        let at_total = |series: &Series<'_>| series.key.cell == indicator.total_cell();
        for series in of(ix, indicator).filter(|series| series.key.area == focus).filter(at_total) {
            let unit = &series.measure.unit;
            if unit.decimals.is_none() {
                continue;
            }
            let numbers = series.numbers();
            let next = numbers.iter().zip(numbers.iter().skip(1)).map(|((_, one), (at, other))| (*at, *one, *other));
            let mut compared: Vec<(usize, Decimal, Decimal)> = next.collect();
            for other in of(ix, indicator).filter(at_total) {
                if other.key.measure == series.key.measure && other.key.area != focus {
                    let pair = |(at, number): &(usize, Decimal)| Some((*at, *number, other.number(*at)?));
                    compared.extend(numbers.iter().filter_map(pair));
                }
            }
            for (at, one, other) in compared {
                if one != other && unit.published(one) == unit.published(other) {
                    let shown = series.shown(one);
                    let kind = Kind::HiddenDifference { one: one.to_string(), other: other.to_string(), shown };
                    log.push(series.place_at(at), kind);
                }
            }
        }
    }
}
