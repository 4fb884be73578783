//! Whether the target was met.

use super::change::within_tolerance;
use super::prose::{Prose, Worth};
use super::series::Seen;
use crate::query::Outcome;
use crate::words::{Text, number};
use std::cmp::Ordering;

/// `It misses the target of 75% by 5 percentage points`. Whether there was anything to tell.
pub(super) fn tell(prose: &mut Prose<'_>, seen: &Seen<'_>) -> bool {
    let Some(aim) = seen.sight.aim() else { return false };
    let sign = aim.amount.sign();
    let text = match (aim.outcome, sign) {
        (Outcome::NoDirection, Ordering::Less) => Text::IsBelowTarget,
        (Outcome::NoDirection, _) => Text::IsAboveTarget,
        (_, Ordering::Equal) => Text::IsAtTarget,
        (Outcome::Near, Ordering::Less) => Text::NearlyFromBelow,
        (Outcome::Near, _) => Text::NearlyFromAbove,
        (Outcome::Missed, _) => Text::MissesTarget,
        (Outcome::Met, _) => Text::MeetsTarget,
    };
    let size = number::difference(prose.lang, aim.amount, seen.unit);
    let target = number::long(prose.lang, aim.target, seen.unit);
    prose.subject().fill(text, &[&size, &target]);
    if aim.outcome == Outcome::Near {
        within_tolerance(prose, seen);
    }
    prose.stop(Worth::Told);
    true
}
