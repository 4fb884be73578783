//! A picture as an SVG file, written straight from what is drawn.

use crate::draw::{Primitive, Surface, primitives};
use crate::{Anchor, Colour, Placed, Theme, Weight};
use std::fmt::Write;

/// Units to a CSS pixel: places are whole numbers here as on a canvas.
const GRAIN: u32 = 10;
/// From the middle of a text's capitals down to the line on which it stands, in hundredths of its size.
const TO_BASELINE: i32 = 35;

/// A picture as SVG: a file of its own, whose text is text. `title` and `description` are for those who do not see it;
/// `font` is a family as CSS writes it.
#[must_use]
pub fn svg(placed: &Placed, title: &str, description: &str, theme: &Theme, font: &str) -> String {
    let surface = Surface::canvas(1.0, GRAIN);
    let (width, height) = surface.extent(placed.size);
    let mut file = File { text: String::new(), path: None };
    file.open("svg");
    file.attribute("xmlns", "http://www.w3.org/2000/svg");
    file.attribute("role", "img");
    file.number("width", (width / GRAIN).cast_signed());
    file.number("height", (height / GRAIN).cast_signed());
    file.attribute("viewBox", &format!("0 0 {width} {height}"));
    file.attribute("font-family", font);
    file.text.push('>');
    for (name, words) in [("title", title), ("desc", description)] {
        file.open(name);
        file.text.push('>');
        file.close(name, words);
    }
    primitives(placed, theme, surface, &mut |primitive, colour| file.put(primitive, colour));
    file.end_path();
    file.text.push_str("\n</svg>\n");
    file.text
}

/// A file in the making.
struct File {
    text: String,
    /// The path that is being written, whose strokes have this width and colour: the dashes of a line are one path.
    path: Option<(u32, Colour)>,
}

impl File {
    fn put(&mut self, primitive: Primitive<'_>, colour: Colour) {
        match primitive {
            Primitive::Path { points, width } => {
                if self.path != Some((width, colour)) {
                    self.end_path();
                    self.open("path");
                    self.attribute("fill", "none");
                    self.colour("stroke", colour);
                    self.number("stroke-width", width.cast_signed());
                    self.text.push_str(" d=\"");
                    self.path = Some((width, colour));
                }
                self.points(points);
            }
            Primitive::Rectangle { from, to } => {
                self.filled("rect", colour);
                self.number("x", from.0);
                self.number("y", from.1);
                self.number("width", to.0 - from.0);
                self.number("height", to.1 - from.1);
                self.text.push_str("/>");
            }
            Primitive::Polygon { corners } => {
                self.filled("path", colour);
                self.text.push_str(" d=\"");
                self.points(corners);
                self.text.push_str("Z\"/>");
            }
            Primitive::Circle { middle, radius } => {
                self.filled("circle", colour);
                self.number("cx", middle.0);
                self.number("cy", middle.1);
                self.number("r", radius.cast_signed());
                self.text.push_str("/>");
            }
            Primitive::Text { text, at, size, weight, anchor } => {
                let size = size.round() as i32;
                self.filled("text", colour);
                self.number("x", at.0);
                self.number("y", at.1 + size * TO_BASELINE / 100);
                self.number("font-size", size);
                if weight == Weight::Bold {
                    self.attribute("font-weight", "bold");
                }
                match anchor {
                    Anchor::Start => {}
                    Anchor::Middle => self.attribute("text-anchor", "middle"),
                    Anchor::End => self.attribute("text-anchor", "end"),
                }
                self.text.push('>');
                self.close("text", text);
            }
        }
    }

    fn filled(&mut self, name: &str, colour: Colour) {
        self.end_path();
        self.open(name);
        self.colour("fill", colour);
    }

    /// One element a line, so that a difference between two pictures can be read.
    fn open(&mut self, name: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push('<');
        self.text.push_str(name);
    }

    fn close(&mut self, name: &str, words: &str) {
        self.escaped(words);
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    fn end_path(&mut self) {
        if self.path.take().is_some() {
            self.text.push_str("\"/>");
        }
    }

    fn points(&mut self, points: &[(i32, i32)]) {
        for (position, (x, y)) in points.iter().enumerate() {
            self.text.push(if position == 0 { 'M' } else { 'L' });
            // Writing to a String cannot fail, here and below.
            let _ = write!(self.text, "{x} {y}");
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        self.escaped(value);
        self.text.push('"');
    }

    fn number(&mut self, name: &str, value: i32) {
        let _ = write!(self.text, " {name}=\"{value}\"");
    }

    fn colour(&mut self, name: &str, colour: Colour) {
        let [red, green, blue] = colour.channels();
        let _ = write!(self.text, " {name}=\"rgb({red},{green},{blue})\"");
    }

    /// XML has no control characters at all, not even escaped ones.
    fn escaped(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\u{fffe}' | '\u{ffff}' => {}
                _ if character.is_ascii_control() => self.text.push(' '),
                _ => self.text.push(character),
            }
        }
    }
}
