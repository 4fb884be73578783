//! What a line chart says besides its lines: confidence limits, targets and breaks in the series.

use super::line::TimeScale;
use super::values::ValueAxis;
use super::{LARGEST, MARGIN, Picture, limits, reading};
use crate::{Anchor, Mark, RuleRole, TextRole, Xy, words::Text};
use kpi_core::view::{Line, LineChart, Point};

/// Bands and whiskers, behind everything that has a value.
pub(super) fn place_limits(chart: &LineChart, time: TimeScale, values: &ValueAxis, picture: &mut Picture<'_>) {
    let plot = picture.placed.plot;
    for line in &chart.lines {
        let points = line.points.get(..chart.periods.len().min(line.points.len())).unwrap_or_default();
        let spot = |(period, point): (usize, &Point)| {
            let (lower, upper) = limits(line.tone, point).filter(|_| reading(point).is_ok())?;
            let at = |value| Xy { x: time.x(period), y: values.y(value, plot) };
            Some((at(lower), at(upper)))
        };
        let spots: Vec<Option<(Xy, Xy)>> = points.iter().enumerate().map(spot).collect();
        for run in spots.split(Option::is_none) {
            let ends: Vec<(Xy, Xy)> = run.iter().copied().flatten().collect();
            match ends.as_slice() {
                [] => {}
                [(from, to)] => picture.push(Mark::Whisker { from: *from, to: *to }),
                _ => {
                    let upper = ends.iter().map(|(_, upper)| *upper);
                    let corners = upper.chain(ends.iter().rev().map(|(lower, _)| *lower)).collect();
                    picture.push(Mark::Band { corners });
                }
            }
        }
    }
}

/// A rule at each period's target, one along the periods that share it.
pub(super) fn place_targets(chart: &LineChart, time: TimeScale, values: &ValueAxis, picture: &mut Picture<'_>) {
    let plot = picture.placed.plot;
    let reach = (time.step / 2.0).min(plot.width() / 2.0);
    let targets = chart.targets.get(..chart.periods.len().min(chart.targets.len())).unwrap_or_default();
    let (mut first, mut is_named) = (0, false);
    for run in targets.chunk_by(PartialEq::eq) {
        let last = first + run.len() - 1;
        if let Some(Some(target)) = run.first().filter(|target| target.is_some_and(|target| target.abs() <= LARGEST)) {
            let y = values.y(*target, plot);
            let left = (time.x(first) - reach).max(plot.left);
            picture.across(left, (time.x(last) + reach).min(plot.right), y, RuleRole::Target);
            if !is_named {
                is_named = true;
                // On the side of the rule where the focus is not, as far as there is room.
                let half = picture.setting.leading / 2.0;
                let focus = chart.lines.first().and_then(|line| line.points.get(first)?.number());
                let is_below = focus.is_some_and(|number| number >= *target) && y + 2.0 * half <= plot.bottom;
                let y = if is_below || y - 2.0 * half < plot.top { y + half } else { y - half };
                note(Text::Target.say(picture.setting.lang), Xy { x: left, y }, picture);
            }
        }
        first = last + 1;
    }
}

/// A dotted rule before each period with which a series breaks.
pub(super) fn place_breaks(chart: &LineChart, time: TimeScale, picture: &mut Picture<'_>) {
    let plot = picture.placed.plot;
    let mut is_named = false;
    for period in 1..chart.periods.len() {
        if chart.lines.iter().any(|line| is_break(line, period)) {
            let x = time.x(period) - time.step / 2.0;
            picture.down(x, plot.top, plot.bottom, RuleRole::Break);
            if !is_named {
                is_named = true;
                note(
                    Text::Break.say(picture.setting.lang),
                    Xy { x: x + 4.0, y: plot.top + picture.setting.leading / 2.0 },
                    picture,
                );
            }
        }
    }
}

/// The name of a rule, at the first one of its kind: where there are many, one is enough.
fn note(words: &str, at: Xy, picture: &mut Picture<'_>) {
    let width = picture.setting.width(words, TextRole::Note.weight());
    let x = at.x.min(picture.placed.size.width - width - MARGIN);
    picture.text(words, Xy { x, ..at }, Anchor::Start, TextRole::Note);
}

/// Whether a line breaks just before a period.
pub(super) fn is_break(line: &Line, period: usize) -> bool {
    matches!(line.points.get(period), Some(Point::Value { is_break: true, .. }))
}
