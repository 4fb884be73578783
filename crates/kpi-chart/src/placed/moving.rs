//! How the pointer and the keyboard move among the spots of a chart.

use super::{Placed, Spot, Xy};

/// How the pointer and the keyboard move among the spots of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Snap {
    /// A line chart: first to the period, then to the line. Left and right are periods, up and down lines.
    Period,
    /// Bars: first to the row, then to what stands in it. Up and down are rows, left and right the values of a row.
    Row,
    /// A strip: to the dot nearest by. Left and right are the next smaller and the next larger value.
    Dot,
}

/// Where the keyboard goes from a spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The period before, or what stands to the left.
    Left,
    /// The next period, or what stands to the right.
    Right,
    /// The series above.
    Up,
    /// The series below.
    Down,
    /// The first period, or row, or the smallest value.
    First,
    /// The last period, or row, or the largest value.
    Last,
}

impl Placed {
    /// The spot that a pointer means, as its position; `None` where the chart has none.
    #[must_use]
    pub fn nearest(&self, at: Xy) -> Option<usize> {
        let (across, down) = match self.snap {
            Snap::Period => (FIRST, 1.0),
            Snap::Row => (1.0, FIRST),
            Snap::Dot => (1.0, 1.0),
        };
        let (mut nearest, mut least) = (None, f64::INFINITY);
        for (position, spot) in self.spots.iter().enumerate() {
            let (dx, dy) = ((spot.at.x - at.x) * across, (spot.at.y - at.y) * down);
            let distance = dx * dx + dy * dy;
            if distance < least {
                (nearest, least) = (Some(position), distance);
            }
        }
        nearest
    }

    /// The position of the spot to which a key leads from another; the same where there is nothing further.
    #[must_use]
    pub fn step(&self, from: usize, step: Step) -> usize {
        let Some(spot) = self.spots.get(from) else { return 0 };
        // To what the period, or the series, changes.
        let (series, period) = match (step, self.snap) {
            (Step::First, Snap::Period) => (Some(spot.series), Some(0)),
            (Step::Last, Snap::Period) => return self.last(|other| other.series == spot.series).unwrap_or(from),
            (Step::First, _) => return 0,
            (Step::Last, Snap::Row) => return self.last(|other| other.period == spot.period).unwrap_or(from),
            (Step::Last, Snap::Dot) => return self.spots.len().saturating_sub(1),
            (Step::Left, Snap::Dot) | (Step::Up, _) => (spot.series.checked_sub(1), Some(spot.period)),
            (Step::Right, Snap::Dot) | (Step::Down, _) => (Some(spot.series + 1), Some(spot.period)),
            (Step::Left, _) => (Some(spot.series), spot.period.checked_sub(1)),
            (Step::Right, _) => (Some(spot.series), Some(spot.period + 1)),
        };
        let is_there = |other: &Spot| Some(other.series) == series && Some(other.period) == period;
        self.spots.iter().position(is_there).unwrap_or(from)
    }

    fn last(&self, is_meant: impl Fn(&Spot) -> bool) -> Option<usize> {
        self.spots.iter().rposition(is_meant)
    }
}

/// How much more the one direction counts that a pointer snaps to first.
const FIRST: f64 = 1000.0;
