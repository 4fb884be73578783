use kpi_core::query::Verdict;
use kpi_core::words::sentence;
use yew::{Html, Properties, component, html};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct VerdictMarkProps {
    pub verdict: Verdict,
}

/// A verdict as a shape and a word; colour only repeats them.
#[component]
pub fn VerdictMark(props: &VerdictMarkProps) -> Html {
    let (shape, class) = match props.verdict {
        Verdict::Better => ("▲", "better"),
        Verdict::Worse => ("▼", "worse"),
        Verdict::Same => ("●", "same"),
        Verdict::Different => ("◆", "different"),
    };
    html! {
        <span class={yew::classes!("verdict", class)}>
            <span aria-hidden="true">{ shape }{ " " }</span>{ sentence::verdict(props.verdict) }
        </span>
    }
}
