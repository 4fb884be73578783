//! The page's only contact with the browser. Every listener, frame and observer ends with the component that took it.

mod address;
mod browsing;
mod chart;
mod event;
mod take;
mod title;

pub(crate) use browsing::{Browsing, Left, Way};
pub(crate) use chart::Drawing;
pub use chart::Framed;
pub(crate) use event::{Move, chosen_option, leaves_by_mouse, move_of, plain_click, swallow, typed};
pub(crate) use take::Taking;
pub use take::{Hands, picture};
