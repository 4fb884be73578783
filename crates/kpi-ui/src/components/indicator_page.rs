use super::{Chart, Page, figure_table, source_line};
use crate::hooks::plain_click;
use crate::{Action, text};
use kpi_core::model::{IndicatorIx, MeasureIx};
use kpi_core::query::View;
use kpi_core::view::{ChartModel, IndicatorModel, MeasureChoice};
use std::rc::Rc;
use yew::{Callback, Event, Html, MouseEvent, html};

/// One indicator: the sentence, the charts, the table, and what the figures mean.
pub(crate) fn indicator_page(page: &Page<'_>, indicator: IndicatorIx, measure: MeasureIx) -> Html {
    let Some(model) = &IndicatorModel::new(page.dataset, page.query, indicator, measure) else {
        return Html::default();
    };
    html! {
        <article class="indicator" part="indicator" aria-labelledby="kpi-indicator">
            <p class="back">{ back(page) }<span class="topic">{ &model.topic }</span></p>
            <h2 id="kpi-indicator" tabindex="-1" ref={page.heading.clone()}>{ &model.name }</h2>
            <p class="sentence">{ &model.sentence }</p>
            { for model.decisions.iter().map(|said| html! { <p class="notice">{ said }</p> }) }
            if model.is_partial { <p class="notice">{ text::PARTIAL }</p> }
            if !model.measures.is_empty() { { measures(page, &model.measures) } }
            <div class="charts" data-count={model.charts.len().to_string()}>
                { for model.charts.iter().map(|chart| html! {
                    <Chart key={kind(chart)} model={Rc::new(chart.clone())} />
                }) }
            </div>
            if let Some(table) = &model.table { { figure_table(table) } }
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

fn back(page: &Page<'_>) -> Html {
    let act = page.act.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if plain_click(&event) {
            act.emit(Action::ShowOverview);
        }
    });
    html! {
        <a href={page.link(View::Overview)} {onclick}>
            <span aria-hidden="true">{ "‹ " }</span>{ text::ALL_INDICATORS }
        </a>
    }
}

fn measures(page: &Page<'_>, choices: &[MeasureChoice]) -> Html {
    let radio = |choice: &MeasureChoice| {
        let measure = choice.measure;
        let onchange = page.act.reform(move |_: Event| Action::ChooseMeasure(measure));
        html! {
            <label class="choice">
                <input type="radio" name="kpi-measure" checked={choice.chosen} {onchange} />
                { &choice.name }
            </label>
        }
    };
    html! {
        <fieldset class="choices">
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
                <dt>{ text::SOURCE }</dt><dd>{ source_line(source) }</dd>
            }
            { list(text::NOTES, model.notes.iter().cloned()) }
            { list(text::REVISED, model.revisions.iter().cloned()) }
            { list(text::GROUPS, model.groups.iter().map(text::group)) }
        </dl>
    }
}

fn list(heading: &'static str, items: impl Iterator<Item = String>) -> Html {
    let items: Vec<Html> = items.map(|item| html! { <li>{ item }</li> }).collect();
    if items.is_empty() {
        return Html::default();
    }
    html! { <><dt>{ heading }</dt><dd><ul>{ items }</ul></dd></> }
}
