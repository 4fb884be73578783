use crate::Xy;

/// The shape of a marker. Shapes of one radius look equally large, which is not: are equally wide.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    Circle,
    /// The corners of a quarter; each further quarter is the one before it, turned.
    Quartered(&'static [Corner]),
    /// All corners.
    Whole(&'static [Corner]),
}

/// Where a corner lies: so many radiuses from the middle, and within an edge so many of its widths nearer to it.
#[derive(Clone, Copy)]
pub(super) struct Corner {
    radius: (f64, f64),
    edge: (f64, f64),
}

const fn corner(radius: (f64, f64), edge: (f64, f64)) -> Corner {
    Corner { radius, edge }
}

/// The edge is measured across a side, the reach to a corner.
pub(super) const DIAMOND: Shape = Shape::Quartered(&[corner((0.0, -1.2), (0.0, std::f64::consts::SQRT_2))]);

pub(super) const SQUARE: Shape = Shape::Quartered(&[corner((0.9, -0.9), (-1.0, 1.0))]);

/// Within the edge the tip is two edges lower, the foot one higher and each corner √3 further in.
pub(super) const TRIANGLE: Shape = Shape::Whole(&[
    corner((0.0, -1.2), (0.0, 2.0)),
    corner((1.15, 0.8), (-1.73, -1.0)),
    corner((-1.15, 0.8), (1.73, -1.0)),
]);

/// So slender a shape has room for half the edge only.
pub(super) const CROSS: Shape = Shape::Quartered(&[
    corner((0.0, -0.45), (0.0, 0.65)),
    corner((0.575, -1.025), (0.125, 0.525)),
    corner((1.025, -0.575), (-0.525, -0.125)),
]);

/// Upright, and higher than a bar.
pub(super) const STROKE: Shape = Shape::Whole(&[
    corner((-0.3, -2.6), (1.0, 1.0)),
    corner((0.3, -2.6), (-1.0, 1.0)),
    corner((0.3, 2.6), (-1.0, -1.0)),
    corner((-0.3, 2.6), (1.0, -1.0)),
]);

impl Shape {
    /// The corners of a shape around `at`, less an edge of this width; none for the circle. All in CSS pixels.
    pub(super) fn corners(self, at: Xy, radius: f64, edge: f64) -> Option<Vec<Xy>> {
        let (corners, quarters) = match self {
            Self::Circle => return None,
            Self::Quartered(corners) => (corners, 4),
            Self::Whole(corners) => (corners, 1),
        };
        let mut placed = Vec::new();
        let (mut cos, mut sin) = (1.0, 0.0);
        for _ in 0..quarters {
            for corner in corners {
                let x = corner.radius.0 * radius + corner.edge.0 * edge;
                let y = corner.radius.1 * radius + corner.edge.1 * edge;
                placed.push(Xy { x: at.x + x * cos - y * sin, y: at.y + x * sin + y * cos });
            }
            (cos, sin) = (-sin, cos);
        }
        Some(placed)
    }
}
