//! The publication of which a file was written: the document's own words from `extension.kpi`, the figures from the
//! tables. What it says is left to [`kpi_core::ingest`], like that of any other file.

use super::node::{Members, Node, text};
use super::status::Key;
use super::table::Table;
use crate::layout;
use kpi_core::model::{Missing, Period};
use std::collections::HashMap;
use std::fmt::Write;

/// The publication in KPI JSON; `None` where the file was not written here.
pub(super) fn publication(root: &Node<'_>, tables: &[Table<'_>]) -> Option<String> {
    let fields = root.members()?;
    let of_all = extension(&fields)?;
    let indicators: Option<Vec<String>> = tables.iter().map(indicator).collect();
    let title = fields.get("label")?;
    let version = crate::document::Document::VERSION;
    let start = format!("{{\"kpi\":\"{version}\",\"title\":{}}}", title.raw);
    let document = joined(&start, of_all.raw);
    let indicators = format!("{{\"indicators\":[{}]}}", indicators?.join(","));
    Some(layout::text(&joined(&document, &indicators)))
}

fn extension<'t>(fields: &Members<'t>) -> Option<Node<'t>> {
    fields.get("extension")?.members()?.get("kpi").filter(|kpi| kpi.raw.starts_with('{'))
}

fn indicator(table: &Table<'_>) -> Option<String> {
    let kpi = extension(&table.fields)?.members()?;
    let role = table.fields.get("role")?.members()?;
    let only = |name: &str| -> Option<String> { role.get(name)?.texts().into_iter().next() };
    let places = Places {
        area: only("geo")?,
        period: only("time")?,
        measure: only("metric")?,
        positions: table
            .dimensions
            .iter()
            .map(|dimension| dimension.categories.iter().map(|category| category.id.as_str()).zip(0..).collect())
            .collect(),
        table,
    };
    let (series, indicator) = (kpi.get("series")?.elements()?, kpi.get("indicator")?);
    let series: Option<Vec<String>> = series.into_iter().map(|raw| places.series(raw)).collect();
    let series = series?;
    if series.is_empty() {
        return Some(indicator.raw.to_owned());
    }
    Some(joined(indicator.raw, &format!("{{\"series\":[{}]}}", series.join(","))))
}

/// Where the categories of a table are.
struct Places<'t, 'd> {
    area: String,
    period: String,
    measure: String,
    positions: Vec<HashMap<&'d str, u64>>,
    table: &'d Table<'t>,
}

impl Places<'_, '_> {
    /// A series with the figures of the table.
    fn series(&self, raw: &str) -> Option<String> {
        let node = Node { raw, path: String::new() };
        let fields = node.members()?;
        let mut named: HashMap<String, String> = HashMap::new();
        for (dimension, raw) in fields.get("at").and_then(|at| at.members()).iter().flat_map(Members::each) {
            named.insert(dimension.to_owned(), text(raw)?);
        }
        let area = fields.text("area")?;
        let measure = fields.text("measure");
        let (mut at, mut time) = (Vec::new(), None);
        for (position, (dimension, positions)) in self.table.dimensions.iter().zip(&self.positions).enumerate() {
            at.push(match &dimension.id {
                id if *id == self.period => {
                    time = Some(position);
                    0
                }
                id if *id == self.area => *positions.get(area.as_str())?,
                id if *id == self.measure => match &measure {
                    Some(measure) => *positions.get(measure.as_str())?,
                    None => 0,
                },
                id => *positions.get(named.get(id)?.as_str())?,
            });
        }
        let time = time?;
        let (mut values, mut statuses) = (Vec::new(), Vec::new());
        // Of letters only those that are written here are met.
        let mut key = Key::default();
        for (position, category) in (0..).zip(&self.table.dimensions.get(time)?.categories) {
            Period::parse(&category.id)?;
            *at.get_mut(time)? = position;
            let cell = self.table.cell(&at);
            let value = self.table.value(cell);
            let status = self.table.statuses.at(cell);
            let meaning = status.map(|text| key.meaning(text, value != "null"));
            let value = match meaning.and_then(|meaning| meaning.missing) {
                Some(reason) if reason != Missing::NotPublished => format!("\"{}\"", reason.symbol()),
                _ => value.to_owned(),
            };
            if value != "null" {
                values.push(format!("\"{}\":{value}", category.id));
            }
            let mut letters = String::new();
            for mark in meaning.iter().flat_map(|meaning| meaning.marks.iter()) {
                letters.write_str(mark.letter()).ok()?;
            }
            if !letters.is_empty() {
                statuses.push(format!("\"{}\":\"{letters}\"", category.id));
            }
        }
        let values = format!("{{\"values\":{{{}}},\"status\":{{{}}}}}", values.join(","), statuses.join(","));
        Some(joined(raw, &values))
    }
}

/// An object with the members of two.
fn joined(one: &str, other: &str) -> String {
    let inner = |object: &str| {
        let object = object.trim();
        let inner = object.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or_default();
        inner.trim().to_owned()
    };
    let (one, other) = (inner(one), inner(other));
    let comma = if one.is_empty() || other.is_empty() { "" } else { "," };
    format!("{{{one}{comma}{other}}}")
}
