//! A figure lies between its confidence limits: whatever the method, an interval is one around its figure. Limits that are
//! exchanged are told when the file is read. Decimals may differ: 70 may stand beside 70.3 to 74.1.

use super::kind::Kind;
use super::log::Log;
use super::sums;

pub(super) fn check(log: &mut Log<'_>) {
    for series in log.series() {
        for (at, figure) in series.row.figures().enumerate() {
            let (Some(value), Some(limits)) = (figure.number(), figure.limits) else { continue };
            let is_beyond = |one: crate::model::Decimal, other| {
                let beyond = one.minus(other);
                beyond.sign().is_gt() && beyond > sums::rounding(&[one, other])
            };
            if is_beyond(limits.lower, value) || is_beyond(value, limits.upper) {
                let [value, lower, upper] = [value, limits.lower, limits.upper].map(|number| series.shown(number));
                log.push(series.place_at(at), Kind::OutsideLimits { value, lower, upper });
            }
        }
    }
}
