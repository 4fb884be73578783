//! What a page around takes away by itself.

use super::Widget;
use js_sys::Function;
use kpi_core::export::{Details, everything, shown};
use kpi_ui::Framed;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
impl Widget {
    /// The figures that are shown as CSV, or all of them; undefined before there are figures.
    pub fn csv(&self, all: bool) -> Option<String> {
        let (publication, query) = (self.0.publication.borrow(), self.0.query.borrow());
        let (dataset, query) = (publication.as_ref()?.dataset(), query.as_ref()?);
        let mut text = String::new();
        let written = match all {
            true => everything(dataset, query.lang, Details::Inside, &mut text),
            false => shown(dataset, query, &mut text),
        };
        written.ok().map(|()| text)
    }

    /// A chart that is shown as SVG, by its position on the page; undefined where there is none.
    pub fn svg(&self, chart: usize) -> Option<String> {
        self.picture(chart).map(|picture| picture.svg())
    }

    /// Gives `done` a chart as a PNG in a `Blob`, or null where there is none.
    pub fn png(&self, chart: usize, done: &Function) {
        if self.picture(chart).and_then(|picture| picture.png(done)).is_none() {
            // What a host's function throws is the host's.
            let _ = done.call1(&JsValue::UNDEFINED, &JsValue::NULL);
        }
    }
}

impl Widget {
    fn picture(&self, chart: usize) -> Option<Framed> {
        let (publication, query) = (self.0.publication.borrow(), self.0.query.borrow());
        kpi_ui::picture(publication.as_ref()?, query.as_ref()?, chart, &self.0.host)
    }
}
