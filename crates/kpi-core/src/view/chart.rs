//! What a chart shows, before anybody decides where it goes. Every value here is a cell of the table beside the chart.

use crate::model::Unit;
use crate::words::Lang;

/// One chart.
#[derive(Clone, Debug, PartialEq)]
pub enum ChartModel {
    /// Values over time.
    Line(LineChart),
    /// Values side by side at one time.
    Bars(BarChart),
}

impl ChartModel {
    /// The language of all its texts.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        match self {
            Self::Line(chart) => chart.lang,
            Self::Bars(chart) => chart.lang,
        }
    }
}

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
    pub targets: Vec<Option<f64>>,
    /// The position of the chosen period.
    pub chosen: Option<usize>,
}

/// A place on the time axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodTick {
    /// Short: "Q4"; or the whole label where there is no short one.
    pub label: String,
    /// What several ticks have in common, drawn once below them: "2020/21". Empty where the label says it all.
    pub group: String,
}

/// The values of one area.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The area's name.
    pub name: String,
    /// How it is drawn.
    pub tone: Tone,
    /// One for each period.
    pub points: Vec<Point>,
}

/// How an area is drawn, the same in every chart and kept when other areas are taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// The area that the publication is about.
    Focus,
    /// One part of a breakdown of the focus area.
    Part,
    /// The first, second, ... comparator of the publication.
    Comparator(u8),
}

/// What stands at one period of a line, or at the end of one bar.
#[derive(Clone, Debug, PartialEq)]
pub enum Point {
    /// A number.
    Value {
        /// Where to draw it.
        number: f64,
        /// As the table writes it.
        text: String,
        /// May still change, or is an estimate or a forecast: drawn hollow.
        provisional: bool,
        /// Lower and upper confidence limits.
        limits: Option<(f64, f64)>,
        /// The publisher marks a break in the series: what is before it is not comparable.
        is_break: bool,
    },
    /// A symbol in place of a number; breaks the line.
    Missing {
        /// The symbol: "c".
        symbol: String,
        /// In words: "confidential".
        reason: String,
    },
}

impl Point {
    /// The number, if there is one.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Value { number, .. } => Some(*number),
            Self::Missing { .. } => None,
        }
    }

    /// The confidence limits, if there are any.
    #[must_use]
    pub fn limits(&self) -> Option<(f64, f64)> {
        match self {
            Self::Value { limits, .. } => *limits,
            Self::Missing { .. } => None,
        }
    }
}

/// Values side by side: areas in one period, or the parts of a breakdown. Bars start at zero.
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
    /// In the order in which they are drawn, from the top.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The area's or the part's name.
    pub name: String,
    /// How it is drawn.
    pub tone: Tone,
    /// Its length, or why it has none.
    pub point: Point,
}
