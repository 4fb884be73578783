use super::{Page, named};
use crate::element::{Element, el};
use crate::text::{self, Text};
use kpi_core::query::View;

/// What is published, and by whom; `first` where this is the first heading of the whole page.
pub(crate) fn title(page: &Page<'_>, first: bool) -> Element {
    let dataset = page.dataset;
    let level = if first { "h1" } else { "h2" };
    let by = el("p")
        .class("by")
        .child(named(&dataset.publisher.name, dataset.publisher.url.as_ref()))
        .text(" · ")
        .text(&text::indicators(page.query.lang, dataset.indicators.len()))
        .text(" · ")
        .child(page.link(View::About).text(page.say(Text::About)));
    el("header")
        .class("title")
        .part("title")
        .child(el(level).class("name").lang(page.own_lang()).text(&dataset.title))
        .child(by)
}
