use super::marks::is_joined;
use super::names::{Entry, Naming, Sample, Side};
use super::periods::PeriodAxis;
use super::values::ValueAxis;
use super::{LARGEST, Picture, Setting, Span, figures, limits, marks, reading, symbols, why};
use crate::{Mark, Placed, Rect, RuleRole, Size, Snap, Spot, Xy, words, words::Text};
use kpi_core::view::{Line, LineChart, LineForm, PeriodTick, Point, Tone};

/// From the sides of the plot to the first and the last period.
const INSET: f64 = 14.0;
/// The plot of one period beside its names: a column of values.
const ONE_PERIOD: f64 = 72.0;
/// The plot of a slope is not wider than this.
const WIDEST_SLOPE: f64 = 420.0;
/// A plot smaller than this shows nothing.
const SMALLEST: f64 = 40.0;
/// Markers closer than this would hide the line.
const CLOSEST_MARKERS: f64 = 14.0;
/// And of comparators closer than this would take the eye from it.
const CLOSEST_OF_OTHERS: f64 = 24.0;
/// Narrower surfaces have no room for names beside the lines.
const NARROWEST_BESIDE: f64 = 420.0;
/// The lines of text for which a legend leaves room below: a plot, its axis and a note.
const LINES_BELOW_LEGEND: f64 = 8.5;

pub(super) fn place(chart: &LineChart, size: Size, setting: &Setting<'_>) -> Placed {
    let leading = setting.leading;
    let notes = notes(chart, size.width, setting);
    let below = leading * (lines_below(chart.form) + notes.len() as f64);
    let names = Names::new(chart, size, size.height - below - leading * 1.5, setting);
    let top = names.main.above + (leading / 2.0).ceil();
    let at_most = ((size.height - top - below) / (leading * 2.0)).clamp(3.0, 6.0) as usize;
    let values = ValueAxis::new(span(chart), &chart.unit, at_most, setting);
    let is_slope = chart.form == LineForm::Slope;

    let left = if is_slope { names.left.beside } else { values.width };
    let beside = if values.is_empty() { 0.0 } else { names.main.beside.max(names.right.beside) };
    let right = size.width - beside.max(1.0);
    let right = match chart.periods.len() {
        1 if beside > 0.0 => left + ONE_PERIOD,
        // The longer a slope, the flatter it looks.
        2 if is_slope => right.min(left + WIDEST_SLOPE),
        _ => right,
    };
    let time = TimeScale::new(left, right, &chart.periods);
    let periods = PeriodAxis::new(chart, time, size.width, setting);
    let zero = values.leaves_out_zero().then(|| Text::NotFromZero.say(setting.lang).to_owned());
    let notes: Vec<String> = notes.into_iter().chain(zero).collect();
    let bottom = size.height - periods.height - leading * notes.len() as f64;
    let plot = Rect { left, top, right, bottom };

    let mut picture = Picture::new(size, setting);
    picture.placed.plot = plot;
    picture.placed.snap = Snap::Period;
    if plot.width() < SMALLEST || plot.height() < SMALLEST {
        return picture.placed;
    }
    // Behind the grid, whose lines are read through it.
    marks::place_limits(chart, time, &values, &mut picture);
    if is_slope {
        for period in 0..chart.periods.len() {
            picture.down(time.x(period), plot.top, plot.bottom, RuleRole::Grid);
        }
    } else {
        values.place(&mut picture);
    }
    if let Some(chosen) = chart.chosen.filter(|chosen| *chosen < chart.periods.len()) {
        picture.down(time.x(chosen), plot.top, plot.bottom, RuleRole::Chosen);
    }
    periods.place(&mut picture);
    picture.notes(notes);
    let mut names_of_rules = Vec::new();
    if values.is_empty() {
        picture.nothing();
    } else {
        names_of_rules = marks::place_targets(chart, time, &values, &mut picture);
    }
    names_of_rules.extend(marks::place_breaks(chart, time, &mut picture));
    for (series, line) in chart.lines.iter().enumerate() {
        for (period, point) in line.points.iter().take(chart.periods.len()).enumerate() {
            let y = reading(point).map(|(number, _)| values.y(number, plot));
            let at = Xy { x: time.x(period), y: y.unwrap_or(plot.bottom) };
            picture.placed.spots.push(Spot { series, period, at, valued: y.is_ok() });
        }
    }
    // The focus, which is first, comes to lie on top.
    for (series, line) in chart.lines.iter().enumerate().rev() {
        place_line(series, line, chart, time, &mut picture.placed);
    }
    symbols::place(chart, time, &mut picture);
    if !values.is_empty() {
        names.place(chart, &mut picture);
    }
    marks::place_notes(&names_of_rules, &mut picture);
    figures::place(chart, time, names.main.beside > 0.0 && ends_at_chosen(chart), &mut picture);
    picture.placed
}

