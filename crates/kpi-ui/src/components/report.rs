use super::indicator_page::{details, headline, notices};
use super::{Page, figure_table};
use crate::element::{Element, el};
use kpi_core::view::{ChartModel, IndicatorModel};
use std::rc::Rc;

/// The pages of several indicators, which nobody sees but on paper: what the page of each has, and nothing to choose. For their
/// charts there are places, in which drawings are put when the pages are there.
pub(crate) fn report(page: &Page<'_>, pages: &[IndicatorModel]) -> Element {
    el("div").class("report").children(pages.iter().map(|model| indicator(page, model)))
}

fn indicator(page: &Page<'_>, model: &IndicatorModel) -> Element {
    let dataset = page.dataset;
    // Sheets of paper get parted from each other: each says where it is from.
    let from = el("p")
        .class("from")
        .lang(page.own_lang())
        .child(el("span").text(&[&dataset.publisher.name, ": ", &dataset.title].concat()))
        .child(el("span").text(&model.topic));
    let charts =
        el("div").class("charts").data_count(model.charts.len().to_string()).children(model.charts.iter().map(chart));
    el("article")
        .class("indicator")
        .child(from)
        .child(el("h2").lang(page.own_lang()).text(&model.name))
        .optional(model.headline.as_ref().map(|figure| headline(page.query.lang, figure)))
        .child(el("p").class("sentence").text(&model.sentence))
        .child(notices(page, model))
        .child(charts)
        .child(el("div").class("tables").children(model.tables.iter().map(|table| figure_table(page, table, None))))
        .child(details(page, model))
}

fn chart(chart: &Rc<ChartModel>) -> Element {
    el("figure").class("chart").child(el("figcaption").text(&chart.caption())).child(el("div").class("plot"))
}
