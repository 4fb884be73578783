use super::address;
use super::timing::mark_next_frame;
use crate::Origin;
use gloo_events::EventListener;
use gloo_render::AnimationFrame;
use kpi_core::model::IndicatorIx;
use kpi_core::query::{Query, View};
use web_sys::HtmlElement;
use yew::{Callback, NodeRef, hook, use_effect_with, use_mut_ref};

/// What is kept from one change to the next.
#[derive(Default)]
struct Kept {
    /// Takes the focus when a reader arrives at another page, because the link that was followed is gone with the page it
    /// stood on. The page that is there at first takes nothing.
    heading: NodeRef,
    page: Option<IndicatorIx>,
    listener: Option<EventListener>,
    frame: Option<AnimationFrame>,
}

/// Does what the browser has to do when something else is shown, and returns what the heading is found by. One effect for
/// all of it: an effect each would cost the visitor up to a kilobyte.
///
/// `address` is what the page's fragment should be, if it is ours; `follow` is told the fragment when the reader goes
/// back or forward, or changes it; `on_change` is told what is shown.
#[hook]
pub(crate) fn use_shown(
    query: &Query,
    origin: Origin,
    address: Option<String>,
    follow: Callback<String>,
    on_change: Callback<Query>,
) -> NodeRef {
    let kept = use_mut_ref(Kept::default);
    let heading = kept.borrow().heading.clone();
    use_effect_with(query.clone(), move |query| {
        kept.borrow_mut().show(query, origin, address, follow);
        on_change.emit(query.clone());
    });
    heading
}

impl Kept {
    fn show(&mut self, query: &Query, origin: Origin, address: Option<String>, follow: Callback<String>) {
        if let Some(address) = address {
            address::write(&address, origin);
            if self.listener.is_none() {
                self.listener = address::listen(follow);
            }
        }
        let page = match query.view {
            View::Overview => None,
            View::Indicator { indicator, .. } => Some(indicator),
        };
        let is_other = self.page != page;
        self.page = page;
        if origin == Origin::Opened {
            return;
        }
        self.frame = Some(mark_next_frame("kpi:drawn"));
        if let (true, Some(heading)) = (is_other, self.heading.cast::<HtmlElement>()) {
            // Focus that is refused (a page in the background) is no reason to stop.
            let _ = heading.focus();
        }
    }
}
