use serde::Serialize;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// Tells the page around; the event passes out of shadow roots, so that a host can listen on the document.
pub(crate) fn tell(host: &HtmlElement, name: &str, detail: &impl Serialize) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    if let Ok(detail) = serde_wasm_bindgen::to_value(detail) {
        init.set_detail(&detail);
    }
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // An error here is one of the page's own listeners'.
        let _ = host.dispatch_event(&event);
    }
}
