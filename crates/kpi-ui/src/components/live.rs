use crate::element::{Element, el};
use crate::text::{self, Text};
use kpi_core::model::Dataset;
use kpi_core::query::{Query, View};
use kpi_core::words::{fill, joined, method, period, sentence};

/// Says each change in one short sentence to those who do not see it. The element is the same for the life of the page:
/// a region that is made anew is not heard. What is there when the page opens is read as the page; only a change is news, or `said`: what came of
/// something else that a reader did.
pub(crate) fn live(chosen: &str, said: &str) -> Element {
    el("p").class("live").role("status").text(if said.is_empty() { chosen } else { said })
}

/// What is chosen, in one sentence; `listed` of the indicators are listed, where not all are.
pub(crate) fn chosen(dataset: &Dataset, query: &Query, listed: Option<usize>) -> String {
    let (lang, mut words) = (query.lang, Vec::new());
    match query.view {
        View::Overview => words.push(match listed {
            Some(listed) => text::listed(lang, listed, dataset.indicators.len()),
            None => Text::AllIndicators.say(lang).to_owned(),
        }),
        View::About => words.push(Text::About.say(lang).to_owned()),
        View::Indicator { indicator, measure, .. } => {
            let Some(indicator) = dataset.indicator(indicator) else { return String::new() };
            words.push(indicator.name.clone());
            let several = indicator.measures.len() > 1;
            words.extend(indicator.measure(measure).filter(|_| several).map(|measure| measure.name.clone()));
        }
    }
    match query.period {
        Some(chosen) => words.push(period::label(lang, chosen)),
        None if dataset.filter_periods.is_empty() => {}
        None => words.push(sentence::lowercased(Text::Latest.say(lang))),
    }
    let mut compared = Vec::new();
    for since in query.compare.since() {
        compared.push(text::earlier(lang, *since).to_owned());
    }
    for (_, ix, area) in query.comparators(dataset) {
        let name = sentence::in_sentence(lang, area);
        compared.push(match query.method(ix) {
            Some(chosen) => format!("{name} ({})", method::word(lang, chosen)),
            None => name,
        });
    }
    words.push(match compared.as_slice() {
        [] => Text::WithNothing.say(lang).to_owned(),
        some => fill(Text::AndComparedWith.say(lang), &[&sentence::listed(lang, some)]),
    });
    joined(&words, ", ") + "."
}
