use kpi_core::model::Date;
use std::cell::OnceCell;
use std::rc::Rc;
use yew::AttrValue;

/// The file of figures as it came, for readers who take it away or want to be sure that they have the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FigureFile {
    /// Where it can be had again; empty where the figures stand in the page itself.
    pub address: AttrValue,
    /// On which day it last changed, as its server says.
    pub changed: Option<Date>,
    /// What its bytes add up to: known a moment after the figures are shown, which is no reason to show them anew.
    pub sum: Rc<OnceCell<Sum>>,
}

/// What the bytes of a file add up to.
#[derive(Clone, Debug, PartialEq)]
pub enum Sum {
    /// SHA-256 in hexadecimal digits, as the tools of every system print it.
    Sha256(String),
    /// The browser does not compute it for a page that did not come over a secure connection.
    Unavailable,
}
