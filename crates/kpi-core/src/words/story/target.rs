//! Whether the target was met.

use super::change::within_tolerance;
use super::prose::{Prose, Worth};
use super::series::Seen;
use crate::query::Outcome;
use crate::words::number;
use std::cmp::Ordering;

/// `It misses the target of 75% by 5 percentage points`. Whether there was anything to tell.
pub(super) fn tell(prose: &mut Prose<'_>, seen: &Seen<'_>) -> bool {
    let Some(aim) = seen.sight.aim() else { return false };
    let size = number::difference(seen.sight.query.lang, aim.amount, seen.unit);
    let sign = aim.amount.sign();
    let side = if sign == Ordering::Less { " below" } else { " above" };
    prose.subject();
    if aim.outcome == Outcome::NoDirection {
        prose.say(" is ").say(&size).say(side);
    } else {
        prose.say(match aim.outcome {
            _ if sign == Ordering::Equal => " is at",
            Outcome::Near => " nearly meets",
            Outcome::Missed => " misses",
            _ => " meets",
        });
    }
    prose.say(" the target of ").put(number::long(seen.sight.query.lang, aim.target, seen.unit));
    match aim.outcome {
        Outcome::Met if sign != Ordering::Equal => drop(prose.say(" with ").say(&size).say(" to spare")),
        Outcome::Near => {
            prose.say(": ").say(&size).say(side);
            within_tolerance(prose, seen);
        }
        Outcome::Missed => drop(prose.say(" by ").say(&size)),
        _ => {}
    }
    prose.stop(Worth::Told);
    true
}
