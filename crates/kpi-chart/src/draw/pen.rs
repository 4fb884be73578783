use super::dash;
use super::shape::Shape;
use super::stroke::Stroke;
use super::surface::Surface;
use crate::{Anchor, Colour, Mark, Rect, RuleRole, Size, TextRole, Theme, Weight, Xy};
use kpi_core::view::Tone;

/// The width of the edge of a hollow marker or bar, in CSS pixels.
const EDGE: f64 = 2.0;
/// The ground around a marker, which parts it from what it lies upon, in CSS pixels.
const HALO: f64 = 1.2;
/// From a marker's middle to its edge, in CSS pixels.
const RADIUS: f64 = 5.0;
/// From a whisker to the end of the stroke across it, in CSS pixels.
const CAP: f64 = 4.0;
/// A leader longer than this, in CSS pixels, leads over periods.
const LONG_LEADER: f64 = 24.0;

/// One thing of one colour to put onto a surface, in the surface's units.
pub(crate) enum Primitive<'a> {
    /// Filled.
    Rectangle { from: (i32, i32), to: (i32, i32) },
    /// A line of this width.
    Path { points: &'a [(i32, i32)], width: u32 },
    /// Filled.
    Polygon { corners: &'a [(i32, i32)] },
    /// Filled.
    Circle { middle: (i32, i32), radius: u32 },
    /// One line of text around the middle of its height.
    Text { text: &'a str, at: (i32, i32), size: f64, weight: Weight, anchor: Anchor },
}

/// Turns marks into primitives. Written once, whatever they are drawn on.
pub(super) struct Pen<'a> {
    pub(super) theme: &'a Theme,
    pub(super) surface: Surface,
    pub(super) out: &'a mut dyn FnMut(Primitive<'_>, Colour),
}

