//! What stands out in the series: a run of moves in one direction, a best or a worst.

use super::prose::{Prose, Worth};
use super::series::{Among, Seen, Way, record, run};
use super::superlative;
use crate::model::Polarity;
use crate::query::{Sight, Since, Verdict};
use crate::words::{number, period};
use std::cmp::Ordering;

/// `It has got worse for 3 quarters in a row and is the joint worst of the 8 quarters published here, with Q1 2019/20`,
/// `It is the lowest published since Q2 2018/19 (62%)`. Whether that was a judgement.
pub(super) fn tell(prose: &mut Prose<'_>, seen: &Seen<'_>) -> bool {
    let sight = seen.sight;
    let run = run(sight).filter(|_| sight.query.compare.has_since(Since::Previous));
    // A run through the whole series says already where it ends.
    let moves = run.map_or(usize::MAX, |run| run.moves);
    let record = record(seen)
        .filter(|found| !matches!(found.among, Among::All { count, .. } if moves.saturating_add(1) == count));
    if run.is_none() && record.is_none() {
        return false;
    }
    let periods = period::kind_plural(sight.query.lang, seen.named.period.kind());
    prose.subject();
    if let Some(run) = run {
        prose.say(match run.way {
            Way::Judged(Verdict::Better) => " has got better for ",
            Way::Judged(_) => " has got worse for ",
            Way::Moved(Ordering::Greater) => " has risen for ",
            Way::Moved(Ordering::Less) => " has fallen for ",
            Way::Moved(Ordering::Equal) => " has not changed for ",
        });
        prose.count(run.moves).say(" ").say(periods).say(" in a row");
    }
    if let Some(record) = record {
        prose.say(if run.is_some() { " and is the " } else { " is the " });
        let word = superlative(record.is_above, sight.polarity());
        match record.among {
            Among::Since { at, number } => {
                prose.say(word).say(" published since ");
                name(prose, sight, at);
                prose.say(" (").put(number::aside(sight.query.lang, number, seen.unit)).say(")");
            }
            Among::All { count, is_part, equal, equal_at } => {
                prose.say(if equal > 0 { "joint " } else { "" }).say(word).say(" of the ").count(count);
                prose.say(if is_part { " comparable " } else { " " }).say(periods).say(" published here");
                if equal > 0 {
                    prose.say(", with ");
                }
                match equal {
                    0 => {}
                    1 => name(prose, sight, equal_at),
                    _ => drop(prose.count(equal).say(" others")),
                }
            }
        }
    }
    prose.stop(Worth::Record);
    sight.polarity() != Polarity::Neither
}

/// The period at a position.
pub(super) fn name(prose: &mut Prose<'_>, sight: Sight<'_>, position: usize) {
    if let Some(named) = sight.indicator.periods.get(position) {
        prose.put(period::in_sentence(sight.query.lang, named));
    }
}
