use super::names::{Entry, Naming, Sample, Side};
use super::rows::{LANE, NAME_GAP, Row, Rows};
use super::{Block, LARGEST, MARGIN, Picture, Setting, Span, reading, why};
use crate::{Anchor, Mark, Placed, Rect, RuleRole, Size, Spot, TextRole, Weight, Xy};
use kpi_core::view::{Bar, BarChart, Point, Tone};

/// From a bar's end, or from zero, to text beside it.
const TEXT_GAP: f64 = 6.0;
/// A plot narrower than this gives up the room for values beyond the bars.
const NARROWEST: f64 = 60.0;
/// How much of a row a bar fills.
const FILLED: f64 = 0.62;
/// The thickest a bar becomes.
const THICKEST: f64 = 28.0;
/// From the bars to the notes below them.
const NOTE_GAP: f64 = 6.0;
/// What a marker takes up around its middle.
const MARKER: f64 = 6.0;

pub(super) fn place(chart: &BarChart, size: Size, setting: &Setting<'_>) -> Placed {
    let mut picture = Picture::new(size, setting);
    if chart.bars.is_empty() {
        picture.nothing();
        return picture.placed;
    }
    let naming = naming(chart, size.width, setting);
    let rows = Rows::new(chart, size.width, setting);
    // Names keep their height; the bars and the space around them have equal parts of the rest.
    let notes = setting.notes(&chart.note, size.width);
    let foot = foot(&notes, setting);
    let rest = (size.height - foot - naming.above - rows.above) / (chart.bars.len() as f64 + rows.gaps);
    let pitch = rest.min(rows.pitch * 1.4);
    let thickness = (pitch * FILLED).min(THICKEST);
    let bottom = naming.above + rows.above + pitch * (chart.bars.len() as f64 + rows.gaps);
    let room = Rect { left: rows.column, top: naming.above, right: size.width, bottom };
    let scale = Scale::new(chart, room, setting);
    picture.placed.plot = scale.plot;
    if scale.plot.width() < 1.0 || thickness < 1.0 {
        return picture.placed;
    }
    naming.place(&[], Side::Right, &mut picture);
    let mut top = naming.above;
    for (series, (bar, row)) in chart.bars.iter().zip(&rows.rows).enumerate() {
        let Row { name, gap, indent } = row;
        top += gap * pitch;
        let role = TextRole::Name(bar.tone);
        let middle;
        if rows.are_named_above() {
            // A name belongs to the bar below it: the space goes below the bar.
            picture.block(name, Xy { x: *indent, y: top + name.height / 2.0 }, Anchor::Start, role);
            top += name.height;
            middle = top + (1.0 + thickness / 2.0).max(rows.middle);
        } else {
            middle = top + pitch / 2.0;
            let at = |x| Xy { x, y: middle };
            match rows.are_indented {
                true => picture.block(name, at(MARGIN + indent), Anchor::Start, role),
                false => picture.block(name, at(rows.column - NAME_GAP), Anchor::End, role),
            }
        }
        top += pitch;
        let at = Xy { x: scale.x(reading(&bar.point).map_or(0.0, |(value, _)| value)), y: middle };
        picture.placed.spots.push(Spot { series, period: 0, at, valued: reading(&bar.point).is_ok() });
        place_bar(bar, at, thickness, &scale, &mut picture);
        place_marks(series, bar, chart, at, &scale, &mut picture);
    }
    place_zero(&rows, thickness, &scale, &mut picture);
    picture.notes(notes);
    picture.placed
}

pub(super) fn suggested_height(chart: &BarChart, width: f64, setting: &Setting<'_>) -> f64 {
    let rows = Rows::new(chart, width, setting);
    let best = naming(chart, width, setting).above + rows.above + rows.pitch * (chart.bars.len() as f64 + rows.gaps);
    (best.max(setting.leading * 3.0) + foot(&setting.notes(&chart.note, width), setting)).ceil()
}

/// What notes take up below the bars.
fn foot(notes: &[String], setting: &Setting<'_>) -> f64 {
    if notes.is_empty() { 0.0 } else { NOTE_GAP + setting.leading * notes.len() as f64 }
}

/// What the bars and the marks upon them are, above them; nothing where bars are all there is.
fn naming(chart: &BarChart, width: f64, setting: &Setting<'_>) -> Naming {
    let mut entries = Vec::new();
    let mut add = |tone, sample, name: &String| {
        entries.push(Entry { tone, sample, beside: String::new(), above: name.clone() });
    };
    if !chart.marks.is_empty() {
        add(Tone::Part, Sample::Bar, &chart.name);
    }
    for mark in &chart.marks {
        add(mark.tone, if mark.tone == Tone::Plan { Sample::Stroke } else { Sample::Marker }, &mark.name);
    }
    Naming::above(&entries, width, f64::INFINITY, setting)
}

/// Where a value lies: all values and zero from the left to the right of the plot.
struct Scale {
    span: Span,
    plot: Rect,
    /// The plot with what lies beside it for values.
    room: Rect,
}

