use super::marks::is_break;
use super::names::Naming;
use super::periods::PeriodAxis;
use super::values::ValueAxis;
use super::{MARGIN, Picture, Setting, marks, reading, symbols};
use crate::{Anchor, Mark, Placed, Rect, RuleRole, Size, Snap, Spot, TextRole, Xy, words::Text};
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
    let leading = setting.leading;
    let below = leading * LINES_BELOW;
    let naming = Naming::new(chart, size, size.height - below - leading * 1.5, setting);
    let top = naming.above + (leading / 2.0).ceil();
    let at_most = ((size.height - top - below) / (leading * 2.0)).clamp(3.0, 6.0) as usize;
    let values = ValueAxis::new(chart, at_most, setting);

    let left = values.width;
    let beside = if values.is_empty() { 0.0 } else { naming.beside };
    let right = match chart.periods.len() {
        1 if beside > 0.0 => left + ONE_PERIOD,
        _ => size.width - beside.max(1.0),
    };
    let time = TimeScale::new(left, right, chart.periods.len());
    let periods = PeriodAxis::new(chart, time, size.width, setting);
    let note = if values.leaves_out_zero() { leading } else { 0.0 };
    let plot = Rect { left, top, right, bottom: size.height - periods.height - note };

    let mut picture = Picture::new(size, setting);
    picture.placed.plot = plot;
    if plot.width() < SMALLEST || plot.height() < SMALLEST {
        return picture.placed;
    }
    // Behind the grid, whose lines are read through it.
    marks::place_limits(chart, time, &values, &mut picture);
    values.place(&mut picture);
    if let Some(chosen) = chart.chosen.filter(|chosen| *chosen < chart.periods.len()) {
        picture.down(time.x(chosen), plot.top, plot.bottom, RuleRole::Chosen);
    }
    periods.place(&mut picture);
    if note > 0.0 {
        let at = Xy { x: MARGIN, y: size.height - leading / 2.0 };
        picture.text(Text::NotFromZero.say(setting.lang), at, Anchor::Start, TextRole::Note);
    }
    if values.is_empty() {
        picture.nothing();
    }
    if !values.is_empty() {
        marks::place_targets(chart, time, &values, &mut picture);
    }
    marks::place_breaks(chart, time, &mut picture);
    // The focus, which is first, comes to lie on top.
    for (series, line) in chart.lines.iter().enumerate().rev() {
        place_line(series, line, chart, time, &values, &mut picture.placed);
    }
    symbols::place(chart, time, &mut picture);
    if !values.is_empty() {
        naming.place(&mut picture);
    }
    picture.placed.snap = Snap::Period;
    picture.placed.spots.sort_unstable_by_key(|spot| (spot.series, spot.period));
    picture.placed
}

pub(super) fn suggested_height(chart: &LineChart, width: f64, setting: &Setting<'_>) -> f64 {
    let plot = (width * 0.42).clamp(170.0, 330.0);
    let naming = Naming::new(chart, Size { width, height: 3.0 * plot }, plot, setting);
    (naming.above + plot + setting.leading * LINES_BELOW).ceil()
}

/// Where a period lies, from the left to the right of the plot.
#[derive(Clone, Copy)]
pub(super) struct TimeScale {
    first: f64,
    /// From one period to the next; one period has all the room there is.
    pub(super) step: f64,
}

impl TimeScale {
    /// A single period lies in the middle.
    fn new(left: f64, right: f64, periods: usize) -> Self {
        if periods == 1 {
            return Self { first: (left + right) / 2.0, step: f64::MAX };
        }
        let (first, last) = (left + INSET, right - INSET);
        Self { first, step: (last - first) / (periods.max(2) - 1) as f64 }
    }

    pub(super) fn x(self, period: usize) -> f64 {
        self.first + self.step * period as f64
    }
}

/// Where a line's points lie, the line in runs without gaps, and its markers.
fn place_line(series: usize, line: &Line, chart: &LineChart, time: TimeScale, values: &ValueAxis, placed: &mut Placed) {
    let Placed { spots, marks: drawn, plot, .. } = placed;
    let start = spots.len();
    for (period, point) in line.points.iter().take(chart.periods.len()).enumerate() {
        let y = reading(point).map(|(number, _)| values.y(number, *plot));
        let at = Xy { x: time.x(period), y: y.unwrap_or(plot.bottom) };
        spots.push(Spot { series, period, at, valued: y.is_ok() });
    }
    let spots = spots.get(start..).unwrap_or_default();
    let last = spots.iter().rfind(|spot| spot.valued).map(|spot| spot.period);
    let roomy = plot.width() >= CLOSEST_MARKERS * chart.periods.len() as f64;
    let every = roomy && !matches!(line.tone, Tone::Comparator(4..));
    let mut markers = Vec::new();
    // Neither across a gap nor across a break: that would compare what cannot be compared.
    let runs = spots.split(|spot| !spot.valued).flat_map(|run| run.chunk_by(|_, next| !is_break(line, next.period)));
    for run in runs {
        if run.len() > 1 {
            drawn.push(Mark::Line { points: run.iter().map(|spot| spot.at).collect(), tone: line.tone });
        }
        for spot in run {
            let hollow = matches!(line.points.get(spot.period), Some(Point::Value { provisional: true, .. }));
            let period = Some(spot.period);
            if every || hollow || run.len() == 1 || period == last || period == chart.chosen {
                markers.push(Mark::Marker { at: spot.at, tone: line.tone, hollow });
            }
        }
    }
    drawn.append(&mut markers);
}
