use super::Shape;
use kpi_core::view::Tone;

/// How the line of an area is drawn: never by its colour alone.
pub(super) struct Stroke {
    /// In CSS pixels.
    pub(super) width: f64,
    /// Lengths of dashes and gaps in turn, in CSS pixels; empty for a solid line.
    pub(super) dash: &'static [f64],
    /// The markers at values.
    pub(super) shape: Shape,
    /// From a marker's middle to its edge, in CSS pixels.
    pub(super) radius: f64,
}

impl Stroke {
    pub(super) fn of(tone: Tone) -> Self {
        let (width, dash, shape): (f64, &[f64], Shape) = match tone {
            Tone::Focus => return Self { width: 3.0, dash: &[], shape: Shape::Circle, radius: 5.0 },
            Tone::Part => (2.0, &[], Shape::Circle),
            Tone::Comparator(0) => (2.0, &[8.0, 4.0], Shape::Diamond),
            Tone::Comparator(1) => (2.0, &[3.0, 3.0], Shape::Square),
            Tone::Comparator(2) => (2.0, &[10.0, 3.0, 2.0, 3.0], Shape::Triangle),
            Tone::Comparator(3) => (2.0, &[2.0, 4.0], Shape::Cross),
            // Further areas are a background of thin grey lines.
            Tone::Comparator(further) => (1.5, &[], further_shape(further)),
        };
        Self { width, dash, shape, radius: 5.0 }
    }
}

/// The shapes of the comparators in turn.
fn further_shape(position: u8) -> Shape {
    match position % 4 {
        0 => Shape::Diamond,
        1 => Shape::Square,
        2 => Shape::Triangle,
        _ => Shape::Cross,
    }
}
