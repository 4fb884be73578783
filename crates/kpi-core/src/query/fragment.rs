//! A query as the fragment of an address, so that a link, the back button and a saved file all lead to the same view.
//!
//! Only what differs from the default is written, and whatever is unknown or old is passed over: no fragment can break the
//! page. The keys are:
//!
//! | key | says | for example |
//! |---|---|---|
//! | `v` | which page, where it is no indicator's | `about` |
//! | `i` | the indicator | `outturn` |
//! | `s` | its measure | `variance` |
//! | `d` | a category of each of its breakdowns | `age:5-17,sex:f` |
//! | `b` | the breakdown whose parts are side by side | `sex` |
//! | `p` | the period | `2020-10-01/P3M`, `latest` |
//! | `f` | the period that charts and tables begin with | `2020-04-01/P3M` |
//! | `c` | what is compared with | `previous,year-before,SN` |
//! | `m` | by which method groups are computed | `SN:median` |
//! | `x` | that tables have the differences | `differences` |
//! | `r` | the table, and its column, that rows are sorted by | `0.2`, `-0.2` from the largest down |
//! | `t` | the topic that is listed | `demand` |
//! | `q` | words that are looked for | `care%20leavers` |
//! | `w` | what has to hold of those listed | `worse:previous`, `worse:E92000001`, `target` |
//! | `o` | the order of the list | `name`, `worse` |

use super::{Compare, Cut, Direction, Only, Order, Query, Since, Sort, View, group};
use crate::model::{
    AreaIx, CategoryIx, Dataset, Dimension, Indicator, IndicatorIx, MeasureIx, Method, Period, TopicIx,
};
use std::fmt::Write;

