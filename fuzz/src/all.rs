//! Everything that is fuzzed. The two files are apart, so that kpi-core's tests need nothing of kpi-formats.

pub mod formats;
#[path = "lib.rs"]
mod publication;

pub use publication::*;
