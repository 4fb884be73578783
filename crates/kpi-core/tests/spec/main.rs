//! What kpi-core promises, as tables of cases: `check(input, expected)`.
//!
//! `UPDATE_EXPECT=1 cargo test -p kpi-core` rewrites the expected texts; read the difference before it is committed.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test fails by panicking, and its inputs are its own"
)]

mod address;
mod charts;
mod check;
mod compare;
mod corners;
mod damage;
mod decimal;
mod document;
mod export;
mod find;
mod fragment;
mod fuzzed;
mod given;
mod group;
mod hostile;
mod ingest;
mod json;
mod listing;
mod method;
mod number;
mod peers;
mod period;
mod picture;
mod properties;
mod rank;
mod read_out;
mod schema;
mod sentences;
mod snapshot;
mod sorted;
mod tables;
mod target;
mod trend;
mod welsh;
