//! How a group's figure comes about, in words.

use super::{Lang, Text, fill, number, sentence};
use crate::model::{Decimal, Method, Polarity, Unit};
use crate::query::Difference;
use std::cmp::Ordering;

/// `median`, to stand behind a group's name or in a list of choices.
#[must_use]
pub fn word(lang: Lang, method: Method) -> &'static str {
    let text = match method {
        Method::Published => Text::AsPublished,
        Method::Mean => Text::Mean,
        Method::Median => Text::Median,
    };
    text.say(lang)
}

/// How a group's figure was computed: `median, 9 of 10 members`.
#[must_use]
pub fn of_members(lang: Lang, method: Method, [contributing, members]: [u16; 2]) -> String {
    let (contributing, members) = (number::whole(contributing.into()), number::whole(members.into()));
    fill(Text::PartOfMembers.say(lang), &[word(lang, method), &contributing, &members])
}

/// Which model chose the members of a group, and of which year: `DfE statistical neighbour model, 2021`; empty where the
/// publisher does not say.
#[must_use]
pub fn model(name: Option<&str>, year: Option<i16>) -> String {
    let mut model = name.unwrap_or_default().to_owned();
    let year = year.map(|year| year.to_string()).unwrap_or_default();
    if !model.contains(&year) {
        if !model.is_empty() {
            model.push_str(", ");
        }
        model.push_str(&year);
    }
    model
}

/// Says so where two methods lead to two verdicts: `The method decides how the figure compares with statistical neighbours:
/// median 62, worse; mean 69.4, similar.`
#[must_use]
pub fn decides(
    lang: Lang,
    group: &str,
    chosen: (Method, Difference),
    other: (Method, Difference),
    polarity: Polarity,
    unit: &Unit,
) -> Option<String> {
    let side = |(method, found): (Method, Difference)| {
        let verdict = match (polarity, found.amount.sign()) {
            (Polarity::Neither, Ordering::Greater) => Text::Higher.say(lang),
            (Polarity::Neither, Ordering::Less) => Text::Lower.say(lang),
            _ => sentence::verdict(lang, found.verdict),
        };
        (verdict, format!("{} {}, {verdict}", word(lang, method), number::aside(lang, found.other, unit)))
    };
    let (now, then) = (side(chosen), side(other));
    let compares = || fill(Text::MethodDecides.say(lang), &[group, &now.1, &then.1]);
    (now.0 != then.0).then(compares)
}

/// Says so where two methods put a group on two sides of another area: `The method decides whether the figure of
/// statistical neighbours is above or below England (69): median 62, mean 69.4.`
#[must_use]
pub fn moves(
    lang: Lang,
    group: &str,
    chosen: (Method, Decimal),
    other: (Method, Decimal),
    area: (&str, Decimal),
    unit: &Unit,
) -> Option<String> {
    if chosen.1.cmp(&area.1) == other.1.cmp(&area.1) {
        return None;
    }
    let by =
        |(method, value): (Method, Decimal)| format!("{} {}", word(lang, method), number::aside(lang, value, unit));
    let (chosen, other) = (by(chosen), by(other));
    let value = number::aside(lang, area.1, unit);
    Some(fill(Text::MethodMoves.say(lang), &[group, area.0, &value, &chosen, &other]))
}
