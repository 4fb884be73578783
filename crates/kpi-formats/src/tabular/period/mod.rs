//! Periods in the spellings that people use.

mod identifier;
mod spelling;

pub(crate) use identifier::of_standard;
pub(crate) use spelling::read;

use super::options::{Periods, QuarterYear, SplitYear, YearMeaning};
use crate::problem::Kind;
use kpi_core::model::{Date, Period};
use kpi_core::words;

/// A period, read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reading {
    pub(crate) period: Period,
    /// What was assumed, to be told.
    pub(crate) assumed: Option<Kind>,
}

/// How a column of periods is to be read: the caller's rules, and what the column itself tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rules {
    pub(crate) periods: Periods,
    pub(crate) dashed: Dashed,
}

/// What "2011-12" is: it may be the year 2011/12 or December 2011.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Dashed {
    /// The column does not tell.
    #[default]
    Unknown,
    Year,
    Month,
}

impl Rules {
    /// What the cells of a column tell together: "2012-13" can be no month, "2011-03" no year.
    pub(crate) fn of_column<'c>(periods: Periods, cells: impl Iterator<Item = &'c str>) -> Self {
        let (mut years, mut months) = (false, false);
        for cell in cells {
            let dashed = cell.trim().split_once('-').filter(|(year, rest)| year.len() == 4 && rest.len() == 2);
            let Some((Ok(year), Ok(rest))) = dashed.map(|(year, rest)| (year.parse::<i16>(), rest.parse::<i16>()))
            else {
                continue;
            };
            let (is_year, is_month) = ((year + 1) % 100 == rest, (1..=12).contains(&rest));
            years |= is_year && !is_month;
            months |= is_month && !is_year;
        }
        let dashed = match (years, months) {
            (true, false) => Dashed::Year,
            (false, true) => Dashed::Month,
            _ => Dashed::Unknown,
        };
        Self { periods, dashed }
    }

    /// A year with two numbers, and what is assumed where nobody said which.
    fn split_year(self, found: &str, year: i16) -> Option<Reading> {
        let start = self.periods.split_year.unwrap_or(SplitYear::Financial).start(year)?;
        let taken =
            || Kind::AssumedPeriod { found: found.to_owned(), taken: "the financial year from April".to_owned() };
        let assumed = self.periods.split_year.is_none().then(taken);
        Some(Reading { period: Period::Span { start, months: 12 }, assumed })
    }

    /// A quarter of a year with two numbers.
    fn split_quarter(self, found: &str, year: i16, quarter: u8) -> Option<Reading> {
        let Reading { period, assumed } = self.split_year(found, year)?;
        let start = period.start()?.plus_months(i32::from(quarter - 1) * 3);
        let taken = || Kind::AssumedPeriod {
            found: found.to_owned(),
            taken: "a quarter of the financial year from April".to_owned(),
        };
        Some(Reading { period: Period::Span { start, months: 3 }, assumed: assumed.map(|_| taken()) })
    }

    /// A year with one number. `None` where it has no such day.
    fn single_year(self, year: i16) -> Option<Period> {
        let span = |year: i16, month| Some(Period::Span { start: Date::new(year, month, 1)?, months: 12 });
        match self.periods.year {
            YearMeaning::Unstated => (1..=9999).contains(&year).then_some(Period::Unstated(year)),
            YearMeaning::Calendar => span(year, 1),
            YearMeaning::FinancialBeginning => span(year, 4),
            YearMeaning::FinancialEnding => span(year.checked_sub(1)?, 4),
            YearMeaning::AcademicBeginning => span(year, 9),
            YearMeaning::AcademicEnding => span(year.checked_sub(1)?, 9),
            YearMeaning::On { month, day } => Date::new(year, month, day).map(Period::Snapshot),
        }
    }

    /// A quarter of a year with one number.
    fn single_quarter(self, found: &str, year: i16, quarter: u8) -> Result<Period, Kind> {
        let of = |rule| {
            let (year, first) = match rule {
                QuarterYear::Calendar => (year, 1),
                QuarterYear::FinancialBeginning => (year, 4),
                QuarterYear::FinancialEnding => (year.saturating_sub(1), 4),
            };
            let start = Date::new(year, first, 1).map(|start| start.plus_months(i32::from(quarter - 1) * 3));
            start.map(|start| Period::Span { start, months: 3 })
        };
        match self.periods.quarter {
            Some(rule) => of(rule).ok_or_else(|| bad(found)),
            None => Err(Kind::AmbiguousPeriod {
                found: found.to_owned(),
                one: in_words(of(QuarterYear::Calendar)),
                other: in_words(of(QuarterYear::FinancialBeginning)),
            }),
        }
    }
}

impl SplitYear {
    fn start(self, year: i16) -> Option<Date> {
        Date::new(year, if self == Self::Financial { 4 } else { 9 }, 1)
    }
}

fn in_words(period: Option<Period>) -> String {
    let name = |date: Date| {
        words::period::label(
            words::Lang::En,
            Period::Span { start: Date::new(date.year(), date.month(), 1).unwrap_or(date), months: 1 },
        )
    };
    match period.map(|period| (period.start(), period.end())) {
        Some((Some(start), Some(end))) if (start.year(), start.month()) == (end.year(), end.month()) => name(start),
        Some((Some(start), Some(end))) => format!("{} to {}", name(start), name(end)),
        _ => "another time".to_owned(),
    }
}

fn bad(found: &str) -> Kind {
    Kind::BadPeriod {
        found: found.to_owned(),
        expected: "a period such as 2020/21, Q3 2020/21, March 2021, 31 March 2021, 31/03/2021, 2021-03-31 or 2020-10-01/P3M",
    }
}
