//! How the figure stands to other areas.

use super::change::judge;
use super::level::aside;
use super::prose::{Prose, Worth};
use super::series::Seen;
use super::superlative;
use crate::model::{Area, AreaRole, Figure, Method, Missing, Origin, Polarity, Value};
use crate::query::{Basis, Difference, Incomparable, Rank, Sight, Verdict};
use crate::words::{number, sentence, symbol};
use std::cmp::Ordering;

/// Among fewer there is no place worth telling.
const LEAST_RANKED: usize = 4;
/// More areas than this are counted, not named.
const MOST_NAMED: usize = 4;

/// A chosen comparator, its figure, and how the figure stands to it.
pub(super) struct Stand<'d> {
    area: &'d Area,
    figure: Figure<'d>,
    found: Result<Difference, Incomparable>,
}

/// Areas to which the figure stands in one way are told together, in this order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Higher,
    Lower,
    WithinTolerance,
    WithinLimits,
    Same,
}

const SIDES: [Side; 5] = [Side::Higher, Side::Lower, Side::WithinTolerance, Side::WithinLimits, Side::Same];

fn side(difference: &Difference) -> Side {
    match (difference.verdict, difference.amount.sign()) {
        (Verdict::Similar, _) if difference.basis == Basis::Tolerance => Side::WithinTolerance,
        (Verdict::Similar, _) => Side::WithinLimits,
        (_, Ordering::Greater) => Side::Higher,
        (_, Ordering::Less) => Side::Lower,
        (_, Ordering::Equal) => Side::Same,
    }
}

