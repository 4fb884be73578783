use super::areas::areas;
use super::breakdown::{Breakdown, breakdowns};
use super::chart::ChartModel;
use super::draw;
use super::group::{GroupModel, decisions, groups};
use super::headline::Headline;
use super::many::Many;
use super::measures::{MeasureChoice, measures};
use super::revision::revisions;
use super::table::{TableModel, tables};
use crate::check::sums as check_sums;
use crate::model::{Dataset, IndicatorIx, MeasureIx, Source};
use crate::query::{Query, Sight};
use crate::words::{period, sentence, story};
use std::rc::Rc;

/// The page of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorModel {
    /// Its name.
    pub name: String,
    /// Its topic's name.
    pub topic: String,
    /// The figure, to be set large; `None` where there is no number, or it is one of several measures or parts.
    pub headline: Option<Headline>,
    /// What the figures say, in words.
    pub sentence: String,
    /// The period shown: "Q4 2020/21"; empty where there is no figure for this period.
    pub period: String,
    /// The measures to choose from; empty where there is only one.
    pub measures: Vec<MeasureChoice>,
    /// From none to two.
    pub charts: Vec<Rc<ChartModel>>,
    /// The one beside the charts first; none where there is no figure for this period.
    pub tables: Vec<TableModel>,
    /// Whether differences to other areas can be shown: of totals there are none.
    pub has_differences: bool,
    /// The breakdowns, with their parts to choose from.
    pub breakdowns: Vec<Breakdown>,
    /// What exactly is counted.
    pub definition: Option<String>,
    /// "Higher is better."
    pub direction: &'static str,
    /// Who published the figures, and where.
    pub source: Option<Source>,
    /// Where a group's method decides what is said.
    pub decisions: Vec<String>,
    /// What a reader has to know besides; first, where the parts do not add up to the total.
    pub notes: Vec<String>,
    /// Whether more figures are in a file that has not come.
    pub is_partial: bool,
    /// What revised figures were before.
    pub revisions: Vec<String>,
    /// The groups that are compared with.
    pub groups: Vec<GroupModel>,
}

impl IndicatorModel {
    /// The page of an indicator as a query asks for it; `None` where there is no such indicator.
    #[must_use]
    pub fn new(dataset: &Dataset, query: &Query, ix: IndicatorIx, measure: MeasureIx) -> Option<Self> {
        let indicator = dataset.indicator(ix)?;
        let position = indicator.answering_period(query.period);
        let sight = position.map(|position| Sight::new(dataset, query, indicator, measure, position));
        let many = sight.and_then(Many::new);
        let mut notes: Vec<String> = sight.and_then(sums).into_iter().collect();
        notes.extend_from_slice(&indicator.notes);
        Some(Self {
            name: indicator.name.clone(),
            topic: dataset
                .topics
                .get(usize::from(indicator.topic.0))
                .map(|topic| topic.name.clone())
                .unwrap_or_default(),
            headline: sight.and_then(Headline::new),
            sentence: match sight {
                Some(sight) => story::tell(sight),
                None => story::no_figure(dataset, query, indicator, measure),
            },
            period: sight
                .and_then(|sight| sight.period().map(|named| period::named(query.lang, named)))
                .unwrap_or_default(),
            measures: measures(query, indicator, measure),
            charts: sight.map(|sight| draw::charts(sight, many.as_ref())).unwrap_or_default(),
            tables: sight.map(|sight| tables(sight, many.as_ref())).unwrap_or_default(),
            has_differences: indicator.measures.iter().any(|measure| !measure.unit.is_total()),
            breakdowns: breakdowns(indicator, query),
            definition: indicator.definition.clone(),
            direction: sentence::direction(query.lang, indicator.polarity),
            source: indicator.source.clone(),
            decisions: sight.map(decisions).unwrap_or_default(),
            notes,
            is_partial: indicator.lacks().is_some(),
            revisions: sight.map(|sight| revisions(sight, &areas(sight))).unwrap_or_default(),
            groups: groups(dataset, query, sight),
        })
    }
}

/// That the parts of a breakdown do not add up to the published total, which stands.
fn sums(sight: Sight<'_>) -> Option<String> {
    let (sum, measure) = (check_sums::sums(sight)?, sight.measure()?);
    Some(check_sums::sentence(sight.query.lang, &sum, &measure.unit))
}
