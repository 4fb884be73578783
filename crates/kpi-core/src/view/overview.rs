use super::areas::heading;
use super::trend::Trend;
use crate::model::{Dataset, Figure, Indicator, IndicatorIx, MeasureIx, MeasureRole, Unit, Value};
use crate::query::{Change, Difference, Query, Sight, Since, Verdict};
use crate::words::{Lang, Text, number, period, sentence, symbol};
use std::cmp::Ordering;

/// All indicators at the chosen period, by topic.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewModel {
    /// How many got better and worse.
    pub summary: String,
    /// The chosen period: "Q4 2020/21"; empty where the publication has none to choose, or the latest are chosen.
    pub period: String,
    /// The earlier periods that are compared with, in the order of [`OverviewRow::changes`].
    pub changes: Vec<Since>,
    /// The chosen comparators' names, in the order of [`OverviewRow::against`].
    pub comparators: Vec<String>,
    /// Topics that have indicators, in the order of the publication.
    pub sections: Vec<Section>,
}

/// The indicators of one topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The topic's name.
    pub name: String,
    /// In the order of the publication.
    pub rows: Vec<OverviewRow>,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewRow {
    /// Where a click leads.
    pub indicator: IndicatorIx,
    /// Its name.
    pub name: String,
    /// The focus area's figure.
    pub value: ValueModel,
    /// The course of its figures.
    pub trend: Option<Trend>,
    /// The figure's own period, where it is not the chosen one.
    pub period: Option<String>,
    /// How it stands to its target: "target 75%, missed"; empty where there is none.
    pub target: String,
    /// One for each of [`OverviewModel::changes`]; `None` where there is nothing to compare.
    pub changes: Vec<Option<ChangeModel>>,
    /// One for each of [`OverviewModel::comparators`].
    pub against: Vec<Against>,
}

/// A figure set large, with its unit set small.
#[derive(Clone, Debug, PartialEq)]
pub enum ValueModel {
    /// A number.
    Number {
        /// The publisher's word before it.
        remark: Option<String>,
        /// "107"
        number: String,
        /// "per 10,000"
        unit: String,
        /// "provisional"; empty where there is nothing to say.
        marks: String,
    },
    /// No number, and why: "not published", "no figure for this time".
    None(String),
}

/// A change since an earlier period.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeModel {
    /// Up, down or unchanged.
    pub direction: Ordering,
    /// "9 points since Q3", "no change since Q3"
    pub text: String,
    /// What it means.
    pub verdict: Verdict,
}

/// A comparator's figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Against {
    /// As the table writes it, or why there is no number; empty where the comparator has no figures.
    pub value: String,
    /// "28.5 higher"; empty where it cannot be compared.
    pub difference: String,
    /// What the focus area's difference means.
    pub verdict: Option<Verdict>,
}

impl OverviewModel {
    /// The overview of a dataset as a query asks for it.
    #[must_use]
    pub fn new(dataset: &Dataset, query: &Query) -> Self {
        let mut sections: Vec<Section> =
            dataset.topics.iter().map(|topic| Section { name: topic.name.clone(), rows: Vec::new() }).collect();
        let [mut better, mut worse, mut same, mut similar] = [0; 4];
        for (ix, indicator) in dataset.indexed_indicators() {
            let row = row(dataset, query, ix, indicator);
            if query.compare.previous {
                match row.changes.first().and_then(Option::as_ref).map(|change| change.verdict) {
                    Some(Verdict::Better) => better += 1,
                    Some(Verdict::Worse) => worse += 1,
                    Some(Verdict::Same) => same += 1,
                    Some(Verdict::Similar) => similar += 1,
                    _ => {}
                }
            }
            if let Some(section) = sections.get_mut(usize::from(indicator.topic.0)) {
                section.rows.push(row);
            }
        }
        sections.retain(|section| !section.rows.is_empty());
        Self {
            summary: if query.compare.previous {
                sentence::overview(query.lang, [better, worse, same, similar])
            } else {
                String::new()
            },
            period: query.period.map(|chosen| period::label(query.lang, chosen)).unwrap_or_default(),
            changes: query.compare.since().to_vec(),
            comparators: query.comparators(dataset).map(|(_, ix, area)| heading(query, ix, area)).collect(),
            sections,
        }
    }
}

impl ValueModel {
    /// A figure in its unit.
    #[must_use]
    pub fn new(lang: Lang, figure: &Figure<'_>, unit: &Unit) -> Self {
        match figure.value {
            Value::Missing(missing) => Self::None(symbol::reason(lang, missing).to_owned()),
            Value::Number(value) => {
                let (number, unit) = number::parts(lang, value, unit);
                let marks = figure.marks.iter().map(|mark| symbol::mark(lang, mark)).collect::<Vec<_>>().join(", ");
                Self::Number { remark: figure.remark.map(str::to_owned), number, unit, marks }
            }
        }
    }
}

