//! Figures that changed since they were published are revised: they are marked, and say what they were.

use kpi_core::model::{Dataset, Figure, Mark, Marks, MeasureIx, Missing, Value};
use kpi_formats::document::{Along, Cell, Document, Earlier, Indicator, Series};

/// Marks every figure that is another one than in the publication before, a number or a symbol; a figure where none was
/// published is new, and not revised. Marks of earlier revisions and what figures were before stay, whatever they are now.
/// Gives how many were revised now.
pub(super) fn mark(document: &mut Document, before: &Dataset) -> usize {
    let mut revised = 0;
    for indicator in &mut document.indicators {
        let Some(old) = before.indicators.iter().find(|old| old.id == indicator.id) else { continue };
        let Indicator { periods, series, .. } = indicator;
        for series in series {
            let Along::List(values) = &series.values else { continue };
            let area = before.areas.iter().position(|area| area.id == series.area);
            let area = area.and_then(|at| u16::try_from(at).ok()).map(kpi_core::model::AreaIx);
            let mut found = Vec::new();
            for (named, Cell(value)) in periods.iter().zip(values) {
                let figure = area.and_then(|area| old.figure(area, MeasureIx::default(), named.period));
                if let Some(figure) = figure {
                    let changed = figure.value != *value && figure.value != Value::Missing(Missing::NotPublished);
                    revised += usize::from(changed);
                    found.push((named.period, history(&figure, changed), figure.marks));
                }
            }
            for (period, earlier, marks) in found {
                if !earlier.is_empty() {
                    note(series, period, earlier);
                } else if marks.has(Mark::Revised) {
                    letters(series, period);
                }
            }
        }
    }
    revised
}

/// What the figure was, the oldest first.
fn history(figure: &Figure<'_>, changed: bool) -> Vec<Earlier> {
    let earlier = figure.earlier.iter();
    let mut all: Vec<Earlier> = earlier
        .map(|earlier| Earlier {
            value: Cell(earlier.value),
            published: earlier.published.map(|date| date.to_string()),
        })
        .collect();
    if changed {
        all.push(Earlier { value: Cell(figure.value), published: None });
    }
    all
}

fn note(series: &mut Series, period: kpi_core::model::Period, earlier: Vec<Earlier>) {
    series.previous.0.push((period, earlier));
    letters(series, period);
}

/// Adds "r" to the figure's letters, in the order in which a key lists them.
fn letters(series: &mut Series, period: kpi_core::model::Period) {
    let status = &mut series.status.0;
    let at = match status.iter().position(|(of, _)| *of == period) {
        Some(at) => at,
        None => {
            let at = status.partition_point(|(of, _)| *of < period);
            status.insert(at, (period, String::new()));
            at
        }
    };
    if let Some((_, letters)) = status.get_mut(at) {
        let known = Mark::ALL.into_iter().filter(|mark| letters.contains(mark.letter()));
        let marks = known.fold(Marks::default().with(Mark::Revised), Marks::with);
        *letters = marks.iter().map(Mark::letter).collect();
    }
}
