use super::named;
use crate::browser::jump_to;
use crate::element::{Element, el, fragment};
use crate::{Publication, text};

/// What is published, and by whom; `first` where this is the first heading of the whole page.
pub(crate) fn title(publication: &Publication, first: bool) -> Element {
    let dataset = publication.dataset();
    let level = if first { "h1" } else { "h2" };
    let about = || fragment().text(" · ").child(el("a").href("#about").onclick(jump_to("about")).text(text::ABOUT));
    let by = el("p")
        .class("by")
        .child(named(&dataset.publisher.name, dataset.publisher.url.as_ref()))
        .text(" · ")
        .text(&text::indicators(dataset.indicators.len()))
        .optional((!dataset.notes.is_empty()).then(about));
    el("header").class("title").part("title").child(el(level).class("name").text(&dataset.title)).child(by)
}
