use crate::{Publication, text};
use yew::{Html, Properties, component, html};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FooterProps {
    pub publication: Publication,
}

/// What a reader has to know of the whole publication.
#[component]
pub fn Footer(props: &FooterProps) -> Html {
    let notes = &props.publication.dataset().notes;
    html! {
        <footer class="about" id="about" tabindex="-1" part="about">
            <h2>{ text::ABOUT }</h2>
            <ul>{ for notes.iter().map(|note| html! { <li>{ note }</li> }) }</ul>
        </footer>
    }
}
