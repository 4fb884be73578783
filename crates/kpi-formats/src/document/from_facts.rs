use super::ids::Ids;
use super::{
    Along, Area, ByPeriod, Category, Cell, Dimension, Document, Indicator, Measure, Number, Publisher, Role, Series,
    Topic,
};
use crate::facts::{Fact, FactDimension, FactIndicator, FactMeasure, Facts};
use kpi_core::model::{MeasureRole, Missing, NamedPeriod, Period, Polarity, Source, Unit, UnitKind, Value};
use std::collections::BTreeSet;

/// What facts do not say and a publication needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The code of the area that the publication is about.
    pub focus: String,
    /// The title; the file's own where this is empty.
    pub title: String,
    /// The publisher's name.
    pub publisher: String,
    /// The name of the topic under which all indicators are listed; "Figures" where this is empty.
    pub topic: String,
    /// Ids to use: that of an indicator in the file, and the one that it is to have in links. The others are made from
    /// the file's.
    pub ids: Vec<(String, String)>,
}

impl Document {
    /// The publication of all indicators that have figures. The same facts give the same document.
    #[must_use]
    pub fn from_facts(facts: &Facts, choices: &Choices) -> Self {
        let mut ids = Ids::of_areas();
        let areas: Vec<Area> = facts
            .areas
            .iter()
            .map(|from| (ids.give(&[&from.code, &from.name]), from))
            .map(|(id, from)| Area {
                name: named(&from.name, &named(&from.code, &id)),
                id,
                role: (from.code == choices.focus).then_some(Role::Focus),
                ..Area::default()
            })
            .collect();
        let own_topics = topics(facts);
        let rest = Topic { id: "figures".to_owned(), name: named(&choices.topic, "Figures") };
        let mut topics: Vec<Topic> = Vec::new();
        let mut ids = Ids::default();
        let mut indicators = Vec::new();
        for (from, figures) in facts.indicators.iter().zip(by_indicator(facts)) {
            if !figures.iter().any(|fact| fact.value != Value::Missing(Missing::NotPublished)) {
                continue;
            }
            let chosen = choices.ids.iter().find(|(id, _)| *id == from.id).map_or("", |(_, chosen)| chosen);
            let id = ids.give(&[chosen, &from.id, &from.name]);
            let own = own_topics.iter().find(|topic| from.topic.as_deref().map(str::trim) == Some(topic.name.as_str()));
            let topic = own.unwrap_or(&rest);
            if !topics.contains(topic) {
                topics.push(topic.clone());
            }
            indicators.push(Build { facts, areas: &areas, from, figures }.indicator(id, topic));
        }
        Self {
            kpi: Self::VERSION,
            title: named(&choices.title, &untitled(facts)),
            publisher: Publisher { name: choices.publisher.clone(), url: None },
            language: None,
            licence: None,
            published: None,
            modified: None,
            notes: facts.notes.clone(),
            areas,
            topics,
            indicators,
        }
    }
}

/// What a file without a title is called.
fn untitled(facts: &Facts) -> String {
    let title = facts.title.as_deref().or(facts.only_name()).unwrap_or_default();
    named(title, &named(&facts.form, "Figures"))
}

/// The headings that the file has, with ids.
fn topics(facts: &Facts) -> Vec<Topic> {
    // The id of the topic of those that have none.
    let mut ids = Ids::default();
    ids.give(&["figures"]);
    let mut topics: Vec<Topic> = Vec::new();
    for name in facts.indicators.iter().filter_map(|indicator| indicator.topic.as_deref()).map(str::trim) {
        if !name.is_empty() && !topics.iter().any(|topic| topic.name == name) {
            topics.push(Topic { id: ids.give(&[name]), name: name.to_owned() });
        }
    }
    topics
}

fn named(name: &str, otherwise: &str) -> String {
    if name.trim().is_empty() { otherwise.to_owned() } else { name.to_owned() }
}

