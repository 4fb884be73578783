//! Every number, period and sentence that a reader sees is made here, and nowhere else. English (en-GB).

pub mod chart;
mod lang;
pub mod method;
pub mod number;
pub mod period;
pub mod sentence;
pub mod story;
pub mod symbol;

pub use lang::Lang;
