use crate::element::{Element, el};

/// The outermost element; everything in the stylesheet hangs on its class.
pub(crate) fn shell() -> Element {
    el("div").class("kpi").part("page")
}
