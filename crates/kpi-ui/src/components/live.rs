use crate::element::{Element, el};
use crate::{Origin, text};
use kpi_core::model::Dataset;
use kpi_core::query::{Query, View};
use kpi_core::words::{period, sentence};

/// Says each change in one short sentence to those who do not see it. The element is the same for the life of the page:
/// a region that is made anew is not heard. What is there when the page opens is read as the page; only a change is news.
pub(crate) fn live(dataset: &Dataset, query: &Query, origin: Origin) -> Element {
    let words = if origin == Origin::Opened { String::new() } else { words(dataset, query) };
    el("p").class("live").role("status").text(&words)
}

fn words(dataset: &Dataset, query: &Query) -> String {
    let shown = match query.view {
        View::Overview => Some(text::ALL_INDICATORS.to_owned()),
        View::Indicator { indicator, .. } => dataset.indicator(indicator).map(|indicator| indicator.name.clone()),
    };
    let mut compared: Vec<String> =
        query.comparators(dataset).map(|(_, _, area)| sentence::in_sentence(area)).collect();
    if query.compare.previous {
        compared.insert(0, "the period before".to_owned());
    }
    let compared = match compared.as_slice() {
        [] => "compared with nothing".to_owned(),
        some => format!("compared with {}", sentence::listed(some, "and")),
    };
    let period = match query.period {
        None if !dataset.filter_periods.is_empty() => Some(sentence::lowercased(text::LATEST)),
        chosen => chosen.map(period::label),
    };
    shown.into_iter().chain(period).chain([compared]).collect::<Vec<_>>().join(", ") + "."
}
