//! JSON with places: a value is the slice of the file that it is.

pub(super) mod scan;

use super::limits;
use super::log::Log;
use super::problem::Problem;
use crate::model::{Date, Decimal};
use scan::{Parts, unescaped};
use std::borrow::Cow;
use std::cell::Cell;

/// A value of the file, known to be sound: its text, whose address is its place. Costs nothing to make.
#[derive(Clone, Copy)]
pub(super) struct Node<'t> {
    pub(super) raw: &'t str,
}

impl<'t> Node<'t> {
    pub(super) fn object(self, log: &mut Log<'_>) -> Option<Fields<'t>> {
        if !self.is_object() {
            return self.wrong_kind("an object in curly brackets", log);
        }
        let mut fields = Vec::new();
        for (name, raw) in Parts::of(self.raw) {
            if fields.len() == limits::ELEMENTS {
                return self.too_many(limits::ELEMENTS, log);
            }
            fields.push(Field { name: unescaped(name), raw, state: Cell::default() });
        }
        Some(Fields { node: self, fields })
    }

    /// The elements of a list, if it has no more than `limit`.
    pub(super) fn list(self, limit: usize, log: &mut Log<'_>) -> Option<Vec<Self>> {
        if !self.raw.starts_with('[') {
            return self.wrong_kind("a list in square brackets", log);
        }
        let mut elements = Vec::with_capacity(limit.min(64));
        for (_, raw) in Parts::of(self.raw) {
            if elements.len() == limit {
                return self.too_many(limit, log);
            }
            elements.push(Self { raw });
        }
        Some(elements)
    }

    /// A text that is not empty.
    pub(super) fn text(self, log: &mut Log<'_>) -> Option<String> {
        if !self.is_text() {
            return self.wrong_kind("a text in quotation marks", log);
        }
        let text = unescaped(self.raw);
        if text.trim().is_empty() {
            return self.wrong(Problem::EmptyText, log);
        }
        Some(text.into_owned())
    }

    /// What one of some words means.
    pub(super) fn word<T: Copy>(self, words: &'static [&'static str], meanings: &[T], log: &mut Log<'_>) -> Option<T> {
        let position = self.which(words, log)?;
        meanings.get(position).copied()
    }

    fn which(self, words: &'static [&'static str], log: &mut Log<'_>) -> Option<usize> {
        let found = self.text(log)?;
        let position = words.iter().position(|word| *word == found);
        position.or_else(|| self.wrong(Problem::UnknownWord { found, allowed: words }, log))
    }

    /// Also `10000.0` and `1e4`, as programs write it that know no whole numbers.
    pub(super) fn whole_number(self, log: &mut Log<'_>) -> Option<u32> {
        let number = Decimal::parse(self.raw).map(|parsed| parsed.number);
        let whole = number.map(|number| number.with_decimals(0)).filter(|whole| number == Some(*whole));
        let found = whole.and_then(|whole| u32::try_from(whole.mantissa()).ok());
        found.or_else(|| self.wrong_kind("a whole number", log))
    }

    pub(super) fn truth(self, log: &mut Log<'_>) -> Option<bool> {
        match self.raw {
            "true" => Some(true),
            "false" => Some(false),
            _ => self.wrong_kind("true or false", log),
        }
    }

    pub(super) fn is_text(self) -> bool {
        self.raw.starts_with('"')
    }

    pub(super) fn is_object(self) -> bool {
        self.raw.starts_with('{')
    }

    /// Says what is wrong with it; always `None`.
    pub(super) fn wrong<T>(self, problem: Problem, log: &mut Log<'_>) -> Option<T> {
        log.push(self, problem);
        None
    }

    pub(super) fn too_many<T>(self, limit: usize, log: &mut Log<'_>) -> Option<T> {
        self.wrong(Problem::TooMany { limit }, log)
    }

    /// Says what should stand here instead; always `None`.
    pub(super) fn wrong_kind<T>(self, expected: &'static str, log: &mut Log<'_>) -> Option<T> {
        self.wrong(Problem::WrongKind { expected, found: self.kind() }, log)
    }

    fn kind(self) -> &'static str {
        match self.raw.as_bytes().first() {
            Some(b'{') => "an object",
            Some(b'[') if Parts::of(self.raw).next().is_none() => "an empty list",
            Some(b'[') => "a list",
            Some(b'"') => "a text",
            Some(b't' | b'f') => "true or false",
            Some(b'n') => "null",
            _ => "a number",
        }
    }
}

