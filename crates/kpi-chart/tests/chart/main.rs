//! What charts look like, where their marks lie, and that nothing in them is too faint, too small or out of sight.
//!
//! `UPDATE_EXPECT=1 cargo test -p kpi-chart` draws the pictures anew; look at them before they are committed.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    reason = "a test fails by panicking, and its inputs are its own"
)]

mod contrast;
mod files;
mod fixtures;
mod geometry;
mod many;
mod measuring;
mod metrics;
mod moving;
mod pictures;
mod spread;
mod ticks;
