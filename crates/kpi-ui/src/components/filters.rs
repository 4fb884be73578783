use super::Page;
use crate::hooks::chosen_value;
use crate::{Action, text};
use kpi_core::model::{AreaIx, Period};
use kpi_core::query::Since;
use kpi_core::words::period;
use yew::{Callback, Event, Html, MouseEvent, html};

/// More periods than this are a list to open, with buttons for the one before and the one after.
const MOST_RADIOS: usize = 6;

/// Which period, and what to compare with.
pub(crate) fn filters(page: &Page<'_>) -> Html {
    html! {
        <div class="filters" part="filters">
            { periods(page) }
            { comparators(page) }
        </div>
    }
}

fn periods(page: &Page<'_>) -> Html {
    let periods = &page.dataset.filter_periods;
    let Some(first) = periods.first() else { return Html::default() };
    let heading = period::kind_heading(first.kind());
    let choices = if periods.len() <= MOST_RADIOS {
        periods.iter().map(|choice| radio(page, *choice)).collect()
    } else {
        select(page, periods, heading)
    };
    html! {
        <fieldset class="choices">
            <legend>{ heading }{ common_group(periods).map(|group| format!(" of {group}")) }</legend>
            <div class="row">{ choices }</div>
        </fieldset>
    }
}

/// The year, where all periods are of one.
fn common_group(periods: &[Period]) -> Option<String> {
    let mut groups = periods.iter().map(|choice| period::parts(*choice).1);
    let first = groups.next().filter(|group| !group.is_empty() && periods.len() <= MOST_RADIOS)?;
    groups.all(|group| group == first).then_some(first)
}

fn radio(page: &Page<'_>, choice: Period) -> Html {
    let onchange = page.act.reform(move |_: Event| Action::ChoosePeriod(choice));
    let checked = page.query.period == Some(choice);
    // What all have in common stands in the heading; whoever hears one choice alone hears it whole.
    let words = match common_group(&page.dataset.filter_periods) {
        Some(group) => html! { <>{ period::parts(choice).0 }<span class="hidden">{ format!(" {group}") }</span></> },
        None => html! { { period::label(choice) } },
    };
    html! {
        <label class="choice">
            <input type="radio" name="kpi-period" {checked} {onchange} />
            { words }
        </label>
    }
}

fn select(page: &Page<'_>, periods: &[Period], heading: &'static str) -> Html {
    let at = periods.iter().position(|choice| page.query.period == Some(*choice)).unwrap_or(0);
    let step = |to: Option<usize>| to.and_then(|to| periods.get(to)).copied();
    let onchange = {
        let (act, periods) = (page.act.clone(), periods.to_vec());
        Callback::from(move |event: Event| {
            let value = chosen_value(&event).and_then(|value| Period::parse(&value));
            if let Some(choice) = value.filter(|choice| periods.contains(choice)) {
                act.emit(Action::ChoosePeriod(choice));
            }
        })
    };
    html! {
        <>
            { step_button(page, text::PREVIOUS, step(at.checked_sub(1))) }
            <select aria-label={heading} {onchange}>
                { for periods.iter().rev().map(|choice| html! {
                    <option value={choice.to_string()} selected={page.query.period == Some(*choice)}>
                        { period::label(*choice) }
                    </option>
                }) }
            </select>
            { step_button(page, text::NEXT, step(at.checked_add(1))) }
        </>
    }
}

/// A button that cannot lead anywhere stays in its place and stays reachable, so that focus is never lost.
fn step_button(page: &Page<'_>, words: &'static str, to: Option<Period>) -> Html {
    let act = page.act.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(choice) = to {
            act.emit(Action::ChoosePeriod(choice));
        }
    });
    html! { <button type="button" aria-disabled={to.is_none().then_some("true")} {onclick}>{ words }</button> }
}

fn comparators(page: &Page<'_>) -> Html {
    let dataset = page.dataset;
    let kind = dataset.filter_periods.first().map(|choice| choice.kind());
    let previous = kind.map_or("The period before", period::previous_heading);
    let areas = dataset.comparators().map(|(ix, area)| {
        let act = Action::ToggleArea(ix);
        checkbox(page, &area.name, page.query.compare.has(ix), act, Some(ix))
    });
    html! {
        <fieldset class="choices">
            <legend>{ text::COMPARE }</legend>
            <div class="row">
                { checkbox(page, previous, page.query.compare.previous, Action::ToggleSince(Since::Previous), None) }
                { for areas }
            </div>
        </fieldset>
    }
}

fn checkbox(page: &Page<'_>, name: &str, checked: bool, action: Action, area: Option<AreaIx>) -> Html {
    let onchange = page.act.reform(move |_: Event| action.clone());
    html! {
        <label key={area.map_or(0, |area| usize::from(area.0) + 1)} class="choice">
            <input type="checkbox" {checked} {onchange} />
            { name }
        </label>
    }
}
