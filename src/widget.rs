use crate::exchange::{self, Asked, Lacking, Shown};
use crate::failure::{self, Stays};
use crate::life::Life;
use crate::stage::Stage;
use kpi_core::ingest;
use kpi_core::model::{Date, IndicatorIx};
use kpi_core::query::{Query, View, fragment};
use kpi_core::words::{Lang, period};
use kpi_ui::{Action, AppProps, FigureFile, Publication, Settings, Sum};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::Callback;

/// The program's side of one live `<kpi-explorer>`, from when its program is there until it leaves the page.
#[wasm_bindgen]
pub struct Widget(Rc<Inner>);

struct Inner {
    life: Life,
    publication: RefCell<Option<Publication>>,
    stage: RefCell<Option<Stage>>,
    settings: RefCell<Settings>,
    file: RefCell<FigureFile>,
    query: RefCell<Option<Query>>,
    /// Whose figures the script was last asked for.
    wanted: Cell<Option<IndicatorIx>>,
}

#[wasm_bindgen]
impl Widget {
    /// Takes charge of an element.
    #[wasm_bindgen(constructor)]
    pub fn new(life: Life) -> Self {
        Self(Rc::new(Inner {
            life,
            publication: RefCell::default(),
            stage: RefCell::default(),
            settings: RefCell::default(),
            file: RefCell::default(),
            query: RefCell::default(),
            wanted: Cell::default(),
        }))
    }

    /// Reads a publication, which `show` then shows. Where nothing of it can be shown, the one before stays, and what
    /// comes back says why.
    pub fn read(&self, file: &[u8]) -> Option<String> {
        match Publication::new(ingest::read(file)) {
            Ok(publication) => {
                self.0.publication.replace(Some(publication));
                None
            }
            Err(diagnostics) => Some(failure::of_file(self.0.lang(), self.0.stays(), &diagnostics)),
        }
    }

    /// Tells of the file that was read: where it can be had again (if it did not stand in the page), and when it last
    /// changed, as ISO 8601 has it.
    pub fn describe(&self, address: String, changed: Option<String>) {
        let changed = changed.and_then(|day| Date::parse(&day));
        self.0.file.replace(FigureFile { address: address.into(), changed, ..FigureFile::default() });
    }

    /// What the file's bytes add up to: SHA-256 in hexadecimal digits, or nothing where the browser does not compute it.
    pub fn add_up(&self, digits: Option<String>) {
        let sum = digits.map_or(Sum::Unavailable, Sum::Sha256);
        // Said once for each file.
        let _ = self.0.file.borrow().sum.set(sum);
        // What is shown first is told a moment after it is made.
        let is_about = self.0.query.borrow().as_ref().is_none_or(|query| query.view == View::About);
        if let Some(stage) = self.0.stage.borrow().as_ref().filter(|_| is_about) {
            stage.send_message(Action::Wait);
        }
    }

    /// Shows the publication from the beginning that is asked for, in an element that others have left, or in the `spare`
    /// one. Returns the element that it is in.
    pub fn show(&self, spare: Element, asked: Asked) -> Element {
        let Some(publication) = self.0.publication.borrow().clone() else { return spare };
        self.0.settings.replace(asked.into());
        let stage = Stage::set(spare, self.0.props(publication));
        let page = stage.page().clone();
        // What was shown before is taken away after that, so that it is not what is used again.
        self.0.take_down();
        self.0.stage.replace(Some(stage));
        page
    }

    /// Adds the figures that were last asked for. Where they cannot be read, what comes back says why.
    pub fn complete(&self, file: &[u8]) -> Option<String> {
        self.0.complete(file)
    }

    /// The files of figures that are not here yet, a list of paths and hashes. Of one indicator, of its topic, or of the whole
    /// publication where none is named.
    pub fn lacking(&self, indicator: Option<String>, topic: bool) -> JsValue {
        let publication = self.0.publication.borrow();
        let Some(dataset) = publication.as_ref().map(Publication::dataset) else { return JsValue::UNDEFINED };
        let mut files: Vec<Lacking> = Vec::new();
        let named = indicator.and_then(|id| fragment::find_indicator(&id, dataset));
        let of = named.and_then(|ix| dataset.indicator(ix)).filter(|_| topic).map(|named| named.topic);
        for (ix, indicator) in dataset.indexed_indicators() {
            let is_meant = if topic { of == Some(indicator.topic) } else { named.is_none_or(|named| named == ix) };
            if let (true, Some(data)) = (is_meant, indicator.lacks()) {
                files.push(data.into());
            }
        }
        exchange::given(&files)
    }

