use crate::model::{Decimal, Mark};
use crate::query::Sight;
use std::fmt::Write;

/// Two figures are a change, which is said, and no course: drawn to fill the height each would look as steep as any other.
const LEAST: usize = 3;

/// The course of the figures in a picture the size of a word: it says up, down or steady; the numbers are elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// Lines as SVG writes their points, `0,20 50,3 100,0`, within [`Trend::WIDTH`] and [`Trend::HEIGHT`], as far apart as
    /// their periods. A gap, a period that is not listed or a break in the series ends a line and begins another.
    pub lines: Vec<String>,
    /// Where the figure stands that is shown as a number.
    pub shown: (u16, u16),
}

impl Trend {
    /// The largest x.
    pub const WIDTH: u16 = 100;
    /// The largest y, which is the lowest value.
    pub const HEIGHT: u16 = 20;

    /// The figures of the shown period's kind; `None` where the shown one is no number, or there are too few.
    pub(super) fn new(sight: Sight<'_>) -> Option<Self> {
        let kind = sight.period()?.period.kind();
        // The months, the numbers, and whether a line leads to them.
        let (mut points, mut shown, mut before) = (Vec::new(), None, None);
        let (mut low, mut high, mut count) = (f64::INFINITY, f64::NEG_INFINITY, 0);
        for (position, named) in sight.indicator.periods.iter().enumerate() {
            if named.period.kind() != kind {
                continue;
            }
            if position == sight.position {
                shown = Some(points.len());
            }
            let figure = (Sight { position, ..sight }).shown_figure();
            let number = figure.number().map(Decimal::to_f64);
            if let Some(number) = number {
                low = low.min(number);
                high = high.max(number);
                count += 1;
            }
            let follows = before.is_some_and(|before| named.period.follows(before));
            points.push((named.period.month()?, number, follows && !figure.marks.has(Mark::Break)));
            before = Some(named.period);
        }
        let (first, last) = (points.first().filter(|_| count >= LEAST)?.0, points.last()?.0);
        let place = |at: usize| {
            let (month, number, _) = *points.get(at)?;
            let number = number?;
            let share = if high > low { (high - number) / (high - low) } else { 0.5 };
            let across = (month - first) * i32::from(Self::WIDTH) / (last - first).max(1);
            Some((across as u16, (share * f64::from(Self::HEIGHT)).round() as u16))
        };
        let mut trend = Self { lines: Vec::new(), shown: place(shown?)? };
        let mut is_joined = false;
        for (at, (.., follows)) in points.iter().enumerate() {
            let Some((x, y)) = place(at) else {
                is_joined = false;
                continue;
            };
            match trend.lines.last_mut().filter(|_| is_joined && *follows) {
                // Writing to a String cannot fail.
                Some(line) => _ = write!(line, " {x},{y}"),
                // Twice the same place is a dot where nothing follows.
                None => trend.lines.push(format!("{x},{y} {x},{y}")),
            }
            is_joined = true;
        }
        Some(trend)
    }
}
