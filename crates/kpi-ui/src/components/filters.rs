use crate::hooks::chosen_value;
use crate::{Action, Publication, text};
use kpi_core::model::{AreaIx, Period};
use kpi_core::query::Query;
use kpi_core::words::period;
use yew::{Callback, Event, Html, MouseEvent, Properties, component, html};

/// More periods than this are a list to open, with buttons for the one before and the one after.
const MOST_RADIOS: usize = 6;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FiltersProps {
    pub publication: Publication,
    pub query: Query,
    pub act: Callback<Action>,
}

/// Which period, and what to compare with.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    html! {
        <div class="filters" part="filters">
            { periods(props) }
            { comparators(props) }
        </div>
    }
}

fn periods(props: &FiltersProps) -> Html {
    let periods = &props.publication.dataset().filter_periods;
    let Some(first) = periods.first() else { return Html::default() };
    let heading = period::kind_heading(first.kind());
    let choices = if periods.len() <= MOST_RADIOS {
        periods.iter().map(|choice| radio(props, *choice)).collect()
    } else {
        select(props, periods, heading)
    };
    html! {
        <fieldset class="choices" part="period-filter">
            <legend>{ heading }</legend>
            <div class="row">{ choices }</div>
        </fieldset>
    }
}

fn radio(props: &FiltersProps, choice: Period) -> Html {
    let onchange = props.act.reform(move |_: Event| Action::ChoosePeriod(choice));
    let checked = props.query.period == Some(choice);
    html! {
        <label class="choice">
            <input type="radio" name="kpi-period" {checked} {onchange} />
            { period::label(choice) }
        </label>
    }
}

fn select(props: &FiltersProps, periods: &[Period], heading: &'static str) -> Html {
    let at = periods.iter().position(|choice| props.query.period == Some(*choice)).unwrap_or(0);
    let step = |to: Option<usize>| to.and_then(|to| periods.get(to)).copied();
    let onchange = {
        let (act, periods) = (props.act.clone(), periods.to_vec());
        Callback::from(move |event: Event| {
            let value = chosen_value(&event).and_then(|value| Period::parse(&value));
            if let Some(choice) = value.filter(|choice| periods.contains(choice)) {
                act.emit(Action::ChoosePeriod(choice));
            }
        })
    };
    html! {
        <>
            { step_button(props, text::PREVIOUS, step(at.checked_sub(1))) }
            <select aria-label={heading} {onchange}>
                { for periods.iter().rev().map(|choice| html! {
                    <option value={choice.to_string()} selected={props.query.period == Some(*choice)}>
                        { period::label(*choice) }
                    </option>
                }) }
            </select>
            { step_button(props, text::NEXT, step(at.checked_add(1))) }
        </>
    }
}

/// A button that cannot lead anywhere stays in its place and stays reachable, so that focus is never lost.
fn step_button(props: &FiltersProps, words: &'static str, to: Option<Period>) -> Html {
    let act = props.act.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(choice) = to {
            act.emit(Action::ChoosePeriod(choice));
        }
    });
    html! { <button type="button" aria-disabled={to.is_none().then_some("true")} {onclick}>{ words }</button> }
}

fn comparators(props: &FiltersProps) -> Html {
    let dataset = props.publication.dataset();
    let kind = dataset.filter_periods.first().map(|choice| choice.kind());
    let previous = kind.map_or("The period before", period::previous_heading);
    let areas = dataset.comparators().map(|(ix, area)| {
        let act = Action::ToggleArea(ix);
        checkbox(props, &area.name, props.query.compare.has(ix), act, Some(ix))
    });
    html! {
        <fieldset class="choices" part="compare-filter">
            <legend>{ text::COMPARE }</legend>
            <div class="row">
                { checkbox(props, previous, props.query.compare.previous, Action::TogglePrevious, None) }
                { for areas }
            </div>
        </fieldset>
    }
}

fn checkbox(props: &FiltersProps, name: &str, checked: bool, action: Action, area: Option<AreaIx>) -> Html {
    let onchange = props.act.reform(move |_: Event| action.clone());
    html! {
        <label key={area.map_or(0, |area| usize::from(area.0) + 1)} class="choice">
            <input type="checkbox" {checked} {onchange} />
            { name }
        </label>
    }
}
