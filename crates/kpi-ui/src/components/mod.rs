//! What the page is made of, one component a file.

mod chart;
mod figure_table;
mod filters;
mod footer;
mod indicator_page;
mod live;
mod notices;
mod overview;
mod shell;
mod source;
mod title;
mod verdict;

pub(crate) use chart::Chart;
pub(crate) use figure_table::FigureTable;
pub(crate) use filters::Filters;
pub(crate) use footer::Footer;
pub(crate) use indicator_page::IndicatorPage;
pub(crate) use live::Live;
pub(crate) use notices::Notices;
pub(crate) use overview::Overview;
pub use shell::Shell;
pub(crate) use source::SourceLine;
pub(crate) use title::Title;
pub(crate) use verdict::VerdictMark;
