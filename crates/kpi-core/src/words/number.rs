//! Numbers as a reader sees them: thousands separated, a true minus sign, decimals as published.

use super::{Lang, Text, plural};
use crate::model::{Decimal, Figure, Limits, Unit, UnitKind, Value};
use std::cmp::Ordering;

const MINUS: char = '\u{2212}';

/// A number at its published decimals with a per cent sign or a pound sign, but without words: `70%`, `1,097.3`,
/// `−374`. Pounds in thousands or millions have no sign here: the heading says what is counted.
#[must_use]
pub fn short(number: Decimal, unit: &Unit) -> String {
    let digits = grouped(unit.published(number));
    match unit.kind {
        UnitKind::Percent => format!("{digits}%"),
        UnitKind::Gbp { scale: 1 } => pounds(&digits),
        _ => digits,
    }
}

/// A number with its unit, to stand in a sentence: `107 per 10,000`, `£27.018 million`, `70%`, `12 days`.
#[must_use]
pub fn long(lang: Lang, number: Decimal, unit: &Unit) -> String {
    let (number, unit) = parts(lang, number, unit);
    if unit.is_empty() { number } else { format!("{number} {unit}") }
}

/// [`long`] in two parts, the second of which may be set smaller: `107` and `per 10,000`.
#[must_use]
pub fn parts(lang: Lang, number: Decimal, unit: &Unit) -> (String, String) {
    let number = unit.published(number);
    let digits = grouped(number);
    match &unit.kind {
        UnitKind::Percent => (format!("{digits}%"), String::new()),
        UnitKind::Count | UnitKind::Ratio => (digits, String::new()),
        UnitKind::Rate { per } => (digits, Text::Per.say(lang).to_owned() + &whole(*per)),
        UnitKind::Gbp { scale } => {
            let (number, scale) = in_millions(number, *scale);
            (pounds(&grouped(number)), scale_word(lang, number, scale).to_owned())
        }
        UnitKind::Days => (digits, counted(lang, number, Text::Days).to_owned()),
        UnitKind::Score => (digits, counted(lang, number, Text::Points).to_owned()),
        UnitKind::Other { label } => (digits, label.clone()),
    }
}

/// The size of a difference with its unit, without its sign: `9 percentage points`, `28.5`, `£603 thousand`.
#[must_use]
pub fn difference(lang: Lang, difference: Decimal, unit: &Unit) -> String {
    let size = unit.published(difference.magnitude());
    match unit.kind {
        UnitKind::Percent => {
            format!("{} {}", grouped(size), counted(lang, size, Text::PercentagePoints))
        }
        // "28.5 higher" beside "107 per 10,000" needs no second "per 10,000".
        UnitKind::Rate { .. } => grouped(size),
        _ => long(lang, size, unit),
    }
}

/// The size of a difference where there is little room: `9 points`, `28.5`.
#[must_use]
pub fn short_difference(lang: Lang, difference: Decimal, unit: &Unit) -> String {
    let size = unit.published(difference.magnitude());
    match unit.kind {
        UnitKind::Percent => format!("{} {}", grouped(size), counted(lang, size, Text::Points)),
        // Without its word a difference in thousands would pass for pounds.
        UnitKind::Gbp { .. } => long(lang, size, unit),
        _ => short(size, unit),
    }
}

/// Another figure in brackets, whose unit the sentence has already said: `(78.5)`, `(79%)`, `(£27.018 million)`.
#[must_use]
pub fn aside(lang: Lang, number: Decimal, unit: &Unit) -> String {
    if matches!(unit.kind, UnitKind::Gbp { .. }) { long(lang, number, unit) } else { short(number, unit) }
}

/// A figure as a table's cell: the publisher's remark, the number and its marks, or the symbol.
#[must_use]
pub fn cell(figure: &Figure<'_>, unit: &Unit) -> String {
    marked(figure, |number| short(number, unit))
}

/// [`cell`] beside figures in other units, where no heading says how many pounds a number stands for.
#[must_use]
pub fn cell_among_others(lang: Lang, figure: &Figure<'_>, unit: &Unit) -> String {
    marked(figure, |number| aside(lang, number, unit))
}

fn marked(figure: &Figure<'_>, number: impl FnOnce(Decimal) -> String) -> String {
    let mut text = match figure.value {
        Value::Number(value) => number(value),
        Value::Missing(reason) => reason.symbol().to_owned(),
    };
    if let Some(remark) = figure.remark {
        text = format!("{remark} {text}");
    }
    for mark in figure.marks.iter() {
        text.push_str(" [");
        text.push_str(mark.letter());
        text.push(']');
    }
    text
}

/// Confidence limits behind a figure whose unit is known: `66 to 76`.
#[must_use]
pub fn limits(lang: Lang, limits: Limits, unit: &Unit) -> String {
    [&*grouped(unit.published(limits.lower)), Text::To.say(lang), &grouped(unit.published(limits.upper))].concat()
}

