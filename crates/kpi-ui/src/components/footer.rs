use crate::element::{Element, el};
use crate::text;
use kpi_core::model::Dataset;

/// What a reader has to know of the whole publication.
pub(crate) fn footer(dataset: &Dataset) -> Option<Element> {
    let notes = || el("ul").children(dataset.notes.iter().map(|note| el("li").text(note)));
    let about =
        || el("footer").class("about").tabindex("-1").part("about").child(el("h2").text(text::ABOUT)).child(notes());
    (!dataset.notes.is_empty()).then(about)
}
