//! The browser's edge of the explorer: what the custom element calls.

use wasm_bindgen::prelude::wasm_bindgen;

/// Placeholder export, so that the build has something to carry.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
