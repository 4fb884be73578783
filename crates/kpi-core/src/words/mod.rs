//! Every number, period and sentence that a reader sees is made here, and nowhere else, in the language of [`Lang`].

pub mod chart;
mod lang;
pub mod method;
pub mod number;
pub mod period;
pub mod sentence;
pub mod story;
pub mod symbol;
mod text;

pub use lang::Lang;
pub use text::{Table, Text, fill, length};
