use super::{Picture, number};
use crate::{Anchor, TextRole, Xy};
use kpi_core::view::{LineChart, Point, Tone};

/// Letters on the time axis in place of values.
pub(super) fn place(chart: &LineChart, xs: &[f64], picture: &mut Picture<'_>) {
    let plot = picture.placed.plot;
    let leading = picture.setting.leading();
    for (period, x) in xs.iter().enumerate() {
        let values = values(chart, period, picture);
        let mut y = plot.bottom - leading / 2.0;
        for (letter, tone) in letters(chart, period) {
            // Not upon another line's value.
            while values.iter().any(|value| (value - y).abs() < leading * 0.75) {
                y -= leading / 2.0;
            }
            if y >= plot.top {
                picture.text(letter, Xy { x: *x, y }, Anchor::Middle, TextRole::Symbol(tone));
            }
            y -= leading;
        }
    }
}

/// Each letter of a period once, with its area where it is only one.
fn letters(chart: &LineChart, period: usize) -> Vec<(&str, Option<Tone>)> {
    let mut letters: Vec<(&str, Option<Tone>)> = Vec::new();
    for line in &chart.lines {
        if let Some(Point::Missing { symbol, .. }) = line.points.get(period) {
            match letters.iter_mut().find(|(letter, _)| letter == symbol) {
                Some((_, tone)) => *tone = None,
                None => letters.push((symbol, Some(line.tone))),
            }
        }
    }
    letters
}

/// The heights of a period's values.
fn values(chart: &LineChart, period: usize, picture: &Picture<'_>) -> Vec<f64> {
    let spots = picture.placed.spots.iter().filter(|spot| spot.period == period);
    let valued = spots.filter(|spot| {
        let line = chart.lines.get(spot.series);
        line.and_then(|line| line.points.get(period)).and_then(number).is_some()
    });
    valued.map(|spot| spot.at.y).collect()
}
