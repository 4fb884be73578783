//! Which charts an indicator has, and what they show.

use super::chart::{Bar, BarChart, ChartModel, Line, LineChart, PeriodTick, Point, Tone};
use super::table::{measure_heading, other_parts, part_figure};
use crate::model::{AreaIx, CategoryIx, Dataset, Figure, Mark, Unit, Value};
use crate::query::{Query, Sight};
use crate::words::{number, period, symbol};

/// A line over the periods where there are several; bars of areas in the shown period, or of the parts of a breakdown.
pub(super) fn charts(dataset: &Dataset, query: &Query, sight: Sight<'_>) -> Vec<ChartModel> {
    let Some(measure) = sight.indicator.measure(sight.measure) else { return Vec::new() };
    let unit = &measure.unit;
    if !sight.indicator.dimensions.is_empty() {
        return parts(sight, unit).into_iter().collect();
    }
    let mut charts = Vec::new();
    if sight.indicator.periods.len() > 1 {
        charts.push(line(dataset, query, sight, unit));
    }
    charts.extend(areas(dataset, query, sight, unit));
    charts
}

fn line(dataset: &Dataset, query: &Query, sight: Sight<'_>, unit: &Unit) -> ChartModel {
    let periods = sight.indicator.periods.iter().map(|named| match &named.label {
        Some(label) => PeriodTick { label: label.clone(), group: String::new() },
        None => {
            let (label, group) = period::parts(named.period);
            PeriodTick { label, group }
        }
    });
    let lines = drawn_areas(dataset, query).filter_map(|(area, name, tone)| {
        let row = sight.indicator.series(area, sight.measure)?;
        Some(Line { name, tone, points: row.figures().map(|figure| point(&figure, unit)).collect() })
    });
    ChartModel::Line(LineChart {
        title: sight.indicator.name.clone(),
        subtitle: counted(sight),
        unit: unit.clone(),
        periods: periods.collect(),
        lines: lines.collect(),
        chosen: Some(sight.position),
    })
}

fn areas(dataset: &Dataset, query: &Query, sight: Sight<'_>, unit: &Unit) -> Option<ChartModel> {
    let named = period::words(sight.period()?);
    let bars: Vec<Bar> = drawn_areas(dataset, query)
        .map(|(area, name, tone)| Bar {
            name,
            tone,
            point: point(&sight.of(area).figure().unwrap_or(Figure::NOT_PUBLISHED), unit),
        })
        .collect();
    Some(ChartModel::Bars(BarChart {
        title: sight.indicator.name.clone(),
        subtitle: format!("{}, {named}", counted(sight)),
        unit: unit.clone(),
        bars,
    }))
}

fn parts(sight: Sight<'_>, unit: &Unit) -> Option<ChartModel> {
    let named = period::words(sight.period()?);
    let dimension = sight.indicator.dimensions.first()?;
    let bars = (0..).map(CategoryIx).zip(&dimension.categories).map(|(category, part)| Bar {
        name: part.name.clone(),
        tone: if part.total { Tone::Focus } else { Tone::Part },
        point: point(&part_figure(sight, category).unwrap_or(Figure::NOT_PUBLISHED), unit),
    });
    Some(ChartModel::Bars(BarChart {
        title: sight.indicator.name.clone(),
        subtitle: format!("{}{}, {named}", counted(sight), other_parts(sight.indicator)),
        unit: unit.clone(),
        bars: bars.collect(),
    }))
}

/// What the value axis counts, and which of several measures it is.
fn counted(sight: Sight<'_>) -> String {
    match sight.indicator.measure(sight.measure) {
        Some(measure) if sight.indicator.measures.len() > 1 => measure_heading(measure),
        Some(measure) => number::unit_heading(&measure.unit),
        None => String::new(),
    }
}

/// The focus area, then the chosen comparators, each in the tone that it keeps everywhere.
fn drawn_areas<'d>(dataset: &'d Dataset, query: &'d Query) -> impl Iterator<Item = (AreaIx, String, Tone)> + 'd {
    let focus = dataset.focus();
    let name = dataset.area(focus).map(|area| area.name.clone()).unwrap_or_default();
    let comparators = query.comparators(dataset).map(|(position, ix, area)| {
        (ix, area.name.clone(), Tone::Comparator(u8::try_from(position).unwrap_or(u8::MAX)))
    });
    std::iter::once((focus, name, Tone::Focus)).chain(comparators)
}

fn point(figure: &Figure<'_>, unit: &Unit) -> Point {
    match figure.value {
        Value::Number(value) => Point::Value {
            number: value.to_f64(),
            text: number::cell(figure, unit),
            provisional: [Mark::Provisional, Mark::Estimated, Mark::Forecast]
                .iter()
                .any(|mark| figure.marks.has(*mark)),
        },
        Value::Missing(missing) => {
            Point::Missing { symbol: missing.symbol().to_owned(), reason: symbol::reason(missing).to_owned() }
        }
    }
}
