//! Budget, outturn and variance: the variance is outturn less budget, so that an overspend is above zero, and its percentage
//! is one of the budget. These are the meanings that the format gives the roles. Rounding is allowed for as in
//! [`super::sums`]; the percentage has to lie in the range that the rounded variance and budget leave.

use super::kind::Kind;
use super::log::{Log, Series, of};
use super::{Place, sums};
use crate::model::{Decimal, MeasureRole, UnitKind};
use crate::words::number;
use std::cmp::Ordering;

pub(super) fn check(log: &mut Log<'_>) {
    for (ix, indicator) in log.dataset.indexed_indicators() {
        let (mut found, mut turned, mut differing) = (Vec::new(), 0, 0);
        for budget in of(ix, indicator).filter(|series| series.measure.role == MeasureRole::Budget) {
            let Some(outturn) = budget.with_role(MeasureRole::Outturn) else { continue };
            if let Some(variance) = budget.with_role(MeasureRole::Variance)
                && outturn.measure.unit.kind == budget.measure.unit.kind
                && variance.measure.unit.kind == budget.measure.unit.kind
            {
                for at in 0..indicator.periods.len() {
                    let Some((reckoned, gap, allowed)) = gap(&budget, &outturn, &variance, at) else { continue };
                    if gap.sign() == Ordering::Equal {
                        continue;
                    }
                    let Some(published) = variance.number(at) else { continue };
                    let is_rounding = gap.magnitude() <= allowed;
                    differing += usize::from(!is_rounding);
                    let other_sign = Decimal::new(0, 0).minus(reckoned).minus(published);
                    turned += usize::from(!is_rounding && other_sign.magnitude() <= allowed);
                    let (reckoned, published) = (variance.shown(reckoned), variance.shown(published));
                    found.push((variance.place_at(at), Kind::Variance { reckoned, published, is_rounding }));
                }
            }
            percent(log, &budget, &outturn);
        }
        if turned > 0 && turned == differing {
            log.push(Place::indicator(ix), Kind::VarianceTurned);
        } else {
            found.into_iter().for_each(|(place, kind)| log.push(place, kind));
        }
    }
}

/// Outturn less budget, how far the published variance is from it, and how far rounding alone could make it.
fn gap(
    budget: &Series<'_>,
    outturn: &Series<'_>,
    variance: &Series<'_>,
    at: usize,
) -> Option<(Decimal, Decimal, Decimal)> {
    let (budget, outturn, variance) = (budget.number(at)?, outturn.number(at)?, variance.number(at)?);
    let reckoned = outturn.minus(budget);
    Some((reckoned, reckoned.minus(variance), sums::rounding(&[budget, outturn, variance])))
}

fn percent(log: &mut Log<'_>, budget: &Series<'_>, outturn: &Series<'_>) {
    let Some(percent) = budget.with_role(MeasureRole::Percent) else { return };
    if percent.measure.unit.kind != UnitKind::Percent {
        return;
    }
    let variances = budget.with_role(MeasureRole::Variance);
    for (at, whole) in budget.numbers() {
        let variance = variances.and_then(|variances| variances.number(at));
        let reckoned = outturn.number(at).map(|outturn| outturn.minus(whole));
        let (Some(part), Some(published)) = (variance.or(reckoned), percent.number(at)) else { continue };
        let (low, high) = (whole.to_f64() - half(whole), whole.to_f64() + half(whole));
        // Of a budget of nothing, or of an income, nobody can say what a percentage means.
        if low <= 0.0 {
            continue;
        }
        // A variance that is reckoned from two rounded numbers is twice as far off.
        let off = half(part) * if variance.is_some() { 1.0 } else { 2.0 };
        let ends = [part.to_f64() - off, part.to_f64() + off];
        let ratios = ends.map(|end| [end / low * 100.0, end / high * 100.0]).concat();
        let (least, most) =
            (ratios.iter().copied().fold(f64::MAX, f64::min), ratios.iter().copied().fold(f64::MIN, f64::max));
        let (published_at, room) = (published.to_f64(), half(published) + 1e-9);
        if published_at + room < least || published_at - room > most {
            let ratio = part.to_f64() / whole.to_f64() * 100.0;
            let kind = Kind::VariancePercent {
                reckoned: number::short(rounded(ratio, published.decimals()), &percent.measure.unit),
                published: number::short(published, &percent.measure.unit),
            };
            log.push(percent.place_at(at), kind);
        }
    }
}

/// Half a unit of the last decimal.
pub(super) fn half(number: Decimal) -> f64 {
    0.5 / 10_f64.powi(i32::from(number.decimals()))
}

pub(super) fn rounded(value: f64, decimals: u8) -> Decimal {
    Decimal::new((value * 10_f64.powi(i32::from(decimals))).round() as i64, decimals)
}
