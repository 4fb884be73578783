use super::names::{Entry, Naming, Sample, Side};
use super::swarm::{INSET, Swarm};
use super::values::ValueAxis;
use super::{Picture, Setting, Span, limits, reading, why};
use crate::{Mark, Placed, Rect, RuleRole, Size, Snap, Xy, words, words::Text};
use kpi_core::view::{Dot, Point, StripChart, Tone};
use kpi_core::words::fill;

/// Narrower surfaces have no room for names beside the dots.
const NARROWEST_BESIDE: f64 = 330.0;
/// A plot smaller than this shows nothing.
const SMALLEST: f64 = 40.0;
/// A surface this high has room for as many ticks as any.
const ENOUGH: f64 = 200.0;
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