/// The measure that stands for an indicator in the overview: what was spent, of a budget; otherwise the first.
#[must_use]
pub fn headline(indicator: &Indicator) -> MeasureIx {
    let outturn = indicator.measures.iter().position(|measure| measure.role == MeasureRole::Outturn);
    MeasureIx(outturn.and_then(|at| u16::try_from(at).ok()).unwrap_or(0))
}

fn row(dataset: &Dataset, query: &Query, ix: IndicatorIx, indicator: &Indicator) -> OverviewRow {
    let lang = query.lang;
    let name = indicator.name.clone();
    let none = Against { value: String::new(), difference: String::new(), verdict: None };
    let measure = headline(indicator);
    let found = indicator
        .answering_period(query.period)
        .map(|position| Sight::new(dataset, query, indicator, measure, position))
        .and_then(|sight| Some((sight, sight.period()?, indicator.measure(measure)?)));
    let Some((sight, named, measure)) = found else {
        let against = query.comparators(dataset).map(|_| none.clone()).collect();
        let value = ValueModel::None(Text::NoFigureNow.say(lang).to_owned());
        let changes = vec![None; query.compare.since().len()];
        return OverviewRow {
            indicator: ix,
            name,
            value,
            trend: None,
            period: None,
            target: String::new(),
            changes,
            against,
        };
    };
    let unit = &measure.unit;
    let mut value = match sight.figure() {
        Some(figure) => ValueModel::new(lang, &figure, unit),
        None => ValueModel::None(Text::NotPublished.say(lang).to_owned()),
    };
    // "£27,018 thousand" alone does not say that it is the forecast and not the budget, nor of which part it is.
    if let ValueModel::Number { unit, .. } = &mut value {
        let several = indicator.measures.len() > 1;
        let named = several.then(|| sentence::lowercased(&measure.name));
        let parts = indicator.parts_for_want_of_a_total().map(|part| part.name.clone());
        for words in named.into_iter().chain(parts) {
            if !unit.is_empty() {
                unit.push_str(", ");
            }
            unit.push_str(&words);
        }
    }
    let change = |since: &Since| sight.change(*since).ok().map(|change| ChangeModel::new(&change, sight, unit));
    OverviewRow {
        indicator: ix,
        name,
        value,
        trend: Trend::new(sight),
        period: (Some(named.period) != query.period).then(|| period::named(lang, named)),
        target: sight.aim().map(|aim| sentence::target(lang, &aim, unit)).unwrap_or_default(),
        changes: query.compare.since().iter().map(change).collect(),
        against: query
            .comparators(dataset)
            .map(|(_, area, _)| {
                sight.of(area).figure().map_or_else(
                    || none.clone(),
                    |figure| {
                        let difference = sight.against(area).ok();
                        Against {
                            // There is no key beside the overview: a symbol is said in words.
                            value: match figure.value {
                                Value::Number(_) => number::cell(&figure, unit),
                                Value::Missing(missing) => symbol::reason(lang, missing).to_owned(),
                            },
                            difference: difference
                                .map(|found: Difference| short_higher_or_lower(lang, &found, unit))
                                .unwrap_or_default(),
                            verdict: difference.map(|found| found.verdict),
                        }
                    },
                )
            })
            .collect(),
    }
}

impl ChangeModel {
    fn new(change: &Change<'_>, sight: Sight<'_>, unit: &Unit) -> Self {
        let lang = sight.query.lang;
        let Difference { amount, verdict, .. } = change.difference;
        let since = sight.period().map(|now| sentence::since(lang, change.since, now)).unwrap_or_default();
        let direction = amount.sign();
        let text = match direction {
            Ordering::Equal => format!("no change since {since}"),
            _ => format!("{} since {since}", number::short_difference(lang, amount, unit)),
        };
        Self { direction, text, verdict }
    }
}

/// How the focus area stands to the comparator, said from the comparator's column: "Isle of Wight is 28.5 higher".
fn short_higher_or_lower(lang: Lang, difference: &Difference, unit: &Unit) -> String {
    let size = number::short_difference(lang, difference.amount, unit);
    match difference.amount.sign() {
        Ordering::Greater => format!("{size} higher"),
        Ordering::Less => format!("{size} lower"),
        Ordering::Equal => Text::Same.say(lang).to_owned(),
    }
}
