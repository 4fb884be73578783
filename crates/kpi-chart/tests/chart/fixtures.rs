//! Models made by hand, in a notation that fits on a line.

use kpi_core::model::{AreaIx, Decimal, MeasureIx, Missing, SeriesKey, Unit, UnitKind};
use kpi_core::query::Ranking;
use kpi_core::view::{
    Bar, BarChart, ChartModel, Dot, Goal, Line, LineChart, LineForm, PeriodTick, Point, StripChart, Tone,
};
use kpi_core::words::{Lang, number};

pub const FOCUS: &str = "Isle of Wight";
pub const NEIGHBOURS: (Tone, &str) = (Tone::Comparator(0), "Statistical neighbours");
pub const SOUTH_EAST: (Tone, &str) = (Tone::Comparator(1), "South East");
pub const ENGLAND: (Tone, &str) = (Tone::Comparator(2), "England");

/// Placing does not ask whose values they are.
pub const KEY: SeriesKey = SeriesKey { area: AreaIx(0), measure: MeasureIx(0), cell: 0 };

pub fn percent() -> Unit {
    Unit { kind: UnitKind::Percent, decimals: None, total: None }
}

pub fn count() -> Unit {
    Unit { kind: UnitKind::Count, decimals: None, total: None }
}

pub fn rate() -> Unit {
    Unit { kind: UnitKind::Rate { per: 10_000 }, decimals: None, total: None }
}

pub fn thousand_pounds() -> Unit {
    Unit { kind: UnitKind::Gbp { scale: 1_000 }, decimals: None, total: None }
}

/// `94 93p 92b 91(88:95) c –`: a number, a provisional number, one behind a break, one with its confidence limits, a
/// symbol, no figure and no reason.
pub fn points(row: &str, unit: &Unit) -> Vec<Point> {
    row.split_whitespace().map(|cell| point(cell, unit)).collect()
}

fn point(cell: &str, unit: &Unit) -> Point {
    let (cell, limits) = match cell.strip_suffix(')').and_then(|cell| cell.split_once('(')) {
        Some((digits, limits)) => {
            (digits, limits.split_once(':').map(|(low, up)| (low.parse().unwrap(), up.parse().unwrap())))
        }
        None => (cell, None),
    };
    let (cell, is_break) = cell.strip_suffix('b').map_or((cell, false), |digits| (digits, true));
    let (digits, provisional) = cell.strip_suffix('p').map_or((cell, false), |digits| (digits, true));
    match Decimal::parse(digits) {
        Some(parsed) => {
            let text = number::short(parsed.number, unit);
            Point::Value { number: parsed.number.to_f64(), text, provisional, limits, is_break }
        }
        None => {
            let missing = Missing::from_symbol(cell).unwrap_or(Missing::NotPublished);
            Point::Missing { symbol: missing.symbol().to_owned(), reason: reason(missing).to_owned() }
        }
    }
}

/// `85 85 -`: a target in each period, or none.
pub fn goals(row: &str, unit: &Unit) -> Vec<Option<Goal>> {
    let goal = |cell: &str| {
        let number = Decimal::parse(cell)?.number;
        Some(Goal { number: number.to_f64(), text: number::short(number, unit) })
    };
    row.split_whitespace().map(goal).collect()
}

fn reason(missing: Missing) -> &'static str {
    match missing {
        Missing::Confidential => "confidential",
        Missing::NotAvailable => "not available",
        Missing::NotApplicable => "not applicable",
        _ => "not published",
    }
}

/// Q1, Q2, ... of 2020/21 and the years after it, the last one chosen.
pub fn quarters(unit: Unit, focus: &str, others: &[((Tone, &str), &str)]) -> LineChart {
    let count = focus.split_whitespace().count();
    let tick = |position: usize| PeriodTick {
        label: format!("Q{}", position % 4 + 1),
        group: format!("{}/{}", 2020 + position / 4, 21 + position / 4),
        name: format!("Q{} {}/{}", position % 4 + 1, 2020 + position / 4, 21 + position / 4),
        position,
        month: 3 * i32::try_from(position).unwrap(),
        follows: position > 0,
    };
    lines(unit, (0..count).map(tick).collect(), focus, others)
}

/// Years from 2001, without groups.
pub fn years(unit: Unit, focus: &str, others: &[((Tone, &str), &str)]) -> LineChart {
    let count = i32::try_from(focus.split_whitespace().count()).unwrap();
    lines(unit, ticks((2001..2001 + count).collect(), |year| year.to_string(), ""), focus, others)
}

