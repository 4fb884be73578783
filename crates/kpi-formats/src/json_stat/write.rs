//! A dataset as a JSON-stat 2.0 collection.

mod cube;
mod dimension;

use crate::document::{Along, Area, ByPeriod, Document, Earlier, Indicator, Number, Publisher, Series, Topic};
use crate::layout::{self, Named};
use cube::{Cube, Values};
use dimension::Dimension;
use kpi_core::model::Dataset;
use serde::Serialize;
use std::collections::HashSet;

/// The dataset as a collection with one embedded data set for each indicator.
#[must_use]
pub fn write(dataset: &Dataset) -> String {
    let document = Document::from(dataset);
    let about = About {
        publisher: &document.publisher,
        language: document.language.as_deref(),
        licence: document.licence.as_deref(),
        published: document.published.as_deref(),
        modified: document.modified.as_deref(),
        notes: &document.notes,
        areas: &document.areas,
        topics: &document.topics,
    };
    let items = dataset.indicators.iter().zip(&document.indicators);
    layout::file(&Collection {
        version: "2.0",
        class: "collection",
        label: &document.title,
        updated: document.modified.as_deref().or(document.published.as_deref()),
        note: unique(&document.notes),
        extension: Extension { kpi: about },
        link: Link { item: items.map(|(from, said)| table(dataset, from, said)).collect() },
    })
}

#[derive(Serialize)]
struct Collection<'d> {
    version: &'static str,
    class: &'static str,
    label: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<&'d str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    note: Vec<&'d str>,
    extension: Extension<About<'d>>,
    link: Link<'d>,
}

#[derive(Serialize)]
struct Link<'d> {
    item: Vec<Table<'d>>,
}

/// What JSON-stat has no word for.
#[derive(Serialize)]
struct Extension<T> {
    kpi: T,
}

#[derive(Serialize)]
struct About<'d> {
    publisher: &'d Publisher,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modified: Option<&'d str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    notes: &'d [String],
    areas: &'d [Area],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    topics: &'d [Topic],
}

/// A data set. What stands in a collection has no version of its own.
#[derive(Serialize)]
struct Table<'d> {
    class: &'static str,
    label: &'d str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    note: Vec<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'d str>,
    id: Vec<String>,
    size: Vec<usize>,
    role: Role,
    dimension: Named<Dimension>,
    value: Values,
    #[serde(skip_serializing_if = "is_empty")]
    status: Named<String>,
    extension: Extension<Beside<'d>>,
}

#[derive(Serialize)]
struct Role {
    time: [String; 1],
    geo: [String; 1],
    metric: [String; 1],
}

#[derive(Serialize)]
struct Beside<'d> {
    /// The indicator without its figures.
    indicator: Indicator,
    /// Which series there are, and what their figures have besides value and status. A table cannot tell a series of
    /// which nothing is published from one that is not there.
    series: Vec<BesideSeries<'d>>,
}

#[derive(Serialize)]
struct BesideSeries<'d> {
    area: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<&'d str>,
    #[serde(skip_serializing_if = "is_empty")]
    at: Named<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lower: Option<&'d Along<Option<Number>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    upper: Option<&'d Along<Option<Number>>>,
    #[serde(skip_serializing_if = "ByPeriod::is_empty")]
    remarks: &'d ByPeriod<String>,
    #[serde(skip_serializing_if = "ByPeriod::is_empty")]
    previous: &'d ByPeriod<Vec<Earlier>>,
}

fn is_empty<T>(named: &Named<T>) -> bool {
    named.0.is_empty()
}

fn table<'d>(dataset: &Dataset, from: &kpi_core::model::Indicator, said: &'d Indicator) -> Table<'d> {
    let cube = Cube::of(dataset, from);
    let ids = dimension::ids(from);
    let (value, status) = cube.figures();
    let size = cube.sizes();
    let role = Role { time: [ids.time.clone()], geo: [ids.geo.clone()], metric: [ids.metric.clone()] };
    let dimensions = dimension::all(dataset, from, &cube.areas);
    let id: Vec<String> = ids.in_order(from);
    Table {
        class: "dataset",
        label: &said.name,
        note: unique(&said.notes),
        source: said.source.as_ref().map(|source| source.name.as_str()),
        dimension: Named(id.iter().cloned().zip(dimensions).collect()),
        id,
        size,
        role,
        value,
        status,
        extension: Extension {
            kpi: Beside {
                indicator: Indicator { series: Vec::new(), ..said.clone() },
                series: said.series.iter().map(beside).collect(),
            },
        },
    }
}

fn beside(series: &Series) -> BesideSeries<'_> {
    BesideSeries {
        area: &series.area,
        measure: series.measure.as_deref(),
        at: Named(series.at.iter().map(|(dimension, category)| (dimension.clone(), category.as_str())).collect()),
        lower: series.lower.as_ref(),
        upper: series.upper.as_ref(),
        remarks: &series.remarks,
        previous: &series.previous,
    }
}

/// JSON-stat wants each note once.
fn unique(notes: &[String]) -> Vec<&str> {
    let mut met = HashSet::new();
    notes.iter().map(String::as_str).filter(|note| met.insert(*note)).collect()
}
