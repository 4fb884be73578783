//! What the columns of a publication's table mean, as CSV on the Web (W3C, "Metadata Vocabulary for Tabular Data"). The
//! table itself is written by [`kpi_core::export`]. Definitions, sources and notes stand here alone: in every row they made
//! the table half as large again. What a revised figure was before has no column.

use crate::layout;
use kpi_core::export::{Column, Content, Details, columns};
use kpi_core::model::{Dataset, Dimension, Indicator, Publisher};
use serde::Serialize;
use serde_json::{Value, json};
use std::borrow::Cow;

/// What the table is about and what its columns mean, as the JSON that belongs beside the CSV file; `url` is that file as
/// seen from there: "figures.csv". By its place it is found as "figures.csv-metadata.json".
#[must_use]
pub fn metadata(dataset: &Dataset, url: &str) -> String {
    let columns = columns(dataset, Details::Beside);
    let key = columns.iter().filter(|column| is_key(&column.content)).map(|column| column.name.as_str());
    layout::file(&Metadata {
        context: json!(["http://www.w3.org/ns/csvw", { "@language": "en" }]),
        url,
        title: &dataset.title,
        publisher: publisher(&dataset.publisher),
        licence: dataset.licence.as_deref().map(licence),
        notes: &dataset.notes,
        issued: dataset.published.map(|date| date.to_string()),
        modified: dataset.modified.map(|date| date.to_string()),
        indicators: dataset.indicators.iter().map(About::of).collect(),
        dialect: json!({ "encoding": "utf-8", "header": true, "delimiter": ",", "lineTerminators": ["\r\n"] }),
        schema: Schema {
            columns: columns.iter().map(|column| described(dataset, column)).collect(),
            primary_key: key.collect(),
        },
    })
}

#[derive(Serialize)]
struct Metadata<'d> {
    #[serde(rename = "@context")]
    context: Value,
    url: &'d str,
    #[serde(rename = "dc:title")]
    title: &'d str,
    #[serde(rename = "dc:publisher")]
    publisher: Value,
    #[serde(rename = "dc:license", skip_serializing_if = "Option::is_none")]
    licence: Option<Value>,
    #[serde(rename = "dc:description", skip_serializing_if = "<[_]>::is_empty")]
    notes: &'d [String],
    #[serde(rename = "dc:issued", skip_serializing_if = "Option::is_none")]
    issued: Option<String>,
    #[serde(rename = "dc:modified", skip_serializing_if = "Option::is_none")]
    modified: Option<String>,
    /// What would else stand in every row of an indicator.
    #[serde(rename = "notes", skip_serializing_if = "Vec::is_empty")]
    indicators: Vec<About<'d>>,
    dialect: Value,
    #[serde(rename = "tableSchema")]
    schema: Schema<'d>,
}

#[derive(Serialize)]
struct About<'d> {
    indicator_id: &'d str,
    indicator: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    definition: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Origin<'d>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    notes: &'d [String],
}

/// Where an indicator's figures are from.
#[derive(Serialize)]
struct Origin<'d> {
    name: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'d str>,
}

impl<'d> About<'d> {
    fn of(indicator: &'d Indicator) -> Self {
        let source = indicator.source.as_ref();
        Self {
            indicator_id: &indicator.id,
            indicator: &indicator.name,
            definition: indicator.definition.as_deref(),
            source: source.map(|of| Origin { name: &of.name, url: of.url.as_deref(), at: of.at.as_deref() }),
            notes: &indicator.notes,
        }
    }
}

#[derive(Serialize)]
struct Schema<'d> {
    columns: Vec<Described<'d>>,
    #[serde(rename = "primaryKey")]
    primary_key: Vec<&'d str>,
}

#[derive(Serialize)]
struct Described<'d> {
    name: &'d str,
    /// The first is the one that heads the column.
    titles: [Cow<'d, str>; 2],
    datatype: Value,
    required: bool,
    null: &'static str,
    #[serde(rename = "dc:description", skip_serializing_if = "Option::is_none")]
    description: Option<&'static str>,
}

