//! How the figure stands to other areas.

use super::change::judge;
use super::level::aside;
use super::prose::{Prose, Worth, count};
use super::series::Seen;
use super::superlative;
use crate::model::{Area, AreaIx, Figure, Method, Missing, Origin, Polarity, Value};
use crate::query::{Basis, Difference, Incomparable, Rank, Sight, Verdict, peers};
use crate::words::{Lang, Text, fill, method, number, plural, sentence, symbol};
use std::cmp::Ordering;

/// Among fewer there is no place worth telling.
const LEAST_RANKED: usize = 4;
/// More areas than this are counted, not named.
const MOST_NAMED: usize = 4;

/// A chosen comparator, its figure, and how the figure stands to it.
pub(super) struct Stand<'d> {
    area: &'d Area,
    /// By which method the figure came about, where the area is a group.
    method: Option<Method>,
    figure: Figure<'d>,
    found: Result<Difference, Incomparable>,
}

impl<'d> Stand<'d> {
    pub(super) const fn figure(&self) -> &Figure<'d> {
        &self.figure
    }
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
            let other = sight.of(ix);
            let (method, figure) = (other.method(), other.shown_figure());
            stands.push(Stand { area, method, figure, found: sight.against(ix) });
        }
    }
    stands
}

/// `It is higher than statistical neighbours (62%) and England (69%), which is worse`, and the place among the members of
/// the first group that has any. Whether anything was compared.
pub(super) fn tell(prose: &mut Prose<'_>, seen: &Seen<'_>, stands: &[Stand<'_>]) -> bool {
    let (mut before, mut is_above) = (Text::Is, false);
    for one in SIDES {
        let alike = || stands.iter().filter(|stand| stand.found.is_ok_and(|found| side(&found) == one));
        let count = alike().count();
        let Some(Ok(difference)) = alike().next().map(|stand| stand.found) else { continue };
        if before == Text::Is {
            prose.subject();
        }
        prose.say(if is_above && one == Side::Lower { Text::CommaBut } else { before });
        before = Text::CommaAnd;
        is_above = one == Side::Higher;
        // Of several areas the figures say it.
        let text = match one {
            Side::Higher if count == 1 => Text::HigherThanBy,
            Side::Higher => Text::HigherThan,
            Side::Lower if count == 1 => Text::LowerThanBy,
            Side::Lower => Text::LowerThan,
            Side::WithinTolerance | Side::WithinLimits => Text::SimilarTo,
            Side::Same => Text::SameAs,
        };
        prose.fill(text, &[&number::difference(prose.lang, difference.amount, seen.unit)]);
        prose.say(if count == 1 { Text::FigureOf } else { Text::FiguresOfAreas });
        let named = if count > MOST_NAMED { MOST_NAMED - 1 } else { count };
        let listed = if count > named { named + 1 } else { count };
        for (at, stand) in alike().take(named).enumerate() {
            prose.list(at, listed, Text::AndArea);
            name(prose, stand);
            aside(prose, &stand.figure, seen.unit, seen.common);
            if let Some(areas) = contributing(prose.lang, &stand.figure) {
                prose.say(Text::FromAreas).put(areas);
            }
            prose.push(")");
        }
        if count > named {
            prose.fill(Text::AndOthers, &[&self::count(count - named)]);
        }
        match one {
            Side::WithinLimits => drop(prose.say(Text::GivenLimits)),
            _ => judge(prose, seen, &difference),
        }
    }
    let has_told = before != Text::Is;
    if has_told {
        prose.stop(Worth::Told);
    }
    rank(prose, seen, stands) || has_told
}

/// `No figure is published here for South East (confidential) or England`, `It cannot be compared with Torbay (over 110), which
/// is not exact`
pub(super) fn lacking(prose: &mut Prose<'_>, seen: &Seen<'_>, stands: &[Stand<'_>]) {
    // What is in a file of its own is published.
    let is_here = |stand: &&Stand<'_>| stand.figure.value != Value::Missing(Missing::Elsewhere);
    let lang = prose.lang;
    let without = || stands.iter().filter(|stand| stand.figure.number().is_none()).filter(is_here);
    let count = without().count();
    for (at, stand) in without().enumerate() {
        if at == 0 {
            prose.say(Text::NonePublished);
        }
        prose.list(at, count, Text::Or).put(sentence::in_sentence(lang, stand.area));
        if let Value::Missing(missing) = stand.figure.value
            && missing != Missing::NotPublished
        {
            prose.push(" (").push(symbol::reason(lang, missing));
            if let Some(areas) = contributing(lang, &stand.figure) {
                prose.push(": ").put(areas);
            }
            prose.push(")");
        }
    }
    if count > 0 {
        prose.stop(Worth::Lacking);
    }
    let inexact = || stands.iter().filter(|stand| stand.found == Err(Incomparable::Remark));
    let count = inexact().count();
    for (at, stand) in inexact().enumerate() {
        if at == 0 {
            prose.say(Text::NotComparedWith);
        }
        prose.list(at, count, Text::Or).put(sentence::in_sentence(lang, stand.area)).push(" (");
        aside(prose, &stand.figure, seen.unit, seen.common);
        prose.push(")");
    }
    if count > 0 {
        prose.push(plural(Text::AllNotExact.say(lang), u64::try_from(count).ok())).stop(Worth::Told);
    }
}

/// `Totals are not compared with other areas`, where there are others to compare with.
pub(super) fn totals(prose: &mut Prose<'_>, stands: &[Stand<'_>]) {
    if stands.iter().any(|stand| stand.found == Err(Incomparable::Size)) {
        prose.say(Text::TotalsNotCompared).stop(Worth::Lacking);
    }
}

/// `It is the joint third best of 11, counting its statistical neighbours`: the place among the members of the first group that
/// has any, or else among the areas of its own kind that are compared with. Whether there is such a place.
fn rank(prose: &mut Prose<'_>, seen: &Seen<'_>, stands: &[Stand<'_>]) -> bool {
    let (sight, lang) = (seen.sight, prose.lang);
    for stand in stands {
        let name = sentence::in_sentence(lang, stand.area);
        // "Its statistical neighbours", but "all unitary authorities" and "Hampshire neighbours".
        let is_own = name != stand.area.name && !name.starts_with("all");
        let name = fill(if is_own { Text::Its } else { Text::TheGroup }.say(lang), &[&name]);
        if place_among(prose, sight, stand.area.members(), &name) {
            return true;
        }
    }
    // The sentences before may have named all of fewer.
    if stands.len() <= MOST_NAMED {
        return false;
    }
    let mut chosen = peers(sight);
    chosen.retain(|area| *area != sight.area && sight.query.compare.has(*area));
    // England has no place among authorities, and an area without a figure has none.
    let are_all = chosen.len() == stands.len() && stands.iter().all(|stand| stand.found.is_ok());
    are_all && place_among(prose, sight, &chosen, Text::TheseAreas.say(lang))
}

fn place_among(prose: &mut Prose<'_>, sight: Sight<'_>, areas: &[AreaIx], name: &str) -> bool {
    let rank = sight.rank(areas).filter(|rank| rank.of >= LEAST_RANKED && rank.sharing < rank.of);
    let Some(rank) = rank else { return false };
    let text = if rank.sharing > 1 { Text::RankedJointly } else { Text::Ranked };
    let place = place(prose.lang, rank, sight.polarity());
    prose.subject().fill(text, &[&place, &count(rank.of), name]).stop(Worth::Rank);
    true
}

/// `third best`, counted from the nearer end.
fn place(lang: Lang, rank: Rank, polarity: Polarity) -> String {
    let from_bottom = (rank.of + 2).saturating_sub(rank.place + rank.sharing);
    let (place, is_top) = if from_bottom < rank.place { (from_bottom, false) } else { (rank.place, true) };
    // The first place is the best one; where none is best, the highest.
    let word = superlative(is_top == (polarity != Polarity::Lower), polarity);
    match (place, word) {
        (1, _) => return word.say(lang).to_owned(),
        (2, Text::Best) => return Text::SecondBest.say(lang).to_owned(),
        (2, Text::Worst) => return Text::SecondWorst.say(lang).to_owned(),
        _ => {}
    }
    let ordinal = place.checked_sub(2).and_then(|at| Text::Ordinals.say(lang).split(' ').nth(at));
    let nth = || number::ordinal(lang, u32::try_from(place).unwrap_or(u32::MAX));
    [&*ordinal.map_or_else(nth, str::to_owned), " ", word.say(lang)].concat()
}

/// `statistical neighbours' median (`: a group's figure is what its method makes it. In Welsh the method stands in the bracket.
fn name(prose: &mut Prose<'_>, stand: &Stand<'_>) {
    let (lang, name) = (prose.lang, sentence::in_sentence(prose.lang, stand.area));
    let genitive = if name.ends_with('s') { "' " } else { "'s " };
    prose.put(name);
    let Some(method) = stand.method.filter(|method| *method != Method::Published) else {
        prose.push(" (");
        return;
    };
    match lang {
        Lang::En => prose.push(genitive).push(method::word(lang, method)).push(" ("),
        Lang::Cy => prose.push(" (").push(method::word(lang, method)).push(" "),
    };
}

/// `8 of 10 areas`: of how many members a figure is computed.
fn contributing(lang: Lang, figure: &Figure<'_>) -> Option<String> {
    let Origin::Computed { contributing, members, .. } = figure.origin else { return None };
    let text = if contributing < members { Text::AreasOf } else { Text::Areas };
    Some(fill(text.say(lang), &[&number::whole(contributing.into()), &number::whole(members.into())]))
}
