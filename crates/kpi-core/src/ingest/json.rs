//! JSON with places. serde_json finds the structure and leaves every value as the text it was written as; a value
//! knows where it stands because it is a slice of the file.

use super::diagnostic::{Diagnostic, Problem, shortened};
use super::limits;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// A value of the file: its text, and the way to it. Costs nothing to make; the way is written out only in a message.
#[derive(Clone, Copy)]
pub(super) struct Node<'t, 'p> {
    pub(super) raw: &'t str,
    path: Path<'p>,
}

#[derive(Clone, Copy)]
enum Path<'p> {
    Root,
    Field(&'p Self, &'p str),
    Element(&'p Self, usize),
}

impl<'t, 'p> Node<'t, 'p> {
    pub(super) const fn root(raw: &'t str) -> Self {
        Self { raw, path: Path::Root }
    }

    pub(super) const fn field<'q>(&'q self, name: &'q str, raw: &'t str) -> Node<'t, 'q>
    where
        'p: 'q,
    {
        Node { raw, path: Path::Field(&self.path, name) }
    }

    pub(super) const fn element<'q>(&'q self, position: usize, raw: &'t str) -> Node<'t, 'q>
    where
        'p: 'q,
    {
        Node { raw, path: Path::Element(&self.path, position) }
    }

    pub(super) fn object(self, log: &mut Log<'_>) -> Option<Fields<'t, 'p>> {
        if !self.raw.starts_with('{') {
            return self.wrong_kind("an object in curly brackets", log);
        }
        let members = self.parsed(log)?;
        self.members(members, log)
    }

    /// The members of an object, each name once.
    pub(super) fn members(self, members: Members<'t>, log: &mut Log<'_>) -> Option<Fields<'t, 'p>> {
        if members.more {
            log.push(self, Problem::TooMany { limit: limits::ELEMENTS });
            return None;
        }
        // Sorted, a repeated name stands beside itself, however many members there are.
        let mut list = members.list;
        list.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut fields: Vec<(Cow<'t, str>, &'t str)> = Vec::with_capacity(list.len());
        for (name, value) in list {
            match fields.last_mut().filter(|(earlier, _)| *earlier == name) {
                Some(earlier) => {
                    log.push(self.field(&name, value), Problem::RepeatedField { field: name.to_string() });
                    earlier.1 = value;
                }
                None => fields.push((name, value)),
            }
        }
        fields.sort_by_key(|(_, value)| value.as_ptr());
        Some(Fields { node: self, fields })
    }

    pub(super) fn list(self, log: &mut Log<'_>) -> Option<Vec<&'t str>> {
        if !self.raw.starts_with('[') {
            return self.wrong_kind("a list in square brackets", log);
        }
        let elements: Elements<'t> = self.parsed(log)?;
        if elements.more {
            log.push(self, Problem::TooMany { limit: limits::ELEMENTS });
            return None;
        }
        Some(elements.list)
    }

    /// What serde_json makes of the text; the structure is sound, but an escape in a name may not be.
    fn parsed<T: Deserialize<'t>>(self, log: &mut Log<'_>) -> Option<T> {
        match serde_json::from_str(self.raw) {
            Ok(parsed) => Some(parsed),
            Err(error) => {
                log.push(self, Problem::Syntax { expected: plain(&error) });
                None
            }
        }
    }

    /// A text that is not empty.
    pub(super) fn text(self, log: &mut Log<'_>) -> Option<String> {
        if !self.raw.starts_with('"') {
            return self.wrong_kind("a text in quotation marks", log);
        }
        let text: String = self.parsed(log)?;
        if text.trim().is_empty() {
            log.push(self, Problem::EmptyText);
            return None;
        }
        Some(text)
    }

    pub(super) fn whole_number(self, log: &mut Log<'_>) -> Option<u32> {
        serde_json::from_str(self.raw).ok().or_else(|| self.wrong_kind("a whole number", log))
    }

    pub(super) fn truth(self, log: &mut Log<'_>) -> Option<bool> {
        serde_json::from_str(self.raw).ok().or_else(|| self.wrong_kind("true or false", log))
    }

    pub(super) fn is_text(self) -> bool {
        self.raw.starts_with('"')
    }

    pub(super) fn is_object(self) -> bool {
        self.raw.starts_with('{')
    }

    pub(super) fn wrong_kind<T>(self, expected: &'static str, log: &mut Log<'_>) -> Option<T> {
        let found = match self.raw.as_bytes().first() {
            Some(b'{') => "an object",
            Some(b'[') => "a list",
            Some(b'"') => "a text",
            Some(b't' | b'f') => "true or false",
            Some(b'n') => "null",
            _ => "a number",
        };
        log.push(self, Problem::WrongKind { expected, found });
        None
    }
}