pub(super) fn suggested_height(chart: &LineChart, width: f64, setting: &Setting<'_>) -> f64 {
    let plot = match chart.form {
        LineForm::Small => (width * 0.4).clamp(80.0, 160.0),
        _ => (width * 0.42).clamp(170.0, 330.0),
    };
    let names = Names::new(chart, Size { width, height: 3.0 * plot }, plot, setting);
    let lines = lines_below(chart.form) + notes(chart, width, setting).len() as f64;
    (names.main.above + plot + setting.leading * lines).ceil()
}

/// The lines of text below a plot: a period, its group and a note.
fn lines_below(form: LineForm) -> f64 {
    if form == LineForm::Small { 2.5 } else { 3.0 }
}

/// Who is left out; a small chart has no room for that.
fn notes(chart: &LineChart, width: f64, setting: &Setting<'_>) -> Vec<String> {
    if chart.form == LineForm::Small { Vec::new() } else { setting.notes(&chart.note, width) }
}

/// From the lowest to the highest that a chart shows.
fn span(chart: &LineChart) -> Span {
    let mut span = Span::EMPTY;
    for line in &chart.lines {
        for point in line.points.iter().take(chart.periods.len()) {
            if let Ok((number, _)) = reading(point) {
                let (lower, upper) = limits(line.tone, point).unwrap_or((number, number));
                span.cover(lower);
                span.cover(upper);
            }
        }
    }
    // A target alone makes no axis.
    for target in chart.targets.iter().flatten() {
        if !span.is_empty() && target.number.abs() <= LARGEST {
            span.cover(target.number);
        }
    }
    span
}

/// What a line chart says at its lines: names at their ends, or above the plot; values at both ends of a slope.
struct Names {
    main: Naming,
    left: Naming,
    right: Naming,
}

impl Names {
    /// `room` is the height that names beside the lines may take up.
    fn new(chart: &LineChart, size: Size, room: f64, setting: &Setting<'_>) -> Self {
        let mut names = Self { main: Naming::NONE, left: Naming::NONE, right: Naming::NONE };
        let quarter = size.width / 4.0;
        let last = chart.periods.len().saturating_sub(1);
        let values = |period: usize, lines: usize| {
            let value = |line: &Line| match line.points.get(period).map(reading) {
                Some(Ok((_, text))) => text.to_owned(),
                _ => String::new(),
            };
            let entries: Vec<Entry> =
                chart.lines.iter().take(lines).map(|line| entry(line, value(line), String::new())).collect();
            Naming::beside(&entries, quarter, room, setting).unwrap_or(Naming::NONE)
        };
        if chart.form == LineForm::Small {
            names.right = values(last, 1);
            return names;
        }
        let says = |line: &Line| {
            let above = match chart.form {
                LineForm::Slope => line.name.clone(),
                _ => says(line, chart.periods.len(), chart.chosen, setting),
            };
            let beside = match chart.form {
                LineForm::Course if !ends_at_chosen(chart) => line.name.clone(),
                _ => says(line, chart.periods.len(), None, setting),
            };
            entry(line, beside, above)
        };
        let entries: Vec<Entry> = chart.lines.iter().map(says).collect();
        let widest = (size.width * 0.36).min(270.0);
        let beside = Naming::beside(&entries, widest, room, setting).filter(|_| size.width >= NARROWEST_BESIDE);
        let is_slope = chart.form == LineForm::Slope;
        if is_slope {
            names.left = values(0, chart.lines.len());
            if beside.is_none() {
                names.right = values(last, chart.lines.len());
            }
        }
        names.main = beside.unwrap_or_else(|| {
            let most = (size.height * 0.45).min(size.height - setting.leading * LINES_BELOW_LEGEND);
            Naming::above(&entries, size.width, most, setting)
        });
        names
    }

