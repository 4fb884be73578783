//! The page's only contact with the browser. Every listener, frame and observer ends with the component that took it.

mod address;
mod browsing;
mod chart;
mod event;
mod timing;
mod title;

pub(crate) use browsing::Browsing;
pub(crate) use chart::Drawing;
pub(crate) use event::{Move, chosen_option, jump_to, leaves_by_mouse, move_of, plain_click, swallow, typed};
