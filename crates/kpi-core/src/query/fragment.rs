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
//! | `r` | the table, and the column that its rows are sorted by | `0`, `-0,figure,SN,outturn` from the largest down |
//! | `t` | the topic that is listed | `demand` |
//! | `q` | words that are looked for | `care%20leavers` |
//! | `w` | what has to hold of those listed | `worse:previous`, `worse:E92000001`, `target` |
//! | `o` | the order of the list | `name`, `worse` |

use super::{ColumnId, ColumnKind, Compare, Cut, Direction, Only, Order, Query, Since, Sort, View, group};
use crate::model::{
    AreaIx, CategoryIx, Dataset, Dimension, Indicator, IndicatorIx, MeasureIx, Method, Period, TopicIx,
};
use std::fmt::Write;

/// What begins a fragment of ours; any other belongs to the page around.
pub const PREFIX: &str = "kpi";
const PREVIOUS: &str = "previous";
/// The latest figure of each indicator, in the place of a period.
pub const LATEST: &str = "latest";
const YEAR_BEFORE: &str = "year-before";
const DIFFERENCES: &str = "differences";
const WORSE: &str = "worse:";
const WORSE_PREVIOUS: &str = "worse:previous";
const WORSE_YEAR_BEFORE: &str = "worse:year-before";
const TARGET: &str = "target";
const SORTS: [(Sort, &str); 2] = [(Sort::Name, "name"), (Sort::WorseFirst, "worse")];
const COLUMNS: [(ColumnKind, &str); 6] = [
    (ColumnKind::Figure, "figure"),
    (ColumnKind::Target, TARGET),
    (ColumnKind::Place, "place"),
    (ColumnKind::Difference, "difference"),
    (ColumnKind::Change(Since::Previous), PREVIOUS),
    (ColumnKind::Change(Since::YearBefore), YEAR_BEFORE),
];
const METHODS: [(Method, &str); 3] =
    [(Method::Published, "published"), (Method::Mean, "mean"), (Method::Median, "median")];

/// The fragment of a query without its `#`; empty where nothing differs from `default`.
#[must_use]
pub fn write(query: &Query, default: &Query, dataset: &Dataset) -> String {
    let mut fragment = Fragment(String::new());
    if query.view != default.view {
        match query.view {
            View::Overview => fragment.add("v", "overview"),
            View::About => fragment.add("v", "about"),
            View::Indicator { indicator, measure, cut } => {
                if let Some(found) = dataset.indicator(indicator) {
                    fragment.add("i", &found.id);
                    if let Some(shown) = found.measures.get(usize::from(measure.0)).filter(|_| measure.0 > 0) {
                        fragment.add("s", &shown.id);
                    }
                    if let Some(cell) = cut.cell {
                        fragment.list("d", &categories(found, cell));
                    }
                    if let Some(by) = found.dimensions.get(usize::from(cut.by)).filter(|_| cut.by > 0) {
                        fragment.add("b", &by.id);
                    }
                }
            }
        }
    }
    let periods = [("p", query.period, default.period, LATEST), ("f", query.from, default.from, "")];
    for (key, period, usual, none) in periods {
        if period != usual {
            fragment.add(key, &period.map_or(none.to_owned(), |period| period.to_string()));
        }
    }
    if query.compare != default.compare {
        fragment.list("c", &comparators(&query.compare, dataset));
    }
    if query.methods != default.methods {
        fragment.list("m", &methods(query, dataset));
    }
    if query.differences != default.differences {
        fragment.add("x", if query.differences { DIFFERENCES } else { "" });
    }
    if let (Some(order), View::Indicator { indicator, .. }) = (query.order, query.view) {
        fragment.list("r", &column(order, dataset.indicator(indicator), dataset));
    }
    let (listing, usual) = (&query.listing, &default.listing);
    if listing.topic != usual.topic {
        let topic = listing.topic.and_then(|ix| dataset.topics.get(usize::from(ix.0)));
        fragment.add("t", topic.map_or("", |topic| &topic.id));
    }
    if listing.find != usual.find {
        fragment.add("q", &listing.find);
    }
    if listing.only != usual.only {
        let worse;
        fragment.add(
            "w",
            match listing.only {
                Only::All => "",
                Only::GotWorse(Since::Previous) => WORSE_PREVIOUS,
                Only::GotWorse(Since::YearBefore) => WORSE_YEAR_BEFORE,
                Only::WorseThan(ix) => {
                    worse = [WORSE, dataset.area(ix).map_or("", |area| &area.id)].concat();
                    &worse
                }
                Only::MissesTarget => TARGET,
            },
        );
    }
    if listing.sort != usual.sort {
        fragment.add("o", SORTS.iter().find(|(sort, _)| *sort == listing.sort).map_or("", |(_, word)| word));
    }
    fragment.0
}

/// A fragment on its way.
struct Fragment(String);

impl Fragment {
    fn begin(&mut self, key: &str) {
        for piece in [if self.0.is_empty() { "kpi?" } else { "&" }, key, "="] {
            self.0.push_str(piece);
        }
    }

    #[inline(never)]
    fn add(&mut self, key: &str, value: &str) {
        self.begin(key);
        self.escaped(value);
    }

    fn list(&mut self, key: &str, names: &[String]) {
        self.begin(key);
        for (at, name) in names.iter().enumerate() {
            self.0.push_str(if at > 0 { "," } else { "" });
            self.escaped(name);
        }
    }

