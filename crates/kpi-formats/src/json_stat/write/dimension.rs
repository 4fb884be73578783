use super::super::unit::Written;
use crate::layout::Named;
use kpi_core::model::{self, AreaIx, Dataset, Indicator};
use kpi_core::words::{Lang, period::named};
use serde::Serialize;

/// A dimension of a table.
#[derive(Serialize)]
pub(super) struct Dimension {
    label: String,
    category: Category,
}

#[derive(Serialize)]
struct Category {
    index: Vec<String>,
    label: Named<String>,
    #[serde(skip_serializing_if = "super::is_empty")]
    child: Named<Vec<String>>,
    #[serde(skip_serializing_if = "super::is_empty")]
    unit: Named<Written>,
}

/// The ids of the dimensions that every table has.
pub(super) struct Ids {
    pub(super) time: String,
    pub(super) geo: String,
    pub(super) metric: String,
}

impl Ids {
    /// All ids in the order of the dimensions: area, measure, breakdowns, period.
    pub(super) fn in_order(&self, indicator: &Indicator) -> Vec<String> {
        let breakdowns = indicator.dimensions.iter().map(|dimension| dimension.id.clone());
        let first = [self.geo.clone(), self.metric.clone()];
        first.into_iter().chain(breakdowns).chain([self.time.clone()]).collect()
    }
}

/// Ids that no breakdown of the indicator has.
pub(super) fn ids(indicator: &Indicator) -> Ids {
    let free = |word: &str| {
        let mut id = word.to_owned();
        while indicator.dimensions.iter().any(|dimension| dimension.id == id) {
            id.push('_');
        }
        id
    };
    Ids { time: free("period"), geo: free("area"), metric: free("measure") }
}

/// All dimensions in the same order.
pub(super) fn all(dataset: &Dataset, indicator: &Indicator, areas: &[AreaIx]) -> Vec<Dimension> {
    let areas = areas.iter().filter_map(|ix| dataset.area(*ix)).map(|area| (area.id.clone(), area.name.clone()));
    let measures = || indicator.measures.iter().map(|measure| (measure_id(measure), measure));
    let mut metric = plain("Measure", measures().map(|(id, measure)| (id, measure.name.clone())));
    metric.category.unit = Named(measures().map(|(id, measure)| (id, Written::of(&measure.unit))).collect());
    let periods = indicator.periods.iter().map(|period| (period.period.to_string(), named(Lang::En, period)));
    let mut dimensions = vec![plain("Area", areas), metric];
    dimensions.extend(indicator.dimensions.iter().map(breakdown));
    dimensions.push(plain("Period", periods));
    dimensions
}

fn plain(label: &str, categories: impl Iterator<Item = (String, String)>) -> Dimension {
    let labels: Vec<(String, String)> = categories.collect();
    let index = labels.iter().map(|(id, _)| id.clone()).collect();
    let category = Category { index, label: Named(labels), child: Named(Vec::new()), unit: Named(Vec::new()) };
    Dimension { label: label.to_owned(), category }
}

fn breakdown(from: &model::Dimension) -> Dimension {
    let mut dimension =
        plain(&from.name, from.categories.iter().map(|category| (category.id.clone(), category.name.clone())));
    let mut children: Vec<(String, Vec<String>)> = Vec::new();
    for category in &from.categories {
        let Some(parent) = category.parent.and_then(|parent| from.categories.get(usize::from(parent.0))) else {
            continue;
        };
        match children.iter_mut().find(|(id, _)| *id == parent.id) {
            Some((_, list)) => list.push(category.id.clone()),
            None => children.push((parent.id.clone(), vec![category.id.clone()])),
        }
    }
    dimension.category.child = Named(children);
    dimension
}

/// A measure that stands for the indicator itself has no id.
fn measure_id(measure: &model::Measure) -> String {
    if measure.id.is_empty() { "value".to_owned() } else { measure.id.clone() }
}
