use crate::{Publication, text};
use kpi_core::query::{Query, View};
use kpi_core::words::{period, sentence};
use yew::{Html, Properties, component, html, use_memo};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LiveProps {
    pub publication: Publication,
    pub query: Query,
}

/// Says each change in one short sentence to those who do not see it. One element for the life of the page: a region
/// that is made anew is not heard.
#[component]
pub fn Live(props: &LiveProps) -> Html {
    let first = use_memo((), |()| props.query.clone());
    // What is there when the page opens is read as the page; only a change is news.
    let words = if *first == props.query { String::new() } else { words(props) };
    html! { <p class="live" role="status">{ words }</p> }
}

fn words(props: &LiveProps) -> String {
    let dataset = props.publication.dataset();
    let shown = match props.query.view {
        View::Overview => Some(text::ALL_INDICATORS.to_owned()),
        View::Indicator { indicator, .. } => dataset.indicator(indicator).map(|indicator| indicator.name.clone()),
    };
    let mut compared: Vec<String> =
        props.query.comparators(dataset).map(|(_, _, area)| sentence::in_sentence(area)).collect();
    if props.query.compare.previous {
        compared.insert(0, "the period before".to_owned());
    }
    let compared = match compared.as_slice() {
        [] => "compared with nothing".to_owned(),
        some => format!("compared with {}", sentence::listed(some, "and")),
    };
    let period = props.query.period.map(period::label);
    shown.into_iter().chain(period).chain([compared]).collect::<Vec<_>>().join(", ") + "."
}
