//! A query as the fragment of an address, so that a link, the back button and a saved file all lead to the same view.
//!
//! `kpi?i=INDICATOR&s=MEASURE&p=PERIOD&c=COMPARATORS&m=GROUP:METHOD&v=VIEW`; only what differs from the default is written, and
//! whatever is unknown or old is passed over: no fragment can break the page.

use super::{Compare, Query, View, group};
use crate::model::{AreaIx, Dataset, IndicatorIx, MeasureIx, Method, Period};
use std::fmt::Write;

/// What begins a fragment of ours; any other belongs to the page around.
pub const PREFIX: &str = "kpi";
const PREVIOUS: &str = "previous";
const LATEST: &str = "latest";
const YEAR_BEFORE: &str = "year-before";
const METHODS: [(Method, &str); 3] =
    [(Method::Published, "published"), (Method::Mean, "mean"), (Method::Median, "median")];

/// The fragment of a query without its `#`; empty where nothing differs from `default`.
#[must_use]
pub fn write(query: &Query, default: &Query, dataset: &Dataset) -> String {
    let mut fragment = String::new();
    let mut add = |key: &str, value: &str| {
        fragment.push_str(if fragment.is_empty() { "kpi?" } else { "&" });
        fragment.push_str(key);
        fragment.push('=');
        fragment.push_str(value);
    };
    if query.view != default.view {
        match query.view {
            View::Overview => add("v", "overview"),
            View::About => add("v", "about"),
            View::Indicator { indicator, measure, .. } => {
                if let Some(found) = dataset.indicator(indicator) {
                    add("i", &escaped(&found.id));
                    if let Some(shown) = found.measures.get(usize::from(measure.0)).filter(|_| measure.0 > 0) {
                        add("s", &escaped(&shown.id));
                    }
                }
            }
        }
    }
    if query.period != default.period {
        let period = query.period.map_or(LATEST.to_owned(), |period| period.to_string());
        add("p", &escaped(&period));
    }
    if query.compare != default.compare {
        add("c", &listed(&comparators(&query.compare, dataset)));
    }
    if query.methods != default.methods {
        add("m", &listed(&methods(query, dataset)));
    }
    fragment
}

/// The query of a fragment, with or without its `#`; `None` where the fragment is not ours.
#[must_use]
pub fn read(fragment: &str, default: &Query, dataset: &Dataset) -> Option<Query> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.is_empty() {
        return Some(default.clone());
    }
    let (prefix, pairs) = fragment.split_once('?').unwrap_or((fragment, ""));
    if prefix != PREFIX {
        return None;
    }
    let mut query = default.clone();
    let mut measure = None;
    for pair in pairs.split('&') {
        let Some((key, value)) = pair.split_once('=') else { continue };
        match key {
            "i" => {
                if let Some(indicator) = find_indicator(&decoded(value), dataset) {
                    query.view = View::of(indicator);
                }
            }
            "s" => measure = Some(decoded(value)),
            "p" if value == LATEST && dataset.derived.has_later => query.period = None,
            "p" => {
                let period = Period::parse(&decoded(value)).filter(|period| dataset.filter_periods.contains(period));
                query.period = period.or(query.period);
            }
            "c" => query.compare = read_comparators(value, dataset),
            "m" => query.methods = read_methods(value, default, dataset),
            "v" if value == "overview" => query.view = View::Overview,
            "v" if value == "about" => query.view = View::About,
            _ => {}
        }
    }
    if let (View::Indicator { indicator, cut, .. }, Some(id)) = (query.view, measure) {
        let measures = dataset.indicator(indicator).map(|found| found.measures.as_slice()).unwrap_or_default();
        if let Some(measure) =
            measures.iter().zip(0..).find_map(|(found, at)| (found.id == id).then_some(MeasureIx(at)))
        {
            query.view = View::Indicator { indicator, measure, cut };
        }
    }
    Some(query)
}

/// Comparators as an attribute or a fragment lists them: area ids, `previous` and `year-before`, separated by commas.
#[must_use]
pub fn read_comparators(text: &str, dataset: &Dataset) -> Compare {
    let names: Vec<String> = text.split(',').map(decoded).collect();
    let areas = dataset.comparators().filter(|(_, area)| names.contains(&area.id)).map(|(ix, _)| ix).collect();
    let has = |word| names.iter().any(|name| name == word);
    Compare { year_before: has(YEAR_BEFORE), ..Compare::new(has(PREVIOUS), areas) }
}

/// `SN:median,R:mean`; what is no group of this publication, or has no such method, is passed over.
fn read_methods(text: &str, default: &Query, dataset: &Dataset) -> Vec<(AreaIx, Method)> {
    let mut query = Query { methods: Vec::new(), ..default.clone() };
    for pair in text.split(',') {
        let Some((id, word)) = pair.rsplit_once(':') else { continue };
        let (id, word) = (decoded(id), decoded(word));
        let found = dataset.comparators().find(|(_, area)| area.id == id);
        let method = METHODS.iter().find(|(_, name)| *name == word);
        if let (Some((ix, _)), Some((method, _))) = (found, method)
            && group::methods(dataset, ix).contains(method)
        {
            query = query.with_method(ix, *method);
        }
    }
    query.methods
}

/// The indicator with an id.
#[must_use]
pub fn find_indicator(id: &str, dataset: &Dataset) -> Option<IndicatorIx> {
    dataset.indexed_indicators().find_map(|(ix, indicator)| (indicator.id == id).then_some(ix))
}

/// Comparators by name, as [`read_comparators`] reads them.
#[must_use]
pub fn comparators(compare: &Compare, dataset: &Dataset) -> Vec<String> {
    let mut names = Vec::new();
    if compare.previous {
        names.push(PREVIOUS.to_owned());
    }
    if compare.year_before {
        names.push(YEAR_BEFORE.to_owned());
    }
    names.extend(compare.areas().iter().filter_map(|ix| dataset.area(*ix)).map(|area| area.id.clone()));
    names
}

/// The methods that the reader chose, `SN:median`.
#[must_use]
pub fn methods(query: &Query, dataset: &Dataset) -> Vec<String> {
    let mut names = Vec::new();
    for (ix, method) in &query.methods {
        let word = METHODS.iter().find(|(known, _)| known == method);
        if let (Some(area), Some((_, word))) = (dataset.area(*ix), word) {
            // A colon in an id is not taken for the one before the method: the last one counts.
            names.push(format!("{}:{word}", area.id));
        }
    }
    names
}

/// Names separated by commas, which they may have in them.
fn listed(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| escaped(name)).collect();
    names.join(",")
}

/// Everything is escaped but what is readable in an address bar.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

/// A percent sign that no two digits follow stays as it is; what is no text then is no id either.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.trim_ascii().as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let digits = behind.get(..2).filter(|digits| *first == b'%' && digits.iter().all(u8::is_ascii_hexdigit));
        let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}
