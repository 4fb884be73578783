//! How the figure stands to other areas.

use super::level::aside;
use super::record::{superlative, whole};
use super::{Story, Worth, change, push};
use crate::model::{Area, AreaIx, AreaRole, Figure, Method, Missing, Origin, Polarity, Value};
use crate::query::{Basis, Difference, Incomparable, Rank, Verdict, group};
use crate::words::{number, sentence, symbol};
use std::cmp::Ordering;

/// Among fewer there is no place worth telling.
const LEAST_RANKED: usize = 4;
/// More areas than this are counted, not named.
const MOST_NAMED: usize = 4;

/// Areas to which the figure stands in one way.
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
    match (difference.verdict, difference.basis) {
        (Verdict::Similar, Basis::Tolerance) => Side::WithinTolerance,
        (Verdict::Similar, _) => Side::WithinLimits,
        _ => match difference.amount.sign() {
            Ordering::Greater => Side::Higher,
            Ordering::Less => Side::Lower,
            Ordering::Equal => Side::Same,
        },
    }
}

/// `It is higher than statistical neighbours (62%) and England (69%), which is worse`, and the place among the members of
/// the first group that has any. Returns which areas lack a figure: `No figure is published here for England`.
pub(super) fn tell(story: &mut Story<'_>) -> String {
    let sight = story.sight;
    let (mut compared, mut lacking): (Vec<(Side, Difference, String)>, Vec<String>) = (Vec::new(), Vec::new());
    for (_, ix, area) in sight.query.comparators(sight.dataset) {
        if ix == sight.area {
            continue;
        }
        let figure = sight.of(ix).figure().unwrap_or(Figure::NOT_PUBLISHED);
        match sight.against(ix) {
            Ok(difference) => {
                let name = [&name(area, &figure), " (", &aside(&figure, story.unit), &members(&figure), ")"].concat();
                compared.push((side(&difference), difference, name));
            }
            Err(Incomparable::Other(Missing::NotPublished)) => lacking.push(sentence::in_sentence(area)),
            Err(_) => {
                let why = match figure.value {
                    Value::Missing(missing) => symbol::reason(missing),
                    Value::Number(_) => "not comparable",
                };
                lacking.push([&sentence::in_sentence(area), " (", why, &members(&figure), ")"].concat());
            }
        }
    }
    let mut text = String::new();
    let mut is_above = false;
    for one in SIDES {
        let mut names = Vec::new();
        let mut first = None;
        for (at, difference, name) in &compared {
            if *at == one {
                first = first.or(Some(*difference));
                names.push(name.clone());
            }
        }
        let Some(difference) = first else { continue };
        text.push_str(match one {
            _ if text.is_empty() => " is ",
            Side::Lower if is_above => ", but ",
            _ => ", and ",
        });
        is_above |= one == Side::Higher;
        // Of several areas the figures say it.
        if names.len() == 1 && matches!(one, Side::Higher | Side::Lower) {
            push(&mut text, &[&number::difference(difference.amount, story.unit), " "]);
        }
        text.push_str(match one {
            Side::Higher => "higher than ",
            Side::Lower => "lower than ",
            Side::WithinTolerance | Side::WithinLimits => "similar to ",
            Side::Same => "the same as ",
        });
        if names.len() > MOST_NAMED {
            let others = names.split_off(MOST_NAMED - 1).len();
            names.push([&whole(others), " others"].concat());
        }
        text.push_str(&sentence::listed(&names, "and"));
        text.push_str(&match one {
            Side::WithinLimits => ", given the confidence limits".to_owned(),
            _ => change::judgement(&difference, story),
        });
    }
    if !text.is_empty() {
        story.compares = true;
        let text = story.subject() + &text;
        story.say(Worth::Told, text);
    }
    rank(story);
    match lacking.is_empty() {
        true => String::new(),
        false => ["No figure is published here for ", &sentence::listed(&lacking, "or")].concat(),
    }
}

/// `It is the joint third best of 11 with its statistical neighbours`
fn rank(story: &mut Story<'_>) {
    let sight = story.sight;
    for (_, _, area) in sight.query.comparators(sight.dataset) {
        let members: &[AreaIx] = group::members(area);
        let Some(rank) = sight.rank(members).filter(|rank| rank.of >= LEAST_RANKED && rank.sharing < rank.of) else {
            continue;
        };
        let name = sentence::in_sentence(area);
        // A name that is none may belong to an area: "its statistical neighbours".
        let its = if name == area.name || name.starts_with("all") || name.starts_with("other") { "" } else { "its " };
        let place = place(rank, sight.indicator.polarity);
        let text = [&story.subject(), " is the ", &place, " of ", &whole(rank.of), " with ", its, &name].concat();
        story.say(Worth::Rank, text);
        return;
    }
}

/// `joint third best`, counted from the nearer end.
fn place(rank: Rank, polarity: Polarity) -> String {
    const ORDINALS: [&str; 9] =
        ["", "second ", "third ", "fourth ", "fifth ", "sixth ", "seventh ", "eighth ", "ninth "];
    let from_bottom = (rank.of + 2).saturating_sub(rank.place + rank.sharing);
    let (place, is_top) = if from_bottom < rank.place { (from_bottom, false) } else { (rank.place, true) };
    // The first place is the best; where there is no best, the highest.
    let side = if is_top == (polarity != Polarity::Lower) { Ordering::Greater } else { Ordering::Less };
    let mut text = String::new();
    if rank.sharing > 1 {
        text.push_str("joint ");
    }
    match ORDINALS.get(place.wrapping_sub(1)) {
        Some(ordinal) => text.push_str(ordinal),
        None => {
            let suffix = match (place % 10, place % 100) {
                (_, 11..=13) => "th ",
                (1, _) => "st ",
                (2, _) => "nd ",
                (3, _) => "rd ",
                _ => "th ",
            };
            push(&mut text, &[&whole(place), suffix]);
        }
    }
    text + superlative(side, polarity)
}

/// `statistical neighbours' median`: a group's figure is what its method makes it.
fn name(area: &Area, figure: &Figure<'_>) -> String {
    let name = sentence::in_sentence(area);
    let method = match (figure.origin, &area.role) {
        (Origin::Computed { method, .. }, _) => method,
        (Origin::Published, AreaRole::Group { method, .. }) => *method,
        _ => Method::Published,
    };
    let word = match method {
        Method::Published => return name,
        Method::Mean => " mean",
        Method::Median => " median",
    };
    let possessive = if name.ends_with('s') { "’" } else { "’s" };
    [&name, possessive, word].concat()
}

/// `, from 8 of 10 areas`: of how many members a figure is computed.
fn members(figure: &Figure<'_>) -> String {
    let Origin::Computed { contributing, members, .. } = figure.origin else { return String::new() };
    let all = whole(usize::from(members));
    if contributing == members {
        return [", from ", &all, " areas"].concat();
    }
    [", from ", &whole(usize::from(contributing)), " of ", &all, " areas"].concat()
}
