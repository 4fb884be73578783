//! What the custom element calls.

mod data_file;
mod mount;
mod problem;
mod state;
mod take;

use crate::edge::fetch::{Failure, Request};
use crate::edge::{event, timeline};
use kpi_core::ingest;
use kpi_core::model::IndicatorIx;
use kpi_core::query::Query;
use kpi_ui::{App, Publication};
use problem::Problem;
use state::ShownState;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;
use yew::AppHandle;

/// One live `<kpi-explorer>`, from when it is put into a page until it is taken out.
#[wasm_bindgen]
pub struct Widget(Rc<Inner>);

struct Inner {
    host: HtmlElement,
    /// The stylesheet that the element's root adopts.
    sheet: JsValue,
    /// The request under way. Let go here, it ends and is not heard.
    request: RefCell<Option<Rc<Request>>>,
    /// The request for one indicator's figures, in the same way.
    data_request: RefCell<Option<(IndicatorIx, Rc<Request>)>>,
    /// Where the publication shown came from: the attribute may name another by now.
    source: RefCell<String>,
    /// Whether something is said above the figures.
    has_said: Cell<bool>,
    app: RefCell<Option<AppHandle<App>>>,
    publication: RefCell<Option<Publication>>,
    query: RefCell<Option<Query>>,
    shown: RefCell<Option<ShownState>>,
    notice: RefCell<Option<problem::Notice>>,
    /// Whether the page's address is this element's.
    leads: bool,
}

#[wasm_bindgen]
impl Widget {
    /// Takes charge of an element; `leads` where the page's address is this element's.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, sheet: JsValue, leads: bool) -> Self {
        Self(Rc::new(Inner {
            host,
            sheet,
            request: RefCell::default(),
            data_request: RefCell::default(),
            source: RefCell::default(),
            has_said: Cell::default(),
            app: RefCell::default(),
            publication: RefCell::default(),
            query: RefCell::default(),
            shown: RefCell::default(),
            notice: RefCell::default(),
            leads,
        }))
    }

    /// Begins to load the figures. Until they are there the element's own content stays as it is.
    pub fn load(&self) {
        self.0.load();
    }

    /// The element's attribute of this name has another value now.
    pub fn changed(&self, name: &str) {
        match name {
            "src" => self.0.load(),
            _ => self.0.show(),
        }
    }

    /// What is shown: `{ view, indicator, period, compare, methods }`; undefined before there are figures.
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> JsValue {
        let shown = self.0.shown.borrow();
        shown.as_ref().and_then(|state| serde_wasm_bindgen::to_value(state).ok()).unwrap_or(JsValue::UNDEFINED)
    }

    /// The element has left the page: ends what runs and takes down what was put up.
    pub fn close(&self) {
        self.0.request.take();
        self.0.data_request.take();
        self.0.notice.take();
        if let Some(app) = self.0.app.take() {
            app.destroy();
            mount::show_own_content(&self.0.host);
        }
    }
}

impl Inner {
    /// Loads the figures anew. A request that is still under way ends.
    fn load(self: &Rc<Self>) {
        self.request.take();
        if let Some(text) = mount::inline_data(&self.host) {
            return self.read(text.as_bytes(), String::new());
        }
        let Some(source) = self.host.get_attribute("src") else { return self.fail(Problem::NoSource) };
        let (inner, from) = (Rc::clone(self), source.clone());
        let heard = move |bytes: Result<Vec<u8>, Failure>| {
            inner.request.take();
            match bytes {
                Ok(bytes) => inner.read(&bytes, from),
                Err(failure) => inner.fail(Problem::Request { failure, source: from }),
            }
        };
        match Request::begin(&source, None, Box::new(heard)) {
            Some(request) => _ = self.request.replace(Some(request)),
            None => self.fail(Problem::Browser),
        }
    }

    /// Reads a publication from a file of this address.
    fn read(self: &Rc<Self>, bytes: &[u8], source: String) {
        match Publication::new(ingest::read(bytes)) {
            Ok(publication) => {
                timeline::mark("kpi:data");
                self.notice.take();
                self.data_request.take();
                self.has_said.set(false);
                self.source.replace(source);
                self.publication.replace(Some(publication));
                self.show();
            }
            Err(diagnostics) => self.fail(Problem::File { diagnostics }),
        }
    }

    /// Says what is wrong. Figures that are shown stay; where there are none, the element's own content stays.
    fn fail(self: &Rc<Self>, problem: Problem) {
        let message = problem.message();
        if !self.say(&message) {
            mount::show_own_content(&self.host);
            let mut notice = self.notice.borrow_mut();
            match &*notice {
                // The button that was pressed stays, and with it the focus.
                Some(notice) => notice.say(&message),
                None => {
                    let again = Rc::clone(self);
                    *notice = problem::Notice::show(&self.host, &message, move || again.load());
                }
            }
        }
        event::tell(&self.host, "kpi-error", &problem.detail());
    }

    /// Shows the figures anew, from the beginning that the attributes ask for.
    fn show(self: &Rc<Self>) {
        let Some(publication) = self.publication.borrow().clone() else { return };
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        match mount::app(self, mount::props(self, publication, None)) {
            Some(app) => {
                self.app.replace(Some(app));
            }
            None => self.fail(Problem::Browser),
        }
    }

    /// Says something above the figures that are shown, if any are.
    fn say(self: &Rc<Self>, message: &str) -> bool {
        let (publication, mut app) = (self.publication.borrow(), self.app.borrow_mut());
        let (Some(publication), Some(app)) = (&*publication, &mut *app) else { return false };
        app.update(mount::props(self, publication.clone(), Some(message)));
        self.has_said.set(true);
        true
    }

    fn changed_to(self: &Rc<Self>, query: &Query) {
        let Some(publication) = self.publication.borrow().clone() else { return };
        if self.has_said.replace(false) {
            // What was said was about what is not looked at any more.
            let props = mount::props(self, publication.clone(), None);
            if let Ok(mut app) = self.app.try_borrow_mut()
                && let Some(app) = &mut *app
            {
                app.update(props);
            }
        }
        data_file::fetch(self, &publication, query);
        self.query.replace(Some(query.clone()));
        let state = ShownState::new(publication.dataset(), query);
        let before = self.shown.borrow().as_ref().map(|before| *before == state);
        self.shown.replace(Some(state.clone()));
        match before {
            None => event::tell(&self.host, "kpi-ready", &state),
            Some(false) => event::tell(&self.host, "kpi-change", &state),
            Some(true) => {}
        }
    }
}
