use crate::Xy;
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

#[derive(Clone, Copy)]
pub(super) enum Shape {
    Circle,
    Diamond,
    Square,
    Triangle,
    Cross,
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
            Tone::Comparator(further) => (1.5, &[], Shape::further(further)),
        };
        Self { width, dash, shape, radius: 5.0 }
    }
}

impl Shape {
    fn further(position: u8) -> Self {
        match position % 4 {
            0 => Self::Diamond,
            1 => Self::Square,
            2 => Self::Triangle,
            _ => Self::Cross,
        }
    }

    /// The corners of the shape, or of what an edge leaves of it; `None` for the circle, which has none.
    ///
    /// Shapes of one radius look equally large, not: are equally wide.
    pub(super) fn outline(self, at: Xy, radius: f64, edge: f64) -> Option<Vec<Xy>> {
        let corners: &[(f64, f64)] = &match self {
            Self::Circle => return None,
            Self::Diamond => {
                let reach = radius * 1.2 - edge * std::f64::consts::SQRT_2;
                return Some(around(at, &[(0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0)]));
            }
            Self::Square => {
                let reach = radius * 0.9 - edge;
                [(-reach, -reach), (reach, -reach), (reach, reach), (-reach, reach)]
            }
            Self::Triangle => {
                // An edge moves the tip by two edges and each corner by one upwards and by √3 inwards.
                let (tip, foot, half) = (radius * 1.2 - edge * 2.0, radius * 0.8 - edge, radius * 1.15 - edge * 1.73);
                return Some(around(at, &[(0.0, -tip), (half, foot), (-half, foot)]));
            }
            Self::Cross => {
                let (reach, arm) = (radius * 0.8 - edge * 0.2, (radius * 0.45 - edge * 0.65).max(0.4));
                return Some(cross(at, reach, arm));
            }
        };
        Some(around(at, corners))
    }
}

/// An upright cross turned by an eighth: arms along the diagonals.
fn cross(at: Xy, reach: f64, arm: f64) -> Vec<Xy> {
    let (far, near) = (reach, arm);
    around(
        at,
        &[
            (0.0, -near),
            (far - near / 2.0, -far - near / 2.0),
            (far + near / 2.0, -far + near / 2.0),
            (near, 0.0),
            (far + near / 2.0, far - near / 2.0),
            (far - near / 2.0, far + near / 2.0),
            (0.0, near),
            (-far + near / 2.0, far + near / 2.0),
            (-far - near / 2.0, far - near / 2.0),
            (-near, 0.0),
            (-far - near / 2.0, -far + near / 2.0),
            (-far + near / 2.0, -far - near / 2.0),
        ],
    )
}

fn around(at: Xy, corners: &[(f64, f64)]) -> Vec<Xy> {
    corners.iter().map(|(x, y)| Xy { x: at.x + x, y: at.y + y }).collect()
}
