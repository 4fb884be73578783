use std::collections::HashMap;

/// Gives ids that may stand in links, each once.
#[derive(Default)]
pub(crate) struct Ids {
    /// How often each has been asked for.
    given: HashMap<String, u32>,
}

/// They have a meaning of their own where comparators are chosen.
const RESERVED: [&str; 3] = ["previous", "year-before", "target"];

impl Ids {
    /// Ids for areas, among which some words are taken.
    pub(crate) fn of_areas() -> Self {
        Self { given: RESERVED.map(|id| (id.to_owned(), 1)).into() }
    }

    /// The first of `words` of which an id can be made, and made different from those given before.
    pub(crate) fn give(&mut self, words: &[&str]) -> String {
        let first = words.iter().map(|word| plain(word)).find(|id| !id.is_empty());
        let first = first.unwrap_or_else(|| "id".to_owned());
        let mut id = first.clone();
        while self.given.contains_key(&id) {
            let count = self.given.entry(first.clone()).or_default();
            *count += 1;
            id = format!("{first}-{count}");
        }
        self.given.insert(id.clone(), 1);
        id
    }
}

/// Letters, digits, full stops and underscores stay; whatever else is between them is one hyphen.
fn plain(word: &str) -> String {
    let kept = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-');
    let mut id = String::new();
    for letter in word.trim().chars() {
        if kept(letter) && (!id.is_empty() || letter.is_ascii_alphanumeric()) {
            id.push(letter);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.truncate(id.trim_end_matches('.').len());
            id.push('-');
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    id
}
