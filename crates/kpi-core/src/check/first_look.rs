//! Two files of one publication: what the publication has for a first look stands in the indicator's own file as well, and
//! alike. Otherwise a figure changes or goes while somebody looks at it, most often because the two are of different builds.
//! Nothing is said where the file has not been read.

use super::kind::Kind;
use super::log::{Log, Series};
use crate::model::Value;

pub(super) fn check(log: &mut Log<'_>) {
    for (ix, indicator) in log.dataset.indexed_indicators() {
        let Some(file) = indicator.data.as_ref().and_then(|data| data.figures.get()) else { continue };
        for key in indicator.cube.keys() {
            let (Some(measure), Some(row)) = (indicator.measure(key.measure), indicator.cube.row(*key)) else {
                continue;
            };
            let series = Series { ix, indicator, measure, key: *key, row };
            let Some(other) = file.row(*key) else {
                log.push(series.place(), Kind::FirstLookAlone);
                continue;
            };
            for (at, (first, file)) in row.figures().zip(other.figures()).enumerate() {
                if first == file {
                    continue;
                }
                let shown = |value| match value {
                    Value::Number(number) => series.shown(number),
                    Value::Missing(missing) => missing.symbol().to_owned(),
                };
                let kind = if first.value == file.value {
                    Kind::FirstLookBeside { value: shown(first.value) }
                } else {
                    Kind::FirstLookOther { first: shown(first.value), file: shown(file.value) }
                };
                log.push(series.place_at(at), kind);
            }
        }
    }
}
