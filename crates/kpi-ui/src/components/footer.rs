use crate::text;
use kpi_core::model::Dataset;
use yew::{Html, html};

/// What a reader has to know of the whole publication.
pub(crate) fn footer(dataset: &Dataset) -> Html {
    if dataset.notes.is_empty() {
        return Html::default();
    }
    html! {
        <footer class="about" tabindex="-1" part="about">
            <h2>{ text::ABOUT }</h2>
            <ul>{ for dataset.notes.iter().map(|note| html! { <li>{ note }</li> }) }</ul>
        </footer>
    }
}
