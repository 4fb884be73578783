//! What the figures say, in two to five short sentences: the level and how it changed, what stands out in the series, how it
//! compares, whether the target was met, and what cannot be said and why. Same input, same sentences.
//!
//! Each file is one concept; its words are in `words/text.rs`, numbers and periods come from [`super::number`] and
//! [`super::period`]. Facts are found first (`series`) and hold no words. The words are pushed piece by piece behind one text,
//! without text in between: this is in every visitor's download. Languages share the order of the pieces; where they do not,
//! a piece is a whole clause with places for what differs.

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

use crate::model::{Figure, Mark, Marks, Polarity};
use crate::query::Sight;
use crate::words::{Lang, Text, sentence};
use prose::{Prose, Worth};
use series::{Point, Seen, looks, points};
use standing::Stand;

/// What a sight shows, in words; never empty, and every sentence ends with a full stop.
///
/// Every language says the same: what is left out is what would be too long in English.
#[must_use]
pub fn tell(sight: Sight<'_>) -> String {
    let english = write(sight, Lang::En);
    let least = english.least();
    match sight.query.lang {
        Lang::En => english,
        other => write(sight, other),
    }
    .end(least)
}

fn write(sight: Sight<'_>, lang: Lang) -> Prose<'_> {
    let mut prose = Prose::new(lang);
    let (Some(measure), Some(named)) = (sight.measure(), sight.period()) else {
        prose.say(Text::NoFigures).stop(Worth::Told);
        return prose;
    };
    let figure = sight.shown_figure();
    let points = points(sight, Some(named.period.kind()));
    let is_one_of_several = sight.indicator.measures.len() > 1;
    let stands = standing::stands(sight);
    let common = if is_one_of_several { Marks::default() } else { common(sight, &figure, &points, &stands) };
    let seen = Seen { sight, unit: &measure.unit, named, figure, points, common };
    let looks = looks(&seen, lang);
    let moves = looks.iter().filter(|look| look.change.is_ok()).count();
    if is_one_of_several {
        measures::tell(&mut prose, sight);
        prose.subject = Some(measures::plain(measure));
        if moves > 0 {
            prose.stop(Worth::Told);
            prose.subject().say(Text::Is);
            change::tell(&mut prose, &seen, &looks);
        }
    } else {
        level::tell(&mut prose, &seen);
        if moves > 0 {
            prose.push(", ");
        }
        change::tell(&mut prose, &seen, &looks);
    }
    prose.stop(Worth::Told);
    if figure.number().is_none() {
        if !is_one_of_several {
            gap::instead(&mut prose, &seen);
        }
        return prose;
    }
    let mut compares = moves > 0;
    compares |= record::tell(&mut prose, &seen);
    compares |= standing::tell(&mut prose, &seen, &stands);
    compares |= target::tell(&mut prose, &seen);
    // Of budgets nobody expects a figure of England's.
    if !is_one_of_several {
        change::cannot(&mut prose, &seen, &looks);
        standing::lacking(&mut prose, &seen, &stands);
    }
    standing::totals(&mut prose, &stands);
    gap::inside(&mut prose, &seen);
    if compares {
        let direction = sentence::direction(lang, sight.polarity());
        prose.push(direction.strip_suffix('.').unwrap_or_default()).stop(Worth::Told);
    }
    prose
}

/// That figures are derived, where all that are told are and there are several: a target and what a figure was before are not.
fn common(sight: Sight<'_>, figure: &Figure<'_>, points: &[Point<'_>], stands: &[Stand<'_>]) -> Marks {
    let mut count = 0;
    if sight.target().is_some() || figure.before().is_some() {
        return Marks::default();
    }
    for figure in points.iter().map(|point| &point.figure).chain(stands.iter().map(Stand::figure)) {
        if figure.number().is_some() {
            count += 1;
            if !figure.marks.has(Mark::Derived) {
                return Marks::default();
            }
        }
    }
    if count > 1 { Marks::default().with(Mark::Derived) } else { Marks::default() }
}

/// What is good or bad about being above or below others, or else where it is.
fn superlative(above: bool, polarity: Polarity) -> Text {
    match (above, polarity) {
        (true, Polarity::Higher) | (false, Polarity::Lower) => Text::Best,
        (false, Polarity::Higher) | (true, Polarity::Lower) => Text::Worst,
        (true, Polarity::Neither) => Text::Highest,
        (false, Polarity::Neither) => Text::Lowest,
    }
}
