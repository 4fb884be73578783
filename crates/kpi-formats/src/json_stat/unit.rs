//! Units in words of JSON-stat, read and written.

use super::node::Node;
use kpi_core::model::{Decimal, Unit, UnitKind};

/// The unit of a category, from what the file says of it or, where it says nothing, from a name that leaves no doubt.
pub(super) fn read(said: Option<&Node<'_>>, name: &str) -> Option<Unit> {
    let Some(fields) = said.and_then(Node::members) else {
        return named(name).map(|kind| Unit { kind, decimals: None, total: None });
    };
    let text = |field: &str| fields.text(field).unwrap_or_default();
    let (label, symbol, base, kind) = (text("label"), text("symbol"), text("base"), text("type").to_lowercase());
    let number = |field: &str| fields.get(field).and_then(|node| node.raw.parse::<i32>().ok());
    let decimals = number("decimals").and_then(|decimals| u8::try_from(decimals).ok());
    let decimals = decimals.filter(|decimals| *decimals <= Decimal::MAX_DECIMALS);
    let multiplier = number("multiplier").unwrap_or_default();
    let words = [label.as_str(), symbol.as_str(), base.as_str()];
    let found = words.iter().find_map(|word| named(word));
    let counted = kind == "count" || words.iter().any(|word| is_count(word));
    let kind = match found {
        Some(UnitKind::Gbp { scale }) => match (scale, multiplier) {
            (scale, 0) => Some(UnitKind::Gbp { scale }),
            (1 | 1_000, 3) => Some(UnitKind::Gbp { scale: 1_000 }),
            (1 | 1_000_000, 6) => Some(UnitKind::Gbp { scale: 1_000_000 }),
            _ => None,
        },
        _ if multiplier != 0 => None,
        Some(kind) => Some(kind),
        None if counted => Some(UnitKind::Count),
        None if kind == "ratio" => Some(UnitKind::Ratio),
        None => None,
    };
    let kind = kind.unwrap_or_else(|| UnitKind::Other { label: spelled(&label, &symbol, &base, multiplier, name) });
    Some(Unit { kind, decimals, total: None })
}

/// A unit for which there is no kind, in the file's own words.
fn spelled(label: &str, symbol: &str, base: &str, multiplier: i32, name: &str) -> String {
    let words = [label, symbol, base, name].into_iter().find(|word| !word.is_empty()).unwrap_or("units");
    let lower = words.to_lowercase();
    let says_so = ["thousand", "million", "billion", "hundred", "000"].iter().any(|word| lower.contains(word));
    match multiplier {
        0 => words.to_owned(),
        _ if says_so => words.to_owned(),
        3 => format!("{words}, thousands"),
        6 => format!("{words}, millions"),
        9 => format!("{words}, billions"),
        power => format!("{words}, times 10 to the power of {power}"),
    }
}

/// The kind that words name without doubt.
fn named(words: &str) -> Option<UnitKind> {
    let lower = words.trim().to_lowercase();
    if lower.contains("percentage point") {
        return None;
    }
    if lower.contains('%') || lower.contains("per cent") || lower.contains("percent") {
        return Some(UnitKind::Percent);
    }
    if let Some(per) = per(&lower) {
        return Some(UnitKind::Rate { per });
    }
    if lower.contains('£') || lower == "gbp" || lower.contains("pounds sterling") || lower.contains("pound sterling") {
        let thousands = lower.contains("000") || lower.contains("thousand") || lower.ends_with("£k");
        let millions = lower.contains("million") || lower.contains("£m");
        let scale = match (thousands, millions) {
            (true, _) => 1_000,
            (_, true) => 1_000_000,
            _ => 1,
        };
        return Some(UnitKind::Gbp { scale });
    }
    match lower.as_str() {
        "day" | "days" => Some(UnitKind::Days),
        "score" | "points" => Some(UnitKind::Score),
        "ratio" => Some(UnitKind::Ratio),
        _ => None,
    }
}

fn is_count(words: &str) -> bool {
    let lower = words.trim().to_lowercase();
    matches!(lower.as_str(), "count" | "counts" | "number" | "persons" | "people" | "children" | "cases")
}

/// 10000 in "per 10,000 children"; none where no number of at least ten stands behind "per".
fn per(lower: &str) -> Option<u32> {
    let (_, behind) = lower.split_once("per ")?;
    let digits: String =
        behind.chars().take_while(|letter| letter.is_ascii_digit() || *letter == ',').filter(|l| *l != ',').collect();
    let rest = behind.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ',');
    let times = if rest.starts_with(" thousand") {
        1_000
    } else if rest.starts_with(" million") {
        1_000_000
    } else {
        1
    };
    let per = digits.parse::<u32>().ok()?.checked_mul(times)?;
    (per >= 10).then_some(per)
}

/// A unit as JSON-stat has it.
#[derive(serde::Serialize)]
pub(super) struct Written {
    label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimals: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    symbol: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<&'static str>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<&'static str>,
    multiplier: u8,
}

impl Written {
    /// `decimals` only where the publisher sets them: rows that mix 107 and 78.5 stay mixed.
    pub(super) fn of(unit: &Unit) -> Self {
        let plain = |label: &str| Self {
            label: label.to_owned(),
            decimals: unit.decimals,
            symbol: None,
            position: None,
            kind: None,
            base: None,
            multiplier: 0,
        };
        match &unit.kind {
            UnitKind::Count => Self { kind: Some("count"), ..plain("number") },
            UnitKind::Percent => Self {
                symbol: Some("%"),
                position: Some("end"),
                kind: Some("ratio"),
                base: Some("per cent"),
                ..plain("per cent")
            },
            UnitKind::Rate { per } => Self { kind: Some("ratio"), ..plain(&format!("per {per}")) },
            UnitKind::Gbp { scale } => {
                let (label, multiplier) = match scale {
                    1_000_000 => ("£ million", 6),
                    1_000 => ("£ thousand", 3),
                    _ => ("£", 0),
                };
                Self { symbol: Some("£"), position: Some("start"), multiplier, ..plain(label) }
            }
            UnitKind::Ratio => Self { kind: Some("ratio"), ..plain("ratio") },
            UnitKind::Days => plain("days"),
            UnitKind::Score => plain("score"),
            UnitKind::Other { label } => plain(label),
        }
    }
}
