use super::{Point, Tone};
use crate::model::{AreaIx, MeasureIx, SeriesKey, Unit};
use crate::words::Lang;

/// Values side by side: areas in one period, the parts of a breakdown, or what was spent. Bars start at zero.
#[derive(Clone, Debug, PartialEq)]
pub struct BarChart {
    /// The language of all its texts.
    pub lang: Lang,
    /// What it is about.
    pub title: String,
    /// The measure, its unit and the period.
    pub subtitle: String,
    /// What the value axis counts.
    pub unit: Unit,
    /// What the bars show; empty where their names say it.
    pub name: String,
    /// What the marks upon the bars show, in the order of [`Bar::marks`]: other areas at the same part, or the budget.
    pub marks: Vec<BarMark>,
    /// Who is left out, and why; empty where nobody is.
    pub note: String,
    /// In the order in which they are drawn, from the top.
    pub bars: Vec<Bar>,
}

/// What one kind of mark upon the bars shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarMark {
    /// "England", "Budget"
    pub name: String,
    /// How it is drawn.
    pub tone: Tone,
    /// Whose values.
    pub area: AreaIx,
    /// Of which measure.
    pub measure: MeasureIx,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The area's, the part's or the period's name.
    pub name: String,
    /// How it is drawn.
    pub tone: Tone,
    /// How many wholes it is a part of, each of them with a bar above: its name is set in so often.
    pub depth: u8,
    /// Whose value, and of what.
    pub key: SeriesKey,
    /// The position of its period in the indicator.
    pub position: usize,
    /// Its length, or why it has none.
    pub point: Point,
    /// One for each of [`BarChart::marks`].
    pub marks: Vec<Point>,
    /// What stands at the right of its row: "£603 thousand over"; empty where there is nothing to say.
    pub aside: String,
}
