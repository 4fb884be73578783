use super::{Lang, Text, fill, period};
use crate::model::Dataset;
use crate::query::{Query, View};

/// How to cite what is shown: who published it, what it is called, which indicator and period, when it was published (if
/// the publication says so: no date is invented), where it is, and who published the figures first. `address` is the
/// page's own, where it has one that others can open; the publisher's stands in for it.
#[must_use]
pub fn citation(dataset: &Dataset, query: &Query, address: Option<&str>) -> String {
    let lang = query.lang;
    let mut said = String::new();
    sentence(&mut said, &[&dataset.publisher.name, ": ", &dataset.title]);
    let shown = match query.view {
        View::Indicator { indicator, .. } => dataset.indicator(indicator),
        View::Overview | View::About => None,
    };
    let mut source = None;
    if let Some(indicator) = shown {
        let position = indicator.answering_period(query.period);
        let named = position.and_then(|position| indicator.periods.get(position));
        match named {
            Some(named) => sentence(&mut said, &[&indicator.name, ", ", &period::words(lang, named)]),
            None => sentence(&mut said, &[&indicator.name]),
        }
        source = indicator.source.as_ref();
    } else if let (View::Overview, Some(period)) = (query.view, query.period) {
        sentence(&mut said, &[&period::label(lang, period)]);
    }
    let dates = dates(dataset, lang);
    if !dates.is_empty() {
        sentence(&mut said, &[&dates]);
    }
    if let Some(source) = source.filter(|source| source.name != dataset.publisher.name) {
        sentence(&mut said, &[&fill(Text::FiguresOf.say(lang), &[&source.name])]);
    }
    if let Some(address) = address.or(dataset.publisher.url.as_deref()) {
        said.push(' ');
        said.push_str(address);
    }
    said
}

/// When the publication was published and last changed; empty where it does not say so.
#[must_use]
pub fn dates(dataset: &Dataset, lang: Lang) -> String {
    let mut said = String::new();
    for (text, date) in [(Text::PublishedOn, dataset.published), (Text::ModifiedOn, dataset.modified)] {
        if let Some(date) = date {
            sentence(&mut said, &[&fill(text.say(lang), &[&period::date(lang, date)])]);
        }
    }
    said
}

/// Adds a sentence, with a full stop where it has no end of its own.
fn sentence(said: &mut String, pieces: &[&str]) {
    said.push_str(if said.is_empty() { "" } else { " " });
    for piece in pieces {
        said.push_str(piece);
    }
    if !said.ends_with(['.', '?', '!', '…']) {
        said.push('.');
    }
}
