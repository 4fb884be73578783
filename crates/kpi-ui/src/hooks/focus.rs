use crate::Origin;
use web_sys::HtmlElement;
use yew::{NodeRef, hook, use_effect_with, use_node_ref};

/// A heading that takes the focus whenever `page` changes, because the link that was followed is gone with the page
/// it stood on. The page that is there at first takes nothing.
#[hook]
pub(crate) fn use_focus_on_change<P: Copy + PartialEq + 'static>(page: P, origin: Origin) -> NodeRef {
    let heading = use_node_ref();
    use_effect_with((page, heading.clone()), move |(_, heading)| {
        if let (false, Some(heading)) = (origin == Origin::Opened, heading.cast::<HtmlElement>()) {
            // Focus that is refused (a page in the background) is no reason to stop.
            let _ = heading.focus();
        }
    });
    heading
}
