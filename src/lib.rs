//! The program's edge: what the element's script (`www/life.js`) calls.
//!
//! A [`Widget`] is the program's side of one live element. It reads figures, hands them to kpi-ui's app, and tells what is
//! shown. What a browser alone can do, and what has to work when the program does not, is the script's: requests, messages,
//! events. Everything else is in the crates below.

mod exchange;
mod failure;
mod life;
mod stage;
mod take;
mod widget;

pub use life::Life;
pub use widget::Widget;
