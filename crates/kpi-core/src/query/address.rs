//! One address for several explorers on a page: each has a part of the fragment, `kpi?p=2021;kpi-staff?i=vacancies`.
//!
//! A part is what [`super::fragment`] writes, its beginning replaced by a name: `kpi` for the first explorer, `kpi-ID` for
//! one whose element has an id. A fragment with anything else in it belongs to the page around and is left alone.

use super::fragment::PREFIX;

/// Never in a part: there it is written `%3B`.
const BETWEEN: char = ';';

/// The fragment of the explorer with this name, as [`super::fragment::read`] takes it: empty where the address says
/// nothing of it; `None` where the address is the page's own.
#[must_use]
pub fn part(address: &str, name: &str) -> Option<String> {
    let mut found = String::new();
    for part in parts(address)? {
        if let Some(choices) = part.strip_prefix(name).filter(|choices| choices.starts_with('?')) {
            found = format!("{PREFIX}{choices}");
        }
    }
    Some(found)
}

/// The address in which the explorer with this name has another fragment and all others have their own; `None` where the
/// address is the page's own.
#[must_use]
pub fn with_part(address: &str, name: &str, fragment: &str) -> Option<String> {
    let mut kept = String::new();
    let mut put = |part: &str| {
        if !kept.is_empty() {
            kept.push(BETWEEN);
        }
        kept.push_str(part);
    };
    for part in parts(address)? {
        if part.split('?').next() != Some(name) {
            put(part);
        }
    }
    if !fragment.is_empty() {
        put(&named(fragment, name));
    }
    Some(kept)
}

/// A fragment under the name of its explorer.
#[must_use]
pub fn named(fragment: &str, name: &str) -> String {
    match fragment.strip_prefix(PREFIX) {
        Some(choices) => format!("{name}{choices}"),
        None => fragment.to_owned(),
    }
}

/// The parts of an address all of which are explorers'.
fn parts(address: &str) -> Option<Vec<&str>> {
    let address = address.strip_prefix('#').unwrap_or(address);
    let mut parts = Vec::new();
    for part in address.split(BETWEEN) {
        let (name, choices) = part.split_once('?').map_or((part, None), |(name, choices)| (name, Some(choices)));
        match name.strip_prefix(PREFIX) {
            Some("") => parts.push(part),
            // Without a question mark it may be any place of the page whose name begins so.
            Some(id) if id.starts_with('-') && choices.is_some() => parts.push(part),
            // Nothing between two semicolons, or before the first choice.
            _ if part.is_empty() => {}
            _ => return None,
        }
    }
    Some(parts)
}
