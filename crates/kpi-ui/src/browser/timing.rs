use gloo_render::{AnimationFrame, request_animation_frame};

/// Marks a moment on the page's timeline: the frame that shows what was just done, unless the handle is dropped before.
pub(super) fn mark_next_frame(name: &'static str) -> AnimationFrame {
    request_animation_frame(move |_| {
        if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
            // A mark that cannot be made only leaves the timeline without it.
            let _ = performance.mark(name);
        }
    })
}
