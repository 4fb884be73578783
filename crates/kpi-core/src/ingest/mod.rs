//! Bytes in, figures and diagnostics out. Only this module knows the shape of KPI JSON.
//!
//! Reading never fails half-way: each indicator is read on its own, whatever is wrong is said with its place and its
//! mend, and everything that is good is kept.

mod breakdown;
mod data_file;
mod diagnostic;
mod directory;
mod group;
mod indicator;
mod json;
mod log;
mod outline;
mod period;
mod problem;
mod publication;
mod sentences;
mod series;
mod short;
mod unit;
mod version;

pub use data_file::read as read_data_file;
pub use diagnostic::{Diagnostic, Severity};
pub use problem::Problem;

use crate::model::Dataset;
use log::Log;
use outline::Outline;

/// Limits on what is read, so that no file can hang or exhaust the reader's device.
pub mod limits {
    /// Bytes of a file: two million figures as columns are about half of it.
    pub const BYTES: usize = 64 << 20;
    /// Elements of any one list or object of a file.
    pub const ELEMENTS: usize = 200_000;
    /// Figures of a file, those that are left out in a series of some periods included: 36 MB as columns.
    pub const FIGURES: usize = 4_000_000;
    /// Areas, topics or indicators of a file: their positions have 16 bits.
    pub const POSITIONS: usize = 60_000;
    /// Members of one group.
    pub const MEMBERS: usize = 2_000;
    /// Measures of one indicator.
    pub const MEASURES: usize = 100;
    /// Categories of one dimension.
    pub const CATEGORIES: usize = 10_000;
    /// Periods of one indicator.
    pub const PERIODS: usize = 2_000;
    /// Parts of parts of parts of a breakdown.
    pub const LEVELS: usize = 16;
    /// Values that a revised figure had before.
    pub const EARLIER: usize = 100;
    /// Dimensions of one indicator.
    pub const DIMENSIONS: usize = 8;
    /// Diagnostics that are kept; the rest are counted.
    pub const DIAGNOSTICS: usize = 100;
}

/// What reading a file gave.
#[derive(Clone, Debug)]
pub struct Ingest {
    /// The good part; `None` where no figure could be read.
    pub dataset: Option<Dataset>,
    /// What is wrong, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

impl Ingest {
    /// Whether the file ends before its end, so that figures are missing of which nothing is known.
    #[must_use]
    pub fn is_cut_off(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| matches!(diagnostic.problem, Problem::CutOff { .. }))
    }

    /// Whether something that the file has is not shown.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
    }
}

/// Reads a publication in KPI JSON, version 1.x.
#[must_use]
pub fn read(bytes: &[u8]) -> Ingest {
    let (outline, mut log) = open(bytes);
    let dataset = outline.as_ref().and_then(|outline| publication::read(outline, &mut log));
    Ingest { dataset, diagnostics: log.finish(outline.as_ref()) }
}

/// The outline of a file, where it has one, and a log that has what is wrong so far.
fn open(bytes: &[u8]) -> (Option<Outline<'_>>, Log<'_>) {
    let (text, problem) = text(bytes);
    let mut log = Log::new(text);
    let outline = match problem {
        Some(problem) => {
            log.at_offset(text.len(), problem);
            None
        }
        None => outline::read(text, &mut log),
    };
    (outline, log)
}

/// The file as text without its byte order mark, or as far as there is no doubt, and what is wrong then.
fn text(bytes: &[u8]) -> (&str, Option<Problem>) {
    if bytes.len() > limits::BYTES {
        return ("", Some(Problem::TooLarge { bytes: bytes.len(), limit: limits::BYTES }));
    }
    // With its mark, or without: every other byte of what is mostly ASCII is zero.
    if let [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [1..=255, 0, ..] | [0, 1..=255, ..] = bytes {
        return ("", Some(Problem::NotUtf8 { encoding: "UTF-16" }));
    }
    let (text, foreign) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let (valid, rest) = bytes.split_at_checked(error.valid_up_to()).unwrap_or_default();
            // The last character may be cut in two: that is a file cut off, not a wrong encoding.
            let foreign = error.error_len().and_then(|_| rest.first());
            (std::str::from_utf8(valid).unwrap_or_default(), foreign)
        }
    };
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if let Some(byte) = foreign {
        let encoding = match byte {
            // What Windows-1252 has no letter for.
            0x81 | 0x8D | 0x8F | 0x90 | 0x9D => "another encoding",
            _ if text.is_ascii() => "Windows-1252",
            _ => "of another encoding in places",
        };
        return (text, Some(Problem::NotUtf8 { encoding }));
    }
    match text.trim_ascii_start().as_bytes().first() {
        None => ("", Some(Problem::Empty)),
        Some(b'<') => ("", Some(Problem::WebPage)),
        Some(_) => (text, None),
    }
}