    /// Shows what a fragment says, because the page around wants it.
    pub fn follow(&self, begin: &str) {
        let (publication, stage) = (self.0.publication.borrow(), self.0.stage.borrow());
        let (Some(publication), Some(stage)) = (&*publication, &*stage) else { return };
        let default = self.0.settings.borrow().default_query(publication);
        if let Some(query) = fragment::read(begin, &default, publication.dataset()) {
            stage.send_message(Action::Tell(query));
        }
    }

    /// Why there are no figures, in words: `code` and `status` are the script's, `source` the file's address.
    pub fn explain(&self, code: &str, status: u16, source: &str) -> String {
        failure::of_request(self.0.lang(), self.0.stays(), code, status, source)
    }

    /// A day in words: `2021-03-31` as `31 March 2021`. Not every browser has the months of every language.
    pub fn date(&self, day: &str) -> Option<String> {
        Some(period::date(self.0.lang(), Date::parse(day)?))
    }

    /// The element has left the page: takes down what was put up.
    pub fn close(&self) {
        self.0.take_down();
    }
}

impl Widget {
    /// What is shown.
    pub(crate) fn shown(&self) -> Option<(Publication, Query)> {
        self.0.publication.borrow().clone().zip(self.0.query.borrow().clone())
    }

    /// The element that shows it.
    pub(crate) fn page(&self) -> Option<Element> {
        self.0.stage.borrow().as_ref().map(|stage| stage.page().clone())
    }
}

impl Inner {
    fn props(self: &Rc<Self>, publication: Publication) -> AppProps {
        let told = Rc::downgrade(self);
        AppProps {
            publication: Some(publication),
            file: self.file.borrow().clone(),
            hands: Some(self.life.hands()),
            settings: self.settings.borrow().clone(),
            on_change: Callback::from(move |query| {
                if let Some(inner) = told.upgrade() {
                    inner.changed_to(&query);
                }
            }),
        }
    }

    /// The language to say in what went wrong.
    fn lang(&self) -> Lang {
        Lang::of_tag(&self.life.lang()).unwrap_or_default()
    }

    fn stays(&self) -> Stays {
        if self.publication.borrow().is_some() { Stays::Publication } else { Stays::Plain }
    }

    fn take_down(&self) {
        self.wanted.take();
        if let Some(stage) = self.stage.take() {
            stage.strike();
        }
    }

    fn complete(self: &Rc<Self>, file: &[u8]) -> Option<String> {
        let publication = self.publication.borrow().clone()?;
        let indicator = publication.dataset().indicator(self.wanted.get()?)?;
        let diagnostics = ingest::read_data_file(file, publication.dataset(), indicator);
        if indicator.lacks().is_some() {
            return Some(failure::of_file(self.lang(), self.stays(), &diagnostics));
        }
        let publication = publication.completed(diagnostics);
        self.publication.replace(Some(publication.clone()));
        if let Some(stage) = &mut *self.stage.borrow_mut() {
            stage.update(self.props(publication));
        }
        None
    }

    fn changed_to(&self, query: &Query) {
        let Some(publication) = self.publication.borrow().clone() else { return };
        self.query.replace(Some(query.clone()));
        let dataset = publication.dataset();
        let default = self.settings.borrow().default_query(&publication);
        self.life.shown(exchange::given(&Shown::new(query, &default, dataset)));
        let lacking = match query.view {
            View::Overview | View::About => None,
            View::Indicator { indicator, .. } => {
                dataset.indicator(indicator).and_then(|looked_at| Some((indicator, looked_at.lacks()?)))
            }
        };
        self.wanted.set(lacking.map(|(ix, _)| ix));
        self.life.want(exchange::given(&lacking.map(|(_, file)| Lacking::from(file))));
    }
}
