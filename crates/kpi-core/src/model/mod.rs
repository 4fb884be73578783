//! What a publication says, as immutable data: indicators, their figures by area and period, and what the figures mean.

mod area;
mod cube;
mod dataset;
mod date;
mod decimal;
mod figure;
mod indicator;
mod period;
mod unit;

pub use area::{Area, AreaIx, AreaRole, Method};
pub use cube::{Cube, CubeBuilder, SeriesKey, SeriesRow};
pub use dataset::{Dataset, Derived, Publisher, Topic, TopicIx};
pub use date::Date;
pub use decimal::{Decimal, ParsedDecimal};
pub use figure::{Earlier, Figure, Limits, Mark, Marks, Missing, Origin, Value};
pub use indicator::{
    Category, CategoryIx, DataFile, Dimension, Indicator, IndicatorIx, Measure, MeasureIx, MeasureRole, NamedPeriod,
    Polarity, Source, Target,
};
pub use period::{Period, PeriodKind};
pub use unit::{Unit, UnitKind};
