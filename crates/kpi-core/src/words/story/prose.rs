//! Sentences in the making: pieces behind each other in one text.

use crate::words::{Lang, Text, fill, number};

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
    pub(super) lang: Lang,
    /// What the next sentence begins with: one measure of several by its name, and from then on "It".
    pub(super) subject: Option<&'d str>,
    /// Whether the sentence begins with a word of ours, which has a capital then.
    is_capital: bool,
    text: String,
    /// What each sentence is worth, and where it ends.
    ends: Vec<(Worth, usize)>,
}

impl<'d> Prose<'d> {
    pub(super) fn new(lang: Lang) -> Self {
        Self { lang, subject: None, is_capital: false, text: String::new(), ends: Vec::new() }
    }

    #[inline(never)]
    pub(super) fn say(&mut self, text: Text) -> &mut Self {
        self.push(text.say(self.lang))
    }

    /// Says a text with something in its places.
    #[inline(never)]
    pub(super) fn fill(&mut self, text: Text, values: &[&str]) -> &mut Self {
        self.put(fill(text.say(self.lang), values))
    }

    /// Says a name, or a sign.
    #[inline(never)]
    pub(super) fn push(&mut self, words: &str) -> &mut Self {
        self.text.push_str(words);
        self
    }

    /// Says a number or a period, and is done with it.
    #[inline(never)]
    pub(super) fn put(&mut self, words: String) -> &mut Self {
        self.push(&words)
    }

    pub(super) fn subject(&mut self) -> &mut Self {
        match self.subject.take() {
            Some(name) => self.push(name).say(Text::Named),
            None => self.capital().say(Text::It),
        }
    }

    /// What stands before one of several: nothing, a comma, or the word before the last.
    pub(super) fn list(&mut self, at: usize, of: usize, last: Text) -> &mut Self {
        match at {
            0 => self,
            _ if at + 1 == of => self.say(last),
            _ => self.push(", "),
        }
    }

    /// Ends the sentence.
    #[inline(never)]
    pub(super) fn stop(&mut self, worth: Worth) {
        if std::mem::take(&mut self.is_capital) {
            let start = self.ends.last().map_or(0, |(_, end)| *end);
            // English letters alone; see [`crate::words::sentence::lowercased`].
            if let Some(first) = self.text.get_mut(start..=start) {
                first.make_ascii_uppercase();
            }
        }
        self.push(". ");
        self.ends.push((worth, self.text.len()));
    }

    /// Has the sentence begin with a capital.
    pub(super) fn capital(&mut self) -> &mut Self {
        self.is_capital = true;
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// What a sentence is worth at least that is not too much.
    pub(super) fn least(&self) -> Worth {
        for least in [Worth::Gap, Worth::Lacking, Worth::Rank, Worth::Record] {
            let (mut words, mut sentences, mut from) = (0, 0, 0);
            for (worth, to) in &self.ends {
                if *worth >= least {
                    let said = self.text.get(from..*to).unwrap_or_default();
                    words += said.bytes().filter(|byte| *byte == b' ').count();
                    sentences += 1;
                }
                from = *to;
            }
            if words <= MOST_WORDS && sentences <= MOST_SENTENCES {
                return least;
            }
        }
        Worth::Told
    }

    /// The sentences that are worth as much as that.
    pub(super) fn end(self, least: Worth) -> String {
        let (mut text, mut from) = (String::new(), 0);
        for (worth, to) in self.ends {
            if worth >= least {
                text.push_str(self.text.get(from..to).unwrap_or_default());
            }
            from = to;
        }
        text.truncate(text.trim_ascii_end().len());
        text
    }
}

/// A count as a number is written.
pub(super) fn count(count: usize) -> String {
    number::whole(u32::try_from(count).unwrap_or(u32::MAX))
}
