//! What a cell of figures says.

use crate::problem::Kind;
use kpi_core::model::{Decimal, Mark, Marks, Missing, Value};

/// A cell, read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reading {
    pub(crate) value: Value,
    pub(crate) marks: Marks,
    pub(crate) sign: Sign,
    /// What is wrong with it.
    pub(crate) complaint: Option<Kind>,
}

/// What stands beside a number and says its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Sign {
    None,
    Percent,
    Pounds,
}

/// Symbols that a file uses in a sense of its own, and their meaning.
pub type Symbols = [(String, Missing)];

/// Reads a cell. What is neither a number nor a symbol is [`Missing::Unreadable`], with a complaint.
pub(crate) fn read(cell: &str, symbols: &Symbols) -> Reading {
    let cell = cell.trim();
    let missing = |reason| Reading { complaint: None, ..plain(Value::Missing(reason)) };
    if cell.is_empty() {
        return missing(Missing::NotPublished);
    }
    if let Some((_, reason)) = symbols.iter().find(|(symbol, _)| symbol.trim() == cell) {
        return missing(*reason);
    }
    if let Some(reason) = symbol(cell) {
        return missing(reason);
    }
    let (bare, marks) = without_marks(cell);
    if let Some(mut reading) = number(bare) {
        reading.marks = marks;
        return reading;
    }
    let found = cell.to_owned();
    let complaint = match meanings(cell) {
        Some(meanings) => Kind::AmbiguousValue { found, meanings },
        None => Kind::BadValue { found },
    };
    Reading { complaint: Some(complaint), ..plain(Value::Missing(Missing::Unreadable)) }
}

impl Reading {
    /// Whether it belongs in a column of figures: a number, or what people write in the place of one.
    pub(crate) fn is_figure(&self) -> bool {
        !matches!(self.complaint, Some(Kind::BadValue { .. }))
    }

    pub(crate) fn is_number(&self) -> bool {
        matches!(self.value, Value::Number(_))
    }
}

const fn plain(value: Value) -> Reading {
    Reading { value, marks: NO_MARKS, sign: Sign::None, complaint: None }
}

const NO_MARKS: Marks = kpi_core::model::Figure::NOT_PUBLISHED.marks;

/// The symbols of the Government Analysis Function ("Symbols in tables"), bare or in brackets, and those older ones that
/// it names as their equals. The older `-`, `*` and `.` were used in several senses and are asked about.
pub(crate) fn symbol(cell: &str) -> Option<Missing> {
    let bare = cell.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(cell).trim();
    match bare {
        ":" | ".." => Some(Missing::NotAvailable),
        "~" => Some(Missing::Low),
        _ => Missing::from_symbol(&bare.to_lowercase()),
    }
}

fn meanings(cell: &str) -> Option<&'static str> {
    Some(match cell {
        "-" | "–" | "—" => "none at all, less than half the last digit, or not available",
        "*" | "**" => "confidential, or a remark",
        "." => "not applicable, or not available",
        _ if cell.eq_ignore_ascii_case("n/a") || cell.eq_ignore_ascii_case("na") => "not applicable, or not available",
        "#N/A" | "#N/A!" => "not available, or an error in a formula",
        _ if is_comma_ambiguous(cell) => "a decimal comma, or a thousands separator out of place",
        _ if is_bracketed_number(cell) => "a negative number, or an uncertain one",
        _ if is_suffixed(cell, &['*', '†', '‡']) => "a number and a remark",
        _ if is_suffixed(cell, &['k', 'K', 'm', 'M']) => "thousands or millions, or a number and a symbol",
        _ if cell.starts_with(['<', '>', '≤', '≥']) => "a limit, or a number that is withheld",
        _ => return None,
    })
}

fn is_comma_ambiguous(cell: &str) -> bool {
    cell.contains(',') && cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b'-'))
}

fn is_bracketed_number(cell: &str) -> bool {
    let inner = cell.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.is_some_and(|inner| number(inner).is_some())
}

fn is_suffixed(cell: &str, signs: &[char]) -> bool {
    cell.strip_suffix(signs).is_some_and(|rest| number(rest.trim_end_matches(signs).trim_end()).is_some())
}

