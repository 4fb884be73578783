use kpi_core::model::Dataset;
use kpi_core::query::{Query, View};
use serde::Serialize;

/// What is shown, in ids that a host page can keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct ShownState {
    view: &'static str,
    indicator: Option<String>,
    period: Option<String>,
    compare: Vec<String>,
}

impl ShownState {
    pub(super) fn new(dataset: &Dataset, query: &Query) -> Self {
        let (view, indicator) = match query.view {
            View::Overview => ("overview", None),
            View::Indicator { indicator, .. } => ("indicator", dataset.indicator(indicator)),
        };
        let previous = query.compare.previous.then(|| "previous".to_owned());
        let areas = query.comparators(dataset).map(|(_, _, area)| area.id.clone());
        Self {
            view,
            indicator: indicator.map(|indicator| indicator.id.clone()),
            period: query.period.map(|period| period.to_string()),
            compare: previous.into_iter().chain(areas).collect(),
        }
    }
}
