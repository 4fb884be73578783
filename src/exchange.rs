//! What crosses between the script and the program as an object.

use kpi_core::model::{DataFile, Dataset};
use kpi_core::query::{Query, View, address, fragment};
use kpi_ui::Settings;
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Something as an object of the script.
pub(crate) fn given(value: &impl Serialize) -> JsValue {
    // Plain texts and lists of them, of which none can fail.
    serde_wasm_bindgen::to_value(value).unwrap_or_default()
}

#[wasm_bindgen]
extern "C" {
    /// What the page around asks for at the beginning.
    pub type Asked;

    /// The name of the element's part of the page's address.
    #[wasm_bindgen(method, getter)]
    fn name(this: &Asked) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn address(this: &Asked) -> String;
    /// A fragment, which goes before the address, and that before the element's attributes.
    #[wasm_bindgen(method, getter)]
    fn begin(this: &Asked) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = hasHeading)]
    fn has_heading(this: &Asked) -> bool;
    #[wasm_bindgen(method, getter, js_name = isNarrow)]
    fn is_narrow(this: &Asked) -> bool;
    /// What one of the element's attributes says.
    #[wasm_bindgen(method)]
    fn attribute(this: &Asked, name: &str) -> Option<String>;
}

impl From<Asked> for Settings {
    fn from(asked: Asked) -> Self {
        let name = asked.name();
        let begin = asked.begin().or_else(|| address::part(&asked.address(), name.as_deref()?));
        let attribute = |name| asked.attribute(name).map(Into::into);
        Self {
            name: name.map(Into::into),
            fragment: begin.unwrap_or_default().into(),
            has_heading: asked.has_heading(),
            is_narrow: asked.is_narrow(),
            lang: attribute("lang"),
            indicator: attribute("indicator"),
            period: attribute("period"),
            compare: attribute("compare"),
        }
    }
}

/// What is shown, in ids that a host page can keep.
#[derive(Debug, Serialize)]
pub(crate) struct Shown<'d> {
    view: &'static str,
    indicator: Option<&'d str>,
    /// `latest` of each indicator, or one period.
    period: String,
    compare: Vec<String>,
    methods: Vec<String>,
    /// All of it, and the other choices, as the address has them.
    fragment: String,
}

impl<'d> Shown<'d> {
    pub(crate) fn new(query: &Query, default: &Query, dataset: &'d Dataset) -> Self {
        let (view, indicator) = match query.view {
            View::Overview => ("overview", None),
            View::About => ("about", None),
            View::Indicator { indicator, .. } => ("indicator", dataset.indicator(indicator)),
        };
        Self {
            view,
            indicator: indicator.map(|indicator| indicator.id.as_str()),
            period: query.period.map_or_else(|| fragment::LATEST.to_owned(), |period| period.to_string()),
            compare: fragment::comparators(&query.compare, dataset),
            methods: fragment::methods(query, dataset),
            fragment: fragment::write(query, default, dataset),
        }
    }
}

/// A file of figures that are not here yet: its path from the publication's folder, and what its bytes have to add up to.
#[derive(Debug, Serialize)]
pub(crate) struct Lacking<'d> {
    path: &'d str,
    hash: Option<&'d str>,
}

impl<'d> From<&'d DataFile> for Lacking<'d> {
    fn from(file: &'d DataFile) -> Self {
        Self { path: &file.path, hash: file.hash.as_deref() }
    }
}
