use super::names::Naming;
use super::periods::PeriodAxis;
use super::{Canvas, MARGIN, Setting, Ticks, extent, number};
use crate::{Anchor, Mark, Placed, Rect, RuleRole, Size, Spot, TextRole, Xy, words};
use kpi_core::view::{Line, LineChart, Point, Tone};

/// From the sides of the plot to the first and the last period.
const INSET: f64 = 14.0;
/// From a tick's label to the plot.
const TICK_GAP: f64 = 8.0;
/// Markers closer than this would hide the line.
const CLOSEST_MARKERS: f64 = 14.0;
/// The plot of one period beside its names: a column of values.
const ONE_PERIOD: f64 = 72.0;
/// A plot smaller than this shows nothing.
const SMALLEST: f64 = 40.0;

pub(super) fn place(chart: &LineChart, size: Size, setting: &Setting<'_>) -> Placed {
    let leading = setting.leading();
    let foot = leading * 3.0;
    let naming = Naming::new(chart, size, size.height - foot - leading, setting);
    let top = naming.above() + (leading / 2.0).ceil();
    let periods = chart.periods.len();

    let range = extent(chart.lines.iter().flat_map(|line| numbers(line, periods)).map(|(_, number)| number));
    let at_most = ((size.height - top - foot) / (leading * 2.0)).clamp(3.0, 6.0) as usize;
    let ticks = range.map(|(low, high)| Ticks::new(low, high, &chart.unit, at_most));
    let labels: Vec<(f64, String)> = ticks.iter().flat_map(|ticks| ticks.labelled(&chart.unit)).collect();
    let gutter = labels.iter().map(|(_, text)| setting.width(text, TextRole::Tick.weight())).fold(0.0, f64::max);

    let left = if labels.is_empty() { 0.0 } else { MARGIN + gutter + TICK_GAP };
    let beside = if labels.is_empty() { 0.0 } else { naming.beside() };
    let right = match periods {
        1 if beside > 0.0 => left + ONE_PERIOD,
        _ => size.width - beside.max(1.0),
    };
    let xs = across(left, right, periods);
    let axis = PeriodAxis::new(chart, &xs, size.width, setting);
    let note = ticks.filter(Ticks::leaves_out_zero).map(|_| words::NOT_FROM_ZERO);
    let note_height = if note.is_some() { leading } else { 0.0 };
    let bottom = size.height - axis.height(setting) - note_height;

    let plot = Rect { left, top, right, bottom };
    let mut canvas = Canvas::new(size, plot, setting);
    // The comparison also catches a surface whose sides are not numbers.
    if !(plot.width() >= SMALLEST && plot.height() >= SMALLEST) {
        return canvas.placed;
    }
    let scale = Scale { ticks: ticks.as_ref(), plot };
    let sign = ticks.map_or_else(String::new, |ticks| ticks.sign(&chart.unit));
    place_grid(&labels, &sign, &scale, &mut canvas);
    if let Some(x) = chart.chosen.and_then(|chosen| xs.get(chosen)) {
        let (from, to) = (Xy { x: *x, y: top }, Xy { x: *x, y: bottom });
        canvas.push(Mark::Rule { from, to, role: RuleRole::Chosen });
    }
    let (from, to) = (Xy { x: left, y: bottom }, Xy { x: right, y: bottom });
    canvas.push(Mark::Rule { from, to, role: RuleRole::Axis });
    axis.place(bottom, &mut canvas);
    if let Some(note) = note {
        let at = Xy { x: MARGIN, y: size.height - leading / 2.0 };
        canvas.text(note, at, Anchor::Start, TextRole::Note);
    }
    canvas.placed.spots = spots(chart, &xs, &scale);
    if ticks.is_none() {
        canvas.nothing();
        place_symbols(chart, &xs, &mut canvas);
        return canvas.placed;
    }
    // The focus, which is first, comes to lie on top.
    for (series, line) in chart.lines.iter().enumerate().rev() {
        place_line(series, line, chart, &xs, &mut canvas);
    }
    place_symbols(chart, &xs, &mut canvas);
    let ends: Vec<Option<Xy>> = chart
        .lines
        .iter()
        .map(|line| {
            let (position, value) = numbers(line, periods).last()?;
            Some(Xy { x: *xs.get(position)?, y: scale.y(value) })
        })
        .collect();
    naming.place(&ends, &mut canvas);
    canvas.placed
}

pub(super) fn suggested_height(chart: &LineChart, width: f64, setting: &Setting<'_>) -> f64 {
    let foot = setting.leading() * 3.0;
    let plot = (width * 0.42).clamp(170.0, 330.0);
    let naming = Naming::new(chart, Size { width, height: 3.0 * plot }, plot, setting);
    (naming.above() + plot + foot).ceil()
}

/// The values of a line that can be drawn, with the positions of their periods.
fn numbers(line: &Line, periods: usize) -> impl DoubleEndedIterator<Item = (usize, f64)> {
    let points = line.points.get(..periods).unwrap_or(&line.points);
    points.iter().enumerate().filter_map(|(position, point)| Some((position, number(point)?)))
}

