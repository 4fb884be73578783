//! What a reader takes away, handed to the script that has the browser's hands: `www/take.js`.

use super::chart::{Easel, Framed};
use crate::text::{Text, counted};
use crate::{Publication, Reader, Take};
use kpi_core::export::{BYTE_ORDER_MARK, Details, everything, file_name, sheet, shown};
use kpi_core::query::{Query, View};
use kpi_core::view::{IndicatorModel, Picture, listed};
use kpi_core::words::{citation, fill};
use std::fmt::{self, Write};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlCanvasElement};
use yew::NodeRef;

#[wasm_bindgen]
extern "C" {
    /// The browser's hands. What saves or prints says whether the page around may forbid it.
    #[derive(Clone, Debug, PartialEq)]
    pub type Hands;

    #[wasm_bindgen(method)]
    fn part(this: &Hands, text: &str);

    #[wasm_bindgen(method)]
    fn save(this: &Hands, name: &str, kind: &str) -> bool;

    #[wasm_bindgen(method, js_name = saveCanvas)]
    fn save_canvas(this: &Hands, canvas: &HtmlCanvasElement, name: &str) -> bool;

    #[wasm_bindgen(method, js_name = saveFigures)]
    fn save_figures(this: &Hands, name: &str) -> bool;

    #[wasm_bindgen(method)]
    fn print(this: &Hands) -> bool;

    /// Asks for the pages of all indicators that are listed, when the program is not at work any more.
    #[wasm_bindgen(method)]
    fn report(this: &Hands) -> bool;

    /// Prints the page with those, the parts as the charts for which they have places.
    #[wasm_bindgen(method, js_name = printReport)]
    fn print_report(this: &Hands);

    #[wasm_bindgen(method, js_name = saveCopy)]
    fn save_copy(this: &Hands) -> bool;

    #[wasm_bindgen(method)]
    fn address(this: &Hands) -> String;

    #[wasm_bindgen(method)]
    fn copy(this: &Hands, text: &str, html: &str) -> bool;
}

/// What is taken away, and from where.
pub(crate) struct Taking<'t> {
    pub(crate) hands: &'t Hands,
    pub(crate) publication: &'t Publication,
    pub(crate) query: &'t Query,
    /// Any element of the page, whose font pictures have.
    pub(crate) beside: &'t NodeRef,
}

