//! What is wrong with a file, where, and how to mend it.

mod kind;
mod log;
mod words;

pub use kind::{Encoding, Extent, Kind, Severity};
pub(crate) use log::Log;

use std::fmt;

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub kind: Kind,
    /// The file's name, as the caller gave it.
    pub file: String,
    /// Where in the file.
    pub place: Place,
    /// How many further places have the same problem and are not listed.
    pub alike: usize,
}

/// Where in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The row, from 1, as a spreadsheet counts; 0 for the file as a whole, or a column as a whole.
    pub row: u32,
    /// The column, from 1; 0 for a row as a whole.
    pub column: u32,
    /// What stands at the head of the column; empty where nothing does.
    pub heading: String,
}

impl Problem {
    /// What the problem does to the figures.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// What is wrong, as a sentence.
    #[must_use]
    pub fn what(&self) -> String {
        match self.alike {
            0 => self.kind.what(),
            1 => format!("{} One more place is like this.", self.kind.what()),
            more => format!("{} {more} more places are like this.", self.kind.what()),
        }
    }

    /// How to mend it, as a sentence for somebody who does not program.
    #[must_use]
    pub fn mend(&self) -> String {
        self.kind.mend()
    }
}

/// `children.csv, row 12, column F "rate_per_10000": "n/k" is neither a number nor a known symbol. Write ...`
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, place, .. } = self;
        write!(f, "{file}{place}: {} {}", self.what(), self.mend())
    }
}

/// `, sheet "Data", row 12, column F "rate_per_10000"`
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(sheet) = &self.sheet {
            write!(f, ", sheet \"{}\"", words::Short(sheet))?;
        }
        if self.row > 0 {
            write!(f, ", row {}", self.row)?;
        }
        if self.column > 0 {
            write!(f, ", column {}", Letters(self.column))?;
        }
        if !self.heading.is_empty() {
            write!(f, " \"{}\"", words::Short(&self.heading))?;
        }
        Ok(())
    }
}

/// A column as spreadsheets call it: 1 is A, 27 is AA.
pub(crate) struct Letters(pub(crate) u32);

impl fmt::Display for Letters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        let mut letters = Vec::new();
        while let Some(zero_based) = rest.checked_sub(1) {
            letters.push(char::from(b'A' + u8::try_from(zero_based % 26).unwrap_or(0)));
            rest = zero_based / 26;
        }
        letters.iter().rev().try_for_each(|letter| write!(f, "{letter}"))
    }
}
