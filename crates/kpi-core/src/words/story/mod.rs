//! What the figures say, in two to five short sentences: the level and how it changed, what stands out in the series, how it
//! compares, whether the target was met, and what cannot be said and why. Same input, same sentences.
//!
//! Each file is one concept with all of its English; numbers and periods come from [`super::number`] and [`super::period`].
//! Facts are found first (`series`) and hold no words. The words are pushed piece by piece behind one text, without text in
//! between: this is in every visitor's download.

mod change;
mod gap;
mod level;
mod measures;
mod prose;
mod record;
mod series;
mod standing;
mod target;

pub use gap::no_figure;

use crate::model::{Figure, Polarity};
use crate::query::Sight;
use crate::words::sentence;
use prose::{Prose, Worth};
use series::{Seen, looks, points};

/// What a sight shows, in words; never empty, and every sentence ends with a full stop.
#[must_use]
pub fn tell(sight: Sight<'_>) -> String {
    let (Some(measure), Some(named)) = (sight.measure(), sight.period()) else {
        return gap::NO_FIGURES.to_owned();
    };
    let figure = sight.figure().unwrap_or(Figure::NOT_PUBLISHED);
    let points = points(sight, &measure.unit, Some(named.period.kind()));
    let seen = Seen { sight, unit: &measure.unit, named, figure, points };
    let is_one_of_several = sight.indicator.measures.len() > 1;
    let looks = looks(&seen);
    let moves = looks.iter().filter(|look| look.change.is_ok()).count();
    let mut prose = Prose::new(sight.query.lang);
    if is_one_of_several {
        measures::tell(&mut prose, sight);
        prose.subject = measures::plain(measure);
        if moves > 0 {
            prose.stop(Worth::Told);
            prose.subject().say(" is ");
            change::tell(&mut prose, &seen, &looks);
        }
    } else {
        level::tell(&mut prose, &seen);
        if moves > 0 {
            prose.say(", ");
        }
        change::tell(&mut prose, &seen, &looks);
    }
    prose.stop(Worth::Told);
    if figure.number().is_none() {
        if !is_one_of_several {
            gap::instead(&mut prose, &seen);
        }
        return prose.end();
    }
    let mut compares = moves > 0;
    compares |= record::tell(&mut prose, &seen);
    let stands = standing::stands(sight);
    compares |= standing::tell(&mut prose, &seen, &stands);
    compares |= target::tell(&mut prose, &seen);
    // Of budgets nobody expects a figure of England's.
    if !is_one_of_several {
        change::cannot(&mut prose, &seen, &looks);
        standing::lacking(&mut prose, &seen, &stands);
    }
    gap::inside(&mut prose, &seen);
    if compares {
        prose
            .say(sentence::direction(sight.query.lang, sight.polarity()).strip_suffix('.').unwrap_or_default())
            .stop(Worth::Told);
    }
    prose.end()
}

/// What is good or bad about being above or below others, or else where it is.
fn superlative(above: bool, polarity: Polarity) -> &'static str {
    match (above, polarity) {
        (true, Polarity::Higher) | (false, Polarity::Lower) => "best",
        (false, Polarity::Higher) | (true, Polarity::Lower) => "worst",
        (true, Polarity::Neither) => "highest",
        (false, Polarity::Neither) => "lowest",
    }
}
