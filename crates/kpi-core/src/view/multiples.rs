use super::chart::LineChart;
use crate::model::{Dataset, IndicatorIx, TopicIx};
use crate::query::Query;

/// A small chart of each indicator of a topic that has two numbers or more to show, in the order of the publication; the
/// name says which indicator, and which part of it for want of a total.
#[must_use]
pub fn multiples(_dataset: &Dataset, _query: &Query, _topic: TopicIx) -> Vec<(IndicatorIx, String, LineChart)> {
    Vec::new()
}
