use super::{KEY, Page, verdict_mark};
use crate::hooks::plain_click;
use crate::{Action, text};
use kpi_core::model::MeasureIx;
use kpi_core::query::{Since, Verdict, View};
use kpi_core::view::{Against, ChangeModel, OverviewModel, OverviewRow, Section, ValueModel};
use kpi_core::words::sentence;
use std::cmp::Ordering;
use yew::{Callback, Html, MouseEvent, html};

/// All indicators at the chosen period, by topic: a table where there is room, a list of cards where there is none.
pub(crate) fn overview(page: &Page<'_>) -> Html {
    let model = OverviewModel::new(page.dataset, page.query);
    let caption = match page.query.period {
        Some(_) => format!("{}, {}", text::ALL_INDICATORS, model.period),
        None if page.dataset.filter_periods.is_empty() => text::ALL_INDICATORS.to_owned(),
        None => format!("{}: {}", text::ALL_INDICATORS, sentence::lowercased(text::LATEST)),
    };
    let focus = page.dataset.area(page.dataset.focus()).map(|area| &area.name);
    let columns = 2 + model.changes.len() + model.comparators.len();
    html! {
        <section class="overview" part="overview" aria-labelledby="kpi-overview">
            <h2 id="kpi-overview" tabindex="-1" ref={page.heading.clone()}>{ caption }</h2>
            <p class="summary">{ &model.summary }</p>
            // Said before the figures: "2 points higher" beside England's figure is not about England.
            <p class="key">{ focus }{ KEY }</p>
            // Laid out as cards a table would lose its meaning in some browsers; the roles keep it.
            <table role="table" aria-labelledby="kpi-overview">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{ text::INDICATOR }</th>
                        <th scope="col" role="columnheader" class="figure">{ text::FIGURE }</th>
                        { for model.changes.iter().map(|since| html! {
                            <th scope="col" role="columnheader">{ text::since(*since) }</th>
                        }) }
                        { for model.comparators.iter().map(|name| html! {
                            <th scope="col" role="columnheader">{ text::compared_with(name) }</th>
                        }) }
                    </tr>
                </thead>
                { for model.sections.iter().map(|section| topic(page, &model, section, columns)) }
            </table>
        </section>
    }
}

fn topic(page: &Page<'_>, model: &OverviewModel, section: &Section, columns: usize) -> Html {
    html! {
        <tbody role="rowgroup">
            <tr role="row" class="topic">
                <th scope="rowgroup" role="rowheader" colspan={columns.to_string()}>{ &section.name }</th>
            </tr>
            { for section.rows.iter().map(|row| indicator(page, model, row)) }
        </tbody>
    }
}

fn indicator(page: &Page<'_>, model: &OverviewModel, row: &OverviewRow) -> Html {
    let indicator = row.indicator;
    let act = page.act.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if plain_click(&event) {
            act.emit(Action::ShowIndicator(indicator));
        }
    });
    let href = page.link(View::Indicator { indicator, measure: MeasureIx(0) });
    html! {
        <tr role="row">
            <th scope="row" role="rowheader"><a {href} {onclick}>{ &row.name }</a></th>
            <td role="cell" class="figure">
                { value(&row.value) }{ period(row) }
                if !row.target.is_empty() { <span class="when">{ " " }{ &row.target }</span> }
            </td>
            { for row.changes.iter().zip(&model.changes).map(|(found, since)| change(found.as_ref(), *since)) }
            { for row.against.iter().zip(&model.comparators).map(|(found, name)| against(found, name)) }
        </tr>
    }
}

fn value(value: &ValueModel) -> Html {
    match value {
        ValueModel::None(reason) => html! { <span class="none">{ reason }</span> },
        ValueModel::Number { remark, number, unit, marks } => html! {
            <>
                if let Some(remark) = remark { <span class="small">{ remark }{ " " }</span> }
                <span class="number">{ number }</span>
                if !unit.is_empty() { <span class="small">{ " " }{ unit }</span> }
                if !marks.is_empty() { <span class="small">{ format!(" ({marks})") }</span> }
            </>
        },
    }
}

fn period(row: &OverviewRow) -> Html {
    row.period.as_ref().map_or_else(Html::default, |period| html! { <span class="when">{ " " }{ period }</span> })
}

fn change(change: Option<&ChangeModel>, since: Since) -> Html {
    let Some(ChangeModel { direction, text, verdict }) = change else {
        return html! { <td role="cell" class="nothing"><span class="hidden">{ text::NO_FIGURE }</span></td> };
    };
    let (arrow, word) = match direction {
        Ordering::Greater => ("↑ ", "up "),
        Ordering::Less => ("↓ ", "down "),
        Ordering::Equal => ("→ ", ""),
    };
    html! {
        <td role="cell" data-label={text::since(since)}>
            <span class="change"><span aria-hidden="true">{ arrow }</span><span class="hidden">{ word }</span>{ text }</span>
            if *verdict != Verdict::Same { { " " }{ verdict_mark(*verdict, "") } }
        </td>
    }
}

fn against(found: &Against, name: &str) -> Html {
    if found.value.is_empty() {
        return html! { <td role="cell" class="nothing"><span class="hidden">{ text::NO_FIGURE }</span></td> };
    }
    html! {
        <td role="cell" data-label={text::compared_with(name)}>
            <span>{ &found.value }</span>
            if let Some(verdict) = found.verdict { { " " }{ verdict_mark(verdict, &found.difference) } }
        </td>
    }
}
