use super::line::TimeScale;
use super::{MARGIN, Picture, reading};
use crate::{Anchor, Mark, RuleRole, Spot, TextRole, Xy};
use kpi_core::view::{LineChart, LineForm};

/// More values than this are a texture, and the table has them.
const MOST: usize = 8;
/// Between two values beside each other.
const APART: f64 = 10.0;
/// How far a value keeps away from a line that passes its point.
const ASIDE: f64 = 5.0;

/// A value to be written.
struct Figure<'c> {
    text: &'c str,
    at: Xy,
    anchor: Anchor,
}

/// The values of an only line beside its points, where there are few and all have room: whoever has one line before them
/// wants to know what it says. `is_named` says whether the last one has its value beside its name already.
pub(super) fn place(chart: &LineChart, time: TimeScale<'_>, is_named: bool, picture: &mut Picture<'_>) {
    let Some(figures) = figures(chart, time, is_named, picture) else { return };
    for Figure { text, at, anchor } in figures {
        picture.text(text, at, anchor, TextRole::Figure);
    }
}

fn figures<'c>(
    chart: &'c LineChart,
    time: TimeScale<'_>,
    is_named: bool,
    picture: &Picture<'_>,
) -> Option<Vec<Figure<'c>>> {
    let valued: Vec<&Spot> = picture.placed.spots.iter().filter(|spot| spot.valued).collect();
    let series = valued.first()?.series;
    let is_only = valued.iter().all(|spot| spot.series == series);
    if chart.form != LineForm::Course || !is_only || valued.len() > MOST {
        return None;
    }
    let points = &chart.lines.get(series)?.points;
    let mut figures = Vec::new();
    for (place, spot) in valued.iter().enumerate() {
        if is_named && place + 1 == valued.len() {
            break;
        }
        let (_, text) = reading(points.get(spot.period)?).ok()?;
        let width = picture.setting.width(text, TextRole::Figure.weight());
        let before = place.checked_sub(1).and_then(|before| valued.get(before));
        let (at, anchor) =
            beside(spot.at, before.map(|spot| spot.at), valued.get(place + 1).map(|spot| spot.at), picture);
        let left = match anchor {
            Anchor::Start => at.x,
            Anchor::Middle => at.x - width / 2.0,
            Anchor::End => at.x - width,
        };
        if width + APART > time.step || !is_clear(Xy { x: left, ..at }, width, picture) {
            return None;
        }
        figures.push(Figure { text, at, anchor });
    }
    Some(figures)
}

/// Above a point, or below it where the line comes from above and goes there; aside where the line passes from above to below,
/// and at a peak that reaches the top.
fn beside(at: Xy, before: Option<Xy>, after: Option<Xy>, picture: &Picture<'_>) -> (Xy, Anchor) {
    let far = picture.setting.leading * 0.85;
    let (above, below) = (Xy { y: at.y - far, ..at }, Xy { y: at.y + far, ..at });
    // Down the surface numbers grow.
    let comes_from_above = before.is_some_and(|before| before.y < at.y);
    let goes_above = after.is_some_and(|after| after.y < at.y);
    let is_low = |other: Option<Xy>| other.is_some_and(|other| other.y > at.y);
    match (comes_from_above, goes_above) {
        (true, _) if is_low(after) => (Xy { x: at.x + ASIDE, ..above }, Anchor::Start),
        (_, true) if is_low(before) => (Xy { x: at.x - ASIDE, ..above }, Anchor::End),
        (false, false) if above.y < picture.setting.leading / 2.0 => {
            (Xy { x: at.x + 2.0 * ASIDE, ..at }, Anchor::Start)
        }
        (false, false) => (above, Anchor::Middle),
        _ => (below, Anchor::Middle),
    }
}

/// Whether a text that begins there lies on the surface, above the axis, and upon no other text and no target.
fn is_clear(at: Xy, width: f64, picture: &Picture<'_>) -> bool {
    let Picture { placed, setting } = picture;
    let half = setting.leading / 2.0;
    let is_within = at.x >= MARGIN
        && at.x + width <= placed.size.width - MARGIN
        && at.y - half >= 0.0
        && at.y + half <= placed.plot.bottom;
    let is_crossed = placed
        .marks
        .iter()
        .any(|mark| matches!(mark, Mark::Rule { from, role: RuleRole::Target, .. } if (from.y - at.y).abs() < half));
    is_within && !is_crossed && picture.is_free(at, width)
}