    /// Everything is escaped but what is readable in an address bar.
    fn escaped(&mut self, text: &str) {
        for byte in text.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte) {
                self.0.push(char::from(byte));
            } else {
                // Writing to a String cannot fail.
                let _ = write!(self.0, "%{byte:02X}");
            }
        }
    }
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
    let (mut measure, mut cell, mut by, mut order) = (None, None, None, None);
    let known = |text: &str| Period::parse(text).filter(|period| dataset.filter_periods.contains(period));
    for pair in pairs.split('&') {
        let Some((key, value)) = pair.split_once('=') else { continue };
        let text = decoded(value);
        // Bytes, which are told apart with less program than texts.
        match key.as_bytes() {
            b"i" => query.view = find_indicator(&text, dataset).map_or(query.view, View::of),
            b"s" => measure = Some(text),
            b"d" => cell = Some(value),
            b"b" => by = Some(text),
            b"f" => query.from = known(&text),
            b"x" => query.differences = value == DIFFERENCES,
            b"r" => order = Some(value),
            b"t" => {
                let topics = (0..).map(TopicIx).zip(&dataset.topics);
                query.listing.topic = topics.filter(|(_, topic)| topic.id == text).map(|(ix, _)| ix).next();
            }
            b"q" => query.listing.find = text,
            b"w" => query.listing.only = read_only(value, dataset),
            b"o" => {
                query.listing.sort =
                    SORTS.iter().find(|(_, word)| *word == value).map_or(Sort::Published, |(sort, _)| *sort)
            }
            b"p" if value == LATEST && dataset.derived.has_later => query.period = None,
            b"p" => query.period = known(&text).or(query.period),
            b"c" => query.compare = read_comparators(value, dataset),
            b"m" => query.methods = read_methods(value, default, dataset),
            b"v" if value == "overview" => query.view = View::Overview,
            b"v" if value == "about" => query.view = View::About,
            _ => {}
        }
    }
    let found = match query.view {
        View::Indicator { indicator, .. } => dataset.indicator(indicator).map(|found| (indicator, found)),
        View::Overview | View::About => None,
    };
    query.order = found.and_then(|(_, found)| read_order(order?, found, dataset));
    if let Some((indicator, found)) = found
        && (measure.is_some() || cell.is_some() || by.is_some())
    {
        let measure = measure.and_then(|id| found.measures.iter().position(|measure| measure.id == id)).unwrap_or(0);
        let by = by.and_then(|id| found.dimensions.iter().position(|dimension| dimension.id == id)).unwrap_or(0);
        let measure = MeasureIx(u16::try_from(measure).unwrap_or(0));
        let cut = Cut { by: u8::try_from(by).unwrap_or(0), cell: cell.and_then(|cell| read_categories(cell, found)) };
        query.view = View::Indicator { indicator, measure, cut };
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

/// `-0,figure,SN,outturn`: the table, what the column has, and of which area and measure.
fn column(order: Order, indicator: Option<&Indicator>, dataset: &Dataset) -> Vec<String> {
    let sign = if order.direction == Direction::Descending { "-" } else { "" };
    let mut names = vec![format!("{sign}{}", order.table)];
    if let ColumnId::Of(kind, area, measure) = order.column {
        let word = COLUMNS.iter().find(|(known, _)| *known == kind).map(|(_, word)| *word);
        let measure = indicator.and_then(|indicator| indicator.measure(measure)).map(|measure| measure.id.as_str());
        let names_of = [word, dataset.area(area).map(|area| area.id.as_str()), measure.filter(|id| !id.is_empty())];
        names.extend(names_of.into_iter().flatten().map(str::to_owned));
    }
    names
}

fn read_order(text: &str, indicator: &Indicator, dataset: &Dataset) -> Option<Order> {
    let (direction, names) = match text.strip_prefix('-') {
        Some(rest) => (Direction::Descending, rest),
        None => (Direction::Ascending, text),
    };
    let mut names = names.split(',').map(decoded);
    let table = names.next()?.parse().ok()?;
    let column = match names.next() {
        None => ColumnId::Heading,
        Some(word) => {
            let (kind, _) = COLUMNS.iter().find(|(_, known)| *known == word)?;
            let (area, measure) = (names.next()?, names.next().unwrap_or_default());
            let area = dataset.areas.iter().position(|known| known.id == area)?;
            let measure = indicator.measures.iter().position(|known| known.id == measure)?;
            ColumnId::Of(*kind, AreaIx(u16::try_from(area).ok()?), MeasureIx(u16::try_from(measure).ok()?))
        }
    };
    Some(Order { table, column, direction })
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
        let pair = decoded(pair);
        let Some((id, word)) = pair.rsplit_once(':') else { continue };
        let found = dataset.comparators().find(|(_, area)| area.id == id);
        let method = METHODS.iter().find(|(_, name)| *name == word);
        if let (Some((ix, _)), Some((method, _))) = (found, method)
            && group::may_be_asked(dataset, ix, *method)
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

/// A percent sign that no two digits follow stays as it is; what is no text then is no id either.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.trim_ascii().as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let digit = |at: usize| char::from(*behind.get(at)?).to_digit(16);
        let byte = digit(0).zip(digit(1)).and_then(|(high, low)| u8::try_from(16 * high + low).ok());
        match byte.filter(|_| *first == b'%') {
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
