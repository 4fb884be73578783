use js_sys::Array;
use std::fmt::{self, Write};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// A text of any length on its way into a file: the program never holds more than a part of it.
#[derive(Default)]
pub(super) struct Parts {
    part: String,
    parts: Array,
}

/// Bytes of a part.
const PART: usize = 1 << 20;

impl Parts {
    pub(super) fn add(&mut self, text: &str) {
        self.part.push_str(text);
        if self.part.len() > PART {
            self.end_part();
        }
    }

    pub(super) fn blob(mut self, kind: &str) -> Option<Blob> {
        self.end_part();
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        Blob::new_with_str_sequence_and_options(&self.parts, &options).ok()
    }

    fn end_part(&mut self) {
        self.parts.push(&JsValue::from_str(&self.part));
        self.part.clear();
    }
}

impl Write for Parts {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.add(text);
        Ok(())
    }
}

/// How long a browser may take to read what it saves, in milliseconds.
const KEPT: i32 = 60_000;

/// Has the browser save a file; `None` where it cannot. Whether it does, it does not say.
pub(super) fn save(blob: &Blob, name: &str) -> Option<()> {
    let window = web_sys::window()?;
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let link: HtmlElement = window.document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_attribute("href", &url).ok()?;
    link.set_attribute("download", name).ok()?;
    link.click();
    let revoke = Closure::once_into_js(move || {
        // What cannot be let go goes with the page.
        let _ = Url::revoke_object_url(&url);
    });
    window.set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), KEPT).ok()?;
    Some(())
}

/// What a sandbox has to allow.
#[derive(Clone, Copy)]
pub(super) enum Use {
    Downloads,
    Printing,
}

/// Whether the page is in a sandbox that does not, or may not, allow something: the browser then does nothing, and says so
/// on its console alone.
pub(super) fn is_confined(wanted: Use) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let allow = match wanted {
        Use::Downloads => "allow-downloads",
        Use::Printing => "allow-modals",
    };
    match window.frame_element().ok().flatten().and_then(|frame| frame.get_attribute("sandbox")) {
        Some(sandbox) => !sandbox.contains(allow),
        // A file on a disk has no origin either.
        None => window.origin() == "null" && window.location().protocol().is_ok_and(|protocol| protocol != "file:"),
    }
}
