//! Figures: read, checked, queried, compared and put into words.
//!
//! Data flows one way. Bytes become a [`model::Dataset`] and diagnostics ([`ingest::read`]); a [`query::Query`] picks
//! from it; [`view`] turns the pick into models of a chart, a table and an overview; [`words`] makes every number,
//! period and sentence that a reader sees; [`export`] what a reader takes away; [`check`] asks of a sound publication what a careful colleague would. Nothing
//! here knows a browser, a clock or a file system, and nothing panics.

pub mod check;
pub mod export;
pub mod ingest;
pub mod model;
pub mod query;
pub mod sorted;
pub mod view;
pub mod words;