impl Taking<'_> {
    /// Does it, and tells what came of it; empty where the browser shows that itself.
    pub(crate) fn take(&self, what: Take) -> String {
        let dataset = self.publication.dataset();
        // The publication as a whole, by whose title its files are called.
        let whole = &Query { view: View::About, ..self.query.clone() };
        match what {
            Take::Shown(reader) => self.table(reader, self.query, &|to| shown(dataset, self.query, to)),
            Take::All(reader) => {
                let write = |to: &mut dyn Write| everything(dataset, self.query.lang, Details::Inside, to);
                let mut said = self.table(reader, whole, &write);
                let lacking = dataset.indicators.iter().filter(|indicator| indicator.lacks().is_some()).count();
                if lacking > 0 {
                    said.push(' ');
                    said.push_str(&counted(self.query.lang, Text::NotInFile, lacking, ""));
                }
                said
            }
            Take::File => {
                let name = file_name(dataset, whole, "kpi.json");
                self.saved(&name, self.hands.save_figures(&name))
            }
            Take::Svg(chart) => self.picture(chart, "svg", &|picture, name| {
                self.hands.part(&picture.svg());
                Some(self.hands.save(name, "image/svg+xml"))
            }),
            Take::Png(chart) => {
                self.picture(chart, "png", &|picture, name| Some(self.hands.save_canvas(picture.canvas()?, name)))
            }
            Take::Print => self.confined(self.hands.print()),
            Take::Report => {
                let said = counted(self.query.lang, Text::Report, listed(dataset, self.query).len(), "");
                self.perhaps(said, self.hands.report())
            }
            Take::Copy => self.confined(self.hands.save_copy()),
            Take::Link => self.copy(Text::LinkCopied, &self.hands.address(), ""),
            Take::Citation => {
                // An address that leads to this computer's disk is none.
                let address = Some(self.hands.address()).filter(|address| address.starts_with("http"));
                self.copy(Text::CitationCopied, &citation(dataset, self.query, address.as_deref()), "")
            }
            Take::Table => {
                let sheet = sheet(dataset, self.query);
                self.copy(Text::TableCopied, &sheet.text(), &sheet.html())
            }
        }
    }

    /// Prints the page with those of all indicators that are listed, when these are in it.
    pub(crate) fn print(&self, pages: &[IndicatorModel]) {
        if let Some(easel) = self.beside.cast().and_then(|beside| Easel::new(&beside)) {
            for page in pages {
                for (at, chart) in page.charts.iter().enumerate() {
                    self.hands.part(&easel.on_paper(chart, (page.charts.len() > 1).then_some(at)));
                }
            }
        }
        self.hands.print_report();
    }

    fn table(&self, reader: Reader, of: &Query, write: &dyn Fn(&mut dyn Write) -> fmt::Result) -> String {
        let mut parts = Parts { hands: self.hands, part: String::new() };
        if reader == Reader::Excel {
            parts.part.push_str(BYTE_ORDER_MARK);
        }
        // Parts take everything.
        let _ = write(&mut parts);
        self.hands.part(&parts.part);
        let name = file_name(self.publication.dataset(), of, "csv");
        self.saved(&name, self.hands.save(&name, "text/csv;charset=utf-8"))
    }

    /// The second of several charts is another file: `icpc-in-time-q4-2020-21.2.png`.
    fn picture(&self, chart: usize, ending: &str, save: &dyn Fn(&Framed, &str) -> Option<bool>) -> String {
        let number = if chart == 0 { String::new() } else { (chart + 1).to_string() + "." };
        let name = file_name(self.publication.dataset(), self.query, &(number + ending));
        let beside = self.beside.cast();
        let picture = beside.and_then(|beside| picture(self.publication, self.query, chart, &beside));
        match picture.and_then(|picture| save(&picture, &name)) {
            Some(is_confined) => self.saved(&name, is_confined),
            None => self.say(Text::NoPicture).to_owned(),
        }
    }

    fn confined(&self, is_confined: bool) -> String {
        if is_confined { self.say(Text::Confined).to_owned() } else { String::new() }
    }

    fn saved(&self, name: &str, is_confined: bool) -> String {
        self.perhaps(fill(self.say(Text::Saved), &[name]), is_confined)
    }

    fn perhaps(&self, mut said: String, is_confined: bool) -> String {
        if is_confined {
            said.push(' ');
            said.push_str(self.say(Text::Confined));
        }
        said
    }

    fn copy(&self, done: Text, text: &str, html: &str) -> String {
        self.say(if self.hands.copy(text, html) { done } else { Text::NotCopied }).to_owned()
    }

    fn say(&self, text: Text) -> &'static str {
        text.say(self.query.lang)
    }
}

/// One of the charts of the indicator that is shown, with all its words around it, in the font of an element of the page.
#[must_use]
pub fn picture(publication: &Publication, query: &Query, chart: usize, beside: &Element) -> Option<Framed> {
    let View::Indicator { indicator, measure, .. } = query.view else { return None };
    let dataset = publication.dataset();
    let model = IndicatorModel::new(dataset, query, indicator, measure)?;
    Framed::new(Picture::new(dataset, query, &model, model.charts.get(chart)?), beside)
}

/// A text of any length on its way into a file.
struct Parts<'t> {
    hands: &'t Hands,
    part: String,
}

/// Bytes of a part.
const PART: usize = 1 << 20;

impl Write for Parts<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.part.push_str(text);
        if self.part.len() > PART {
            self.hands.part(&self.part);
            self.part.clear();
        }
        Ok(())
    }
}
