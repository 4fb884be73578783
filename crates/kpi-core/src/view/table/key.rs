//! What the symbols and marks of a table mean.

use super::making::Table;
use crate::model::{Mark, Missing};
use crate::words::{Lang, Text, symbol};

impl Table {
    pub(super) fn key(&self) -> Vec<(String, String)> {
        let key_of = |key: Text, meaning: Text| (key.say(self.lang).to_owned(), meaning.say(self.lang).to_owned());
        let mut key = Vec::new();
        for missing in &Missing::ALL {
            if self.missing.contains(missing) {
                key.push((missing.symbol().to_owned(), symbol::reason(self.lang, *missing).to_owned()));
            }
        }
        for mark in self.marks.iter() {
            key.push((format!("[{}]", mark.letter()), symbol::mark(self.lang, mark).to_owned()));
        }
        if self.has_limits {
            key.push(key_of(Text::LimitsKey, Text::LimitsMeaning));
        }
        if self.is_partly {
            key.push(key_of(Text::MembersKey, Text::MembersMeaning));
        }
        key
    }
}

/// Every symbol and mark that a table can have, with its meaning.
pub(in crate::view) fn whole_key(lang: Lang) -> Vec<(String, String)> {
    let mut table = Table { missing: Missing::ALL.to_vec(), has_limits: true, is_partly: true, ..Table::new(lang) };
    for mark in Mark::ALL {
        table.marks = table.marks.with(mark);
    }
    table.key()
}
