//! Units, where words leave no doubt.

use super::heading;
use kpi_core::model::{Unit, UnitKind};

/// The unit that a column's or indicator's name states: `rereferral_percent`, `rate_per_10000`, `children_count`.
pub(crate) fn of_name(name: &str) -> Option<Unit> {
    let key = heading::key(name);
    let words: Vec<&str> = key.split('_').collect();
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    let is_per_cent = words.windows(2).any(|pair| pair == ["per", "cent"]);
    if is_per_cent || has(&["percent", "percentage", "pct"]) {
        // The change of a percentage is in points, not in per cent.
        let is_points = has(&["point", "points", "pp", "change", "difference"]);
        return (!is_points).then(|| unit(UnitKind::Percent));
    }
    if let Some(per) = per(&words) {
        return Some(unit(UnitKind::Rate { per }));
    }
    if has(&["rate", "ratio", "average", "mean", "median", "proportion", "share", "per", "score", "cost", "index"]) {
        return None;
    }
    let is_count = has(&["count", "number"]) || words.last() == Some(&"headcount");
    is_count.then(|| unit(UnitKind::Count))
}

/// The unit that a unit's or measure's own cell states: `%`, `Percentage`, `Rate per 10,000`, `£000s`, `Persons`.
pub(crate) fn of_words(words: &str) -> Option<Unit> {
    const COUNTS: &[&str] = &[
        "count",
        "number",
        "numbers",
        "persons",
        "people",
        "children",
        "cases",
        "households",
        "no",
        "number_of_people",
    ];
    let text = words.trim();
    let key = heading::key(text);
    if let Some(pounds) = text.strip_prefix(['£']).or_else(|| text.strip_prefix("GBP")) {
        let scale = match heading::key(pounds).trim_start_matches("s_") {
            "" => 1,
            "000" | "000s" | "k" | "thousand" | "thousands" => 1_000,
            "m" | "million" | "millions" => 1_000_000,
            _ => return None,
        };
        return Some(unit(UnitKind::Gbp { scale }));
    }
    match key.as_str() {
        "percent" | "percentage" | "per_cent" | "pct" | "proportion_percent" => Some(unit(UnitKind::Percent)),
        "pounds" | "pounds_sterling" => Some(unit(UnitKind::Gbp { scale: 1 })),
        "days" => Some(unit(UnitKind::Days)),
        "ratio" => Some(unit(UnitKind::Ratio)),
        "score" | "points" => Some(unit(UnitKind::Score)),
        key if COUNTS.contains(&key) => Some(unit(UnitKind::Count)),
        _ => per(&key.split('_').collect::<Vec<_>>()).map(|per| unit(UnitKind::Rate { per })),
    }
}

/// The unit of a tidy row from its measure and its unit, which publishers use in either sense: "Percentage" of
/// "Persons" is per cent.
pub(crate) fn of_row(measure: &str, unit_words: &str) -> Option<Unit> {
    let (measured, stated) = (of_words(measure), of_words(unit_words));
    let is_bare_count = |unit: &Unit| unit.kind == UnitKind::Count;
    match (measured, stated) {
        (Some(measured), Some(stated)) if is_bare_count(&stated) => Some(measured),
        (_, Some(stated)) => Some(stated),
        (Some(measured), None) => Some(measured),
        (None, None) if unit_words.trim().is_empty() => None,
        (None, None) => Some(unit(UnitKind::Other { label: unit_words.trim().to_owned() })),
    }
}

/// `per_10000`, `per_10_000` (from "per 10,000"), `per_10k`.
fn per(words: &[&str]) -> Option<u32> {
    let at = words.iter().position(|word| *word == "per")?;
    let first = words.get(at + 1)?;
    if let Some(thousands) = first.strip_suffix('k') {
        return thousands.parse::<u32>().ok()?.checked_mul(1_000);
    }
    let groups = words.iter().skip(at + 2).take_while(|word| word.len() == 3 && word.parse::<u16>().is_ok());
    let digits: String = std::iter::once(first).chain(groups).copied().collect();
    digits.parse().ok().filter(|per| *per > 0)
}

pub(crate) const fn unit(kind: UnitKind) -> Unit {
    Unit { kind, decimals: None, total: None }
}
