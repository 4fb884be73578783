use super::Page;
use crate::element::{Element, el};
use crate::text::Text;

/// What a reader has to know of the whole publication.
pub(crate) fn footer(page: &Page<'_>) -> Option<Element> {
    let dataset = page.dataset;
    let notes = || el("ul").lang(page.own_lang()).children(dataset.notes.iter().map(|note| el("li").text(note)));
    let about = || {
        el("footer")
            .class("about")
            .tabindex("-1")
            .part("about")
            .child(el("h2").text(page.say(Text::About)))
            .child(notes())
    };
    (!dataset.notes.is_empty()).then(about)
}
