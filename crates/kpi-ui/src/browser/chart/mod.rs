//! A chart on a canvas: drawn when what it shows, its width, the screen or the colours change, and at no other time.

mod backend;
mod look;
mod painter;

use kpi_core::view::ChartModel;
use painter::Painter;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlCanvasElement, MediaQueryList, ResizeObserver};
use yew::NodeRef;

/// A canvas that shows a chart, sharp and in the page's colours.
#[derive(Default)]
pub(crate) struct Drawing {
    canvas: NodeRef,
    shown: Option<Shown>,
}

impl Drawing {
    pub(crate) const fn canvas(&self) -> &NodeRef {
        &self.canvas
    }

    pub(crate) fn show(&mut self, model: &Rc<ChartModel>) {
        if self.shown.is_none() {
            self.shown = self.canvas.cast().and_then(Shown::new);
        }
        if let Some(shown) = &self.shown {
            shown.painter.borrow_mut().show(Rc::clone(model));
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
