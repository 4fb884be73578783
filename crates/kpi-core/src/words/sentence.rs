//! Words that several parts of the page share: verdicts, directions, names, lists. What an indicator's figures say is told by
//! [`super::story`].

use super::{Lang, Text, fill, joined, number, period, plural};
use crate::model::{Area, AreaRole, Decimal, NamedPeriod, Period, Polarity, Unit};
use crate::query::{Aim, Incomparable, Outcome, Since, Verdict};
use std::cmp::Ordering;

/// A target beside its figure: `target 75%, missed`.
#[must_use]
pub fn target(lang: Lang, aim: &Aim, unit: &Unit) -> String {
    let outcome = match aim.outcome {
        Outcome::Met => Text::TargetMet.say(lang),
        Outcome::Near => Text::TargetNearlyMet.say(lang),
        Outcome::Missed => Text::TargetMissed.say(lang),
        Outcome::NoDirection => "",
    };
    [Text::TargetOf.say(lang), &number::short(aim.target, unit), outcome].concat()
}

/// What heads a column of changes.
#[must_use]
pub fn change_heading(lang: Lang, since: Since) -> &'static str {
    let text = match since {
        Since::Previous => Text::ChangeSincePrevious,
        Since::YearBefore => Text::ChangeSinceYearBefore,
    };
    text.say(lang)
}

/// Why there is no change since an earlier period, in a cell.
#[must_use]
pub fn no_change(lang: Lang, why: Incomparable) -> &'static str {
    let text = match why {
        Incomparable::Own(_)
        | Incomparable::OtherKind
        | Incomparable::OtherUnit
        | Incomparable::Remark
        | Incomparable::Size => Text::CannotBeCompared,
        Incomparable::Break => Text::NotComparable,
        Incomparable::Other(_) | Incomparable::NoEarlier => Text::NoEarlierFigure,
    };
    text.say(lang)
}

/// `Higher is better.`
#[must_use]
pub fn direction(lang: Lang, polarity: Polarity) -> &'static str {
    let text = match polarity {
        Polarity::Higher => Text::HigherIsBetter,
        Polarity::Lower => Text::LowerIsBetter,
        Polarity::Neither => Text::NoDirectionDefined,
    };
    text.say(lang)
}

/// `8 percentage points higher`, `the same`
#[must_use]
pub fn higher_or_lower(lang: Lang, amount: Decimal, unit: &Unit) -> String {
    let size = number::difference(lang, amount, unit);
    match amount.sign() {
        Ordering::Greater => fill(Text::HigherBy.say(lang), &[&size]),
        Ordering::Less => fill(Text::LowerBy.say(lang), &[&size]),
        Ordering::Equal => Text::Same.say(lang).to_owned(),
    }
}

/// `better`, `worse`, `the same`, `no direction defined`
#[must_use]
pub fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    let text = match verdict {
        Verdict::Better => Text::Better,
        Verdict::Worse => Text::Worse,
        Verdict::Same => Text::Same,
        Verdict::Similar => Text::Similar,
        Verdict::Different => Text::NoDirection,
    };
    text.say(lang)
}

/// What the period before is called beside the one shown: `Q3`, or `Q4 2019/20` where the year differs.
#[must_use]
pub fn since(lang: Lang, earlier: &NamedPeriod, now: &NamedPeriod) -> String {
    if let Some(label) = &earlier.label {
        return label.clone();
    }
    let (short, group) = period::parts(lang, earlier.period);
    let same_group = now.label.is_none() && period::parts(lang, now.period).1 == group;
    if same_group && !group.is_empty() { short } else { period::in_sentence(lang, earlier) }
}

/// Of the indicators that can be judged, how many got better and worse.
#[must_use]
pub fn overview(lang: Lang, counts: [usize; 4]) -> String {
    let judged: usize = counts.iter().sum();
    if judged == 0 {
        return Text::NoneJudged.say(lang).to_owned();
    }
    let mut parts = Vec::new();
    for (at, (count, text)) in counts.into_iter().zip(MOVES).enumerate() {
        // That none got better or worse is news.
        if at < 2 || count > 0 {
            parts.push(fill(text.say(lang), &[&count.to_string()]));
        }
    }
    let sentence = plural(Text::Judged.say(lang), u64::try_from(judged).ok());
    fill(sentence, &[&indicators(lang, judged), &listed(lang, &parts)])
}

/// `27 indicators`
#[must_use]
pub fn indicators(lang: Lang, count: usize) -> String {
    fill(plural(Text::Indicators.say(lang), u64::try_from(count).ok()), &[&count.to_string()])
}

/// Of those that are judged, how many have no figure for the chosen period, and are judged by another.
#[must_use]
pub fn other_periods(lang: Lang, count: usize, chosen: Period) -> String {
    let sentence = plural(Text::OtherPeriods.say(lang), u64::try_from(count).ok());
    fill(sentence, &[&count.to_string(), &period::label(lang, chosen)])
}

const MOVES: [Text; 4] = [Text::GotBetter, Text::GotWorse, Text::DidNotChange, Text::DidNotChangeClearly];

/// `a, b and c`. In Welsh "and" is "ac" before a vowel, and what follows it with another sound at its beginning is only
/// listed: names stay as they are, and how a number begins when it is spoken is not looked up here.
#[must_use]
pub fn listed(lang: Lang, parts: &[String]) -> String {
    let [first @ .., last] = parts else { return String::new() };
    let mut list = joined(first, ", ");
    if !first.is_empty() {
        let and = match last.as_bytes().first().map(u8::to_ascii_lowercase) {
            Some(b'a' | b'e' | b'i' | b'o' | b'u') => Text::AndVowel.say(lang),
            // A vowel, as it is not in "York".
            Some(b'y') if last.starts_with("Ynys") => Text::AndVowel.say(lang),
            Some(b'b' | b'd' | b'f'..=b'h' | b'j' | b'l'..=b'n' | b'r' | b's' | b'w') => Text::And.say(lang),
            _ if lang == Lang::En => Text::And.say(lang),
            _ => ", ",
        };
        list.push_str(and);
    }
    list + last
}

/// An area's name in the middle of a sentence: a place keeps its capital, "Statistical neighbours" do not need it.
/// "Hampshire neighbours" keep it: only words that are no names are known here.
#[must_use]
pub fn in_sentence(lang: Lang, area: &Area) -> String {
    const NO_NAMES: [&str; 9] =
        ["All", "Comparable", "Comparator", "Nearest", "Neighbouring", "Other", "Peer", "Similar", "Statistical"];
    let first = area.name.split(' ').next().unwrap_or_default();
    if lang == Lang::En && matches!(area.role, AreaRole::Group { .. }) && NO_NAMES.contains(&first) {
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
