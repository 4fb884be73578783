use super::diagnostic::Diagnostic;
use super::json::Node;
use super::json::scan::{Parts, unescaped};
use super::limits;
use super::outline::{Element, Outline};
use super::problem::Problem;
use super::short::Short;

/// Collects problems with the offset of their text, and finds paths, lines and columns once at the end.
pub(super) struct Log<'t> {
    text: &'t str,
    /// In the order of the file.
    found: Vec<Found>,
    more: usize,
}

struct Found {
    offset: usize,
    /// `None` as long as nobody has looked which value begins there.
    path: Option<String>,
    problem: Problem,
}

impl<'t> Log<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self { text, found: Vec::new(), more: 0 }
    }

    pub(super) fn push(&mut self, node: Node<'_>, problem: Problem) {
        self.add(offset(self.text, node.raw), None, problem);
    }

    pub(super) fn at_offset(&mut self, offset: usize, problem: Problem) {
        self.add(offset, Some(String::new()), problem);
    }

    /// What is wrong at a place in something damaged, whose way has to be told.
    pub(super) fn add(&mut self, offset: usize, path: Option<String>, problem: Problem) {
        let room = match problem {
            // What decides over the whole file is never dropped, and is said once.
            Problem::CutOff { .. } => usize::MAX,
            Problem::NoFigures if path.is_some() => usize::MAX,
            // Nor are indicators, unless there are more than anybody would read.
            Problem::IndicatorLeftOut { .. } => 10 * limits::DIAGNOSTICS,
            _ => limits::DIAGNOSTICS,
        };
        if self.found.len() < room {
            let behind = self.found.partition_point(|earlier| earlier.offset <= offset);
            self.found.insert(behind, Found { offset, path, problem });
        } else {
            self.more += 1;
        }
    }

    /// The outline is that of the same file, where it has one.
    pub(super) fn finish(mut self, outline: Option<&Outline<'_>>) -> Vec<Diagnostic> {
        if let Some(outline) = outline {
            for list in &outline.lists {
                for Element { position, node } in &list.sound {
                    locate(&mut self.found, self.text, list.name, ("", *position), node.raw);
                }
            }
            for (name, raw) in &outline.members {
                locate(&mut self.found, self.text, "", (name, 0), raw);
            }
        }
        let (mut line, mut column, mut seen) = (1, 1, 0);
        let mut diagnostics = Vec::with_capacity(self.found.len() + 1);
        for Found { offset, path, problem } in self.found {
            let offset = self.text.floor_char_boundary(offset);
            for letter in self.text.get(seen..offset).unwrap_or_default().chars() {
                (line, column) = if letter == '\n' { (line + 1, 1) } else { (line, column + 1) };
            }
            seen = offset;
            diagnostics.push(Diagnostic { problem, path: path.unwrap_or_default(), line, column });
        }
        if self.more > 0 {
            let problem = Problem::More { count: self.more };
            diagnostics.push(Diagnostic { problem, path: String::new(), line, column });
        }
        diagnostics
    }
}

/// A value is a slice of the file, so its place is a difference of addresses.
fn offset(text: &str, raw: &str) -> usize {
    (raw.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

/// The last step on the way to a value: its name as it is written, or nothing and its position.
type Step<'s> = (&'s str, usize);

/// Writes the way to every value below a sound one, and to itself, at whose first letter something was found.
fn locate(found: &mut [Found], text: &str, parent: &str, (name, position): Step<'_>, raw: &str) {
    let start = offset(text, raw);
    let first = found.partition_point(|found| found.offset < start);
    let behind = found.partition_point(|found| found.offset < start + raw.len());
    let found = found.get_mut(first..behind).unwrap_or_default();
    if found.is_empty() {
        return;
    }
    let path = match (parent, name) {
        (_, "") => format!("{parent}[{position}]"),
        ("", name) => Short(&unescaped(name)).to_string(),
        (_, name) => format!("{parent}.{}", Short(&unescaped(name))),
    };
    let mut is_below = false;
    for found in &mut *found {
        if found.offset > start {
            is_below |= found.path.is_none();
        } else if found.path.is_none() {
            found.path = Some(path.clone());
        }
    }
    if is_below {
        for (position, (name, raw)) in Parts::of(raw).enumerate() {
            locate(found, text, &path, (name, position), raw);
        }
    }
}