/// What begins a fragment of ours; any other belongs to the page around.
pub const PREFIX: &str = "kpi";
const PREVIOUS: &str = "previous";
const LATEST: &str = "latest";
const YEAR_BEFORE: &str = "year-before";
const DIFFERENCES: &str = "differences";
const WORSE: &str = "worse:";
const WORSE_PREVIOUS: &str = "worse:previous";
const WORSE_YEAR_BEFORE: &str = "worse:year-before";
const TARGET: &str = "target";
const SORTS: [(Sort, &str); 2] = [(Sort::Name, "name"), (Sort::WorseFirst, "worse")];
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
            View::Indicator { indicator, measure, cut } => {
                if let Some(found) = dataset.indicator(indicator) {
                    add("i", &escaped(&found.id));
                    if let Some(shown) = found.measures.get(usize::from(measure.0)).filter(|_| measure.0 > 0) {
                        add("s", &escaped(&shown.id));
                    }
                    if let Some(cell) = cut.cell {
                        add("d", &listed(&categories(found, cell)));
                    }
                    if let Some(by) = found.dimensions.get(usize::from(cut.by)).filter(|_| cut.by > 0) {
                        add("b", &escaped(&by.id));
                    }
                }
            }
        }
    }
    if query.period != default.period {
        let period = query.period.map_or(LATEST.to_owned(), |period| period.to_string());
        add("p", &escaped(&period));
    }
    if query.from != default.from {
        add("f", &query.from.map(|from| escaped(&from.to_string())).unwrap_or_default());
    }
    if query.compare != default.compare {
        add("c", &listed(&comparators(&query.compare, dataset)));
    }
    if query.methods != default.methods {
        add("m", &listed(&methods(query, dataset)));
    }
    if query.differences != default.differences {
        add("x", if query.differences { DIFFERENCES } else { "" });
    }
    if let Some(Order { table, column, direction }) = query.order {
        let sign = if direction == Direction::Descending { "-" } else { "" };
        add("r", &format!("{sign}{table}.{column}"));
    }
    let (listing, usual) = (&query.listing, &default.listing);
    if listing.topic != usual.topic {
        let topic = listing.topic.and_then(|ix| dataset.topics.get(usize::from(ix.0)));
        add("t", &topic.map(|topic| escaped(&topic.id)).unwrap_or_default());
    }
    if listing.find != usual.find {
        add("q", &escaped(&listing.find));
    }
    if listing.only != usual.only {
        let area = |ix| dataset.area(ix).map(|area| escaped(&area.id)).unwrap_or_default();
        match listing.only {
            Only::All => add("w", ""),
            Only::GotWorse(Since::Previous) => add("w", WORSE_PREVIOUS),
            Only::GotWorse(Since::YearBefore) => add("w", WORSE_YEAR_BEFORE),
            Only::WorseThan(ix) => add("w", &(WORSE.to_owned() + &area(ix))),
            Only::MissesTarget => add("w", TARGET),
        }
    }
    if listing.sort != usual.sort {
        add("o", SORTS.iter().find(|(sort, _)| *sort == listing.sort).map_or("", |(_, word)| word));
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
    let (mut measure, mut cell, mut by) = (None, None, None);
    for pair in pairs.split('&') {
        let Some((key, value)) = pair.split_once('=') else { continue };
        match key {
            "i" => {
                if let Some(indicator) = find_indicator(&decoded(value), dataset) {
                    query.view = View::of(indicator);
                }
            }
            "s" => measure = Some(decoded(value)),
            "d" => cell = Some(value),
            "b" => by = Some(decoded(value)),
            "f" => {
                query.from = Period::parse(&decoded(value)).filter(|period| dataset.filter_periods.contains(period));
            }
            "x" => query.differences = value == DIFFERENCES,
            "r" => query.order = read_order(value),
            "t" => {
                let id = decoded(value);
                query.listing.topic =
                    (0..).map(TopicIx).zip(&dataset.topics).find_map(|(ix, topic)| (topic.id == id).then_some(ix));
            }
            "q" => query.listing.find = decoded(value),
            "w" => query.listing.only = read_only(value, dataset),
            "o" => {
                query.listing.sort =
                    SORTS.iter().find(|(_, word)| *word == value).map_or(Sort::Published, |(sort, _)| *sort)
            }
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
    if let View::Indicator { indicator, .. } = query.view
        && let Some(found) = dataset.indicator(indicator)
        && (measure.is_some() || cell.is_some() || by.is_some())
    {
        let place = |id: Option<String>, ids: &[&String]| {
            let at = id.and_then(|id| ids.iter().position(|other| **other == id));
            at.and_then(|at| u16::try_from(at).ok()).unwrap_or(0)
        };
        let measures: Vec<&String> = found.measures.iter().map(|measure| &measure.id).collect();
        let dimensions: Vec<&String> = found.dimensions.iter().map(|dimension| &dimension.id).collect();
        let by = u8::try_from(place(by, &dimensions)).unwrap_or(0);
        let cut = Cut { by, cell: cell.and_then(|cell| read_categories(cell, found)) };
        query.view = View::Indicator { indicator, measure: MeasureIx(place(measure, &measures)), cut };
    }
    Some(query)
}

/// `age:5-17,sex:f`: a category of each breakdown.
fn categories(indicator: &Indicator, cell: u32) -> Vec<String> {
    let mut names = Vec::new();
    for (dimension, at) in indicator.dimensions.iter().zip(indicator.categories_of(cell)) {
        if let Some(category) = dimension.categories.get(usize::from(at.0)) {
            names.push(format!("{}:{}", dimension.id, category.id));
        }
    }
    names
}

/// The cell of such a list; breakdowns that it does not name are at their totals. `None` where that is all of them.
fn read_categories(text: &str, indicator: &Indicator) -> Option<u32> {
    let mut at: Vec<CategoryIx> = indicator.dimensions.iter().map(Dimension::headline).collect();
    for name in text.split(',').map(decoded) {
        for (dimension, at) in indicator.dimensions.iter().zip(&mut at) {
            let id = name.strip_prefix(&dimension.id).and_then(|rest| rest.strip_prefix(':'));
            let found = id.and_then(|id| dimension.categories.iter().position(|category| category.id == id));
            *at = found.and_then(|found| u16::try_from(found).ok()).map_or(*at, CategoryIx);
        }
    }
    let cell = indicator.cell(at.into_iter());
    (cell != indicator.total_cell()).then_some(cell)
}

fn read_order(text: &str) -> Option<Order> {
    let (direction, places) = match text.strip_prefix('-') {
        Some(rest) => (Direction::Descending, rest),
        None => (Direction::Ascending, text),
    };
    let (table, column) = places.split_once('.')?;
    Some(Order { table: table.parse().ok()?, column: column.parse().ok()?, direction })
}

fn read_only(text: &str, dataset: &Dataset) -> Only {
    match text {
        WORSE_PREVIOUS => return Only::GotWorse(Since::Previous),
        WORSE_YEAR_BEFORE => return Only::GotWorse(Since::YearBefore),
        TARGET => return Only::MissesTarget,
        _ => {}
    }
    let id = decoded(text.strip_prefix(WORSE).unwrap_or_default());
    dataset.comparators().find(|(_, area)| area.id == id).map_or(Only::All, |(ix, _)| Only::WorseThan(ix))
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
