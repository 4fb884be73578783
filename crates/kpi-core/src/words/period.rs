//! Periods as a reader sees them.

use super::{Lang, Text, fill, sentence};
use crate::model::{Date, NamedPeriod, Period, PeriodKind};

/// The publisher's words for a period, or the derived label: `Q4 2020/21`, `2020/21`, `31 March 2021`, `March 2021`.
#[must_use]
pub fn named(lang: Lang, named: &NamedPeriod) -> String {
    named.label.clone().unwrap_or_else(|| label(lang, named.period))
}

/// The whole label.
#[must_use]
pub fn label(lang: Lang, period: Period) -> String {
    let (short, group) = parts(lang, period);
    if group.is_empty() { short } else { format!("{short} {group}") }
}

/// The label in two parts: what changes from tick to tick, and what several ticks have in common (or nothing).
#[must_use]
pub fn parts(lang: Lang, period: Period) -> (String, String) {
    match period {
        Period::Undated => (Text::NoDate.say(lang).to_owned(), String::new()),
        Period::Unstated(year) => (year.to_string(), String::new()),
        Period::Snapshot(date) => (format!("{} {}", date.day(), month(lang, date.month())), date.year().to_string()),
        Period::Span { start, months } => span(lang, period, start, months),
    }
}

/// [`parts`] on an axis whose periods are all of one kind: where they differ by their years alone, what they are in each year
/// is said once (`31 March`, `October to September`).
#[must_use]
pub fn tick(lang: Lang, period: Period) -> (String, String) {
    match (period, period.kind()) {
        (Period::Snapshot(_), _) => {
            let (day, year) = parts(lang, period);
            (year, day)
        }
        (Period::Span { start, .. }, PeriodKind::Year { from: 8 | 9 }) => {
            (two_years(start.year()), Text::AcademicYear.say(lang).trim_ascii_end().to_owned())
        }
        (Period::Span { start, .. }, PeriodKind::Year { from }) if ![1, 4].contains(&from) => {
            let last = month(lang, start.plus_months(11).month());
            (two_years(start.year()), [month(lang, from), Text::ToMonth.say(lang), last].concat())
        }
        _ => parts(lang, period),
    }
}

/// A day: `31 March 2021`.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    label(lang, Period::Snapshot(date))
}

/// [`named`] in the middle of a sentence or a heading; the publisher's own words stay as they are.
#[must_use]
pub fn words(lang: Lang, period: &NamedPeriod) -> String {
    match (&period.label, period.period) {
        (None, Period::Undated) => sentence::lowercased(Text::NoDate.say(lang)),
        _ => named(lang, period),
    }
}

/// [`label`] as a choice: of a financial year also when it ends, because "2021" may be meant to be the one or the other.
#[must_use]
pub fn choice(lang: Lang, period: Period) -> String {
    let label = label(lang, period);
    match period {
        Period::Span { start, months } if period.kind() == (PeriodKind::Year { from: 4 }) => {
            let end = start.plus_months(i32::from(months)).previous_day();
            let month = [month(lang, end.month()), " ", &end.year().to_string()].concat();
            label + &fill(Text::UntilMonth.say(lang), &[&month])
        }
        _ => label,
    }
}

/// [`words`] as a name in a sentence: `Q4 2020/21`, `the academic year 2020/21`.
#[must_use]
pub fn in_sentence(lang: Lang, period: &NamedPeriod) -> String {
    match period {
        NamedPeriod { label: None, period: Period::Span { start, .. } } if is_academic(period.period) => {
            Text::TheAcademicYear.say(lang).to_owned() + &two_years(start.year())
        }
        _ => words(lang, period),
    }
}

/// How a sentence says when: `in Q4 2020/21`, `on 31 March 2021`, `from February to April 2020`, `(no date given)`.
#[must_use]
pub fn when(lang: Lang, period: Period, label: &str) -> String {
    let is_derived = label == self::label(lang, period);
    let text = match period {
        Period::Undated if is_derived => return ["(", &sentence::lowercased(label), ")"].concat(),
        Period::Undated => return ["(", label, ")"].concat(),
        Period::Snapshot(_) if is_derived => Text::On,
        Period::Snapshot(_) => Text::OnNamed,
        _ if !is_derived => Text::InNamed,
        _ if is_academic(period) => {
            let named = NamedPeriod { period, label: None };
            return fill(Text::In.say(lang), &[&in_sentence(lang, &named)]);
        }
        Period::Span { start, months } if between(lang, start, months) == label => match start.day() {
            1 => Text::FromMonth,
            _ => Text::From,
        },
        _ if period.kind() == PeriodKind::Month => Text::InMonth,
        _ => Text::In,
    };
    fill(text.say(lang), &[label])
}

