//! The figure itself, and what the publisher says beside it.

use super::prose::Prose;
use super::series::Seen;
use crate::model::{Figure, Mark, Marks, Period, Unit, Value};
use crate::query::Sight;
use crate::words::{Text, number, period, symbol};

/// `70% in Q4 2020/21 (provisional)`, `Girls: approximately 60 per 10,000 on 31 March 2021`,
/// `No figure in Q2 2020/21: confidential`.
pub(super) fn tell(prose: &mut Prose<'_>, seen: &Seen<'_>) {
    whose(prose, seen.sight);
    let is_first = prose.is_empty();
    if !is_first {
        prose.push(": ");
    }
    let (lang, named, figure) = (prose.lang, seen.named, &seen.figure);
    match figure.value {
        Value::Number(value) => remarked(prose, figure, number::long(lang, value, seen.unit)),
        Value::Missing(_) => prose.say(Text::NoFigure),
    };
    if is_first {
        prose.capital();
    }
    if named.period == Period::Undated && named.label.is_none() {
        prose.say(Text::WithoutDate);
    } else {
        prose.push(" ").put(period::when(lang, named.period, &period::named(lang, named)));
    }
    if let Value::Missing(missing) = figure.value {
        prose.push(": ").push(symbol::reason(lang, missing));
    }
    brackets(prose, figure, seen.unit, seen.common);
}

/// A figure without its time, to stand among others: `over £1.07 million (provisional)`, `not published`.
pub(super) fn value(prose: &mut Prose<'_>, figure: &Figure<'_>, unit: &Unit) {
    let lang = prose.lang;
    match figure.value {
        Value::Number(value) => remarked(prose, figure, number::long(lang, value, unit)),
        Value::Missing(missing) => prose.push(symbol::reason(lang, missing)),
    };
    brackets(prose, figure, unit, Marks::default());
}

/// Another figure, to stand in brackets: `79%`, `about 62, provisional`; without the marks that are said of all.
pub(super) fn aside(prose: &mut Prose<'_>, figure: &Figure<'_>, unit: &Unit, common: Marks) {
    let lang = prose.lang;
    if let Value::Number(value) = figure.value {
        remarked(prose, figure, number::aside(lang, value, unit));
    }
    for mark in figure.marks.iter() {
        // That a figure is not comparable with earlier ones says nothing of how it stands to this one.
        if mark != Mark::Break && !common.has(mark) {
            prose.push(", ").push(symbol::mark(lang, mark));
        }
    }
}

/// Which area and which parts a figure is of, unless it is the focus area's and of the whole: `Beeton, Girls`.
pub(super) fn whose(prose: &mut Prose<'_>, sight: Sight<'_>) {
    if sight.area != sight.dataset.focus()
        && let Some(area) = sight.dataset.area(sight.area)
    {
        prose.push(&area.name);
    }
    let categories = sight.indicator.categories_of(sight.cell);
    for (dimension, category) in sight.indicator.dimensions.iter().zip(categories) {
        if let Some(part) = dimension.categories.get(usize::from(category.0)).filter(|part| !part.total) {
            let comma = if prose.is_empty() { "" } else { ", " };
            prose.push(comma).push(&part.name);
        }
    }
}

/// ` (provisional, revised from 68% as published on 31 March 2021, likely to be between 66% and 76%)`
fn brackets(prose: &mut Prose<'_>, figure: &Figure<'_>, unit: &Unit, common: Marks) {
    let (lang, mut before) = (prose.lang, " (");
    for mark in figure.marks.iter() {
        // It is said below, with what it was.
        if mark == Mark::Revised && !figure.earlier.is_empty() {
            continue;
        }
        prose.push(before);
        match mark {
            Mark::Derived if common.has(mark) => prose.say(Text::DerivedAll),
            Mark::Derived => prose.say(Text::DerivedItself),
            _ => prose.push(symbol::mark(lang, mark)),
        };
        before = ", ";
    }
    if let Some(earlier) = figure.before() {
        prose.push(before);
        before = ", ";
        match earlier.value {
            Value::Number(value) => prose.fill(Text::RevisedFrom, &[&number::short(value, unit)]),
            Value::Missing(missing) => prose.fill(Text::RevisedBefore, &[symbol::reason(lang, missing)]),
        };
        if let Some(date) = earlier.published {
            prose.fill(Text::AsPublishedOn, &[&period::date(lang, date)]);
        }
    }
    if let Some(limits) = figure.limits {
        let [lower, upper] = [limits.lower, limits.upper].map(|limit| number::aside(lang, limit, unit));
        prose.push(before).fill(Text::Likely, &[&lower, &upper]);
        before = ", ";
    }
    if before == ", " {
        prose.push(")");
    }
}

fn remarked<'p, 'd>(prose: &'p mut Prose<'d>, figure: &Figure<'_>, value: String) -> &'p mut Prose<'d> {
    if let Some(remark) = figure.remark {
        prose.push(remark).push(" ");
    }
    prose.put(value)
}