/// Years with a label each, and what they have in common.
pub fn ticks(years: Vec<i32>, label: impl Fn(i32) -> String, group: &str) -> Vec<PeriodTick> {
    let tick = |(position, year): (usize, &i32)| PeriodTick {
        label: label(*year),
        group: group.to_owned(),
        name: [group, " ", &label(*year)].concat().trim().to_owned(),
        position,
        month: 12 * year,
        follows: position > 0 && years[position - 1] + 1 == *year,
    };
    years.iter().enumerate().map(tick).collect()
}

pub fn lines(unit: Unit, periods: Vec<PeriodTick>, focus: &str, others: &[((Tone, &str), &str)]) -> LineChart {
    let focus = Line { name: FOCUS.to_owned(), tone: Tone::Focus, key: KEY, points: points(focus, &unit) };
    let other = |((tone, name), row): &((Tone, &str), &str)| Line {
        name: (*name).to_owned(),
        tone: *tone,
        key: KEY,
        points: points(row, &unit),
    };
    LineChart {
        lang: Lang::En,
        title: "Initial child protection conferences within timescales".to_owned(),
        subtitle: number::unit_heading(Lang::En, &unit),
        targets: Vec::new(),
        chosen: periods.len().checked_sub(1),
        periods,
        lines: std::iter::once(focus).chain(others.iter().map(other)).collect(),
        unit,
        form: LineForm::Course,
        note: String::new(),
    }
}

/// Bars of these names, tones and cells.
pub fn bars(unit: Unit, rows: &[((Tone, &str), &str)]) -> ChartModel {
    let bar = |((tone, name), cell): &((Tone, &str), &str)| bar(name, *tone, point(cell, &unit));
    ChartModel::Bars(BarChart {
        lang: Lang::En,
        title: "Children looked after".to_owned(),
        subtitle: number::unit_heading(Lang::En, &unit),
        name: String::new(),
        marks: Vec::new(),
        note: String::new(),
        bars: rows.iter().map(bar).collect(),
        unit,
    })
}

/// A bar chart without bars.
pub fn no_bars() -> BarChart {
    let ChartModel::Bars(chart) = bars(percent(), &[]) else { unreachable!() };
    chart
}

/// A bar without anything upon it.
pub fn bar(name: &str, tone: Tone, point: Point) -> Bar {
    let (name, marks, aside) = (name.to_owned(), Vec::new(), String::new());
    Bar { name, tone, depth: 0, key: KEY, position: 0, point, marks, aside }
}

/// A strip of cells that nobody has chosen, with quartiles, and of these chosen areas.
pub fn strip(unit: Unit, cells: &[String], chosen: &[((Tone, &str), &str)]) -> ChartModel {
    let mut dots: Vec<Dot> = Vec::new();
    let mut numbers = Vec::new();
    let mut add = |name: String, tone, cell: &str| {
        numbers.extend(Decimal::parse(cell).map(|parsed| parsed.number));
        dots.push(Dot { name, tone, key: KEY, point: point(cell, &unit) });
    };
    for (position, cell) in cells.iter().enumerate() {
        add(format!("Area {position}"), Tone::Other, cell);
    }
    for ((tone, name), cell) in chosen {
        add((*name).to_owned(), *tone, cell);
    }
    let value = |dot: &Dot| dot.point.number().unwrap_or(f64::INFINITY);
    dots.sort_by(|one, other| value(one).total_cmp(&value(other)));
    let quartiles = Ranking::new(numbers).quartiles().map(|numbers| {
        numbers.map(|number| Point::Value {
            number: number.to_f64(),
            text: number::short(number, &unit),
            provisional: false,
            limits: None,
            is_break: false,
        })
    });
    ChartModel::Strip(StripChart {
        lang: Lang::En,
        title: "Children looked after".to_owned(),
        subtitle: number::unit_heading(Lang::En, &unit),
        position: 0,
        dots,
        quartiles,
        note: format!(
            "Isle of Wight ranks 142 of {} areas, where 1 is the best. 2 more areas have no figure.",
            cells.len() + 1
        ),
        unit,
    })
}

/// Numbers as they are spread among areas: many in the middle, some far above.
pub fn spread_out(count: u32, low: f64, high: f64, decimals: usize) -> Vec<String> {
    let mut state = 7_u32;
    let mut draw = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(state >> 8) / f64::from(1_u32 << 24)
    };
    (0..count)
        .map(|_| {
            let share = (draw() + draw() + draw()) / 3.0 * (0.6 + 0.4 * draw());
            format!("{:.decimals$}", low + (high - low) * share)
        })
        .collect()
}
