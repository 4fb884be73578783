//! What an event says, without its browser types.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::{Callback, Event, MouseEvent};

/// Whether a click on a link is ours to follow. A click with a key held or another button opens a tab or a menu, and
/// that is the browser's.
pub(crate) fn plain_click(event: &Event) -> bool {
    // Every click is one of a mouse to a browser, that of a key too.
    let click: &MouseEvent = event.unchecked_ref();
    let plain = click.button() == 0 && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key());
    if plain {
        event.prevent_default();
    }
    plain
}

/// Which option was chosen.
pub(crate) fn chosen_option(event: &Event) -> Option<usize> {
    usize::try_from(event.target()?.dyn_into::<HtmlSelectElement>().ok()?.selected_index()).ok()
}

/// What stands in a field.
pub(crate) fn typed(event: &Event) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlInputElement>().ok()?.value())
}

/// Moves the reader to a part of this page. The address stays: inside the element a fragment finds nothing.
pub(crate) fn jump_to(class: &'static str) -> Callback<Event> {
    Callback::from(move |event: Event| {
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
