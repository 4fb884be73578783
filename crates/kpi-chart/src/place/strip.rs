use super::names::{Entry, Naming, Sample, Side};
use super::values::ValueAxis;
use super::{Picture, Setting, Span, limits, reading, why};
use crate::{Mark, Placed, Rect, RuleRole, Size, Snap, Spot, Xy, words, words::Text};
use kpi_core::view::{Dot, Point, StripChart, Tone};
use kpi_core::words::fill;

/// Narrower surfaces have no room for names beside the dots.
const NARROWEST_BESIDE: f64 = 330.0;
/// From the sides of the plot to the dots.
const INSET: f64 = 10.0;
/// A plot smaller than this shows nothing.
const SMALLEST: f64 = 40.0;
/// A surface this high has room for as many ticks as any.
const ENOUGH: f64 = 200.0;
/// How large a dot may be: as large as all have room.
const RADIUSES: [f64; 7] = [5.0, 4.5, 4.0, 3.5, 3.0, 2.5, 2.0];
/// The ground between two dots.
const BETWEEN: f64 = 0.8;
/// What the marker of a named area needs around its middle.
const MARKER: f64 = 6.5;
/// From the plot to the notes below it.
const NOTE_GAP: f64 = 6.0;
/// The lines of text for which a legend leaves room below: a plot and notes.
const LINES_BELOW_LEGEND: f64 = 10.0;

pub(super) fn place(chart: &StripChart, size: Size, setting: &Setting<'_>) -> Placed {
    let leading = setting.leading;
    let (values, entries) = (axis(chart, size.height, setting), entries(chart, setting));
    let notes = notes(chart, &values, size.width, setting);
    let half = (leading / 2.0).ceil();
    let below = half + NOTE_GAP + leading * notes.len() as f64;
    let naming = naming(&entries, size, size.height - below - half, setting);
    let top = naming.above + half;

    let mut picture = Picture::new(size, setting);
    picture.placed.snap = Snap::Dot;
    let right = size.width - naming.beside.max(1.0);
    let plot = Rect { left: values.width, top, right, bottom: size.height - below };
    picture.placed.plot = plot;
    if plot.width() < SMALLEST || plot.height() < SMALLEST {
        return picture.placed;
    }
    let swarm = Swarm::new(chart, &values, plot);
    if naming.beside > 0.0 {
        // Names stand beside the dots, not at the end of an empty plot.
        picture.placed.plot.right = swarm.right().min(right);
    }
    let plot = picture.placed.plot;
    let at_value = |value: f64| values.y(value, plot);
    let middle = chart.quartiles.as_ref().and_then(|quartiles| {
        let [lower, median, upper] = quartiles.each_ref().map(|point| reading(point).ok().map(|(number, _)| number));
        Some((at_value(lower?), at_value(median?), at_value(upper?)))
    });
    if let Some((lower, _, upper)) = middle {
        let corner = |x, y| Xy { x, y };
        let corners = [(plot.left, upper), (plot.right, upper), (plot.right, lower), (plot.left, lower)];
        picture.push(Mark::Band { corners: corners.map(|(x, y)| corner(x, y)).to_vec() });
    }
    values.place(&mut picture);
    picture.across(plot.left, plot.right, plot.bottom, RuleRole::Axis);
    if let Some((_, median, _)) = middle {
        picture.across(plot.left, plot.right, median, RuleRole::Median);
    }
    if values.is_empty() {
        picture.nothing();
    }
    swarm.place(chart, &values, &mut picture);
    picture.notes(notes);
    if !values.is_empty() {
        let mut ends: Vec<Option<Xy>> = Vec::new();
        for spot in named(chart).into_iter().filter_map(|(series, _)| picture.placed.spots.get(series)) {
            ends.push(Some(spot.at).filter(|_| spot.valued));
        }
        ends.push(middle.map(|(_, y, _)| Xy { x: plot.right - INSET, y }));
        naming.place(&ends, Side::Right, &mut picture);
    }
    picture.placed
}