/// The chosen comparators, in the order of the publication.
pub(super) fn stands(sight: Sight<'_>) -> Vec<Stand<'_>> {
    let mut stands = Vec::new();
    for (_, ix, area) in sight.query.comparators(sight.dataset) {
        if ix != sight.area {
            let figure = sight.of(ix).figure().unwrap_or(Figure::NOT_PUBLISHED);
            stands.push(Stand { area, figure, found: sight.against(ix) });
        }
    }
    stands
}

/// `It is higher than statistical neighbours (62%) and England (69%), which is worse`, and the place among the members of
/// the first group that has any. Whether anything was compared.
pub(super) fn tell(prose: &mut Prose<'_>, seen: &Seen<'_>, stands: &[Stand<'_>]) -> bool {
    let (mut before, mut is_above) = (" is ", false);
    for one in SIDES {
        let alike = || stands.iter().filter(|stand| stand.found.is_ok_and(|found| side(&found) == one));
        let count = alike().count();
        let Some(Ok(difference)) = alike().next().map(|stand| stand.found) else { continue };
        if before == " is " {
            prose.subject();
        }
        prose.say(if is_above && one == Side::Lower { ", but " } else { before });
        before = ", and ";
        is_above = one == Side::Higher;
        // Of several areas the figures say it.
        if count == 1 && matches!(one, Side::Higher | Side::Lower) {
            prose.put(number::difference(prose.lang, difference.amount, seen.unit)).say(" ");
        }
        prose.say(match one {
            Side::Higher => "higher than ",
            Side::Lower => "lower than ",
            Side::WithinTolerance | Side::WithinLimits => "similar to ",
            Side::Same => "the same as ",
        });
        let named = if count > MOST_NAMED { MOST_NAMED - 1 } else { count };
        let listed = if count > named { named + 1 } else { count };
        for (at, stand) in alike().take(named).enumerate() {
            prose.list(at, listed, " and ");
            name(prose, stand);
            prose.say(" (");
            aside(prose, &stand.figure, seen.unit);
            contributing(prose, ", from ", &stand.figure);
            prose.say(")");
        }
        if count > named {
            prose.say(" and ").count(count - named).say(" others");
        }
        match one {
            Side::WithinLimits => drop(prose.say(", given the confidence limits")),
            _ => judge(prose, seen, &difference),
        }
    }
    let has_told = before != " is ";
    if has_told {
        prose.stop(Worth::Told);
    }
    rank(prose, seen.sight, stands) || has_told
}

/// `No figure is published here for South East (confidential) or England`, `It cannot be compared with Torbay (over 110): not
/// exact`
pub(super) fn lacking(prose: &mut Prose<'_>, seen: &Seen<'_>, stands: &[Stand<'_>]) {
    // What is in a file of its own is published.
    let is_here = |stand: &&Stand<'_>| stand.figure.value != Value::Missing(Missing::Elsewhere);
    let lang = prose.lang;
    let without = || stands.iter().filter(|stand| stand.figure.number().is_none()).filter(is_here);
    let count = without().count();
    for (at, stand) in without().enumerate() {
        prose.say(if at == 0 { "No figure is published here for " } else { "" });
        prose.list(at, count, " or ").put(sentence::in_sentence(lang, stand.area));
        if let Value::Missing(missing) = stand.figure.value
            && missing != Missing::NotPublished
        {
            prose.say(" (").say(symbol::reason(lang, missing));
            contributing(prose, ": ", &stand.figure);
            prose.say(")");
        }
    }
    if count > 0 {
        prose.stop(Worth::Lacking);
    }
    let inexact = || stands.iter().filter(|stand| stand.found == Err(Incomparable::Remark));
    let count = inexact().count();
    for (at, stand) in inexact().enumerate() {
        prose.say(if at == 0 { "It cannot be compared with " } else { "" });
        prose.list(at, count, " or ").put(sentence::in_sentence(lang, stand.area)).say(" (");
        aside(prose, &stand.figure, seen.unit);
        prose.say(")");
    }
    if count > 0 {
        prose.say(": not exact").stop(Worth::Told);
    }
}

/// `It is the joint third best of 11 with its statistical neighbours`. Whether there is such a place.
fn rank(prose: &mut Prose<'_>, sight: Sight<'_>, stands: &[Stand<'_>]) -> bool {
    for stand in stands {
        let rank = sight.rank(stand.area.members());
        let Some(rank) = rank.filter(|rank| rank.of >= LEAST_RANKED && rank.sharing < rank.of) else { continue };
        prose.subject().say(" is the ");
        place(prose, rank, sight.polarity());
        let name = sentence::in_sentence(prose.lang, stand.area);
        // "Its statistical neighbours", but "all unitary authorities" and "Hampshire neighbours".
        let is_own = name != stand.area.name && !name.starts_with("all");
        prose.say(" of ").count(rank.of).say(if is_own { " with its " } else { " with " }).put(name);
        prose.stop(Worth::Rank);
        return true;
    }
    false
}

/// `joint third best`, counted from the nearer end.
fn place(prose: &mut Prose<'_>, rank: Rank, polarity: Polarity) {
    const ORDINALS: [&str; 9] =
        ["", "second ", "third ", "fourth ", "fifth ", "sixth ", "seventh ", "eighth ", "ninth "];
    let from_bottom = (rank.of + 2).saturating_sub(rank.place + rank.sharing);
    let (place, is_top) = if from_bottom < rank.place { (from_bottom, false) } else { (rank.place, true) };
    prose.say(if rank.sharing > 1 { "joint " } else { "" });
    match ORDINALS.get(place.wrapping_sub(1)) {
        Some(ordinal) => prose.say(ordinal),
        None => prose.count(place).say(match (place % 10, place % 100) {
            (_, 11..=13) => "th ",
            (1, _) => "st ",
            (2, _) => "nd ",
            (3, _) => "rd ",
            _ => "th ",
        }),
    };
    // The first place is the best one; where none is best, the highest.
    prose.say(superlative(is_top == (polarity != Polarity::Lower), polarity));
}

/// `statistical neighbours' median`: a group's figure is what its method makes it.
fn name(prose: &mut Prose<'_>, stand: &Stand<'_>) {
    let name = sentence::in_sentence(prose.lang, stand.area);
    let is_plural = name.ends_with('s');
    prose.put(name);
    let method = match (stand.figure.origin, &stand.area.role) {
        (Origin::Computed { method, .. }, _) => method,
        (Origin::Published, AreaRole::Group { method, .. }) => *method,
        _ => Method::Published,
    };
    let word = match method {
        Method::Published => return,
        Method::Mean => "s mean",
        Method::Median => "s median",
    };
    prose.say("'").say(if is_plural { word.trim_start_matches('s') } else { word });
}

/// `, from 8 of 10 areas`: of how many members a figure is computed.
fn contributing(prose: &mut Prose<'_>, before: &str, figure: &Figure<'_>) {
    if let Origin::Computed { contributing, members, .. } = figure.origin {
        prose.say(before);
        if contributing < members {
            prose.count(contributing.into()).say(" of ");
        }
        prose.count(members.into()).say(" areas");
    }
}
