//! From a picture to a surface: colours, dashes, marker shapes and whole device pixels.

mod dash;
mod lettering;
mod shape;
mod stroke;
mod surface;

pub use surface::Surface;

use crate::{Anchor, Colour, Mark, Placed, Rect, RuleRole, TextRole, Theme, Xy};
use kpi_core::view::Tone;
use lettering::Lettering;
use plotters::prelude::DrawingBackend;
use plotters::style::{RGBColor, ShapeStyle};
use plotters_backend::DrawingErrorKind;
use shape::Shape;
use stroke::Stroke;

/// The width of the edge of a hollow marker or bar, in CSS pixels.
const EDGE: f64 = 2.0;
/// From a marker's middle to its edge, in CSS pixels.
const RADIUS: f64 = 5.0;
/// From a whisker to the end of the stroke across it, in CSS pixels.
const CAP: f64 = 4.0;
/// A leader longer than this, in CSS pixels, leads over periods.
const LONG_LEADER: f64 = 24.0;

type Drawn<DB> = Result<(), DrawingErrorKind<<DB as DrawingBackend>::ErrorType>>;

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
    let mut pen = Pen { theme, font, surface, backend };
    let corner = Xy { x: placed.size.width, y: placed.size.height };
    pen.rectangle((0, 0), surface.snapped(corner), theme.ground)?;
    placed.marks.iter().try_for_each(|mark| pen.mark(mark))
}

struct Pen<'a, DB> {
    theme: &'a Theme,
    font: &'a str,
    surface: Surface,
    backend: &'a mut DB,
}

