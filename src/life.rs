use kpi_ui::Hands;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The script's side of one live element: `www/life.js`. Neither method calls the program back before it returns.
    pub type Life;

    /// The tag of the language of what is shown, or of the page around where nothing is; empty where neither says it.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn lang(this: &Life) -> String;

    /// What the page around asks for: the `name` of the element's part of the address, the fragment to `begin` with, or what
    /// one of the element's attributes says.
    #[wasm_bindgen(method)]
    pub(crate) fn asked(this: &Life, what: &str) -> Option<String>;

    /// What gives a reader things to take away.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn hands(this: &Life) -> Hands;

    /// Something else is shown than before, or something for the first time. In ids that a host page can keep; comparators
    /// and methods as a fragment lists them.
    #[wasm_bindgen(method)]
    pub(crate) fn shown(
        this: &Life,
        fragment: &str,
        view: &str,
        indicator: Option<&str>,
        period: Option<&str>,
        compare: &str,
        methods: &str,
    );

    /// Of what is looked at figures are in a file of their own: `path` from the publication's folder, and its hash, where
    /// one is given. Nothing is lacking where there is no path.
    #[wasm_bindgen(method)]
    pub(crate) fn want(this: &Life, path: Option<&str>, hash: Option<&str>);
}
