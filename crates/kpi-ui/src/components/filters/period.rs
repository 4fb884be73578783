use super::{Choice, labelled_list, list};
use crate::Action;
use crate::components::Page;
use crate::element::{Element, el};
use crate::text::Text;
use kpi_core::model::Period;
use kpi_core::query::View;
use kpi_core::words::period;

/// More periods than this are a list to open, with buttons for the one before and the one after.
const MOST_RADIOS: usize = 6;
/// Fewer periods need no beginning to choose.
const FEWEST_OF_A_RANGE: usize = 3;

/// Which period.
pub(super) fn periods(page: &Page<'_>) -> Option<Element> {
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
        stepped(row, page, &choices, heading)
    };
    let legend = el("legend").text(heading);
    let legend = match common_group(page) {
        Some(group) => legend.text(page.say(Text::Of)).text(&group),
        None => legend,
    };
    Some(el("fieldset").class("choices").child(legend).child(row).optional(from(page)))
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
    choice.map_or(page.say(Text::Latest).to_owned(), |chosen| period::choice(page.query.lang, chosen))
}

fn stepped(row: Element, page: &Page<'_>, choices: &[Option<Period>], heading: &'static str) -> Element {
    let at = choices.iter().position(|choice| page.query.period == *choice).unwrap_or(0);
    let step = |to: Option<usize>| to.and_then(|to| choices.get(to)).copied();
    let mut listed = Vec::new();
    for choice in choices.iter().rev() {
        let chosen = page.query.period == *choice;
        listed.push(Choice { words: words(page, *choice), chosen, action: Action::ChoosePeriod(*choice) });
    }
    row.child(step_button(page, page.say(Text::Previous), step(at.checked_sub(1))))
        .child(list(page, listed).aria_label(heading))
        .child(step_button(page, page.say(Text::Next), step(at.checked_add(1))))
}

/// A button that cannot lead anywhere stays in its place and stays reachable, so that focus is never lost.
fn step_button(page: &Page<'_>, words: &'static str, to: Option<Option<Period>>) -> Element {
    el("button")
        .kind("button")
        .aria_disabled(to.is_none().then_some("true"))
        .onclick(page.does(to.map(Action::ChoosePeriod)))
        .text(words)
}

/// Where charts and tables over time begin; `None` where there are none, or too few periods to begin with another.
fn from(page: &Page<'_>) -> Option<Element> {
    let View::Indicator { indicator, .. } = page.query.view else { return None };
    let periods = &page.dataset.filter_periods;
    let is_over_time = page.dataset.indicator(indicator)?.periods.len() > 1;
    if periods.len() < FEWEST_OF_A_RANGE || !is_over_time {
        return None;
    }
    let mut choices = Vec::new();
    for from in std::iter::once(None).chain(periods.iter().copied().map(Some)).take(periods.len()) {
        choices.push(Choice {
            words: from.map_or(page.say(Text::TheFirst).to_owned(), |chosen| period::choice(page.query.lang, chosen)),
            chosen: page.query.from == from,
            action: Action::ChooseFrom(from),
        });
    }
    Some(labelled_list(page, page.say(Text::From), choices))
}
