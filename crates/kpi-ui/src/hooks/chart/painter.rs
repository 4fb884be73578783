use super::backend::FineCanvas;
use super::look::{CanvasMetrics, Look};
use kpi_chart::{Size, Surface, draw, place, suggested_height};
use kpi_core::view::ChartModel;
use plotters::prelude::IntoDrawingArea;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

/// Parts of a device pixel, so that slopes and dashes are smooth in whole numbers.
const GRAIN: u32 = 8;

/// A canvas, and what is on it.
pub(super) struct Painter {
    canvas: HtmlCanvasElement,
    model: RefCell<Option<Rc<ChartModel>>>,
    /// What the picture on the canvas was drawn from.
    drawn: RefCell<Option<Drawn>>,
}

#[derive(PartialEq)]
struct Drawn {
    model: *const ChartModel,
    width: f64,
    look: Look,
}

impl Painter {
    pub(super) const fn new(canvas: HtmlCanvasElement) -> Self {
        Self { canvas, model: RefCell::new(None), drawn: RefCell::new(None) }
    }

    /// The element whose width the chart has.
    pub(super) fn frame(&self) -> Option<Element> {
        self.canvas.parent_element()
    }

    pub(super) fn show(&self, model: Rc<ChartModel>) {
        *self.model.borrow_mut() = Some(model);
        self.paint();
    }

    /// Draws, unless the same picture is there already or there is nowhere to draw.
    pub(super) fn paint(&self) {
        let model = self.model.borrow().clone();
        let (Some(model), Some(frame)) = (model, self.frame()) else { return };
        let (width, look) = (f64::from(frame.client_width()), Look::of(&self.canvas));
        let (true, Some(look)) = (width > 0.0, look) else { return };
        let drawn = Drawn { model: Rc::as_ptr(&model), width, look };
        if self.drawn.borrow().as_ref() == Some(&drawn) {
            return;
        }
        if self.draw(&model, width, &drawn.look).is_some() {
            *self.drawn.borrow_mut() = Some(drawn);
        }
    }

    /// `None` where the browser refuses a canvas; the table has all the figures.
    fn draw(&self, model: &ChartModel, width: f64, look: &Look) -> Option<()> {
        let context = self.canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
        let metrics = CanvasMetrics::new(&context, &look.theme.font);
        let size = Size { width, height: suggested_height(model, width, &metrics).round() };
        let placed = place(model, size, &metrics);
        // Setting the size clears the canvas and its state, even to the same size.
        self.canvas.set_width((size.width * look.ratio).round() as u32);
        self.canvas.set_height((size.height * look.ratio).round() as u32);
        self.canvas.style().set_property("height", &format!("{}px", size.height as i32)).ok()?;
        let fine = 1.0 / f64::from(GRAIN);
        context.scale(fine, fine).ok()?;
        let surface = Surface::canvas(look.ratio, GRAIN);
        let backend = FineCanvas::new(self.canvas.clone(), &context, surface.extent(size))?;
        draw(&placed, &look.theme, surface, &backend.into_drawing_area()).ok()
    }
}
