//! What a reader can choose: when, what to compare with, and what to list.

mod compare;
mod listing;
mod period;

pub(crate) use listing::find;

use super::Page;
use crate::Action;
use crate::element::{Element, el};
use crate::text::Text;
use kpi_core::query::View;

/// All choices. Where there is little room they can be closed, and what is chosen stands in their place.
pub(crate) fn filters(page: &Page<'_>, chosen: &str, is_open: bool) -> Element {
    let listing = matches!(page.query.view, View::Overview).then(|| listing::listing(page));
    let summary = el("summary").child(el("strong").text(page.say(Text::Change))).text(" ").text(chosen);
    let choices = el("div")
        .class("choices-of-all")
        .optional(period::periods(page))
        .child(compare::comparators(page))
        .optional(listing);
    el("details").class("filters").part("filters").open(is_open.then_some("open")).child(summary).child(choices)
}

/// One of a list.
pub(crate) struct Choice {
    pub(crate) words: String,
    pub(crate) chosen: bool,
    pub(crate) action: Action,
}

/// A list to choose one of, with what it is for.
pub(crate) fn labelled_list(page: &Page<'_>, label: &str, choices: Vec<Choice>) -> Element {
    labelled(label, list(page, choices))
}

/// A field with what it is for.
fn labelled(label: &str, field: Element) -> Element {
    el("label").class("field").child(el("span").text(label)).child(field)
}

fn list(page: &Page<'_>, choices: Vec<Choice>) -> Element {
    let (mut list, mut actions) = (el("select"), Vec::new());
    for Choice { words, chosen, action } in choices {
        list = list.child(el("option").chosen(chosen).text(&words));
        actions.push(action);
    }
    list.onchange(page.does_chosen(actions))
}
