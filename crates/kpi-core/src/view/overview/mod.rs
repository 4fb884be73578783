//! All indicators at the chosen period.

mod listed;
mod row;

pub use row::{Against, ChangeModel, OverviewRow, ValueModel, sight as headline};

use super::areas::heading;
use super::group::asked;
use crate::model::{Dataset, IndicatorIx, Method, TopicIx};
use crate::query::{Query, Sight, Since, Sort, Verdict};
use crate::words::{period, sentence};

/// All indicators at the chosen period: by topic, as published, or in one list where another order is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewModel {
    /// How many got better and worse, of all that the publication has.
    pub summary: String,
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
            let sight = row::sight(dataset, query, indicator);
            if query.compare.previous {
                tally.count(query, sight);
            }
            if listed::is_listed(dataset, &query.listing, indicator, sight) {
                rows.push(row::row(dataset, query, ix, indicator, sight));
            }
        }
        let listed = rows.len();
        let comparators = headings(dataset, query, &mut rows);
        Self {
            summary: if query.compare.previous { tally.told(query) } else { String::new() },
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

/// Of all indicators that have a direction, how many got better, got worse, did not change, and did not change clearly.
#[derive(Default)]
struct Tally {
    counts: [usize; 4],
    /// Of these, how many by figures that are not of the chosen period.
    of_other_periods: usize,
}

impl Tally {
    fn count(&mut self, query: &Query, sight: Option<Sight<'_>>) {
        let place = match sight.and_then(|sight| sight.moved(Since::Previous)) {
            Some(Verdict::Better) => 0,
            Some(Verdict::Worse) => 1,
            Some(Verdict::Same) => 2,
            Some(Verdict::Similar) => 3,
            Some(Verdict::Different) | None => return,
        };
        if let Some(count) = self.counts.get_mut(place) {
            *count += 1;
        }
        let shown = sight.and_then(|sight| sight.period()).map(|named| named.period);
        self.of_other_periods += usize::from(query.period.is_some() && shown != query.period);
    }

    fn told(&self, query: &Query) -> String {
        let mut told = sentence::overview(query.lang, self.counts);
        if let Some(chosen) = query.period.filter(|_| self.of_other_periods > 0) {
            told.push(' ');
            told.push_str(&sentence::other_periods(query.lang, self.of_other_periods, chosen));
        }
        told
    }
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
