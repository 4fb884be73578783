use super::{MARGIN, Picture, Setting};
use crate::{Anchor, Mark, Rect, RuleRole, TextRole, Weight, Xy};
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
    lines: Vec<String>,
    role: TextRole,
    /// The place of the period, or the middle of the group.
    of: f64,
    /// The middle of the text: as near to that as the surface's sides allow.
    x: f64,
    width: f64,
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

    /// The marks of the axis at the foot of the plot.
    pub(super) fn place(&self, picture: &mut Picture<'_>) {
        let leading = picture.setting.leading();
        let Rect { left, right, bottom: y, .. } = picture.placed.plot;
        picture.push(Mark::Rule { from: Xy { x: left, y }, to: Xy { x: right, y }, role: RuleRole::Axis });
        for x in &self.ticks {
            let (from, to) = (Xy { x: *x, y }, Xy { x: *x, y: y + TICK });
            picture.push(Mark::Rule { from, to, role: RuleRole::Tick });
        }
        let top = y + TICK + 2.0;
        for label in &self.labels {
            let middle = Xy { x: label.x, y: top + leading * label.lines.len() as f64 / 2.0 };
            picture.block(&label.lines, middle, Anchor::Middle, label.role);
        }
        let top = top + self.rows as f64 * leading;
        for group in &self.groups {
            // A single group spans everything; several have to show how far each reaches.
            if self.groups.len() > 1 && group.to > group.from {
                let (from, to) = (Xy { x: group.from, y: top + 2.0 }, Xy { x: group.to, y: top + 2.0 });
                picture.push(Mark::Rule { from, to, role: RuleRole::Group });
            }
            if let Some(label) = &group.label {
                let middle = Xy { x: label.x, y: top + TICK + leading / 2.0 };
                picture.block(&label.lines, middle, Anchor::Middle, label.role);
            }
        }
    }
}

impl Label {
    fn new(lines: Vec<String>, role: TextRole, of: f64, surface: f64, setting: &Setting<'_>) -> Self {
        let width = setting.widest(&lines, role.weight());
        let x = of.min(surface - MARGIN - width / 2.0).max(MARGIN + width / 2.0);
        Self { lines, role, of, x, width }
    }

    fn touches(&self, other: &Self) -> bool {
        (self.x - other.x).abs() < (self.width + other.width) / 2.0 + GAP
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
    let texts: Vec<(TextRole, &str)> =
        chart.periods.iter().enumerate().map(|(position, period)| (role(position), period.label.as_str())).collect();
    let room = width - 2.0 * MARGIN;
    // Long labels first try to stand on two lines; only then are some left out.
    let folded = texts.iter().map(|(role, text)| setting.whole(text, role.weight(), room.min(step - GAP)));
    let lines: Vec<Vec<String>> = folded
        .collect::<Option<_>>()
        .unwrap_or_else(|| texts.iter().map(|(role, text)| vec![setting.shorten(text, role.weight(), room)]).collect());
    let labels: Vec<Label> = lines
        .into_iter()
        .zip(&texts)
        .zip(xs)
        .map(|((lines, (role, _)), x)| Label::new(lines, *role, *x, width, setting))
        .collect();
    let shown = thin(&labels, chart.chosen, &strides(chart));
    labels.into_iter().zip(shown).filter_map(|(label, shown)| shown.then_some(label)).collect()
}

fn groups(chart: &LineChart, xs: &[f64], step: f64, width: f64, setting: &Setting<'_>) -> Vec<Group> {
    let runs = runs(chart);
    if runs.iter().all(|run| run.text.is_empty()) {
        return Vec::new();
    }
    let reach = if step.is_finite() { (step * 0.4).min(24.0) } else { 0.0 };
    let x = |position: usize| xs.get(position).copied().unwrap_or_default();
    let label = |run: &Run<'_>| {
        let text = setting.shorten(run.text, Weight::Regular, width - 2.0 * MARGIN);
        Label::new(vec![text], TextRole::Group, (x(run.first) + x(run.last)) / 2.0, width, setting)
    };
    let labels: Vec<Label> = runs.iter().map(label).collect();
    let chosen =
        runs.iter().position(|run| chart.chosen.is_some_and(|chosen| run.first <= chosen && chosen <= run.last));
    let shown = thin(&labels, chosen, &ROUND.map(|stride| (0, stride)));
    let group = |((run, label), shown): ((&Run<'_>, Label), bool)| Group {
        label: shown.then_some(label),
        from: (x(run.first) - reach).max(0.0),
        to: (x(run.last) + reach).min(width),
    };
    runs.iter().zip(labels).zip(shown).filter(|((run, _), _)| !run.text.is_empty()).map(group).collect()
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

/// Which labels to show so that none touch: the chosen, the last and the first, and between them, as far as they leave
/// room, those of the first of these strides (with where they begin) at which they do not touch each other.
fn thin(labels: &[Label], chosen: Option<usize>, strides: &[(usize, usize)]) -> Vec<bool> {
    let mut shown = vec![false; labels.len()];
    let mut taken: Vec<&Label> = Vec::new();
    let mut show = |position: usize| {
        if let (Some(label), Some(shown)) = (labels.get(position), shown.get_mut(position))
            && !*shown
            && !taken.iter().any(|other| other.touches(label))
        {
            *shown = true;
            taken.push(label);
        }
    };
    [chosen, labels.len().checked_sub(1), Some(0)].into_iter().flatten().for_each(&mut show);
    let every = |(from, stride): (usize, usize)| (from..labels.len()).step_by(stride);
    let apart = |stride: &&(usize, usize)| {
        let some: Vec<&Label> = every(**stride).filter_map(|position| labels.get(position)).collect();
        some.iter().zip(some.iter().skip(1)).all(|(one, next)| !one.touches(next))
    };
    if let Some(stride) = strides.iter().find(apart) {
        every(*stride).for_each(show);
    }
    shown
}
