use crate::Origin;
use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::Location;

/// Tells the fragment when the reader goes back or forward, or changes it.
pub(super) fn listen(follow: impl Fn(&str) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    let listener = EventListener::new(&window, "popstate", move |_| {
        if let Some(fragment) = web_sys::window().and_then(|window| fragment(&window.location())) {
            follow(&fragment);
        }
    });
    Some(listener)
}

/// Makes `address` the page's fragment. One that belongs to the page around is replaced only by a change that the reader
/// makes here.
///
/// A new entry in the history for a choice, none for an address that was followed, nothing where the address says so
/// already.
pub(super) fn write(address: &str, origin: Origin) {
    let Some(window) = web_sys::window() else { return };
    let location = window.location();
    if fragment(&location).is_some_and(|now| now == address) {
        return;
    }
    let (Ok(href), Ok(history)) = (location.href(), window.history()) else { return };
    // The whole address, because a fragment alone is taken relative to the page's <base>, and "#" alone scrolls.
    let page = href.split('#').next().unwrap_or_default();
    let url = if address.is_empty() { page.to_owned() } else { format!("{page}#{address}") };
    let written = match origin {
        Origin::Chosen => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
        // What an old or mistyped address led to is left in the address bar as it was.
        Origin::Opened => return,
        Origin::Refined | Origin::Followed => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
    // A page without an address of its own (srcdoc) may refuse; the fragment can be set all the same.
    if written.is_err() {
        let _ = location.set_hash(address);
    }
}

fn fragment(location: &Location) -> Option<String> {
    let hash = location.hash().ok()?;
    Some(hash.strip_prefix('#').unwrap_or(&hash).to_owned())
}