impl<DB: DrawingBackend> Pen<'_, DB> {
    fn mark(&mut self, mark: &Mark) -> Drawn<DB> {
        match mark {
            Mark::Rule { from, to, role } => self.rule(*from, *to, *role),
            Mark::Line { points, tone } => self.line(points, *tone),
            Mark::Band { corners } => self.band(corners),
            Mark::Whisker { from, to } => self.whisker(*from, *to),
            Mark::Marker { at, tone, hollow } => self.marker(*at, *tone, *hollow),
            Mark::Bar { rect, tone, hollow } => self.bar(*rect, *tone, *hollow),
            Mark::Leader { from, to, tone } => self.leader(*from, *to, *tone),
            Mark::Text { at, text, size, anchor, role } => self.text(text, *at, *size, *anchor, *role),
        }
    }

    /// A filled rectangle of whole device pixels: a stroked line would be smeared over two rows of them.
    fn rule(&mut self, from: Xy, to: Xy, role: RuleRole) -> Drawn<DB> {
        if let RuleRole::Target | RuleRole::Break = role {
            let dash: &[f64] = if role == RuleRole::Target { &[6.0, 3.0] } else { &[1.0, 3.0] };
            return self.dashed(&[from, to], 1.0, dash, self.theme.ink);
        }
        let colour = match role {
            RuleRole::Grid => self.theme.grid,
            RuleRole::Chosen => self.theme.rule,
            _ => self.theme.muted,
        };
        let ((mut left, mut top), (mut right, mut bottom)) = (self.surface.snapped(from), self.surface.snapped(to));
        let thickness = self.surface.hairline();
        if from.x == to.x {
            left = self.surface.around(from.x, thickness);
            right = left + thickness;
        } else {
            top = self.surface.around(from.y, thickness);
            bottom = top + thickness;
        }
        self.rectangle((left, top), (right, bottom), colour)
    }

    fn line(&mut self, points: &[Xy], tone: Tone) -> Drawn<DB> {
        let stroke = Stroke::of(tone);
        self.dashed(points, stroke.width, stroke.dash, self.theme.tone(tone).graphic)
    }

    fn band(&mut self, corners: &[Xy]) -> Drawn<DB> {
        let surface = self.surface;
        let corners = corners.iter().map(|corner| surface.exact(*corner));
        self.backend.fill_polygon(corners, &style(self.theme.band, 1))
    }

    /// Edged with the ground, so that it is seen upon a bar as well as beside it.
    fn whisker(&mut self, from: Xy, to: Xy) -> Drawn<DB> {
        let (dx, dy) = if from.y == to.y { (0.0, CAP) } else { (CAP, 0.0) };
        let cap = |at: Xy| [Xy { x: at.x - dx, y: at.y - dy }, Xy { x: at.x + dx, y: at.y + dy }];
        for (width, colour) in [(4.0, self.theme.ground), (1.5, self.theme.ink)] {
            for stroke in [[from, to], cap(from), cap(to)] {
                self.path(&stroke, width, colour)?;
            }
        }
        Ok(())
    }

    /// Dotted where it is so long that it could be taken for a line through values.
    fn leader(&mut self, from: Xy, to: Xy, tone: Tone) -> Drawn<DB> {
        let dash: &[f64] = if to.x - from.x > LONG_LEADER { &[1.0, 3.0] } else { &[] };
        self.dashed(&[from, to], 1.0, dash, self.theme.tone(tone).graphic)
    }

    fn marker(&mut self, at: Xy, tone: Tone, hollow: bool) -> Drawn<DB> {
        let (shape, colour) = (Stroke::of(tone).shape, self.theme.tone(tone).graphic);
        if !hollow {
            return self.shape(shape, at, RADIUS, 0.0, colour);
        }
        // A little larger, so that there is ground to be seen within the edge.
        self.shape(shape, at, RADIUS + 1.0, 0.0, colour)?;
        self.shape(shape, at, RADIUS + 1.0, EDGE, self.theme.ground)
    }

    /// A shape, or what is left of it within an edge.
    fn shape(&mut self, shape: Shape, at: Xy, radius: f64, edge: f64, colour: Colour) -> Drawn<DB> {
        let surface = self.surface;
        match shape.corners(at, radius, edge) {
            Some(corners) => {
                let corners = corners.into_iter().map(|corner| surface.exact(corner));
                self.backend.fill_polygon(corners, &style(colour, 1))
            }
            None => {
                let radius = surface.units(radius - edge).unsigned_abs();
                self.backend.draw_circle(surface.exact(at), radius, &style(colour, 1), true)
            }
        }
    }

    fn bar(&mut self, rect: Rect, tone: Tone, hollow: bool) -> Drawn<DB> {
        let (left, top) = self.surface.snapped(Xy { x: rect.left, y: rect.top });
        let (right, bottom) = self.surface.snapped(Xy { x: rect.right, y: rect.bottom });
        self.rectangle((left, top), (right, bottom), self.theme.tone(tone).graphic)?;
        let (edge, _) = self.surface.snapped(Xy { x: EDGE, y: EDGE });
        if hollow && right - left > 2 * edge && bottom - top > 2 * edge {
            let (from, to) = ((left + edge, top + edge), (right - edge, bottom - edge));
            self.rectangle(from, to, self.theme.ground)?;
        }
        Ok(())
    }

    fn text(&mut self, text: &str, at: Xy, size: f64, anchor: Anchor, role: TextRole) -> Drawn<DB> {
        let colour = match role {
            TextRole::Label(tone) | TextRole::Symbol(Some(tone)) => self.theme.tone(tone).text,
            TextRole::Inside(tone) => self.theme.upon(tone),
            TextRole::Name(_) | TextRole::Value(_) | TextRole::Symbol(None) => self.theme.ink,
            TextRole::Period { chosen: true } => self.theme.ink,
            TextRole::Period { chosen: false } | TextRole::Tick | TextRole::Group => self.theme.muted,
            TextRole::Reason | TextRole::Note => self.theme.muted,
        };
        let size_drawn = self.surface.font_size(size);
        let lettering = Lettering { family: self.font, size: size_drawn, weight: role.weight(), colour, anchor };
        self.backend.draw_text(text, &lettering, self.surface.text_at(at, size))
    }

    fn dashed(&mut self, points: &[Xy], width: f64, dash: &[f64], colour: Colour) -> Drawn<DB> {
        if dash.is_empty() {
            return self.path(points, width, colour);
        }
        dash::cut(points, dash, |dash| self.path(dash, width, colour))
    }

    fn path(&mut self, points: &[Xy], width: f64, colour: Colour) -> Drawn<DB> {
        let surface = self.surface;
        let points = points.iter().map(|point| surface.exact(*point));
        self.backend.draw_path(points, &style(colour, surface.units(width).unsigned_abs().max(1)))
    }

    fn rectangle(&mut self, from: (i32, i32), to: (i32, i32), colour: Colour) -> Drawn<DB> {
        self.backend.draw_rect(from, to, &style(colour, 1), true)
    }
}

fn style(colour: Colour, stroke_width: u32) -> ShapeStyle {
    let [red, green, blue] = colour.channels();
    ShapeStyle::from(RGBColor(red, green, blue)).stroke_width(stroke_width)
}
