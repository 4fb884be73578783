use super::super::options::SplitYear;
use super::{Dashed, Reading, Rules, bad, in_words};
use crate::calendar::month;
use crate::problem::Kind;
use kpi_core::model::{Date, Period};

/// Reads a period in any usual spelling. A date is a day; 03/04/2021 is the third of April, as everywhere in this
/// country.
///
/// # Errors
///
/// What is no period, and what may be two.
pub(crate) fn read(text: &str, rules: Rules) -> Result<Reading, Kind> {
    let found = text.trim();
    let sure = |period| Reading { period, assumed: None };
    let text = normal(found);
    if let Some(period) = iso(&text) {
        return Ok(sure(period));
    }
    if let Some(year) = text.parse().ok().filter(|_| text.len() == 4) {
        return rules.single_year(year).map(sure).ok_or_else(|| bad(found));
    }
    if let Some(reading) = dashed(&text, found, rules) {
        return reading;
    }
    let (text, rules) = stated(&text, rules);
    if let Some(year) = split_year(text) {
        return rules.split_year(found, year).ok_or_else(|| bad(found));
    }
    if let Some((quarter, year)) = quarter(text) {
        let (year, rules) = stated(year, rules);
        return match (split_year(year), year.parse().ok().filter(|_| year.len() == 4)) {
            (Some(year), _) => rules.split_quarter(found, year, quarter).ok_or_else(|| bad(found)),
            (None, Some(year)) => rules.single_quarter(found, year, quarter).map(sure),
            (None, None) => Err(bad(found)),
        };
    }
    day(text).map(Period::Snapshot).or_else(|| months(text)).map(sure).ok_or_else(|| bad(found))
}

