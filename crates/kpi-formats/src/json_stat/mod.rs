//! JSON-stat 2.0 (json-stat.org/format), read into facts and written from a dataset.
//!
//! What JSON-stat has no word for (groups, polarity, limits, earlier values, remarks, targets, ...) is written under
//! `extension.kpi`, so that nothing is lost on the way there and back. The figures themselves stand in the table alone.

mod about;
mod dimension;
mod gather;
mod node;
mod period;
mod problem;
mod read;
mod restore;
mod role;
mod status;
mod table;
mod unit;
mod write;

pub use period::{Time, times};
pub use problem::{Message, Problem};
pub use read::{Reading, read};
pub use write::write;
