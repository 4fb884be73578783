//! Sentences in the making: pieces behind each other in one text.

use crate::words::{Lang, number};

/// More words than this are not read.
const MOST_WORDS: usize = 60;
/// Five sentences, and the direction behind them.
const MOST_SENTENCES: usize = 6;

/// What a sentence is worth: where there are too many words, the sentences that are worth least are left out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Worth {
    /// A gap somewhere in the series.
    Gap,
    /// Which comparators have no figure.
    Lacking,
    /// The place among the members of a group.
    Rank,
    /// A run, a best, a worst.
    Record,
    /// Whatever has to be said.
    Told,
}

/// A text, where its sentences end, and what they are about.
pub(super) struct Prose<'d> {
    /// What the next sentence begins with: one measure of several by its name, and from then on "It".
    pub(super) subject: &'d str,
    pub(super) lang: Lang,
    text: String,
    /// What each sentence is worth, and where it ends.
    ends: Vec<(Worth, usize)>,
}

const IT: &str = "It";

impl<'d> Prose<'d> {
    pub(super) fn new(lang: Lang) -> Self {
        Self { subject: IT, lang, text: String::new(), ends: Vec::new() }
    }

    #[inline(never)]
    pub(super) fn say(&mut self, words: &str) -> &mut Self {
        self.text.push_str(words);
        self
    }

    /// Says a number, a name or a period, and is done with it.
    #[inline(never)]
    pub(super) fn put(&mut self, words: String) -> &mut Self {
        self.say(&words)
    }

    /// A count as a number is written.
    #[inline(never)]
    pub(super) fn count(&mut self, count: usize) -> &mut Self {
        self.put(number::whole(u32::try_from(count).unwrap_or(u32::MAX)))
    }

    pub(super) fn subject(&mut self) -> &mut Self {
        let subject = std::mem::replace(&mut self.subject, IT);
        self.say(subject)
    }

    /// What stands before one of several: nothing, a comma, or the word before the last.
    pub(super) fn list(&mut self, at: usize, of: usize, last: &str) -> &mut Self {
        self.say(match at {
            0 => "",
            _ if at + 1 == of => last,
            _ => ", ",
        })
    }

    /// Ends the sentence.
    #[inline(never)]
    pub(super) fn stop(&mut self, worth: Worth) {
        self.say(". ");
        self.ends.push((worth, self.text.len()));
    }

    /// Begins with a capital, in English letters (see [`crate::words::sentence::lowercased`]).
    pub(super) fn capital(&mut self) {
        if let Some(first) = self.text.get_mut(..1) {
            first.make_ascii_uppercase();
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text, without what would be too much.
    pub(super) fn end(mut self) -> String {
        loop {
            let words = self.text.bytes().filter(|byte| *byte == b' ').count();
            let least = self.ends.iter().map(|(worth, _)| *worth).min().unwrap_or(Worth::Told);
            if (words <= MOST_WORDS && self.ends.len() <= MOST_SENTENCES) || least == Worth::Told {
                self.text.truncate(self.text.trim_ascii_end().len());
                return self.text;
            }
            // What is left, in a text of its own.
            let (mut left, mut from) = (Self::new(self.lang), 0);
            for (worth, to) in &self.ends {
                if *worth != least {
                    left.text.push_str(self.text.get(from..*to).unwrap_or_default());
                    left.ends.push((*worth, left.text.len()));
                }
                from = *to;
            }
            self = left;
        }
    }
}
