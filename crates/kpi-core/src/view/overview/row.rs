use crate::model::{
    AreaIx, Dataset, Decimal, Figure, Indicator, IndicatorIx, MeasureIx, MeasureRole, Method, Unit, UnitKind, Value,
};
use crate::query::{Change, Difference, Incomparable, Query, Sight, Since, Sort, Verdict};
use crate::view::trend::Trend;
use crate::words::{Lang, Text, fill, number, period, sentence, symbol};
use std::cmp::Ordering;

/// One indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewRow {
    /// Where a click leads.
    pub indicator: IndicatorIx,
    /// Its name.
    pub name: String,
    /// Its topic, where no heading says it.
    pub topic: Option<String>,
    /// The focus area's figure.
    pub value: ValueModel,
    /// The course of its figures.
    pub trend: Option<Trend>,
    /// The figure's own period, where it is not the chosen one.
    pub period: Option<String>,
    /// How long a bar for the figure is, in hundredths of the longest of the row's, or of 100 per cent; `None` where bars would say nothing.
    pub share: Option<u8>,
    /// How it moved since the period before, whether or not that is compared with; `None` where that cannot be judged.
    pub moved: Option<Verdict>,
    /// How it stands to its target: "target 75%, missed"; empty where there is none.
    pub target: String,
    /// One for each of [`super::OverviewModel::changes`], or why there is none; empty where the figure is missing, or there is no earlier period.
    pub changes: Vec<Result<ChangeModel, &'static str>>,
    /// One for each of [`super::OverviewModel::comparators`].
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
    /// No number, and why: "not published", "no figure for this period".
    None(String),
}

/// A change since an earlier period.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeModel {
    /// Up, down or unchanged.
    pub direction: Ordering,
    /// "9 points", "no change"
    pub text: String,
    /// "since Q3"
    pub since: String,
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
    /// By which method a group's figure came about; `None` where there is no number, and where the column's heading says it.
    pub method: Option<Method>,
    /// How long its bar is; see [`OverviewRow::share`].
    pub share: Option<u8>,
}

impl ValueModel {
    /// A figure in its unit.
    #[must_use]
    pub fn new(lang: Lang, figure: &Figure<'_>, unit: &Unit) -> Self {
        match figure.value {
            Value::Missing(missing) => Self::None(symbol::reason(lang, missing).to_owned()),
            Value::Number(value) => {
                let (number, unit) = number::parts(lang, value, unit);
                let marks = symbol::meaning(lang, figure, ", ");
                Self::Number { remark: figure.remark.map(str::to_owned), number, unit, marks }
            }
        }
    }
}

/// The measure that stands for an indicator in the overview: what was spent, of a budget; otherwise the first.
#[must_use]
pub fn headline(indicator: &Indicator) -> MeasureIx {
    indicator.measure_with(MeasureRole::Outturn).map_or(MeasureIx(0), |(outturn, _)| outturn)
}

/// The figure that stands for an indicator in the overview: the focus area's that answers to the chosen period.
#[must_use]
pub fn overview_sight<'d>(dataset: &'d Dataset, query: &'d Query, indicator: &'d Indicator) -> Option<Sight<'d>> {
    let position = indicator.answering_period(query.period)?;
    Some(Sight::new(dataset, query, indicator, headline(indicator), position))
}

