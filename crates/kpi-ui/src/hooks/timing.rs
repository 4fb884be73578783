use crate::Origin;
use gloo_render::request_animation_frame;
use yew::{hook, use_effect_with};

/// Marks `kpi:drawn` on the page's timeline at the frame that shows a change.
#[hook]
pub(crate) fn use_drawn_mark<Q: Clone + PartialEq + 'static>(query: &Q, origin: Origin) {
    use_effect_with(query.clone(), move |_| {
        let frame = (origin != Origin::Opened).then(|| request_animation_frame(|_| mark("kpi:drawn")));
        move || drop(frame)
    });
}

fn mark(name: &str) {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        // A mark that cannot be made only leaves the timeline without it.
        let _ = performance.mark(name);
    }
}
