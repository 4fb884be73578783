//! Whether the target was met.

use super::{Story, Worth, push};
use crate::query::Outcome;
use crate::words::number;
use std::cmp::Ordering;

/// `It misses the target of 75% by 5 percentage points`
pub(super) fn tell(story: &mut Story<'_>) {
    let Some(aim) = story.sight.aim() else { return };
    let target = number::long(aim.target, story.unit);
    let size = number::difference(aim.amount, story.unit);
    let sign = aim.amount.sign();
    let side = if sign == Ordering::Less { " below" } else { " above" };
    let mut text = story.subject();
    if sign == Ordering::Equal {
        push(&mut text, &[" is at the target of ", &target]);
    } else {
        match aim.outcome {
            Outcome::Met => push(&mut text, &[" meets the target of ", &target, " with ", &size, " to spare"]),
            Outcome::Near => {
                let tolerance = super::change::within_tolerance(story);
                push(&mut text, &[" nearly meets the target of ", &target, ": ", &size, side, &tolerance]);
            }
            Outcome::Missed => push(&mut text, &[" misses the target of ", &target, " by ", &size]),
            Outcome::NoDirection => push(&mut text, &[" is ", &size, side, " the target of ", &target]),
        }
    }
    story.compares = true;
    story.say(Worth::Told, text);
}
