use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Marks a moment on the page's timeline: `kpi:data`, `kpi:ready`.
pub(crate) fn mark(name: &str) {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        // A mark that cannot be made only leaves the timeline without it.
        let _ = performance.mark(name);
    }
}

/// Marks the frame that shows what was just done.
pub(crate) fn mark_next_frame(name: &'static str) {
    let marked = Closure::once_into_js(move || mark(name));
    if let Some(window) = web_sys::window() {
        // Without frames (a page that is never shown) there is no moment to mark.
        let _ = window.request_animation_frame(marked.unchecked_ref());
    }
}
