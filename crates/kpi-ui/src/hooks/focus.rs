use web_sys::HtmlElement;
use yew::{NodeRef, hook, use_effect_with, use_mut_ref, use_node_ref};

/// A heading that takes the focus whenever `page` changes, because the link that was followed is gone with the page
/// it stood on. The page that is there at first takes nothing.
#[hook]
pub(crate) fn use_focus_on_change<P: Copy + PartialEq + 'static>(page: P) -> NodeRef {
    let heading = use_node_ref();
    let shown = use_mut_ref(|| page);
    use_effect_with((page, heading.clone()), move |(page, heading)| {
        if shown.replace(*page) != *page
            && let Some(heading) = heading.cast::<HtmlElement>()
        {
            // Focus that is refused (a page in the background) is no reason to stop.
            let _ = heading.focus();
        }
    });
    heading
}
