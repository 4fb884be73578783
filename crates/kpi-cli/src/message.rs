use serde::Serialize;
use std::fmt;

/// One thing that is wrong with a file, whatever its form: where, what, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Message {
    pub(crate) severity: Severity,
    /// As it was named on the command line.
    pub(crate) file: String,
    /// `line 12, column 5 (indicators[3].unit)`; empty for the file as a whole.
    pub(crate) place: String,
    pub(crate) what: String,
    pub(crate) mend: String,
    #[serde(skip)]
    pub(crate) reach: Reach,
}

/// How far it reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Reach {
    /// All that is made of the file.
    #[default]
    Whole,
    /// Some cells, rows or columns: whoever uses none of them may go on.
    Part,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Severity {
    /// Something of the file is not used.
    Error,
    /// Everything is used, but perhaps not as it was meant, or something is probably wrong.
    Warning,
    /// Worth knowing; nothing has to be wrong.
    Note,
}

impl Severity {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl Message {
    pub(crate) fn error(file: &str, place: String, what: impl Into<String>, mend: impl Into<String>) -> Self {
        let (what, mend) = (what.into(), mend.into());
        Self { severity: Severity::Error, file: file.to_owned(), place, what, mend, reach: Reach::Whole }
    }

    /// The same as a warning, where it may be about what nobody uses.
    pub(crate) fn unless_used(self) -> Self {
        match self.reach {
            Reach::Whole => self,
            Reach::Part => Self { severity: Severity::Warning, ..self },
        }
    }

    pub(crate) fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// `kpi.json, line 12, column 5 (indicators[3].unit): There is no "kind". Add "kind".`
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if !self.place.is_empty() {
            write!(f, ", {}", self.place)?;
        }
        write!(f, ": {}", self.what)?;
        if self.mend.is_empty() { Ok(()) } else { write!(f, " {}", self.mend) }
    }
}
