use super::Page;
use crate::element::{Element, el};
use crate::text::Text;
use crate::{Action, Reader, Take};
use kpi_core::query::View;
use kpi_core::view::ChartModel;
use kpi_core::words::chart;
use std::rc::Rc;

/// What can be taken away: the figures, each chart, the page and where it is; and the pages of all indicators that are `listed`.
pub(crate) fn take_away(page: &Page<'_>, charts: &[Rc<ChartModel>], listed: usize) -> Element {
    let tables = (page.query.view != View::About).then(|| {
        group(page.say(Text::TheseFigures))
            .child(button(page, Text::Csv, Take::Shown(Reader::Program)))
            .child(button(page, Text::CsvForExcel, Take::Shown(Reader::Excel)))
            .child(button(page, Text::CopyTable, Take::Table))
    });
    let picture = |(at, chart): (usize, &Rc<ChartModel>)| {
        group(&[page.say(Text::Chart), ": ", chart.subtitle()].concat())
            .child(button(page, Text::Png, Take::Png(at)))
            .child(button(page, Text::Svg, Take::Svg(at)))
    };
    let all = group(page.say(Text::AllFigures))
        .child(button(page, Text::Csv, Take::All(Reader::Program)))
        .child(button(page, Text::CsvForExcel, Take::All(Reader::Excel)))
        .child(file(page));
    let this = group(page.say(Text::ThisPage))
        .child(button(page, Text::OfflineCopy, Take::Copy))
        .child(button(page, Text::Print, Take::Print))
        .optional((listed > 0).then(|| button(page, Text::PrintListed, Take::Report)))
        .child(button(page, Text::CopyLink, Take::Link))
        .child(button(page, Text::CopyCitation, Take::Citation));
    let licence = page.dataset.licence.as_ref();
    let licence = licence.map(|licence| el("p").text(&chart::licence(page.query.lang, licence)));
    el("section")
        .class("take")
        .part("take")
        .aria_labelledby("kpi-take")
        .child(el("h3").id("kpi-take").text(page.say(Text::TakeAway)))
        .optional(licence)
        .optional(tables)
        .children(charts.iter().enumerate().map(picture))
        .child(all)
        .child(this)
        // Whoever hears the page has heard it already.
        .child(el("p").class("said").aria_hidden("true").text(page.said))
}

/// Buttons that are called alike are told apart by what stands before them.
fn group(words: &str) -> Element {
    el("div").class("row").role("group").aria_label(words.to_owned()).child(el("span").class("of").text(words))
}

fn button(page: &Page<'_>, words: Text, what: Take) -> Element {
    el("button").kind("button").onclick(page.does(Some(Action::Take(what)))).text(page.say(words))
}

/// The publisher's own file, byte by byte: a link to it, or what stands in the page.
fn file(page: &Page<'_>) -> Element {
    let address = &page.file.address;
    if address.is_empty() {
        return button(page, Text::KpiJson, Take::File);
    }
    let name = address.split(['?', '#']).next().and_then(|path| path.rsplit('/').next()).unwrap_or_default();
    el("a").class("button").href(address.clone()).download(name.to_owned()).text(page.say(Text::KpiJson))
}
