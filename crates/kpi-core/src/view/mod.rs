//! What a reader sees, as data: models of a chart, a table and an overview, made from a dataset and a query.

mod about;
mod areas;
mod breakdown;
mod chart;
mod draw;
mod group;
mod heading;
mod headline;
mod indicator;
mod many;
mod measures;
mod multiples;
mod overview;
mod picture;
mod read_out;
mod revision;
mod table;
mod trend;

pub use about::{AboutIndicator, AboutModel};
pub use breakdown::{Breakdown, Part};
pub use chart::{
    Bar, BarChart, BarMark, ChartModel, Dot, Goal, Line, LineChart, LineForm, PeriodTick, Point, StripChart, Tone,
};
pub use group::{GroupModel, MethodChoice, method_choices};
pub use headline::Headline;
pub use indicator::IndicatorModel;
pub use measures::MeasureChoice;
pub use multiples::multiples;
pub use overview::{
    Against, ChangeModel, Mover, Movers, OverviewModel, OverviewRow, Section, ValueModel, listed, overview_sight,
};
pub use picture::Picture;
pub use read_out::{ReadOut, ReadRow, read_out};
pub use table::{Cell, Column, Row, TableModel};
pub use trend::Trend;
