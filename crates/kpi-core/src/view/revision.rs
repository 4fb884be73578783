use super::areas::ShownArea;
use super::heading::measure_heading;
use crate::model::{Dataset, Earlier, Indicator, NamedPeriod, Unit, Value};
use crate::query::Sight;
use crate::words::{Lang, Text, fill, number, period, symbol};

/// What revised figures were before: `Q3 2020/21, Ayton: 68% until revised (published on 31 March 2021).`
pub(super) fn revisions(sight: Sight<'_>, areas: &[ShownArea]) -> Vec<String> {
    let mut told = Vec::new();
    let Some(measure) = sight.measure() else { return told };
    for (position, named) in sight.indicator.periods.iter().enumerate() {
        for shown in areas {
            let Some(figure) = (Sight { position, ..sight.of(shown.area) }).figure() else { continue };
            for earlier in figure.earlier {
                told.push(said(sight.query.lang, &measure.unit, named, &shown.name, earlier));
            }
        }
    }
    told
}

/// The same of all series of an indicator, area by area.
pub(super) fn of_all(dataset: &Dataset, lang: Lang, indicator: &Indicator) -> Vec<String> {
    let mut told = Vec::new();
    for key in indicator.keys() {
        let (area, measure) = (dataset.area(key.area), indicator.measures.get(usize::from(key.measure.0)));
        let (Some(row), Some(area), Some(measure)) = (indicator.row(key), area, measure) else { continue };
        let mut revised = row.revised().peekable();
        if revised.peek().is_none() {
            continue;
        }
        let mut of = area.name.clone();
        if indicator.measures.len() > 1 {
            of.push_str(", ");
            of.push_str(&measure_heading(lang, measure));
        }
        for (dimension, category) in indicator.dimensions.iter().zip(indicator.categories_of(key.cell)) {
            if let Some(category) = dimension.categories.get(usize::from(category.0)) {
                of.push_str(", ");
                of.push_str(&category.name);
            }
        }
        for (position, all) in revised {
            let Some(named) = indicator.periods.get(position) else { continue };
            for earlier in all {
                told.push(said(lang, &measure.unit, named, &of, earlier));
            }
        }
    }
    told
}

fn said(lang: Lang, unit: &Unit, named: &NamedPeriod, of: &str, earlier: &Earlier) -> String {
    let value = match earlier.value {
        Value::Number(value) => number::long(lang, value, unit),
        Value::Missing(missing) => symbol::reason(lang, missing).to_owned(),
    };
    let when = earlier.published.map(|date| fill(Text::RevisedThen.say(lang), &[&period::date(lang, date)]));
    let named = period::named(lang, named);
    fill(Text::UntilRevised.say(lang), &[&named, of, &value, &when.unwrap_or_default()])
}
