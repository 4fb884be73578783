use super::names::Naming;
use super::periods::PeriodAxis;
use super::values::ValueAxis;
use super::{MARGIN, Picture, Setting, number, symbols};
use crate::{Anchor, Mark, Placed, Rect, RuleRole, Size, Spot, TextRole, Xy, words};
use kpi_core::view::{Line, LineChart, Point, Tone};

/// From the sides of the plot to the first and the last period.
const INSET: f64 = 14.0;
/// The plot of one period beside its names: a column of values.
const ONE_PERIOD: f64 = 72.0;
/// A plot smaller than this shows nothing.
const SMALLEST: f64 = 40.0;
/// Markers closer than this would hide the line.
const CLOSEST_MARKERS: f64 = 14.0;
/// The lines of text below a plot: a period, its group and a note.
const LINES_BELOW: f64 = 3.0;

pub(super) fn place(chart: &LineChart, size: Size, setting: &Setting<'_>) -> Placed {
    let frame = Frame::new(chart, size, setting);
    let plot = frame.plot;
    let mut picture = Picture::new(size, plot, setting);
    if plot.width() < SMALLEST || plot.height() < SMALLEST {
        return picture.placed;
    }
    if let Some(values) = &frame.values {
        values.place(&mut picture);
    }
    if let Some(x) = chart.chosen.and_then(|chosen| frame.xs.get(chosen)) {
        let (from, to) = (Xy { x: *x, y: plot.top }, Xy { x: *x, y: plot.bottom });
        picture.push(Mark::Rule { from, to, role: RuleRole::Chosen });
    }
    frame.periods.place(&mut picture);
    if let Some(note) = frame.note {
        let at = Xy { x: MARGIN, y: size.height - setting.leading() / 2.0 };
        picture.text(note, at, Anchor::Start, TextRole::Note);
    }
    picture.placed.spots = spots(chart, &frame);
    let Some(naming) = frame.naming else {
        picture.nothing();
        symbols::place(chart, &frame.xs, &mut picture);
        return picture.placed;
    };
    // The focus, which is first, comes to lie on top.
    for (series, line) in chart.lines.iter().enumerate().rev() {
        place_line(series, line, chart, &mut picture);
    }
    symbols::place(chart, &frame.xs, &mut picture);
    naming.place(chart, &mut picture);
    picture.placed
}

pub(super) fn suggested_height(chart: &LineChart, width: f64, setting: &Setting<'_>) -> f64 {
    let plot = (width * 0.42).clamp(170.0, 330.0);
    let naming = Naming::new(chart, Size { width, height: 3.0 * plot }, plot, setting);
    (naming.above() + plot + setting.leading() * LINES_BELOW).ceil()
}

/// The parts of a line chart, and what each leaves for the plot.
struct Frame {
    /// `None` where there is no value at all.
    values: Option<ValueAxis>,
    /// `None` where there is no value at all.
    naming: Option<Naming>,
    xs: Vec<f64>,
    periods: PeriodAxis,
    note: Option<&'static str>,
    plot: Rect,
}

impl Frame {
    fn new(chart: &LineChart, size: Size, setting: &Setting<'_>) -> Self {
        let leading = setting.leading();
        let below = leading * LINES_BELOW;
        let naming = Naming::new(chart, size, size.height - below - leading * 1.5, setting);
        let top = naming.above() + (leading / 2.0).ceil();
        let at_most = ((size.height - top - below) / (leading * 2.0)).clamp(3.0, 6.0) as usize;
        let values = ValueAxis::new(chart, at_most);
        let naming = values.as_ref().map(|_| naming);

        let left = values.as_ref().map_or(0.0, |values| values.width(setting));
        let beside = naming.as_ref().map_or(0.0, Naming::beside);
        let right = match chart.periods.as_slice() {
            [_] if beside > 0.0 => left + ONE_PERIOD,
            _ => size.width - beside.max(1.0),
        };
        let xs = across(left, right, chart.periods.len());
        let periods = PeriodAxis::new(chart, &xs, size.width, setting);
        let note = values.as_ref().filter(|values| values.leaves_out_zero()).map(|_| words::NOT_FROM_ZERO);
        let note_height = note.map_or(0.0, |_| leading);
        let bottom = size.height - periods.height(setting) - note_height;
        Self { values, naming, xs, periods, note, plot: Rect { left, top, right, bottom } }
    }
}

/// The places of so many periods: from the left to the right, one in the middle.
fn across(left: f64, right: f64, periods: usize) -> Vec<f64> {
    if periods == 1 {
        return vec![(left + right) / 2.0];
    }
    let (from, to) = (left + INSET, right - INSET);
    let step = (to - from) / (periods.max(2) - 1) as f64;
    (0..periods).map(|position| from + step * position as f64).collect()
}

fn spots(chart: &LineChart, frame: &Frame) -> Vec<Spot> {
    let y = |point: &Point| match (&frame.values, number(point)) {
        (Some(values), Some(value)) => values.y(value, frame.plot),
        _ => frame.plot.bottom,
    };
    let spots = chart.lines.iter().enumerate().flat_map(|(series, line)| {
        let points = line.points.iter().zip(&frame.xs).enumerate();
        points.map(move |(period, (point, x))| Spot { series, period, at: Xy { x: *x, y: y(point) } })
    });
    spots.collect()
}

/// The line in runs without gaps, and its markers.
fn place_line(series: usize, line: &Line, chart: &LineChart, picture: &mut Picture<'_>) {
    let spots = picture.placed.spots.iter().filter(|spot| spot.series == series);
    let valued: Vec<(&Point, Spot)> =
        line.points.iter().zip(spots.copied()).filter(|(point, _)| number(point).is_some()).collect();
    let runs = || valued.chunk_by(|(_, before), (_, after)| before.period + 1 == after.period);
    for run in runs().filter(|run| run.len() > 1) {
        picture.push(Mark::Line { points: run.iter().map(|(_, spot)| spot.at).collect(), tone: line.tone });
    }
    let every = picture.placed.plot.width() >= CLOSEST_MARKERS * chart.periods.len() as f64
        && !matches!(line.tone, Tone::Comparator(4..));
    let last = valued.last().map(|(_, spot)| spot.period);
    for run in runs() {
        for (point, spot) in run {
            let hollow = matches!(point, Point::Value { provisional: true, .. });
            let alone = run.len() == 1;
            let period = Some(spot.period);
            if every || hollow || alone || period == last || period == chart.chosen {
                picture.push(Mark::Marker { at: spot.at, tone: line.tone, hollow });
            }
        }
    }
}
