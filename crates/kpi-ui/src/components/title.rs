use crate::{Publication, text};
use yew::{Html, Properties, component, html};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TitleProps {
    pub publication: Publication,
    /// Whether this is the first heading of the whole page.
    pub first: bool,
}

/// What is published, and by whom.
#[component]
pub fn Title(props: &TitleProps) -> Html {
    let dataset = props.publication.dataset();
    let level = if props.first { "h1" } else { "h2" };
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
                { format!(" · {count} · ") }
                <a href="#about" class="jump" onclick={crate::hooks::jump_to("about")}>{ text::ABOUT }</a>
            </p>
        </header>
    }
}
