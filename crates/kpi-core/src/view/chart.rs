//! What a chart shows, before anybody decides where it goes. Every value here is a cell of the table beside the chart.

use crate::model::{AreaIx, MeasureIx, SeriesKey, Unit};
use crate::words::Lang;

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
}

impl ChartModel {
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

/// Many areas in one period, every one a dot on one axis.
#[derive(Clone, Debug, PartialEq)]
pub struct StripChart {
    /// The language of all its texts.
    pub lang: Lang,
    /// What it is about.
    pub title: String,
    /// The measure, its unit and the period.
    pub subtitle: String,
    /// What the value axis counts.
    pub unit: Unit,
    /// The position of the period in the indicator.
    pub position: usize,
    /// By value, the smallest first; then those of the chosen areas that have no number. What nobody has chosen has
    /// [`Tone::Other`], the others are named.
    pub dots: Vec<Dot>,
    /// The lower quartile, the median and the upper quartile of the areas that have a number and are no group, region or
    /// country.
    pub quartiles: Option<[Point; 3]>,
    /// The place of the focus among those areas, how many have no figure, and who is left out.
    pub note: String,
}

/// One area of a strip.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// The area's name.
    pub name: String,
    /// How it is drawn.
    pub tone: Tone,
    /// Whose value, and of what.
    pub key: SeriesKey,
    /// Its value, or why it has none.
    pub point: Point,
}
