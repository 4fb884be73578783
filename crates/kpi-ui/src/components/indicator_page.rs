use super::details::{item, list};
use super::figure::{moved_by, moved_how, value, when};
use super::filters::{Choice, labelled_list};
use super::{Page, chart, figure_table, source_line, take_away};
use crate::Action;
use crate::element::{Element, el, fragment};
use crate::text::{self, Text};
use kpi_core::model::{IndicatorIx, MeasureIx};
use kpi_core::query::View;
use kpi_core::view::{Breakdown, ChangeModel, Headline, IndicatorModel, MeasureChoice, Part};
use kpi_core::words::Lang;

/// One indicator: the sentence, the charts, the table, and what the figures mean.
pub(crate) fn indicator_page(page: &Page<'_>, indicator: IndicatorIx, measure: MeasureIx) -> Option<Element> {
    let model = &IndicatorModel::new(page.dataset, page.query, indicator, measure)?;
    let back =
        page.link(View::Overview).child(el("span").aria_hidden("true").text("‹ ")).text(page.say(Text::AllIndicators));
    let charts = el("div")
        .class("charts")
        .data_count(model.charts.len().to_string())
        .children(model.charts.iter().map(|model| chart::chart(page, indicator, model)));
    let article = el("article")
        .class("indicator")
        .part("indicator")
        .aria_labelledby("kpi-indicator")
        .child(
            el("p").class("back").child(back).child(el("span").class("topic").lang(page.own_lang()).text(&model.topic)),
        )
        .child(
            el("h2").id("kpi-indicator").tabindex("-1").lang(page.own_lang()).node_ref(page.heading).text(&model.name),
        )
        .optional(model.headline.as_ref().map(|figure| headline(page.query.lang, figure)))
        .child(el("p").class("sentence").text(&model.sentence))
        .child(notices(page, model))
        .optional((!model.measures.is_empty()).then(|| measures(page, &model.measures)))
        .optional((!model.breakdowns.is_empty()).then(|| cuts(page, &model.breakdowns)))
        .child(charts)
        .optional((!model.tables.is_empty()).then(|| tables(page, model)))
        .child(take_away(page, &model.charts, 0))
        .child(details(page, model));
    Some(article)
}

/// The figure, large: for the eye alone, because the sentence behind it begins with the same.
pub(super) fn headline(lang: Lang, figure: &Headline) -> Element {
    let change = |change: &ChangeModel| {
        el("span")
            .class("since")
            .child(moved_by(lang, change))
            .optional(moved_how(lang, change))
            .child(when(&change.since))
    };
    el("div")
        .class("headline")
        .aria_hidden("true")
        .child(el("span").child(value(&figure.value)))
        .child(when(&figure.period))
        .children(figure.changes.iter().map(change))
}

/// What has to be known before the figures are read.
pub(super) fn notices(page: &Page<'_>, model: &IndicatorModel) -> Element {
    let notice = |words: &str| el("p").class("notice").text(words);
    fragment()
        .children(model.decisions.iter().map(|said| notice(said)))
        .optional(model.is_partial.then(|| notice(page.say(Text::Partial))))
}

fn measures(page: &Page<'_>, choices: &[MeasureChoice]) -> Element {
    let radio = |choice: &MeasureChoice| {
        let input = el("input")
            .kind("radio")
            .name("kpi-measure")
            .checked(choice.chosen)
            .onchange(page.does(Some(Action::ChooseMeasure(choice.measure))));
        el("label").class("choice").child(input).text(&choice.name)
    };
    el("fieldset")
        .class("choices")
        .child(el("legend").text(page.say(Text::Shown)))
        .child(el("div").class("row").children(choices.iter().map(radio)))
}

/// Which part of each breakdown the charts show, and which one has its parts side by side.
fn cuts(page: &Page<'_>, breakdowns: &[Breakdown]) -> Element {
    let mut row = el("div").class("row");
    for Breakdown { name, parts, .. } in breakdowns {
        let choice =
            |part: &Part| Choice { words: part.name.clone(), chosen: part.chosen, action: Action::ChooseCut(part.cut) };
        row = row.child(labelled_list(page, name, parts.iter().map(choice).collect()));
    }
    if breakdowns.iter().any(|breakdown| breakdown.side_by_side.is_some()) {
        let choice = |breakdown: &Breakdown| Choice {
            words: breakdown.name.clone(),
            chosen: breakdown.side_by_side.is_none(),
            action: Action::ChooseCut(breakdown.side_by_side.unwrap_or(page.query.cut())),
        };
        row = row.child(labelled_list(page, page.say(Text::SideBySide), breakdowns.iter().map(choice).collect()));
    }
    el("div").class("choices").child(row)
}

/// Every figure of the charts, and more.
fn tables(page: &Page<'_>, model: &IndicatorModel) -> Element {
    let differences = || {
        let input = el("input")
            .kind("checkbox")
            .checked(page.query.differences)
            .onchange(page.does(Some(Action::ToggleDifferences)));
        el("label").class("choice").child(input).text(page.say(Text::Differences))
    };
    let has_comparators = model.has_differences && !page.query.compare.areas().is_empty();
    el("div")
        .class("tables")
        .children((0..).zip(&model.tables).map(|(at, table)| figure_table(page, table, Some(at))))
        .optional(has_comparators.then(differences))
}

pub(super) fn details(page: &Page<'_>, model: &IndicatorModel) -> Element {
    let definition = model
        .definition
        .as_ref()
        .map(|definition| item(page.say(Text::Definition), el("dd").lang(page.own_lang()).text(definition)));
    let source = model
        .source
        .as_ref()
        .map(|source| item(page.say(Text::Source), el("dd").lang(page.own_lang()).child(source_line(source))));
    let groups = model.groups.iter().filter(|group| !group.members.is_empty());
    let groups: Vec<String> = groups.map(|group| text::group(page.query.lang, group)).collect();
    el("dl")
        .class("details")
        .part("details")
        .optional(definition)
        .child(item(page.say(Text::Direction), el("dd").text(model.direction)))
        .optional(source)
        .optional(list(page.say(Text::Notes), &model.notes))
        .optional(list(page.say(Text::Revised), &model.revisions))
        .optional(list(page.say(Text::Groups), &groups))
}
