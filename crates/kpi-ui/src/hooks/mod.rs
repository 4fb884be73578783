//! The page's only contact with the browser. Every listener, frame and observer ends with the component that took it.

mod address;
mod chart;
mod event;
mod shown;
mod timing;

pub(crate) use chart::use_chart;
pub(crate) use event::{chosen_option, jump_to, plain_click};
pub(crate) use shown::use_shown;
