use super::areas::ShownArea;
use crate::query::Sight;
use crate::words::{Text, fill, number, period, symbol};

/// What revised figures were before: `Q3 2020/21, Ayton: 68% until revised (published on 31 March 2021).`
pub(super) fn revisions(sight: Sight<'_>, areas: &[ShownArea]) -> Vec<String> {
    let lang = sight.query.lang;
    let mut said = Vec::new();
    let Some(measure) = sight.measure() else { return said };
    for (position, named) in sight.indicator.periods.iter().enumerate() {
        for shown in areas {
            let Some(figure) = (Sight { position, ..sight.of(shown.area) }).figure() else { continue };
            for earlier in figure.earlier {
                let value = match earlier.value {
                    crate::model::Value::Number(value) => number::long(lang, value, &measure.unit),
                    crate::model::Value::Missing(missing) => symbol::reason(lang, missing).to_owned(),
                };
                let when = |date| fill(Text::RevisedThen.say(lang), &[&period::date(lang, date)]);
                let when = earlier.published.map(when).unwrap_or_default();
                let named = period::named(lang, named);
                said.push(fill(Text::UntilRevised.say(lang), &[&named, &shown.name, &value, &when]));
            }
        }
    }
    said
}
