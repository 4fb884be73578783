use super::rows::{NAME_GAP, Row, Rows};
use super::{MARGIN, Picture, Setting, extent, number, reason};
use crate::{Anchor, Mark, Placed, Rect, RuleRole, Size, Spot, TextRole, Xy};
use kpi_core::view::{Bar, BarChart, Point, Tone};

/// From a bar's end, or from zero, to text beside it.
const TEXT_GAP: f64 = 6.0;
/// A plot narrower than this gives up the room for values beyond the bars.
const NARROWEST: f64 = 60.0;

pub(super) fn place(chart: &BarChart, size: Size, setting: &Setting<'_>) -> Placed {
    let rows = Rows::new(chart, size, setting);
    let Some((first, last)) = rows.rows.first().zip(rows.rows.last()) else {
        let surface = Rect { left: 0.0, top: 0.0, right: size.width, bottom: size.height };
        let mut picture = Picture::new(size, surface, setting);
        picture.nothing();
        return picture.placed;
    };
    let room = Rect { left: rows.column, top: first.top, right: size.width, bottom: last.bottom };
    let plot = plot(chart, room, setting);
    let mut picture = Picture::new(size, plot, setting);
    if plot.width() < 1.0 || first.bar_bottom - first.bar_top < 1.0 {
        return picture.placed;
    }
    let scale = Scale::new(chart, plot);
    let zero = scale.x(0.0);
    for (series, (bar, row)) in chart.bars.iter().zip(&rows.rows).enumerate() {
        place_name(bar, row, &rows, &mut picture);
        let end = number(&bar.point).map_or(zero, |value| scale.x(value));
        let at = Xy { x: end, y: (row.bar_top + row.bar_bottom) / 2.0 };
        picture.placed.spots.push(Spot { series, period: 0, at });
        match &bar.point {
            Point::Value { text, provisional, .. } if number(&bar.point).is_some() => {
                let rect = Rect { left: end.min(zero), top: row.bar_top, right: end.max(zero), bottom: row.bar_bottom };
                picture.push(Mark::Bar { rect, tone: bar.tone, hollow: *provisional });
                place_value(text, bar.tone, at, zero, rows.column, &mut picture);
            }
            point => place_reason(reason(point), at, rows.column, &mut picture),
        }
    }
    place_zero(zero, &rows, &mut picture);
    picture.placed
}

pub(super) fn suggested_height(chart: &BarChart, width: f64, setting: &Setting<'_>) -> f64 {
    Rows::best_height(chart, width, setting).max(setting.leading() * 3.0).ceil()
}

/// What is left for bars when every value has room beyond its bar's end.
fn plot(chart: &BarChart, room: Rect, setting: &Setting<'_>) -> Rect {
    let widest = |side: fn(f64) -> bool| {
        let bars = chart.bars.iter().filter(|bar| number(&bar.point).is_some_and(side));
        bars.map(|bar| TEXT_GAP + value_width(bar, setting) + MARGIN).fold(0.0, f64::max)
    };
    let (left, right) = (widest(|value| value < 0.0), widest(|value| value >= 0.0));
    if room.width() - left - right < NARROWEST {
        return Rect { right: room.right - 1.0, ..room };
    }
    Rect { left: room.left + left, right: room.right - right.max(1.0), ..room }
}

/// Where a value lies: all values and zero from the left to the right of the plot.
struct Scale {
    low: f64,
    high: f64,
    plot: Rect,
}

impl Scale {
    fn new(chart: &BarChart, plot: Rect) -> Self {
        let (low, high) = extent(chart.bars.iter().filter_map(|bar| number(&bar.point))).unwrap_or((0.0, 0.0));
        let (low, high) = (low.min(0.0), high.max(0.0));
        // Without any length zero is at the left.
        Self { low, high: if high > low { high } else { low + 1.0 }, plot }
    }

    fn x(&self, value: f64) -> f64 {
        self.plot.left + (value - self.low) / (self.high - self.low) * self.plot.width()
    }
}

fn value_width(bar: &Bar, setting: &Setting<'_>) -> f64 {
    match &bar.point {
        Point::Value { text, .. } => setting.width(text, TextRole::Value(bar.tone).weight()),
        Point::Missing { .. } => 0.0,
    }
}

fn place_name(bar: &Bar, row: &Row, rows: &Rows, picture: &mut Picture<'_>) {
    let (x, anchor) = if rows.are_named_above() { (0.0, Anchor::Start) } else { (rows.column - NAME_GAP, Anchor::End) };
    picture.block(&row.name, Xy { x, y: row.name_middle }, anchor, TextRole::Name(bar.tone));
}

/// The value beyond the bar's end; where there is no room, upon the bar; else on the other side of zero.
fn place_value(text: &str, tone: Tone, end: Xy, zero: f64, left: f64, picture: &mut Picture<'_>) {
    let right = picture.placed.size.width;
    let (outside, inside) = (TextRole::Value(tone), TextRole::Inside(tone));
    let to_right = |from: f64, until: f64, role| (from + TEXT_GAP, Anchor::Start, until - from - TEXT_GAP, role);
    let to_left = |from: f64, until: f64, role| (from - TEXT_GAP, Anchor::End, from - TEXT_GAP - until, role);
    let places = if end.x >= zero {
        [to_right(end.x, right, outside), to_left(end.x, zero, inside), to_left(zero, left, outside)]
    } else {
        [to_left(end.x, left, outside), to_right(end.x, zero, inside), to_right(zero, right, outside)]
    };
    let width = picture.setting.width(text, outside.weight());
    let [beyond, ..] = places;
    let (x, anchor, room, role) = places.into_iter().find(|(_, _, room, _)| *room >= width).unwrap_or(beyond);
    let text = picture.setting.shorten(text, role.weight(), room);
    picture.text(&text, Xy { x, ..end }, anchor, role);
}

/// Words where the bar would start, on the side of zero that has more room.
fn place_reason(reason: &str, zero: Xy, left: f64, picture: &mut Picture<'_>) {
    let (left, right) = (zero.x - TEXT_GAP - left, picture.placed.size.width - MARGIN - zero.x - TEXT_GAP);
    let (x, anchor) = if right >= left { (zero.x + TEXT_GAP, Anchor::Start) } else { (zero.x - TEXT_GAP, Anchor::End) };
    let lines = picture.setting.fold(reason, TextRole::Reason.weight(), right.max(left));
    picture.block(&lines, Xy { x, ..zero }, anchor, TextRole::Reason);
}

/// One rule along all bars; beside each where it would strike out the names above them.
fn place_zero(x: f64, rows: &Rows, picture: &mut Picture<'_>) {
    let mut rule = |top: f64, bottom: f64| {
        picture.push(Mark::Rule { from: Xy { x, y: top }, to: Xy { x, y: bottom }, role: RuleRole::Zero });
    };
    if rows.are_named_above() {
        rows.rows.iter().for_each(|row| rule(row.bar_top, row.bar_bottom));
    } else if let Some((first, last)) = rows.rows.first().zip(rows.rows.last()) {
        rule(first.top, last.bottom);
    }
}
