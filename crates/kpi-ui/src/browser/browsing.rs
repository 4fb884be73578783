use super::address;
use super::title::Title;
use crate::Origin;
use gloo_events::EventListener;
use kpi_core::query::{Query, View};
use web_sys::HtmlElement;
use yew::NodeRef;

/// What the browser does when something else is shown.
#[derive(Default)]
pub(crate) struct Browsing {
    query: Option<Query>,
    heading: NodeRef,
    listener: Option<EventListener>,
    title: Option<Title>,
}

impl Browsing {
    /// Takes the focus when a reader arrives at another page, because the link that was followed is gone with the page
    /// it stood on. The page that is there at first takes nothing.
    pub(crate) const fn heading(&self) -> &NodeRef {
        &self.heading
    }

    pub(crate) fn is_other(&self, query: &Query) -> bool {
        self.query.as_ref() != Some(query)
    }

    /// Makes `fragment` the part of the page's address that has this name, and tells `follow` from the first time on what
    /// the reader makes of it.
    pub(crate) fn keep_address(&mut self, name: &str, fragment: &str, origin: Origin, follow: impl Fn(&str) + 'static) {
        address::write(name, fragment, origin);
        if self.listener.is_none() {
            self.listener = address::listen(name, follow);
        }
    }

    /// Says in the page's title what is shown.
    pub(crate) fn keep_title(&mut self, words: &str) {
        if self.title.is_none() {
            self.title = Title::new();
        }
        if let Some(title) = &self.title {
            title.say(words);
        }
    }

    pub(crate) fn show(&mut self, query: &Query, origin: Origin) {
        let page = |query: &Query| match query.view {
            View::Overview => (false, None),
            View::About => (true, None),
            View::Indicator { indicator, .. } => (false, Some(indicator)),
        };
        let is_other_page = self.query.as_ref().map(page) != Some(page(query));
        self.query = Some(query.clone());
        if matches!(origin, Origin::Opened | Origin::Told) {
            return;
        }
        if let (true, Some(heading)) = (is_other_page, self.heading.cast::<HtmlElement>()) {
            // Focus that is refused (a page in the background) is no reason to stop.
            let _ = heading.focus();
        }
    }
}
