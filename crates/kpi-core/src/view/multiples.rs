use super::chart::{LineChart, LineForm};
use super::draw::line::line;
use super::heading::parts;
use super::overview;
use crate::model::{Dataset, IndicatorIx, TopicIx};
use crate::query::Query;

/// A small chart of each indicator of a topic that has two numbers of the focus or more to show, in the order of the
/// publication; the name says which indicator, and which part of it for want of a total.
#[must_use]
pub fn multiples(dataset: &Dataset, query: &Query, topic: TopicIx) -> Vec<(IndicatorIx, String, LineChart)> {
    let mut multiples = Vec::new();
    for (ix, indicator) in dataset.indexed_indicators() {
        let sight = overview::overview_sight(dataset, query, indicator).filter(|_| indicator.topic == topic);
        let Some(sight) = sight else { continue };
        let Some(chart) = line(sight) else { continue };
        let numbers = chart.lines.first().map(|focus| focus.points.iter().filter(|point| point.number().is_some()));
        if numbers.is_some_and(|numbers| numbers.count() > 1) {
            let name = indicator.name.clone() + &parts(sight, None);
            multiples.push((ix, name, LineChart { form: LineForm::Small, ..chart }));
        }
    }
    multiples
}
