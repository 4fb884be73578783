use super::Picture;
use super::line::TimeScale;
use crate::{Anchor, TextRole, Xy};
use kpi_core::view::{Line, LineChart, Point};

/// Letters on the time axis in place of values: each letter of a period once, in its area's colour where it is only one.
pub(super) fn place(chart: &LineChart, time: TimeScale<'_>, picture: &mut Picture<'_>) {
    let plot = picture.placed.plot;
    let leading = picture.setting.leading;
    for period in 0..chart.periods.len() {
        let mut y = plot.bottom - leading / 2.0;
        for line in &chart.lines {
            let Some(letter) = letter(line, period) else { continue };
            let mut alike = chart.lines.iter().filter(|other| self::letter(other, period) == Some(letter));
            if !alike.next().is_some_and(|first| std::ptr::eq(first, line)) {
                continue;
            }
            let tone = if alike.next().is_none() { Some(line.tone) } else { None };
            // Not upon another line's value.
            while is_taken(chart.lines.len(), period, y, picture) {
                y -= leading / 2.0;
            }
            if y >= plot.top {
                picture.text(letter, Xy { x: time.x(period), y }, Anchor::Middle, TextRole::Symbol(tone));
            }
            y -= leading;
        }
    }
}

fn letter(line: &Line, period: usize) -> Option<&str> {
    match line.points.get(period)? {
        Point::Missing { symbol, .. } => Some(symbol),
        Point::Value { .. } => None,
    }
}

/// Whether the value of any of so many lines lies there. Spots are sorted.
fn is_taken(lines: usize, period: usize, y: f64, picture: &Picture<'_>) -> bool {
    let Picture { placed, setting } = picture;
    (0..lines).any(|series| {
        let at = placed.spots.binary_search_by_key(&(series, period), |spot| (spot.series, spot.period));
        let spot = at.ok().and_then(|at| placed.spots.get(at)).filter(|spot| spot.valued);
        spot.is_some_and(|spot| (spot.at.y - y).abs() < setting.leading * 0.75)
    })
}
