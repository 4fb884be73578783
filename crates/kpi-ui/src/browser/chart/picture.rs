use super::backend::FineCanvas;
use super::look::CanvasMetrics;
use kpi_chart::{Placed, Surface, Theme, draw, frame, svg};
use kpi_core::view::Picture;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

/// In CSS pixels: as wide as the text of a report, whatever the page's width is.
const WIDTH: f64 = 720.0;
/// Pixels to a CSS pixel.
const RATIO: f64 = 2.0;
/// Parts of such a pixel, as on the page's own canvas.
const GRAIN: u32 = 8;

/// A chart with all its words, placed, in light colours: it leaves the page, and may be printed.
pub struct Framed {
    picture: Picture,
    placed: Placed,
    font: String,
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl Framed {
    /// In the font of an element; `None` where the browser refuses a canvas to measure with.
    pub(in crate::browser) fn new(picture: Picture, beside: &Element) -> Option<Self> {
        let window = web_sys::window()?;
        let font = window.get_computed_style(beside).ok()??.get_property_value("font-family").ok()?;
        let canvas = window.document()?.create_element("canvas").ok()?.unchecked_into::<HtmlCanvasElement>();
        let context = canvas.get_context("2d").ok()??.unchecked_into::<CanvasRenderingContext2d>();
        let placed = frame(&picture, WIDTH, &CanvasMetrics::new(&context, &font));
        Some(Self { picture, placed, font, canvas, context })
    }

    /// As a file of its own.
    #[must_use]
    pub fn svg(&self) -> String {
        let Picture { title, sentence, .. } = &self.picture;
        svg(&self.placed, title, sentence, &Theme::LIGHT, &self.font)
    }

    /// Drawn twice as fine as on a plain screen.
    #[must_use]
    pub fn canvas(&self) -> Option<&HtmlCanvasElement> {
        let size = self.placed.size;
        self.canvas.set_width((size.width * RATIO).round() as u32);
        self.canvas.set_height((size.height * RATIO).round() as u32);
        let fine = 1.0 / f64::from(GRAIN);
        self.context.scale(fine, fine).ok()?;
        let surface = Surface::canvas(RATIO, GRAIN);
        let mut backend = FineCanvas::new(self.canvas.clone(), &self.context, surface.extent(size))?;
        draw(&self.placed, &Theme::LIGHT, &self.font, surface, &mut backend).ok()?;
        Some(&self.canvas)
    }
}
