use super::line::TimeScale;
use super::{Block, MARGIN, Picture, Setting};
use crate::{Anchor, Rect, RuleRole, TextRole, Xy};
use kpi_core::view::{LineChart, LineForm, PeriodTick};

/// Between two labels of the axis.
const GAP: f64 = 8.0;
/// How far a tick reaches below the axis.
const TICK: f64 = 5.0;
/// From a tick to its label.
const TICK_GAP: f64 = 2.0;
/// Ticks closer than this would be a ruler; then only periods with a label have one.
const CLOSEST_TICKS: f64 = 10.0;
/// How far the rule of a group reaches beyond its first and its last period.
const REACH: f64 = 24.0;
/// Every how many years, or groups, may have a label.
const ROUND: [usize; 9] = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/// The time axis below a line chart: labels of periods, and below them what several have in common.
pub(super) struct PeriodAxis {
    /// Between the two periods that are nearest to each other.
    step: f64,
    labels: Vec<Label>,
    groups: Vec<Label>,
    /// From the axis to the groups.
    above_groups: f64,
    /// What the axis takes up below the plot.
    pub(super) height: f64,
}

struct Label {
    block: Block,
    role: TextRole,
    /// The places of the first and the last period that it stands for.
    from: f64,
    to: f64,
    /// The middle of the text: as near to theirs as the surface's sides allow.
    x: f64,
    shown: bool,
}

/// Neighbouring periods of one group.
struct Run<'a> {
    text: &'a str,
    first: usize,
    last: usize,
}

impl PeriodAxis {
    /// The axis of a surface of this width.
    pub(super) fn new(chart: &LineChart, time: TimeScale<'_>, width: f64, setting: &Setting<'_>) -> Self {
        if chart.form == LineForm::Small {
            let labels = ends(chart, time, width, setting);
            let height = TICK + TICK_GAP + tallest(&labels);
            return Self { step: time.step, labels, groups: Vec::new(), above_groups: height, height };
        }
        let runs = runs(chart);
        let mut labels = labels(chart, time, width, setting);
        // Of quarters within years every one, every second or one a year may have a label; of years alone every one,
        // every second, fifth, tenth.
        let second = runs.get(1).map_or(0, |run| run.first);
        let longest = runs.iter().map(|run| run.last - run.first + 1).max().unwrap_or(1);
        thin(&mut labels, chart.chosen, second, if second > 0 { longest } else { 1 });

        let mut groups = Vec::new();
        let mut chosen = None;
        for run in runs {
            if chart.chosen.is_some_and(|chosen| run.first <= chosen && chosen <= run.last) {
                chosen = Some(groups.len());
            }
            let block = setting.fold(run.text, TextRole::Group.weight(), width - 2.0 * MARGIN);
            groups.push(Label::new(block, TextRole::Group, time.x(run.first), time.x(run.last), width));
        }
        thin(&mut groups, chosen, 0, 1);
        groups.retain(|group| group.block.width > 0.0);

        let above_groups = TICK + TICK_GAP + tallest(&labels);
        let height = above_groups + if groups.is_empty() { 0.0 } else { TICK + tallest(&groups) };
        Self { step: time.step, labels, groups, above_groups, height }
    }

    /// The marks of the axis at the foot of the plot.
    pub(super) fn place(&self, picture: &mut Picture<'_>) {
        let Rect { left, right, bottom: y, .. } = picture.placed.plot;
        picture.across(left, right, y, RuleRole::Axis);
        for label in &self.labels {
            if label.shown || self.step >= CLOSEST_TICKS {
                picture.down(label.from, y, y + TICK, RuleRole::Tick);
            }
        }
        for label in &self.labels {
            label.place(y + TICK + TICK_GAP, picture);
        }
        let top = y + self.above_groups;
        let reach = (self.step * 0.4).min(REACH);
        for group in &self.groups {
            // A single group spans everything; several have to show how far each reaches.
            if self.groups.len() > 1 {
                let (from, to) = ((group.from - reach).max(0.0), (group.to + reach).min(picture.placed.size.width));
                picture.across(from, to, top + 2.0, RuleRole::Group);
            }
            group.place(top + TICK, picture);
        }
    }
}

