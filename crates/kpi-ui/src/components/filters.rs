use super::Page;
use crate::hooks::chosen_value;
use crate::{Action, text};
use kpi_core::model::{Area, AreaIx, Period};
use kpi_core::query::{Since, has_later};
use kpi_core::view::{GroupModel, groups};
use kpi_core::words::{method, period};
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
    let mut choices: Vec<Option<Period>> = periods.iter().copied().map(Some).collect();
    if has_later(page.dataset) {
        choices.push(None);
    }
    let controls = if choices.len() <= MOST_RADIOS {
        choices.iter().map(|choice| radio(page, *choice)).collect()
    } else {
        select(page, &choices, heading)
    };
    html! {
        <fieldset class="choices">
            <legend>{ heading }{ common_group(periods).map(|group| format!(" of {group}")) }</legend>
            <div class="row">{ controls }</div>
        </fieldset>
    }
}

/// The year, where all periods are of one.
fn common_group(periods: &[Period]) -> Option<String> {
    let mut groups = periods.iter().map(|choice| period::parts(*choice).1);
    let first = groups.next().filter(|group| !group.is_empty() && periods.len() <= MOST_RADIOS)?;
    groups.all(|group| group == first).then_some(first)
}

fn radio(page: &Page<'_>, choice: Option<Period>) -> Html {
    let onchange = page.act.reform(move |_: Event| Action::ChoosePeriod(choice));
    let checked = page.query.period == choice;
    // What all have in common stands in the heading; whoever hears one choice alone hears it whole.
    let words = match (choice, common_group(&page.dataset.filter_periods)) {
        (Some(choice), Some(group)) => {
            html! { <>{ period::parts(choice).0 }<span class="hidden">{ format!(" {group}") }</span></> }
        }
        _ => html! { { label(choice) } },
    };
    html! {
        <label class="choice">
            <input type="radio" name="kpi-period" {checked} {onchange} />
            { words }
        </label>
    }
}

fn label(choice: Option<Period>) -> String {
    choice.map_or(text::LATEST.to_owned(), period::label)
}

fn select(page: &Page<'_>, choices: &[Option<Period>], heading: &'static str) -> Html {
    let at = choices.iter().position(|choice| page.query.period == *choice).unwrap_or(0);
    let step = |to: Option<usize>| to.and_then(|to| choices.get(to)).copied();
    let onchange = {
        let (act, choices) = (page.act.clone(), choices.to_vec());
        Callback::from(move |event: Event| {
            let value = chosen_value(&event).unwrap_or_default();
            if let Some(choice) = choices.iter().find(|choice| label(**choice) == value) {
                act.emit(Action::ChoosePeriod(*choice));
            }
        })
    };
    html! {
        <>
            { step_button(page, text::PREVIOUS, step(at.checked_sub(1))) }
            <select aria-label={heading} {onchange}>
                { for choices.iter().rev().map(|choice| html! {
                    <option value={label(*choice)} selected={page.query.period == *choice}>{ label(*choice) }</option>
                }) }
            </select>
            { step_button(page, text::NEXT, step(at.checked_add(1))) }
        </>
    }
}

/// A button that cannot lead anywhere stays in its place and stays reachable, so that focus is never lost.
fn step_button(page: &Page<'_>, words: &'static str, to: Option<Option<Period>>) -> Html {
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
    let year_before = dataset.has_year_before().then(|| {
        let words = kind.map_or("A year before", period::year_before_heading);
        checkbox(page, words, page.query.compare.year_before, Action::ToggleSince(Since::YearBefore), usize::MAX)
    });
    let box_of = |(ix, area): (AreaIx, &Area)| {
        checkbox(page, &area.name, page.query.compare.has(ix), Action::ToggleArea(ix), usize::from(ix.0) + 1)
    };
    let (members, others): (Vec<_>, Vec<_>) = dataset.comparators().partition(|(ix, _)| dataset.is_member(*ix));
    html! {
        <fieldset class="choices">
            <legend>{ text::COMPARE }</legend>
            <div class="row">
                { checkbox(page, previous, page.query.compare.previous, Action::ToggleSince(Since::Previous), 0) }
                { year_before }
                { for others.into_iter().map(box_of) }
            </div>
            { for groups(dataset, page.query).iter().map(|group| methods(page, group)) }
            if !members.is_empty() {
                <details>
                    <summary>{ text::MEMBERS }</summary>
                    <div class="row">{ for members.into_iter().map(box_of) }</div>
                </details>
            }
        </fieldset>
    }
}

/// How a group's figures are computed.
fn methods(page: &Page<'_>, group: &GroupModel) -> Html {
    let (act, area, choices) = (page.act.clone(), group.area, group.choices.clone());
    let onchange = Callback::from(move |event: Event| {
        let value = chosen_value(&event).unwrap_or_default();
        if let Some(choice) = choices.iter().find(|choice| method::word(**choice) == value) {
            act.emit(Action::ChooseMethod(area, *choice));
        }
    });
    html! {
        <label class="choice">
            { text::method_of(&group.name) }
            <select {onchange}>
                { for group.choices.iter().map(|choice| html! {
                    <option value={method::word(*choice)} selected={*choice == group.method}>
                        { method::word(*choice) }
                    </option>
                }) }
            </select>
        </label>
    }
}

fn checkbox(page: &Page<'_>, name: &str, checked: bool, action: Action, key: usize) -> Html {
    let onchange = page.act.reform(move |_: Event| action.clone());
    html! {
        <label {key} class="choice">
            <input type="checkbox" {checked} {onchange} />
            { name }
        </label>
    }
}
