use crate::Origin;
use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{Location, Window};
use yew::{hook, use_effect_with, use_mut_ref};

/// Keeps the page's address and what is shown the same: `address` is what the fragment should be, and `follow` is told
/// the fragment when the reader goes back or forward, or changes it.
///
/// A fragment that belongs to the page around is replaced only by a change that the reader makes here.
#[hook]
pub(crate) fn use_address(enabled: bool, address: String, origin: Origin, follow: impl Fn(String) + 'static) {
    // The listener stays while what it does changes with every render.
    let latest = use_mut_ref(|| None::<Box<dyn Fn(String)>>);
    *latest.borrow_mut() = Some(Box::new(follow));
    use_effect_with(enabled, move |enabled| {
        let listener = web_sys::window().filter(|_| *enabled).map(|window| {
            EventListener::new(&window, "popstate", move |_| {
                let fragment = web_sys::window().and_then(|window| fragment(&window.location()));
                if let (Some(follow), Some(fragment)) = (&*latest.borrow(), fragment) {
                    follow(fragment);
                }
            })
        });
        move || drop(listener)
    });
    use_effect_with((enabled, address), move |(enabled, address)| {
        if *enabled && let Some(window) = web_sys::window() {
            write(&window, address, origin);
        }
    });
}

/// A new entry in the history for a choice, none for an address that was followed, nothing where the address says so
/// already.
fn write(window: &Window, address: &str, origin: Origin) {
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
        Origin::Followed => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
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