/// The name of something, or its id, as far as that can be read: for messages alone.
pub(super) fn glimpse(raw: &str) -> Option<String> {
    let text = |field: &str| {
        let (_, value) = Parts::of_damaged(raw).find(|(name, value)| *name == field && value.len() > 2)?;
        value.starts_with('"').then(|| unescaped(value).into_owned())
    };
    text("\"name\"").or_else(|| text("\"id\""))
}

/// The members of an object in the order of the file, and which of them somebody has taken.
pub(super) struct Fields<'t> {
    pub(super) node: Node<'t>,
    fields: Vec<Field<'t>>,
}

struct Field<'t> {
    name: Cow<'t, str>,
    raw: &'t str,
    state: Cell<State>,
}

#[derive(Clone, Copy, Default)]
enum State {
    #[default]
    Left,
    Taken,
    /// A later one of the same name was taken.
    Repeated,
}

impl<'t> Fields<'t> {
    /// The members of a file that were found one by one.
    pub(super) fn found(node: Node<'t>, members: &[(&'t str, &'t str)]) -> Self {
        let field = |(name, raw): &(&'t str, &'t str)| Field { name: unescaped(name), raw, state: Cell::default() };
        Self { node, fields: members.iter().map(field).collect() }
    }

    /// Takes a field that may be left out; `null` counts as left out. Of several the last one counts.
    pub(super) fn take(&self, name: &'static str) -> Option<Node<'t>> {
        let mut found = None;
        for field in self.fields.iter().rev().filter(|field| field.name == name) {
            field.state.set(if found.is_none() { State::Taken } else { State::Repeated });
            found = found.or(Some(field.raw));
        }
        let raw = found.filter(|raw| *raw != "null")?;
        Some(Node { raw })
    }

    /// Takes a field that has to be there.
    pub(super) fn need(&self, name: &'static str, log: &mut Log<'_>) -> Option<Node<'t>> {
        self.take(name).or_else(|| self.node.wrong(Problem::MissingField { field: name }, log))
    }

    pub(super) fn need_text(&self, name: &'static str, log: &mut Log<'_>) -> Option<String> {
        self.need(name, log)?.text(log)
    }

    /// What everything has that others refer to.
    pub(super) fn id_and_name(&self, log: &mut Log<'_>) -> Option<(String, String)> {
        let (id, name) = (self.need_text("id", log), self.need_text("name", log));
        id.zip(name)
    }

    pub(super) fn text(&self, name: &'static str, log: &mut Log<'_>) -> Option<String> {
        self.take(name)?.text(log)
    }

    /// A day of the calendar.
    pub(super) fn date(&self, name: &'static str, log: &mut Log<'_>) -> Option<Date> {
        let node = self.take(name)?;
        Date::parse(&node.text(log)?).or_else(|| node.wrong_kind("a day such as 2021-03-31", log))
    }

    /// A list of texts; those that are none are left out with a message.
    pub(super) fn texts(&self, name: &'static str, log: &mut Log<'_>) -> Vec<String> {
        let mut texts = Vec::new();
        let Some(node) = self.take(name) else { return texts };
        for element in node.list(limits::ELEMENTS, log).unwrap_or_default() {
            texts.extend(element.text(log));
        }
        texts
    }

    /// An http or https address; anything else is not shown, so that no link can do harm.
    pub(super) fn address(&self, name: &'static str, log: &mut Log<'_>) -> Option<String> {
        let node = self.take(name)?;
        let text = node.text(log)?;
        let is_web = text.split_once(':').is_some_and(|(scheme, rest)| {
            let is_http = ["http", "https"].iter().any(|known| known.eq_ignore_ascii_case(scheme));
            let place = rest.strip_prefix("//").unwrap_or_default();
            is_http && !place.is_empty() && !place.starts_with('/') && !place.contains(char::is_whitespace)
        });
        if is_web {
            return Some(text);
        }
        node.wrong(Problem::NotHttp { found: text }, log)
    }

    /// The members by name, for objects whose names are data; from the last to the first, because of several the last one
    /// counts.
    pub(super) fn each(&self) -> impl Iterator<Item = (&str, Node<'t>)> {
        self.fields.iter().rev().map(|field| (&*field.name, Node { raw: field.raw }))
    }

    /// Says which fields nobody took.
    pub(super) fn finish(self, log: &mut Log<'_>) {
        for Field { name, raw, state } in &self.fields {
            let field = name.to_string();
            let problem = match state.get() {
                State::Taken => continue,
                State::Repeated => Problem::RepeatedField { field },
                // It tells an editor where the schema is, and says nothing about the figures.
                State::Left if name == "$schema" => continue,
                State::Left => Problem::UnknownField { field },
            };
            log.push(Node { raw }, problem);
        }
    }
}
