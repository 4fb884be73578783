//! What the page is made of, one part a file. Parts without a state of their own are plain functions of what they
//! show: a Yew component each would cost the visitor 1 kB and make nothing clearer.

mod about;
mod chart;
mod details;
mod figure;
mod figure_table;
mod filters;
mod indicator_page;
mod live;
mod multiples;
mod notices;
mod overview;
mod page;
mod shell;
mod source;
mod take_away;
mod title;
mod verdict;

pub(crate) use about::about;
pub(crate) use figure_table::figure_table;
pub(crate) use filters::filters;
pub(crate) use indicator_page::indicator_page;
pub(crate) use live::{chosen, live};
pub(crate) use multiples::multiples;
pub(crate) use notices::notices;
pub(crate) use overview::overview;
pub(crate) use page::Page;
pub(crate) use shell::shell;
pub(crate) use source::{named, source_line};
pub(crate) use take_away::take_away;
pub(crate) use title::title;
pub(crate) use verdict::verdict_mark;
