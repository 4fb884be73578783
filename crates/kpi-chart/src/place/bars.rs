use super::rows::{NAME_GAP, Rows};
use super::{LARGEST, MARGIN, Picture, Setting, reading, why};
use crate::{Anchor, Mark, Placed, Rect, RuleRole, Size, Spot, TextRole, Xy};
use kpi_core::view::{Bar, BarChart, Point};

/// From a bar's end, or from zero, to text beside it.
const TEXT_GAP: f64 = 6.0;
/// A plot narrower than this gives up the room for values beyond the bars.
const NARROWEST: f64 = 60.0;
/// How much of a row a bar fills.
const FILLED: f64 = 0.62;
/// The thickest a bar becomes.
const THICKEST: f64 = 28.0;

pub(super) fn place(chart: &BarChart, size: Size, setting: &Setting<'_>) -> Placed {
    let mut picture = Picture::new(size, setting);
    if chart.bars.is_empty() {
        picture.nothing();
        return picture.placed;
    }
    let rows = Rows::new(chart, size.width, setting);
    // Names keep their height; the bars and the space around them have equal parts of the rest.
    let rest = (size.height - rows.above) / chart.bars.len() as f64;
    let pitch = rest.min(rows.pitch * 1.4);
    let thickness = (pitch * FILLED).min(THICKEST);
    let bottom = rows.above + pitch * chart.bars.len() as f64;
    let scale = Scale::new(chart, Rect { left: rows.column, top: 0.0, right: size.width, bottom }, setting);
    picture.placed.plot = scale.plot;
    if scale.plot.width() < 1.0 || thickness < 1.0 {
        return picture.placed;
    }
    let mut top = 0.0;
    for (series, (bar, name)) in chart.bars.iter().zip(&rows.names).enumerate() {
        let role = TextRole::Name(bar.tone);
        let middle;
        if rows.are_named_above() {
            // A name belongs to the bar below it: the space goes below the bar.
            picture.block(name, Xy { x: 0.0, y: top + name.height / 2.0 }, Anchor::Start, role);
            top += name.height;
            middle = top + 1.0 + thickness / 2.0;
        } else {
            middle = top + pitch / 2.0;
            picture.block(name, Xy { x: rows.column - NAME_GAP, y: middle }, Anchor::End, role);
        }
        top += pitch;
        let at = Xy { x: scale.x(reading(&bar.point).map_or(0.0, |(value, _)| value)), y: middle };
        picture.placed.spots.push(Spot { series, period: 0, at, valued: reading(&bar.point).is_ok() });
        place_bar(bar, at, thickness, &scale, &mut picture);
    }
    place_zero(&rows, thickness, &scale, &mut picture);
    picture.placed
}

pub(super) fn suggested_height(chart: &BarChart, width: f64, setting: &Setting<'_>) -> f64 {
    let rows = Rows::new(chart, width, setting);
    let best = rows.above + rows.pitch * chart.bars.len() as f64;
    best.max(setting.leading * 3.0).ceil()
}

/// Where a value lies: all values and zero from the left to the right of the plot.
struct Scale {
    low: f64,
    high: f64,
    plot: Rect,
    /// The plot with what lies beside it for values.
    room: Rect,
}

impl Scale {
    /// The plot is what is left for bars when every value has room beyond its bar's end.
    fn new(chart: &BarChart, room: Rect, setting: &Setting<'_>) -> Self {
        let (mut low, mut high) = (0.0_f64, 0.0_f64);
        // A pixel for a rule at the very right.
        let (mut before, mut beyond) = (0.0_f64, 1.0_f64);
        for bar in &chart.bars {
            if let Ok((value, text)) = reading(&bar.point) {
                let (lower, upper) = limits(&bar.point).unwrap_or((value, value));
                (low, high) = (low.min(lower), high.max(upper));
                let side = if value < 0.0 { &mut before } else { &mut beyond };
                *side = side.max(TEXT_GAP + setting.width(text, TextRole::Value(bar.tone).weight()) + MARGIN);
            }
        }
        if room.width() - before - beyond < NARROWEST {
            (before, beyond) = (0.0, 1.0);
        }
        // Without any length zero is at the left.
        let high = if high > low { high } else { low + 1.0 };
        Self { low, high, plot: Rect { left: room.left + before, right: room.right - beyond, ..room }, room }
    }

