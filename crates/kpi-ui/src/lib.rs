//! The page: a Yew app over kpi-core's view-models.
//!
//! An event becomes an [`Action`], the reducer makes the next query, and everything on the page follows from it.
//! Components neither parse nor format numbers; only `browser` knows one, so that all the rest renders natively.

mod app;
mod browser;
mod components;
mod element;
mod figure_file;
mod plain;
mod publication;
mod report;
mod state;
mod text;

pub use app::{App, AppProps, Settings};
pub use browser::{Framed, Hands, picture};
pub use figure_file::{FigureFile, Sum};
pub use plain::{PlainFigures, PlainFiguresProps};
pub use publication::Publication;
pub use report::{PrintedPages, PrintedPagesProps};
pub use state::{Action, Origin, Reader, Report, State, Take};
