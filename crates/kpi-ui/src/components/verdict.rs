use crate::element::{Element, el};
use kpi_core::query::Verdict;
use kpi_core::words::{Lang, sentence};

/// A verdict as a shape and a word, with how large the difference is; colour only repeats them.
///
/// Where no direction is defined the shape says so, and the key above the table says what the shape says.
pub(crate) fn verdict_mark(lang: Lang, verdict: Verdict, difference: &str) -> Element {
    // No line ends between a shape and its words.
    let (shape, kind) = match verdict {
        Verdict::Better => ("▲\u{a0}", "better"),
        Verdict::Worse => ("▼\u{a0}", "worse"),
        Verdict::Same => ("●\u{a0}", "same"),
        Verdict::Similar => ("≈\u{a0}", "similar"),
        Verdict::Different => ("◆\u{a0}", "different"),
    };
    let word = sentence::verdict(lang, verdict);
    let words = match verdict {
        Verdict::Better | Verdict::Worse | Verdict::Similar if difference.is_empty() => word.to_owned(),
        Verdict::Better | Verdict::Worse | Verdict::Similar => format!("{difference}, {word}"),
        Verdict::Same => word.to_owned(),
        Verdict::Different => difference.to_owned(),
    };
    let spoken = (verdict == Verdict::Different).then(|| el("span").class("hidden").text(", ").text(word));
    el("span")
        .class("verdict")
        .data_verdict(kind)
        .child(el("span").aria_hidden("true").text(shape))
        .text(&words)
        .optional(spoken)
}
