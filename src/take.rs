//! What a page around takes away by itself.

use crate::widget::Widget;
use kpi_core::export::{Details, everything, shown};
use kpi_ui::Framed;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

#[wasm_bindgen]
impl Widget {
    /// The figures that are shown as CSV, or all of them; undefined before there are figures.
    pub fn csv(&self, all: bool) -> Option<String> {
        let (publication, query) = self.shown()?;
        let (dataset, mut text) = (publication.dataset(), String::new());
        let written = if all {
            everything(dataset, query.lang, Details::Inside, &mut text)
        } else {
            shown(dataset, &query, &mut text)
        };
        written.ok().map(|()| text)
    }

    /// A chart that is shown as SVG, by its position on the page; undefined where there is none.
    pub fn svg(&self, chart: usize) -> Option<String> {
        self.picture(chart).map(|picture| picture.svg())
    }

    /// A chart that is shown on a canvas that is not.
    pub fn canvas(&self, chart: usize) -> Option<HtmlCanvasElement> {
        self.picture(chart)?.canvas().cloned()
    }
}

impl Widget {
    fn picture(&self, chart: usize) -> Option<Framed> {
        let (publication, query) = self.shown()?;
        kpi_ui::picture(&publication, &query, chart, &self.page()?)
    }
}