impl Scale {
    /// The plot is what is left for bars when every value has room beyond its bar's end.
    fn new(chart: &BarChart, room: Rect, setting: &Setting<'_>) -> Self {
        let mut span = Span { low: 0.0, high: 0.0 };
        // Half a marker may lie beyond the plot, and a rule takes a pixel at the very right.
        let marker = if chart.marks.is_empty() { 0.0 } else { MARKER };
        let least = ((marker - room.left).max(0.0), marker.max(1.0));
        let (mut before, mut beyond) = least;
        for bar in &chart.bars {
            for (number, _) in bar.marks.iter().filter_map(|mark| reading(mark).ok()) {
                span.cover(number);
            }
            if let Ok((value, text)) = reading(&bar.point) {
                let (lower, upper) = limits(&bar.point).unwrap_or((value, value));
                span.cover(lower);
                span.cover(upper);
                let side = if value < 0.0 { &mut before } else { &mut beyond };
                let width = setting.width(text, TextRole::Value(bar.tone).weight());
                let width = width.max(setting.width(&bar.aside, Weight::Regular));
                *side = side.max(marker + TEXT_GAP + width + MARGIN);
            }
        }
        if room.width() - before - beyond < NARROWEST {
            (before, beyond) = least;
        }
        // Without any length zero is at the left.
        if span.high <= span.low {
            span.high = span.low + 1.0;
        }
        Self { span, plot: Rect { left: room.left + before, right: room.right - beyond, ..room }, room }
    }

    fn x(&self, value: f64) -> f64 {
        self.plot.left + (value - self.span.low) / (self.span.high - self.span.low) * self.plot.width()
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
            picture.push(Mark::Bar { rect, tone: bar.tone, hollow: is_hollow(&bar.point) });
            let mut end = end;
            let is_right = end.x >= zero;
            if let Some((lower, upper)) = limits(&bar.point) {
                let ends = [lower, upper].map(|limit| Xy { x: scale.x(limit), y: end.y });
                picture.push(Mark::Whisker { from: ends[0], to: ends[1] });
                // The value stands beyond the whisker, never on it; nor on a marker.
                end.x = if is_right { ends[1].x.max(end.x) } else { ends[0].x.min(end.x) };
            }
            for (number, _) in bar.marks.iter().filter_map(|mark| reading(mark).ok()) {
                let x = scale.x(number);
                end.x = if is_right { end.x.max(x + MARKER) } else { end.x.min(x - MARKER) };
            }
            // Beyond the bar's end; where there is no room, upon the bar; else on the other side of zero.
            let (outside, inside) = (TextRole::Value(bar.tone), TextRole::Inside(bar.tone));
            let (beyond, behind) = if is_right { (right, left) } else { (left, right) };
            let places = [(end.x, beyond, outside), (end.x, zero, inside), (zero, behind, outside)];
            let width = picture.setting.width(text, outside.weight());
            let [first, ..] = places;
            let fits = |(from, until, _): &(f64, f64, TextRole)| room(*from, *until) >= width;
            // Upon the bar there may be markers.
            let place = places.into_iter().find(fits).filter(|_| bar.marks.is_empty()).unwrap_or(first);
            let (from, until, role) = place;
            let at = Xy { x: from, ..end };
            if bar.aside.is_empty() {
                return place_text(text, role, at, until, picture);
            }
            let half = picture.setting.leading / 2.0;
            for (text, role, y) in [(text, role, at.y - half), (&bar.aside, TextRole::Reason, at.y + half)] {
                let block = picture.setting.line(text, role.weight(), room(from, until));
                place_block(&block, role, Xy { y, ..at }, until, picture);
            }
        }
        Err(reason) => {
            // Where the bar would start, on the side of zero that has more room, behind what is marked there.
            let right = right - MARGIN;
            let until = if right - zero >= zero - left { right } else { left };
            let mut end = end;
            for (number, _) in bar.marks.iter().filter_map(|mark| reading(mark).ok()) {
                let x = scale.x(number);
                end.x = if until >= zero { end.x.max(x + MARKER) } else { end.x.min(x - MARKER) };
            }
            place_text(why(reason, picture.setting), TextRole::Reason, end, until, picture);
        }
    }
}

/// What stands upon a bar: the marks of several areas below each other, so that none hides another.
fn place_marks(series: usize, bar: &Bar, chart: &BarChart, end: Xy, scale: &Scale, picture: &mut Picture<'_>) {
    let first = end.y - LANE * (chart.marks.len().saturating_sub(1)) as f64 / 2.0;
    for (position, (mark, point)) in chart.marks.iter().zip(&bar.marks).enumerate() {
        let found = reading(point);
        let y = first + LANE * position as f64;
        let at = Xy { x: scale.x(found.map_or(0.0, |(number, _)| number)), y };
        picture.placed.spots.push(Spot { series, period: position + 1, at, valued: found.is_ok() });
        if found.is_ok() {
            // A stroke has no inside.
            let hollow = is_hollow(point) && mark.tone != Tone::Plan;
            picture.push(Mark::Marker { at, tone: mark.tone, hollow });
        }
    }
}

fn is_hollow(point: &Point) -> bool {
    matches!(point, Point::Value { provisional: true, .. })
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
    for Spot { at, .. } in picture.placed.spots.clone().into_iter().filter(|spot| spot.period == 0) {
        picture.down(zero, at.y - thickness / 2.0, at.y + thickness / 2.0, RuleRole::Zero);
    }
}

/// Text beside a place, towards another to its left or its right.
fn place_text(text: &str, role: TextRole, from: Xy, until: f64, picture: &mut Picture<'_>) {
    let block = picture.setting.fold(text, role.weight(), room(from.x, until));
    place_block(&block, role, from, until, picture);
}

fn place_block(block: &Block, role: TextRole, from: Xy, until: f64, picture: &mut Picture<'_>) {
    let (gap, anchor) = if until >= from.x { (TEXT_GAP, Anchor::Start) } else { (-TEXT_GAP, Anchor::End) };
    picture.block(block, Xy { x: from.x + gap, ..from }, anchor, role);
}

/// What text has between two places.
fn room(from: f64, until: f64) -> f64 {
    (until - from).abs() - TEXT_GAP
}
