//! Symbols and marks in words.

use super::{Lang, Text};
use crate::model::{Figure, Mark, Missing, Value};

/// Why there is no number, to stand in a sentence or a cell.
#[must_use]
pub fn reason(lang: Lang, missing: Missing) -> &'static str {
    let text = match missing {
        Missing::NotPublished => Text::NotPublished,
        Missing::Confidential => Text::Confidential,
        Missing::NotAvailable => Text::NotAvailable,
        Missing::NotApplicable => Text::NotApplicable,
        Missing::Low => Text::RoundsToZero,
        Missing::Unreliable => Text::Unreliable,
        Missing::Unreadable => Text::Unreadable,
        Missing::Elsewhere => Text::Elsewhere,
        Missing::TooFew => Text::TooFew,
    };
    text.say(lang)
}

/// Why a figure is no number, and what its marks say, with something between them; empty for a plain number.
#[must_use]
pub fn meaning(lang: Lang, figure: &Figure<'_>, between: &str) -> String {
    let mut said = String::new();
    if let Value::Missing(missing) = figure.value {
        said.push_str(reason(lang, missing));
    }
    for one in figure.marks.iter() {
        said.push_str(if said.is_empty() { "" } else { between });
        said.push_str(mark(lang, one));
    }
    said
}

/// What a mark says of its figure.
#[must_use]
pub fn mark(lang: Lang, mark: Mark) -> &'static str {
    let text = match mark {
        Mark::Provisional => Text::Provisional,
        Mark::Revised => Text::Revised,
        Mark::Estimated => Text::Estimated,
        Mark::Forecast => Text::Forecast,
        Mark::Break => Text::NotComparable,
        Mark::Unreliable => Text::LowReliability,
        Mark::Derived => Text::Derived,
    };
    text.say(lang)
}
