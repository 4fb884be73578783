//! What changed since earlier periods, and why something cannot be compared with them.

use super::level::aside;
use super::prose::{Prose, Worth};
use super::series::{Look, Seen, is_number};
use crate::model::Mark;
use crate::query::{Basis, Difference, Incomparable, Verdict};
use crate::words::{number, symbol};
use std::cmp::Ordering;

/// `down 9 percentage points since Q3 (79%), which is worse, but up 1 percentage point since Q4 2019/20 (69%), which is
/// better`. Two changes in one direction and with one meaning share the meaning: `..., both worse`.
pub(super) fn tell(prose: &mut Prose<'_>, seen: &Seen<'_>, looks: &[Look<'_>]) {
    let mut changes = looks.iter().filter_map(|look| Some((look, look.change.ok()?.difference)));
    let Some((first, one)) = changes.next() else { return };
    clause(prose, seen, first, &one);
    let Some((second, other)) = changes.next() else { return judge(prose, seen, &one) };
    let is_same_way = one.amount.sign() == other.amount.sign();
    let is_same = is_same_way && (one.verdict, one.basis) == (other.verdict, other.basis);
    if is_same {
        prose.say(" and ");
    } else {
        judge(prose, seen, &one);
        prose.say(if is_same_way { ", and " } else { ", but " });
    }
    clause(prose, seen, second, &other);
    match other.verdict {
        Verdict::Better if is_same => drop(prose.say(", both better")),
        Verdict::Worse if is_same => drop(prose.say(", both worse")),
        _ => judge(prose, seen, &other),
    }
}

/// `It cannot be compared with Q3 (confidential) or Q4 2019/20 (break in the series)`
pub(super) fn cannot(prose: &mut Prose<'_>, seen: &Seen<'_>, looks: &[Look<'_>]) {
    let first = seen.points.iter().find(|point| is_number(point));
    let is_first = first.is_none_or(|point| point.at >= seen.sight.position);
    let (mut general, mut before) = ("", "It cannot be compared with ");
    for look in looks {
        let Err(why) = look.change else { continue };
        let reason = match why {
            Incomparable::OtherKind => {
                general = "Earlier figures are for another kind of period and cannot be compared";
                continue;
            }
            Incomparable::NoEarlier if is_first => {
                general = "There is no earlier figure to compare with";
                continue;
            }
            // The figure itself says that it is not comparable with earlier ones.
            Incomparable::Break if seen.figure.marks.has(Mark::Break) => continue,
            Incomparable::Break => "break in the series",
            Incomparable::Remark => "not exact",
            Incomparable::Other(missing) => symbol::reason(seen.sight.query.lang, missing),
            _ => "not published",
        };
        prose.say(before).say(&look.since).say(" (").say(reason).say(")");
        before = " or ";
    }
    if before == " or " {
        prose.stop(Worth::Told);
    } else if !general.is_empty() {
        prose.say(general).stop(Worth::Told);
    }
}

/// `, which is better`: what a difference means, behind it.
pub(super) fn judge(prose: &mut Prose<'_>, seen: &Seen<'_>, difference: &Difference) {
    match difference.verdict {
        Verdict::Better => drop(prose.say(", which is better")),
        Verdict::Worse => drop(prose.say(", which is worse")),
        Verdict::Similar if difference.basis == Basis::Tolerance => within_tolerance(prose, seen),
        Verdict::Similar => drop(prose.say(", no clear difference given the confidence limits")),
        Verdict::Same | Verdict::Different => {}
    }
}

/// `, within the tolerance of 2 percentage points`
pub(super) fn within_tolerance(prose: &mut Prose<'_>, seen: &Seen<'_>) {
    if let Some(tolerance) = seen.sight.indicator.tolerance {
        prose.say(", within the tolerance of ").put(number::difference(seen.sight.query.lang, tolerance, seen.unit));
    }
}

/// `down 9 percentage points since Q3 (79%)`, `unchanged since Q3`
fn clause(prose: &mut Prose<'_>, seen: &Seen<'_>, look: &Look<'_>, difference: &Difference) {
    let direction = match difference.amount.sign() {
        Ordering::Equal => {
            prose.say("unchanged since ").say(&look.since);
            return;
        }
        Ordering::Greater => "up ",
        Ordering::Less => "down ",
    };
    prose.say(direction).put(number::difference(seen.sight.query.lang, difference.amount, seen.unit));
    prose.say(" since ").say(&look.since).say(" (");
    aside(prose, &look.then, seen.unit);
    prose.say(")");
}