/// The facts of each indicator in the order of series and time; of several for one place and time, the file's first.
fn by_indicator(facts: &Facts) -> Vec<Vec<&Fact>> {
    let mut each = vec![Vec::new(); facts.indicators.len()];
    for fact in &facts.facts {
        if let Some(of) = usize::try_from(fact.indicator).ok().and_then(|position| each.get_mut(position)) {
            of.push(fact);
        }
    }
    for of in &mut each {
        // A stable sort: the file's order decides between facts for one place and time.
        of.sort_by_key(|fact: &&Fact| (fact.area, fact.measure, fact.cell, fact.period));
        of.dedup_by_key(|fact| (fact.area, fact.measure, fact.cell, fact.period));
    }
    each
}

struct Build<'f> {
    facts: &'f Facts,
    areas: &'f [Area],
    from: &'f FactIndicator,
    figures: Vec<&'f Fact>,
}

/// A dimension that the indicator uses: its position in the facts, and the category of the document for each of the
/// facts'.
struct Used {
    position: usize,
    made: Dimension,
    ids: Vec<Option<String>>,
}

impl Build<'_> {
    fn indicator(&self, id: String, topic: &Topic) -> Indicator {
        let periods: BTreeSet<Period> = self.figures.iter().map(|fact| fact.period).collect();
        let mut ids = Ids::default();
        let mut dimension_ids = Ids::default();
        let used: Vec<Used> = (0..)
            .zip(&self.facts.dimensions)
            .filter_map(|(position, from)| self.dimension(position, from, &mut dimension_ids))
            .collect();
        let whole = matches!(self.from.measures.as_slice(), [only] if only.id.is_empty());
        let mut measures = Vec::new();
        for from in self.from.measures.iter().filter(|_| !whole) {
            let unit = Some(self.unit(from));
            let id = ids.give(&[&from.id, &from.name]);
            let name = named(&from.name, &named(&from.id, &id));
            measures.push(Measure { id, name, role: MeasureRole::Value, unit, target: None });
        }
        let source = self.facts.source.clone().map(|name| Source { name, url: None, at: None });
        let series = self.figures.chunk_by(|one, next| key(one) == key(next));
        Indicator {
            id,
            topic: Some(topic.id.clone()),
            name: self.name(),
            unit: self.from.measures.first().filter(|_| whole).map(|from| self.unit(from)),
            polarity: Polarity::Neither,
            definition: None,
            source,
            notes: self.from.notes.clone(),
            keywords: Vec::new(),
            target: None,
            tolerance: None,
            periods: periods.iter().map(|period| self.named_period(*period)).collect(),
            series: series.filter_map(|facts| self.series(facts, &periods, &measures, &used)).collect(),
            measures,
            dimensions: used.into_iter().map(|used| used.made).collect(),
            data: None,
            hash: None,
        }
    }

    /// The indicator's name; a file may have no word at all for what it is about.
    fn name(&self) -> String {
        named(
            &self.from.name,
            &named(&self.from.id, &named(self.facts.title.as_deref().unwrap_or_default(), "Figures")),
        )
    }

    fn named_period(&self, period: Period) -> NamedPeriod {
        let of = self.figures.first().map_or(0, |fact| fact.indicator);
        NamedPeriod { period, label: self.facts.labels.get(&(of, period)).cloned() }
    }

    /// The unit; where the file says none, the measure's own name is what can be said.
    fn unit(&self, measure: &FactMeasure) -> Unit {
        measure.unit.clone().unwrap_or_else(|| Unit {
            kind: UnitKind::Other { label: named(&measure.name, &self.name()) },
            decimals: None,
            total: None,
        })
    }

    /// The dimension with the categories that the indicator has figures of; none where it has but the total, or where
    /// the file says nothing.
    fn dimension(&self, position: usize, from: &FactDimension, ids: &mut Ids) -> Option<Used> {
        let cells: BTreeSet<u32> = self.figures.iter().map(|fact| fact.cell).collect();
        let category = |cell| usize::from(self.category(cell, position)?).into();
        let met: BTreeSet<usize> = cells.into_iter().filter_map(category).collect();
        let only = if met.len() == 1 { met.first().and_then(|only| from.categories.get(*only)) } else { None };
        if met.is_empty() || only.is_some_and(|only| only.total || only.id.is_empty()) {
            return None;
        }
        let mut category_ids = Ids::default();
        let id = ids.give(&[&from.id, &from.name]);
        let mut made = Dimension { name: named(&from.name, &named(&from.id, &id)), id, categories: Vec::new() };
        let mut given: Vec<Option<String>> = vec![None; from.categories.len()];
        for (slot, (at, category)) in given.iter_mut().zip(from.categories.iter().enumerate()) {
            if met.contains(&at) {
                *slot = Some(category_ids.give(&[&category.id, &category.name]));
            }
        }
        let mut has_total = false;
        for (at, category) in from.categories.iter().enumerate() {
            let Some(Some(id)) = given.get(at) else { continue };
            let parent = kept_parent(from, at, &given);
            let total = category.total && !has_total;
            has_total |= total;
            made.categories.push(Category {
                id: id.clone(),
                name: named(&category.name, &named(&category.id, id)),
                parent,
                total,
            });
        }
        Some(Used { position, made, ids: given })
    }

    fn category(&self, cell: u32, dimension: usize) -> Option<u16> {
        self.facts.cells.get(usize::try_from(cell).ok()?)?.get(dimension).copied()
    }

    fn series(
        &self,
        facts: &[&Fact],
        periods: &BTreeSet<Period>,
        measures: &[Measure],
        used: &[Used],
    ) -> Option<Series> {
        let first = facts.first()?;
        let category = |used: &Used| {
            let id = used.ids.get(usize::from(self.category(first.cell, used.position)?))?.clone()?;
            Some((used.made.id.clone(), id))
        };
        let mut left = facts.iter().peekable();
        let along: Vec<(Period, Option<&Fact>)> =
            periods.iter().map(|period| (*period, left.next_if(|fact| fact.period == *period).copied())).collect();
        let value = |fact: Option<&Fact>| fact.map_or(Value::Missing(Missing::NotPublished), |fact| fact.value);
        let limit = |pick: fn((kpi_core::model::Decimal, kpi_core::model::Decimal)) -> kpi_core::model::Decimal| {
            let limit = |fact: &Fact| fact.limits.map(pick).map(Number);
            let limits = along.iter().map(|(period, fact)| (*period, fact.and_then(limit))).collect::<Vec<_>>();
            limits.iter().any(|(_, limit)| limit.is_some()).then(|| Along::shorter(limits, Option::is_none))
        };
        let status = |fact: &&Fact| {
            let letters: String = fact.marks.iter().map(kpi_core::model::Mark::letter).collect();
            (!letters.is_empty()).then_some((fact.period, letters))
        };
        let remark = |fact: &&Fact| Some((fact.period, self.facts.remarks.get(&fact.subject())?.clone()));
        Some(Series {
            area: self.areas.get(usize::try_from(first.area).ok()?)?.id.clone(),
            measure: measures.get(usize::from(first.measure)).map(|measure| measure.id.clone()),
            at: used.iter().filter_map(category).collect(),
            lower: limit(|(lower, _)| lower),
            upper: limit(|(_, upper)| upper),
            status: ByPeriod(facts.iter().filter_map(status).collect()),
            remarks: ByPeriod(facts.iter().filter_map(remark).collect()),
            previous: ByPeriod::default(),
            values: Along::shorter(
                along.iter().map(|(period, fact)| (*period, Cell(value(*fact)))).collect(),
                Cell::is_empty,
            ),
        })
    }
}

const fn key(fact: &Fact) -> (u32, u16, u32) {
    (fact.area, fact.measure, fact.cell)
}

/// The nearest category above that the document has.
fn kept_parent(dimension: &FactDimension, at: usize, given: &[Option<String>]) -> Option<String> {
    let mut above = dimension.categories.get(at)?.parent;
    // As many steps as there are categories end any chain that is no circle.
    for _ in 0..dimension.categories.len() {
        let position = usize::from(above?);
        if let Some(Some(id)) = given.get(position) {
            return Some(id.clone()).filter(|_| position != at);
        }
        above = dimension.categories.get(position)?.parent;
    }
    None
}
