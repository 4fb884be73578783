//! The figures of one indicator in a file of their own: fetched when somebody looks at it.

use super::problem::Problem;
use super::{Inner, mount};
use crate::edge::fetch::{Failure, Request};
use kpi_core::ingest;
use kpi_core::model::IndicatorIx;
use kpi_core::query::{Query, View};
use kpi_ui::Publication;
use std::rc::Rc;

/// Fetches what is missing of the indicator that is looked at. A request for it that is under way goes on, one for another
/// ends.
pub(super) fn fetch(inner: &Rc<Inner>, publication: &Publication, query: &Query) {
    let looked_at = match query.view {
        View::Overview | View::About => None,
        View::Indicator { indicator, .. } => Some(indicator),
    };
    let under_way = inner.data_request.borrow().as_ref().map(|(ix, _)| *ix);
    if under_way.is_some() && under_way == looked_at {
        return;
    }
    inner.data_request.take();
    let lacking = looked_at.and_then(|ix| Some((ix, publication.dataset().indicator(ix)?.lacks()?)));
    let Some((ix, data)) = lacking else { return };
    let source = beside(&inner.source.borrow(), &data.path);
    let (waiting, from) = (Rc::clone(inner), source.clone());
    let heard = move |bytes: Result<Vec<u8>, Failure>| {
        waiting.data_request.take();
        match bytes {
            Ok(bytes) => waiting.complete(ix, &bytes),
            Err(failure) => waiting.fail(Problem::Request { failure, source: from }),
        }
    };
    let request = Request::begin(&source, data.hash.as_deref(), Box::new(heard));
    inner.data_request.replace(request.map(|request| (ix, request)));
}

impl Inner {
    /// Puts the figures of one indicator into the publication.
    fn complete(self: &Rc<Self>, ix: IndicatorIx, bytes: &[u8]) {
        let Some(publication) = self.publication.borrow().clone() else { return };
        let Some(indicator) = publication.dataset().indicator(ix) else { return };
        let diagnostics = ingest::read_data_file(bytes, publication.dataset(), indicator);
        if indicator.lacks().is_some() {
            return self.fail(Problem::File { diagnostics });
        }
        let publication = publication.completed(diagnostics);
        self.publication.replace(Some(publication.clone()));
        let props = mount::props(self, publication, None);
        if let Some(app) = &mut *self.app.borrow_mut() {
            app.update(props);
        }
    }
}

/// The address of a file in the folder of another one: `data/kpi.json?v=2` and `a/b.json` are `data/a/b.json`.
fn beside(source: &str, path: &str) -> String {
    let file = source.split(['?', '#']).next().unwrap_or_default();
    let folder = file.rfind('/').and_then(|slash| file.get(..=slash)).unwrap_or_default();
    format!("{folder}{path}")
}
