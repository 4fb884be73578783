//! A picture as data: marks with a place and a meaning, without colours.

use crate::Weight;
use kpi_core::view::Tone;

/// A chart whose every mark has its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The surface it was placed for.
    pub size: Size,
    /// From the back to the front.
    pub marks: Vec<Mark>,
    /// The part of the surface in which values lie.
    pub plot: Rect,
    /// Where each cell of the table is, for the pointer, the keyboard and the read-out: by series, then by period.
    pub spots: Vec<Spot>,
    /// How the pointer and the keyboard move among the spots.
    pub snap: Snap,
}

/// How the pointer and the keyboard move among the spots of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Snap {
    /// A line chart: first to the period, then to the line. Left and right are periods, up and down lines.
    Period,
    /// Bars: first to the row, then to what stands in it. Up and down are rows, left and right the values of a row.
    Row,
    /// A strip: to the dot nearest by. Left and right are the next smaller and the next larger value.
    Dot,
}

/// Where the keyboard goes from a spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The period before, or what stands to the left.
    Left,
    /// The next period, or what stands to the right.
    Right,
    /// The series above.
    Up,
    /// The series below.
    Down,
    /// The first period, or row, or the smallest value.
    First,
    /// The last period, or row, or the largest value.
    Last,
}

impl Placed {
    /// The spot that a pointer means, as its position; `None` where the chart has none.
    #[must_use]
    pub fn nearest(&self, at: Xy) -> Option<usize> {
        let (across, down) = match self.snap {
            Snap::Period => (FIRST, 1.0),
            Snap::Row => (1.0, FIRST),
            Snap::Dot => (1.0, 1.0),
        };
        let (mut nearest, mut least) = (None, f64::INFINITY);
        for (position, spot) in self.spots.iter().enumerate() {
            let (dx, dy) = ((spot.at.x - at.x) * across, (spot.at.y - at.y) * down);
            let distance = dx * dx + dy * dy;
            if distance < least {
                (nearest, least) = (Some(position), distance);
            }
        }
        nearest
    }

    /// The position of the spot to which a key leads from another; the same where there is nothing further.
    #[must_use]
    pub fn step(&self, from: usize, step: Step) -> usize {
        let Some(spot) = self.spots.get(from) else { return 0 };
        // To what the period, or the series, changes.
        let (series, period) = match (step, self.snap) {
            (Step::First, Snap::Period) => (Some(spot.series), Some(0)),
            (Step::Last, Snap::Period) => return self.last(|other| other.series == spot.series).unwrap_or(from),
            (Step::First, _) => return 0,
            (Step::Last, Snap::Row) => return self.last(|other| other.period == spot.period).unwrap_or(from),
            (Step::Last, Snap::Dot) => return self.spots.len().saturating_sub(1),
            (Step::Left, Snap::Dot) | (Step::Up, _) => (spot.series.checked_sub(1), Some(spot.period)),
            (Step::Right, Snap::Dot) | (Step::Down, _) => (Some(spot.series + 1), Some(spot.period)),
            (Step::Left, _) => (Some(spot.series), spot.period.checked_sub(1)),
            (Step::Right, _) => (Some(spot.series), Some(spot.period + 1)),
        };
        let is_there = |other: &Spot| Some(other.series) == series && Some(other.period) == period;
        self.spots.iter().position(is_there).unwrap_or(from)
    }

    /// Moves everything to the right and down.
    pub(crate) fn shift(&mut self, dx: f64, dy: f64) {
        let moved = |at: &mut Xy| {
            at.x += dx;
            at.y += dy;
        };
        let moved_rect = |rect: &mut Rect| {
            rect.left += dx;
            rect.right += dx;
            rect.top += dy;
            rect.bottom += dy;
        };
        for mark in &mut self.marks {
            match mark {
                Mark::Rule { from, to, .. } | Mark::Whisker { from, to } | Mark::Leader { from, to, .. } => {
                    moved(from);
                    moved(to);
                }
                Mark::Line { points, .. } | Mark::Band { corners: points } => points.iter_mut().for_each(moved),
                Mark::Marker { at, .. } | Mark::Dot { at, .. } | Mark::Text { at, .. } => moved(at),
                Mark::Bar { rect, .. } => moved_rect(rect),
            }
        }
        self.spots.iter_mut().for_each(|spot| moved(&mut spot.at));
        moved_rect(&mut self.plot);
    }

    fn last(&self, is_meant: impl Fn(&Spot) -> bool) -> Option<usize> {
        self.spots.iter().rposition(is_meant)
    }
}