/// What is counted, as a heading: `Per cent`, `Rate per 10,000`, `£ thousand`, `Number`.
#[must_use]
pub fn unit_heading(lang: Lang, unit: &Unit) -> String {
    match &unit.kind {
        UnitKind::Count => Text::UnitNumber.say(lang).to_owned(),
        UnitKind::Percent => Text::UnitPercent.say(lang).to_owned(),
        UnitKind::Rate { per } => Text::UnitRate.say(lang).to_owned() + &whole(*per),
        UnitKind::Gbp { scale: 1 } => "£".to_owned(),
        UnitKind::Gbp { scale } => "£ ".to_owned() + scale_word(lang, Decimal::new(0, 0), *scale),
        UnitKind::Ratio => Text::UnitRatio.say(lang).to_owned(),
        UnitKind::Days => Text::UnitDays.say(lang).to_owned(),
        UnitKind::Score => Text::UnitPoints.say(lang).to_owned(),
        UnitKind::Other { label } => label.clone(),
    }
}

/// [`unit_heading`] in the middle of a sentence: `per cent`, `rate per 10,000`. The publisher's own words stay as they
/// are.
#[must_use]
pub fn unit_words(lang: Lang, unit: &Unit) -> String {
    let heading = unit_heading(lang, unit);
    if matches!(unit.kind, UnitKind::Other { .. }) { heading } else { heading.to_ascii_lowercase() }
}

/// A round number on an axis, with so many decimals; the sign of the unit stands at the top one only.
#[must_use]
pub fn tick(value: f64, decimals: u8, unit: &Unit, top: bool) -> String {
    let factor = 10_f64.powi(i32::from(decimals.min(Decimal::MAX_DECIMALS)));
    let digits = grouped(Decimal::new((value * factor).round() as i64, decimals));
    match unit.kind {
        UnitKind::Percent if top => format!("{digits}%"),
        // An axis breaks no lines, and not every font of a canvas knows the word joiner.
        UnitKind::Gbp { scale } if top => pounds(&digits).replace('\u{2060}', "") + short_scale(scale),
        _ => digits,
    }
}

/// A whole number of things: `27,100`.
#[must_use]
pub fn whole(number: u32) -> String {
    grouped(Decimal::new(i64::from(number), 0))
}

/// A place in an order: `12th`. Welsh endings are those of the number in words, which count in twenties: `11eg` is "unfed ar
/// ddeg", `12fed` "deuddegfed", `21ain` "unfed ar hugain".
#[must_use]
pub fn ordinal(lang: Lang, number: u32) -> String {
    let ending = match (lang, number % 100) {
        (Lang::En, 11..=13) => "th",
        (Lang::En, end) => match end % 10 {
            1 => "st",
            2 => "nd",
            3 => "rd",
            _ => "th",
        },
        (Lang::Cy, 1) if number == 1 => "af",
        (Lang::Cy, 2) => "il",
        (Lang::Cy, 3 | 4) => "ydd",
        (Lang::Cy, 5 | 6) => "ed",
        (Lang::Cy, 11 | 13 | 14 | 16 | 17 | 19) => "eg",
        (Lang::Cy, 0..=20 | 40 | 50 | 60 | 80) => "fed",
        (Lang::Cy, _) => "ain",
    };
    whole(number) + ending
}

/// `-1097.3` as `−1,097.3`.
fn grouped(number: Decimal) -> String {
    let plain = number.magnitude().to_string();
    let point = plain.bytes().position(|byte| byte == b'.').unwrap_or(plain.len());
    let mut text = String::with_capacity(plain.len() + 6);
    if number.sign() == Ordering::Less {
        text.push(MINUS);
    }
    for (position, digit) in plain.char_indices() {
        if position > 0 && position < point && (point - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The pound sign goes behind the minus sign, and a word joiner keeps a line from ending between them: `−£603 thousand`.
fn pounds(digits: &str) -> String {
    match digits.strip_prefix(MINUS) {
        Some(digits) => format!("{MINUS}\u{2060}£{digits}"),
        None => format!("£{digits}"),
    }
}

/// Thousands of thousands as millions, to the last digit: of "£27,018 thousand" the eye takes the pounds and not the word.
fn in_millions(number: Decimal, scale: u32) -> (Decimal, u32) {
    let decimals = number.decimals() + 3;
    if scale == 1_000
        && number.mantissa().unsigned_abs() >= 10_u64.pow(decimals.into())
        && decimals <= Decimal::MAX_DECIMALS
    {
        (Decimal::new(number.mantissa(), decimals), 1_000_000)
    } else {
        (number, scale)
    }
}

fn scale_word(lang: Lang, number: Decimal, scale: u32) -> &'static str {
    match scale {
        1_000 => counted(lang, number, Text::Thousand),
        1_000_000 => counted(lang, number, Text::Million),
        _ => "",
    }
}

fn short_scale(scale: u32) -> &'static str {
    match scale {
        1_000 => " k",
        1_000_000 => " m",
        _ => "",
    }
}

/// `1 day`, but `1.0 days`, as it is spoken.
fn counted(lang: Lang, number: Decimal, forms: Text) -> &'static str {
    let whole = (number.decimals() == 0).then(|| number.mantissa().unsigned_abs());
    plural(forms.say(lang), whole)
}
