use crate::element::{Element, el};
use kpi_core::words::Lang;

/// The outermost element; everything in the stylesheet hangs on its class.
pub(crate) fn shell(lang: Lang) -> Element {
    el("div").class("kpi").part("page").lang(lang.tag())
}
