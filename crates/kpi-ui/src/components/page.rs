use crate::Action;
use crate::browser::{chosen_option, plain_click};
use crate::element::{Element, el};
use kpi_core::model::Dataset;
use kpi_core::query::{Query, View, address, fragment};
use yew::{Callback, Event, NodeRef};

/// What every part of the page is made from.
pub(crate) struct Page<'p> {
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
}

impl Page<'_> {
    /// A link, without words yet, to another view with the same choices.
    pub(crate) fn link(&self, view: View) -> Element {
        let query = Query { view, ..self.query.clone() };
        let address = address::named(&fragment::write(&query, self.default, self.dataset), self.name);
        let action = match view {
            View::Overview => Action::ShowOverview,
            View::About => Action::ShowAbout,
            View::Indicator { indicator, .. } => Action::ShowIndicator(indicator),
        };
        let act = self.act.clone();
        let follow = move |event: Event| {
            if plain_click(&event) {
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
