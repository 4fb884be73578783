use kpi_core::ingest::{Diagnostic, Ingest, Severity};
use kpi_core::model::{Dataset, Indicator, IndicatorIx};
use std::rc::Rc;

/// A file that was read and has figures. Cheap to clone; equal only to itself.
#[derive(Clone, Debug)]
pub struct Publication {
    dataset: Rc<Dataset>,
    diagnostics: Rc<[Diagnostic]>,
    cut_off: bool,
}

impl Publication {
    /// The error is what reading found wrong, where there is not one figure to show.
    ///
    /// # Errors
    ///
    /// The diagnostics of a file without any figure that could be read.
    pub fn new(ingest: Ingest) -> Result<Self, Vec<Diagnostic>> {
        let cut_off = ingest.is_cut_off();
        match ingest.dataset {
            Some(dataset) => Ok(Self { dataset: Rc::new(dataset), diagnostics: ingest.diagnostics.into(), cut_off }),
            None => Err(ingest.diagnostics),
        }
    }

    /// The figures.
    #[must_use]
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// The same publication with all figures of one indicator, and what is wrong with the file that they came from.
    #[must_use]
    pub fn completed(&self, ix: IndicatorIx, indicator: Indicator, diagnostics: Vec<Diagnostic>) -> Self {
        let mut dataset = (*self.dataset).clone();
        if let Some(place) = dataset.indicators.get_mut(usize::from(ix.0)) {
            *place = indicator;
        }
        let diagnostics = [&*self.diagnostics, &diagnostics].concat().into();
        Self { dataset: Rc::new(dataset), diagnostics, cut_off: self.cut_off }
    }

    /// What is wrong with the file, in its order.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Whether something that the file has is not shown.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|found| found.severity() == Severity::Error)
    }

    /// Whether the file ends before its end.
    #[must_use]
    pub const fn is_cut_off(&self) -> bool {
        self.cut_off
    }
}

impl PartialEq for Publication {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dataset, &other.dataset)
    }
}
