use super::backend::FineCanvas;
use super::look::{CanvasMetrics, Look};
use kpi_chart::{Placed, Size, Surface, draw, place, suggested_height};
use kpi_core::view::ChartModel;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Parts of a device pixel, so that slopes and dashes are smooth in whole numbers.
const GRAIN: u32 = 8;

/// A canvas, and what is on it.
pub(super) struct Painter {
    canvas: HtmlCanvasElement,
    model: Option<Rc<ChartModel>>,
    /// How the picture on the canvas looks; `None` where it is not of this model.
    drawn: Option<Look>,
    /// Where everything of the picture is.
    placed: Option<Placed>,
}

impl Painter {
    pub(super) const fn new(canvas: HtmlCanvasElement) -> Self {
        Self { canvas, model: None, drawn: None, placed: None }
    }

    pub(super) const fn placed(&self) -> Option<&Placed> {
        self.placed.as_ref()
    }

    /// Shows a model. While it is read out it is asked for at each step, and drawn once.
    pub(super) fn show(&mut self, model: &Rc<ChartModel>) {
        if !self.model.as_ref().is_some_and(|shown| Rc::ptr_eq(shown, model)) {
            self.model = Some(Rc::clone(model));
            self.drawn = None;
        }
        self.paint();
    }

    /// Draws, unless the same picture is there already or there is nowhere to draw.
    pub(super) fn paint(&mut self) {
        let look = Look::of(&self.canvas);
        if look == self.drawn {
            return;
        }
        if let (Some(model), Some(look)) = (&self.model, look)
            && let Some(placed) = self.draw(model, &look)
        {
            self.drawn = Some(look);
            self.placed = Some(placed);
        }
    }

    /// `None` where the browser refuses a canvas; the table has all the figures.
    fn draw(&self, model: &ChartModel, look: &Look) -> Option<Placed> {
        let context = self.canvas.get_context("2d").ok()??.unchecked_into::<CanvasRenderingContext2d>();
        let metrics = CanvasMetrics::new(&context, &look.font);
        let size = Size { width: look.width, height: suggested_height(model, look.width, &metrics) };
        let placed = place(model, size, &metrics);
        // Setting the size clears the canvas and its state, even to the same size.
        self.canvas.set_width((size.width * look.ratio).round() as u32);
        self.canvas.set_height((size.height * look.ratio).round() as u32);
        let style = self.canvas.style();
        style.set_property("width", &format!("{}px", size.width as i32)).ok()?;
        style.set_property("height", &format!("{}px", size.height as i32)).ok()?;
        let fine = 1.0 / f64::from(GRAIN);
        context.scale(fine, fine).ok()?;
        let surface = Surface::canvas(look.ratio, GRAIN);
        let mut backend = FineCanvas::new(self.canvas.clone(), &context, surface.extent(size))?;
        draw(&placed, &look.theme(), &look.font, surface, &mut backend).ok()?;
        Some(placed)
    }
}
