use super::shape::{CROSS, DIAMOND, SQUARE, STROKE, Shape, TRIANGLE};
use kpi_core::view::Tone;

/// How the line of an area is drawn: never by its colour alone.
pub(super) struct Stroke {
    /// In CSS pixels.
    pub(super) width: f64,
    /// Lengths of dashes and gaps in turn, in CSS pixels; empty for a solid line.
    pub(super) dash: &'static [f64],
    /// The markers at values.
    pub(super) shape: Shape,
}

impl Stroke {
    pub(super) fn of(tone: Tone) -> Self {
        let (width, dash, shape): (f64, &[f64], Shape) = match tone {
            Tone::Focus => (3.0, &[], Shape::Circle),
            Tone::Part | Tone::Other => (2.0, &[], Shape::Circle),
            Tone::Plan => (2.0, &[], STROKE),
            Tone::Comparator(0) => (2.0, &[8.0, 4.0], DIAMOND),
            Tone::Comparator(1) => (2.0, &[3.0, 3.0], SQUARE),
            Tone::Comparator(2) => (2.0, &[10.0, 3.0, 2.0, 3.0], TRIANGLE),
            Tone::Comparator(3) => (2.0, &[2.0, 4.0], CROSS),
            // Further areas are a background of thin grey lines.
            Tone::Comparator(further) => (1.5, &[], Self::of(Tone::Comparator(further % 4)).shape),
        };
        Self { width, dash, shape }
    }
}
