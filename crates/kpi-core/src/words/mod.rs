//! Every number, period and sentence that a reader sees is made here, and nowhere else, in the language of [`Lang`].

pub mod chart;
mod citation;
mod lang;
pub mod method;
pub mod number;
pub mod period;
mod rules;
pub mod sentence;
pub mod story;
pub mod symbol;
mod table;
mod text;

pub use citation::{citation, dates};
pub use lang::Lang;
pub use rules::{Rule, rules};
pub use table::{Table, fill, find, joined, length, plural};
pub use text::Text;
