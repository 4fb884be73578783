//! What a chart shows, before anybody decides where it goes. Every value here is a cell of the table beside the chart.

mod bars;
mod line;
mod strip;

pub use bars::{Bar, BarChart, BarMark};
pub use line::{Goal, Line, LineChart, LineForm, PeriodTick};
pub use strip::{Dot, StripChart};

use crate::model::AreaIx;
use crate::words::{Lang, chart as words};

/// One chart.
#[derive(Clone, Debug, PartialEq)]
pub enum ChartModel {
    /// Values over time.
    Line(LineChart),
    /// Values side by side at one time.
    Bars(BarChart),
    /// The values of many areas on one axis.
    Strip(StripChart),
}

impl ChartModel {
    /// What it is about.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Line(chart) => &chart.title,
            Self::Bars(chart) => &chart.title,
            Self::Strip(chart) => &chart.title,
        }
    }

    /// The measure and its unit; the period where all values share one.
    #[must_use]
    pub fn subtitle(&self) -> &str {
        match self {
            Self::Line(chart) => &chart.subtitle,
            Self::Bars(chart) => &chart.subtitle,
            Self::Strip(chart) => &chart.subtitle,
        }
    }

    /// What stands above it: the subtitle, and of a line that has room for words from when to when.
    #[must_use]
    pub fn caption(&self) -> String {
        let mut caption = self.subtitle().to_owned();
        if let Self::Line(LineChart { form: LineForm::Course | LineForm::Slope, lang, periods, .. }) = self
            && let [first, .., last] = periods.as_slice()
        {
            caption.push_str(&words::span(*lang, &first.name, &last.name));
        }
        caption
    }

    /// The language of all its texts.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        match self {
            Self::Line(chart) => chart.lang,
            Self::Bars(chart) => chart.lang,
            Self::Strip(chart) => chart.lang,
        }
    }

    /// Whether it shows an area.
    #[must_use]
    pub fn has(&self, area: AreaIx) -> bool {
        match self {
            Self::Line(chart) => chart.lines.iter().any(|line| line.key.area == area),
            Self::Bars(chart) => {
                let is_marked = chart.marks.iter().any(|mark| mark.area == area);
                is_marked || chart.bars.iter().any(|bar| bar.key.area == area)
            }
            Self::Strip(chart) => chart.dots.iter().any(|dot| dot.key.area == area),
        }
    }

    /// Everything that it shows.
    #[must_use]
    pub fn points(&self) -> Vec<&Point> {
        let mut points = Vec::new();
        match self {
            Self::Line(chart) => points.extend(chart.lines.iter().flat_map(|line| &line.points)),
            Self::Bars(chart) => {
                for bar in &chart.bars {
                    points.push(&bar.point);
                    points.extend(&bar.marks);
                }
            }
            Self::Strip(chart) => {
                points.extend(chart.dots.iter().map(|dot| &dot.point));
                points.extend(chart.quartiles.iter().flatten());
            }
        }
        points
    }
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
    /// What was planned, or is aimed at: a stroke across a bar.
    Plan,
    /// An area among many, which nobody has chosen.
    Other,
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
