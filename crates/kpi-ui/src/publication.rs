use kpi_core::ingest::{Diagnostic, Ingest, Severity};
use kpi_core::model::Dataset;
use std::rc::Rc;

/// A file that was read and has figures. Cheap to clone; equal only to itself with as many figures.
#[derive(Clone, Debug)]
pub struct Publication {
    dataset: Rc<Dataset>,
    /// Shared one by one: others may come, and a copy would be more program than this.
    diagnostics: Rc<[Rc<Diagnostic>]>,
    cut_off: bool,
    /// How many files of figures have come besides.
    files: usize,
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
            Some(dataset) => Ok(Self {
                dataset: Rc::new(dataset),
                diagnostics: shared(ingest.diagnostics).into(),
                cut_off,
                files: 0,
            }),
            None => Err(ingest.diagnostics),
        }
    }

    /// The figures.
    #[must_use]
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// The same publication after figures of a file of their own have come, and what is wrong with that file.
    #[must_use]
    pub fn completed(&self, diagnostics: Vec<Diagnostic>) -> Self {
        let diagnostics = [&*self.diagnostics, &shared(diagnostics)].concat().into();
        Self { diagnostics, files: self.files + 1, ..self.clone() }
    }

    /// What is wrong with the file, in its order.
    #[must_use]
    pub fn diagnostics(&self) -> &[Rc<Diagnostic>] {
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

fn shared(diagnostics: Vec<Diagnostic>) -> Vec<Rc<Diagnostic>> {
    diagnostics.into_iter().map(Rc::new).collect()
}

impl PartialEq for Publication {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dataset, &other.dataset) && self.files == other.files
    }
}
