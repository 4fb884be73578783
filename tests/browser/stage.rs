//! A place for the app in the test's page, as the custom element makes one, and what a reader sees and does there.

use gloo_timers::future::TimeoutFuture;
use kpi_core::ingest;
use kpi_ui::{App, AppProps, FigureFile, Publication, Settings};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlCanvasElement, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};
use yew::{AppHandle, Callback, Renderer};

const FIGURES: &[u8] = include_bytes!("../../www/data/isle-of-wight-2020-21.kpi.json");
const SHEET: &str = include_str!("../../www/kpi-explorer.css");
/// Milliseconds that the page is given for anything.
const LIMIT: u32 = 5_000;
const STEP: u32 = 5;

/// The app, mounted.
pub(crate) struct Stage {
    host: HtmlElement,
    root: ShadowRoot,
    page: Element,
    app: AppHandle<App>,
    props: AppProps,
}

impl Stage {
    /// Mounts the app where the address has this fragment.
    pub(crate) async fn open(fragment: &str) -> Self {
        go_to(&format!("#{fragment}")).await;
        let document = document();
        let host: HtmlElement = document.create_element("div").unwrap().unchecked_into();
        document.body().unwrap().append_child(&host).unwrap();
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
        let sheet = document.create_element("style").unwrap();
        sheet.set_text_content(Some(SHEET));
        let page = document.create_element("div").unwrap();
        root.append_child(&sheet).unwrap();
        root.append_child(&page).unwrap();
        let told = Rc::new(Cell::new(false));
        let props = AppProps {
            publication: Some(Publication::new(ingest::read(FIGURES)).unwrap()),
            file: FigureFile::default(),
            hands: None,
            settings: Settings {
                name: Some("kpi".into()),
                fragment: fragment.to_owned().into(),
                ..Settings::default()
            },
            on_change: {
                let told = Rc::clone(&told);
                Callback::from(move |_| told.set(true))
            },
        };
        let app = Renderer::<App>::with_root_and_props(page.clone(), props.clone()).render();
        let stage = Self { host, root, page, app, props };
        // Effects come after the first sight of the page, and this is one.
        until("the app mounts", || told.get()).await;
        stage
    }

    pub(crate) fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).unwrap().length()
    }

    pub(crate) fn text(&self, selector: &str) -> String {
        self.root.query_selector(selector).unwrap().and_then(|found| found.text_content()).unwrap_or_default()
    }

    /// Clicks the link or the choice of this name.
    pub(crate) fn click(&self, name: &str) {
        let all = self.root.query_selector_all("a, label").unwrap();
        let named = (0..all.length())
            .filter_map(|at| all.item(at))
            .find(|element| element.text_content().unwrap_or_default().trim().trim_start_matches("‹ ") == name);
        named.unwrap_or_else(|| panic!("there is no {name}")).unchecked_into::<HtmlElement>().click();
    }

    /// Renders anew for a page around that has a first heading of its own.
    pub(crate) fn give_heading(&mut self) {
        self.props.settings.has_heading = true;
        self.app.update(self.props.clone());
    }

    pub(crate) fn set_width(&self, pixels: u32) {
        self.host.style().set_property("width", &format!("{pixels}px")).unwrap();
    }

    /// Makes the room for the chart higher, of which the chart makes no use, and lets the browser tell of it.
    pub(crate) async fn set_chart_height(&self, pixels: u32) {
        let frame: HtmlElement = self.canvas().parent_element().unwrap().unchecked_into();
        frame.style().set_property("min-height", &format!("{pixels}px")).unwrap();
        // Observers are told after the layout of one frame, hence before the next one begins.
        for _ in 0..2 {
            let frame = js_sys::Promise::new(&mut |resolve, _| {
                web_sys::window().unwrap().request_animation_frame(&resolve).unwrap();
            });
            JsFuture::from(frame).await.unwrap();
        }
    }

    pub(crate) fn canvas(&self) -> HtmlCanvasElement {
        self.root.query_selector("canvas").unwrap().unwrap().unchecked_into()
    }

    /// What is on the canvas, as the address of a picture.
    pub(crate) fn picture(&self) -> String {
        self.canvas().to_data_url().unwrap()
    }

    pub(crate) fn is_drawn(&self) -> bool {
        let blank: HtmlCanvasElement = document().create_element("canvas").unwrap().unchecked_into();
        blank.set_width(self.canvas().width());
        blank.set_height(self.canvas().height());
        self.count("canvas") > 0 && self.picture() != blank.to_data_url().unwrap()
    }

    /// Takes away what is on the canvas, behind the app's back: it comes back only when it is drawn anew.
    pub(crate) fn wipe_chart(&self) {
        let canvas = self.canvas();
        canvas.set_width(canvas.width());
    }

    /// Takes the app down and sees that it leaves nothing in its place.
    pub(crate) async fn close(self) {
        self.app.destroy();
        until("the place is empty", || self.page.inner_html().is_empty()).await;
        self.host.remove();
    }
}

/// Waits for the page instead of for some time.
pub(crate) async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..LIMIT / STEP {
        if holds() {
            return;
        }
        TimeoutFuture::new(STEP).await;
    }
    panic!("waited in vain: {what}");
}

pub(crate) fn fragment() -> String {
    web_sys::window().unwrap().location().hash().unwrap()
}

/// Steps through the history.
pub(crate) fn go(steps: i32) {
    web_sys::window().unwrap().history().unwrap().go_with_delta(steps).unwrap();
}

/// Gives the page another address, as a link on it would.
pub(crate) async fn go_to(fragment: &str) {
    let window = web_sys::window().unwrap();
    let page = window.location().href().unwrap();
    let page = page.split('#').next().unwrap();
    let address = if fragment == "#" { page.to_owned() } else { format!("{page}{fragment}") };
    window.history().unwrap().push_state_with_url(&JsValue::NULL, "", Some(&address)).unwrap();
    TimeoutFuture::new(0).await;
}

fn document() -> web_sys::Document {
    web_sys::window().unwrap().document().unwrap()
}
