use super::{Chart, FigureTable, SourceLine};
use crate::hooks::plain_click;
use crate::{Action, Publication, text};
use kpi_core::model::{IndicatorIx, MeasureIx};
use kpi_core::query::{Query, View};
use kpi_core::view::{ChartModel, IndicatorModel, MeasureChoice};
use std::rc::Rc;
use yew::{AttrValue, Callback, Event, Html, MouseEvent, NodeRef, Properties, component, html, use_memo};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct IndicatorPageProps {
    pub publication: Publication,
    pub query: Query,
    pub act: Callback<Action>,
    /// The address of a view.
    pub link: Callback<View, AttrValue>,
    /// Takes the focus when a reader arrives here.
    pub heading: NodeRef,
}

/// One indicator: the sentence, the charts, the table, and what the figures mean.
#[component]
pub fn IndicatorPage(props: &IndicatorPageProps) -> Html {
    let model = use_memo((props.publication.clone(), props.query.clone()), |(publication, query)| {
        let (indicator, measure) = match query.view {
            View::Indicator { indicator, measure } => (indicator, measure),
            View::Overview => (IndicatorIx(0), MeasureIx(0)),
        };
        IndicatorModel::new(publication.dataset(), query, indicator, measure)
    });
    let Some(model) = &*model else { return Html::default() };
    html! {
        <article class="indicator" part="indicator" aria-labelledby="kpi-indicator">
            <p class="back">{ back(props) }<span class="topic">{ &model.topic }</span></p>
            <h2 id="kpi-indicator" tabindex="-1" ref={props.heading.clone()}>{ &model.name }</h2>
            <p class="sentence">{ &model.sentence }</p>
            if !model.measures.is_empty() { { measures(props, &model.measures) } }
            <div class={yew::classes!("charts", (model.charts.len() > 1).then_some("two"))}>
                { for model.charts.iter().map(|chart| html! {
                    <Chart key={kind(chart)} model={Rc::new(chart.clone())} />
                }) }
            </div>
            if let Some(table) = &model.table { <FigureTable model={Rc::new(table.clone())} /> }
            { details(model) }
        </article>
    }
}

/// A chart keeps its canvas while its kind stays.
fn kind(chart: &ChartModel) -> &'static str {
    match chart {
        ChartModel::Line(_) => "line",
        ChartModel::Bars(_) => "bars",
    }
}

fn back(props: &IndicatorPageProps) -> Html {
    let act = props.act.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if plain_click(&event) {
            act.emit(Action::ShowOverview);
        }
    });
    html! {
        <a href={props.link.emit(View::Overview)} {onclick}>
            <span aria-hidden="true">{ "‹ " }</span>{ text::ALL_INDICATORS }
        </a>
    }
}

fn measures(props: &IndicatorPageProps, choices: &[MeasureChoice]) -> Html {
    let radio = |choice: &MeasureChoice| {
        let measure = choice.measure;
        let onchange = props.act.reform(move |_: Event| Action::ChooseMeasure(measure));
        html! {
            <label class="choice">
                <input type="radio" name="kpi-measure" checked={choice.chosen} {onchange} />
                { &choice.name }
            </label>
        }
    };
    html! {
        <fieldset class="choices" part="measure-filter">
            <legend>{ text::SHOWN }</legend>
            <div class="row">{ for choices.iter().map(radio) }</div>
        </fieldset>
    }
}

fn details(model: &IndicatorModel) -> Html {
    html! {
        <dl class="details" part="details">
            if let Some(definition) = &model.definition {
                <dt>{ text::DEFINITION }</dt><dd>{ definition }</dd>
            }
            <dt>{ text::DIRECTION }</dt><dd>{ model.direction }</dd>
            if let Some(source) = &model.source {
                <dt>{ text::SOURCE }</dt><dd><SourceLine source={source.clone()} /></dd>
            }
            if !model.notes.is_empty() {
                <dt>{ text::NOTES }</dt>
                <dd><ul>{ for model.notes.iter().map(|note| html! { <li>{ note }</li> }) }</ul></dd>
            }
        </dl>
    }
}
