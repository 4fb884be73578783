//! The browser's own things: requests, events, the timeline.

pub(crate) mod event;
pub(crate) mod fetch;
pub(crate) mod timeline;
