//! JSON with places: a value is the slice of the file that it is, and knows the way to it.

use super::problem::{Message, Problem};
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// Messages that are kept; the rest are counted.
const MESSAGES: usize = 100;

/// A value of the file: its text, and the way to it.
#[derive(Clone, Debug)]
pub(super) struct Node<'t> {
    pub(super) raw: &'t str,
    pub(super) path: String,
}

impl<'t> Node<'t> {
    /// The file, if it is JSON.
    pub(super) fn root(text: &'t str, log: &mut Log<'t>) -> Option<Self> {
        match serde_json::from_str::<&RawValue>(text) {
            Ok(value) => Some(Self { raw: value.get(), path: String::new() }),
            Err(error) => {
                let (line, column) = (error.line().max(1), error.column().max(1));
                log.messages
                    .push((usize::MAX, Message { problem: Problem::Syntax, path: String::new(), line, column }));
                None
            }
        }
    }

    /// The members of an object; none where it is not one.
    pub(super) fn members(&self) -> Option<Members<'t>> {
        Some(Members { found: object(self.raw)?, path: self.path.clone() })
    }

    /// The members of an object, with a message where it is not one.
    pub(super) fn object(&self, log: &mut Log<'t>) -> Option<Members<'t>> {
        self.members().or_else(|| log.wrong(self, Problem::WrongKind("an object in curly brackets")))
    }

    /// The elements of a list; none where it is not one.
    pub(super) fn elements(&self) -> Option<Vec<&'t str>> {
        let elements: Vec<&RawValue> = self.raw.starts_with('[').then(|| serde_json::from_str(self.raw).ok())??;
        Some(elements.into_iter().map(RawValue::get).collect())
    }

    pub(super) fn element(&self, position: usize, raw: &'t str) -> Self {
        Self { raw, path: format!("{}[{position}]", self.path) }
    }

    /// A text; none where it is not one.
    pub(super) fn text(&self) -> Option<String> {
        text(self.raw)
    }

    /// A text that is not blank, or a list of them.
    pub(super) fn texts(&self) -> Vec<String> {
        let texts = self.elements().unwrap_or_else(|| vec![self.raw]);
        texts.into_iter().filter_map(text).filter(|text| !text.trim().is_empty()).collect()
    }

    pub(super) fn is_null(&self) -> bool {
        self.raw == "null"
    }
}

/// A text of the file; none where it is not one.
pub(super) fn text(raw: &str) -> Option<String> {
    raw.starts_with('"').then(|| serde_json::from_str(raw).ok())?
}

/// The members of an object in the order of the file.
pub(super) struct Members<'t> {
    found: Vec<(String, &'t str)>,
    path: String,
}

impl<'t> Members<'t> {
    /// A member that is there and not `null`; of several the last one counts.
    pub(super) fn get(&self, name: &str) -> Option<Node<'t>> {
        let (_, raw) = self.found.iter().rfind(|(found, _)| found == name)?;
        let node = Node { raw, path: self.path_of(name) };
        (!node.is_null()).then_some(node)
    }

    pub(super) fn need(&self, name: &'static str, of: &Node<'t>, log: &mut Log<'t>) -> Option<Node<'t>> {
        self.get(name).or_else(|| log.wrong(of, Problem::MissingField(name)))
    }

    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.get(name)?.text().filter(|text| !text.trim().is_empty())
    }

    /// All of them.
    pub(super) fn each(&self) -> impl Iterator<Item = (&str, &'t str)> {
        self.found.iter().map(|(name, raw)| (name.as_str(), *raw))
    }

    pub(super) fn len(&self) -> usize {
        self.found.len()
    }

    pub(super) fn path_of(&self, name: &str) -> String {
        let name: String = name.chars().take(80).collect();
        if self.path.is_empty() { name } else { format!("{}.{name}", self.path) }
    }
}

/// The members of an object without their path.
pub(super) fn object(raw: &str) -> Option<Vec<(String, &str)>> {
    struct All;
    impl<'de> Visitor<'de> for All {
        type Value = Vec<(String, &'de str)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut members = Vec::new();
            while let Some((name, value)) = map.next_entry::<String, &'de RawValue>()? {
                members.push((name, value.get()));
            }
            Ok(members)
        }
    }
    serde_json::Deserializer::from_str(raw).deserialize_map(All).ok()
}

/// Collects messages with the offset of their text, and finds lines and columns once at the end.
pub(super) struct Log<'t> {
    text: &'t str,
    messages: Vec<(usize, Message)>,
    more: usize,
}

impl<'t> Log<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self { text, messages: Vec::new(), more: 0 }
    }

    pub(super) fn push(&mut self, node: &Node<'_>, problem: Problem) {
        if self.messages.len() == MESSAGES {
            self.more += 1;
            return;
        }
        // A value is a slice of the file, so its place is a difference of addresses.
        let offset = (node.raw.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        self.messages.push((offset, Message { problem, path: node.path.clone(), line: 1, column: 1 }));
    }

    /// Says what is wrong; always `None`.
    pub(super) fn wrong<T>(&mut self, node: &Node<'_>, problem: Problem) -> Option<T> {
        self.push(node, problem);
        None
    }

    pub(super) fn finish(mut self) -> Vec<Message> {
        self.messages.sort_by_key(|(offset, _)| *offset);
        let (mut line, mut column, mut seen) = (1, 1, 0);
        for (offset, message) in &mut self.messages {
            // Of what is not JSON the place is known already.
            let Some(passed) = self.text.get(seen..*offset) else { continue };
            for letter in passed.chars() {
                (line, column) = if letter == '\n' { (line + 1, 1) } else { (line, column + 1) };
            }
            seen = *offset;
            (message.line, message.column) = (line, column);
        }
        let mut messages: Vec<Message> = self.messages.into_iter().map(|(_, message)| message).collect();
        if self.more > 0 {
            messages.push(Message { problem: Problem::More(self.more), path: String::new(), line, column });
        }
        messages
    }
}
