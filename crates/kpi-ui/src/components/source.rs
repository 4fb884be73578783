use crate::element::{Element, el, fragment};
use kpi_core::model::Source;

/// Who published a figure, and where.
pub(crate) fn source_line(source: &Source) -> Element {
    let Source { name, url, at } = source;
    let line = fragment().child(named(name, url.as_ref()));
    match at {
        Some(at) => line.text(", ").text(at),
        None => line,
    }
}

/// A name that leads to where it is from, if that is known.
pub(crate) fn named(name: &str, url: Option<&String>) -> Element {
    match url {
        Some(url) => el("a").href(url.clone()).text(name),
        None => fragment().text(name),
    }
}
