//! A chart on a canvas: drawn when what it shows, its width, the screen or the colours change, and at no other time.

mod backend;
mod look;
mod painter;

use gloo_events::EventListener;
use kpi_core::view::ChartModel;
use painter::Painter;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlCanvasElement, MediaQueryList, ResizeObserver};
use yew::{NodeRef, hook, use_effect_with, use_mut_ref};

/// Draws a chart on the canvas and keeps it sharp and in the page's colours.
#[hook]
pub(crate) fn use_chart(canvas: &NodeRef, model: &Rc<ChartModel>) {
    let painter = use_mut_ref(|| None::<Rc<Painter>>);
    {
        let painter = Rc::clone(&painter);
        use_effect_with(canvas.clone(), move |canvas| {
            let made = canvas.cast::<HtmlCanvasElement>().map(|canvas| Rc::new(Painter::new(canvas)));
            let watch = made.as_ref().and_then(watch);
            *painter.borrow_mut() = made;
            move || drop(watch)
        });
    }
    use_effect_with(Rc::clone(model), move |model| {
        if let Some(painter) = &*painter.borrow() {
            painter.show(Rc::clone(model));
        }
    });
}

/// What to listen to, and for how long.
struct Watch {
    observer: ResizeObserver,
    _resized: Closure<dyn FnMut()>,
    _media: Vec<EventListener>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn watch(painter: &Rc<Painter>) -> Option<Watch> {
    let resized = {
        let painter = Rc::clone(painter);
        Closure::<dyn FnMut()>::new(move || painter.paint())
    };
    let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?;
    observer.observe(painter.frame().as_ref()?);
    let window = web_sys::window()?;
    let queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print", "(resolution: 1dppx)"];
    let queries = queries.iter().filter_map(|query| window.match_media(query).ok()?);
    let repaint = |query: MediaQueryList| {
        let painter = Rc::clone(painter);
        EventListener::new(&query, "change", move |_| painter.paint())
    };
    Some(Watch { observer, _resized: resized, _media: queries.map(repaint).collect() })
}
