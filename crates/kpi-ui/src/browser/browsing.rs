use super::address;
use super::title::Title;
use crate::Origin;
use gloo_events::EventListener;
use kpi_core::model::IndicatorIx;
use kpi_core::query::{Query, View};
use std::cell::Cell;
use std::rc::Rc;
use web_sys::{FocusOptions, HtmlElement};
use yew::NodeRef;

/// From where on the list a reader goes to an indicator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Way {
    /// From its row.
    #[default]
    Row,
    /// From what moved.
    Movers,
}

/// Where a reader comes from, and what its link in the list is known by there: it takes the focus.
#[derive(Clone, Copy)]
pub(crate) struct Left<'b> {
    pub(crate) indicator: IndicatorIx,
    pub(crate) way: Way,
    pub(crate) link: &'b NodeRef,
}

/// What the browser does when something else is shown.
#[derive(Default)]
pub(crate) struct Browsing {
    query: Option<Query>,
    heading: NodeRef,
    link: NodeRef,
    way: Rc<Cell<Way>>,
    listener: Option<EventListener>,
    title: Option<Title>,
}

impl Browsing {
    /// Takes the focus when a reader arrives at another page, because the link that was followed is gone with the page
    /// it stood on. The page that is there at first takes nothing.
    pub(crate) const fn heading(&self) -> &NodeRef {
        &self.heading
    }

    /// Takes the focus instead when a reader comes back to the list: the link to the indicator that was shown last, if that
    /// is another page's.
    pub(crate) fn left(&self) -> Option<Left<'_>> {
        match self.query.as_ref()?.view {
            View::Indicator { indicator, .. } => Some(Left { indicator, way: self.way.get(), link: &self.link }),
            View::Overview | View::About => None,
        }
    }

    /// Where a link notes that it was followed.
    pub(crate) const fn way(&self) -> &Rc<Cell<Way>> {
        &self.way
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
        if !is_other_page {
            return;
        }
        // Focus that is refused (a page in the background) is no reason to stop.
        if let Some(link) = self.link.cast::<HtmlElement>() {
            let _ = link.focus();
        } else if let Some(heading) = self.heading.cast::<HtmlElement>() {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = heading.focus_with_options(&options);
            // Browsers differ in where they put what is focused.
            heading.scroll_into_view();
        }
    }
}