/// Fields of the format that are not read yet.
const LATER: [&str; 7] = ["hash", "lower", "members", "parent", "previous", "target", "upper"];

/// The members of an object that nobody has taken yet.
pub(super) struct Fields<'t, 'p> {
    pub(super) node: Node<'t, 'p>,
    fields: Vec<(Cow<'t, str>, &'t str)>,
}

impl<'t, 'p> Fields<'t, 'p> {
    /// Takes a field that may be left out; `null` counts as left out.
    pub(super) fn take<'q>(&'q mut self, name: &'q str) -> Option<Node<'t, 'q>> {
        let position = self.fields.iter().position(|(field, _)| field == name)?;
        let (_, raw) = self.fields.remove(position);
        (raw != "null").then(|| self.node.field(name, raw))
    }

    /// Takes a field that has to be there.
    pub(super) fn need<'q>(&'q mut self, name: &'static str, log: &mut Log<'_>) -> Option<Node<'t, 'q>> {
        if !self.fields.iter().any(|(field, raw)| field == name && *raw != "null") {
            log.push(self.node, Problem::MissingField { field: name });
        }
        self.take(name)
    }

    pub(super) fn need_text(&mut self, name: &'static str, log: &mut Log<'_>) -> Option<String> {
        self.need(name, log)?.text(log)
    }

    pub(super) fn text(&mut self, name: &str, log: &mut Log<'_>) -> Option<String> {
        self.take(name)?.text(log)
    }

    /// A list of texts; those that are none are left out with a message.
    pub(super) fn texts(&mut self, name: &str, log: &mut Log<'_>) -> Vec<String> {
        let Some(node) = self.take(name) else { return Vec::new() };
        let elements = node.list(log).unwrap_or_default();
        elements.into_iter().enumerate().filter_map(|(at, raw)| node.element(at, raw).text(log)).collect()
    }

    /// An http or https address; anything else is not shown, so that no link can do harm.
    pub(super) fn address(&mut self, name: &str, log: &mut Log<'_>) -> Option<String> {
        let node = self.take(name)?;
        let text = node.text(log)?;
        let scheme = text.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
        if matches!(scheme.as_deref(), Some("http" | "https")) {
            return Some(text);
        }
        log.push(node, Problem::NotHttp { found: text });
        None
    }

    /// The members by name, for objects whose names are data.
    pub(super) fn into_members(self) -> Vec<(Cow<'t, str>, &'t str)> {
        self.fields
    }

    /// Says which fields nobody took.
    pub(super) fn finish(self, log: &mut Log<'_>) {
        for (name, raw) in &self.fields {
            let field = name.to_string();
            let problem = match name.as_ref() {
                // It tells an editor where the schema is, and says nothing about the figures.
                "$schema" => continue,
                name if LATER.contains(&name) => Problem::NotUsedYet { field },
                _ => Problem::UnknownField { field },
            };
            log.push(self.node.field(name, raw), problem);
        }
    }
}

/// Collects problems with the offset of their text, and finds lines and columns once at the end.
pub(super) struct Log<'t> {
    text: &'t str,
    found: Vec<(usize, String, Problem)>,
    more: usize,
}

