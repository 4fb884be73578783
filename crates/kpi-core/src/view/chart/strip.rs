use super::{Point, Tone};
use crate::model::{SeriesKey, Unit};
use crate::words::Lang;

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
