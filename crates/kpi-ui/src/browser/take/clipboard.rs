//! The clipboard by way of the `copy` event: it takes a table as text and as HTML at once, in every browser, on pages without
//! a secure connection and in frames. The newer `navigator.clipboard` wants the one and, where a frame's policy refuses
//! the other, reports that it did.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{ClipboardEvent, HtmlDocument, HtmlElement, HtmlTextAreaElement, ShadowRoot};
use yew::NodeRef;

/// Copies a text by way of a field that nobody sees, and what it is in a spreadsheet where that is more. Where the browser
/// refuses, the field is shown with the text selected, as long as a reader stays in it.
pub(super) fn copy(field: &NodeRef, text: &str, html: Option<String>) -> bool {
    let Some(field) = field.cast::<HtmlTextAreaElement>() else { return false };
    let before = field.get_root_node().dyn_into::<ShadowRoot>().ok().and_then(|root| root.active_element());
    field.set_hidden(false);
    field.set_value(text);
    // Without the focus the text may be selected all the same.
    let _ = field.focus();
    field.select();
    let _listener = html.map(|html| listen(&field, text.to_owned(), html));
    let document = web_sys::window().and_then(|window| window.document());
    let is_copied = document
        .and_then(|document| document.unchecked_into::<HtmlDocument>().exec_command("copy").ok())
        .unwrap_or(false);
    if is_copied {
        field.set_hidden(true);
        if let Some(before) = before.and_then(|before| before.dyn_into::<HtmlElement>().ok()) {
            let _ = before.focus();
        }
    } else {
        let shown = field.clone();
        let away = Closure::once_into_js(move || shown.set_hidden(true));
        field.set_onblur(Some(away.unchecked_ref()));
    }
    is_copied
}

/// Hands out both kinds when the browser asks what is copied.
fn listen(field: &HtmlTextAreaElement, text: String, html: String) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(field, "copy", options, move |event| {
        let Some(data) = event.unchecked_ref::<ClipboardEvent>().clipboard_data() else { return };
        let put = [("text/plain", &text), ("text/html", &html)].map(|(kind, data_of)| data.set_data(kind, data_of));
        if put.iter().all(Result::is_ok) {
            event.prevent_default();
        }
    })
}
