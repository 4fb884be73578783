use super::problem::Problem;
use std::fmt;

/// One thing that is wrong with a file: what, where, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// Where in the structure: `indicators[3].unit.kind`; empty for the file as a whole.
    pub path: String,
    /// Where in the text, from 1.
    pub line: usize,
    /// Where in the line, in characters, from 1.
    pub column: usize,
}

/// What a problem does to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something that the file has is not shown.
    Error,
    /// Everything is shown, but not as the file may have meant it.
    Warning,
}

impl Diagnostic {
    /// What the problem does to the page.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self.problem {
            Problem::UnknownField { .. }
            | Problem::ReservedId { .. }
            | Problem::TooManyDigits { .. }
            | Problem::NotOneFocus { .. }
            | Problem::NotHttp { .. }
            | Problem::More { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// Where, for a person: `line 12, column 5 (indicators[3].unit)`.
    #[must_use]
    pub fn place(&self) -> String {
        let Self { path, line, column, .. } = self;
        if path.is_empty() {
            format!("line {line}, column {column}")
        } else {
            format!("line {line}, column {column} ({path})")
        }
    }

    /// What is wrong, as a sentence.
    #[must_use]
    pub fn what(&self) -> String {
        self.filled(self.problem.texts(self.path.is_empty()).0)
    }

    /// How to mend it, as a sentence for somebody who does not program.
    #[must_use]
    pub fn mend(&self) -> String {
        self.filled(self.problem.texts(self.path.is_empty()).1)
    }

    /// A text with what the problem names in the place of `$1` and `$2`.
    fn filled(&self, text: &str) -> String {
        let (names, mut filled) = (self.problem.names(), String::new());
        for (position, piece) in text.split('$').enumerate() {
            let (place, rest) = piece.split_at_checked(usize::from(position > 0)).unwrap_or_default();
            filled.push_str(match place {
                "1" => &names.0,
                "2" => &names.1,
                _ => "",
            });
            filled.push_str(rest);
        }
        filled
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} {}", self.place(), self.what(), self.mend())
    }
}
