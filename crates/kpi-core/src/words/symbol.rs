//! Symbols and marks in words.

use super::{Lang, Text};
use crate::model::{Mark, Missing};

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