impl Pen<'_> {
    pub(super) fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Rule { from, to, role } => self.rule(*from, *to, *role),
            Mark::Line { points, tone } => self.line(points, *tone),
            Mark::Band { corners } => self.band(corners),
            Mark::Whisker { from, to } => self.whisker(*from, *to),
            Mark::Marker { at, tone, hollow } => self.marker(*at, *tone, *hollow),
            Mark::Dot { at, radius } => self.circle(*at, *radius, self.theme.tone(Tone::Other).graphic),
            Mark::Bar { rect, tone, hollow } => self.bar(*rect, *tone, *hollow),
            Mark::Leader { from, to, tone } => self.leader(*from, *to, *tone),
            Mark::Text { at, text, size, anchor, role } => self.text(text, *at, *size, *anchor, *role),
        }
    }

    /// The ground of everything.
    pub(super) fn ground(&mut self, size: Size) {
        let corner = Xy { x: size.width, y: size.height };
        self.rectangle((0, 0), self.surface.snapped(corner), self.theme.ground);
    }

    /// A filled rectangle of whole device pixels: a stroked line would be smeared over two rows of them.
    fn rule(&mut self, from: Xy, to: Xy, role: RuleRole) {
        if let RuleRole::Target | RuleRole::Break = role {
            let dash: &[f64] = if role == RuleRole::Target { &[6.0, 3.0] } else { &[1.0, 3.0] };
            return self.dashed(&[from, to], 1.0, dash, self.theme.ink);
        }
        let colour = match role {
            RuleRole::Grid => self.theme.grid,
            RuleRole::Chosen => self.theme.rule,
            RuleRole::Median => self.theme.ink,
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
        self.rectangle((left, top), (right, bottom), colour);
    }

    fn line(&mut self, points: &[Xy], tone: Tone) {
        let stroke = Stroke::of(tone);
        self.dashed(points, stroke.width, stroke.dash, self.theme.tone(tone).graphic);
    }

    fn band(&mut self, corners: &[Xy]) {
        self.polygon(corners, self.theme.band);
    }

    /// Edged with the ground, so that it is seen upon a bar as well as beside it.
    fn whisker(&mut self, from: Xy, to: Xy) {
        let (dx, dy) = if from.y == to.y { (0.0, CAP) } else { (CAP, 0.0) };
        let cap = |at: Xy| [Xy { x: at.x - dx, y: at.y - dy }, Xy { x: at.x + dx, y: at.y + dy }];
        for (width, colour) in [(4.0, self.theme.ground), (1.5, self.theme.ink)] {
            for stroke in [[from, to], cap(from), cap(to)] {
                self.path(&stroke, width, colour);
            }
        }
    }

    /// Dotted where it is so long that it could be taken for a line through values.
    fn leader(&mut self, from: Xy, to: Xy, tone: Tone) {
        let dash: &[f64] = if to.x - from.x > LONG_LEADER { &[1.0, 3.0] } else { &[] };
        self.dashed(&[from, to], 1.0, dash, self.theme.tone(tone).graphic);
    }

    fn marker(&mut self, at: Xy, tone: Tone, hollow: bool) {
        let (shape, colour) = (Stroke::of(tone).shape, self.theme.tone(tone).graphic);
        // A hollow one is a little larger, so that there is ground to be seen within the edge.
        let radius = if hollow { RADIUS + 1.0 } else { RADIUS };
        self.shape(shape, at, radius, -HALO, self.theme.ground);
        self.shape(shape, at, radius, 0.0, colour);
        if hollow {
            self.shape(shape, at, radius, EDGE, self.theme.ground);
        }
    }

    /// A shape, or what is left of it within an edge; an edge less than nothing lies around it.
    fn shape(&mut self, shape: Shape, at: Xy, radius: f64, edge: f64, colour: Colour) {
        match shape.corners(at, radius, edge) {
            Some(corners) => self.polygon(&corners, colour),
            None => self.circle(at, radius - edge, colour),
        }
    }

    fn bar(&mut self, rect: Rect, tone: Tone, hollow: bool) {
        let (left, top) = self.surface.snapped(Xy { x: rect.left, y: rect.top });
        let (right, bottom) = self.surface.snapped(Xy { x: rect.right, y: rect.bottom });
        self.rectangle((left, top), (right, bottom), self.theme.tone(tone).graphic);
        let (edge, _) = self.surface.snapped(Xy { x: EDGE, y: EDGE });
        if hollow && right - left > 2 * edge && bottom - top > 2 * edge {
            let (from, to) = ((left + edge, top + edge), (right - edge, bottom - edge));
            self.rectangle(from, to, self.theme.ground);
        }
    }

    fn text(&mut self, text: &str, at: Xy, size: f64, anchor: Anchor, role: TextRole) {
        let colour = match role {
            TextRole::Label(tone) | TextRole::Symbol(Some(tone)) => self.theme.tone(tone).text,
            TextRole::Inside(tone) => self.theme.upon(tone),
            TextRole::Name(_) | TextRole::Value(_) | TextRole::Symbol(None) | TextRole::Figure => self.theme.ink,
            TextRole::Period { chosen: true } | TextRole::Title | TextRole::Sentence => self.theme.ink,
            TextRole::Period { chosen: false } | TextRole::Tick | TextRole::Group => self.theme.muted,
            TextRole::Reason | TextRole::Note => self.theme.muted,
        };
        let (at, size, weight) = (self.surface.exact(at), self.surface.font_size(size), role.weight());
        (self.out)(Primitive::Text { text, at, size, weight, anchor }, colour);
    }

    fn dashed(&mut self, points: &[Xy], width: f64, dash: &[f64], colour: Colour) {
        if dash.is_empty() {
            return self.path(points, width, colour);
        }
        dash::cut(points, dash, &mut |dash| self.path(dash, width, colour));
    }

    fn path(&mut self, points: &[Xy], width: f64, colour: Colour) {
        let width = self.surface.units(width).unsigned_abs().max(1);
        let points = &self.surface.all(points);
        (self.out)(Primitive::Path { points, width }, colour);
    }

    fn polygon(&mut self, corners: &[Xy], colour: Colour) {
        let corners = &self.surface.all(corners);
        (self.out)(Primitive::Polygon { corners }, colour);
    }

    fn circle(&mut self, middle: Xy, radius: f64, colour: Colour) {
        let (middle, radius) = (self.surface.exact(middle), self.surface.units(radius).unsigned_abs());
        (self.out)(Primitive::Circle { middle, radius }, colour);
    }

    fn rectangle(&mut self, from: (i32, i32), to: (i32, i32), colour: Colour) {
        (self.out)(Primitive::Rectangle { from, to }, colour);
    }
}
