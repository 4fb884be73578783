//! What an event says, without its browser types.

use kpi_chart::Step;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Event, KeyboardEvent, MouseEvent, PointerEvent};

/// Whether a click on a link is ours to follow. A click with a key held or another button opens a tab or a menu, and
/// that is the browser's.
pub(crate) fn plain_click(event: &Event) -> bool {
    // Every click is one of a mouse to a browser, that of a key too.
    let click: &MouseEvent = event.unchecked_ref();
    let plain = click.button() == 0 && !has_modifier(event);
    if plain {
        event.prevent_default();
    }
    plain
}

/// Whether a key is held that changes what a click or another key means. To a browser's script events are alike in that.
fn has_modifier(event: &Event) -> bool {
    let event: &MouseEvent = event.unchecked_ref();
    event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()
}

/// Which option was chosen.
pub(crate) fn chosen_option(event: &Event) -> Option<usize> {
    // Only a list is listened to for this.
    let list: HtmlSelectElement = event.target()?.unchecked_into();
    usize::try_from(list.selected_index()).ok()
}

/// What a key does in a chart.
#[derive(Clone, Copy)]
pub(crate) enum Move {
    Enter,
    Leave,
    /// To a side, or to an end: from outside it goes in.
    Aside(Step),
    /// Up or down: from outside it scrolls the page.
    Along(Step),
}

/// `None` for a key that is not the chart's, or is held together with another.
pub(crate) fn move_of(event: &Event) -> Option<Move> {
    let key: &KeyboardEvent = event.dyn_ref()?;
    if has_modifier(event) {
        return None;
    }
    Some(match key.key().as_str() {
        "Enter" | " " => Move::Enter,
        "Escape" => Move::Leave,
        "ArrowLeft" => Move::Aside(Step::Left),
        "ArrowRight" => Move::Aside(Step::Right),
        "Home" => Move::Aside(Step::First),
        "End" => Move::Aside(Step::Last),
        "ArrowUp" => Move::Along(Step::Up),
        "ArrowDown" => Move::Along(Step::Down),
        _ => return None,
    })
}

/// Keeps the browser from doing what it does of itself.
pub(crate) fn swallow(event: &Event) {
    event.prevent_default();
}

/// Whether the pointer that leaves is a mouse's. A finger leaves whenever it is lifted, and what it pointed at is then read.
pub(crate) fn leaves_by_mouse(event: &Event) -> bool {
    event.dyn_ref::<PointerEvent>().is_none_or(|pointer| pointer.pointer_type() == "mouse")
}

/// What stands in a field.
pub(crate) fn typed(event: &Event) -> Option<String> {
    Some(event.target()?.unchecked_into::<HtmlInputElement>().value())
}
