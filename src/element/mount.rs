//! The app in the element's shadow root.

use super::Inner;
use crate::edge::timeline;
use js_sys::{Array, Reflect};
use kpi_ui::{App, AppProps, FigureFile, Publication, Settings};
use std::rc::Rc;
use web_sys::{HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};
use yew::{AppHandle, Callback, Renderer};

/// The text of a `<script type="application/json">` that is a child of the element.
pub(super) fn inline_data(host: &HtmlElement) -> Option<String> {
    host.query_selector(":scope > script[type='application/json']").ok()??.text_content()
}

pub(super) fn props(inner: &Rc<Inner>, publication: Publication, problem: Option<&str>) -> AppProps {
    let told = Rc::downgrade(inner);
    AppProps {
        publication,
        file: FigureFile { address: inner.source.borrow().clone().into(), ..FigureFile::default() },
        settings: settings(inner),
        problem: problem.map(|problem| problem.to_owned().into()),
        on_change: Callback::from(move |query| {
            if let Some(inner) = told.upgrade() {
                inner.changed_to(&query);
            }
        }),
    }
}

/// Puts the app into the root: the one that an earlier app left, or a new one.
pub(super) fn app(inner: &Inner, props: AppProps) -> Option<AppHandle<App>> {
    let root = inner
        .host
        .shadow_root()
        .or_else(|| inner.host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok())?;
    let page = web_sys::window()?.document()?.create_element("div").ok()?;
    adopt(&root, inner);
    let app = Renderer::<App>::with_root_and_props(page.clone(), props).render();
    let children = Array::of1(&page);
    root.replace_children_with_node(&children);
    timeline::mark_next_frame("kpi:ready");
    Some(app)
}

/// Where an earlier app has left an empty root, the element's own content would stay hidden behind it.
pub(super) fn show_own_content(host: &HtmlElement) {
    let document = web_sys::window().and_then(|window| window.document());
    let slot = document.and_then(|document| document.create_element("slot").ok());
    if let (Some(root), Some(slot)) = (host.shadow_root(), slot) {
        root.replace_children_with_node(&Array::of1(&slot));
    }
}

/// The stylesheet as an object: a `<style>` would need the page's policy, a `<link>` a request.
fn adopt(root: &ShadowRoot, inner: &Inner) {
    // Without it the figures are there, plain; no reason to show none.
    let _ = Reflect::set(root, &"adoptedStyleSheets".into(), &Array::of1(&inner.sheet));
}

/// How wide the place is that the element stands in; itself it is of no size before its stylesheet is there.
fn room(inner: &Inner) -> f64 {
    inner.host.parent_element().map_or(f64::MAX, |around| around.get_bounding_client_rect().width())
}

/// In CSS pixels: a phone, or a column beside the text.
const NARROW: f64 = 640.0;

fn settings(inner: &Inner) -> Settings {
    let attribute = |name: &str| inner.host.get_attribute(name).map(Into::into);
    let document = web_sys::window().and_then(|window| window.document());
    let heading = document.as_ref().and_then(|document| document.query_selector("h1").ok()?);
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    Settings {
        follow_address: inner.leads && inner.host.get_attribute("history").as_deref() != Some("none"),
        fragment: hash.unwrap_or_default().into(),
        is_narrow: room(inner) < NARROW,
        has_heading: heading.is_some_and(|heading| !inner.host.contains(Some(&heading))),
        lang: attribute("lang"),
        indicator: attribute("indicator"),
        period: attribute("period"),
        compare: attribute("compare"),
    }
}