/// Lower case, single spaces, plain hyphens.
fn normal(text: &str) -> String {
    let text = text.to_lowercase().replace(['–', '—', '‐', '‑', '−'], "-").replace(',', " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace(" / ", "/").replace(" - ", "-")
}

/// ISO 8601: an interval by its length or its last day, or a day.
fn iso(text: &str) -> Option<Period> {
    if text.len() == 4 {
        return None;
    }
    if let Some((start, end)) = text.split_once('/') {
        let start_day = Date::parse(without_midnight(start));
        if let (Some(start), Some(end)) = (start_day, Date::parse(without_midnight(end))) {
            return between(start, end);
        }
        return Period::parse(&format!("{}/{}", without_midnight(start), end.to_uppercase()));
    }
    Period::parse(without_midnight(text))
}

/// Linked data gives days a time.
fn without_midnight(text: &str) -> &str {
    text.split_once(['t', ' ']).filter(|(_, time)| time.starts_with("00:00")).map_or(text, |(date, _)| date)
}

/// Whole months.
fn between(start: Date, end: Date) -> Option<Period> {
    let months = (1..=1200_u16).find(|months| start.plus_months(i32::from(*months)).previous_day() >= end)?;
    let is_whole = start.plus_months(i32::from(months)).previous_day() == end;
    is_whole.then_some(Period::Span { start, months })
}

/// `2011-12` and `2011-03`: a year or a month.
fn dashed(text: &str, found: &str, rules: Rules) -> Option<Result<Reading, Kind>> {
    let (year, rest) = text.split_once('-').filter(|(year, rest)| year.len() == 4 && rest.len() == 2)?;
    let (year, rest) = (year.parse::<i16>().ok()?, rest.parse::<u8>().ok()?);
    let month = Date::new(year, rest, 1).map(|start| Period::Span { start, months: 1 });
    let is_year = (year + 1) % 100 == i16::from(rest);
    let as_year = || rules.split_year(found, year).ok_or_else(|| bad(found));
    let as_month = |period| Ok(Reading { period, assumed: None });
    Some(match (is_year, month, rules.dashed) {
        (false, Some(period), _) | (true, Some(period), Dashed::Month) => as_month(period),
        (true, None, _) | (true, Some(_), Dashed::Year) => as_year(),
        (true, Some(period), Dashed::Unknown) => Err(Kind::AmbiguousPeriod {
            found: found.to_owned(),
            one: format!("the year {year}/{rest:02}"),
            other: in_words(Some(period)),
        }),
        (false, None, _) => Err(bad(found)),
    })
}

/// Takes off the words that say which year it is.
fn stated(text: &str, mut rules: Rules) -> (&str, Rules) {
    const WORDS: [(&str, SplitYear); 7] = [
        ("financial year", SplitYear::Financial),
        ("fiscal year", SplitYear::Financial),
        ("fy", SplitYear::Financial),
        ("academic year", SplitYear::Academic),
        ("school year", SplitYear::Academic),
        ("ay", SplitYear::Academic),
        ("academic", SplitYear::Academic),
    ];
    for (word, year) in WORDS {
        let rest = text.strip_prefix(word).filter(|rest| rest.starts_with([' ', '2', '1']));
        let rest = rest.or_else(|| text.strip_suffix(word).filter(|rest| rest.ends_with([' ', ')'])));
        if let Some(rest) = rest {
            rules.periods.split_year = Some(year);
            return (rest.trim(), rules);
        }
    }
    (text, rules)
}

/// The first of two years that follow each other: `2017/18`, `2017-18`, `201718`, `2017/2018`, `2017 to 2018`.
pub(super) fn split_year(text: &str) -> Option<i16> {
    let text = text.trim();
    let (first, second) = match text.split_once(['/', '-']).or_else(|| text.split_once(" to ")) {
        Some(years) => years,
        None if text.len() == 6 => text.split_at_checked(4)?,
        None => return None,
    };
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if first.len() != 4 || !matches!(second.len(), 2 | 4) || !is_digits(first) || !is_digits(second) {
        return None;
    }
    let (first, second) = (first.parse::<i16>().ok()?, second.parse::<i16>().ok()?);
    let next = first + 1;
    (next == second || (second < 100 && next % 100 == second)).then_some(first)
}

/// A quarter and what is left: `q3 2020/21`, `2020/21 q3`, `2020q3`, `quarter 3 2020/21`.
fn quarter(text: &str) -> Option<(u8, &str)> {
    for word in ["quarter ", "qtr ", "q"] {
        for (at, _) in text.match_indices(word) {
            let (before, rest) = text.split_at_checked(at)?;
            let rest = rest.strip_prefix(word)?.trim_start();
            let digit = rest.bytes().next().filter(|digit| (b'1'..=b'4').contains(digit));
            let after = rest.get(1..).unwrap_or_default();
            let is_alone = !after.starts_with(|letter: char| letter.is_ascii_digit());
            let year = match (trimmed(before), trimmed(after)) {
                (year, "") | ("", year) => year,
                _ => continue,
            };
            if let Some(digit) = digit.filter(|_| is_alone) {
                return Some((digit - b'0', year));
            }
        }
    }
    None
}

fn trimmed(text: &str) -> &str {
    text.trim_matches([' ', '-', ':', '(', ')', '/'])
}

/// `31/03/2021`, `31-03-2021`, `31.03.2021`, `31 march 2021`, `31st march 2021`, `as at 31 march 2021`.
fn day(text: &str) -> Option<Date> {
    let text = ["as at ", "as of ", "at ", "on "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let mut parts = text.split(['/', '.', '-', ' ']).filter(|part| *part != "of");
    let (day, middle, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let day = ["st", "nd", "rd", "th"].iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
    let middle = month(middle).or_else(|| middle.parse().ok())?;
    Date::new(year.parse().ok()?, middle, day.parse().ok()?)
}

/// `march 2021`, `03/2021`, `april to june 2020`, `april 2020 to march 2021`, `year ending march 2021`.
fn months(text: &str) -> Option<Period> {
    const YEAR_TO: [&str; 6] =
        ["year ending ", "year ended ", "year to ", "12 months to ", "12 months ending ", "the year ending "];
    if let Some(end) = YEAR_TO.iter().find_map(|word| text.strip_prefix(word)) {
        let next = match month_of(end, None) {
            Some(last) => last.plus_months(1),
            None => {
                let end = day(end)?;
                let next = Date::new(end.year(), end.month(), 1)?.plus_months(1);
                // A year to the middle of a month is no run of months.
                (next.previous_day() == end).then_some(next)?
            }
        };
        let start = next.plus_months(-12);
        return (start < next).then_some(Period::Span { start, months: 12 });
    }
    if let Some(start) = month_of(text, None) {
        return Some(Period::Span { start, months: 1 });
    }
    let (first, last) = text.split_once(" to ").or_else(|| text.split_once('-'))?;
    let last = month_of(last.trim(), None)?;
    let first = month_of(first.trim(), Some(last.year()))?;
    between(first, last.plus_months(1).previous_day())
}

/// The first day of a month; the year may be left to the month it runs to.
fn month_of(text: &str, year: Option<i16>) -> Option<Date> {
    match text.split_once([' ', '/', '-']) {
        Some((name, number)) if number.len() == 4 => {
            let month = month(name).or_else(|| name.parse().ok())?;
            Date::new(number.parse().ok()?, month, 1)
        }
        Some(_) => None,
        None => Date::new(year?, month(text)?, 1),
    }
}
