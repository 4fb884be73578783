//! What the figures say, in two to five short sentences: the level and how it changed, what stands out in the series, how it
//! compares, whether the target was met, and what cannot be said and why. Same input, same sentences.
//!
//! Each file is one concept with all of its English; numbers and periods come from [`super::number`] and [`super::period`].
//! A sentence is pushed together from pieces and never taken apart again.

mod change;
mod gap;
mod level;
mod measures;
mod record;
mod series;
mod standing;
mod target;

pub use gap::no_figure;

use super::sentence;
use crate::model::{Figure, NamedPeriod, Unit};
use crate::query::Sight;

/// More words than this are not read.
const MOST_WORDS: usize = 60;
/// The direction, and five sentences before it.
const MOST_SENTENCES: usize = 6;

/// What a sight shows, in words; never empty, and every sentence ends with a full stop.
#[must_use]
pub fn tell(sight: Sight<'_>) -> String {
    let (Some(measure), Some(named)) = (sight.measure(), sight.period()) else {
        return gap::NO_FIGURES.to_owned();
    };
    let mut story = Story {
        sight,
        unit: &measure.unit,
        named,
        figure: sight.figure().unwrap_or(Figure::NOT_PUBLISHED),
        subject: IT.to_owned(),
        compares: false,
        sentences: Vec::new(),
    };
    let is_one_of_several = sight.indicator.measures.len() > 1;
    let is_number = story.figure.number().is_some();
    let changes = if is_number { change::look(&story) } else { change::Changes::default() };
    if is_one_of_several {
        measures::tell(&mut story, measure);
        if !changes.moves.is_empty() {
            let text = [&story.subject(), " is ", &changes.moves].concat();
            story.say(Worth::Told, text);
        }
    } else {
        let mut text = level::beginning(&story);
        if !changes.moves.is_empty() {
            push(&mut text, &[", ", &changes.moves]);
        }
        story.say(Worth::Told, text);
    }
    if is_number {
        story.compares = !changes.moves.is_empty();
        record::tell(&mut story);
        let lacking = standing::tell(&mut story);
        target::tell(&mut story);
        // Of budgets nobody expects a figure of England's.
        if !is_one_of_several {
            story.say(Worth::Told, changes.barred);
            story.say(Worth::Lacking, lacking);
        }
        gap::inside(&mut story);
        if story.compares {
            story.say(Worth::Told, sentence::direction(sight.indicator.polarity).trim_end_matches('.').to_owned());
        }
    } else if !is_one_of_several {
        gap::instead(&mut story);
    }
    story.end()
}

const IT: &str = "It";

/// What is known, and what is said of it so far.
struct Story<'d> {
    sight: Sight<'d>,
    unit: &'d Unit,
    named: &'d NamedPeriod,
    figure: Figure<'d>,
    /// What the next sentence is about: one measure of several by its name, and then "It".
    subject: String,
    /// Whether anything is judged, or would be if a direction were defined.
    compares: bool,
    sentences: Vec<(Worth, String)>,
}

/// What a sentence is worth: where there are too many words, those that are worth least are left out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Worth {
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

impl Story<'_> {
    /// Adds a sentence, which comes without its full stop; an empty one is none.
    fn say(&mut self, worth: Worth, text: String) {
        if !text.is_empty() {
            self.sentences.push((worth, text));
        }
    }

    /// What a sentence begins with.
    fn subject(&mut self) -> String {
        std::mem::replace(&mut self.subject, IT.to_owned())
    }

    /// Leaves out what is too much, and joins the rest.
    fn end(mut self) -> String {
        loop {
            let mut text = String::new();
            for (_, sentence) in &self.sentences {
                push(&mut text, &[sentence, ". "]);
            }
            text.truncate(text.trim_ascii_end().len());
            let words = text.bytes().filter(|byte| *byte == b' ').count() + 1;
            let mut least = 0;
            for (at, (worth, _)) in self.sentences.iter().enumerate() {
                if self.sentences.get(least).is_none_or(|(than, _)| worth < than) {
                    least = at;
                }
            }
            let is_much = words > MOST_WORDS || self.sentences.len() > MOST_SENTENCES;
            if !is_much || self.sentences.get(least).is_none_or(|(worth, _)| *worth == Worth::Told) {
                return text;
            }
            self.sentences.remove(least);
        }
    }
}

/// Puts pieces behind each other.
fn push(text: &mut String, pieces: &[&str]) {
    for piece in pieces {
        text.push_str(piece);
    }
}
