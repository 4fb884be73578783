use super::Page;
use crate::Action;
use crate::element::{Element, el};
use crate::text::Text;
use kpi_core::model::{Area, AreaIx, Period};
use kpi_core::query::Since;
use kpi_core::view::{GroupModel, groups};
use kpi_core::words::{method, period};

/// More periods than this are a list to open, with buttons for the one before and the one after.
const MOST_RADIOS: usize = 6;

/// Which period, and what to compare with.
pub(crate) fn filters(page: &Page<'_>) -> Element {
    el("div").class("filters").part("filters").optional(periods(page)).child(comparators(page))
}

fn periods(page: &Page<'_>) -> Option<Element> {
    let periods = &page.dataset.filter_periods;
    let heading = period::kind_heading(page.query.lang, periods.first()?.kind());
    let mut choices: Vec<Option<Period>> = periods.iter().copied().map(Some).collect();
    if page.dataset.derived.has_later {
        choices.push(None);
    }
    let row = el("div").class("row");
    let row = if choices.len() <= MOST_RADIOS {
        row.children(choices.iter().map(|choice| radio(page, *choice)))
    } else {
        select(row, page, &choices, heading)
    };
    let legend = el("legend").text(heading);
    let legend = match common_group(page) {
        Some(group) => legend.text(page.say(Text::Of)).text(&group),
        None => legend,
    };
    Some(el("fieldset").class("choices").child(legend).child(row))
}

/// The year, where all periods are of one.
fn common_group(page: &Page<'_>) -> Option<String> {
    let periods = &page.dataset.filter_periods;
    let mut groups = periods.iter().map(|choice| period::parts(page.query.lang, *choice).1);
    let first = groups.next().filter(|group| !group.is_empty() && periods.len() <= MOST_RADIOS)?;
    groups.all(|group| group == first).then_some(first)
}

fn radio(page: &Page<'_>, choice: Option<Period>) -> Element {
    let input = el("input")
        .kind("radio")
        .name("kpi-period")
        .checked(page.query.period == choice)
        .onchange(page.does(Some(Action::ChoosePeriod(choice))));
    let label = el("label").class("choice").child(input);
    // What all have in common stands in the heading; whoever hears one choice alone hears it whole.
    match (choice, common_group(page)) {
        (Some(choice), Some(group)) => label
            .text(&period::parts(page.query.lang, choice).0)
            .child(el("span").class("hidden").text(" ").text(&group)),
        _ => label.text(&words(page, choice)),
    }
}

fn words(page: &Page<'_>, choice: Option<Period>) -> String {
    choice.map_or(page.say(Text::Latest).to_owned(), |chosen| period::label(page.query.lang, chosen))
}

fn select(row: Element, page: &Page<'_>, choices: &[Option<Period>], heading: &'static str) -> Element {
    let at = choices.iter().position(|choice| page.query.period == *choice).unwrap_or(0);
    let step = |to: Option<usize>| to.and_then(|to| choices.get(to)).copied();
    let options = choices.iter().rev().map(|choice| option(&words(page, *choice), page.query.period == *choice));
    let actions = choices.iter().rev().map(|choice| Action::ChoosePeriod(*choice)).collect();
    row.child(step_button(page, page.say(Text::Previous), step(at.checked_sub(1))))
        .child(el("select").aria_label(heading).onchange(page.does_chosen(actions)).children(options))
        .child(step_button(page, page.say(Text::Next), step(at.checked_add(1))))
}

fn option(words: &str, chosen: bool) -> Element {
    el("option").chosen(chosen).text(words)
}

/// A button that cannot lead anywhere stays in its place and stays reachable, so that focus is never lost.
fn step_button(page: &Page<'_>, words: &'static str, to: Option<Option<Period>>) -> Element {
    el("button")
        .kind("button")
        .aria_disabled(to.is_none().then_some("true"))
        .onclick(page.does(to.map(Action::ChoosePeriod)))
        .text(words)
}

fn comparators(page: &Page<'_>) -> Element {
    let dataset = page.dataset;
    let kind = dataset.filter_periods.first().map(|choice| choice.kind());
    let previous = kind.map_or(page.say(Text::PeriodBefore), |kind| period::previous_heading(page.query.lang, kind));
    let year_before = dataset.derived.has_year_before.then(|| {
        let words = kind.map_or(page.say(Text::YearBefore), |kind| period::year_before_heading(page.query.lang, kind));
        checkbox(page, words, page.query.compare.year_before, Action::ToggleSince(Since::YearBefore), usize::MAX)
    });
    let box_of = |(ix, area): (AreaIx, &Area)| {
        checkbox(page, &area.name, page.query.compare.has(ix), Action::ToggleArea(ix), usize::from(ix.0) + 1)
    };
    let (members, others): (Vec<_>, Vec<_>) = dataset.comparators().partition(|(ix, _)| dataset.is_member(*ix));
    let row = el("div")
        .class("row")
        .child(checkbox(page, previous, page.query.compare.previous, Action::ToggleSince(Since::Previous), 0))
        .children(year_before)
        .children(others.into_iter().map(box_of));
    let members = (!members.is_empty()).then(|| {
        let row = el("div").class("row").children(members.into_iter().map(box_of));
        el("details").child(el("summary").text(page.say(Text::Members))).child(row)
    });
    el("fieldset")
        .class("choices")
        .child(el("legend").text(page.say(Text::Compare)))
        .child(row)
        .children(groups(dataset, page.query).iter().map(|group| methods(page, group)))
        .optional(members)
}

/// How a group's figures are computed.
fn methods(page: &Page<'_>, group: &GroupModel) -> Element {
    let options =
        group.choices.iter().map(|choice| option(method::word(page.query.lang, *choice), *choice == group.method));
    let actions = group.choices.iter().map(|choice| Action::ChooseMethod(group.area, *choice)).collect();
    el("label")
        .class("choice")
        .text(&group.name)
        .text(":")
        .child(el("select").onchange(page.does_chosen(actions)).children(options))
}

fn checkbox(page: &Page<'_>, name: &str, checked: bool, action: Action, key: usize) -> Element {
    let input = el("input").kind("checkbox").checked(checked).onchange(page.does(Some(action)));
    el("label").key(key).class("choice").child(input).text(name)
}
