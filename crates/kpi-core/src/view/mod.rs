//! What a reader sees, as data: models of a chart, a table and an overview, made from a dataset and a query.

mod areas;
mod breakdown;
mod chart;
mod draw;
mod group;
mod indicator;
mod overview;
mod revision;
mod table;
mod trend;

pub use breakdown::{Breakdown, Part};
pub use chart::{Bar, BarChart, ChartModel, Line, LineChart, PeriodTick, Point, Tone};
pub use group::{GroupModel, groups};
pub use indicator::{IndicatorModel, MeasureChoice};
pub use overview::{Against, ChangeModel, OverviewModel, OverviewRow, Section, ValueModel};
pub use table::{Cell, Column, Row, TableModel};
pub use trend::Trend;