impl<'t> Log<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self { text, found: Vec::new(), more: 0 }
    }

    pub(super) fn push(&mut self, node: Node<'_, '_>, problem: Problem) {
        let offset = (node.raw.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        self.add(offset, node.path, problem);
    }

    pub(super) fn at_offset(&mut self, offset: usize, problem: Problem) {
        self.add(offset, Path::Root, problem);
    }

    /// What is not JSON in the text of a node.
    pub(super) fn syntax(&mut self, node: Node<'_, '_>, error: &serde_json::Error) {
        let start = (node.raw.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        self.add(start + offset(node.raw, error), node.path, Problem::Syntax { expected: plain(error) });
    }

    fn add(&mut self, offset: usize, path: Path<'_>, problem: Problem) {
        let room = match problem {
            // What decides over the whole file is never dropped, and is said once.
            Problem::CutOff { .. } => usize::MAX,
            Problem::NoFigures if matches!(path, Path::Root) => usize::MAX,
            // Nor are indicators, unless there are more than anybody would read.
            Problem::IndicatorLeftOut { .. } => 10 * limits::DIAGNOSTICS,
            _ => limits::DIAGNOSTICS,
        };
        if self.found.len() < room {
            self.found.push((offset, path.to_string(), problem));
        } else {
            self.more += 1;
        }
    }

    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|(offset, ..)| *offset);
        let (mut line, mut column, mut seen) = (1, 1, 0);
        let mut diagnostics: Vec<Diagnostic> = Vec::with_capacity(self.found.len());
        for (offset, path, problem) in self.found {
            let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
            let between = self.text.get(seen..offset).unwrap_or_default();
            let (lines, rest) = between.rsplit_once('\n').unzip();
            line += lines.map_or(0, |lines| lines.matches('\n').count() + 1);
            let before = if rest.is_some() { 1 } else { column };
            column = before + rest.unwrap_or(between).chars().count();
            seen = offset;
            diagnostics.push(Diagnostic { problem, path, line, column });
        }
        if let Some(last) = diagnostics.last().filter(|_| self.more > 0) {
            let (line, column) = (last.line, last.column);
            let problem = Problem::More { count: self.more };
            diagnostics.push(Diagnostic { problem, path: String::new(), line, column });
        }
        diagnostics
    }
}

/// Where an error stands in its text: serde_json counts lines from 1 and bytes of a line from 1.
pub(super) fn offset(text: &str, error: &serde_json::Error) -> usize {
    let line: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    line + error.column().saturating_sub(1)
}

/// What serde_json expected, without the place, which the diagnostic says better.
pub(super) fn plain(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.split(" at line ").next().unwrap_or_default().to_owned()
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Field(Self::Root, name) => f.write_str(&shortened(name)),
            Self::Field(parent, name) => write!(f, "{parent}.{}", shortened(name)),
            Self::Element(parent, position) => write!(f, "{parent}[{position}]"),
        }
    }
}

/// The members of an object in the order of the file, names unescaped, values as written; at most
/// [`limits::ELEMENTS`].
pub(super) struct Members<'t> {
    pub(super) list: Vec<(Cow<'t, str>, &'t str)>,
    /// Whether there are more of them than are read.
    pub(super) more: bool,
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut list = Vec::new();
                while list.len() < limits::ELEMENTS {
                    let Some(Name(name)) = map.next_key()? else { return Ok(Members { list, more: false }) };
                    list.push((name, map.next_value::<&'de RawValue>()?.get()));
                }
                let mut more = false;
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
                    more = true;
                }
                Ok(Members { list, more })
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

/// The elements of a list as written; at most [`limits::ELEMENTS`].
pub(super) struct Elements<'t> {
    pub(super) list: Vec<&'t str>,
    /// Whether there are more of them than are read.
    pub(super) more: bool,
}

impl<'de> Deserialize<'de> for Elements<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Elements<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut list = Vec::new();
                while list.len() < limits::ELEMENTS {
                    let Some(element) = seq.next_element::<&'de RawValue>()? else {
                        return Ok(Elements { list, more: false });
                    };
                    list.push(element.get());
                }
                let mut more = false;
                while seq.next_element::<IgnoredAny>()?.is_some() {
                    more = true;
                }
                Ok(Elements { list, more })
            }
        }
        deserializer.deserialize_seq(Collect)
    }
}

/// A member's name, borrowed unless it has escapes.
struct Name<'t>(Cow<'t, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Take;
        impl<'de> Visitor<'de> for Take {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Self::Value, E> {
                Ok(Name(Cow::Borrowed(name)))
            }

            fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
                Ok(Name(Cow::Owned(name.to_owned())))
            }
        }
        deserializer.deserialize_str(Take)
    }
}
