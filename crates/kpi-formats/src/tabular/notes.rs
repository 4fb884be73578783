use super::collect::Collector;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Notes that stand in rows, gathered into notes of indicators.
#[derive(Default)]
pub(super) struct Notes {
    /// How many rows an indicator has.
    rows: HashMap<u32, usize>,
    /// By indicator and order of appearance.
    found: BTreeMap<(u32, usize), Note>,
    known: HashMap<(u32, String), usize>,
}

struct Note {
    text: String,
    rows: usize,
    areas: BTreeSet<u32>,
}

/// How many areas a note names.
const NAMED: usize = 5;

/// How many notes an indicator has; a column with another text in every row is no column of notes.
const KEPT: usize = 50;

impl Notes {
    pub(super) fn add(&mut self, indicator: u32, area: u32, text: &str) {
        *self.rows.entry(indicator).or_default() += 1;
        if text.is_empty() {
            return;
        }
        let next = self.known.len();
        let order = *self.known.entry((indicator, text.to_owned())).or_insert(next);
        let note = self.found.entry((indicator, order));
        let note = note.or_insert_with(|| Note { text: text.to_owned(), rows: 0, areas: BTreeSet::new() });
        note.rows += 1;
        note.areas.insert(area);
    }

    /// A note that stands in every row is the indicator's; another one says of which areas it is.
    pub(super) fn finish(self, collector: &mut Collector) {
        for ((indicator, _), note) in self.found {
            let text = if self.rows.get(&indicator) == Some(&note.rows) {
                note.text
            } else {
                let mut names: Vec<&str> = note.areas.iter().take(NAMED).map(|area| collector.name_of(*area)).collect();
                let more = note.areas.len().saturating_sub(NAMED);
                let more = format!("{more} more");
                if note.areas.len() > NAMED {
                    names.push(&more);
                }
                format!("{} ({})", note.text, names.join(", "))
            };
            if let Some(indicator) = collector.facts_mut().indicators.get_mut(indicator as usize)
                && indicator.notes.len() < KEPT
            {
                indicator.notes.push(text);
            }
        }
    }
}
