use crate::element::el;
use crate::hooks::use_chart;
use crate::text;
use kpi_core::view::ChartModel;
use std::rc::Rc;
use yew::{Html, Properties, component};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ChartProps {
    pub model: Rc<ChartModel>,
}

/// A chart on a canvas. Whoever does not see it has the sentence above and the table below, which say the same.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let canvas = use_chart(&props.model);
    let (title, subtitle) = match &*props.model {
        ChartModel::Line(line) => (&line.title, &line.subtitle),
        ChartModel::Bars(bars) => (&bars.title, &bars.subtitle),
    };
    let words = format!("{}: {title}, {subtitle}", text::CHART);
    el("figure")
        .class("chart")
        .part("chart")
        .child(el("figcaption").text(subtitle))
        .child(el("canvas").node_ref(&canvas).role("img").aria_label(words))
        .into()
}
