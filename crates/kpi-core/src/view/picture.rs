use super::chart::ChartModel;
use super::indicator::IndicatorModel;
use crate::model::Dataset;
use crate::query::Query;

/// A chart with everything that a reader needs who has nothing but it: what leaves the page. kpi-chart's `frame` places it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The indicator's name.
    pub title: String,
    /// What the figures say, in words.
    pub sentence: String,
    /// The measure, its unit, and the period.
    pub subtitle: String,
    /// The chart.
    pub chart: ChartModel,
    /// Lines below the chart: how a group's figure comes about, what symbols mean, the source, the licence.
    pub notes: Vec<String>,
}

impl Picture {
    /// The picture of one of an indicator's charts.
    #[must_use]
    pub fn new(_dataset: &Dataset, _query: &Query, model: &IndicatorModel, chart: &ChartModel) -> Self {
        Self {
            title: model.name.clone(),
            sentence: model.sentence.clone(),
            subtitle: chart.subtitle().to_owned(),
            chart: chart.clone(),
            notes: Vec::new(),
        }
    }
}
