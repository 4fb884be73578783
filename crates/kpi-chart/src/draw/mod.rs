//! From a picture to a surface: colours, dashes, marker shapes and whole device pixels.

mod dash;
mod lettering;
mod pen;
mod shape;
mod stroke;
mod surface;

pub(crate) use pen::Primitive;
pub use surface::Surface;

use crate::{Colour, Placed, Theme};
use lettering::Lettering;
use pen::Pen;
use plotters::prelude::DrawingBackend;
use plotters::style::{RGBColor, ShapeStyle};
use plotters_backend::DrawingErrorKind;

/// Draws a picture with any plotters backend, over whatever is there. `font` is a family as CSS writes it:
/// `Arial, sans-serif`.
///
/// # Errors
///
/// What the backend says; the picture is then incomplete.
pub fn draw<DB: DrawingBackend>(
    placed: &Placed,
    theme: &Theme,
    font: &str,
    surface: Surface,
    backend: &mut DB,
) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
    let mut drawn = Ok(());
    primitives(placed, theme, surface, &mut |primitive, colour| {
        if drawn.is_ok() {
            drawn = put(primitive, colour, font, backend);
        }
    });
    drawn
}

/// The picture as primitives, from the back to the front. This is the whole of drawing that does not depend on a backend: what
/// does is compiled once for each.
pub(crate) fn primitives(placed: &Placed, theme: &Theme, surface: Surface, out: &mut dyn FnMut(Primitive<'_>, Colour)) {
    let mut pen = Pen { theme, surface, out };
    pen.ground(placed.size);
    for mark in &placed.marks {
        pen.mark(mark);
    }
}

fn put<DB: DrawingBackend>(
    primitive: Primitive<'_>,
    colour: Colour,
    family: &str,
    backend: &mut DB,
) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
    let [red, green, blue] = colour.channels();
    let style = ShapeStyle::from(RGBColor(red, green, blue));
    match primitive {
        Primitive::Rectangle { from, to } => backend.draw_rect(from, to, &style, true),
        Primitive::Path { points, width } => backend.draw_path(points.iter().copied(), &style.stroke_width(width)),
        Primitive::Polygon { corners } => backend.fill_polygon(corners.iter().copied(), &style),
        Primitive::Circle { middle, radius } => backend.draw_circle(middle, radius, &style, true),
        Primitive::Text { text, at, size, weight, anchor } => {
            backend.draw_text(text, &Lettering { family, size, weight, colour, anchor }, at)
        }
    }
}
