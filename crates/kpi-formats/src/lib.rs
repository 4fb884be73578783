//! The formats that people have: the DfE's and other tidy CSVs, spreadsheets, JSON-stat.
//!
//! Whatever its form, a file becomes [`facts::Facts`], one fact a published cell. Facts become a [`document::Document`],
//! and that document is read by [`kpi_core::ingest`] like any other: there is one place that says what a publication may
//! be. This crate is the workshop of those who publish; nothing of it is on a visitor's page.

pub mod calendar;
pub mod csvw;
pub mod document;
pub mod facts;
mod grid;
pub mod json_stat;
mod layout;
pub mod neighbours;
pub mod problem;
pub mod tabular;

pub use grid::limits;
