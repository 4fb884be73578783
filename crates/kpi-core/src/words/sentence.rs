//! The sentences above the charts: level, change, comparators, and every gap by its name. Same input, same sentence.

use super::{number, period, symbol};
use crate::model::{Area, AreaRole, Decimal, Figure, Indicator, Mark, NamedPeriod, Period, Polarity, Unit, Value};
use crate::query::{Aim, Change, Difference, Incomparable, Outcome, Since, Verdict};
use std::cmp::Ordering;

/// An area to compare with, and what came of it.
pub struct Compared<'d> {
    /// The area.
    pub area: &'d Area,
    /// `None` where either figure is not a number.
    pub difference: Option<Difference>,
}

/// `70% in Q4 2020/21`, `Approximately 27,100, with no date given`, `No figure in Q2 2020/21: not published`.
#[must_use]
pub fn level(figure: &Figure<'_>, unit: &Unit, named: &NamedPeriod) -> String {
    let when = when(named);
    let level = match figure.value {
        Value::Number(value) => {
            let value = number::long(value, unit);
            match figure.remark {
                Some(remark) => format!("{} {value}{when}", capitalised(remark)),
                None => format!("{value}{when}"),
            }
        }
        Value::Missing(missing) => format!("No figure{when}: {}", symbol::reason(missing)),
    };
    level + &marks(figure)
}

/// A figure without its time, to stand among others: `over £1.07 million (provisional)`, `not published`.
#[must_use]
pub fn value(figure: &Figure<'_>, unit: &Unit) -> String {
    let value = match figure.value {
        Value::Number(value) => number::long(value, unit),
        Value::Missing(missing) => return symbol::reason(missing).to_owned() + &marks(figure),
    };
    let remark = figure.remark.map(|remark| format!("{remark} ")).unwrap_or_default();
    format!("{remark}{value}{}", marks(figure))
}

fn marks(figure: &Figure<'_>) -> String {
    let marks: Vec<&str> = figure.marks.iter().map(symbol::mark).collect();
    if marks.is_empty() { String::new() } else { format!(" ({})", marks.join(", ")) }
}

/// `down 9 percentage points since Q3 (79%), which is worse`
#[must_use]
pub fn change(change: &Change<'_>, now: &NamedPeriod, unit: &Unit) -> String {
    let Difference { other, amount, verdict, .. } = change.difference;
    let since = since(change.since, now);
    let size = number::difference(amount, unit);
    let then = number::aside(other, unit);
    let direction = match amount.sign() {
        Ordering::Equal => return format!("unchanged since {since}"),
        Ordering::Greater => "up",
        Ordering::Less => "down",
    };
    let judgement = match verdict {
        Verdict::Better => ", which is better",
        Verdict::Worse => ", which is worse",
        Verdict::Similar => ", which is no clear difference",
        Verdict::Same | Verdict::Different => "",
    };
    format!("{direction} {size} since {since} ({then}){judgement}")
}

/// Everything about one indicator in one period, two to four sentences.
#[must_use]
pub fn indicator(
    indicator: &Indicator,
    unit: &Unit,
    named: &NamedPeriod,
    figure: &Figure<'_>,
    earlier: Earlier<'_>,
    compared: &[Compared<'_>],
) -> String {
    let mut sentences = Vec::new();
    let level = level(figure, unit, named);
    match &earlier {
        Earlier::Change(found) => sentences.push(format!("{level}, {}.", change(found, named, unit))),
        _ => sentences.push(format!("{level}.")),
    }
    sentences.extend(against(compared, unit));
    if figure.number().is_some() {
        if let Earlier::None = earlier {
            sentences.push("There is no earlier figure to compare with.".to_owned());
        }
        let compares = matches!(earlier, Earlier::Change(_)) || compared.iter().any(|one| one.difference.is_some());
        if compares {
            sentences.push(direction(indicator.polarity).to_owned());
        }
        let without: Vec<String> =
            compared.iter().filter(|one| one.difference.is_none()).map(|one| in_sentence(one.area)).collect();
        if !without.is_empty() {
            sentences.push(format!("No figure to compare with is published for {}.", listed(&without, "or")));
        }
    }
    sentences.join(" ")
}

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
        Incomparable::Own(_) | Incomparable::OtherUnit => "cannot be compared",
        Incomparable::Break => symbol::mark(Mark::Break),
        Incomparable::Other(_) | Incomparable::NoEarlier | Incomparable::OtherKind => "no earlier figure",
    }
}

/// What is known of the period before.
pub enum Earlier<'d> {
    /// Both are numbers.
    Change(Change<'d>),
    /// The figure before is not a number, there is none, or the series breaks between the two.
    None,
    /// Not asked for, or the figure has no date.
    NotAsked,
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
    if same_group || group.is_empty() { short } else { format!("{short} {group}") }
}

/// Of the indicators that can be judged, how many got better and worse.
#[must_use]
pub fn overview(better: usize, worse: usize, same: usize) -> String {
    let judged = better + worse + same;
    if judged == 0 {
        return "No indicator shown here has both a direction and an earlier figure to compare with.".to_owned();
    }
    let indicators = match judged {
        1 => "the one indicator that has".to_owned(),
        _ => format!("the {judged} indicators that have"),
    };
    let mut parts = vec![format!("{better} got better"), format!("{worse} got worse")];
    if same > 0 {
        parts.push(format!("{same} did not change"));
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

fn against(compared: &[Compared<'_>], unit: &Unit) -> Option<String> {
    let parts: Vec<String> = compared
        .iter()
        .filter_map(|one| {
            let Difference { other, amount, .. } = one.difference?;
            let joiner = if amount.sign() == Ordering::Equal { "as" } else { "than" };
            let name = in_sentence(one.area);
            Some(format!("{} {joiner} {name} ({})", higher_or_lower(amount, unit), number::aside(other, unit)))
        })
        .collect();
    (!parts.is_empty()).then(|| format!("It is {}.", listed(&parts, "and")))
}

fn when(named: &NamedPeriod) -> String {
    match (named.period, &named.label) {
        (Period::Undated, None) => ", with no date given".to_owned(),
        _ => format!(" {}", period::when(named.period, &period::named(named))),
    }
}

fn capitalised(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
