use crate::browser::Drawing;
use crate::element::el;
use crate::text::Text;
use kpi_core::view::ChartModel;
use std::rc::Rc;
use yew::{Component, Context, Html, Properties};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ChartProps {
    pub model: Rc<ChartModel>,
}

/// A chart on a canvas. Whoever does not see it has the sentence above and the table below, which say the same.
pub struct Chart(Drawing);

impl Component for Chart {
    type Message = ();
    type Properties = ChartProps;

    fn create(_: &Context<Self>) -> Self {
        Self(Drawing::default())
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let model = &context.props().model;
        let (title, subtitle) = match &**model {
            ChartModel::Line(line) => (&line.title, &line.subtitle),
            ChartModel::Bars(bars) => (&bars.title, &bars.subtitle),
        };
        let words = format!("{}: {title}, {subtitle}", Text::Chart.say(model.lang()));
        el("figure")
            .class("chart")
            .part("chart")
            .child(el("figcaption").text(subtitle))
            .child(el("canvas").node_ref(self.0.canvas()).role("img").aria_label(words))
            .into()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        self.0.show(&context.props().model);
    }
}
