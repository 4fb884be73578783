//! What the columns of a publication's table mean, as CSV on the Web (W3C, "Metadata Vocabulary for Tabular Data"). The
//! table itself is written by [`kpi_core::export`]. Definitions, sources and notes stand here alone: in every row they made
//! the table half as large again. What a revised figure was before has no column.

use crate::layout;
use kpi_core::export::{BEFORE, Breakdown, FIGURE, breakdowns};
use kpi_core::model::{Dataset, Indicator, Publisher};
use serde::Serialize;
use serde_json::{Value, json};

/// What the table is about and what its columns mean, as the JSON that belongs beside the CSV file; `url` is that file as
/// seen from there: "figures.csv". By its place it is found as "figures.csv-metadata.json".
#[must_use]
pub fn metadata(dataset: &Dataset, url: &str) -> String {
    let mut columns: Vec<Described> = BEFORE.into_iter().map(described).collect();
    columns.extend(breakdowns(dataset).iter().flat_map(|breakdown| broken_down(dataset, breakdown)));
    columns.extend(FIGURE.into_iter().map(described));
    let key = columns.iter().filter(|column| column.is_key).map(|column| column.name.clone()).collect();
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
        schema: Schema { columns, primary_key: key },
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
    schema: Schema,
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
struct Schema {
    columns: Vec<Described>,
    #[serde(rename = "primaryKey")]
    primary_key: Vec<String>,
}

#[derive(Serialize)]
struct Described {
    name: String,
    /// The first is the one that heads the column.
    titles: [String; 2],
    datatype: Value,
    required: bool,
    null: &'static str,
    #[serde(rename = "dc:description", skip_serializing_if = "Option::is_none")]
    description: Option<&'static str>,
    /// Whether it tells, with others, one row from all the rest.
    #[serde(skip)]
    is_key: bool,
}

/// A column that every publication has.
fn described(name: &'static str) -> Described {
    let title = match name {
        "area_code" => "Area code",
        "area_name" => "Area",
        "period" => "Period (ISO 8601)",
        "period_label" => "Period",
        "topic" => "Topic",
        "indicator_id" => "Indicator's id",
        "indicator" => "Indicator",
        "measure_id" => "Measure's id",
        "measure" => "Measure",
        "unit" => "Unit",
        "value" => "Value",
        "symbol" => "Symbol in place of a value",
        "lower" => "Lower confidence limit",
        "upper" => "Upper confidence limit",
        "status" => "Status",
        "remark" => "Remark",
        other => other,
    };
    let datatype = match name {
        "value" | "lower" | "upper" => json!("decimal"),
        "symbol" => json!({ "base": "string", "format": "c|x|z|low|u|\\?" }),
        "status" => json!({ "base": "string", "format": "[prefbud]*" }),
        _ => json!("string"),
    };
    let description = match name {
        "period" => Some(
            "ISO 8601: 2020-10-01/P3M is three months from 1 October 2020, 2020-04-01/P1Y a year, 2021-03-31 a day; 2020 a year \
             whose basis is not stated; undated where the source gives no date.",
        ),
        "symbol" => Some(
            "c confidential, x not available, z not applicable, low not zero but rounds to zero, u too unreliable. Empty \
             beside an empty value: not published, and no reason given.",
        ),
        "status" => Some(
            "p provisional, r revised, e estimated, f forecast, b break in the series, u low reliability, d derived.",
        ),
        "remark" => Some("The publisher's own word before the figure."),
        "measure_id" | "measure" => Some("Empty where the indicator has one measure without a name."),
        _ => None,
    };
    Described {
        name: name.to_owned(),
        titles: [name, title].map(str::to_owned),
        datatype,
        required: matches!(name, "area_code" | "period" | "indicator_id"),
        null: "",
        description,
        is_key: matches!(name, "area_code" | "period" | "indicator_id" | "measure_id"),
    }
}

/// The two columns of a breakdown.
fn broken_down(dataset: &Dataset, breakdown: &Breakdown) -> [Described; 2] {
    let mut dimensions = dataset.indicators.iter().flat_map(|indicator| &indicator.dimensions);
    let title = dimensions.find(|dimension| dimension.id == breakdown.id).map_or("", |dimension| &dimension.name);
    let column = |name: String, heading: String, title: String, is_key: bool| Described {
        name,
        titles: [heading, title],
        datatype: json!("string"),
        required: false,
        null: "",
        description: Some("Empty where the indicator is not broken down in this way."),
        is_key,
    };
    let id_name = format!("{}_id", breakdown.name);
    [
        column(breakdown.name.clone(), breakdown.heading.clone(), title.to_owned(), false),
        column(id_name, breakdown.id_heading(), format!("{title}: id"), true),
    ]
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
