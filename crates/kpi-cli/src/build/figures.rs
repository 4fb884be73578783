use super::derive::{self, Marked};
use super::recipe::{Figures, From, Indicator, Log, Pick};
use super::sources::{Picked, Sources, is_nothing};
use crate::years::Years;
use kpi_core::model::{Decimal, Mark, Marks, Missing, Period, Value};
use kpi_formats::facts::Fact;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// The figures of an indicator.
pub(super) struct Found {
    /// By the area's code and the period as it is meant.
    pub(super) by_area: BTreeMap<String, BTreeMap<Period, Figure>>,
    /// Where they are in the files.
    pub(super) at: String,
    /// What a reader has to know of how they came about.
    pub(super) note: Option<String>,
}

/// A figure as it goes into a publication.
#[derive(Clone, Copy)]
pub(super) struct Figure {
    pub(super) value: Value,
    pub(super) marks: Marks,
    pub(super) limits: Option<(Decimal, Decimal)>,
}

/// The figures of the areas with these codes.
pub(super) fn find(indicator: &Indicator, codes: &[&str], sources: &Sources, log: &mut Log<'_>) -> Option<Found> {
    match &indicator.figures {
        Figures::Published(pick) => {
            let picked = sources.pick(pick, log)?;
            let figure = |fact: &Fact| Figure { value: fact.value, marks: fact.marks, limits: fact.limits };
            let by_area = figures(indicator, (pick, &picked), codes, sources, log);
            let by_area = by_area
                .into_iter()
                .map(|(code, facts)| (code, facts.into_iter().map(|(period, fact)| (period, figure(fact))).collect()));
            Some(Found { by_area: by_area.collect(), at: picked.at, note: None })
        }
        Figures::Derived { numerator, denominator, per, decimals } => {
            let (above, below) = (sources.pick(numerator, log)?, sources.pick(denominator, log)?);
            let at = format!("{}, divided by {}", above.at, below.at);
            let note = format!(
                "Derived here from two published figures: {}, divided by {}, times {}, rounded to {}.",
                above.at,
                below.at,
                kpi_core::words::number::whole(*per),
                match decimals {
                    0 => "a whole number".to_owned(),
                    1 => "1 decimal".to_owned(),
                    more => format!("{more} decimals"),
                }
            );
            let parts = figures(indicator, (numerator, &above), codes, sources, log);
            let mut wholes = figures(indicator, (denominator, &below), codes, sources, log);
            let mut by_area = BTreeMap::new();
            for (code, facts) in parts {
                let wholes = wholes.remove(&code).unwrap_or_default();
                let rate = |(period, fact): (Period, &Fact)| {
                    let whole = wholes.get(&period)?;
                    let (value, marks) = derive::rate(marked(fact), marked(whole), *per, *decimals);
                    Some((period, Figure { value, marks, limits: None }))
                };
                by_area.insert(code, facts.into_iter().filter_map(rate).collect());
            }
            Some(Found { by_area, at, note: Some(note) })
        }
    }
}

fn marked(fact: &Fact) -> Marked {
    (fact.value, fact.marks)
}

/// The facts of each area by the period as it is meant, from the first to the last that is asked for.
fn figures<'f>(
    indicator: &Indicator,
    (pick, picked): (&Pick, &Picked<'f>),
    codes: &[&str],
    sources: &Sources,
    log: &mut Log<'_>,
) -> BTreeMap<String, BTreeMap<Period, &'f Fact>> {
    let mut by_area = BTreeMap::new();
    let mut unclear = false;
    let mut other = None;
    let mut twice = Vec::new();
    for code in codes {
        let mut periods = BTreeMap::new();
        for (period, fact) in picked.by_area.get(code).into_iter().flatten() {
            let meant = indicator.years.as_ref().map_or(*period, |years| years.value.meant(*period));
            other = other.or(indicator
                .years
                .as_ref()
                .filter(|years| !years.value.fits(*period))
                .map(|years| (years.at, *period)));
            unclear |= indicator.years.is_none() && matches!(period, Period::Unstated(_));
            let is_asked = indicator.from.is_none_or(|from| from.is_before_or_at(*period, meant))
                && indicator.until.is_none_or(|until| until.is_at_or_after(*period, meant));
            if !is_asked || !sources.is_readable(pick, fact, log) {
                continue;
            }
            // "2021" and "2020/21" are two periods of the file, and may be one as they are meant.
            match periods.entry(meant) {
                Entry::Vacant(free) => _ = free.insert(*fact),
                Entry::Occupied(_) if is_nothing(fact) => {}
                Entry::Occupied(mut first) if is_nothing(first.get()) => _ = first.insert(*fact),
                Entry::Occupied(first) => twice.push((*code, meant, *first.get(), *fact)),
            }
        }
        by_area.insert((*code).to_owned(), periods);
    }
    if let Some((code, period, first, second)) = twice.first() {
        let rows = match (first.row, second.row) {
            (0, _) | (_, 0) => String::new(),
            (first, second) => format!(", rows {} and {}", first.min(second), first.max(second)),
        };
        let more = match twice.len() {
            1 => String::new(),
            2 => " One more place is like this.".to_owned(),
            count => format!(" {} more places are like this.", count - 1),
        };
        let what = format!("{}{rows}: both are about {code} and {period} as \"period\" means it.{more}", picked.path);
        log.error(pick.column.at, what, "Remove one of the rows from the file; nobody can tell which one counts.");
    }
    if let Some((at, period)) = other {
        let what = format!("\"{}\": the file says itself what its periods are, such as {period}.", indicator.name);
        log.error(at, what, "Leave period out, or choose other rows.");
    }
    if unclear {
        let what = format!("\"{}\": the file says a year, and not what kind of year.", indicator.name);
        log.error(indicator.at, what, format!("Add period = {}.", Years::WORDS));
    }
    by_area
}

impl From {
    fn is_before_or_at(self, period: Period, meant: Period) -> bool {
        match (self, period) {
            (Self::Year(first), Period::Unstated(year)) => first <= year,
            (Self::Year(first), _) => meant.end().is_some_and(|end| first <= end.year()),
            (Self::Period(first), _) => first <= meant,
        }
    }

    fn is_at_or_after(self, period: Period, meant: Period) -> bool {
        match (self, period) {
            (Self::Year(last), Period::Unstated(year)) => year <= last,
            (Self::Year(last), _) => meant.end().is_some_and(|end| end.year() <= last),
            (Self::Period(last), _) => meant <= last,
        }
    }
}

impl Figure {
    pub(super) const NONE: Self = Self { value: Value::Missing(Missing::NotPublished), marks: NO_MARKS, limits: None };

    pub(super) fn letters(&self) -> String {
        self.marks.iter().map(Mark::letter).collect()
    }
}

/// [`Marks::default`] where only a constant may stand.
const NO_MARKS: Marks = EMPTY.marks;
const EMPTY: kpi_core::model::Figure<'static> = kpi_core::model::Figure::NOT_PUBLISHED;
