use crate::Action;
use kpi_core::model::Dataset;
use kpi_core::query::{Query, View, fragment};
use yew::{AttrValue, Callback, NodeRef};

/// What every part of the page is made from.
pub(crate) struct Page<'p> {
    pub(crate) dataset: &'p Dataset,
    /// What is shown.
    pub(crate) query: &'p Query,
    /// What the address leaves out.
    pub(crate) default: &'p Query,
    /// Where an event goes.
    pub(crate) act: &'p Callback<Action>,
    /// Takes the focus when a reader arrives at another view.
    pub(crate) heading: &'p NodeRef,
}

impl Page<'_> {
    /// The address of another view with the same choices.
    pub(crate) fn link(&self, view: View) -> AttrValue {
        let query = Query { view, ..self.query.clone() };
        AttrValue::from(format!("#{}", fragment::write(&query, self.default, self.dataset)))
    }
}
