//! A picture as data: marks with a place and a meaning, without colours.

mod geometry;
mod mark;
mod moving;

pub use geometry::{Rect, Size, Xy};
pub use mark::{Anchor, Mark, RuleRole, TextRole};
pub use moving::{Snap, Step};

/// A chart whose every mark has its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The surface it was placed for.
    pub size: Size,
    /// From the back to the front.
    pub marks: Vec<Mark>,
    /// The part of the surface in which values lie.
    pub plot: Rect,
    /// Where each cell of the table is, for the pointer, the keyboard and the read-out: by series, then by period.
    pub spots: Vec<Spot>,
    /// How the pointer and the keyboard move among the spots.
    pub snap: Snap,
}

/// The place of one cell of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The position of the line, the bar or the dot in the model.
    pub series: usize,
    /// The position of the period among those of a line chart. Of bars 0 is the bar itself, and behind it come the marks
    /// upon it; of dots always 0.
    pub period: usize,
    /// The value's own place, or that of the symbol: on the axis, at the zero line.
    pub at: Xy,
    /// Whether a value is drawn there.
    pub valued: bool,
}

impl Placed {
    /// Moves everything to the right and down.
    pub(crate) fn shift(&mut self, dx: f64, dy: f64) {
        let moved = |at: &mut Xy| {
            at.x += dx;
            at.y += dy;
        };
        let moved_rect = |rect: &mut Rect| {
            rect.left += dx;
            rect.right += dx;
            rect.top += dy;
            rect.bottom += dy;
        };
        for mark in &mut self.marks {
            match mark {
                Mark::Rule { from, to, .. } | Mark::Whisker { from, to } | Mark::Leader { from, to, .. } => {
                    moved(from);
                    moved(to);
                }
                Mark::Line { points, .. } | Mark::Band { corners: points } => points.iter_mut().for_each(moved),
                Mark::Marker { at, .. } | Mark::Dot { at, .. } | Mark::Text { at, .. } => moved(at),
                Mark::Bar { rect, .. } => moved_rect(rect),
            }
        }
        self.spots.iter_mut().for_each(|spot| moved(&mut spot.at));
        moved_rect(&mut self.plot);
    }
}
