//! What changed since earlier periods, and why something cannot be compared with them.

use super::level::aside;
use super::{Story, push, series};
use crate::model::{Figure, Mark, NamedPeriod};
use crate::query::{Basis, Change, Difference, Incomparable, Since, Verdict};
use crate::words::{number, sentence, symbol};
use std::cmp::Ordering;

/// Clauses without their full stops; empty where there is nothing to say.
#[derive(Default)]
pub(super) struct Changes {
    /// `down 9 percentage points since Q3 (79%), which is worse, but up 1 percentage point since Q4 2019/20 (69%), which is
    /// better`
    pub(super) moves: String,
    /// `It cannot be compared with Q3 (confidential)`
    pub(super) barred: String,
}

/// Looks at the earlier periods that the query asks for. The same period a year before is the one before where a period is
/// a year long, and is told once.
pub(super) fn look(story: &Story<'_>) -> Changes {
    let Story { sight, named, .. } = *story;
    let (mut moves, mut barred) = (Vec::new(), Vec::new());
    let mut sweeping = "";
    let mut told = None;
    for since in [Since::Previous, Since::YearBefore] {
        let then = since.before(named.period);
        let Some(period) = then.filter(|_| sight.query.compare.has_since(since) && then != told) else { continue };
        told = then;
        let earlier = sight.earlier(since);
        let why = match sight.change(since) {
            Ok(change) => {
                moves.push((change, earlier.and_then(|earlier| earlier.figure()).unwrap_or(Figure::NOT_PUBLISHED)));
                continue;
            }
            Err(why) => why,
        };
        let reason = match why {
            Incomparable::OtherKind => {
                sweeping = "Earlier figures are for another kind of period and cannot be compared";
                continue;
            }
            Incomparable::NoEarlier if !has_earlier(story) => {
                sweeping = "There is no earlier figure to compare with";
                continue;
            }
            // The figure itself says that it is not comparable with earlier ones.
            Incomparable::Break if story.figure.marks.has(Mark::Break) => continue,
            Incomparable::Break => "break in the series",
            Incomparable::Other(missing) => symbol::reason(missing),
            _ => "not published",
        };
        let label = earlier.and_then(|earlier| earlier.period()).and_then(|found| found.label.clone());
        let name = sentence::since(&NamedPeriod { period, label }, named);
        barred.push([&name, " (", reason, ")"].concat());
    }
    let barred = match barred.is_empty() {
        true => sweeping.to_owned(),
        false => ["It cannot be compared with ", &sentence::listed(&barred, "or")].concat(),
    };
    Changes { moves: joined(story, &moves), barred }
}

/// `, which is better`: what a difference means, to stand behind it.
pub(super) fn judgement(difference: &Difference, story: &Story<'_>) -> String {
    match difference.verdict {
        Verdict::Better => ", which is better".to_owned(),
        Verdict::Worse => ", which is worse".to_owned(),
        Verdict::Similar if difference.basis == Basis::Tolerance => within_tolerance(story),
        Verdict::Similar => ", no clear difference given the confidence limits".to_owned(),
        Verdict::Same | Verdict::Different => String::new(),
    }
}

/// `, within the tolerance of 2 percentage points`
pub(super) fn within_tolerance(story: &Story<'_>) -> String {
    let tolerance = story.sight.indicator.tolerance.map(|tolerance| number::difference(tolerance, story.unit));
    [", within the tolerance of ", &tolerance.unwrap_or_default()].concat()
}

/// Two changes in one direction and with one meaning share the meaning.
fn joined(story: &Story<'_>, moves: &[(Change<'_>, Figure<'_>)]) -> String {
    let mut text = String::new();
    let mut before: Option<Difference> = None;
    for (change, then) in moves {
        let difference = change.difference;
        if let Some(before) = before {
            let is_same_way = before.amount.sign() == difference.amount.sign();
            if is_same_way && (before.verdict, before.basis) == (difference.verdict, difference.basis) {
                let shared = match difference.verdict {
                    Verdict::Better => ", both better",
                    Verdict::Worse => ", both worse",
                    _ => &judgement(&difference, story),
                };
                text.truncate(text.len() - judgement(&before, story).len());
                push(&mut text, &[" and ", &clause(story, change, then), shared]);
                return text;
            }
            text.push_str(if is_same_way { ", and " } else { ", but " });
        }
        push(&mut text, &[&clause(story, change, then), &judgement(&difference, story)]);
        before = Some(difference);
    }
    text
}

/// `down 9 percentage points since Q3 (79%)`, `unchanged since Q3`
fn clause(story: &Story<'_>, change: &Change<'_>, then: &Figure<'_>) -> String {
    let amount = change.difference.amount;
    let since = sentence::since(change.since, story.named);
    let direction = match amount.sign() {
        Ordering::Equal => return ["unchanged since ", &since].concat(),
        Ordering::Greater => "up ",
        Ordering::Less => "down ",
    };
    [direction, &number::difference(amount, story.unit), " since ", &since, " (", &aside(then, story.unit), ")"]
        .concat()
}

/// Whether the area has any earlier figure of this kind of period.
fn has_earlier(story: &Story<'_>) -> bool {
    series::numbers(story.sight).iter().any(|(at, _)| *at < story.sight.position)
}
