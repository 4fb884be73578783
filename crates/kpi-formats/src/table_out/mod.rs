//! A dataset as one tidy table, one row a figure: CSV, and what its columns mean as CSV on the Web (W3C, "Metadata
//! Vocabulary for Tabular Data").
//!
//! A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or
//! a line break) gets an apostrophe before it, which spreadsheets take for "this is text". Numbers stay numbers: a negative
//! one needs no apostrophe. What a revised figure was before has no column. Definitions, sources and notes are in the metadata
//! alone: in every row they made the table half as large again.

mod columns;
mod csvw;
mod rows;

pub use csvw::metadata;
pub use rows::{Bom, write_csv};