    fn place(&self, chart: &LineChart, picture: &mut Picture<'_>) {
        let place = |is_meant: &dyn Fn(&Spot) -> bool| {
            let of = |series| {
                picture.placed.spots.iter().rfind(|spot| spot.series == series && spot.valued && is_meant(spot))
            };
            (0..chart.lines.len()).map(|series| of(series).map(|spot| spot.at)).collect::<Vec<_>>()
        };
        let (first, last) = (place(&|spot| spot.period == 0), place(&|_| true));
        self.left.place(&first, Side::Left, picture);
        self.right.place(&last, Side::Right, picture);
        self.main.place(&last, Side::Right, picture);
    }
}

/// Whether the lines end at the period that the page is about: values at their ends are otherwise not those that it speaks of.
fn ends_at_chosen(chart: &LineChart) -> bool {
    chart.chosen.is_none_or(|chosen| chosen + 1 >= chart.periods.len())
}

fn entry(line: &Line, beside: String, above: String) -> Entry {
    Entry { tone: line.tone, sample: Sample::Line, beside, above }
}

/// The value of a line at a position, or its latest, and its name.
fn says(line: &Line, periods: usize, position: Option<usize>, setting: &Setting<'_>) -> String {
    let points = line.points.get(..periods).unwrap_or(&line.points);
    let latest = || points.iter().rfind(|point| reading(point).is_ok()).or(points.last());
    match position.and_then(|position| points.get(position)).or_else(latest).map(reading) {
        Some(Ok((_, text))) => words::value_and_name(text, &line.name),
        Some(Err(reason)) => words::name_and_reason(&line.name, why(reason, setting)),
        None => line.name.clone(),
    }
}

/// Where a period lies, from the left to the right of the plot: as far from the others as it is in time.
#[derive(Clone, Copy)]
pub(super) struct TimeScale<'c> {
    periods: &'c [PeriodTick],
    first: f64,
    /// What a month takes up.
    month: f64,
    /// Between the two periods that are nearest to each other; one period has all the room there is.
    pub(super) step: f64,
}

impl<'c> TimeScale<'c> {
    /// A single period lies in the middle.
    fn new(left: f64, right: f64, periods: &'c [PeriodTick]) -> Self {
        let [first, .., last] = periods else {
            return Self { periods, first: (left + right) / 2.0, month: 0.0, step: f64::MAX };
        };
        let month = (right - left - 2.0 * INSET) / f64::from((last.month - first.month).max(1));
        let between = periods.iter().zip(periods.iter().skip(1)).map(|(one, next)| next.month - one.month);
        let step = month * f64::from(between.min().unwrap_or_default());
        Self { periods, first: left + INSET, month, step }
    }

    pub(super) fn x(self, period: usize) -> f64 {
        let month = |at: usize| self.periods.get(at).map_or(0, |tick| tick.month);
        self.first + self.month * f64::from(month(period) - month(0))
    }
}

/// A line in runs without gaps, and its markers.
fn place_line(series: usize, line: &Line, chart: &LineChart, time: TimeScale<'_>, placed: &mut Placed) {
    let Placed { spots, marks: drawn, .. } = placed;
    let from = spots.partition_point(|spot| spot.series < series);
    let to = spots.partition_point(|spot| spot.series <= series);
    let spots = spots.get(from..to).unwrap_or_default();
    let last = spots.iter().rfind(|spot| spot.valued).map(|spot| spot.period);
    let closest = if line.tone == Tone::Focus { CLOSEST_MARKERS } else { CLOSEST_OF_OTHERS };
    let every = time.step >= closest && chart.form != LineForm::Small && !matches!(line.tone, Tone::Comparator(4..));
    let mut markers = Vec::new();
    let runs = spots.split(|spot| !spot.valued);
    let runs = runs.flat_map(|run| run.chunk_by(|_, next| is_joined(chart, line, next.period)));
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
