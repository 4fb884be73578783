//! Every indicator that is listed, a page each, for the printer.

use crate::components::{Page, report};
use crate::{FigureFile, Publication};
use kpi_core::model::{Dataset, MeasureIx};
use kpi_core::query::{Query, View};
use kpi_core::view::{IndicatorModel, listed};
use std::rc::Rc;
use yew::{Callback, Html, NodeRef, Properties, component};

/// What the page of each indicator that is listed says, in the order of the list: the page to which its link leads.
pub(crate) fn pages(dataset: &Dataset, query: &Query) -> Vec<IndicatorModel> {
    let mut pages = Vec::new();
    for indicator in listed(dataset, query) {
        let query = Query { view: View::of(indicator), ..query.clone() };
        if let Some(page) = IndicatorModel::new(dataset, &query, indicator, MeasureIx(0)) {
            pages.push(page);
        }
    }
    pages
}

/// Props of [`PrintedPages`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PrintedPagesProps {
    /// The figures.
    pub publication: Publication,
    /// What is shown while they are printed.
    pub query: Query,
}

/// The pages alone. In a browser they stand in the page, which is printed with them.
#[component]
pub fn PrintedPages(props: &PrintedPagesProps) -> Html {
    let PrintedPagesProps { publication, query } = props;
    let (act, heading, file) = (Callback::noop(), NodeRef::default(), FigureFile::default());
    let dataset = publication.dataset();
    let page = Page {
        publication,
        dataset,
        query,
        default: query,
        name: "",
        act: &act,
        heading: &heading,
        left: None,
        way: &Rc::default(),
        file: &file,
        said: "",
    };
    report(&page, &pages(dataset, query)).into()
}
