//! Periods as a reader sees them.

use crate::model::{Date, NamedPeriod, Period, PeriodKind};

/// The publisher's words for a period, or the derived label: `Q4 2020/21`, `2020/21`, `31 March 2021`, `March 2021`.
#[must_use]
pub fn named(named: &NamedPeriod) -> String {
    named.label.clone().unwrap_or_else(|| label(named.period))
}

/// The whole label.
#[must_use]
pub fn label(period: Period) -> String {
    let (short, group) = parts(period);
    if group.is_empty() { short } else { format!("{short} {group}") }
}

/// The label in two parts: what changes from tick to tick, and what several ticks have in common (or nothing).
#[must_use]
pub fn parts(period: Period) -> (String, String) {
    match period {
        Period::Undated => ("No date given".to_owned(), String::new()),
        Period::Unstated(year) => (year.to_string(), String::new()),
        Period::Snapshot(date) => (format!("{} {}", date.day(), month(date.month())), date.year().to_string()),
        Period::Span { start, months } => span(period, start, months),
    }
}

/// A day: `31 March 2021`.
#[must_use]
pub fn date(date: Date) -> String {
    label(Period::Snapshot(date))
}

/// [`named`] in the middle of a sentence or a heading; the publisher's own words stay as they are.
#[must_use]
pub fn words(period: &NamedPeriod) -> String {
    match (&period.label, period.period) {
        (None, Period::Undated) => "no date given".to_owned(),
        _ => named(period),
    }
}

/// [`words`] as a name in a sentence: `Q4 2020/21`, `the academic year 2020/21`.
#[must_use]
pub fn in_sentence(period: &NamedPeriod) -> String {
    let is_academic = matches!(period.period.kind(), PeriodKind::Year { from: 8 | 9 });
    let name = words(period);
    if is_academic && period.label.is_none() { ["the ", &name].concat() } else { name }
}

/// How a sentence says when: `in Q4 2020/21`, `on 31 March 2021`, `from February to April 2020`, `(no date given)`.
#[must_use]
pub fn when(period: Period, label: &str) -> String {
    let is_derived = label == self::label(period);
    match period {
        Period::Undated if is_derived => "(no date given)".to_owned(),
        Period::Undated => format!("({label})"),
        Period::Snapshot(_) => format!("on {label}"),
        Period::Span { start, months } if is_derived && between(start, months) == label => format!("from {label}"),
        _ if is_derived && matches!(period.kind(), PeriodKind::Year { from: 8 | 9 }) => format!("in the {label}"),
        _ => format!("in {label}"),
    }
}

/// What the periods of a kind are called: "Quarter" stands above the filter.
#[must_use]
pub fn kind_heading(kind: PeriodKind) -> &'static str {
    match kind {
        PeriodKind::Quarter => "Quarter",
        PeriodKind::Month => "Month",
        PeriodKind::Unstated | PeriodKind::Year { .. } => "Year",
        PeriodKind::Snapshot { .. } => "Date",
        PeriodKind::Undated | PeriodKind::Span { .. } => "Period",
    }
}

/// Several periods of a kind, in a sentence: a day of each year stands for its year.
#[must_use]
pub const fn kind_plural(kind: PeriodKind) -> &'static str {
    match kind {
        PeriodKind::Quarter => "quarters",
        PeriodKind::Month => "months",
        PeriodKind::Unstated | PeriodKind::Year { .. } | PeriodKind::Snapshot { .. } => "years",
        PeriodKind::Undated | PeriodKind::Span { .. } => "periods",
    }
}

/// The period before, as a choice to compare with: "Last quarter".
#[must_use]
pub fn previous_heading(kind: PeriodKind) -> &'static str {
    match kind {
        PeriodKind::Quarter => "Last quarter",
        PeriodKind::Month => "Last month",
        PeriodKind::Unstated | PeriodKind::Year { .. } => "Last year",
        PeriodKind::Snapshot { .. } | PeriodKind::Undated | PeriodKind::Span { .. } => "The period before",
    }
}

/// The same period a year before, as a choice to compare with: "Same quarter last year".
#[must_use]
pub fn year_before_heading(kind: PeriodKind) -> &'static str {
    match kind {
        PeriodKind::Quarter => "Same quarter last year",
        PeriodKind::Month => "Same month last year",
        _ => "A year before",
    }
}

fn span(period: Period, start: Date, months: u16) -> (String, String) {
    match period.kind() {
        PeriodKind::Month => (month(start.month()).to_owned(), start.year().to_string()),
        // Quarters are those of the financial year, which begins in April.
        PeriodKind::Quarter => {
            let (quarter, first_year) = match start.month() {
                1 => (4, start.year() - 1),
                later => ((later - 1) / 3, start.year()),
            };
            (format!("Q{quarter}"), two_years(first_year))
        }
        PeriodKind::Year { from: 1 } => (start.year().to_string(), String::new()),
        PeriodKind::Year { from: 4 } => (two_years(start.year()), String::new()),
        PeriodKind::Year { from: 8 | 9 } => (format!("academic year {}", two_years(start.year())), String::new()),
        _ => (between(start, months), String::new()),
    }
}

/// 2020 as `2020/21`.
fn two_years(first: i16) -> String {
    format!("{first}/{:02}", (first + 1).rem_euclid(100))
}

/// `February to April 2020`, `15 June 2020 to 14 June 2021`.
fn between(start: Date, months: u16) -> String {
    let end = start.plus_months(i32::from(months)).previous_day();
    if start.day() != 1 {
        let day = |date: Date| format!("{} {} {}", date.day(), month(date.month()), date.year());
        return format!("{} to {}", day(start), day(end));
    }
    let last = format!("{} {}", month(end.month()), end.year());
    if start.year() == end.year() {
        format!("{} to {last}", month(start.month()))
    } else {
        format!("{} {} to {last}", month(start.month()), start.year())
    }
}

fn month(number: u8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or("")
}
