//! Time in the DfE's open data standard: `time_period` and `time_identifier` ("Specific time standards" of the
//! Department's analysts' guide).

use super::{Reading, Rules, spelling};
use crate::problem::Kind;
use kpi_core::model::{Date, Period};

/// Reads the two cells. A reporting year says only that it is none of the others: which year it is follows from the
/// caller's rule.
///
/// # Errors
///
/// A kind of time that is not supported, or a period that does not fit its kind.
pub(crate) fn of_standard(time_period: &str, identifier: &str, rules: Rules) -> Result<Reading, Kind> {
    let word = identifier.trim().to_lowercase();
    let (year, quarter) = match word.rsplit_once(" q") {
        Some((year, quarter)) => (year, quarter.parse::<u8>().ok().filter(|quarter| (1..=4).contains(quarter))),
        None => (word.as_str(), None),
    };
    let is_quarter = word.contains(" q");
    let unsupported = || Kind::UnsupportedTime { identifier: identifier.trim().to_owned() };
    let bad = |expected| Kind::BadPeriod { found: time_period.to_owned(), expected };
    let one = || single(time_period).ok_or(bad("a year of four digits, such as 2021"));
    let two = || spelling::split_year(time_period).ok_or(bad("a year of six digits, such as 202021"));
    let span = |year: i16, month, months: u16, day| Some(Period::Span { start: Date::new(year, month, day)?, months });
    let period = match (year, is_quarter, quarter) {
        ("reporting year", false, _) => rules.single_year(one()?),
        ("calendar year", false, _) => span(one()?, 1, 12, 1),
        ("financial year", false, _) => span(two()?, 4, 12, 1),
        ("academic year", false, _) => span(two()?, 9, 12, 1),
        ("tax year", false, _) => span(two()?, 4, 12, 6),
        ("part 1 (april to september)", false, _) => span(two()?, 4, 6, 1),
        ("part 2 (october to march)", false, _) => span(two()?, 10, 6, 1),
        ("calendar year", true, Some(quarter)) => span(one()?, 3 * quarter - 2, 3, 1),
        ("financial year", true, Some(quarter)) => {
            let start = Date::new(two()?, 4, 1).map(|start| start.plus_months(i32::from(quarter - 1) * 3));
            start.map(|start| Period::Span { start, months: 3 })
        }
        (month, false, _) => {
            let month = crate::calendar::month(month).ok_or_else(unsupported)?;
            span(one()?, month, 1, 1)
        }
        _ => return Err(unsupported()),
    };
    let period = period.ok_or(bad("a year that has such a day"))?;
    Ok(Reading { period, assumed: None })
}

fn single(text: &str) -> Option<i16> {
    let text = text.trim();
    (text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}
