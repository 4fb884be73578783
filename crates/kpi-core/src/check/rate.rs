//! A rate against its numerator and denominator: numerator / denominator × 100, × "per", or × 1, has to lie in the range that
//! the rounded numbers leave. Counts of an area that are all multiples of 5, 10, 100 or 1,000 are taken as rounded to
//! these (the Department for Education rounds national and regional counts to the nearest 10, its rates come from the exact
//! ones).

use super::budget::{half, rounded};
use super::kind::Kind;
use super::log::{Log, Series};
use crate::model::{MeasureRole, Unit, UnitKind};

pub(super) fn check(log: &mut Log<'_>) {
    for series in log.series().into_iter().filter(|series| series.measure.role == MeasureRole::Value) {
        let (numerators, denominators) =
            (series.with_role(MeasureRole::Numerator), series.with_role(MeasureRole::Denominator));
        let (Some(numerators), Some(denominators)) = (numerators, denominators) else { continue };
        let Some(factor) = factor(&series.measure.unit) else { continue };
        let factor = factor * scale(&numerators.measure.unit) / scale(&denominators.measure.unit);
        let (off_above, off_below) = (off(&numerators), off(&denominators));
        for (at, published) in series.numbers() {
            let (Some(above), Some(below)) = (numerators.number(at), denominators.number(at)) else { continue };
            let (above_f, below_f) = (above.to_f64(), below.to_f64());
            let (above_off, below_off) = (off_above.max(half(above)), off_below.max(half(below)));
            if below_f - below_off <= 0.0 || above_f < 0.0 {
                continue;
            }
            let least = (above_f - above_off).max(0.0) / (below_f + below_off) * factor;
            let most = (above_f + above_off) / (below_f - below_off) * factor;
            let (published_f, room) = (published.to_f64(), half(published) + 1e-9);
            if published_f + room < least || published_f - room > most {
                let reckoned = rounded(above_f / below_f * factor, published.decimals());
                let kind = Kind::Rate {
                    numerator: numerators.shown(above),
                    denominator: denominators.shown(below),
                    reckoned: series.shown(reckoned),
                    published: series.shown(published),
                };
                log.push(series.place_at(at), kind);
            }
        }
    }
}

/// What the quotient is multiplied by; `None` where the unit is none of a quotient.
fn factor(unit: &Unit) -> Option<f64> {
    match unit.kind {
        UnitKind::Percent => Some(100.0),
        UnitKind::Rate { per } => Some(f64::from(per)),
        UnitKind::Ratio => Some(1.0),
        UnitKind::Gbp { scale } => Some(1.0 / f64::from(scale)),
        _ => None,
    }
}

fn scale(unit: &Unit) -> f64 {
    if let UnitKind::Gbp { scale } = unit.kind { f64::from(scale) } else { 1.0 }
}

/// How far the whole numbers of a series may be off, all of them being multiples of something.
fn off(series: &Series<'_>) -> f64 {
    let numbers = series.numbers();
    let is_multiple =
        |grain: i64| numbers.iter().all(|(_, number)| number.decimals() == 0 && number.mantissa() % grain == 0);
    let most: &[(i64, f64)] = &[(1000, 500.0), (100, 50.0), (10, 5.0), (5, 2.5)];
    // One or two numbers end in zeros by chance.
    let grains = if numbers.len() < 3 { most.get(2..).unwrap_or_default() } else { most };
    grains.iter().find(|(grain, _)| is_multiple(*grain)).map_or(0.0, |(_, off)| *off)
}