    fn x(&self, value: f64) -> f64 {
        self.plot.left + (value - self.low) / (self.high - self.low) * self.plot.width()
    }
}

/// A bar from zero to its end, and its value; or why there is none.
fn place_bar(bar: &Bar, end: Xy, thickness: f64, scale: &Scale, picture: &mut Picture<'_>) {
    let zero = scale.x(0.0);
    let Rect { left, right, .. } = scale.room;
    match reading(&bar.point) {
        Ok((_, text)) => {
            let (top, bottom) = (end.y - thickness / 2.0, end.y + thickness / 2.0);
            let rect = Rect { left: end.x.min(zero), top, right: end.x.max(zero), bottom };
            let hollow = matches!(bar.point, Point::Value { provisional: true, .. });
            picture.push(Mark::Bar { rect, tone: bar.tone, hollow });
            let mut end = end;
            if let Some((lower, upper)) = limits(&bar.point) {
                let ends = [lower, upper].map(|limit| Xy { x: scale.x(limit), y: end.y });
                picture.push(Mark::Whisker { from: ends[0], to: ends[1] });
                // The value stands beyond the whisker, never on it.
                end.x = if end.x >= zero { ends[1].x.max(end.x) } else { ends[0].x.min(end.x) };
            }
            // Beyond the bar's end; where there is no room, upon the bar; else on the other side of zero.
            let (outside, inside) = (TextRole::Value(bar.tone), TextRole::Inside(bar.tone));
            let (beyond, behind) = if end.x >= zero { (right, left) } else { (left, right) };
            let places = [(end.x, beyond, outside), (end.x, zero, inside), (zero, behind, outside)];
            let width = picture.setting.width(text, outside.weight());
            let [first, ..] = places;
            let place = places.into_iter().find(|(from, until, _)| room(*from, *until) >= width);
            let (from, until, role) = place.unwrap_or(first);
            place_text(text, role, Xy { x: from, ..end }, until, picture);
        }
        Err(reason) => {
            // Where the bar would start, on the side of zero that has more room.
            let right = right - MARGIN;
            let until = if right - zero >= zero - left { right } else { left };
            place_text(why(reason, picture.setting), TextRole::Reason, end, until, picture);
        }
    }
}

/// The confidence limits, as far as they can be drawn.
fn limits(point: &Point) -> Option<(f64, f64)> {
    point.limits().filter(|(lower, upper)| lower.abs() <= LARGEST && upper.abs() <= LARGEST && reading(point).is_ok())
}

/// One rule along all bars; beside each where it would strike out the names above them.
fn place_zero(rows: &Rows, thickness: f64, scale: &Scale, picture: &mut Picture<'_>) {
    let zero = scale.x(0.0);
    if !rows.are_named_above() {
        return picture.down(zero, scale.plot.top, scale.plot.bottom, RuleRole::Zero);
    }
    for Spot { at, .. } in picture.placed.spots.clone() {
        picture.down(zero, at.y - thickness / 2.0, at.y + thickness / 2.0, RuleRole::Zero);
    }
}

/// Text beside a place, towards another to its left or its right.
fn place_text(text: &str, role: TextRole, from: Xy, until: f64, picture: &mut Picture<'_>) {
    let block = picture.setting.fold(text, role.weight(), room(from.x, until));
    let (gap, anchor) = if until >= from.x { (TEXT_GAP, Anchor::Start) } else { (-TEXT_GAP, Anchor::End) };
    picture.block(&block, Xy { x: from.x + gap, ..from }, anchor, role);
}

/// What text has between two places.
fn room(from: f64, until: f64) -> f64 {
    (until - from).abs() - TEXT_GAP
}
