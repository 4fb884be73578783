use super::{Canvas, MARGIN, Setting};
use crate::{Anchor, Mark, RuleRole, TextRole, Weight, Xy};
use kpi_core::view::LineChart;

/// Between two labels of the axis.
const GAP: f64 = 8.0;
/// How far a tick reaches below the axis.
const TICK: f64 = 5.0;
/// Ticks closer than this would be a ruler; then only periods with a label have one.
const CLOSEST_TICKS: f64 = 10.0;

/// Every how many labels of years, or of groups, may be shown.
const ROUND: [usize; 9] = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/// The time axis below a line chart: labels of periods, and below them what several have in common.
pub(super) struct PeriodAxis {
    ticks: Vec<f64>,
    labels: Vec<Label>,
    groups: Vec<Group>,
    /// Lines of text in the labels of periods.
    rows: usize,
}

struct Label {
    /// The middle of the text.
    x: f64,
    /// The place of the period, or of the group's middle: at the surface's sides the text cannot always stand there.
    of: f64,
    lines: Vec<String>,
    role: TextRole,
}

struct Group {
    label: Option<Label>,
    from: f64,
    to: f64,
}

impl PeriodAxis {
    /// Periods at these places of a surface of this width.
    pub(super) fn new(chart: &LineChart, xs: &[f64], width: f64, setting: &Setting<'_>) -> Self {
        let step = step(xs);
        let labels = labels(chart, xs, step, width, setting);
        Self {
            ticks: if step >= CLOSEST_TICKS { xs.to_vec() } else { labels.iter().map(|label| label.of).collect() },
            rows: labels.iter().map(|label| label.lines.len()).max().unwrap_or(0),
            labels,
            groups: groups(chart, xs, step, width, setting),
        }
    }

    /// What the axis takes up below the plot.
    pub(super) fn height(&self, setting: &Setting<'_>) -> f64 {
        let rows = self.rows as f64 * setting.leading();
        let groups = if self.groups.is_empty() { 0.0 } else { setting.leading() + TICK };
        TICK + 2.0 + rows + groups
    }

    /// The marks of the axis, whose line lies at `y`.
    pub(super) fn place(&self, y: f64, canvas: &mut Canvas<'_>) {
        let leading = canvas.setting.leading();
        for x in &self.ticks {
            let (from, to) = (Xy { x: *x, y }, Xy { x: *x, y: y + TICK });
            canvas.push(Mark::Rule { from, to, role: RuleRole::Tick });
        }
        let top = y + TICK + 2.0;
        for label in &self.labels {
            let middle = Xy { x: label.x, y: top + leading * label.lines.len() as f64 / 2.0 };
            canvas.block(&label.lines, middle, Anchor::Middle, label.role);
        }
        let top = top + self.rows as f64 * leading;
        for group in &self.groups {
            // A single group spans everything; several have to show how far each reaches.
            if self.groups.len() > 1 && group.to > group.from {
                let (from, to) = (Xy { x: group.from, y: top + 2.0 }, Xy { x: group.to, y: top + 2.0 });
                canvas.push(Mark::Rule { from, to, role: RuleRole::Group });
            }
            if let Some(label) = &group.label {
                let middle = Xy { x: label.x, y: top + TICK + leading / 2.0 };
                canvas.block(&label.lines, middle, Anchor::Middle, label.role);
            }
        }
    }
}

/// From one period to the next; one period has the axis to itself.
fn step(xs: &[f64]) -> f64 {
    match (xs.first(), xs.get(1)) {
        (Some(first), Some(second)) => second - first,
        _ => f64::INFINITY,
    }
}

fn labels(chart: &LineChart, xs: &[f64], step: f64, width: f64, setting: &Setting<'_>) -> Vec<Label> {
    let role = |position| TextRole::Period { chosen: chart.chosen == Some(position) };
    // Long labels first try to stand on two lines; only then are some left out.
    let numbered = || chart.periods.iter().enumerate();
    let folded = numbered().map(|(position, period)| {
        setting.whole(&period.label, role(position).weight(), (step - GAP).min(width - 2.0 * MARGIN))
    });
    let texts: Vec<Vec<String>> = folded.collect::<Option<_>>().unwrap_or_else(|| {
        numbered()
            .map(|(position, period)| {
                vec![setting.shorten(&period.label, role(position).weight(), width - 2.0 * MARGIN)]
            })
            .collect()
    });
    let boxes: Vec<Span> = texts
        .iter()
        .zip(xs)
        .enumerate()
        .map(|(position, (lines, x))| Span::around(*x, setting.widest(lines, role(position).weight()), width))
        .collect();
    let shown = thin(&boxes, chart.chosen, &strides(chart));
    let all = texts.into_iter().zip(&boxes).zip(xs).zip(shown).enumerate();
    all.filter(|(_, (_, shown))| *shown)
        .map(|(position, (((lines, span), of), _))| Label { x: span.middle(), of: *of, lines, role: role(position) })
        .collect()
}

