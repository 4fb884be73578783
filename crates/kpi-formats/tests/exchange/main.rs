//! What goes out comes back: documents, JSON-stat, tables.
//!
//! `UPDATE_EXPECT=1 cargo test -p kpi-formats` rewrites the expected texts; read the difference before it is committed.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, and its inputs are its own"
)]

mod csvw;
mod document;
mod facts;
mod generated;
mod given;
mod json_stat;
mod layout;
