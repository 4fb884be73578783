//! Symbols and marks in words.

use crate::model::{Mark, Missing};

/// Why there is no number, to stand in a sentence or a cell.
#[must_use]
pub const fn reason(missing: Missing) -> &'static str {
    match missing {
        Missing::NotPublished => "not published",
        Missing::Confidential => "confidential",
        Missing::NotAvailable => "not available",
        Missing::NotApplicable => "not applicable",
        Missing::Low => "rounds to zero",
        Missing::Unreliable => "too unreliable to publish",
        Missing::Unreadable => "cannot be read from the file",
        Missing::Elsewhere => "in a file that is not here yet",
        Missing::TooFew => "not enough published figures",
    }
}

/// What a mark says of its figure.
#[must_use]
pub const fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Provisional => "provisional",
        Mark::Revised => "revised",
        Mark::Estimated => "estimated",
        Mark::Forecast => "forecast",
        Mark::Break => "not comparable with earlier figures",
        Mark::Unreliable => "low reliability",
        Mark::Derived => "derived, not published",
    }
}
