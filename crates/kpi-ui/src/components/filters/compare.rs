use super::{Choice, labelled_list};
use crate::Action;
use crate::components::Page;
use crate::element::{Element, el};
use crate::text::Text;
use kpi_core::model::{Area, AreaIx};
use kpi_core::query::Since;
use kpi_core::view::{MethodChoice, method_choices};
use kpi_core::words::{method, period};

/// More areas than this do not have a box each.
const MOST_BOXES: usize = 12;

/// What to compare with.
pub(super) fn comparators(page: &Page<'_>) -> Element {
    let dataset = page.dataset;
    let kind = dataset.filter_periods.first().map(|choice| choice.kind());
    let previous = kind.map_or(page.say(Text::PeriodBefore), |kind| period::previous_heading(page.query.lang, kind));
    let year_before = dataset.derived.has_year_before.then(|| {
        let words = kind.map_or(page.say(Text::YearBefore), |kind| period::year_before_heading(page.query.lang, kind));
        checkbox(page, words, page.query.compare.year_before, Action::ToggleSince(Since::YearBefore), usize::MAX)
    });
    let box_of = |ix: AreaIx, area: &Area| {
        checkbox(page, &area.name, page.query.compare.has(ix), Action::ToggleArea(ix), usize::from(ix.0) + 1)
    };
    let is_boxed = |ix: AreaIx| page.query.compare.has(ix) || page.default.compare.has(ix);
    // What there are too many of to have a box each is chosen from a list, and has one from then on.
    let are_many = dataset.comparators().filter(|(ix, _)| !dataset.is_member(*ix)).count() > MOST_BOXES;
    let mut row = el("div")
        .class("row")
        .child(checkbox(page, previous, page.query.compare.previous, Action::ToggleSince(Since::Previous), 0))
        .children(year_before);
    let (mut members, mut listed) = (None, Vec::new());
    for (ix, area) in dataset.comparators() {
        if dataset.is_member(ix) {
            let row = members.unwrap_or_else(|| el("div").class("row"));
            members = Some(row.child(box_of(ix, area)));
        } else if are_many && !is_boxed(ix) {
            listed.push(Choice { words: area.name.clone(), chosen: false, action: Action::ToggleArea(ix) });
        } else {
            row = row.child(box_of(ix, area));
        }
    }
    let row = row.optional((!listed.is_empty()).then(|| another(page, listed)));
    let members = members.map(|row| el("details").child(el("summary").text(page.say(Text::Members))).child(row));
    el("fieldset")
        .class("choices")
        .child(el("legend").text(page.say(Text::Compare)))
        .child(row)
        .children(method_choices(dataset, page.query).iter().map(|group| methods(page, group)))
        .optional(members)
}

/// One more of many areas.
fn another(page: &Page<'_>, mut choices: Vec<Choice>) -> Element {
    // The list shows that nothing is chosen yet, and choosing that changes nothing.
    let (words, action) = (page.say(Text::Choose).to_owned(), Action::ChoosePeriod(page.query.period));
    choices.insert(0, Choice { words, chosen: true, action });
    labelled_list(page, page.say(Text::AnotherArea), choices).key("another")
}

/// How a group's figures are computed.
fn methods(page: &Page<'_>, group: &MethodChoice) -> Element {
    let mut choices = Vec::new();
    for choice in &group.choices {
        choices.push(Choice {
            words: method::word(page.query.lang, *choice).to_owned(),
            chosen: *choice == group.asked,
            action: Action::ChooseMethod(group.area, *choice),
        });
    }
    labelled_list(page, &format!("{}:", group.name), choices)
}

fn checkbox(page: &Page<'_>, name: &str, checked: bool, action: Action, key: usize) -> Element {
    let input = el("input").kind("checkbox").checked(checked).onchange(page.does(Some(action)));
    el("label").key(key).class("choice").child(input).text(name)
}