/// A year that begins in August or September.
fn is_academic(period: Period) -> bool {
    matches!(period.kind(), PeriodKind::Year { from: 8 | 9 })
}

/// What the periods of a kind are called: "Quarter" stands above the filter.
#[must_use]
pub fn kind_heading(lang: Lang, kind: PeriodKind) -> &'static str {
    let text = match kind {
        PeriodKind::Quarter => Text::Quarter,
        PeriodKind::Month => Text::Month,
        PeriodKind::Unstated | PeriodKind::Year { .. } => Text::Year,
        PeriodKind::Snapshot { .. } => Text::Date,
        PeriodKind::Undated | PeriodKind::Span { .. } => Text::Period,
    };
    text.say(lang)
}

/// Several periods of a kind, in a sentence: a day of each year stands for its year.
#[must_use]
pub fn kind_plural(lang: Lang, kind: PeriodKind) -> &'static str {
    let text = match kind {
        PeriodKind::Quarter => Text::Quarters,
        PeriodKind::Month => Text::Months,
        PeriodKind::Unstated | PeriodKind::Year { .. } | PeriodKind::Snapshot { .. } => Text::Years,
        PeriodKind::Undated | PeriodKind::Span { .. } => Text::Periods,
    };
    text.say(lang)
}

/// The period before, as a choice to compare with: "The quarter before".
#[must_use]
pub fn previous_heading(lang: Lang, kind: PeriodKind) -> &'static str {
    let text = match kind {
        PeriodKind::Quarter => Text::PreviousQuarter,
        PeriodKind::Month => Text::PreviousMonth,
        PeriodKind::Unstated | PeriodKind::Year { .. } => Text::PreviousYear,
        PeriodKind::Snapshot { .. } | PeriodKind::Undated | PeriodKind::Span { .. } => Text::PeriodBefore,
    };
    text.say(lang)
}

/// The same period a year before, as a choice to compare with: "Same quarter a year before".
#[must_use]
pub fn year_before_heading(lang: Lang, kind: PeriodKind) -> &'static str {
    let text = match kind {
        PeriodKind::Quarter => Text::SameQuarterYearBefore,
        PeriodKind::Month => Text::SameMonthYearBefore,
        _ => Text::YearBefore,
    };
    text.say(lang)
}

fn span(lang: Lang, period: Period, start: Date, months: u16) -> (String, String) {
    match period.kind() {
        PeriodKind::Month => (month(lang, start.month()).to_owned(), start.year().to_string()),
        // Quarters are those of the financial year, which begins in April.
        PeriodKind::Quarter => {
            let (quarter, first_year) = match start.month() {
                1 => (4, start.year() - 1),
                later => ((later - 1) / 3, start.year()),
            };
            (format!("{}{quarter}", Text::QuarterLetter.say(lang)), two_years(first_year))
        }
        PeriodKind::Year { from: 1 } => (start.year().to_string(), String::new()),
        PeriodKind::Year { from: 4 } => (two_years(start.year()), String::new()),
        PeriodKind::Year { from: 8 | 9 } => {
            (Text::AcademicYear.say(lang).to_owned() + &two_years(start.year()), String::new())
        }
        _ => (between(lang, start, months), String::new()),
    }
}

/// 2020 as `2020/21`.
fn two_years(first: i16) -> String {
    format!("{first}/{:02}", (first + 1).rem_euclid(100))
}

/// `February to April 2020`, `15 June 2020 to 14 June 2021`.
fn between(lang: Lang, start: Date, months: u16) -> String {
    let end = start.plus_months(i32::from(months)).previous_day();
    if start.day() != 1 {
        return date(lang, start) + Text::To.say(lang) + &date(lang, end);
    }
    let mut text = month(lang, start.month()).to_owned();
    if start.year() != end.year() {
        text = format!("{text} {}", start.year());
    }
    format!("{text}{}{} {}", Text::ToMonth.say(lang), month(lang, end.month()), end.year())
}

fn month(lang: Lang, number: u8) -> &'static str {
    const NAMES: [Text; 12] = [
        Text::January,
        Text::February,
        Text::March,
        Text::April,
        Text::May,
        Text::June,
        Text::July,
        Text::August,
        Text::September,
        Text::October,
        Text::November,
        Text::December,
    ];
    NAMES.get(usize::from(number).wrapping_sub(1)).map_or("", |name| name.say(lang))
}
