use kpi_ui::Hands;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The script's side of one live element: `www/life.js`. Neither method calls the program back before it returns.
    pub type Life;

    /// The tag of the language of what is shown, or of the page around where nothing is; empty where neither says it.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn lang(this: &Life) -> String;

    /// What gives a reader things to take away.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn hands(this: &Life) -> Hands;

    /// Something else is shown than before, or something for the first time: `Shown` of `exchange.rs`.
    #[wasm_bindgen(method)]
    pub(crate) fn shown(this: &Life, state: JsValue);

    /// Of what is looked at figures are in a file of their own, `Lacking` of `exchange.rs`; or none are.
    #[wasm_bindgen(method)]
    pub(crate) fn want(this: &Life, file: JsValue);
}
