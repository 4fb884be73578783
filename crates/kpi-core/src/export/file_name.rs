use crate::model::Dataset;
use crate::query::{Query, View};
use crate::words::period;

/// Longer names are cut by some of those through whose hands a file goes.
const LONGEST: usize = 80;

/// What a file of the figures that are shown is called: the indicator's id and the period, `icpc-in-time-q4-2020-21.csv`; or
/// the publication's title. `ending` is without its full stop.
#[must_use]
pub fn file_name(dataset: &Dataset, query: &Query, ending: &str) -> String {
    let lang = query.lang;
    let mut name = String::new();
    let shown = match query.view {
        View::Indicator { indicator, .. } => dataset.indicator(indicator),
        View::Overview | View::About => None,
    };
    let mut when = query.period.map(|period| period::label(lang, period));
    if let Some(indicator) = shown {
        add(&mut name, &indicator.id);
        let position = indicator.answering_period(query.period);
        when = position.and_then(|position| indicator.periods.get(position)).map(|named| period::named(lang, named));
    } else {
        add(&mut name, &dataset.title);
    }
    if query.view != View::About {
        add(&mut name, &when.unwrap_or_default());
    }
    if name.is_empty() {
        name.push_str("figures");
    }
    name.push('.');
    name.push_str(ending);
    name
}

/// Adds words as small letters and digits with hyphens between them: what no disk and no address has to spell otherwise.
fn add(name: &mut String, words: &str) {
    let mut is_apart = !name.is_empty();
    for letter in words.chars() {
        if name.len() >= LONGEST {
            return;
        }
        if letter.is_ascii_alphanumeric() {
            if is_apart && !name.is_empty() {
                name.push('-');
            }
            is_apart = false;
            name.push(letter.to_ascii_lowercase());
        } else if !matches!(letter, '\'' | '’') {
            is_apart = true;
        }
    }
}
