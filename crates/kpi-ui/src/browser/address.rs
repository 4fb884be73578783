//! The page's fragment, of which each explorer has a part of its own.

use crate::Origin;
use gloo_events::EventListener;
use kpi_core::query::address;
use wasm_bindgen::JsValue;
use web_sys::Location;

/// Tells the fragment of the explorer with this name when the reader goes back or forward, or changes it.
pub(super) fn listen(name: &str, follow: impl Fn(&str) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    let name = name.to_owned();
    let listener = EventListener::new(&window, "popstate", move |_| {
        let now = web_sys::window().and_then(|window| window.location().hash().ok());
        if let Some(fragment) = now.and_then(|now| address::part(&now, &name)) {
            follow(&fragment);
        }
    });
    Some(listener)
}

/// Makes `fragment` the part of the explorer with this name. A fragment that belongs to the page around stays.
///
/// A new entry in the history for a choice, none for an address that was followed, nothing where the address says so
/// already.
pub(super) fn write(name: &str, fragment: &str, origin: Origin) {
    let Some(window) = web_sys::window() else { return };
    let location = window.location();
    let (Some(now), Ok(href), Ok(history)) = (now(&location), location.href(), window.history()) else { return };
    let Some(address) = address::with_part(&now, name, fragment).filter(|address| *address != now) else { return };
    // The whole address, because a fragment alone is taken relative to the page's <base>, and "#" alone scrolls.
    let page = href.split('#').next().unwrap_or_default();
    let url = if address.is_empty() { page.to_owned() } else { format!("{page}#{address}") };
    let written = match origin {
        Origin::Chosen => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
        // What an old or mistyped address led to is left in the address bar as it was.
        Origin::Opened => return,
        // The page around may keep something of its own with this entry.
        Origin::Refined | Origin::Followed | Origin::Told => {
            history.replace_state_with_url(&history.state().unwrap_or_default(), "", Some(&url))
        }
    };
    // A page without an address of its own (srcdoc) may refuse; the fragment can be set all the same.
    if written.is_err() {
        let _ = location.set_hash(&address);
    }
}

fn now(location: &Location) -> Option<String> {
    let hash = location.hash().ok()?;
    Some(hash.strip_prefix('#').unwrap_or(&hash).to_owned())
}
