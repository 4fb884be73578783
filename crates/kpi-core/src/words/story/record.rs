//! What stands out in the series: a run of moves in one direction, a best or a worst.

use super::series::{self, Among, Record, Run, Way};
use super::{Story, Worth, push};
use crate::model::Polarity;
use crate::query::{Sight, Since, Verdict};
use crate::words::{number, period};
use std::cmp::Ordering;

/// `It has got worse for 3 quarters in a row, to the worst of the 8 quarters published here`
pub(super) fn tell(story: &mut Story<'_>) {
    let sight = story.sight;
    let run = series::run(sight).filter(|_| sight.query.compare.has_since(Since::Previous));
    // A run through the whole series says already where it ends.
    let record = series::record(sight).filter(
        |record| !matches!((run, record.among), (Some(run), Among::All { count, .. }) if run.moves + 1 >= count),
    );
    if run.is_none() && record.is_none() {
        return;
    }
    let mut text = story.subject();
    if let Some(run) = run {
        let noun = period::kind_plural(story.named.period.kind());
        push(&mut text, &[moved(run), &whole(run.moves), " ", noun, " in a row"]);
    }
    if let Some(record) = record {
        push(&mut text, &[if run.is_some() { " and is the " } else { " is the " }, &reached(story, record)]);
    }
    story.say(Worth::Record, text);
}

fn moved(run: Run) -> &'static str {
    match run.way {
        Way::Judged(Verdict::Better) => " has got better for ",
        Way::Judged(_) => " has got worse for ",
        Way::Moved(Ordering::Greater) => " has risen for ",
        Way::Moved(Ordering::Less) => " has fallen for ",
        Way::Moved(Ordering::Equal) => " has not changed for ",
    }
}

/// `joint best of the 8 quarters published here, with Q1 2019/20`, `lowest published since Q2 2018/19 (62%)`
fn reached(story: &Story<'_>, record: Record) -> String {
    let word = superlative(record.side, story.sight.indicator.polarity);
    let name = |position| {
        let named = (Sight { position, ..story.sight }).period();
        named.map(period::in_sentence).unwrap_or_default()
    };
    match record.among {
        Among::Since(at) => {
            let then = series::number(Sight { position: at, ..story.sight });
            let then = then.map(|then| number::aside(then, story.unit)).unwrap_or_default();
            [word, " published since ", &name(at), " (", &then, ")"].concat()
        }
        Among::All { count, is_part, equal, equal_at } => {
            let joint = if equal > 0 { "joint " } else { "" };
            let comparable = if is_part { " comparable " } else { " " };
            let noun = period::kind_plural(story.named.period.kind());
            let mut text = [joint, word, " of the ", &whole(count), comparable, noun, " published here"].concat();
            match equal {
                0 => {}
                1 => push(&mut text, &[", with ", &name(equal_at)]),
                _ => push(&mut text, &[", with ", &whole(equal), " others"]),
            }
            text
        }
    }
}

/// `best`, `highest`
pub(super) fn superlative(side: Ordering, polarity: Polarity) -> &'static str {
    match series::verdict_of(side, polarity) {
        Verdict::Better => "best",
        Verdict::Worse => "worst",
        _ if side == Ordering::Greater => "highest",
        _ => "lowest",
    }
}

/// A count as a number is written.
pub(super) fn whole(count: usize) -> String {
    number::whole(u32::try_from(count).unwrap_or(u32::MAX))
}
