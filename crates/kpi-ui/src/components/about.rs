use super::details::{item, list};
use super::{Page, named, source_line, take_away};
use crate::Sum;
use crate::element::{Element, el, fragment};
use crate::text::Text;
use kpi_core::query::View;
use kpi_core::view::{AboutIndicator, AboutModel};
use kpi_core::words::{citation, fill, joined, period};

/// What has to be known of the whole publication.
pub(crate) fn about(page: &Page<'_>) -> Element {
    let model = AboutModel::new(page.dataset, page.query);
    let back =
        page.link(View::Overview).child(el("span").aria_hidden("true").text("‹ ")).text(page.say(Text::AllIndicators));
    let heading = el("h2").id("kpi-about").tabindex("-1").node_ref(page.heading).text(page.say(Text::About));
    let notes = &page.dataset.notes;
    let notes = (!notes.is_empty()).then(|| section(page, Text::Notes).child(texts(notes).lang(page.own_lang())));
    let rules = section(page, Text::Rules).child(rules(&model));
    let groups = (!model.groups.is_empty()).then(|| section(page, Text::Groups).child(texts(&model.groups)));
    let focus = page.dataset.area(page.dataset.focus()).map_or("", |area| &area.name);
    let key = section(page, Text::Key)
        .child(el("ul").class("symbols").children(model.key.iter().map(symbol)))
        .child(el("p").class("key").text(focus).text(page.say(Text::VerdictKey)));
    let indicators =
        section(page, Text::TheIndicators).children(model.indicators.iter().map(|one| indicator(page, one)));
    el("article")
        .class("about")
        .part("about")
        .aria_labelledby("kpi-about")
        .child(el("p").class("back").child(back))
        .child(heading)
        .optional(notes)
        .child(publication(page, &model))
        .child(rules)
        .optional(groups)
        .child(key)
        .child(indicators)
        .child(take_away(page, &[]))
}

fn section(page: &Page<'_>, heading: Text) -> Element {
    fragment().child(el("h3").text(page.say(heading)))
}

fn texts(texts: &[String]) -> Element {
    el("ul").children(texts.iter().map(|text| el("li").text(text)))
}

/// Who published what, when, as which file, and how to cite it.
fn publication(page: &Page<'_>, model: &AboutModel) -> Element {
    let dataset = page.dataset;
    let publisher = named(&dataset.publisher.name, dataset.publisher.url.as_ref());
    let licence = dataset.licence.as_ref();
    let licence = licence.map(|licence| item(page.say(Text::Licence), el("dd").lang(page.own_lang()).text(licence)));
    let dates = (!model.dates.is_empty()).then(|| item(page.say(Text::Date), el("dd").text(&model.dates)));
    let said = file(page);
    let file = (!said.is_empty()).then(|| item(page.say(Text::TheFile), el("dd").text(&said)));
    let cite = item(page.say(Text::Cite), el("dd").text(&citation(dataset, page.query, None)));
    el("dl")
        .class("details")
        .child(item(page.say(Text::Publisher), el("dd").child(publisher)))
        .optional(dates)
        .optional(licence)
        .child(cite)
        .optional(file)
}

/// When the file last changed, and what its bytes add up to.
fn file(page: &Page<'_>) -> String {
    let mut said = Vec::new();
    if let Some(changed) = page.file.changed {
        said.push(fill(page.say(Text::FileChanged), &[&period::date(page.query.lang, changed)]));
    }
    match page.file.sum.get() {
        None => {}
        Some(Sum::Sha256(digits)) => said.push(fill(page.say(Text::FileSum), &[digits])),
        Some(Sum::Unavailable) => said.push(page.say(Text::NoFileSum).to_owned()),
    }
    joined(&said, " ")
}

fn rules(model: &AboutModel) -> Element {
    let rules = model.rules.iter().map(|rule| {
        let source = (!rule.source.is_empty()).then(|| el("span").class("small").text(" ").text(rule.source).text("."));
        item(rule.heading, el("dd").text(&rule.text).optional(source))
    });
    el("dl").class("details").children(rules)
}

fn symbol((symbol, meaning): &(String, String)) -> Element {
    el("li").child(el("strong").text(symbol)).text(" ").text(meaning)
}

fn indicator(page: &Page<'_>, model: &AboutIndicator) -> Element {
    let heading = el("h4").child(page.link(View::of(model.indicator)).lang(page.own_lang()).text(&model.name));
    let definition = model.definition.as_ref();
    let definition =
        definition.map(|words| item(page.say(Text::Definition), el("dd").lang(page.own_lang()).text(words)));
    let source = model.source.as_ref();
    let source =
        source.map(|source| item(page.say(Text::Source), el("dd").lang(page.own_lang()).child(source_line(source))));
    let details = el("dl")
        .class("details")
        .optional(definition)
        .child(item(page.say(Text::Measures), el("dd").text(&joined(&model.measures, "; "))))
        .child(item(page.say(Text::Direction), el("dd").text(&model.direction)))
        .optional(source)
        .optional(list(page.say(Text::Notes), &model.notes))
        .optional(list(page.say(Text::Revised), &model.revisions));
    fragment().child(heading).child(details)
}
