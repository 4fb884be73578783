use crate::Publication;
use crate::element::{Element, el};
use crate::text::{self, Text};
use kpi_core::ingest::{Diagnostic, Problem};
use kpi_core::words::Lang;

/// What is wrong with the file: for a reader what is missing, for the publisher where and how to mend it.
pub(crate) fn notices(lang: Lang, publication: &Publication) -> Option<Element> {
    let diagnostics = publication.diagnostics();
    if diagnostics.is_empty() {
        return None;
    }
    let left_out: Vec<String> = diagnostics
        .iter()
        .filter_map(|diagnostic| match &diagnostic.problem {
            Problem::IndicatorLeftOut { name } => Some(name.clone().unwrap_or_else(|| diagnostic.place())),
            _ => None,
        })
        .collect();
    let cut_off = publication.is_cut_off().then(|| text::cut_off(lang, publication.dataset().indicators.len()));
    let damaged = left_out.is_empty() && publication.has_errors() && !publication.is_cut_off();
    let left_out = (!left_out.is_empty()).then(|| text::left_out(lang, &left_out));
    let damaged = damaged.then(|| Text::Damaged.say(lang).to_owned());
    let details = el("details").child(el("summary").text(Text::Wrong.say(lang))).child(
        el("ol")
            .lang((lang != Lang::En).then_some(Lang::En.tag()))
            .children(diagnostics.iter().map(|diagnostic| found(diagnostic))),
    );
    let notice = el("div")
        .class("notice")
        .part("notice")
        .children([cut_off, left_out, damaged].into_iter().flatten().map(|words| el("p").text(&words)))
        .child(details);
    Some(notice)
}

fn found(found: &Diagnostic) -> Element {
    el("li").child(el("strong").text(&found.place())).text(": ").text(&found.what()).text(" ").text(&found.mend())
}
