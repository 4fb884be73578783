use super::chart::{ChartModel, Tone};
use crate::model::{Dataset, IndicatorIx};
use crate::query::Query;

/// Everything that is said at one place of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadOut {
    /// The period of a line chart, the part of a breakdown, the period of areas side by side.
    pub heading: String,
    /// What heads the differences: "Isle of Wight is"; empty where there are none.
    pub compared: String,
    /// What the place shows; of a line chart and of a breakdown the focus first, then everything beside it.
    pub rows: Vec<ReadRow>,
    /// The one value at the place itself in a sentence: "Q4 2020/21, England: 79%, Isle of Wight is 9 percentage points
    /// lower."
    pub spoken: String,
}

/// What is said of one area, or of one measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadRow {
    /// Its name.
    pub name: String,
    /// How it is drawn.
    pub tone: Tone,
    /// As the table writes it: "79%", "c".
    pub value: String,
    /// How the focus stands to it: "9 percentage points lower"; why it cannot be compared; empty for the focus itself.
    pub difference: String,
    /// What has to be known of the value: why there is none, its marks in words, its confidence limits, how many of a
    /// group's members are behind it. One piece each.
    pub asides: Vec<String>,
    /// Whether it is the value at the place itself.
    pub here: bool,
}

/// What is said at a place of a chart: `series` and `period` as its spot has them (kpi-chart's `Spot`). `None` where the
/// chart has no such place.
#[must_use]
pub fn read_out(
    _dataset: &Dataset,
    _query: &Query,
    _indicator: IndicatorIx,
    _chart: &ChartModel,
    _series: usize,
    _period: usize,
) -> Option<ReadOut> {
    None
}
