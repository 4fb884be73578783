use crate::message::{Message, Severity};
use std::ops::Range;

/// A place in publication.toml, counted in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place(pub(crate) usize);

/// What is wrong with publication.toml, and with the files where it does not fit them.
pub(crate) struct Log<'t> {
    text: &'t str,
    file: String,
    pub(crate) messages: Vec<Message>,
}

impl<'t> Log<'t> {
    pub(crate) const fn new(file: String, text: &'t str) -> Self {
        Self { text, file, messages: Vec::new() }
    }

    /// The text that stands somewhere.
    pub(crate) fn text(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    pub(crate) fn error(&mut self, at: Place, what: impl Into<String>, mend: impl Into<String>) {
        self.push(Message::error(&self.file, self.line(at), what, mend));
    }

    pub(crate) fn warning(&mut self, at: Place, what: impl Into<String>, mend: impl Into<String>) {
        let message = Message::error(&self.file, self.line(at), what, mend);
        self.push(Message { severity: Severity::Warning, ..message });
    }

    /// What concerns several indicators is said once.
    fn push(&mut self, message: Message) {
        if !self.messages.contains(&message) {
            self.messages.push(message);
        }
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.messages.iter().any(Message::is_error)
    }

    /// `line 12`
    fn line(&self, Place(at): Place) -> String {
        let before = self.text.as_bytes().get(..at).unwrap_or_default();
        format!("line {}", before.iter().filter(|byte| **byte == b'\n').count() + 1)
    }
}

/// "Did you mean" the nearest of some words; otherwise all of them, where they are few.
pub(crate) fn suggestion<'w>(found: &str, words: impl Iterator<Item = &'w str>) -> String {
    let words: Vec<&str> = words.collect();
    let far = |word: &&&str| strsim::damerau_levenshtein(&word.to_lowercase(), &found.to_lowercase());
    let nearest = words.iter().min_by_key(far).filter(|word| far(word) <= word.chars().count().max(4) / 3);
    match nearest {
        Some(nearest) => format!("Did you mean \"{nearest}\"?"),
        None if words.is_empty() => "There is none to choose from.".to_owned(),
        None if words.len() <= 30 => format!("There is: {}.", words.join(", ")),
        None => format!(
            "There are {}, such as {}.",
            words.len(),
            words.iter().take(5).copied().collect::<Vec<_>>().join(", ")
        ),
    }
}
