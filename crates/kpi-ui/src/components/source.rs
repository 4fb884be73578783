use kpi_core::model::Source;
use yew::{Html, html};

/// Who published a figure, and where.
pub(crate) fn source_line(source: &Source) -> Html {
    let Source { name, url, at } = source;
    html! {
        <>
            if let Some(url) = url { <a href={url.clone()}>{ name }</a> } else { { name } }
            if let Some(at) = at { { format!(", {at}") } }
        </>
    }
}
