use super::{Rect, Xy};
use crate::Weight;
use kpi_core::view::Tone;

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
    /// A value of an only line, beside its point.
    Figure,
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
