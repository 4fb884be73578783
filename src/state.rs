use kpi_core::model::Dataset;
use kpi_core::query::{Query, View, fragment};
use serde::Serialize;

/// What is shown, in ids that a host page can keep.
#[derive(Debug, Serialize)]
pub(crate) struct ShownState {
    view: &'static str,
    indicator: Option<String>,
    period: Option<String>,
    compare: Vec<String>,
    methods: Vec<String>,
}

impl ShownState {
    pub(crate) fn new(dataset: &Dataset, query: &Query) -> Self {
        let (view, indicator) = match query.view {
            View::Overview => ("overview", None),
            View::About => ("about", None),
            View::Indicator { indicator, .. } => ("indicator", dataset.indicator(indicator)),
        };
        Self {
            view,
            indicator: indicator.map(|indicator| indicator.id.clone()),
            period: query.period.map(|period| period.to_string()),
            compare: fragment::comparators(&query.compare, dataset),
            methods: fragment::methods(query, dataset),
        }
    }
}
