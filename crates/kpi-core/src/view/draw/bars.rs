use super::{bar, dwarfs, largest, point, subtitle};
use crate::model::{CategoryIx, Dimension, Unit};
use crate::query::Sight;
use crate::view::areas;
use crate::view::chart::{Bar, BarChart, BarMark, Point, Tone};
use crate::words::chart as words;

/// The chosen areas in the shown period, the largest value first and what has none last. Where other charts say it already,
/// only if two of them have a figure.
pub(super) fn areas(sight: Sight<'_>, is_alone: bool) -> Option<BarChart> {
    let unit = &sight.measure()?.unit;
    let (mut bars, mut own, mut left_out): (Vec<Bar>, _, _) = (Vec::new(), 0.0, Vec::new());
    for shown in areas::areas(sight) {
        let bar = bar(sight.of(shown.area), shown.name, shown.tone, unit);
        let most = largest([&bar.point].into_iter());
        if bar.tone == Tone::Focus {
            own = most;
        } else if dwarfs(unit, own, most) {
            left_out.push(bar.name);
            continue;
        }
        // What is equal keeps the order of the publication.
        let number = |bar: &Bar| bar.point.number().unwrap_or(f64::NEG_INFINITY);
        let at = bars.iter().position(|other| number(other) < number(&bar)).unwrap_or(bars.len());
        bars.insert(at, bar);
    }
    let note = words::left_out(sight.query.lang, &left_out);
    let valued = bars.iter().filter(|bar| bar.point.number().is_some()).count();
    (is_alone || valued > 1).then(|| BarChart { note, ..chart(sight, None, unit, bars) })
}

/// The parts of the breakdown that is looked at, in the order of the publication but each behind what it is a part of; where
/// other areas are broken down too, their figures stand upon the bars.
pub(super) fn parts(sight: Sight<'_>) -> Option<BarChart> {
    let unit = &sight.measure()?.unit;
    let (dimension, bars) = by_part(sight, unit)?;
    let mut chart = chart(sight, Some(dimension), unit, bars);
    let (own, mut left_out) = (largest(chart.bars.iter().map(|bar| &bar.point)), Vec::new());
    for shown in areas::areas_in_parts(sight) {
        if shown.area == sight.area {
            chart.name = shown.name;
            continue;
        }
        let figure = |bar: &Bar| Sight { cell: bar.key.cell, ..sight.of(shown.area) }.figure();
        let marks: Vec<Point> = chart.bars.iter().map(|bar| point(sight.query.lang, figure(bar), unit)).collect();
        if dwarfs(unit, own, largest(marks.iter())) {
            left_out.push(shown.name);
        } else if chart.bars.iter().any(|bar| figure(bar).is_some()) {
            for (bar, mark) in chart.bars.iter_mut().zip(marks) {
                bar.marks.push(mark);
            }
            chart.marks.push(BarMark { name: shown.name, tone: shown.tone, area: shown.area, measure: sight.measure });
        }
    }
    if chart.marks.is_empty() {
        chart.name.clear();
    }
    chart.note = words::left_out(sight.query.lang, &left_out);
    Some(chart)
}

/// The breakdown that is looked at, and a bar for each of its parts.
pub(super) fn by_part<'d>(sight: Sight<'d>, unit: &Unit) -> Option<(&'d Dimension, Vec<Bar>)> {
    let position = usize::from(sight.query.cut().by);
    let dimension = sight.indicator.dimensions.get(position)?;
    let mut bars = Vec::new();
    for (category, depth) in tree(dimension) {
        if let Some(part) = dimension.categories.get(usize::from(category.0)) {
            let cell = sight.indicator.cell_at(sight.cell, position, category);
            let tone = if part.total { Tone::Focus } else { Tone::Part };
            bars.push(Bar { depth, ..bar(Sight { cell, ..sight }, part.name.clone(), tone, unit) });
        }
    }
    Some((dimension, bars))
}

pub(super) fn chart(sight: Sight<'_>, but: Option<&Dimension>, unit: &Unit, bars: Vec<Bar>) -> BarChart {
    BarChart {
        lang: sight.query.lang,
        title: sight.indicator.name.clone(),
        subtitle: subtitle(sight, but),
        unit: unit.clone(),
        name: String::new(),
        marks: Vec::new(),
        note: String::new(),
        bars,
    }
}

/// The categories of a breakdown, each behind what it is a part of, and how many wholes that are. A total is no such whole:
/// everything is a part of it.
fn tree(dimension: &Dimension) -> Vec<(CategoryIx, u8)> {
    let mut found = Vec::new();
    below(dimension, None, 0, &mut found);
    found
}

/// No breakdown is deeper than ingest allows, and none goes round in a circle.
fn below(dimension: &Dimension, whole: Option<CategoryIx>, depth: u8, found: &mut Vec<(CategoryIx, u8)>) {
    for (ix, category) in (0..).map(CategoryIx).zip(&dimension.categories) {
        let parent = category.parent.filter(|_| !category.total);
        let is_total = |ix: &CategoryIx| dimension.categories.get(usize::from(ix.0)).is_some_and(|whole| whole.total);
        if parent.filter(|ix| !is_total(ix)) == whole {
            found.push((ix, depth));
            if !category.total {
                below(dimension, Some(ix), depth.saturating_add(1), found);
            }
        }
    }
}
