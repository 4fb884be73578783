//! The page as text: every view and state as HTML, every seed figure found on it. Runs without a browser.
#![cfg(not(target_arch = "wasm32"))]
// A test that cannot go on should stop, with the place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod pages;
mod render;
mod seed_figures;
mod table;
