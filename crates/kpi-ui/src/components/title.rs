use super::{Page, named};
use crate::browser::jump_to;
use crate::element::{Element, el, fragment};
use crate::text::{self, Text};

/// What is published, and by whom; `first` where this is the first heading of the whole page.
pub(crate) fn title(page: &Page<'_>, first: bool) -> Element {
    let dataset = page.dataset;
    let level = if first { "h1" } else { "h2" };
    let about =
        || fragment().text(" · ").child(el("a").href("#about").onclick(jump_to("about")).text(page.say(Text::About)));
    let by = el("p")
        .class("by")
        .child(named(&dataset.publisher.name, dataset.publisher.url.as_ref()))
        .text(" · ")
        .text(&text::indicators(page.query.lang, dataset.indicators.len()))
        .optional((!dataset.notes.is_empty()).then(about));
    el("header")
        .class("title")
        .part("title")
        .child(el(level).class("name").lang(page.own_lang()).text(&dataset.title))
        .child(by)
}
