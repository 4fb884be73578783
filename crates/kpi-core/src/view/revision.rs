use super::areas::ShownArea;
use crate::query::Sight;
use crate::words::{number, period, symbol};

/// What revised figures were before: `Q3 2020/21, Ayton: 68% until revised (published on 31 March 2021).`
pub(super) fn revisions(sight: Sight<'_>, areas: &[ShownArea]) -> Vec<String> {
    let mut said = Vec::new();
    let Some(measure) = sight.measure() else { return said };
    for (position, named) in sight.indicator.periods.iter().enumerate() {
        for shown in areas {
            let Some(figure) = (Sight { position, ..sight.of(shown.area) }).figure() else { continue };
            for earlier in figure.earlier {
                let value = match earlier.value {
                    crate::model::Value::Number(value) => number::long(value, &measure.unit),
                    crate::model::Value::Missing(missing) => symbol::reason(missing).to_owned(),
                };
                let when = earlier.published.map(|date| format!(" (published on {})", period::date(date)));
                let when = when.unwrap_or_default();
                said.push(format!("{}, {}: {value} until revised{when}.", period::named(named), shown.name));
            }
        }
    }
    said
}
