//! Which charts an indicator has, and what they show.

mod bars;
mod budget;
pub(super) mod line;
mod strip;

use super::chart::{Bar, ChartModel, Point, Tone};
use super::heading::{measure_heading, parts};
use super::many::Many;
use crate::model::{Dimension, Figure, Mark, Unit, UnitKind, Value};
use crate::query::Sight;
use crate::words::{Lang, number, period, symbol};
use line::line;
use std::rc::Rc;
use strip::strip;

/// A line over the periods where there are several, and what there is in the shown period: budget and outturn, the parts of
/// a breakdown, many areas as a strip, or a few as bars.
pub(super) fn charts(sight: Sight<'_>, many: Option<&Many>) -> Vec<Rc<ChartModel>> {
    let mut charts = Vec::new();
    let mut add = |chart: Option<ChartModel>| {
        charts.extend(chart.map(Rc::new));
        charts.len()
    };
    let lines = add(line(sight).map(ChartModel::Line));
    let beside = budget::budget(sight).or_else(|| bars::parts(sight)).map(ChartModel::Bars);
    let beside = beside.or_else(|| strip(sight, many?).map(ChartModel::Strip));
    add(beside.or_else(|| bars::areas(sight, lines == 0).map(ChartModel::Bars)));
    charts
}

/// What stands below the title: what is counted, of which parts, and when.
fn subtitle(sight: Sight<'_>, but: Option<&Dimension>) -> String {
    counted(sight) + &parts(sight, but) + &at(sight)
}

/// ", Q4 2020/21"
fn at(sight: Sight<'_>) -> String {
    sight.period().map(|named| [", ", &period::words(sight.query.lang, named)].concat()).unwrap_or_default()
}

/// What the value axis counts, and which of several measures it is.
fn counted(sight: Sight<'_>) -> String {
    match sight.indicator.measure(sight.measure) {
        Some(measure) if sight.indicator.measures.len() > 1 => measure_heading(sight.query.lang, measure),
        Some(measure) => number::unit_heading(sight.query.lang, &measure.unit),
        None => String::new(),
    }
}

/// How many times as much as the focus an area may have and still be drawn beside it.
const FAR_LARGER: f64 = 10.0;

/// Whether an area's numbers would leave nothing to be seen of the focus's: as England's count of children beside a council's.
/// Of rates, percentages, days and points none is: there a number so much larger is the news.
fn dwarfs(unit: &Unit, focus: f64, other: f64) -> bool {
    let is_of_things = matches!(unit.kind, UnitKind::Count | UnitKind::Gbp { .. } | UnitKind::Other { .. });
    is_of_things && focus > 0.0 && other > focus * FAR_LARGER
}

/// The largest number; none is smaller than any.
fn largest<'p>(points: impl Iterator<Item = &'p Point>) -> f64 {
    points.filter_map(Point::number).fold(f64::NEG_INFINITY, f64::max)
}

/// A bar of what a sight sees, without anything upon it.
fn bar(sight: Sight<'_>, name: String, tone: Tone, unit: &Unit) -> Bar {
    let point = point(sight.query.lang, sight.figure(), unit);
    Bar {
        name,
        tone,
        depth: 0,
        key: sight.key(),
        position: sight.position,
        point,
        marks: Vec::new(),
        aside: String::new(),
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
