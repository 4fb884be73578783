//! Revisions: a figure marked as revised says what it was before, so that a reader can tell how much it changed, and an
//! earlier figure differs from the present one.

use super::kind::Kind;
use super::log::Log;
use crate::model::{Mark, Value};

pub(super) fn check(log: &mut Log<'_>) {
    for series in log.series() {
        for (at, figure) in series.row.figures().enumerate() {
            let Some(number) = figure.number() else { continue };
            match figure.before() {
                None if figure.marks.has(Mark::Revised) => log.push(series.place_at(at), Kind::RevisedFromUnknown),
                Some(earlier) if earlier.value == Value::Number(number) => {
                    log.push(series.place_at(at), Kind::RevisedFromSame { value: series.shown(number) });
                }
                _ => {}
            }
        }
    }
}
