use crate::{Publication, text};
use yew::{Html, html};

/// What is published, and by whom; `first` where this is the first heading of the whole page.
pub(crate) fn title(publication: &Publication, first: bool) -> Html {
    let dataset = publication.dataset();
    let level = if first { "h1" } else { "h2" };
    let publisher = &dataset.publisher;
    let count = text::indicators(dataset.indicators.len());
    html! {
        <header class="title" part="title">
            <@{level} class="name">{ &dataset.title }</@>
            <p class="by">
                if let Some(url) = &publisher.url {
                    <a href={url.clone()}>{ &publisher.name }</a>
                } else {
                    { &publisher.name }
                }
                { format!(" · {count}") }
                if !dataset.notes.is_empty() {
                    { " · " }
                    <a href="#about" onclick={crate::hooks::jump_to("about")}>{ text::ABOUT }</a>
                }
            </p>
        </header>
    }
}
