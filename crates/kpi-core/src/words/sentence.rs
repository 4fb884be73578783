//! Words that several parts of the page share: verdicts, directions, names, lists. What an indicator's figures say is told by
//! [`super::story`].

use super::{number, period, symbol};
use crate::model::{Area, AreaRole, Decimal, Mark, NamedPeriod, Polarity, Unit};
use crate::query::{Aim, Incomparable, Outcome, Since, Verdict};
use std::cmp::Ordering;

/// A target beside its figure: `target 75%, missed`.
#[must_use]
pub fn target(aim: &Aim, unit: &Unit) -> String {
    let outcome = match aim.outcome {
        Outcome::Met => ", met",
        Outcome::Near => ", nearly met",
        Outcome::Missed => ", missed",
        Outcome::NoDirection => "",
    };
    format!("target {}{outcome}", number::short(aim.target, unit))
}

/// What heads a column of changes.
#[must_use]
pub const fn change_heading(since: Since) -> &'static str {
    match since {
        Since::Previous => "Change since the period before",
        Since::YearBefore => "Change since a year before",
    }
}

/// Why there is no change since an earlier period, in a cell.
#[must_use]
pub const fn no_change(why: Incomparable) -> &'static str {
    match why {
        Incomparable::Own(_) | Incomparable::OtherUnit | Incomparable::Remark => "cannot be compared",
        Incomparable::Break => symbol::mark(Mark::Break),
        Incomparable::Other(_) | Incomparable::NoEarlier | Incomparable::OtherKind => "no earlier figure",
    }
}

/// `Higher is better.`
#[must_use]
pub const fn direction(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Higher => "Higher is better.",
        Polarity::Lower => "Lower is better.",
        Polarity::Neither => "No better or worse direction is defined.",
    }
}

/// `8 percentage points higher`, `the same`
#[must_use]
pub fn higher_or_lower(amount: Decimal, unit: &Unit) -> String {
    let size = number::difference(amount, unit);
    match amount.sign() {
        Ordering::Greater => format!("{size} higher"),
        Ordering::Less => format!("{size} lower"),
        Ordering::Equal => "the same".to_owned(),
    }
}

/// `better`, `worse`, `the same`, `no direction defined`
#[must_use]
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Better => "better",
        Verdict::Worse => "worse",
        Verdict::Same => "the same",
        Verdict::Similar => "similar",
        Verdict::Different => "no direction defined",
    }
}

/// What the period before is called beside the one shown: `Q3`, or `Q4 2019/20` where the year differs.
#[must_use]
pub fn since(earlier: &NamedPeriod, now: &NamedPeriod) -> String {
    if let Some(label) = &earlier.label {
        return label.clone();
    }
    let (short, group) = period::parts(earlier.period);
    let same_group = now.label.is_none() && period::parts(now.period).1 == group;
    if same_group && !group.is_empty() { short } else { period::in_sentence(earlier) }
}

/// Of the indicators that can be judged, how many got better and worse.
#[must_use]
pub fn overview([better, worse, same, similar]: [usize; 4]) -> String {
    let judged = better + worse + same + similar;
    if judged == 0 {
        return "No indicator shown here has both a direction and an earlier figure to compare with.".to_owned();
    }
    let indicators = match judged {
        1 => "the one indicator that has".to_owned(),
        _ => format!("the {judged} indicators that have"),
    };
    let mut parts = vec![format!("{better} got better"), format!("{worse} got worse")];
    for (count, words) in [(same, "did not change"), (similar, "did not change clearly")] {
        if count > 0 {
            parts.push(format!("{count} {words}"));
        }
    }
    format!("Of {indicators} a direction and an earlier figure, {} since the period before.", listed(&parts, "and"))
}

/// `a, b and c`
#[must_use]
pub fn listed(parts: &[String], joiner: &str) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {joiner} {last}", first.join(", ")),
    }
}

/// An area's name in the middle of a sentence: a place keeps its capital, "Statistical neighbours" do not need it.
/// "Hampshire neighbours" keep it: only words that are no names are known here.
#[must_use]
pub fn in_sentence(area: &Area) -> String {
    const NO_NAMES: [&str; 9] =
        ["All", "Comparable", "Comparator", "Nearest", "Neighbouring", "Other", "Peer", "Similar", "Statistical"];
    let first = area.name.split(' ').next().unwrap_or_default();
    if matches!(area.role, AreaRole::Group { .. }) && NO_NAMES.contains(&first) {
        lowercased(&area.name)
    } else {
        area.name.clone()
    }
}

/// A heading in the middle of a sentence: "Budget" as "budget", but "NEET rate" as it is.
///
/// Of ASCII letters alone, here and where a sentence begins: English words begin with no others, a name in another language
/// may keep its capital, and the tables of all letters there are would weigh more than the whole of this module.
#[must_use]
pub fn lowercased(text: &str) -> String {
    let mut text = text.to_owned();
    if text.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase)
        && let Some(first) = text.get_mut(..1)
    {
        first.make_ascii_lowercase();
    }
    text
}
