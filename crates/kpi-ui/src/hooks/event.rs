//! What an event says, without its browser types.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlSelectElement};
use yew::{Callback, Event, MouseEvent};

/// Whether a click on a link is ours to follow. A click with a key held or another button opens a tab or a menu, and
/// that is the browser's.
pub(crate) fn plain_click(event: &MouseEvent) -> bool {
    let plain = event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    if plain {
        event.prevent_default();
    }
    plain
}

/// The value of the option that was chosen.
pub(crate) fn chosen_value(event: &Event) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlSelectElement>().ok()?.value())
}

/// Moves the reader to a part of this page. The address stays: inside the element a fragment finds nothing.
pub(crate) fn jump_to(class: &'static str) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        if !plain_click(&event) {
            return;
        }
        let page = event.target().and_then(|target| target.dyn_into::<Element>().ok()?.closest(".kpi").ok()?);
        let part = page.and_then(|page| page.query_selector(&format!(".{class}")).ok()?);
        if let Some(part) = part.and_then(|part| part.dyn_into::<HtmlElement>().ok()) {
            part.scroll_into_view();
            // Focus that is refused leaves the reader where the scrolling led.
            let _ = part.focus();
        }
    })
}
