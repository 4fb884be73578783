//! A figure and how it moved, as the overview and an indicator's own page have them.

use super::verdict_mark;
use crate::element::{Element, el, fragment};
use crate::text::Text;
use kpi_core::query::Verdict;
use kpi_core::view::{ChangeModel, ValueModel};
use kpi_core::words::Lang;
use std::cmp::Ordering;

pub(super) fn value(value: &ValueModel) -> Element {
    match value {
        ValueModel::None(reason) => el("span").class("none").text(reason),
        ValueModel::Number { remark, number, unit, marks } => {
            let small = || el("span").class("small");
            fragment()
                .optional(remark.as_ref().map(|remark| small().text(remark).text(" ")))
                .child(el("span").class("number").text(number))
                .optional((!unit.is_empty()).then(|| small().text(" ").text(unit)))
                .optional((!marks.is_empty()).then(|| small().text(" (").text(marks).text(")")))
        }
    }
}

pub(super) fn when(words: &str) -> Element {
    el("span").class("when").text(" ").text(words)
}

/// How far, with an arrow for those who see it and a word for those who hear it.
pub(super) fn moved_by(lang: Lang, change: &ChangeModel) -> Element {
    let (arrow, word) = match change.direction {
        Ordering::Greater => ("↑ ", Text::Up.say(lang)),
        Ordering::Less => ("↓ ", Text::Down.say(lang)),
        Ordering::Equal => ("→ ", ""),
    };
    el("span")
        .class("change")
        .child(el("span").aria_hidden("true").text(arrow))
        .child(el("span").class("hidden").text(word))
        .text(&change.text)
}

/// What that means, where there is something to say: an arrow says all of a change without a direction.
pub(super) fn moved_how(lang: Lang, change: &ChangeModel) -> Option<Element> {
    let is_said = !matches!(change.verdict, Verdict::Same | Verdict::Different);
    is_said.then(|| fragment().text(" ").child(verdict_mark(lang, change.verdict, "")))
}
