use super::backend::FineCanvas;
use super::look::CanvasMetrics;
use kpi_chart::{Placed, Size, Surface, Theme, draw, frame, place, suggested_height, svg};
use kpi_core::view::{ChartModel, Picture};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

/// In CSS pixels: as wide as the text of a report, whatever the page's width is.
const WIDTH: f64 = 720.0;
/// On A4 one of two charts that are side by side, and the other: a bit more than their places, so that their letters get as small
/// as those around them.
const SIDE_BY_SIDE: [f64; 2] = [480.0, 320.0];
/// Pixels to a CSS pixel.
const RATIO: f64 = 2.0;
/// Parts of such a pixel, as on the page's own canvas.
const GRAIN: u32 = 8;

/// A canvas that nobody sees, to measure with and to draw on; what is drawn there leaves the page, and has light colours.
pub(in crate::browser) struct Easel {
    font: String,
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl Easel {
    /// In the font of an element; `None` where the browser refuses a canvas.
    pub(in crate::browser) fn new(beside: &Element) -> Option<Self> {
        let window = web_sys::window()?;
        let font = window.get_computed_style(beside).ok()??.get_property_value("font-family").ok()?;
        let canvas = window.document()?.create_element("canvas").ok()?.unchecked_into::<HtmlCanvasElement>();
        let context = canvas.get_context("2d").ok()??.unchecked_into::<CanvasRenderingContext2d>();
        Some(Self { font, canvas, context })
    }

    fn metrics(&self) -> CanvasMetrics<'_> {
        CanvasMetrics::new(&self.context, &self.font)
    }

    /// A chart as SVG, as large as it is printed: by itself, or in its position of two.
    pub(in crate::browser) fn on_paper(&self, chart: &ChartModel, beside: Option<usize>) -> String {
        let width = beside.and_then(|at| SIDE_BY_SIDE.get(at)).copied().unwrap_or(WIDTH);
        let metrics = self.metrics();
        let size = Size { width, height: suggested_height(chart, width, &metrics) };
        svg(&place(chart, size, &metrics), chart.title(), chart.subtitle(), &Theme::LIGHT, &self.font)
    }
}

/// A chart with all its words, placed.
pub struct Framed {
    picture: Picture,
    placed: Placed,
    easel: Easel,
}

impl Framed {
    /// In the font of an element; `None` where the browser refuses a canvas.
    pub(in crate::browser) fn new(picture: Picture, beside: &Element) -> Option<Self> {
        let easel = Easel::new(beside)?;
        let placed = frame(&picture, WIDTH, &easel.metrics());
        Some(Self { picture, placed, easel })
    }

    /// As a file of its own.
    #[must_use]
    pub fn svg(&self) -> String {
        let Picture { title, sentence, .. } = &self.picture;
        svg(&self.placed, title, sentence, &Theme::LIGHT, &self.easel.font)
    }

    /// Drawn twice as fine as on a plain screen.
    #[must_use]
    pub fn canvas(&self) -> Option<&HtmlCanvasElement> {
        let Easel { font, canvas, context } = &self.easel;
        let size = self.placed.size;
        canvas.set_width((size.width * RATIO).round() as u32);
        canvas.set_height((size.height * RATIO).round() as u32);
        let fine = 1.0 / f64::from(GRAIN);
        context.scale(fine, fine).ok()?;
        let surface = Surface::canvas(RATIO, GRAIN);
        let mut backend = FineCanvas::new(canvas.clone(), context, surface.extent(size))?;
        draw(&self.placed, &Theme::LIGHT, font, surface, &mut backend).ok()?;
        Some(canvas)
    }
}
