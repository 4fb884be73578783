use super::{Point, Tone};
use crate::model::{SeriesKey, Unit};
use crate::words::Lang;

/// Values of one or more areas over the periods of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct LineChart {
    /// The language of all its texts.
    pub lang: Lang,
    /// What it is about: part of every picture that leaves the page.
    pub title: String,
    /// The measure and its unit.
    pub subtitle: String,
    /// What the value axis counts.
    pub unit: Unit,
    /// In order of time; every line has one point for each.
    pub periods: Vec<PeriodTick>,
    /// The focus first.
    pub lines: Vec<Line>,
    /// What the focus aims at, by period; empty where there is no target at all.
    pub targets: Vec<Option<Goal>>,
    /// The position of the chosen period among those of the chart.
    pub chosen: Option<usize>,
    /// How much it says besides its lines.
    pub form: LineForm,
    /// Who is left out, and why; empty where nobody is.
    pub note: String,
}

/// A target in a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// Where to draw it.
    pub number: f64,
    /// As the table writes it.
    pub text: String,
}

/// How a line chart is placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LineForm {
    /// The course of the values: an axis, and names at the lines' ends.
    Course,
    /// Two periods, one at each side, and values at both ends of every line.
    Slope,
    /// One of several side by side, each small: the first and the last period, and the focus's last value.
    Small,
}

/// A place on the time axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodTick {
    /// Short: "Q4"; or the whole label where there is no short one.
    pub label: String,
    /// What several ticks have in common, drawn once below them: "2020/21". Empty where the label says it all.
    pub group: String,
    /// The whole name: "Q4 2020/21".
    pub name: String,
    /// The position of the period in the indicator.
    pub position: usize,
    /// The month in which it begins, counted from January of the year 0: ticks lie as far apart as the periods do.
    pub month: i32,
    /// Whether it follows the one before at once. Where it does not, there are periods between them of which nothing is known,
    /// and no line leads over them.
    pub follows: bool,
}

/// The values of one area.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The area's name.
    pub name: String,
    /// How it is drawn.
    pub tone: Tone,
    /// Whose values, and of what.
    pub key: SeriesKey,
    /// One for each period.
    pub points: Vec<Point>,
}