fn groups(chart: &LineChart, xs: &[f64], step: f64, width: f64, setting: &Setting<'_>) -> Vec<Group> {
    let runs = runs(chart);
    if runs.iter().all(|run| run.text.is_empty()) {
        return Vec::new();
    }
    let reach = if step.is_finite() { (step * 0.4).min(24.0) } else { 0.0 };
    let x = |position: usize| xs.get(position).copied().unwrap_or_default();
    let placed: Vec<(String, Span)> = runs
        .iter()
        .map(|run| {
            let text = setting.shorten(run.text, Weight::Regular, width - 2.0 * MARGIN);
            let span = Span::around((x(run.first) + x(run.last)) / 2.0, setting.width(&text, Weight::Regular), width);
            (text, span)
        })
        .collect();
    let boxes: Vec<Span> = placed.iter().map(|(_, span)| *span).collect();
    let chosen =
        runs.iter().position(|run| chart.chosen.is_some_and(|chosen| chosen >= run.first && chosen <= run.last));
    let shown = thin(&boxes, chosen, &ROUND.map(|stride| (0, stride)));
    let all = runs.iter().zip(placed).zip(shown).filter(|((run, _), _)| !run.text.is_empty());
    all.map(|((run, (text, span)), shown)| {
        let (from, to) = (x(run.first), x(run.last));
        let label = Label { x: span.middle(), of: (from + to) / 2.0, lines: vec![text], role: TextRole::Group };
        Group { label: shown.then_some(label), from: (from - reach).max(0.0), to: (to + reach).min(width) }
    })
    .collect()
}

/// Neighbouring periods of one group.
struct Run<'a> {
    text: &'a str,
    first: usize,
    last: usize,
}

fn runs(chart: &LineChart) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    for (position, period) in chart.periods.iter().enumerate() {
        match runs.last_mut() {
            Some(run) if run.text == period.group => run.last = position,
            _ => runs.push(Run { text: &period.group, first: position, last: position }),
        }
    }
    runs
}

/// Every how many labels may be shown, from the densest, and from which on: of quarters within years every one, every
/// second, or one a year; of years every one, every second, fifth, tenth.
fn strides(chart: &LineChart) -> Vec<(usize, usize)> {
    let runs = runs(chart);
    let cycle = match runs.len() {
        0 | 1 => 1,
        _ => runs.iter().map(|run| run.last - run.first + 1).max().unwrap_or(1),
    };
    let within = (1..cycle).filter(|stride| cycle.is_multiple_of(*stride));
    let beyond = ROUND.into_iter().map(|times| times * cycle);
    let second = runs.get(1).map_or(0, |run| run.first);
    within.chain(beyond).map(|stride| (second % stride, stride)).collect()
}

/// The width that a label takes up, moved to lie on the surface.
#[derive(Clone, Copy)]
struct Span {
    left: f64,
    right: f64,
}

impl Span {
    fn around(x: f64, text: f64, width: f64) -> Self {
        let left = (x - text / 2.0).min(width - MARGIN - text).max(MARGIN);
        Self { left, right: left + text }
    }

    fn middle(self) -> f64 {
        (self.left + self.right) / 2.0
    }

    fn touches(self, other: Self) -> bool {
        self.left < other.right + GAP && other.left < self.right + GAP
    }
}

/// Which labels to show so that none touch: the chosen, the last and the first, and between them, as far as they leave
/// room, those of the first of these strides (with where they begin) at which they do not touch each other.
fn thin(boxes: &[Span], chosen: Option<usize>, strides: &[(usize, usize)]) -> Vec<bool> {
    let mut shown = vec![false; boxes.len()];
    let mut taken: Vec<Span> = Vec::new();
    let mut show = |position: usize| {
        if let (Some(span), Some(shown)) = (boxes.get(position), shown.get_mut(position))
            && !*shown
            && !taken.iter().any(|other| other.touches(*span))
        {
            *shown = true;
            taken.push(*span);
        }
    };
    [chosen, boxes.len().checked_sub(1), Some(0)].into_iter().flatten().for_each(&mut show);
    let apart = |(from, stride): &&(usize, usize)| {
        let every: Vec<Span> = boxes.iter().copied().skip(*from).step_by(*stride).collect();
        every.iter().zip(every.iter().skip(1)).all(|(one, next)| !one.touches(*next))
    };
    if let Some((from, stride)) = strides.iter().find(apart) {
        (*from..boxes.len()).step_by(*stride).for_each(show);
    }
    shown
}