/// How much more the one direction counts that a pointer snaps to first.
const FIRST: f64 = 1000.0;

/// One thing to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A straight horizontal or vertical hairline.
    Rule {
        /// One end.
        from: Xy,
        /// The other end.
        to: Xy,
        /// What it is for.
        role: RuleRole,
    },
    /// A line through values that follow each other without a gap: two points or more.
    Line {
        /// In order of time.
        points: Vec<Xy>,
        /// Whose values.
        tone: Tone,
    },
    /// The confidence limits of values that follow each other: what lies between them, behind the line.
    Band {
        /// Along the upper limits, and back along the lower ones.
        corners: Vec<Xy>,
    },
    /// The confidence limits of one value: a line with a stroke across each end.
    Whisker {
        /// The lower limit.
        from: Xy,
        /// The upper limit; on one level with the lower one, or above it.
        to: Xy,
    },
    /// A value on a line, or its sample in a legend.
    Marker {
        /// Its middle.
        at: Xy,
        /// Whose value.
        tone: Tone,
        /// Provisional, estimated or forecast.
        hollow: bool,
    },
    /// One of many areas, which nobody has chosen.
    Dot {
        /// Its middle.
        at: Xy,
        /// To its edge.
        radius: f64,
    },
    /// A bar that starts at zero.
    Bar {
        /// Its sides.
        rect: Rect,
        /// Whose value.
        tone: Tone,
        /// Provisional, estimated or forecast.
        hollow: bool,
    },
    /// A thin line from a value to a label that had to move away from it.
    Leader {
        /// Beside the value.
        from: Xy,
        /// Beside the label.
        to: Xy,
        /// Whose value.
        tone: Tone,
    },
    /// One line of text.
    Text {
        /// The middle of its height, at its start, middle or end.
        at: Xy,
        /// What it says.
        text: String,
        /// In CSS pixels.
        size: f64,
        /// Which part of it lies at `at`.
        anchor: Anchor,
        /// What it is for.
        role: TextRole,
    },
}

/// What a hairline is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RuleRole {
    /// A round number across the plot.
    Grid,
    /// The foot of a line chart.
    Axis,
    /// Zero: where bars start.
    Zero,
    /// The place of a period on the axis.
    Tick,
    /// The periods that share a group's label.
    Group,
    /// The chosen period.
    Chosen,
    /// What the focus aims at.
    Target,
    /// A break in the series.
    Break,
    /// The middle of many areas.
    Median,
}

/// What a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextRole {
    /// A round number beside its grid line.
    Tick,
    /// The label of a period.
    Period {
        /// The period that the page is about.
        chosen: bool,
    },
    /// What several periods have in common.
    Group,
    /// A line's latest value and its name.
    Label(Tone),
    /// A bar's name.
    Name(Tone),
    /// A bar's value, beside the bar.
    Value(Tone),
    /// A bar's value, upon the bar.
    Inside(Tone),
    /// Why a bar is missing.
    Reason,
    /// The letter in place of a value; of one area, or of several.
    Symbol(Option<Tone>),
    /// What a reader has to know about the chart itself.
    Note,
    /// What a picture that leaves the page is about.
    Title,
    /// What its figures say, in words.
    Sentence,
}

impl TextRole {
    /// The focus and the chosen period stand out.
    #[must_use]
    pub fn weight(self) -> Weight {
        match self {
            Self::Label(Tone::Focus) | Self::Name(Tone::Focus) | Self::Value(Tone::Focus) => Weight::Bold,
            Self::Inside(Tone::Focus) | Self::Symbol(_) | Self::Period { chosen: true } | Self::Title => Weight::Bold,
            _ => Weight::Regular,
        }
    }
}

/// Which part of a text lies at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// The place of one cell of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The position of the line, the bar or the dot in the model.
    pub series: usize,
    /// The position of the period among those of a line chart. Of bars 0 is the bar itself, and behind it come the marks
    /// upon it; of dots always 0.
    pub period: usize,
    /// The value's own place, or that of the symbol: on the axis, at the zero line.
    pub at: Xy,
    /// Whether a value is drawn there.
    pub valued: bool,
}

/// A place in CSS pixels from the surface's upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Xy {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// The extent of a surface in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Across.
    pub width: f64,
    /// Down.
    pub height: f64,
}

/// An upright rectangle in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// The smaller x.
    pub left: f64,
    /// The smaller y.
    pub top: f64,
    /// The larger x.
    pub right: f64,
    /// The larger y.
    pub bottom: f64,
}

impl Rect {
    /// Across.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Down.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }
}
