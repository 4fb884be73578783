use super::Page;
use crate::Publication;
use crate::browser::{Drawing, Move, leaves_by_mouse, move_of, swallow};
use crate::element::{Element, el};
use crate::text::Text;
use kpi_chart::Step;
use kpi_core::model::IndicatorIx;
use kpi_core::query::Query;
use kpi_core::view::{ChartModel, ReadOut, ReadRow, Tone, read_out};
use kpi_core::words::joined;
use std::rc::Rc;
use yew::virtual_dom::ListenerKind;
use yew::{Component, Context, Event, Html, Properties, html};

#[derive(Clone, Debug, Properties)]
pub struct ChartProps {
    pub publication: Publication,
    pub query: Query,
    pub indicator: IndicatorIx,
    pub model: Rc<ChartModel>,
}

/// A model follows from the rest, and from its kind, which is its key: to compare models would be as much program as a
/// chart of its own.
impl PartialEq for ChartProps {
    fn eq(&self, other: &Self) -> bool {
        self.indicator == other.indicator && self.query == other.query && self.publication == other.publication
    }
}

/// A chart keeps its canvas while its kind stays.
pub(crate) fn chart(page: &Page<'_>, indicator: IndicatorIx, model: &Rc<ChartModel>) -> Html {
    let kind = match &**model {
        ChartModel::Line(_) => "line",
        ChartModel::Bars(_) => "bars",
        ChartModel::Strip(_) => "strip",
    };
    let (publication, query) = (page.publication.clone(), page.query.clone());
    html! { <Chart key={kind} {publication} {query} {indicator} model={Rc::clone(model)} /> }
}

/// A chart on a canvas, whose values are read out where the pointer or the arrow keys are. Whoever does not see it has the
/// sentence above and the table below, which say the same.
pub struct Chart {
    drawing: Drawing,
    /// The spot that is read out, by its position.
    at: Option<usize>,
    /// How many there are; none before it is drawn.
    spots: usize,
}

/// What a reader did to a chart.
pub enum Reading {
    /// Pointed at it.
    Point(Event),
    /// Pressed a key.
    Key(Event),
    /// Took the pointer away.
    Leave(Event),
    /// Went on to something else.
    Blur,
    /// Nothing: it was drawn, and has so many spots.
    Drawn(usize),
}

impl Component for Chart {
    type Message = Reading;
    type Properties = ChartProps;

    fn create(_: &Context<Self>) -> Self {
        Self { drawing: Drawing::default(), at: None, spots: 0 }
    }

    fn changed(&mut self, _: &Context<Self>, _: &ChartProps) -> bool {
        // Another chart may not have this spot.
        self.at = None;
        true
    }

    fn update(&mut self, context: &Context<Self>, reading: Reading) -> bool {
        let next = match reading {
            Reading::Drawn(spots) => return std::mem::replace(&mut self.spots, spots) != spots,
            Reading::Point(event) => self.drawing.nearest(&event),
            Reading::Leave(event) if !leaves_by_mouse(&event) => self.at,
            Reading::Leave(_) | Reading::Blur => None,
            Reading::Key(event) => self.next(&context.props().model, &event),
        };
        std::mem::replace(&mut self.at, next) != next
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let ChartProps { publication, query, indicator, model } = context.props();
        let said = self
            .at
            .and_then(|at| self.drawing.spot(at))
            .and_then(|spot| read_out(publication.dataset(), query, *indicator, model, spot.series, spot.period));
        let caption = model.caption();
        let words = format!("{}: {}, {caption}", Text::Chart.say(query.lang), model.title());
        let hear = |kind, message: fn(Event) -> Reading| (kind, context.link().callback(message));
        let heard = [
            hear(ListenerKind::onpointermove, Reading::Point),
            hear(ListenerKind::onpointerdown, Reading::Point),
            hear(ListenerKind::onpointerleave, Reading::Leave),
            hear(ListenerKind::onkeydown, Reading::Key),
            hear(ListenerKind::onfocusout, |_| Reading::Blur),
        ];
        // A slider is what screen readers hand the arrow keys to, and whose value they say each time it changes.
        let plot = el("div")
            .class("plot")
            .role("slider")
            .tabindex("0")
            .aria_label(words)
            .aria_roledescription(Text::Chart.say(query.lang))
            .aria_valuemin("0")
            .aria_valuemax(self.spots.to_string())
            .aria_valuenow(self.at.map_or(0, |at| at + 1).to_string())
            .aria_valuetext(said.as_ref().map_or(Text::Read.say(query.lang).to_owned(), |said| said.spoken.clone()))
            .child(el("canvas").node_ref(self.drawing.canvas()).aria_hidden("true"))
            .child(el("div").class("rule").node_ref(self.drawing.rule()))
            .child(self::said(said.as_ref()).node_ref(self.drawing.read_out()));
        let plot = heard.into_iter().fold(plot, |plot, (kind, heard)| plot.on(kind, heard));
        el("figure").class("chart").part("chart").child(el("figcaption").text(&caption)).child(plot).into()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        self.drawing.show(&context.props().model);
        self.drawing.point_out(self.at);
        let spots = self.drawing.spots();
        if spots != self.spots {
            context.link().send_message(Reading::Drawn(spots));
        }
    }
}

impl Chart {
    /// Enter, or an arrow to the side, goes in, at what the page is about; Home and End at the ends; Escape leaves. Outside, the arrows up and down
    /// scroll the page as everywhere.
    fn next(&self, model: &ChartModel, event: &Event) -> Option<usize> {
        let next = match (self.at, move_of(event)) {
            (at, None) => return at,
            (None, Some(Move::Aside(end @ (Step::First | Step::Last)))) => {
                self.drawing.entrance(model).and_then(|at| self.drawing.step(at, end))
            }
            (None, Some(Move::Enter | Move::Aside(_))) => self.drawing.entrance(model),
            (None, Some(_)) => return None,
            (Some(_), Some(Move::Leave)) => None,
            (Some(at), Some(Move::Enter)) => Some(at),
            (Some(at), Some(Move::Aside(step) | Move::Along(step))) => self.drawing.step(at, step),
        };
        swallow(event);
        next
    }
}

/// What is said at a spot, in a box beside it. It is seen only: the slider's value says it to those who hear it.
fn said(said: Option<&ReadOut>) -> Element {
    let read_out = el("div").class("read-out").aria_hidden("true");
    match said {
        None => read_out,
        Some(said) => read_out
            .child(el("strong").text(&said.heading))
            .child(el("span").class("small").text(&said.compared))
            .children(said.rows.iter().map(row))
            .optional((!said.more.is_empty()).then(|| el("span").class("small more").text(&said.more))),
    }
}

fn row(row: &ReadRow) -> Element {
    let asides = joined(&row.asides, ", ");
    el("p")
        .data_kind(row.here.then_some("strong"))
        .child(el("span").class("sample").data_label(kind(row.tone)))
        .child(el("span").text(&row.name))
        .child(el("span").class("number").text(&row.value))
        .child(el("span").class("small").text(&row.difference))
        .optional((!asides.is_empty()).then(|| el("span").class("small asides").text(&asides)))
}

/// Which sample stands for a tone.
pub(crate) const fn kind(tone: Tone) -> &'static str {
    match tone {
        Tone::Focus | Tone::Part => "focus",
        Tone::Comparator(0) => "first",
        Tone::Comparator(1) => "second",
        Tone::Comparator(2) => "third",
        Tone::Comparator(_) | Tone::Plan | Tone::Other => "other",
    }
}
