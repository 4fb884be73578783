//! Terms and what is said of them.

use crate::element::{Element, el, fragment};

pub(super) fn item(term: &str, said: Element) -> Element {
    fragment().child(el("dt").text(term)).child(said)
}

/// Several things said of a term; nothing where there is none.
pub(super) fn list(term: &str, items: &[String]) -> Option<Element> {
    let list = || el("ul").children(items.iter().map(|item| el("li").text(item)));
    (!items.is_empty()).then(|| item(term, el("dd").child(list())))
}
