use crate::element::{Element, el};
use crate::text::{self, Text};
use kpi_core::model::Dataset;
use kpi_core::query::{Query, Sight, View};
use kpi_core::words::{fill, joined, method, period, sentence};

/// Says each change in one short sentence to those who do not see it. The element is the same for the life of the page:
/// a region that is made anew is not heard. What is there when the page opens is read as the page; only a change is news, or `said`: what came of
/// something else that a reader did.
pub(crate) fn live(chosen: &str, said: &str) -> Element {
    el("p").class("live").role("status").text(if said.is_empty() { chosen } else { said })
}

/// What is chosen, in one sentence; `listed` of the indicators are listed, where not all are.
pub(crate) fn chosen(dataset: &Dataset, query: &Query, listed: Option<usize>) -> String {
    let (lang, mut words, mut seen) = (query.lang, Vec::new(), None);
    match query.view {
        View::Overview => words.push(match listed {
            Some(listed) => text::listed(lang, listed, dataset.indicators.len()),
            None => Text::AllIndicators.say(lang).to_owned(),
        }),
        View::About => words.push(Text::About.say(lang).to_owned()),
        View::Indicator { indicator, measure, .. } => {
            let Some(indicator) = dataset.indicator(indicator) else { return String::new() };
            let at = indicator.answering_period(query.period);
            seen = at.map(|at| Sight::new(dataset, query, indicator, measure, at));
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
    if let (View::Indicator { .. }, Some(from)) = (query.view, query.from) {
        words.push(fill(Text::BeginsWith.say(lang), &[&period::label(lang, from)]));
    }
    let mut compared = Vec::new();
    for since in query.compare.since() {
        compared.push(text::earlier(lang, *since).to_owned());
    }
    for (_, ix, area) in query.comparators(dataset) {
        let name = sentence::in_sentence(lang, area);
        // What is chosen; of one indicator, what comes of it.
        let chosen = query.method(ix).map(|chosen| seen.and_then(|seen| seen.of(ix).method()).unwrap_or(chosen));
        compared.push(match chosen {
            Some(method) => format!("{name} ({})", method::word(lang, method)),
            None => name,
        });
    }
    words.push(match compared.as_slice() {
        [] => Text::WithNothing.say(lang).to_owned(),
        some => fill(Text::AndComparedWith.say(lang), &[&sentence::listed(lang, some)]),
    });
    joined(&words, ", ") + "."
}

#[cfg(test)]
mod tests {
    use super::chosen;
    use kpi_core::query::{Query, fragment};

    /// What is said of a group is true of the figure that is shown: where its members have none, of the published one.
    #[test]
    fn a_groups_method_is_that_of_its_figure() {
        let file = include_bytes!("../../../../tests/fixtures/method.kpi.json");
        let dataset = kpi_core::ingest::read(file).dataset;
        let said = |choices| {
            let dataset = dataset.as_ref()?;
            let query = fragment::read(&format!("kpi?c=SN&{choices}"), &Query::initial(dataset), dataset)?;
            Some(chosen(dataset, &query, None))
        };
        for (choices, expect) in [
            ("i=one&m=SN:mean", "One, 2020, compared with Neighbours (mean)."),
            ("i=two&m=SN:mean", "Two, 2020, compared with Neighbours (as published)."),
            ("i=two", "Two, 2020, compared with Neighbours."),
            ("v=overview&m=SN:mean", "All indicators, 2020, compared with Neighbours (mean)."),
        ] {
            assert_eq!(said(choices).as_deref(), Some(expect));
        }
    }
}
