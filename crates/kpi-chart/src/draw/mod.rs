//! From a picture to a surface: colours, dashes, marker shapes and whole device pixels.

mod dash;
mod shape;
mod stroke;
mod surface;

pub use surface::Surface;

use crate::{Anchor, Colour, Mark, Placed, Rect, RuleRole, TextRole, Theme, Weight, Xy};
use kpi_core::view::Tone;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use shape::Shape;
use stroke::Stroke;

/// The width of the edge of a hollow marker or bar, in CSS pixels.
const EDGE: f64 = 2.0;

/// A leader longer than this, in CSS pixels, leads over periods.
const LONG_LEADER: f64 = 24.0;

/// Draws a picture onto an area of any plotters backend, over whatever is there but the ground, which is filled.
///
/// # Errors
///
/// What the backend says; the picture is then incomplete.
pub fn draw<DB: DrawingBackend>(
    placed: &Placed,
    theme: &Theme,
    surface: Surface,
    area: &DrawingArea<DB, Shift>,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    area.fill(&rgb(theme.ground))?;
    let pen = Pen { theme, surface, area };
    placed.marks.iter().try_for_each(|mark| pen.mark(mark))
}

type Drawn<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

struct Pen<'a, DB: DrawingBackend> {
    theme: &'a Theme,
    surface: Surface,
    area: &'a DrawingArea<DB, Shift>,
}

impl<DB: DrawingBackend> Pen<'_, DB> {
    fn mark(&self, mark: &Mark) -> Drawn<DB> {
        match mark {
            Mark::Rule { from, to, role } => self.rule(*from, *to, *role),
            Mark::Line { points, tone } => self.line(points, *tone),
            Mark::Marker { at, tone, hollow } => self.marker(*at, *tone, *hollow),
            Mark::Bar { rect, tone, hollow } => self.bar(*rect, *tone, *hollow),
            Mark::Leader { from, to, tone } => self.leader(&[*from, *to], *tone),
            Mark::Text { at, text, size, anchor, role } => self.text(text, *at, *size, *anchor, *role),
        }
    }

    /// A filled rectangle of whole device pixels: a stroked line would be smeared over two rows of them.
    fn rule(&self, from: Xy, to: Xy, role: RuleRole) -> Drawn<DB> {
        let colour = match role {
            RuleRole::Grid => self.theme.grid,
            RuleRole::Chosen => self.theme.rule,
            _ => self.theme.muted,
        };
        let ((left, top), (right, bottom)) = (self.surface.snapped(from), self.surface.snapped(to));
        let thickness = self.surface.hairline();
        if from.x == to.x {
            let left = self.surface.around(from.x, thickness);
            return self.rectangle((left, top), (left + thickness, bottom), colour);
        }
        let top = self.surface.around(from.y, thickness);
        self.rectangle((left, top), (right, top + thickness), colour)
    }

    fn line(&self, points: &[Xy], tone: Tone) -> Drawn<DB> {
        let (stroke, colour) = (Stroke::of(tone), self.theme.tone(tone).graphic);
        self.dashed(points, stroke.width, stroke.dash, colour)
    }

    /// Dotted where it is so long that it could be taken for a line through values.
    fn leader(&self, points: &[Xy; 2], tone: Tone) -> Drawn<DB> {
        let [from, to] = points;
        let dash: &[f64] = if to.x - from.x > LONG_LEADER { &[1.0, 3.0] } else { &[] };
        self.dashed(points, 1.0, dash, self.theme.tone(tone).graphic)
    }

    fn marker(&self, at: Xy, tone: Tone, hollow: bool) -> Drawn<DB> {
        let (stroke, colour) = (Stroke::of(tone), self.theme.tone(tone).graphic);
        if !hollow {
            return self.shape(stroke.shape, at, stroke.radius, 0.0, colour);
        }
        // A little larger, so that there is ground to be seen within the edge.
        self.shape(stroke.shape, at, stroke.radius + 1.0, 0.0, colour)?;
        self.shape(stroke.shape, at, stroke.radius + 1.0, EDGE, self.theme.ground)
    }

    /// A shape, or what is left of it within an edge.
    fn shape(&self, shape: Shape, at: Xy, radius: f64, edge: f64, colour: Colour) -> Drawn<DB> {
        match shape.corners(at, radius, edge) {
            None => {
                let radius = self.surface.units(radius - edge);
                self.area.draw(&Circle::new(self.surface.exact(at), radius, filled(colour)))
            }
            Some(corners) => {
                let corners: Vec<_> = corners.into_iter().map(|corner| self.surface.exact(corner)).collect();
                self.area.draw(&Polygon::new(corners, filled(colour)))
            }
        }
    }

    fn bar(&self, rect: Rect, tone: Tone, hollow: bool) -> Drawn<DB> {
        let (left, top) = self.surface.snapped(Xy { x: rect.left, y: rect.top });
        let (right, bottom) = self.surface.snapped(Xy { x: rect.right, y: rect.bottom });
        self.rectangle((left, top), (right, bottom), self.theme.tone(tone).graphic)?;
        let edge = self.surface.snapped(Xy { x: EDGE, y: EDGE }).0;
        if hollow && right - left > 2 * edge && bottom - top > 2 * edge {
            let (from, to) = ((left + edge, top + edge), (right - edge, bottom - edge));
            return self.rectangle(from, to, self.theme.ground);
        }
        Ok(())
    }

    /// Text by the element that hands it straight to the backend: nothing here asks plotters how wide it is.
    fn text(&self, text: &str, at: Xy, size: f64, anchor: Anchor, role: TextRole) -> Drawn<DB> {
        let colour = rgb(match role {
            TextRole::Label(tone) | TextRole::Symbol(Some(tone)) => self.theme.tone(tone).text,
            TextRole::Inside(tone) => self.theme.upon(tone),
            TextRole::Name(_) | TextRole::Value(_) | TextRole::Symbol(None) => self.theme.ink,
            TextRole::Period { chosen: true } => self.theme.ink,
            TextRole::Period { chosen: false } | TextRole::Tick | TextRole::Group => self.theme.muted,
            TextRole::Reason | TextRole::Note => self.theme.muted,
        });
        let style = match role.weight() {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        };
        let side = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let font = FontDesc::new(FontFamily::Name(&self.theme.font), self.surface.font_size(size), style);
        let style = TextStyle::from(font).color(&colour).pos(Pos::new(side, VPos::Center));
        self.area.draw(&Text::new(text, self.surface.text_at(at, size), style))
    }

    fn dashed(&self, points: &[Xy], width: f64, dash: &[f64], colour: Colour) -> Drawn<DB> {
        if dash.is_empty() {
            return self.path(points, width, colour);
        }
        dash::cut(points, dash).iter().try_for_each(|dash| self.path(dash, width, colour))
    }

    fn path(&self, points: &[Xy], width: f64, colour: Colour) -> Drawn<DB> {
        let points: Vec<_> = points.iter().map(|point| self.surface.exact(*point)).collect();
        let stroke_width = u32::try_from(self.surface.units(width)).unwrap_or(1).max(1);
        self.area.draw(&PathElement::new(points, ShapeStyle::from(rgb(colour)).stroke_width(stroke_width)))
    }

    fn rectangle(&self, from: (i32, i32), to: (i32, i32), colour: Colour) -> Drawn<DB> {
        self.area.draw(&Rectangle::new([from, to], filled(colour)))
    }
}

fn rgb(colour: Colour) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

fn filled(colour: Colour) -> ShapeStyle {
    ShapeStyle::from(rgb(colour)).filled()
}
