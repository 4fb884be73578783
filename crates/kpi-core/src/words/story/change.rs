//! What changed since earlier periods, and why something cannot be compared with them.

use super::level::aside;
use super::prose::{Prose, Worth};
use super::series::{Look, Seen, is_number};
use crate::model::Mark;
use crate::query::{Basis, Difference, Incomparable, Verdict};
use crate::words::{Text, number, symbol};
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
        prose.say(Text::AndChanged);
    } else {
        judge(prose, seen, &one);
        prose.say(if is_same_way { Text::CommaAnd } else { Text::CommaBut });
    }
    clause(prose, seen, second, &other);
    match other.verdict {
        Verdict::Better if is_same => drop(prose.say(Text::BothBetter)),
        Verdict::Worse if is_same => drop(prose.say(Text::BothWorse)),
        _ => judge(prose, seen, &other),
    }
}

/// `It cannot be compared with Q3 (confidential) or Q4 2019/20 (break in the series)`
pub(super) fn cannot(prose: &mut Prose<'_>, seen: &Seen<'_>, looks: &[Look<'_>]) {
    let first = seen.points.iter().find(|point| is_number(point));
    let is_first = first.is_none_or(|point| point.at >= seen.sight.position);
    let lang = prose.lang;
    let (mut general, mut before) = (None, Text::NotComparedWith);
    for look in looks {
        let Err(why) = look.change else { continue };
        let reason = match why {
            Incomparable::OtherKind => {
                general = Some(Text::OtherKind);
                continue;
            }
            Incomparable::NoEarlier if is_first => {
                general = Some(Text::NoEarlier);
                continue;
            }
            // The figure itself says that it is not comparable with earlier ones.
            Incomparable::Break if seen.figure.marks.has(Mark::Break) => continue,
            Incomparable::Break => Text::BreakInSeries.say(lang),
            Incomparable::Remark => Text::NotExact.say(lang),
            Incomparable::Other(missing) => symbol::reason(lang, missing),
            _ => Text::NotPublished.say(lang),
        };
        prose.say(before).push(&look.since).push(" (").push(reason).push(")");
        before = Text::Or;
    }
    if before == Text::Or {
        prose.stop(Worth::Told);
    } else if let Some(general) = general {
        prose.say(general).stop(Worth::Told);
    }
}

/// `, which is better`: what a difference means, behind it.
pub(super) fn judge(prose: &mut Prose<'_>, seen: &Seen<'_>, difference: &Difference) {
    match difference.verdict {
        Verdict::Better => drop(prose.say(Text::WhichIsBetter)),
        Verdict::Worse => drop(prose.say(Text::WhichIsWorse)),
        Verdict::Similar if difference.basis == Basis::Tolerance => within_tolerance(prose, seen),
        Verdict::Similar => drop(prose.say(Text::NotClear)),
        Verdict::Same | Verdict::Different => {}
    }
}

/// `, within the tolerance of 2 percentage points`
pub(super) fn within_tolerance(prose: &mut Prose<'_>, seen: &Seen<'_>) {
    if let Some(tolerance) = seen.sight.indicator.tolerance {
        let tolerance = number::difference(prose.lang, tolerance, seen.unit);
        prose.fill(Text::WithinTolerance, &[&tolerance]);
    }
}

/// `down 9 percentage points since Q3 (79%)`, `unchanged since Q3`
fn clause(prose: &mut Prose<'_>, seen: &Seen<'_>, look: &Look<'_>, difference: &Difference) {
    let went = match difference.amount.sign() {
        Ordering::Equal => {
            prose.fill(Text::Unchanged, &[&look.since]);
            return;
        }
        Ordering::Greater => Text::WentUp,
        Ordering::Less => Text::WentDown,
    };
    prose.fill(went, &[&number::difference(prose.lang, difference.amount, seen.unit), &look.since]);
    aside(prose, &look.then, seen.unit, seen.common);
    prose.push(")");
}
