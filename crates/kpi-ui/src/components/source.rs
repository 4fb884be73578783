use kpi_core::model::Source;
use yew::{Html, Properties, component, html};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SourceLineProps {
    pub source: Source,
}

/// Who published a figure, where.
#[component]
pub fn SourceLine(props: &SourceLineProps) -> Html {
    let Source { name, url, at } = &props.source;
    html! {
        <>
            if let Some(url) = url { <a href={url.clone()}>{ name }</a> } else { { name } }
            if let Some(at) = at { { format!(", {at}") } }
        </>
    }
}
