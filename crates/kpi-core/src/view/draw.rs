//! Which charts an indicator has, and what they show.

use super::areas::areas;
use super::chart::{Bar, BarChart, ChartModel, Line, LineChart, LineForm, PeriodTick, Point, Tone};
use super::table::{measure_heading, part_figure, parts};
use crate::model::{CategoryIx, Figure, Mark, SeriesKey, Unit, Value};
use crate::query::Sight;
use crate::words::{Lang, number, period, symbol};

/// A line over the periods where there are several; bars of areas in the shown period, or of the parts of a breakdown.
pub(super) fn charts(sight: Sight<'_>) -> Vec<ChartModel> {
    let mut charts = Vec::new();
    if let (Some(measure), Some(named)) = (sight.indicator.measure(sight.measure), sight.period()) {
        if sight.indicator.dimensions.is_empty() && sight.indicator.periods.len() > 1 {
            charts.push(ChartModel::Line(line(sight, &measure.unit)));
        }
        charts.push(ChartModel::Bars(BarChart {
            lang: sight.query.lang,
            title: sight.indicator.name.clone(),
            subtitle: format!(
                "{}{}, {}",
                counted(sight),
                parts(sight, sight.indicator.dimensions.get(usize::from(sight.query.cut().by))),
                period::words(sight.query.lang, named)
            ),
            unit: measure.unit.clone(),
            name: String::new(),
            marks: Vec::new(),
            bars: bars(sight, &measure.unit),
        }));
    }
    charts
}

fn line(sight: Sight<'_>, unit: &Unit) -> LineChart {
    let mut periods = Vec::new();
    for (position, named) in sight.indicator.periods.iter().enumerate() {
        let (label, group) = match &named.label {
            Some(label) => (label.clone(), String::new()),
            None => period::parts(sight.query.lang, named.period),
        };
        periods.push(PeriodTick { label, group, position });
    }
    let mut lines = Vec::new();
    for shown in areas(sight.dataset, sight.query) {
        let mut points = Vec::new();
        for position in 0..sight.indicator.periods.len() {
            points.extend(
                (Sight { position, ..sight.of(shown.area) })
                    .figure()
                    .map(|figure| point(sight.query.lang, Some(figure), unit)),
            );
        }
        if points.is_empty() {
            continue;
        }
        lines.push(Line { name: shown.name, tone: shown.tone, key: key(sight.of(shown.area)), points });
    }
    LineChart {
        lang: sight.query.lang,
        title: sight.indicator.name.clone(),
        subtitle: counted(sight),
        unit: unit.clone(),
        periods,
        lines,
        targets: targets(sight),
        chosen: Some(sight.position),
        form: LineForm::Course,
    }
}

/// What the focus aims at in each period.
fn targets(sight: Sight<'_>) -> Vec<Option<f64>> {
    let Some(measure) = sight.measure() else { return Vec::new() };
    let Some(target) = &measure.target else { return Vec::new() };
    let shown = |target| measure.unit.published(target).to_f64();
    (0..sight.indicator.periods.len()).map(|position| target.at(position).map(shown)).collect()
}

/// The parts of the first breakdown, or the areas where there is none.
fn bars(sight: Sight<'_>, unit: &Unit) -> Vec<Bar> {
    let mut bars = Vec::new();
    if let Some(dimension) = sight.indicator.dimensions.get(usize::from(sight.query.cut().by)) {
        for (category, part) in (0..).map(CategoryIx).zip(&dimension.categories) {
            let tone = if part.total { Tone::Focus } else { Tone::Part };
            bars.push(bar(sight, part.name.clone(), tone, point(sight.query.lang, part_figure(sight, category), unit)));
        }
    } else {
        for shown in areas(sight.dataset, sight.query) {
            let point = point(sight.query.lang, sight.of(shown.area).figure(), unit);
            bars.push(bar(sight.of(shown.area), shown.name, shown.tone, point));
        }
    }
    bars
}

fn bar(sight: Sight<'_>, name: String, tone: Tone, point: Point) -> Bar {
    let (key, position) = (key(sight), sight.position);
    Bar { name, tone, depth: 0, key, position, point, marks: Vec::new(), aside: String::new() }
}

fn key(sight: Sight<'_>) -> SeriesKey {
    SeriesKey { area: sight.area, measure: sight.measure, cell: sight.cell }
}

/// What the value axis counts, and which of several measures it is.
fn counted(sight: Sight<'_>) -> String {
    match sight.indicator.measure(sight.measure) {
        Some(measure) if sight.indicator.measures.len() > 1 => measure_heading(sight.query.lang, measure),
        Some(measure) => number::unit_heading(sight.query.lang, &measure.unit),
        None => String::new(),
    }
}

/// A figure as it is drawn; where there is none, it is not published.
fn point(lang: Lang, figure: Option<Figure<'_>>, unit: &Unit) -> Point {
    let figure = figure.unwrap_or(Figure::NOT_PUBLISHED);
    match figure.value {
        Value::Number(value) => Point::Value {
            number: unit.published(value).to_f64(),
            text: number::cell(&figure, unit),
            provisional: [Mark::Provisional, Mark::Estimated, Mark::Forecast]
                .iter()
                .any(|mark| figure.marks.has(*mark)),
            limits: figure.limits.map(|limits| {
                let shown = |limit| unit.published(limit).to_f64();
                (shown(limits.lower), shown(limits.upper))
            }),
            is_break: figure.marks.has(Mark::Break),
        },
        Value::Missing(missing) => {
            Point::Missing { symbol: missing.symbol().to_owned(), reason: symbol::reason(lang, missing).to_owned() }
        }
    }
}
