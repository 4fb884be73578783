use crate::{Publication, text};
use kpi_core::ingest::Problem;
use yew::{AttrValue, Html, html};

/// What is wrong with the file: for a reader what is missing, for the publisher where and how to mend it.
pub(crate) fn notices(publication: &Publication, problem: Option<&AttrValue>) -> Html {
    let diagnostics = publication.diagnostics();
    let left_out: Vec<String> = diagnostics
        .iter()
        .filter_map(|diagnostic| match &diagnostic.problem {
            Problem::IndicatorLeftOut { name } => Some(name.clone().unwrap_or_else(|| diagnostic.place())),
            _ => None,
        })
        .collect();
    let cut_off = publication.is_cut_off().then(|| text::cut_off(publication.dataset().indicators.len()));
    let damaged = left_out.is_empty() && publication.has_errors() && !publication.is_cut_off();
    html! {
        <>
            <p class="notice problem" role="alert" hidden={problem.is_none()}>
                { problem.cloned().unwrap_or_default() }
            </p>
            if !diagnostics.is_empty() {
                <div class="notice" part="notice">
                    if let Some(cut_off) = cut_off { <p>{ cut_off }</p> }
                    if !left_out.is_empty() { <p>{ text::left_out(&left_out) }</p> }
                    if damaged { <p>{ text::DAMAGED }</p> }
                    <details>
                        <summary>{ text::WRONG }</summary>
                        <ol>
                            { for diagnostics.iter().map(|found| html! {
                                <li>
                                    <strong>{ found.place() }</strong>{ ": " }{ found.what() }{ " " }{ found.mend() }
                                </li>
                            }) }
                        </ol>
                    </details>
                </div>
            }
        </>
    }
}
