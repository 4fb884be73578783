use super::diagnostic::{Diagnostic, Problem, Short};
use super::json::Node;
use super::limits;
use std::fmt;

/// The way to a value: written out only in a message.
#[derive(Clone, Copy)]
pub(super) enum Path<'p> {
    Root,
    Field(&'p Self, &'p str),
    Element(&'p Self, usize),
}

/// Collects problems with the offset of their text, and finds lines and columns once at the end.
pub(super) struct Log<'t> {
    text: &'t str,
    /// In the order of the file.
    found: Vec<(usize, String, Problem)>,
    more: usize,
}

impl<'t> Log<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self { text, found: Vec::new(), more: 0 }
    }

    pub(super) fn push(&mut self, node: Node<'_, '_>, problem: Problem) {
        // A value is a slice of the file, so its place is a difference of addresses.
        self.add((node.raw.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize), node.path, problem);
    }

    pub(super) fn at_offset(&mut self, offset: usize, problem: Problem) {
        self.add(offset, Path::Root, problem);
    }

    pub(super) fn add(&mut self, offset: usize, path: Path<'_>, problem: Problem) {
        let room = match problem {
            // What decides over the whole file is never dropped, and is said once.
            Problem::CutOff { .. } => usize::MAX,
            Problem::NoFigures if matches!(path, Path::Root) => usize::MAX,
            // Nor are indicators, unless there are more than anybody would read.
            Problem::IndicatorLeftOut { .. } => 10 * limits::DIAGNOSTICS,
            _ => limits::DIAGNOSTICS,
        };
        if self.found.len() < room {
            let behind = self.found.partition_point(|(earlier, ..)| *earlier <= offset);
            self.found.insert(behind, (offset, path.to_string(), problem));
        } else {
            self.more += 1;
        }
    }

    pub(super) fn finish(self) -> Vec<Diagnostic> {
        let (mut line, mut column, mut seen) = (1, 1, 0);
        let mut diagnostics = Vec::with_capacity(self.found.len() + 1);
        for (offset, path, problem) in self.found {
            let offset = self.text.floor_char_boundary(offset);
            for letter in self.text.get(seen..offset).unwrap_or_default().chars() {
                (line, column) = if letter == '\n' { (line + 1, 1) } else { (line, column + 1) };
            }
            seen = offset;
            diagnostics.push(Diagnostic { problem, path, line, column });
        }
        if self.more > 0 {
            let problem = Problem::More { count: self.more };
            diagnostics.push(Diagnostic { problem, path: String::new(), line, column });
        }
        diagnostics
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Field(Self::Root, name) => Short(name).fmt(f),
            Self::Field(parent, name) => write!(f, "{parent}.{}", Short(name)),
            Self::Element(parent, position) => write!(f, "{parent}[{position}]"),
        }
    }
}
