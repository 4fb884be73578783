use super::chart::{ChartModel, Point};
use super::indicator::IndicatorModel;
use crate::model::Dataset;
use crate::query::Query;
use crate::words::{Lang, chart as words, find, joined};
use std::rc::Rc;

/// A chart with everything that a reader needs who has nothing but it: what leaves the page. kpi-chart's `frame` places it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The indicator's name.
    pub title: String,
    /// What the figures say, in words.
    pub sentence: String,
    /// The measure, its unit, and the period or periods.
    pub subtitle: String,
    /// The chart.
    pub chart: Rc<ChartModel>,
    /// Lines below the chart: how a group's figure comes about, what symbols mean, the source, the licence.
    pub notes: Vec<String>,
}

impl Picture {
    /// The picture of one of an indicator's charts.
    #[must_use]
    pub fn new(dataset: &Dataset, query: &Query, model: &IndicatorModel, chart: &Rc<ChartModel>) -> Self {
        let mut notes = methods(query.lang, model, chart);
        notes.extend_from_slice(&model.decisions);
        notes.extend(key(query.lang, model, chart));
        notes.push(words::source(query.lang, model.source.as_ref(), &dataset.publisher.name));
        notes.extend(dataset.licence.as_ref().map(|licence| words::licence(query.lang, licence)));
        let (title, sentence) = (model.name.clone(), model.sentence.clone());
        Self { title, sentence, subtitle: chart.caption(), chart: Rc::clone(chart), notes }
    }
}

/// How the figure of each group in the chart comes about, and of whom.
fn methods(lang: Lang, model: &IndicatorModel, chart: &ChartModel) -> Vec<String> {
    let mut said = Vec::new();
    // Only bars of parts, upon which others are marked, show more than the whole.
    let is_of_parts = matches!(chart, ChartModel::Bars(chart) if !chart.marks.is_empty());
    for group in model.groups.iter().filter(|group| chart.has(group.area)) {
        for method in group.methods.iter().take(if is_of_parts { usize::MAX } else { 1 }) {
            said.push(words::method(lang, &group.name, *method, &group.model, &group.members));
        }
    }
    said
}

/// What the symbols in a chart mean, hollow marks and confidence limits.
fn key(lang: Lang, model: &IndicatorModel, chart: &ChartModel) -> Option<String> {
    let points = chart.points();
    let has = |symbol: &str| {
        points.iter().any(|point| match point {
            Point::Missing { symbol: shown, .. } => shown == symbol,
            Point::Value { text, .. } => symbol.starts_with('[') && find(text, symbol).is_some(),
        })
    };
    let mut pieces: Vec<String> = Vec::new();
    for (symbol, meaning) in model.tables.iter().flat_map(|table| &table.key) {
        let piece = [symbol, ": ", meaning].concat();
        if has(symbol) && !pieces.contains(&piece) {
            pieces.push(piece);
        }
    }
    if points.iter().any(|point| matches!(point, Point::Value { provisional: true, .. })) {
        pieces.push(words::hollow(lang).to_owned());
    }
    if points.iter().any(|point| point.limits().is_some()) {
        pieces.push(words::limits_key(lang).to_owned());
    }
    (!pieces.is_empty()).then(|| joined(&pieces, "; ") + ".")
}
