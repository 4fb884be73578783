//! What the cases begin with.

use kpi_core::ingest;
use kpi_core::model::Dataset;
use kpi_formats::document::Document;
use std::fmt::Write;

/// The figures of the seed.
pub const DEMO: &str = include_str!("../../../../www/data/isle-of-wight-2020-21.kpi.json");

/// Everything that the format has.
pub const EVERYTHING: &str = include_str!("everything.kpi.json");

/// A file without a fault.
pub fn dataset(text: &str) -> Dataset {
    let read = ingest::read(text.as_bytes());
    let told: Vec<String> = read.diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(told.join("\n"), "", "{text}");
    read.dataset.unwrap()
}

pub fn printed(dataset: &Dataset) -> String {
    Document::from(dataset).print()
}

/// All that a dataset says, by way of the model alone.
pub fn said(dataset: &Dataset) -> String {
    let Dataset { title, publisher, language, licence, published, modified, notes, areas, topics, .. } = dataset;
    let Dataset { indicators, filter_periods, derived: _, .. } = dataset;
    let mut said = format!("{title:?} {publisher:?} {language:?} {licence:?} {published:?} {modified:?} {notes:?}\n");
    writeln!(said, "{areas:?} {topics:?} {filter_periods:?}").unwrap();
    for indicator in indicators {
        let kpi_core::model::Indicator { id, name, topic, polarity, definition, source, notes, .. } = indicator;
        writeln!(said, "{id:?} {name:?} {topic:?} {polarity:?} {definition:?} {source:?} {notes:?}").unwrap();
        let kpi_core::model::Indicator { periods, measures, dimensions, tolerance, cube, data, .. } = indicator;
        writeln!(said, "{periods:?} {measures:?} {dimensions:?} {tolerance:?} {data:?}").unwrap();
        for key in cube.keys() {
            let figures: Vec<_> = cube.row(*key).unwrap().figures().collect();
            writeln!(said, "{key:?} {figures:?}").unwrap();
        }
    }
    said
}
