//! What stands beside values: letters that mean something here, and those that do not.

use super::node::{Members, Node};
use kpi_core::model::{Mark, Marks, Missing};
use std::collections::{BTreeMap, HashMap};

/// What a status text means beside a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    /// Why there is no number, where there is none.
    pub(super) missing: Option<Missing>,
    pub(super) marks: Marks,
}

/// The texts of a file that say what its letters mean: `extension.status.label`, as Eurostat writes it.
#[derive(Default)]
pub(super) struct Key {
    words: HashMap<String, String>,
    /// Texts that mean nothing known, and beside how many values they stand.
    unknown: BTreeMap<String, usize>,
}

impl Key {
    pub(super) fn of(dataset: &Members<'_>) -> Self {
        let status = dataset.get("extension").and_then(|extension| extension.members()?.get("status"));
        let labels = status.and_then(|status| status.members()?.get("label")).and_then(|labels| labels.members());
        let word = |(letter, raw): (&str, &str)| Some((letter.to_owned(), super::node::text(raw)?));
        Self { words: labels.iter().flat_map(Members::each).filter_map(word).collect(), unknown: BTreeMap::new() }
    }

    /// What a text means beside a number or, where there is none, in its place. What means nothing known is counted.
    pub(super) fn meaning(&mut self, text: &str, is_number: bool) -> Meaning {
        let words = self.words.get(text).map(String::as_str);
        if let Some(meaning) = words.and_then(by_words).or_else(|| by_letters(text, is_number)) {
            // A number that is withheld all the same: the file contradicts itself, and the reader should know.
            if !(is_number && meaning.missing.is_some()) {
                return meaning;
            }
        }
        *self.unknown.entry(text.to_owned()).or_default() += 1;
        Meaning { missing: None, marks: Marks::default() }
    }

    /// What to say of the texts that mean nothing known.
    pub(super) fn notes(&self) -> Vec<String> {
        let note = |(text, count): (&String, &usize)| {
            let beside = if *count == 1 { "one value".to_owned() } else { format!("{count} values") };
            match self.words.get(text) {
                Some(words) => format!("The status “{text}” ({words}) stands beside {beside}."),
                None => format!("The status “{text}” stands beside {beside}; the file does not say what it means."),
            }
        };
        self.unknown.iter().map(note).collect()
    }
}

/// Letters of the Government Statistical Service, alone or together, also in square brackets: `p`, `pr`, `[c]`, `low p`.
/// `- u` is a mark beside no number and no reason, where `u` alone would be the reason.
fn by_letters(text: &str, is_number: bool) -> Option<Meaning> {
    let mut meaning = Meaning { missing: None, marks: Marks::default() };
    let mut words = text.split([' ', ',', '[', ']']).filter(|word| !word.is_empty()).peekable();
    words.peek()?;
    if let (false, Some(word)) = (is_number, words.peek()) {
        let reason = if *word == "-" { Some(Missing::NotPublished) } else { Missing::from_symbol(word) };
        let reason = reason.or((*word == "?").then_some(Missing::Unreadable));
        if reason.is_some() {
            (meaning.missing, _) = (reason, words.next());
        }
    }
    for word in words {
        for letter in word.chars() {
            let position = Mark::LETTERS.iter().position(|known| known.chars().eq([letter]));
            meaning.marks = meaning.marks.with(*Mark::ALL.get(position?)?);
        }
    }
    Some(meaning)
}

/// What the file's own words for a letter say.
fn by_words(words: &str) -> Option<Meaning> {
    let lower = words.to_lowercase();
    let has = |parts: &[&str]| parts.iter().any(|part| lower.contains(part));
    let missing = |reason| Some(Meaning { missing: Some(reason), marks: Marks::default() });
    let mark = |mark| Some(Meaning { missing: None, marks: Marks::default().with(mark) });
    if has(&["normal"]) {
        return Some(Meaning { missing: None, marks: Marks::default() });
    }
    let known = [
        has(&["provisional", "preliminary"]).then_some(Mark::Provisional),
        has(&["revised"]).then_some(Mark::Revised),
        has(&["estimat", "imputed"]).then_some(Mark::Estimated),
        has(&["forecast", "projection", "projected"]).then_some(Mark::Forecast),
        has(&["break in"]).then_some(Mark::Break),
        has(&["low reliability", "unreliable"]).then_some(Mark::Unreliable),
        has(&["derived"]).then_some(Mark::Derived),
    ];
    let mut known = known.into_iter().flatten();
    match (known.next(), known.next()) {
        // Of words that say two things nobody can say which is meant.
        (Some(_), Some(_)) => None,
        (Some(one), None) => mark(one),
        _ if has(&["confidential", "suppressed", "disclosive"]) => missing(Missing::Confidential),
        _ if has(&["not applicable"]) => missing(Missing::NotApplicable),
        _ if has(&["not available", "missing value"]) => missing(Missing::NotAvailable),
        _ => None,
    }
}

/// The statuses of a dataset by cell.
pub(super) enum Statuses {
    None,
    All(String),
    List(Vec<Option<String>>),
    Sparse(HashMap<u64, String>),
}

impl Statuses {
    /// A text for all cells, a list along them (of one: for all), or an object by cell.
    pub(super) fn read(node: &Node<'_>) -> Option<Self> {
        if let Some(text) = node.text() {
            return Some(Self::All(text));
        }
        if let Some(elements) = node.elements() {
            let list: Vec<Option<String>> = elements.into_iter().map(super::node::text).collect();
            return Some(match list.as_slice() {
                [Some(only)] => Self::All(only.clone()),
                _ => Self::List(list),
            });
        }
        let by_cell = node.members()?;
        let one = |(cell, raw): (&str, &str)| Some((cell.parse().ok()?, super::node::text(raw)?));
        Some(Self::Sparse(by_cell.each().filter_map(one).collect()))
    }

    pub(super) fn at(&self, cell: u64) -> Option<&str> {
        let text = match self {
            Self::None => None,
            Self::All(text) => Some(text.as_str()),
            Self::List(list) => list.get(usize::try_from(cell).ok()?)?.as_deref(),
            Self::Sparse(by_cell) => by_cell.get(&cell).map(String::as_str),
        };
        text.filter(|text| !text.trim().is_empty())
    }

    /// The cells that have one, where only some are named.
    pub(super) fn named(&self) -> Vec<u64> {
        match self {
            Self::Sparse(by_cell) => {
                let mut cells: Vec<u64> = by_cell.keys().copied().collect();
                cells.sort_unstable();
                cells
            }
            Self::List(list) => (0..).zip(list).filter(|(_, text)| text.is_some()).map(|(cell, _)| cell).collect(),
            Self::None | Self::All(_) => Vec::new(),
        }
    }
}
