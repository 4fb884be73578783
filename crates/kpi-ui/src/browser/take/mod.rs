//! What a reader takes away, handed to the browser: files, the clipboard, the printer.

mod clipboard;
mod download;

use super::chart::Framed;
use crate::text::Text;
use crate::{Action, Publication, Reader, Take};
use download::{Parts, Use, is_confined, save};
use kpi_core::export::{BYTE_ORDER_MARK, Details, everything, file_name, sheet, shown};
use kpi_core::query::{Query, View};
use kpi_core::view::{IndicatorModel, Picture};
use kpi_core::words::{citation, fill};
use std::fmt::{self, Write};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Blob, Element, ShadowRoot};
use yew::{Callback, NodeRef};

/// What is taken away, and from where.
pub(crate) struct Taking<'t> {
    pub(crate) publication: &'t Publication,
    pub(crate) query: &'t Query,
    /// The fragment of what is shown, where the page's address follows it.
    pub(crate) fragment: Option<String>,
    /// Any element of the page.
    pub(crate) beside: &'t NodeRef,
    /// Where a text stands that is copied.
    pub(crate) copied: &'t NodeRef,
    pub(crate) act: &'t Callback<Action>,
}

impl Taking<'_> {
    /// Does it, and tells what came of it; empty where that is told later, or by the browser.
    pub(crate) fn take(&self, what: Take) -> String {
        match what {
            Take::Shown(reader) => {
                self.table(reader, self.query, &|to| shown(self.publication.dataset(), self.query, to))
            }
            Take::All(reader) => {
                let dataset = self.publication.dataset();
                let mut said =
                    self.table(reader, &self.whole(), &|to| everything(dataset, self.query.lang, Details::Inside, to));
                let lacking = dataset.indicators.iter().filter(|indicator| indicator.lacks().is_some()).count();
                if lacking > 0 {
                    said.push(' ');
                    said.push_str(&fill(Text::NotInFile.say(self.query.lang), &[&lacking.to_string()]));
                }
                said
            }
            Take::File => match self.beside.cast().as_ref().and_then(own_data) {
                Some(text) => self.text(&text, "application/json", &self.name(&self.whole(), "kpi.json")),
                None => self.say(Text::NotSaved),
            },
            Take::Svg(chart) => match self.picture(chart) {
                Some(picture) => self.text(&picture.svg(), "image/svg+xml", &self.chart_name(chart, "svg")),
                None => self.say(Text::NotSaved),
            },
            Take::Png(chart) => match self.picture(chart).and_then(|picture| self.png(chart, &picture)) {
                Some(()) => String::new(),
                None => self.say(Text::NotSaved),
            },
            Take::Print => self.print(),
            Take::Link => self.copy(Text::LinkCopied, &self.address(), None),
            Take::Citation => {
                // An address that leads to this computer's disk alone is none.
                let address = Some(self.address()).filter(|address| address.starts_with("http"));
                let words = citation(self.publication.dataset(), self.query, address.as_deref());
                self.copy(Text::CitationCopied, &words, None)
            }
            Take::Table => {
                let sheet = sheet(self.publication.dataset(), self.query);
                self.copy(Text::TableCopied, &sheet.text(), Some(sheet.html()))
            }
        }
    }

    /// The publication as a whole, by whose title its files are called.
    fn whole(&self) -> Query {
        Query { view: View::About, ..self.query.clone() }
    }

    fn name(&self, of: &Query, ending: &str) -> String {
        file_name(self.publication.dataset(), of, ending)
    }

    /// The second of several charts is another file: `icpc-in-time-q4-2020-21.2.png`.
    fn chart_name(&self, chart: usize, ending: &str) -> String {
        let numbered = [&(chart + 1).to_string(), ".", ending].concat();
        self.name(self.query, if chart == 0 { ending } else { &numbered })
    }

    fn table(&self, reader: Reader, of: &Query, write: &dyn Fn(&mut dyn Write) -> fmt::Result) -> String {
        let mut parts = Parts::default();
        if reader == Reader::Excel {
            parts.add(BYTE_ORDER_MARK);
        }
        // Parts take everything.
        let _ = write(&mut parts);
        self.save(parts.blob("text/csv;charset=utf-8"), &self.name(of, "csv"))
    }

    fn text(&self, text: &str, kind: &str, name: &str) -> String {
        let mut parts = Parts::default();
        parts.add(text);
        self.save(parts.blob(kind), name)
    }

    fn save(&self, blob: Option<Blob>, name: &str) -> String {
        match blob.and_then(|blob| save(&blob, name)) {
            Some(()) => saved(self.query, name),
            None => self.say(Text::NotSaved),
        }
    }

    fn picture(&self, chart: usize) -> Option<Framed> {
        picture(self.publication, self.query, chart, &self.beside.cast()?)
    }

    /// A canvas hands out its picture later.
    fn png(&self, chart: usize, picture: &Framed) -> Option<()> {
        let (act, query, name) = (self.act.clone(), self.query.clone(), self.chart_name(chart, "png"));
        let done = Closure::once_into_js(move |blob: Option<Blob>| {
            let words = match blob.and_then(|blob| save(&blob, &name)) {
                Some(()) => saved(&query, &name),
                None => Text::NotSaved.say(query.lang).to_owned(),
            };
            act.emit(Action::Say(words));
        });
        picture.png(done.unchecked_ref())
    }

    fn print(&self) -> String {
        let printed = web_sys::window().and_then(|window| window.print().ok());
        if printed.is_none() || is_confined(Use::Printing) { self.say(Text::Confined) } else { String::new() }
    }

    fn copy(&self, done: Text, text: &str, html: Option<String>) -> String {
        self.say(if clipboard::copy(self.copied, text, html) { done } else { Text::NotCopied })
    }

    /// The address at which others find what is shown.
    fn address(&self) -> String {
        let address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
        let Some(fragment) = &self.fragment else { return address };
        let page = address.split('#').next().unwrap_or_default();
        if fragment.is_empty() { page.to_owned() } else { [page, "#", fragment].concat() }
    }

    fn say(&self, text: Text) -> String {
        text.say(self.query.lang).to_owned()
    }
}

fn saved(query: &Query, name: &str) -> String {
    let mut said = fill(Text::Saved.say(query.lang), &[name]);
    if is_confined(Use::Downloads) {
        said.push(' ');
        said.push_str(Text::Confined.say(query.lang));
    }
    said
}

/// One of the charts of the indicator that is shown, with all its words around it, in the font of an element of the page.
#[must_use]
pub fn picture(publication: &Publication, query: &Query, chart: usize, beside: &Element) -> Option<Framed> {
    let View::Indicator { indicator, measure, .. } = query.view else { return None };
    let dataset = publication.dataset();
    let model = IndicatorModel::new(dataset, query, indicator, measure)?;
    let picture = Picture::new(dataset, query, &model, model.charts.get(chart)?);
    Framed::new(picture, beside)
}

/// The figures that stand in the page itself, as they stand there.
fn own_data(beside: &Element) -> Option<String> {
    inline_data(&beside.get_root_node().dyn_into::<ShadowRoot>().ok()?.host())
}

/// The text of a `<script type="application/json">` that is a child of an element.
#[must_use]
pub fn inline_data(host: &Element) -> Option<String> {
    host.query_selector(":scope > script[type='application/json']").ok()??.text_content()
}
