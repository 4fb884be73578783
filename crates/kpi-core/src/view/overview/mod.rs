//! All indicators at the chosen period.

mod listed;
mod movers;
mod row;

pub use movers::{Mover, Movers};
pub use row::{Against, ChangeModel, OverviewRow, ValueModel, overview_sight};

use super::areas::heading;
use super::group::asked;
use crate::model::{Dataset, IndicatorIx, Method, TopicIx};
use crate::query::{Query, Since, Sort};
use crate::words::period;
use movers::Tally;

/// All indicators at the chosen period: by topic, as published, or in one list where another order is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewModel {
    /// How many got better and worse, of all that the publication has.
    pub summary: String,
    /// Which ones got worse, and which got better.
    pub movers: Vec<Movers>,
    /// The chosen period: "Q4 2020/21"; empty where the publication has none to choose, or the latest are chosen.
    pub period: String,
    /// The earlier periods that are compared with, in the order of [`OverviewRow::changes`].
    pub changes: Vec<Since>,
    /// The chosen comparators' names, in the order of [`OverviewRow::against`]: of a group with the method, where all its
    /// figures came about by one.
    pub comparators: Vec<String>,
    /// Topics that have something to list, in the order of the publication; or a single one without a name.
    pub sections: Vec<Section>,
    /// How many indicators are listed.
    pub listed: usize,
}

/// The indicators of one topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The topic; `None` where all topics are in one list.
    pub topic: Option<TopicIx>,
    /// The topic's name; empty where all topics are in one list.
    pub name: String,
    /// In the order that is asked for.
    pub rows: Vec<OverviewRow>,
}

impl OverviewModel {
    /// The overview of a dataset as a query asks for it.
    #[must_use]
    pub fn new(dataset: &Dataset, query: &Query) -> Self {
        let mut tally = Tally::default();
        let mut rows = Vec::new();
        for (ix, indicator) in dataset.indexed_indicators() {
            let sight = row::overview_sight(dataset, query, indicator);
            if let Some(sight) = sight.filter(|_| query.compare.previous) {
                tally.count(ix, indicator, sight);
            }
            if listed::is_listed(dataset, &query.listing, indicator, sight) {
                rows.push(row::row(dataset, query, ix, indicator, sight));
            }
        }
        let listed = rows.len();
        let comparators = headings(dataset, query, &mut rows);
        Self {
            summary: if query.compare.previous { tally.told(query) } else { String::new() },
            movers: tally.movers(),
            period: query.period.map(|chosen| period::label(query.lang, chosen)).unwrap_or_default(),
            changes: query.compare.since().to_vec(),
            comparators,
            sections: match query.listing.sort {
                Sort::Published => by_topic(dataset, rows),
                sort => listed::in_one_list(rows, sort),
            },
            listed,
        }
    }
}

/// The indicators that are listed, in the order in which they are.
#[must_use]
pub fn listed(dataset: &Dataset, query: &Query) -> Vec<IndicatorIx> {
    let (model, mut listed) = (OverviewModel::new(dataset, query), Vec::new());
    for section in &model.sections {
        for row in &section.rows {
            listed.push(row.indicator);
        }
    }
    listed
}

/// What heads the columns of the comparators. Where the heading says the method, the rows need not.
fn headings(dataset: &Dataset, query: &Query, rows: &mut [OverviewRow]) -> Vec<String> {
    let mut headings = Vec::new();
    for (at, (_, ix, area)) in query.comparators(dataset).enumerate() {
        let mut methods: Vec<Method> = Vec::new();
        for method in rows.iter().filter_map(|row| row.against.get(at)?.method) {
            if !methods.contains(&method) {
                methods.push(method);
            }
        }
        if methods.len() > 1 {
            headings.push(area.name.clone());
            continue;
        }
        if methods.is_empty() {
            methods.extend(asked(query, ix, area));
        }
        headings.push(heading(query.lang, area, &methods));
        for against in rows.iter_mut().filter_map(|row| row.against.get_mut(at)) {
            against.method = None;
        }
    }
    headings
}

fn by_topic(dataset: &Dataset, rows: Vec<OverviewRow>) -> Vec<Section> {
    let mut sections = Vec::new();
    for (ix, topic) in (0..).map(TopicIx).zip(&dataset.topics) {
        sections.push(Section { topic: Some(ix), name: topic.name.clone(), rows: Vec::new() });
    }
    for row in rows {
        let topic = dataset.indicator(row.indicator).map(|indicator| indicator.topic);
        if let Some(section) = topic.and_then(|topic| sections.get_mut(usize::from(topic.0))) {
            section.rows.push(row);
        }
    }
    sections.retain(|section| !section.rows.is_empty());
    sections
}
