//! What a reader takes away as text: figures for programs and spreadsheets, citations, names of files.
//!
//! # One tidy table
//!
//! Whoever takes away the figures that are shown, or all of them, gets the same table: one row a figure, first a row of
//! headings, nothing else above, below or between. So whoever has learned to read the one can read the other, a program
//! needs no exceptions, and rows may be sorted, filtered and put together with those of last quarter. That is how
//! statistical offices publish figures for reuse (Analysis Function, "Releasing statistics in spreadsheets"; Wickham, "Tidy
//! Data", Journal of Statistical Software 59, 2014). The table as it looks on the page is for copying into a spreadsheet:
//! see [`sheet()`].
//!
//! A file travels without its page, and a row without its file. So what has to be known stands in further columns, in
//! every row: what symbol and status mean, by which method a group's figure came about, the source, the licence, the
//! publication, its publisher and date. Lines above or below the table would say it once, and be the first thing to break
//! a program, and the first thing to be cut off. Where a description lies beside the file, as `kpi` writes it, those columns
//! are left out: [`Details::Beside`].
//!
//! A column of numbers has numbers or nothing: a symbol in place of a number stands in a column of its own. What is
//! reckoned here from other rows, a change or a difference, has no row; the figure of a group, computed of its members,
//! has one, which says so.
//!
//! # No formula, whoever wrote the texts
//!
//! A spreadsheet takes a text that begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line break for a
//! formula, and runs it (OWASP, "CSV Injection"). Such a text gets an apostrophe before it, which spreadsheets take for
//! "this is text". Numbers stay numbers: a negative one needs no apostrophe.

mod columns;
mod file_name;
mod row;
mod series;
mod sheet;
mod tidy;

pub use columns::{BEFORE, Breakdown, DETAILS, Details, FIGURE, breakdowns};
pub use file_name::file_name;
pub use sheet::{Sheet, sheet};
pub use tidy::{everything, shown};

/// By which older spreadsheets know that a file is UTF-8, where it stands first. Programs take it for a part of the first
/// heading, so that it stands there on request alone.
pub const BYTE_ORDER_MARK: &str = "\u{FEFF}";
