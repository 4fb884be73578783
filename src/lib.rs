//! The browser's edge of the explorer: what the custom element calls.
//!
//! [`Widget`] is one live element. It finds its figures (inline or by `src`), hands them to kpi-ui's app in the
//! element's shadow root, and tells the page around what is shown. Everything else is in the crates below.

mod edge;
mod element;

pub use element::Widget;