fn described<'d>(dataset: &'d Dataset, column: &'d Column) -> Described<'d> {
    let datatype = match column.content {
        Content::Value | Content::Lower | Content::Upper => json!("decimal"),
        Content::Symbol => json!({ "base": "string", "format": "c|x|z|low|u|\\?" }),
        Content::Status => json!({ "base": "string", "format": "[prefbud]*" }),
        _ => json!("string"),
    };
    let description = match column.content {
        Content::Period => Some(
            "ISO 8601: 2020-10-01/P3M is three months from 1 October 2020, 2020-04-01/P1Y a year, 2021-03-31 a day; 2020 a year \
             whose basis is not stated; undated where the source gives no date.",
        ),
        Content::Symbol => Some(
            "c confidential, x not available, z not applicable, low not zero but rounds to zero, u too unreliable. Empty \
             beside an empty value: not published, and no reason given.",
        ),
        Content::Status => Some(
            "p provisional, r revised, e estimated, f forecast, b break in the series, u low reliability, d derived.",
        ),
        Content::Remark => Some("The publisher's own word before the figure."),
        Content::MeasureId | Content::Measure => Some("Empty where the indicator has one measure without a name."),
        Content::Breakdown(_) | Content::BreakdownId(_) => {
            Some("Empty where the indicator is not broken down in this way.")
        }
        _ => None,
    };
    let required = matches!(column.content, Content::AreaCode | Content::Period | Content::IndicatorId);
    let titles = [column.heading.as_str().into(), title(dataset, &column.content)];
    Described { name: &column.name, titles, datatype, required, null: "", description }
}

/// What a column is called for people.
fn title<'d>(dataset: &'d Dataset, content: &'d Content) -> Cow<'d, str> {
    let breakdown = |id: &str| {
        let mut dimensions = dataset.indicators.iter().flat_map(|indicator| &indicator.dimensions);
        dimensions.find(|dimension: &&Dimension| dimension.id == id).map_or("", |dimension| dimension.name.as_str())
    };
    Cow::Borrowed(match content {
        Content::AreaCode => "Area code",
        Content::AreaName => "Area",
        Content::Period => "Period (ISO 8601)",
        Content::PeriodLabel => "Period",
        Content::Topic => "Topic",
        Content::IndicatorId => "Indicator's id",
        Content::Indicator => "Indicator",
        Content::MeasureId => "Measure's id",
        Content::Measure => "Measure",
        Content::Unit => "Unit",
        Content::Breakdown(id) => breakdown(id),
        Content::BreakdownId(id) => return format!("{}: id", breakdown(id)).into(),
        Content::Value => "Value",
        Content::Symbol => "Symbol in place of a value",
        Content::Lower => "Lower confidence limit",
        Content::Upper => "Upper confidence limit",
        Content::Status => "Status",
        Content::Remark => "Remark",
        // In rows alone that have no description beside them.
        Content::Meaning
        | Content::Target
        | Content::Method
        | Content::Source
        | Content::SourceUrl
        | Content::Licence
        | Content::Publication
        | Content::Publisher
        | Content::Published
        | Content::Modified => "",
    })
}

/// What tells one row from all others.
const fn is_key(content: &Content) -> bool {
    use Content::{AreaCode, BreakdownId, IndicatorId, MeasureId, Period};
    matches!(content, AreaCode | Period | IndicatorId | MeasureId | BreakdownId(_))
}

fn publisher(publisher: &Publisher) -> Value {
    match &publisher.url {
        Some(url) => json!({ "@id": url, "schema:name": publisher.name }),
        None => json!({ "schema:name": publisher.name }),
    }
}

/// A licence is a link where the publisher gives one.
fn licence(licence: &str) -> Value {
    let is_link = licence.starts_with("https://") || licence.starts_with("http://");
    if is_link { json!({ "@id": licence }) } else { json!(licence) }
}
