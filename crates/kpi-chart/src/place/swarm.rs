use super::values::ValueAxis;
use super::{Picture, limits, reading};
use crate::{Mark, Rect, Spot, Xy};
use kpi_core::view::{Dot, Point, StripChart, Tone};

/// From the sides of the plot to the dots.
pub(super) const INSET: f64 = 10.0;
/// How large a dot may be: as large as all have room.
const RADIUSES: [f64; 7] = [5.0, 4.5, 4.0, 3.5, 3.0, 2.5, 2.0];
/// The ground between two dots.
const BETWEEN: f64 = 0.8;
/// What the marker of a named area needs around its middle.
const MARKER: f64 = 6.5;

/// Where dots lie: each at its value, and beside each other where their values are near.
pub(super) struct Swarm {
    radius: f64,
    /// For each dot; without a value at the foot of the axis.
    places: Vec<Xy>,
}

impl Swarm {
    pub(super) fn new(chart: &StripChart, values: &ValueAxis, plot: Rect) -> Self {
        let mut swarm = Self { radius: 0.0, places: Vec::new() };
        for radius in RADIUSES {
            swarm = Self::at_foot(chart, values, plot, radius);
            if swarm.spread(chart, plot).is_some() {
                swarm.name(chart, plot);
                if swarm.right() <= plot.right {
                    return swarm;
                }
            }
        }
        // More than there is room for: in rows, and closer together, so that each is seen at least in part.
        swarm.crowd(chart, plot);
        swarm.name(chart, plot);
        let left = plot.left + INSET;
        let closer = (plot.right - INSET - left) / (swarm.right() - INSET - left);
        for place in &mut swarm.places {
            place.x = left + (place.x - left) * closer.min(1.0);
        }
        swarm
    }

    /// Every dot at its value, at the left end.
    fn at_foot(chart: &StripChart, values: &ValueAxis, plot: Rect, radius: f64) -> Self {
        let y = |dot: &Dot| reading(&dot.point).map_or(plot.bottom, |(number, _)| values.y(number, plot));
        let place = |dot| Xy { x: plot.left + INSET, y: y(dot) };
        Self { radius, places: chart.dots.iter().map(place).collect() }
    }

    /// What a dot that nobody has chosen needs around its middle.
    fn reach(&self) -> f64 {
        self.radius + BETWEEN / 2.0
    }

    /// Those that nobody has chosen fill every gap from the left; `None` as soon as one has no room, so that no dot is
    /// held against more others than fit beside each other.
    fn spread(&mut self, chart: &StripChart, plot: Rect) -> Option<()> {
        let (left, across) = (plot.left + INSET + self.reach(), 2.0 * self.reach());
        let mut first = 0;
        let mut placed: Vec<Xy> = Vec::new();
        for (_, place) in chart.dots.iter().zip(&mut self.places).filter(|(dot, _)| is_unnamed(dot)) {
            // Dots lie in the order of their values: what is too far below this one is too far below all that follow.
            while placed.get(first).is_some_and(|other| other.y - place.y >= across) {
                first += 1;
            }
            place.x = left;
            let near = placed.get(first..).unwrap_or_default();
            // Those before it lie from the left to the right nearly always, so that a second look finds nothing new.
            let mut is_moved = true;
            while is_moved {
                is_moved = false;
                for other in near {
                    let half = half(across, other.y - place.y).unwrap_or_default();
                    if (place.x - other.x).abs() < half - 1e-9 {
                        place.x = other.x + half;
                        is_moved = true;
                    }
                }
            }
            if place.x + MARKER + INSET > plot.right {
                return None;
            }
            placed.push(*place);
        }
        Some(())
    }

    /// Those that nobody has chosen in rows, each beside the one before it in its row.
    fn crowd(&mut self, chart: &StripChart, plot: Rect) {
        let (left, across) = (plot.left + INSET + self.reach(), 2.0 * self.reach());
        let (mut row, mut count) = (0.0, 0.0);
        for (_, place) in chart.dots.iter().zip(&mut self.places).filter(|(dot, _)| is_unnamed(dot)) {
            let own = ((plot.bottom - place.y) / across).floor();
            count = if own > row { 0.0 } else { count };
            place.x = left + count * across;
            (row, count) = (own, count + 1.0);
        }
    }

    /// What is named lies outside of all its neighbours, where its leader is free.
    fn name(&mut self, chart: &StripChart, plot: Rect) {
        for (position, dot) in chart.dots.iter().enumerate() {
            if dot.tone != Tone::Other && reading(&dot.point).is_ok() {
                let x = self.outside(position, chart, plot.left + INSET + MARKER);
                if let Some(place) = self.places.get_mut(position) {
                    place.x = x;
                }
            }
        }
    }

    /// Beyond all neighbours; what is named and comes later is in nobody's way. Dots lie in the order of their values, so
    /// that neighbours are near in the list.
    fn outside(&self, position: usize, chart: &StripChart, left: f64) -> f64 {
        let Some(own) = self.places.get(position) else { return left };
        let is_near = |other: &usize| self.places.get(*other).is_some_and(|at| (at.y - own.y).abs() < 2.0 * MARKER);
        let before = (0..position).rev().take_while(is_near);
        let mut x = left;
        for other in before.chain((position + 1..self.places.len()).take_while(is_near)) {
            let (Some(dot), Some(place)) = (chart.dots.get(other), self.places.get(other)) else { continue };
            let is_named = dot.tone != Tone::Other;
            if reading(&dot.point).is_ok() && (other < position || !is_named) {
                let distance = MARKER + if is_named { MARKER } else { self.reach() };
                if let Some(half) = half(distance, place.y - own.y) {
                    x = x.max(place.x + half);
                }
            }
        }
        x
    }

    /// The right end of a plot in which they all lie.
    pub(super) fn right(&self) -> f64 {
        self.places.iter().map(|place| place.x).fold(0.0, f64::max) + MARKER + INSET
    }

    /// The dots, what is named on top, and the confidence limits of the focus.
    pub(super) fn place(&self, chart: &StripChart, values: &ValueAxis, picture: &mut Picture<'_>) {
        let plot = picture.placed.plot;
        for (series, (dot, at)) in chart.dots.iter().zip(&self.places).enumerate() {
            let valued = reading(&dot.point).is_ok();
            picture.placed.spots.push(Spot { series, period: 0, at: *at, valued });
            if valued && dot.tone == Tone::Other {
                picture.push(Mark::Dot { at: *at, radius: self.radius });
            }
        }
        for (dot, at) in chart.dots.iter().zip(&self.places).filter(|(dot, _)| reading(&dot.point).is_ok()) {
            let hollow = matches!(dot.point, Point::Value { provisional: true, .. });
            if let Some((lower, upper)) = limits(dot.tone, &dot.point) {
                let end = |limit| Xy { y: values.y(limit, plot), ..*at };
                picture.push(Mark::Whisker { from: end(lower), to: end(upper) });
            }
            if dot.tone != Tone::Other {
                picture.push(Mark::Marker { at: *at, tone: dot.tone, hollow });
            }
        }
    }
}

/// Whether a dot is one of the many that nobody has chosen, and has a value.
fn is_unnamed(dot: &Dot) -> bool {
    dot.tone == Tone::Other && reading(&dot.point).is_ok()
}

/// How far to the left and to the right of a dot another one may not lie that is so much higher or lower; `None` where they
/// cannot touch.
fn half(distance: f64, down: f64) -> Option<f64> {
    let across = distance * distance - down * down;
    (across > 0.0).then(|| across.sqrt())
}
