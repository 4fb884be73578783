//! What a line chart says besides its lines: confidence limits, targets and breaks in the series.

use super::line::TimeScale;
use super::values::ValueAxis;
use super::{LARGEST, MARGIN, Picture, limits, reading};
use crate::{Anchor, Mark, RuleRole, TextRole, Xy, words::Text};
use kpi_core::view::{Goal, Line, LineChart, Point};

/// Bands and whiskers, behind everything that has a value.
pub(super) fn place_limits(chart: &LineChart, time: TimeScale<'_>, values: &ValueAxis, picture: &mut Picture<'_>) {
    let plot = picture.placed.plot;
    for line in &chart.lines {
        let points = line.points.get(..chart.periods.len().min(line.points.len())).unwrap_or_default();
        let spot = |(period, point): (usize, &Point)| {
            let (lower, upper) = limits(line.tone, point).filter(|_| reading(point).is_ok())?;
            let at = |value| Xy { x: time.x(period), y: values.y(value, plot) };
            Some((period, (at(lower), at(upper))))
        };
        let spots = points.iter().enumerate().filter_map(spot).collect::<Vec<_>>();
        for run in spots.chunk_by(|(one, _), (next, _)| one + 1 == *next && is_joined(chart, line, *next)) {
            let ends: Vec<(Xy, Xy)> = run.iter().map(|(_, ends)| *ends).collect();
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

/// From a rule to its name.
const BESIDE: f64 = 4.0;

/// The name of a rule, and where it may stand.
pub(super) struct Note {
    words: String,
    /// The best place first.
    places: Vec<Xy>,
}

/// A rule at each period's target, one along the periods that share it and follow each other.
pub(super) fn place_targets(
    chart: &LineChart,
    time: TimeScale<'_>,
    values: &ValueAxis,
    picture: &mut Picture<'_>,
) -> Vec<Note> {
    let plot = picture.placed.plot;
    let reach = (time.step / 2.0).min(plot.width() / 2.0);
    let targets = chart.targets.get(..chart.periods.len().min(chart.targets.len())).unwrap_or_default();
    let (mut notes, mut said) = (Vec::new(), "");
    let targets: Vec<(usize, &Goal)> =
        targets.iter().enumerate().filter_map(|(period, target)| Some((period, target.as_ref()?))).collect();
    let is_same = |(one, target): &(usize, &Goal), (next, other): &(usize, &Goal)| {
        one + 1 == *next && target == other && follows(chart, *next)
    };
    for run in targets.chunk_by(is_same) {
        if let ([(first, target), ..], [.., (last, _)]) = (run, run)
            && target.number.abs() <= LARGEST
        {
            let y = values.y(target.number, plot);
            let x = (time.x(*first) - reach).max(plot.left);
            picture.across(x, (time.x(*last) + reach).min(plot.right), y, RuleRole::Target);
            // On the side of the rule where the focus is not, as far as there is room.
            let half = picture.setting.leading / 2.0;
            let focus = chart.lines.first().and_then(|line| line.points.get(*first)?.number());
            let mut places = vec![Xy { x: x + BESIDE, y: y - half }, Xy { x: x + BESIDE, y: y + half }];
            if focus.is_some_and(|number| number >= target.number) {
                places.reverse();
            }
            places.retain(|at| at.y >= plot.top && at.y + half <= plot.bottom);
            // Once it is said what the rules are, their values do.
            let words = match notes.is_empty() {
                true => [Text::Target.say(picture.setting.lang), " ", &target.text].concat(),
                false => target.text.clone(),
            };
            // The same target again stands on the same level.
            if said != target.text {
                notes.push(Note { words, places });
            }
            said = &target.text;
        }
    }
    notes
}

/// A dotted rule before each period with which a series breaks. One name is enough for all.
pub(super) fn place_breaks(chart: &LineChart, time: TimeScale<'_>, picture: &mut Picture<'_>) -> Option<Note> {
    let plot = picture.placed.plot;
    let leading = picture.setting.leading;
    let mut note = None;
    for period in 1..chart.periods.len() {
        if chart.lines.iter().any(|line| is_break(line, period)) {
            let x = time.x(period) - time.step / 2.0;
            picture.down(x, plot.top, plot.bottom, RuleRole::Break);
            let at = |y| Xy { x: x + BESIDE, y };
            let mut places = [0.5, 1.5, 2.5].map(|lines| at(plot.top + leading * lines)).to_vec();
            places.push(at(plot.bottom - leading / 2.0));
            let words = || Text::Break.say(picture.setting.lang).to_owned();
            note = note.or_else(|| Some(Note { words: words(), places }));
        }
    }
    note
}

/// The names of rules, each where no other text stands; upon values only where there is no better place.
pub(super) fn place_notes(notes: &[Note], picture: &mut Picture<'_>) {
    for Note { words, places } in notes {
        let width = picture.setting.width(words, TextRole::Note.weight());
        let plot = picture.placed.plot;
        let right = if width < plot.width() { plot.right } else { picture.placed.size.width - MARGIN };
        let mut free: Vec<Xy> = places.iter().map(|at| Xy { x: at.x.min(right - width), ..*at }).collect();
        free.retain(|at| picture.is_free(*at, width));
        let near = |at: &&Xy| {
            let is_near = |other: Xy| {
                (other.y - at.y).abs() < picture.setting.leading * 0.7
                    && other.x > at.x - 8.0
                    && other.x < at.x + width + 8.0
            };
            picture.placed.spots.iter().any(|spot| spot.valued && is_near(spot.at))
        };
        let best = free.iter().find(|at| !near(at)).or(free.first()).copied();
        if let Some(at) = best {
            picture.text(words, at, Anchor::Start, TextRole::Note);
        }
    }
}

/// Whether a line leads to a period from the one before it: neither over periods of which nothing is known nor over a break,
/// because that would compare what cannot be compared.
pub(super) fn is_joined(chart: &LineChart, line: &Line, period: usize) -> bool {
    follows(chart, period) && !is_break(line, period)
}

fn follows(chart: &LineChart, period: usize) -> bool {
    chart.periods.get(period).is_some_and(|tick| tick.follows)
}

/// Whether a line breaks just before a period.
fn is_break(line: &Line, period: usize) -> bool {
    matches!(line.points.get(period), Some(Point::Value { is_break: true, .. }))
}