pub(super) fn suggested_height(chart: &StripChart, width: f64, setting: &Setting<'_>) -> f64 {
    let plot = (width * 0.8).clamp(220.0, 320.0);
    let naming = naming(&entries(chart, setting), Size { width, height: 3.0 * plot }, plot, setting);
    let lines = notes(chart, &axis(chart, plot, setting), width, setting).len() as f64 + 1.0;
    (naming.above + plot + setting.leading * lines + NOTE_GAP).ceil()
}

/// Few ticks where there is little room; as many as at any other height where there is enough.
fn axis(chart: &StripChart, height: f64, setting: &Setting<'_>) -> ValueAxis {
    let at_most = if height < ENOUGH { 3 } else { 5 };
    ValueAxis::new(span(chart), &chart.unit, at_most, setting)
}

fn naming(entries: &[Entry], size: Size, room: f64, setting: &Setting<'_>) -> Naming {
    let widest = (size.width * 0.45).min(240.0);
    let beside = Naming::beside(entries, widest, room, setting).filter(|_| size.width >= NARROWEST_BESIDE);
    beside.unwrap_or_else(|| {
        let most = (size.height * 0.45).min(size.height - setting.leading * LINES_BELOW_LEGEND);
        Naming::above(entries, size.width, most, setting)
    })
}

fn notes(chart: &StripChart, values: &ValueAxis, width: f64, setting: &Setting<'_>) -> Vec<String> {
    let band = if chart.quartiles.is_some() { Text::MiddleHalf.say(setting.lang) } else { "" };
    let mut notes = setting.notes(&[&chart.note, " ", band].concat(), width);
    if values.leaves_out_zero() {
        notes.push(Text::NotFromZero.say(setting.lang).to_owned());
    }
    notes
}

/// From the lowest to the highest that a strip shows.
fn span(chart: &StripChart) -> Span {
    let mut span = Span::EMPTY;
    for dot in &chart.dots {
        if let Ok((number, _)) = reading(&dot.point) {
            let (lower, upper) = limits(dot.tone, &dot.point).unwrap_or((number, number));
            span.cover(lower);
            span.cover(upper);
        }
    }
    span
}

/// The areas that somebody has chosen, with their positions: the focus, then the others from the smallest value.
fn named(chart: &StripChart) -> Vec<(usize, &Dot)> {
    let mut named: Vec<(usize, &Dot)> =
        chart.dots.iter().enumerate().filter(|(_, dot)| dot.tone != Tone::Other).collect();
    if let Some(focus) = named.iter().position(|(_, dot)| dot.tone == Tone::Focus)
        && let Some(first) = named.get_mut(..=focus)
    {
        first.rotate_right(1);
    }
    named
}

/// What has a name: the chosen areas, then the median of all.
fn entries(chart: &StripChart, setting: &Setting<'_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut add = |tone, sample, text: String| {
        entries.push(Entry { tone, sample, beside: text.clone(), above: text });
    };
    for (_, dot) in named(chart) {
        let text = match reading(&dot.point) {
            Ok((_, text)) => words::value_and_name(text, &dot.name),
            Err(reason) => words::name_and_reason(&dot.name, why(reason, setting)),
        };
        add(dot.tone, Sample::Marker, text);
    }
    if let Some([_, Point::Value { text, .. }, _]) = &chart.quartiles {
        add(Tone::Other, Sample::Rule, fill(Text::Median.say(setting.lang), &[text]));
    }
    entries
}

/// Where dots lie: each at its value, and beside each other where their values are near.
struct Swarm {
    radius: f64,
    /// For each dot; without a value at the foot of the axis.
    places: Vec<Xy>,
}

impl Swarm {
    fn new(chart: &StripChart, values: &ValueAxis, plot: Rect) -> Self {
        let left = plot.left + INSET;
        let mut swarm = Self { radius: 0.0, places: Vec::new() };
        for radius in RADIUSES {
            swarm = Self::of(chart, values, plot, radius);
            if swarm.right() <= plot.right {
                return swarm;
            }
        }
        // More than there is room for: closer together, so that each is seen at least in part.
        let closer = (plot.right - INSET - left) / (swarm.right() - INSET - left);
        for place in &mut swarm.places {
            place.x = left + (place.x - left) * closer.min(1.0);
        }
        swarm
    }

