//! The figure itself, and what the publisher says beside it.

use super::{Story, push};
use crate::model::{Figure, Mark, NamedPeriod, Period, Unit, Value};
use crate::query::Sight;
use crate::words::{number, period, symbol};

/// `70% in Q4 2020/21 (provisional)`, `Girls: approximately 60 per 10,000 on 31 March 2021`,
/// `No figure in Q2 2020/21: confidential`.
pub(super) fn beginning(story: &Story<'_>) -> String {
    let mut text = whose(story.sight);
    let is_first = text.is_empty();
    if !is_first {
        text.push_str(": ");
    }
    let when = when(story.named);
    match story.figure.value {
        Value::Number(value) => {
            let from = text.len();
            text.push_str(&remarked(&story.figure, &number::long(value, story.unit)));
            if let Some(first) = text.get_mut(from..from + 1).filter(|_| is_first) {
                first.make_ascii_uppercase();
            }
            text.push_str(&when);
        }
        Value::Missing(missing) => {
            push(&mut text, &[if is_first { "No" } else { "no" }, " figure", &when, ": ", symbol::reason(missing)]);
        }
    }
    push(&mut text, &[&brackets(&story.figure, story.unit)]);
    text
}

/// A figure without its time, to stand among others: `over £1.07 million (provisional)`, `not published`.
pub(super) fn value(figure: &Figure<'_>, unit: &Unit) -> String {
    let text = match figure.value {
        Value::Number(value) => remarked(figure, &number::long(value, unit)),
        Value::Missing(missing) => symbol::reason(missing).to_owned(),
    };
    text + &brackets(figure, unit)
}

/// Another figure, to stand in brackets: `79%`, `about 62, provisional`.
pub(super) fn aside(figure: &Figure<'_>, unit: &Unit) -> String {
    let mut text = match figure.value {
        Value::Number(value) => remarked(figure, &number::aside(value, unit)),
        Value::Missing(missing) => symbol::reason(missing).to_owned(),
    };
    for mark in figure.marks.iter() {
        // It says nothing of how the figure stands to this one.
        if mark != Mark::Break {
            push(&mut text, &[", ", symbol::mark(mark)]);
        }
    }
    text
}

/// Which area and which parts the figure is of, unless it is the focus area's and of the whole: `Beeton, Girls`.
pub(super) fn whose(sight: Sight<'_>) -> String {
    let mut names: Vec<&str> = Vec::new();
    // Categories are packed the last dimension first.
    let mut cell = sight.cell;
    for dimension in sight.indicator.dimensions.iter().rev() {
        let size = u32::try_from(dimension.categories.len()).unwrap_or(1).max(1);
        let part = dimension.categories.get((cell % size) as usize);
        cell /= size;
        if let Some(part) = part.filter(|part| !part.total) {
            names.insert(0, &part.name);
        }
    }
    if sight.area != sight.dataset.focus()
        && let Some(area) = sight.dataset.area(sight.area)
    {
        names.insert(0, &area.name);
    }
    names.join(", ")
}

fn when(named: &NamedPeriod) -> String {
    match (named.period, &named.label) {
        (Period::Undated, None) => ", with no date given".to_owned(),
        _ => [" ", &period::when(named.period, &period::named(named))].concat(),
    }
}

/// ` (provisional, revised from 68% as published on 31 March 2021, likely to be between 66% and 76%)`
fn brackets(figure: &Figure<'_>, unit: &Unit) -> String {
    let mut text = String::new();
    let mut add = |pieces: &[&str]| {
        text.push_str(if text.is_empty() { " (" } else { ", " });
        push(&mut text, pieces);
    };
    for mark in figure.marks.iter() {
        match mark {
            Mark::Revised if !figure.earlier.is_empty() => {}
            Mark::Derived => add(&["derived and not itself published"]),
            _ => add(&[symbol::mark(mark)]),
        }
    }
    // The one published last; of those without a date, the last in the file.
    if let Some(earlier) = figure.earlier.iter().max_by_key(|earlier| earlier.published) {
        let was = match earlier.value {
            Value::Number(value) => [" from ", &number::short(value, unit)].concat(),
            Value::Missing(missing) => [", before that ", symbol::reason(missing)].concat(),
        };
        let on = earlier.published.map(|date| period::label(Period::Snapshot(date)));
        let (as_published, on) = on.as_ref().map_or(("", ""), |on| (" as published on ", on));
        add(&["revised", &was, as_published, on]);
    }
    if let Some(limits) = figure.limits {
        let (lower, upper) = (number::aside(limits.lower, unit), number::aside(limits.upper, unit));
        add(&["likely to be between ", &lower, " and ", &upper]);
    }
    if !text.is_empty() {
        text.push(')');
    }
    text
}

fn remarked(figure: &Figure<'_>, value: &str) -> String {
    match figure.remark {
        Some(remark) => [remark, " ", value].concat(),
        None => value.to_owned(),
    }
}