pub(super) fn row(
    dataset: &Dataset,
    query: &Query,
    ix: IndicatorIx,
    indicator: &Indicator,
    sight: Option<Sight<'_>>,
) -> OverviewRow {
    let lang = query.lang;
    let is_sorted = query.listing.sort != Sort::Published;
    let topic = dataset.topics.get(usize::from(indicator.topic.0)).filter(|_| is_sorted);
    let mut row = OverviewRow {
        indicator: ix,
        name: indicator.name.clone(),
        topic: topic.map(|topic| topic.name.clone()),
        value: ValueModel::None(Text::NoFigureNow.say(lang).to_owned()),
        trend: None,
        period: None,
        share: None,
        moved: None,
        target: String::new(),
        changes: Vec::new(),
        against: Vec::new(),
    };
    let found = sight.and_then(|sight| Some((sight, sight.period()?, sight.measure()?)));
    let Some((sight, named, measure)) = found else {
        row.changes.resize(query.compare.since().len(), Err(""));
        row.against.resize(query.comparators(dataset).count(), Against::NOTHING);
        return row;
    };
    let unit = &measure.unit;
    row.value = match sight.figure() {
        Some(figure) => ValueModel::new(lang, &figure, unit),
        None => ValueModel::None(Text::NotPublished.say(lang).to_owned()),
    };
    name_measure(&mut row.value, indicator, &measure.name);
    row.trend = Trend::new(sight);
    row.period = (Some(named.period) != query.period).then(|| period::named(lang, named));
    row.moved = sight.moved(Since::Previous);
    row.target = sight.aim().map(|aim| sentence::target(lang, &aim, unit)).unwrap_or_default();
    for since in query.compare.since() {
        row.changes.push(match sight.change(*since) {
            Ok(change) => Ok(ChangeModel::new(&change, sight, unit)),
            // That there is no earlier period needs no words in each row.
            Err(Incomparable::Own(_) | Incomparable::NoEarlier) => Err(""),
            Err(why) => Err(sentence::no_change(lang, why)),
        });
    }
    let mut numbers = vec![number_of(sight)];
    for (_, area, _) in query.comparators(dataset) {
        row.against.push(against(sight, area, unit));
        numbers.push(number_of(sight.of(area)));
    }
    // A bar has a length only beside another's, and beside a country's total a council's has none.
    // A whole bar of a percentage is 100%.
    let whole: f64 = if unit.kind == UnitKind::Percent { 100.0 } else { 0.0 };
    let (mut shortest, mut longest, mut count) = (0.0_f64, whole, 0);
    for number in numbers.iter().flatten() {
        shortest = shortest.min(*number);
        longest = longest.max(*number);
        count += 1;
    }
    if longest > 0.0 && shortest >= 0.0 && count > 1 && !unit.is_total() {
        let own = std::iter::once(&mut row.share).chain(row.against.iter_mut().map(|against| &mut against.share));
        for (share, number) in own.zip(numbers) {
            *share = number.map(|number| (number / longest * 100.0).round() as u8);
        }
    }
    row
}

/// "£27.018 million" alone does not say that it is the forecast and not the budget, nor of which part it is.
fn name_measure(value: &mut ValueModel, indicator: &Indicator, measure: &str) {
    let ValueModel::Number { unit, .. } = value else { return };
    let mut add = |words: &str| {
        unit.push_str(if unit.is_empty() { "" } else { ", " });
        unit.push_str(words);
    };
    if indicator.measures.len() > 1 {
        add(&sentence::lowercased(measure));
    }
    for part in indicator.parts_for_want_of_a_total() {
        add(&part.name);
    }
}

fn number_of(sight: Sight<'_>) -> Option<f64> {
    sight.figure()?.number().map(Decimal::to_f64)
}

fn against(sight: Sight<'_>, area: AreaIx, unit: &Unit) -> Against {
    let Some(figure) = sight.of(area).figure() else { return Against::NOTHING };
    let (lang, difference) = (sight.query.lang, sight.against(area).ok());
    Against {
        // There is no key beside the overview: a symbol is said in words.
        value: match figure.value {
            Value::Number(_) => number::cell_among_others(lang, &figure, unit),
            Value::Missing(missing) => symbol::reason(lang, missing).to_owned(),
        },
        difference: difference.map(|found: Difference| short_higher_or_lower(lang, &found, unit)).unwrap_or_default(),
        verdict: difference.map(|found| found.verdict),
        method: figure.number().and_then(|_| sight.of(area).method()),
        share: None,
    }
}

impl Against {
    const NOTHING: Self =
        Self { value: String::new(), difference: String::new(), verdict: None, method: None, share: None };
}

impl ChangeModel {
    pub(in crate::view) fn new(change: &Change<'_>, sight: Sight<'_>, unit: &Unit) -> Self {
        let Difference { amount, verdict, .. } = change.difference;
        let lang = sight.query.lang;
        let since = sight.period().map(|now| sentence::since(lang, change.since, now)).unwrap_or_default();
        let direction = amount.sign();
        let text = match direction {
            Ordering::Equal => Text::NoChange.say(lang).to_owned(),
            _ => number::short_difference(lang, amount, unit),
        };
        Self { direction, text, since: fill(Text::SinceThen.say(lang), &[&since]), verdict }
    }
}

/// How the focus area stands to the comparator, said from the comparator's column: "Isle of Wight is 28.5 higher".
fn short_higher_or_lower(lang: Lang, difference: &Difference, unit: &Unit) -> String {
    let size = number::short_difference(lang, difference.amount, unit);
    match difference.amount.sign() {
        Ordering::Greater => fill(Text::HigherBy.say(lang), &[&size]),
        Ordering::Less => fill(Text::LowerBy.say(lang), &[&size]),
        Ordering::Equal => Text::Same.say(lang).to_owned(),
    }
}