    fn of(chart: &StripChart, values: &ValueAxis, plot: Rect, radius: f64) -> Self {
        let left = plot.left + INSET;
        let mut places = Vec::new();
        for dot in &chart.dots {
            let y = reading(&dot.point).map_or(plot.bottom, |(number, _)| values.y(number, plot));
            places.push(Xy { x: left, y });
        }
        let mut swarm = Self { radius, places };
        // What nobody has chosen fills every gap from the left; what is named lies outside of all, where its leader is free.
        for is_named in [false, true] {
            for (position, dot) in chart.dots.iter().enumerate() {
                if (dot.tone != Tone::Other) == is_named && reading(&dot.point).is_ok() {
                    let x = swarm.free(position, chart, is_named, left);
                    if let Some(place) = swarm.places.get_mut(position) {
                        place.x = x;
                    }
                }
            }
        }
        swarm
    }

    /// The first free place for a dot, or the one outside of all its neighbours. Dots lie in the order of their values, so that
    /// neighbours are near in the list; those to come are in nobody's way.
    fn free(&self, position: usize, chart: &StripChart, is_outside: bool, left: f64) -> f64 {
        let reach = |named: bool| if named { MARKER } else { self.radius + BETWEEN / 2.0 };
        let mut x = left + reach(is_outside);
        let Some(own) = self.places.get(position) else { return x };
        let furthest = reach(is_outside) + MARKER;
        let is_near = |other: &usize| self.places.get(*other).is_some_and(|other| (other.y - own.y).abs() < furthest);
        // The ends of the ranges in which this dot would touch another.
        let mut taken: Vec<(f64, f64)> = Vec::new();
        let before = (0..position).rev().take_while(is_near);
        for other in before.chain((position + 1..self.places.len()).take_while(is_near)) {
            let (Some(dot), Some(place)) = (chart.dots.get(other), self.places.get(other)) else { continue };
            let is_named = dot.tone != Tone::Other;
            if reading(&dot.point).is_err() || other > position && (is_named || !is_outside) || is_named && !is_outside
            {
                continue;
            }
            let distance = reach(is_outside) + reach(is_named);
            let across = distance * distance - (place.y - own.y) * (place.y - own.y);
            if across > 0.0 {
                taken.push((place.x - across.sqrt(), place.x + across.sqrt()));
            }
        }
        if is_outside {
            return taken.iter().map(|(_, to)| *to).fold(x, f64::max);
        }
        while let Some((_, to)) = taken.iter().find(|(from, to)| *from < x - 1e-9 && x < *to - 1e-9) {
            x = *to;
        }
        x
    }

    /// The right end of a plot in which they all lie.
    fn right(&self) -> f64 {
        self.places.iter().map(|place| place.x).fold(0.0, f64::max) + MARKER + INSET
    }

    /// The dots, what is named on top, and the confidence limits of the focus.
    fn place(&self, chart: &StripChart, values: &ValueAxis, picture: &mut Picture<'_>) {
        let plot = picture.placed.plot;
        for (series, (dot, at)) in chart.dots.iter().zip(&self.places).enumerate() {
            let valued = reading(&dot.point).is_ok();
            picture.placed.spots.push(Spot { series, period: 0, at: *at, valued });
            if valued && dot.tone == Tone::Other {
                picture.push(Mark::Dot { at: *at, radius: self.radius });
            }
        }
        for (dot, at) in chart.dots.iter().zip(&self.places).filter(|(dot, _)| reading(&dot.point).is_ok()) {
            let hollow = matches!(dot.point, Point::Value { provisional: true, .. });
            if let Some((lower, upper)) = limits(dot.tone, &dot.point) {
                let end = |limit| Xy { y: values.y(limit, plot), ..*at };
                picture.push(Mark::Whisker { from: end(lower), to: end(upper) });
            }
            if dot.tone != Tone::Other {
                picture.push(Mark::Marker { at: *at, tone: dot.tone, hollow });
            }
        }
    }
}
