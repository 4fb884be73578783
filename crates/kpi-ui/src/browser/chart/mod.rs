//! A chart on a canvas: drawn when what it shows, its width, the screen or the colours change, and at no other time.

mod backend;
mod look;
mod overlay;
mod painter;
mod picture;

pub(super) use picture::Easel;
pub use picture::Framed;

use kpi_chart::{Spot, Step, Xy};
use kpi_core::view::{ChartModel, Tone};
use painter::Painter;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlCanvasElement, MediaQueryList, ResizeObserver};
use yew::{Event, MouseEvent, NodeRef};

/// A canvas that shows a chart, sharp and in the page's colours.
#[derive(Default)]
pub(crate) struct Drawing {
    canvas: NodeRef,
    rule: NodeRef,
    read_out: NodeRef,
    shown: Option<Shown>,
}

impl Drawing {
    pub(crate) const fn canvas(&self) -> &NodeRef {
        &self.canvas
    }

    pub(crate) const fn rule(&self) -> &NodeRef {
        &self.rule
    }

    pub(crate) const fn read_out(&self) -> &NodeRef {
        &self.read_out
    }

    /// How many values there are to read.
    pub(crate) fn spots(&self) -> usize {
        self.placed(|placed| Some(placed.spots.len())).unwrap_or(0)
    }

    pub(crate) fn spot(&self, at: usize) -> Option<Spot> {
        self.placed(|placed| placed.spots.get(at).copied())
    }

    /// The spot that a pointer means.
    pub(crate) fn nearest(&self, event: &Event) -> Option<usize> {
        let pointer: &MouseEvent = event.unchecked_ref();
        let corner = self.canvas.cast::<HtmlCanvasElement>()?.get_bounding_client_rect();
        let at =
            Xy { x: f64::from(pointer.client_x()) - corner.left(), y: f64::from(pointer.client_y()) - corner.top() };
        self.placed(|placed| placed.nearest(at))
    }

    /// Where a key leads from a spot.
    pub(crate) fn step(&self, from: usize, step: Step) -> Option<usize> {
        self.placed(|placed| Some(placed.step(from, step)))
    }

    /// Where a reader comes in: the focus area's value in the chosen period.
    pub(crate) fn entrance(&self, model: &ChartModel) -> Option<usize> {
        let (series, period) = match model {
            ChartModel::Line(chart) => (0, chart.chosen.unwrap_or(0)),
            ChartModel::Bars(_) => (0, 0),
            ChartModel::Strip(chart) => (chart.dots.iter().position(|dot| dot.tone == Tone::Focus).unwrap_or(0), 0),
        };
        self.placed(|placed| {
            let is_it = |spot: &Spot| spot.series == series && spot.period == period;
            placed.spots.iter().position(is_it).or((!placed.spots.is_empty()).then_some(0))
        })
    }

    fn placed<T>(&self, of: impl FnOnce(&kpi_chart::Placed) -> Option<T>) -> Option<T> {
        of(self.shown.as_ref()?.painter.borrow().placed()?)
    }

    /// Puts the rule and the box of words at a spot, or away.
    pub(crate) fn point_out(&self, at: Option<usize>) {
        if let Some(shown) = &self.shown {
            overlay::place(&shown.painter.borrow(), at, &self.rule, &self.read_out);
        }
    }

    pub(crate) fn show(&mut self, model: &Rc<ChartModel>) {
        if self.shown.is_none() {
            self.shown = self.canvas.cast().and_then(Shown::new);
        }
        if let Some(shown) = &self.shown {
            shown.painter.borrow_mut().show(model);
        }
    }
}

/// What changes how a chart has to be drawn. A screen's pixels are watched by steps: no query says that they changed.
const REPAINT: [&str; 8] = [
    "(prefers-color-scheme: dark)",
    "(forced-colors: active)",
    "print",
    "(resolution: 1dppx)",
    "(min-resolution: 1.3dppx)",
    "(min-resolution: 1.6dppx)",
    "(min-resolution: 1.9dppx)",
    "(min-resolution: 2.4dppx)",
];

/// A painter, and what tells it that its picture is out of date.
struct Shown {
    painter: Rc<RefCell<Painter>>,
    observer: ResizeObserver,
    queries: Vec<MediaQueryList>,
    _repaint: Closure<dyn FnMut()>,
}

impl Shown {
    fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let window = web_sys::window()?;
        let frame = canvas.parent_element()?;
        let painter = Rc::new(RefCell::new(Painter::new(canvas)));
        let repaint = {
            let painter = Rc::clone(&painter);
            Closure::<dyn FnMut()>::new(move || painter.borrow_mut().paint())
        };
        let callback = repaint.as_ref().unchecked_ref();
        let observer = ResizeObserver::new(callback).ok()?;
        observer.observe(&frame);
        let mut queries = Vec::new();
        for query in REPAINT {
            if let Ok(Some(query)) = window.match_media(query) {
                query.set_onchange(Some(callback));
                queries.push(query);
            }
        }
        Some(Self { painter, observer, queries, _repaint: repaint })
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.observer.disconnect();
        for query in &self.queries {
            query.set_onchange(None);
        }
    }
}