/// Takes markers off the end: `12.3 [p]`, `12.3r`, `12.3 [p][r]`, `12.3 p`.
fn without_marks(cell: &str) -> (&str, Marks) {
    let (mut bare, mut marks) = (cell, Marks::default());
    loop {
        let rest = bare.trim_end();
        let taken = rest.strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
        let (before, word) = match taken {
            Some((before, word)) => (before, word.trim()),
            // A letter alone follows a digit or a space: `12.3r`, never `£1.2m`.
            None => match rest.char_indices().next_back() {
                Some((at, letter)) if letter.is_ascii_alphabetic() => {
                    let (before, word) = rest.split_at(at);
                    let follows =
                        before.ends_with(|before: char| before.is_ascii_digit() || matches!(before, ' ' | '%'));
                    if follows { (before, word) } else { return (rest, marks) }
                }
                _ => return (rest, marks),
            },
        };
        match mark(word) {
            Some(mark) if !before.trim().is_empty() => (bare, marks) = (before, marks.with(mark)),
            _ => return (rest, marks),
        }
    }
}

/// A marker by its letter.
pub(crate) fn mark(letter: &str) -> Option<Mark> {
    let letter = letter.to_lowercase();
    Mark::ALL.into_iter().find(|mark| mark.letter() == letter)
}

/// Reads a number as people write it.
fn number(text: &str) -> Option<Reading> {
    let text = text.trim();
    let (negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (text, sign, scale) = match (text.strip_prefix('£'), text.strip_suffix('%')) {
        (Some(pounds), None) => {
            let (amount, scale) = scale(pounds.trim());
            (amount, Sign::Pounds, scale)
        }
        (None, Some(share)) => (share.trim_end(), Sign::Percent, 0),
        (None, None) => (text, Sign::None, 0),
        (Some(_), Some(_)) => return None,
    };
    let digits = plain_digits(text)?;
    let parsed = Decimal::parse(&if negative { format!("-{digits}") } else { digits })?;
    let number = scaled(parsed.number, scale)?;
    let complaint = if text.contains(['e', 'E']) {
        Some(Kind::Exponent { found: text.to_owned() })
    } else if parsed.rounded {
        Some(Kind::TooManyDigits { found: text.to_owned() })
    } else {
        None
    };
    Some(Reading { sign, complaint, ..plain(Value::Number(number)) })
}

/// `1.2m`, `1.2 million`, `900k`, `1.2bn` as an amount and a power of ten. After a pound sign alone is that unambiguous.
fn scale(pounds: &str) -> (&str, u8) {
    const SCALES: [(&str, u8); 7] =
        [("million", 6), ("billion", 9), ("thousand", 3), ("bn", 9), ("m", 6), ("k", 3), ("b", 9)];
    let lower = pounds.to_ascii_lowercase();
    let found = SCALES.iter().find(|(word, _)| lower.ends_with(word));
    found.map_or((pounds, 0), |(word, scale)| {
        (pounds.get(..pounds.len() - word.len()).unwrap_or_default().trim_end(), *scale)
    })
}

fn scaled(number: Decimal, power: u8) -> Option<Decimal> {
    match number.decimals().checked_sub(power) {
        Some(decimals) => Some(Decimal::new(number.mantissa(), decimals)),
        None => {
            let factor = 10_i64.checked_pow(u32::from(power - number.decimals()))?;
            // At most 15 digits, as every number of a publication.
            let mantissa = number.mantissa().checked_mul(factor).filter(|mantissa| mantissa.abs() < 10_i64.pow(15))?;
            Some(Decimal::new(mantissa, 0))
        }
    }
}

/// Digits as [`Decimal::parse`] takes them: without thousands separators in their places, with a zero before the point.
fn plain_digits(text: &str) -> Option<String> {
    if !text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'e' | b'E' | b'+' | b'-')) {
        return None;
    }
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    if fraction.is_some_and(|fraction| fraction.contains(',')) {
        return None;
    }
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let is_grouped = whole.contains(',');
    if is_grouped && (!(1..=3).contains(&first.len()) || !groups.all(|group| group.len() == 3)) {
        return None;
    }
    let whole = whole.replace(',', "");
    let whole = if whole.is_empty() && fraction.is_some() { "0".to_owned() } else { whole };
    Some(fraction.map_or(whole.clone(), |fraction| format!("{whole}.{fraction}")))
}
