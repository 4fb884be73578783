use super::areas::areas;
use super::chart::ChartModel;
use super::draw;
use super::group::{GroupModel, decisions, groups};
use super::revision::revisions;
use super::table::{TableModel, measure_heading};
use crate::model::{Dataset, Figure, Indicator, IndicatorIx, MeasureIx, Missing, Source};
use crate::query::{Query, Sight, Since, answering_period};
use crate::words::{period, sentence, symbol};

/// The page of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorModel {
    /// Its name.
    pub name: String,
    /// Its topic's name.
    pub topic: String,
    /// What the figures say, in words.
    pub sentence: String,
    /// The period shown: "Q4 2020/21"; empty where there is no figure for this time.
    pub period: String,
    /// The measures to choose from; empty where there is only one.
    pub measures: Vec<MeasureChoice>,
    /// From none to two.
    pub charts: Vec<ChartModel>,
    /// `None` where there is no figure for this time.
    pub table: Option<TableModel>,
    /// What exactly is counted.
    pub definition: Option<String>,
    /// "Higher is better."
    pub direction: &'static str,
    /// Who published the figures, and where.
    pub source: Option<Source>,
    /// Where a group's method decides what is said.
    pub decisions: Vec<String>,
    /// What a reader has to know besides.
    pub notes: Vec<String>,
    /// Whether more figures are in a file that has not come.
    pub is_partial: bool,
    /// What revised figures were before.
    pub revisions: Vec<String>,
    /// The groups that are compared with.
    pub groups: Vec<GroupModel>,
}

/// A measure to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureChoice {
    /// What is chosen.
    pub measure: MeasureIx,
    /// "Budget, £ thousand"
    pub name: String,
    /// Whether it is the one shown.
    pub chosen: bool,
}

impl IndicatorModel {
    /// The page of an indicator as a query asks for it; `None` where there is no such indicator.
    #[must_use]
    pub fn new(dataset: &Dataset, query: &Query, ix: IndicatorIx, measure: MeasureIx) -> Option<Self> {
        let indicator = dataset.indicator(ix)?;
        let position = answering_period(indicator, query.period);
        let sight = position.map(|position| Sight::new(dataset, query, indicator, measure, position));
        let several = indicator.measures.len() > 1;
        let choices = (0..).map(MeasureIx).zip(&indicator.measures).map(|(choice, found)| MeasureChoice {
            measure: choice,
            name: measure_heading(found),
            chosen: choice == measure,
        });
        Some(Self {
            name: indicator.name.clone(),
            topic: dataset
                .topics
                .get(usize::from(indicator.topic.0))
                .map(|topic| topic.name.clone())
                .unwrap_or_default(),
            sentence: match sight {
                Some(sight) => words(sight).unwrap_or_default(),
                None => no_figure(indicator, query),
            },
            period: sight.and_then(|sight| sight.period().map(period::named)).unwrap_or_default(),
            measures: if several { choices.collect() } else { Vec::new() },
            charts: sight.map(draw::charts).unwrap_or_default(),
            table: sight.and_then(TableModel::new),
            definition: indicator.definition.clone(),
            direction: sentence::direction(indicator.polarity),
            source: indicator.source.clone(),
            decisions: sight.map(decisions).unwrap_or_default(),
            notes: indicator.notes.clone(),
            is_partial: indicator.lacks().is_some(),
            revisions: sight.map(|sight| revisions(sight, &areas(dataset, query))).unwrap_or_default(),
            groups: groups(dataset, query),
        })
    }
}

fn words(sight: Sight<'_>) -> Option<String> {
    let Sight { dataset, query, .. } = sight;
    if sight.indicator.measures.len() > 1 {
        return measures_in_words(sight);
    }
    let measure = sight.indicator.measure(sight.measure)?;
    let figure = sight.figure().unwrap_or(Figure::NOT_PUBLISHED);
    let named = sight.period()?;
    let earlier = match sight.change(Since::Previous) {
        _ if !query.compare.previous || named.period.previous().is_none() => sentence::Earlier::NotAsked,
        Ok(change) => sentence::Earlier::Change(change),
        Err(_) => sentence::Earlier::None,
    };
    let compared: Vec<sentence::Compared<'_>> = query
        .comparators(dataset)
        .map(|(_, ix, area)| sentence::Compared { area, difference: sight.against(ix).ok() })
        .collect();
    let words = sentence::indicator(sight.indicator, &measure.unit, named, &figure, earlier, &compared);
    let parts: Vec<&str> = sight.indicator.parts_for_want_of_a_total().map(|part| part.name.as_str()).collect();
    Some(if parts.is_empty() { words } else { format!("{}: {}", parts.join(", "), sentence::lowercased(&words)) })
}

/// "All non-schools in 2020/21: budget £27,622 thousand, forecast £27,018 thousand, ..."
fn measures_in_words(sight: Sight<'_>) -> Option<String> {
    let named = sight.period()?;
    let first = sight.indicator.dimensions.first();
    let total = first.and_then(|dimension| dimension.categories.get(usize::from(dimension.total()?.0)));
    let mut parts: Vec<&str> = total.into_iter().map(|part| part.name.as_str()).collect();
    for part in sight.indicator.parts_for_want_of_a_total() {
        parts.push(&part.name);
    }
    let mut figures = Vec::new();
    for (measure, shown) in (0..).map(MeasureIx).zip(&sight.indicator.measures) {
        if let Some(figure) = (Sight { measure, ..sight }).figure() {
            let name = sentence::lowercased(shown.name.trim_end_matches(['%', ',', ' ']));
            figures.push(format!("{name} {}", sentence::value(&figure, &shown.unit)));
        }
    }
    if figures.is_empty() {
        figures.push(symbol::reason(Missing::NotPublished).to_owned());
    }
    let when = period::when(named.period, &period::named(named));
    let subject = if parts.is_empty() { sight.indicator.name.clone() } else { parts.join(", ") };
    Some(format!("{subject} {when}: {}.", sentence::listed(&figures, "and")))
}

fn no_figure(indicator: &Indicator, query: &Query) -> String {
    let chosen = query.period.map(period::label).unwrap_or_default();
    match (indicator.periods.first(), indicator.periods.last()) {
        (_, Some(last)) if Some(last.period) < query.period => {
            format!("There is no figure for {chosen}. The latest is for {}.", period::named(last))
        }
        (Some(first), _) => format!("There is no figure for {chosen}. The earliest is for {}.", period::named(first)),
        (None, _) => "There are no figures.".to_owned(),
    }
}
