use gloo_render::request_animation_frame;
use yew::{hook, use_effect_with, use_mut_ref};

/// Marks `kpi:drawn` on the page's timeline at the frame that shows a change.
#[hook]
pub(crate) fn use_drawn_mark<Q: Clone + PartialEq + 'static>(query: &Q) {
    let first = use_mut_ref(|| true);
    use_effect_with(query.clone(), move |_| {
        let changed = !first.replace(false);
        let frame = changed.then(|| request_animation_frame(|_| mark("kpi:drawn")));
        move || drop(frame)
    });
}

fn mark(name: &str) {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        // A mark that cannot be made only leaves the timeline without it.
        let _ = performance.mark(name);
    }
}
