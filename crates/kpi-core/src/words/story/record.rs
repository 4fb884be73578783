//! What stands out in the series: a run of moves in one direction, a best or a worst.

use super::prose::{Prose, Worth, count};
use super::series::{Among, Seen, Way, record, run};
use super::superlative;
use crate::model::Polarity;
use crate::query::{Sight, Since, Verdict};
use crate::words::{Lang, Text, fill, number, period};
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
    let periods = period::kind_plural(prose.lang, seen.named.period.kind());
    prose.subject();
    if let Some(run) = run {
        let text = match run.way {
            Way::Judged(Verdict::Better) => Text::RunBetter,
            Way::Judged(_) => Text::RunWorse,
            Way::Moved(Ordering::Greater) => Text::RunUp,
            Way::Moved(Ordering::Less) => Text::RunDown,
            Way::Moved(Ordering::Equal) => Text::RunSame,
        };
        prose.fill(text, &[&count(run.moves), periods]);
    }
    if let Some(record) = record {
        prose.say(if run.is_some() { Text::AndIsThe } else { Text::IsThe });
        let word = superlative(record.is_above, sight.polarity()).say(prose.lang);
        match record.among {
            Among::Since { at, number } => {
                let (then, number) = (name(prose.lang, sight, at), number::aside(prose.lang, number, seen.unit));
                prose.fill(Text::PublishedSince, &[word, &then, &number]);
            }
            Among::All { count: all, is_part, equal, equal_at } => {
                let text = if equal > 0 { Text::JointOfAllHere } else { Text::OfAllHere };
                let of = if is_part { fill(Text::Comparable.say(prose.lang), &[periods]) } else { periods.to_owned() };
                prose.fill(text, &[word, &count(all), &of]);
                let others = match equal {
                    0 => String::new(),
                    1 => name(prose.lang, sight, equal_at),
                    _ => fill(Text::Others.say(prose.lang), &[&count(equal)]),
                };
                if equal > 0 {
                    prose.fill(Text::With, &[&others]);
                }
            }
        }
    }
    prose.stop(Worth::Record);
    sight.polarity() != Polarity::Neither
}

/// The period at a position.
pub(super) fn name(lang: Lang, sight: Sight<'_>, position: usize) -> String {
    sight.indicator.periods.get(position).map(|named| period::in_sentence(lang, named)).unwrap_or_default()
}
