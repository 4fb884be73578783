use crate::Xy;

/// The shape of a marker.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    Circle,
    Diamond,
    Square,
    Triangle,
    Cross,
}

impl Shape {
    /// The corners of a shape around `at`, less an edge of this width; `None` for the circle, which has none.
    ///
    /// Shapes of one radius look equally large, which is not: are equally wide. All in CSS pixels.
    pub(super) fn corners(self, at: Xy, radius: f64, edge: f64) -> Option<Vec<Xy>> {
        let corners = match self {
            Self::Circle => return None,
            Self::Diamond => {
                // The edge is measured across a side, the reach to a corner.
                let reach = radius * 1.2 - edge * std::f64::consts::SQRT_2;
                turned(&[(0.0, -reach)])
            }
            Self::Square => {
                let reach = radius * 0.9 - edge;
                turned(&[(reach, -reach)])
            }
            Self::Triangle => {
                // Within the edge the tip is two edges lower, the foot one higher and each corner √3 further in.
                let (tip, foot, half) = (radius * 1.2 - edge * 2.0, radius * 0.8 - edge, radius * 1.15 - edge * 1.73);
                vec![(0.0, -tip), (half, foot), (-half, foot)]
            }
            Self::Cross => {
                // So slender a shape has room for half the edge only.
                let (reach, notch) = (radius * 0.8 - edge * 0.2, radius * 0.45 - edge * 0.65);
                let half = notch / 2.0;
                turned(&[(0.0, -notch), (reach - half, -reach - half), (reach + half, -reach + half)])
            }
        };
        Some(corners.into_iter().map(|(x, y)| Xy { x: at.x + x, y: at.y + y }).collect())
    }
}

/// The corners of a quarter of a shape, and of the other three, each turned from the one before.
fn turned(quarter: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut corners = quarter.to_vec();
    for turn in 0..3 {
        let before: Vec<_> = corners.iter().skip(turn * quarter.len()).copied().collect();
        corners.extend(before.into_iter().map(|(x, y)| (-y, x)));
    }
    corners
}