impl Label {
    fn new(block: Block, role: TextRole, from: f64, to: f64, surface: f64) -> Self {
        let half = block.width / 2.0;
        let x = ((from + to) / 2.0).min(surface - MARGIN - half).max(MARGIN + half);
        Self { block, role, from, to, x, shown: false }
    }

    fn touches(&self, other: &Self) -> bool {
        (self.x - other.x).abs() < (self.block.width + other.block.width) / 2.0 + GAP
    }

    fn place(&self, top: f64, picture: &mut Picture<'_>) {
        if self.shown {
            let middle = Xy { x: self.x, y: top + self.block.height / 2.0 };
            picture.block(&self.block, middle, Anchor::Middle, self.role);
        }
    }
}

/// A label for each period. Long ones first try to stand on two lines; only then are some left out.
fn labels(chart: &LineChart, time: TimeScale<'_>, width: f64, setting: &Setting<'_>) -> Vec<Label> {
    let role = |position| TextRole::Period { chosen: chart.chosen == Some(position) };
    let mut room = width - 2.0 * MARGIN;
    let own = room.min(time.step - GAP);
    let periods = chart.periods.iter().enumerate();
    if periods.clone().all(|(position, period)| setting.fits(&period.label, role(position).weight(), own)) {
        room = own;
    }
    periods
        .map(|(position, period)| {
            let (role, x) = (role(position), time.x(position));
            Label::new(setting.fold(&period.label, role.weight(), room), role, x, x, width)
        })
        .collect()
}

/// The first and the last period on one line, by their whole names, or where these have no room by what changes.
fn ends(chart: &LineChart, time: TimeScale<'_>, width: f64, setting: &Setting<'_>) -> Vec<Label> {
    let last = chart.periods.len().saturating_sub(1);
    let mut labels = Vec::new();
    for says in [|tick: &PeriodTick| tick.name.clone(), |tick: &PeriodTick| tick.label.clone()] {
        labels.clear();
        for (position, tick) in chart.periods.iter().enumerate().filter(|(position, _)| [0, last].contains(position)) {
            let role = TextRole::Period { chosen: chart.chosen == Some(position) };
            let block = setting.line(&says(tick), role.weight(), width / 2.0 - GAP);
            labels.push(Label::new(block, role, time.x(position), time.x(position), width));
        }
        let [.., end] = labels.as_slice() else { continue };
        let is_cut = labels.iter().any(|label| label.block.lines.iter().any(|line| line.ends_with('…')));
        if !is_cut && (last == 0 || !labels.iter().take(1).any(|first| first.touches(end))) {
            break;
        }
    }
    for position in [last.min(1), 0] {
        show(&mut labels, position);
    }
    labels
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

fn tallest(labels: &[Label]) -> f64 {
    labels.iter().filter(|label| label.shown).map(|label| label.block.height).fold(0.0, f64::max)
}

/// Shows labels so that none touch: the chosen, the last and the first, and between them, as far as they leave room, as
/// many in even strides as do not touch each other. A stride is a whole part of a cycle or a round number of cycles, and
/// `start` is on it.
fn thin(labels: &mut [Label], chosen: Option<usize>, start: usize, cycle: usize) {
    for position in [chosen, labels.len().checked_sub(1), Some(0)].into_iter().flatten() {
        show(labels, position);
    }
    for stride in 1..=500 * cycle {
        let round = stride.is_multiple_of(cycle) && ROUND.contains(&(stride / cycle));
        let every = (start % stride..labels.len()).step_by(stride);
        let apart = |position: usize| match (labels.get(position), labels.get(position + stride)) {
            (Some(label), Some(next)) => !label.touches(next),
            _ => true,
        };
        if (round || cycle.is_multiple_of(stride)) && every.clone().all(apart) {
            every.for_each(|position| show(labels, position));
            return;
        }
    }
}

/// Shows a label where it does not touch those that are shown.
fn show(labels: &mut [Label], position: usize) {
    if let Some(label) = labels.get(position) {
        let free = !labels.iter().any(|other| other.shown && other.touches(label));
        if let Some(label) = labels.get_mut(position) {
            label.shown |= free;
        }
    }
}