/// The places of so many periods: from the left to the right, one in the middle.
fn across(left: f64, right: f64, periods: usize) -> Vec<f64> {
    let (from, to) = (left + INSET, right - INSET);
    match periods {
        1 => vec![(from + to) / 2.0],
        _ => {
            let step = (to - from) / (periods.max(2) - 1) as f64;
            (0..periods).map(|position| from + step * position as f64).collect()
        }
    }
}

/// Where a value lies.
struct Scale<'a> {
    ticks: Option<&'a Ticks>,
    plot: Rect,
}

impl Scale<'_> {
    fn y(&self, value: f64) -> f64 {
        let Some(ticks) = self.ticks else { return self.plot.bottom };
        let share = (value - ticks.low()) / (ticks.high() - ticks.low());
        self.plot.bottom - share.clamp(0.0, 1.0) * self.plot.height()
    }
}

fn place_grid(labels: &[(f64, String)], sign: &str, scale: &Scale<'_>, canvas: &mut Canvas<'_>) {
    let plot = scale.plot;
    let sign_width = canvas.setting.width(sign, TextRole::Tick.weight());
    for (value, text) in labels {
        let y = scale.y(*value);
        // The lowest grid line is the axis.
        if y < plot.bottom {
            let role = if *value == 0.0 { RuleRole::Zero } else { RuleRole::Grid };
            canvas.push(Mark::Rule { from: Xy { x: plot.left, y }, to: Xy { x: plot.right, y }, role });
        }
        // Digits stand below digits: the sign of the top tick hangs over.
        let hang = if text.ends_with(sign) { 0.0 } else { sign_width };
        canvas.text(text, Xy { x: plot.left - TICK_GAP - hang, y }, Anchor::End, TextRole::Tick);
    }
}

/// The line in runs without gaps, and its markers.
fn place_line(series: usize, line: &Line, chart: &LineChart, xs: &[f64], canvas: &mut Canvas<'_>) {
    let spots: Vec<Spot> = canvas.placed.spots.iter().filter(|spot| spot.series == series).copied().collect();
    let valued: Vec<(&Point, &Spot)> =
        line.points.iter().zip(&spots).filter(|(point, _)| number(point).is_some()).collect();
    let runs = valued.chunk_by(|before, after| before.1.period + 1 == after.1.period);
    for run in runs.clone().filter(|run| run.len() > 1) {
        let points = run.iter().map(|(_, spot)| spot.at).collect();
        canvas.push(Mark::Line { points, tone: line.tone });
    }
    let all = match xs {
        [first, second, ..] => second - first >= CLOSEST_MARKERS && !matches!(line.tone, Tone::Comparator(4..)),
        _ => true,
    };
    let last = valued.last().map(|(_, spot)| spot.period);
    for run in runs {
        for (point, spot) in run {
            let hollow = matches!(point, Point::Value { provisional: true, .. });
            let telling = hollow || run.len() == 1 || Some(spot.period) == last || Some(spot.period) == chart.chosen;
            if all || telling {
                canvas.push(Mark::Marker { at: spot.at, tone: line.tone, hollow });
            }
        }
    }
}

/// Letters on the axis in place of values: each letter once for a period, different ones above each other, none upon a
/// value of another line.
fn place_symbols(chart: &LineChart, xs: &[f64], canvas: &mut Canvas<'_>) {
    let plot = canvas.placed.plot;
    let leading = canvas.setting.leading();
    for (period, x) in xs.iter().enumerate() {
        let mut letters: Vec<(&str, Option<Tone>)> = Vec::new();
        for line in &chart.lines {
            if let Some(Point::Missing { symbol, .. }) = line.points.get(period) {
                match letters.iter_mut().find(|(letter, _)| letter == symbol) {
                    Some((_, tone)) => *tone = None,
                    None => letters.push((symbol, Some(line.tone))),
                }
            }
        }
        let values: Vec<f64> = canvas
            .placed
            .spots
            .iter()
            .filter(|spot| spot.period == period && spot.at.y < plot.bottom)
            .map(|spot| spot.at.y)
            .collect();
        let mut y = plot.bottom - leading / 2.0;
        for (letter, tone) in letters {
            while values.iter().any(|value| (value - y).abs() < leading * 0.75) {
                y -= leading / 2.0;
            }
            if y >= plot.top {
                canvas.text(letter, Xy { x: *x, y }, Anchor::Middle, TextRole::Symbol(tone));
            }
            y -= leading;
        }
    }
}

fn spots(chart: &LineChart, xs: &[f64], scale: &Scale<'_>) -> Vec<Spot> {
    let cells = chart.lines.iter().enumerate().flat_map(|(series, line)| {
        line.points.iter().zip(xs).enumerate().map(move |(period, (point, x))| (series, period, point, *x))
    });
    cells
        .map(|(series, period, point, x)| {
            let y = number(point).map_or(scale.plot.bottom, |value| scale.y(value));
            Spot { series, period, at: Xy { x, y } }
        })
        .collect()
}
