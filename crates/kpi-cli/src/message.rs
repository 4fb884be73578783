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
        Self { severity: Severity::Error, file: file.to_owned(), place, what: what.into(), mend: mend.into() }
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
