use crate::browser::{Left, Way, chosen_option, plain_click, typed};
use crate::element::{Element, el};
use crate::text::Text;
use crate::{Action, FigureFile, Publication};
use kpi_core::model::{Dataset, IndicatorIx};
use kpi_core::query::{Query, View, address, fragment};
use kpi_core::words::Lang;
use std::cell::Cell;
use std::rc::Rc;
use yew::{AttrValue, Callback, Event, NodeRef};

/// What every part of the page is made from.
pub(crate) struct Page<'p> {
    pub(crate) publication: &'p Publication,
    pub(crate) dataset: &'p Dataset,
    /// What is shown.
    pub(crate) query: &'p Query,
    /// What the address leaves out.
    pub(crate) default: &'p Query,
    /// What this explorer's part of the address is called.
    pub(crate) name: &'p str,
    /// Where an event goes.
    pub(crate) act: &'p Callback<Action>,
    /// Takes the focus when a reader arrives at another view.
    pub(crate) heading: &'p NodeRef,
    /// The indicator that the reader comes from, whose link in the list takes the focus instead.
    pub(crate) left: Option<Left<'p>>,
    /// Where a link to an indicator notes that it was followed.
    pub(crate) way: &'p Rc<Cell<Way>>,
    /// The file that the figures came in.
    pub(crate) file: &'p FigureFile,
    /// What came of taking something away.
    pub(crate) said: &'p str,
}

impl Page<'_> {
    /// A text of the interface in the language of the page.
    pub(crate) fn say(&self, text: Text) -> &'static str {
        text.say(self.query.lang)
    }

    /// The language of the publication's own texts where it is not the page's; empty where nobody knows.
    pub(crate) fn own_lang(&self) -> Option<AttrValue> {
        let tag = self.dataset.language.as_deref();
        let spoken = tag.map_or(Some(Lang::En), Lang::of_tag);
        (spoken != Some(self.query.lang)).then(|| AttrValue::from(tag.unwrap_or_default().to_owned()))
    }

    /// A link, without words yet, to another view with the same choices.
    pub(crate) fn link(&self, view: View) -> Element {
        self.link_from(view, None)
    }

    /// A link to an indicator from a place on the list, which takes the focus when the reader comes back there.
    pub(crate) fn link_to(&self, indicator: IndicatorIx, way: Way) -> Element {
        let link = self.link_from(View::of(indicator), Some(way)).lang(self.own_lang());
        match self.left {
            Some(left) if (left.indicator, left.way) == (indicator, way) => link.node_ref(left.link),
            _ => link,
        }
    }

    fn link_from(&self, view: View, way: Option<Way>) -> Element {
        let query = Query { view, ..self.query.clone() };
        let address = address::named(&fragment::write(&query, self.default, self.dataset), self.name);
        let action = match view {
            View::Overview => Action::ShowOverview,
            View::About => Action::ShowAbout,
            View::Indicator { indicator, .. } => Action::ShowIndicator(indicator),
        };
        let (act, noted) = (self.act.clone(), Rc::clone(self.way));
        let follow = move |event: Event| {
            if plain_click(&event) {
                if let Some(way) = way {
                    noted.set(way);
                }
                act.emit(action.clone());
            }
        };
        el("a").href(format!("#{address}")).onclick(Callback::from(follow))
    }

    /// Does the same at every event.
    pub(crate) fn does(&self, action: Option<Action>) -> Callback<Event> {
        let act = self.act.clone();
        Callback::from(move |_| {
            if let Some(action) = &action {
                act.emit(action.clone());
            }
        })
    }

    /// Does something with what is typed into a field.
    pub(crate) fn does_typed(&self, action: fn(String) -> Action) -> Callback<Event> {
        let act = self.act.clone();
        Callback::from(move |event| {
            if let Some(text) = typed(&event) {
                act.emit(action(text));
            }
        })
    }

    /// Does what belongs to the option of a `<select>` that is chosen.
    pub(crate) fn does_chosen(&self, actions: Vec<Action>) -> Callback<Event> {
        let act = self.act.clone();
        Callback::from(move |event| {
            if let Some(action) = chosen_option(&event).and_then(|option| actions.get(option)) {
                act.emit(action.clone());
            }
        })
    }
}
