use js_sys::{ArrayBuffer, Uint8Array};
use kpi_core::ingest::limits;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, RequestCache, RequestInit, Response};

/// A request that ends when it is dropped, and then is not heard.
pub(crate) struct Request {
    controller: AbortController,
}

/// Who waits for a file.
pub(crate) type Heard = Box<dyn FnOnce(Result<Vec<u8>, Failure>)>;

/// Why there are no bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// Nothing answered, or the browser did not allow the request.
    Unreachable,
    /// The server answered with a status that is no success.
    Status(u16),
    /// More bytes than are read.
    TooLarge,
}

impl Drop for Request {
    fn drop(&mut self) {
        self.controller.abort();
    }
}

impl Request {
    /// Asks for a file; `heard` is told what came of it, unless the request is dropped before. `None` where the browser
    /// cannot abort requests, and so is too old for all the rest.
    pub(crate) fn begin(url: &str, hash: Option<&str>, heard: Heard) -> Option<Rc<Self>> {
        let request = Rc::new(Self { controller: AbortController::new().ok()? });
        let (bytes, current) = (request.bytes(url, hash), Rc::downgrade(&request));
        spawn_local(async move {
            let bytes = bytes.await;
            if current.strong_count() > 0 {
                heard(bytes);
            }
        });
        Some(request)
    }

    /// The future of the file's bytes. It holds nothing of `self`, which may be dropped to end it. Of a file with another
    /// hash than the expected one the browser says no more than that it could not be had.
    fn bytes(&self, url: &str, hash: Option<&str>) -> impl Future<Output = Result<Vec<u8>, Failure>> + use<> {
        let init = RequestInit::new();
        init.set_signal(Some(&self.controller.signal()));
        if let Some(hash) = hash {
            init.set_integrity(hash);
            // A file of last quarter's in the browser's cache has last quarter's hash.
            init.set_cache(RequestCache::NoCache);
        }
        let answer = web_sys::window().map(|window| window.fetch_with_str_and_init(url, &init));
        async move {
            let answer = JsFuture::from(answer.ok_or(Failure::Unreachable)?).await;
            let response: Response = answer.and_then(JsCast::dyn_into).map_err(unreachable)?;
            if !response.ok() {
                return Err(Failure::Status(response.status()));
            }
            let announced = response.headers().get("content-length").ok().flatten();
            if announced.and_then(|length| length.parse::<usize>().ok()).is_some_and(|length| length > limits::BYTES) {
                return Err(Failure::TooLarge);
            }
            let body = JsFuture::from(response.array_buffer().map_err(unreachable)?).await;
            let body: ArrayBuffer = body.and_then(JsCast::dyn_into).map_err(unreachable)?;
            if body.byte_length() as usize > limits::BYTES {
                return Err(Failure::TooLarge);
            }
            Ok(Uint8Array::new(&body).to_vec())
        }
    }
}

/// What a browser says of a request that failed is for its console, not for a reader.
fn unreachable(_: JsValue) -> Failure {
    Failure::Unreachable
}
