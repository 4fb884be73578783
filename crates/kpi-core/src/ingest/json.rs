//! JSON with places. serde_json finds the structure and leaves every value as the text it was written as; a value
//! knows where it stands because it is a slice of the file.

use super::diagnostic::{Diagnostic, Problem};
use super::limits;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
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
        let Members(members) = serde_json::from_str(self.raw).ok()?;
        let mut fields: Vec<(Cow<'t, str>, &'t str)> = Vec::with_capacity(members.len());
        if members.len() > limits::ELEMENTS {
            log.push(self, Problem::TooMany { limit: limits::ELEMENTS });
            return None;
        }
        // An object with very many members is keyed by period, and those are read by position; only a short one can
        // afford to be searched for repeated names.
        let search = members.len() <= 64;
        for (name, value) in members {
            match fields.iter_mut().find(|(earlier, _)| search && *earlier == name) {
                Some(earlier) => {
                    log.push(self.field(&name, value.get()), Problem::RepeatedField { field: name.to_string() });
                    earlier.1 = value.get();
                }
                None => fields.push((name, value.get())),
            }
        }
        Some(Fields::new(self, fields))
    }

    pub(super) fn list(self, log: &mut Log<'_>) -> Option<Vec<&'t str>> {
        if !self.raw.starts_with('[') {
            return self.wrong_kind("a list in square brackets", log);
        }
        let elements: Vec<&'t RawValue> = serde_json::from_str(self.raw).ok()?;
        if elements.len() > limits::ELEMENTS {
            log.push(self, Problem::TooMany { limit: limits::ELEMENTS });
            return None;
        }
        Some(elements.into_iter().map(RawValue::get).collect())
    }

    /// A text that is not empty.
    pub(super) fn text(self, log: &mut Log<'_>) -> Option<String> {
        if !self.raw.starts_with('"') {
            return self.wrong_kind("a text in quotation marks", log);
        }
        let text: String = match serde_json::from_str(self.raw) {
            Ok(text) => text,
            Err(error) => {
                log.push(self, Problem::Syntax { expected: plain(&error) });
                return None;
            }
        };
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

/// The members of an object that nobody has taken yet.
pub(super) struct Fields<'t, 'p> {
    pub(super) node: Node<'t, 'p>,
    fields: Vec<(Cow<'t, str>, &'t str)>,
}

impl<'t, 'p> Fields<'t, 'p> {
    pub(super) const fn new(node: Node<'t, 'p>, fields: Vec<(Cow<'t, str>, &'t str)>) -> Self {
        Self { node, fields }
    }

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
            // "$schema" tells an editor where the schema is, and says nothing about the figures.
            if name != "$schema" {
                log.push(self.node.field(name, raw), Problem::UnknownField { field: name.to_string() });
            }
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

    /// serde_json counts lines from 1 and bytes of a line from 1.
    pub(super) fn at_line(&mut self, piece: &str, error: &serde_json::Error, problem: Problem) {
        let start = (piece.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let line: usize = piece.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        self.at_offset(start + line + error.column().saturating_sub(1), problem);
    }

    fn add(&mut self, offset: usize, path: Path<'_>, problem: Problem) {
        // What decides over the whole file is never dropped.
        let decisive =
            matches!(problem, Problem::CutOff { .. } | Problem::NoFigures | Problem::IndicatorLeftOut { .. });
        if self.found.len() < limits::DIAGNOSTICS || decisive {
            self.found.push((offset, path.to_string(), problem));
        } else {
            self.more += 1;
        }
    }

    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|(offset, ..)| *offset);
        let (mut line, mut line_start, mut seen) = (1, 0, 0);
        let mut diagnostics: Vec<Diagnostic> = Vec::with_capacity(self.found.len());
        for (offset, path, problem) in self.found {
            let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
            for (at, _) in self.text.get(seen..offset).unwrap_or_default().match_indices('\n') {
                line += 1;
                line_start = seen + at + 1;
            }
            seen = offset;
            let column = self.text.get(line_start..offset).unwrap_or_default().chars().count() + 1;
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

/// What serde_json expected, without the place, which the diagnostic says better.
pub(super) fn plain(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.split(" at line ").next().unwrap_or_default().to_owned()
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Field(Self::Root, name) => f.write_str(name),
            Self::Field(parent, name) => write!(f, "{parent}.{name}"),
            Self::Element(parent, position) => write!(f, "{parent}[{position}]"),
        }
    }
}

/// The members of an object in the order of the file, names unescaped, values as written.
pub(super) struct Members<'t>(pub(super) Vec<(Cow<'t, str>, &'t RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(Name(name)) = map.next_key()? {
                    members.push((name, map.next_value()?));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Collect)
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
