//! The spellings of time that JSON-stat files have; the format itself names none.

use crate::calendar::month;
use kpi_core::model::{Date, Period};

/// What a category of the time dimension is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// A period.
    Known(Period),
    /// Two years in one, such as 2020/21, and nothing says in which month they begin.
    Unclear,
    /// Nothing that is known.
    Unknown,
}

/// Reads the categories of the time dimension, ids and labels; `said` is what the file says of the dimension, where a
/// financial or academic year may be named.
#[must_use]
pub fn times(categories: &[(&str, &str)], said: &str) -> Vec<Time> {
    let mut times: Vec<Time> = categories.iter().map(|(id, label)| time(id, label, said)).collect();
    // "2011-12" is a month, as ISO 8601 has it, but not beside "2012-13", and not in a row of nothing but such pairs.
    let pair = |id: &str| two_years(id.trim()).is_some();
    let all = categories.len() > 1 && categories.iter().all(|(id, _)| pair(id));
    let is_month = |time: &Time| matches!(time, Time::Known(Period::Span { months: 1, .. }));
    if all || times.contains(&Time::Unclear) {
        for (time, (id, label)) in times.iter_mut().zip(categories) {
            if is_month(time) && pair(id) && label.trim() == id.trim() {
                *time = Time::Unclear;
            }
        }
    }
    times
}

fn time(id: &str, label: &str, said: &str) -> Time {
    let begins = first_month(label).or_else(|| first_month(said));
    let (by_id, by_label) = (one(id.trim(), begins), one(label.trim(), begins));
    match (by_id, by_label) {
        (Time::Known(_), _) | (Time::Unclear, Time::Unknown | Time::Unclear) => by_id,
        _ => by_label,
    }
}

/// The month in which a year of the named kind begins.
fn first_month(text: &str) -> Option<u8> {
    let text = text.to_lowercase();
    if text.contains("financial") || text.contains("fiscal") {
        Some(4)
    } else if text.contains("academic") || text.contains("school year") {
        Some(9)
    } else {
        None
    }
}

fn one(text: &str, begins: Option<u8>) -> Time {
    if let (Some((year, _)), Some(month)) = (two_years(text), begins) {
        return span(year, month, 12).map_or(Time::Unknown, Time::Known);
    }
    if let Some(period) = plain(text).or_else(|| worded(text)) {
        return Time::Known(period);
    }
    if two_years(text).is_some() { Time::Unclear } else { Time::Unknown }
}

fn plain(text: &str) -> Option<Period> {
    let text = text.replace("T00:00:00", "");
    if let Some(period) = Period::parse(&text) {
        return Some(period);
    }
    let (year, rest) = text.split_at_checked(4)?;
    let year = number(year)?;
    let rest = rest.strip_prefix(['-', ' ']).unwrap_or(rest);
    let lower = rest.to_ascii_lowercase();
    let after = |letters: &[&str]| letters.iter().find_map(|letter| lower.strip_prefix(letter)).and_then(number);
    if let Some(quarter) = after(&["q", "k"]).filter(|quarter| (1..=4).contains(quarter)) {
        return span(year, u8::try_from(quarter * 3 - 2).ok()?, 3);
    }
    if let Some(half) = after(&["s", "h"]).filter(|half| (1..=2).contains(half)) {
        return span(year, u8::try_from(half * 6 - 5).ok()?, 6);
    }
    if matches!(lower.as_str(), "a" | "a1" | "a00" | "y") {
        return Some(Period::Unstated(year));
    }
    let month = after(&["m"]).or_else(|| number(rest).filter(|_| rest.len() == 2));
    if let Some(month) = month.and_then(|month| u8::try_from(month).ok()) {
        return span(year, month, 1);
    }
    // 20210331
    let (month, day) = rest.split_at_checked(2).filter(|_| rest.len() == 4 && text.len() == 8)?;
    let date = Date::new(year, u8::try_from(number(month)?).ok()?, u8::try_from(number(day)?).ok()?)?;
    Some(Period::Snapshot(date))
}

/// "Q3 2020", "October 2020", "2020 Oct", "31 March 2021", "year ending March 2021".
fn worded(text: &str) -> Option<Period> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split([' ', ',', '-']).filter(|word| !word.is_empty()).collect();
    let year = |word: &str| number(word).filter(|_| word.len() == 4);
    match words.as_slice() {
        [quarter, at] if quarter.len() == 2 && quarter.starts_with('q') => {
            let quarter = number(quarter.get(1..)?).filter(|quarter| (1..=4).contains(quarter))?;
            span(year(at)?, u8::try_from(quarter * 3 - 2).ok()?, 3)
        }
        [one, other] => match (month(one), month(other)) {
            (Some(month), None) => span(year(other)?, month, 1),
            (None, Some(month)) => span(year(one)?, month, 1),
            _ => None,
        },
        [day, name, at] if month(name).is_some() => {
            Date::new(year(at)?, month(name)?, u8::try_from(number(day)?).ok()?).map(Period::Snapshot)
        }
        ["year", "ending" | "ended" | "to", rest @ ..] => {
            let (name, at) = match rest {
                [name, at] | ["31" | "30" | "28" | "29", name, at] => (name, at),
                _ => return None,
            };
            let last = Date::new(year(at)?, month(name)?, 1)?;
            let first = last.plus_months(-11);
            Some(Period::Span { start: first, months: 12 })
        }
        _ => None,
    }
}

/// "2020/21", "2020-21", "2020-2021", "202021".
fn two_years(text: &str) -> Option<(i16, i16)> {
    let (first, rest) = text.split_at_checked(4)?;
    let first = number(first)?;
    let second = rest.strip_prefix(['/', '-', '–']).unwrap_or(rest);
    let follows = match second.len() {
        2 => number(second)? == (first + 1) % 100,
        4 => number(second)? == first + 1,
        _ => false,
    };
    follows.then_some((first, first + 1))
}

fn span(year: i16, month: u8, months: u16) -> Option<Period> {
    Some(Period::Span { start: Date::new(year, month, 1)?, months })
}

fn number(text: &str) -> Option<i16> {
    (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}
