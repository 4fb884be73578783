//! What the readers of tables promise, by example.
//!
//! `UPDATE_EXPECT=1 cargo test -p kpi-formats` rewrites the expected texts; read the difference before it is committed.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, and its inputs are its own"
)]

mod fuzzed;
mod given;
mod grid;
mod messages;
mod metadata;
mod neighbours;
mod periods;
mod random;
mod real;
mod standard;
mod tidy;
mod values;
mod workbook;
