//! The tool as a performance officer calls it: the real program in folders of its own.
// A test that cannot go on should stop, with the place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

mod agreement;
mod build;
mod check;
mod convert;
mod diff;
mod guide;
mod manners;
mod pages;
mod support;
mod workbook;
