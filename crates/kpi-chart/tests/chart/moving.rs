//! Where the pointer and the keys lead in a chart.

use crate::fixtures::{ENGLAND, FOCUS, NEIGHBOURS, bars, percent, quarters, rate, strip};
use kpi_chart::{FixedMetrics, Placed, Size, Step, Xy, place, suggested_height};
use kpi_core::view::{ChartModel, Tone};

fn placed(model: &ChartModel) -> Placed {
    let height = suggested_height(model, 600.0, &FixedMetrics);
    place(model, Size { width: 600.0, height }, &FixedMetrics)
}

/// The series and the period of a spot.
fn at(placed: &Placed, position: usize) -> (usize, usize) {
    let spot = &placed.spots[position];
    (spot.series, spot.period)
}

/// Steps from a spot, one letter each: left, right, up, down, first (a), last (z).
fn check(placed: &Placed, from: (usize, usize), steps: &str, expect: (usize, usize)) {
    let mut position = placed.spots.iter().position(|spot| (spot.series, spot.period) == from).unwrap();
    for step in steps.chars() {
        let step = match step {
            'l' => Step::Left,
            'r' => Step::Right,
            'u' => Step::Up,
            'd' => Step::Down,
            'a' => Step::First,
            _ => Step::Last,
        };
        position = placed.step(position, step);
    }
    assert_eq!(at(placed, position), expect, "{from:?} {steps}");
}

fn lines() -> ChartModel {
    ChartModel::Line(quarters(percent(), "91 90 c 70", &[(NEIGHBOURS, "88 86 87 85"), (ENGLAND, "84 84 83 –")]))
}

#[test]
fn in_a_line_chart_by_period_and_by_line() {
    let placed = placed(&lines());
    check(&placed, (0, 3), "l", (0, 2));
    check(&placed, (0, 3), "r", (0, 3));
    check(&placed, (0, 0), "l", (0, 0));
    check(&placed, (0, 2), "d", (1, 2));
    check(&placed, (0, 2), "dd", (2, 2));
    check(&placed, (0, 2), "ddd", (2, 2));
    check(&placed, (1, 2), "u", (0, 2));
    check(&placed, (0, 2), "u", (0, 2));
    // A symbol is a place like any other.
    check(&placed, (0, 1), "rr", (0, 3));
    check(&placed, (2, 1), "z", (2, 3));
    check(&placed, (2, 1), "a", (2, 0));
}

#[test]
fn in_bars_by_row() {
    let placed = placed(&bars(rate(), &[((Tone::Focus, FOCUS), "107"), (NEIGHBOURS, "78.5"), (ENGLAND, "67")]));
    check(&placed, (0, 0), "d", (1, 0));
    check(&placed, (0, 0), "lur", (0, 0));
    check(&placed, (0, 0), "z", (2, 0));
    check(&placed, (2, 0), "ud", (2, 0));
    check(&placed, (2, 0), "a", (0, 0));
}

#[test]
fn in_rows_of_several_values_from_one_to_the_next() {
    let placed = placed(&crate::pictures::ages());
    check(&placed, (1, 0), "r", (1, 1));
    check(&placed, (1, 0), "rrrr", (1, 3));
    check(&placed, (1, 2), "d", (2, 2));
    check(&placed, (1, 2), "l", (1, 1));
    check(&placed, (1, 2), "z", (6, 2));
}

#[test]
fn in_a_strip_by_value() {
    let cells: Vec<String> = (1..=30).map(|number| (number * 3).to_string()).collect();
    let placed = placed(&strip(rate(), &cells, &[((Tone::Focus, FOCUS), "50")]));
    check(&placed, (0, 0), "r", (1, 0));
    check(&placed, (5, 0), "l", (4, 0));
    check(&placed, (5, 0), "z", (30, 0));
    check(&placed, (5, 0), "a", (0, 0));
    check(&placed, (0, 0), "l", (0, 0));
}

#[test]
fn a_pointer_means_the_nearest_period_however_high_it_is() {
    let placed = placed(&lines());
    let nearest = |x, y| placed.nearest(Xy { x, y }).map(|position| at(&placed, position));
    let [first, last] =
        [0, 3].map(|period| placed.spots.iter().find(|spot| (spot.series, spot.period) == (1, period)).unwrap().at);
    assert_eq!(nearest(first.x + 20.0, first.y), Some((1, 0)));
    assert_eq!(nearest(-500.0, first.y), Some((1, 0)));
    assert_eq!(nearest(last.x + 500.0, -500.0), Some((1, 3)));
    // At the foot is the one that has a symbol there.
    assert_eq!(nearest(last.x, 1000.0), Some((2, 3)));
    assert_eq!(nearest(f64::NAN, 0.0), None);
}

#[test]
fn a_pointer_means_a_row_however_far_right_it_is() {
    let placed = placed(&bars(rate(), &[((Tone::Focus, FOCUS), "107"), (NEIGHBOURS, "1"), (ENGLAND, "67")]));
    for (row, spot) in placed.spots.iter().enumerate() {
        for x in [0.0, 300.0, 599.0] {
            assert_eq!(placed.nearest(Xy { x, y: spot.at.y + 4.0 }), Some(row));
        }
    }
}

#[test]
fn nowhere_in_a_chart_without_places() {
    let placed = placed(&bars(rate(), &[]));
    assert_eq!(placed.nearest(Xy { x: 0.0, y: 0.0 }), None);
    assert_eq!(placed.step(7, Step::Left), 0);
}
