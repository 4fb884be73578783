//! The document of the format, held against the program: its examples, its tables, and what it says the check says.

use crate::given::{dataset, read, told, with};
use crate::schema::{SCHEMA, refused};
use jsonschema::Validator;
use kpi_core::ingest::{Diagnostic, Severity, limits, read_data_file};
use kpi_core::model::{Mark, Missing, Period};
use kpi_core::words::{Lang, period, symbol};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

const DOCUMENT: &str = include_str!("../../../../docs/kpi-json.md");

/// The blocks between three backquotes and the name of a language.
fn blocks(language: &str) -> Vec<&'static str> {
    let begins = format!("\n```{language}\n");
    DOCUMENT.split(&begins).skip(1).map(|rest| rest.split_once("```").unwrap().0).collect()
}

/// Each example as a whole publication: an indicator by itself stands in the publication before it.
fn publications() -> Vec<String> {
    let mut found: Vec<Value> = Vec::new();
    let mut whole = Value::Null;
    for block in blocks("json") {
        let value: Value = serde_json::from_str(block).unwrap_or_else(|error| panic!("{error} in\n{block}"));
        if value.get("periods").is_some() {
            let mut file = whole.clone();
            file["indicators"] = json!([value]);
            found.push(file);
        } else if value.get("indicators").is_some() {
            whole = value.clone();
            found.push(value);
        }
    }
    found.iter().map(Value::to_string).collect()
}

#[test]
fn every_example_is_read_without_a_word_and_valid() {
    let files = publications();
    assert!(files.len() > 10, "{}", files.len());
    for file in &files {
        assert_eq!(told(&read(file).diagnostics), "", "{file}");
        assert_eq!(refused(&serde_json::from_str(file).unwrap()), "", "{file}");
    }
    // What stands in the document itself, before anything is put around it.
    for block in blocks("json").into_iter().filter(|block| block.contains("\"indicators\"")) {
        dataset(block);
    }
    let apart: Vec<&str> = blocks("json").into_iter().filter(|block| block.contains("\"indicator\":")).collect();
    let [apart] = apart.as_slice() else { panic!("one file of figures is expected") };
    let publication = files.iter().rfind(|file| file.contains("\"data\"")).unwrap();
    let publication = dataset(publication);
    let diagnostics = read_data_file(apart.as_bytes(), &publication, &publication.indicators[0]);
    assert_eq!(told(&diagnostics), "");
    assert_eq!(files.len() + 1, blocks("json").len(), "an example that nobody reads");
}

/// The rows of the tables under a heading, without those of headings, by cell.
fn rows(heading: &str) -> Vec<Vec<&'static str>> {
    let begins = format!("\n{heading}\n");
    let (_, section) = DOCUMENT.split_once(&begins).unwrap_or_else(|| panic!("there is no {heading:?}"));
    let section = section.split("\n#").next().unwrap();
    let tables = section.split("|\n|---").skip(1).flat_map(|table| table.split("\n\n").next().unwrap().lines().skip(1));
    tables.map(|row| row.trim_matches('|').split(" | ").map(str::trim).collect()).collect()
}

/// What stands between backquotes, if that is all.
fn code(cell: &'static str) -> Option<&'static str> {
    cell.strip_prefix('`')?.strip_suffix('`').filter(|code| !code.contains('`'))
}

#[test]
fn the_check_says_what_the_document_says() {
    let base = blocks("json")[0];
    let rows = rows("## Mistakes, and what the check says");
    assert!(rows.len() > 20);
    let mut wrong = String::new();
    for row in &rows {
        let [written, instead, said] = row.as_slice() else { panic!("{row:?}") };
        let (written, instead) = (code(written).unwrap(), code(instead).unwrap());
        let diagnostics = read(with(base, instead, written)).diagnostics;
        let found = |found: &Diagnostic| format!("{} {}", found.what(), found.mend());
        if !diagnostics.iter().any(|diagnostic| found(diagnostic) == **said) {
            wrong += &format!("{written}\n  {said}\n{}", told(&diagnostics));
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn the_check_answers_as_the_document_shows() {
    let base = blocks("json")[0];
    let answers = blocks("text");
    assert_eq!(answers.len(), 2);
    let line = |found: &Diagnostic| format!("error: ayton.kpi.json, {found}\n");
    let diagnostics = read(with(base, "[79]", "[\"79%\"]")).diagnostics;
    assert_eq!(answers[1], diagnostics.iter().map(line).collect::<String>());
    assert!(diagnostics.iter().all(|found| found.severity() == Severity::Error));
}

#[test]
fn the_table_of_periods_is_what_the_page_does() {
    let rows = rows("## Periods");
    assert!(rows.len() > 8);
    for row in rows {
        let [written, _, called, before] = row.as_slice() else { panic!("{row:?}") };
        let found = Period::parse(code(written).unwrap()).unwrap();
        assert_eq!(period::label(Lang::En, found), *called);
        assert_eq!(found.previous(), code(before).map(|before| Period::parse(before).unwrap()), "{row:?}");
    }
}

#[test]
fn the_tables_of_symbols_are_whole() {
    let rows = rows("## Symbols");
    let (values, marks) = rows.split_at(rows.len() - Mark::ALL.len());
    let mut met = BTreeSet::new();
    for row in values {
        let value: Value = serde_json::from_str(code(row[0]).unwrap()).unwrap();
        let missing = value.as_str().map_or(Some(Missing::NotPublished), Missing::from_symbol).unwrap();
        assert_eq!(symbol::reason(Lang::En, missing), row[1]);
        met.insert(missing);
    }
    // What the page makes of a file is in no file.
    met.extend([Missing::Unreadable, Missing::Elsewhere, Missing::TooFew]);
    assert_eq!(met.into_iter().collect::<Vec<_>>(), Missing::ALL);
    for (row, mark) in marks.iter().zip(Mark::ALL) {
        assert_eq!(code(row[0]).unwrap(), format!("{:?}", mark.letter()));
        assert_eq!(symbol::mark(Lang::En, mark), row[1]);
    }
}

/// Each field of the schema has a row, each row a field, and each example is one.
#[test]
fn the_tables_of_fields_are_those_of_the_schema() {
    check("### The publication", "");
    check("### A publisher", "/$defs/publisher");
    check("### An area", "/$defs/area");
    check("### A topic", "/$defs/topic");
    check("### An indicator", "/$defs/indicator");
    check("### A period with its own words", "/$defs/namedPeriod/oneOf/1");
    check("### A unit", "/$defs/unit");
    check("### A source", "/$defs/source");
    check("### A measure", "/$defs/measure");
    check("### A dimension", "/$defs/dimension");
    check("### A category", "/$defs/category");
    check("### A series", "/$defs/series");
    check("### A previous value", "/$defs/earlier");
    check("### A file with the figures of one indicator", "/$defs/indicatorData");
    let is_object = |def: &&Value| def.get("properties").is_some() || def.pointer("/oneOf/1/properties").is_some();
    let objects = SCHEMA["$defs"].as_object().unwrap().values().filter(is_object).count();
    assert_eq!(DOCUMENT.matches("\n| Field |").count(), objects + 1, "an object without a table");
}

fn check(heading: &str, at: &str) {
    let object = SCHEMA.pointer(at).unwrap();
    let fields: &Map<String, Value> = object["properties"].as_object().unwrap();
    let required: Vec<&str> =
        object["required"].as_array().into_iter().flatten().map(|name| name.as_str().unwrap()).collect();
    let rows = rows(heading);
    let names: BTreeSet<&str> = rows.iter().map(|row| code(row[0]).unwrap()).collect();
    assert_eq!(names, fields.keys().map(String::as_str).collect::<BTreeSet<_>>(), "{heading}");
    assert_eq!(names.len(), rows.len(), "{heading}");
    for row in rows {
        let [name, _, needed, meaning, example] = row.as_slice() else { panic!("{row:?}") };
        let name = code(name).unwrap();
        assert_eq!(required.contains(&name), *needed == "yes", "{heading} {name}");
        assert!(meaning.ends_with('.'), "{heading} {name}");
        if let Some(example) = code(example) {
            let value: Value = serde_json::from_str(example).unwrap();
            assert!(field(at, name).is_valid(&value), "{heading} {name} {example}");
        }
    }
}

/// What the schema says of one field.
fn field(at: &str, name: &str) -> Validator {
    let reference = format!("urn:kpi-explorer:kpi-json:1#{at}/properties/{name}");
    jsonschema::validator_for(&json!({ "$ref": reference, "$defs": { "whole": *SCHEMA } })).unwrap()
}

/// The limits in the document and in the schema are those of the reader.
#[test]
fn the_limits_are_the_readers() {
    let rows = rows("## How large a file may be");
    let check = |what: &str, limit: usize| {
        let row = rows.iter().find(|row| row[0] == what).unwrap_or_else(|| panic!("there is no row {what:?}"));
        assert_eq!(row[1].replace(',', ""), limit.to_string(), "{what}");
    };
    check("Figures in a file, those left out of a series included", limits::FIGURES);
    check("Elements of any one list", limits::ELEMENTS);
    check("Areas, topics or indicators", limits::POSITIONS);
    check("Periods of an indicator", limits::PERIODS);
    check("Measures of an indicator", limits::MEASURES);
    check("Dimensions of an indicator", limits::DIMENSIONS);
    check("Categories of a dimension", limits::CATEGORIES);
    check("Categories above a category", limits::LEVELS);
    check("Members of a group", limits::MEMBERS);
    check("Previous values of a figure", limits::EARLIER);
    let file = rows.iter().find(|row| row[0] == "A file").unwrap();
    assert_eq!(file[1], format!("{} MB", limits::BYTES >> 20));

    let schema = |at: &str, limit: usize| assert_eq!(SCHEMA.pointer(at), Some(&json!(limit)), "{at}");
    schema("/properties/areas/maxItems", limits::POSITIONS);
    schema("/properties/topics/maxItems", limits::POSITIONS);
    schema("/properties/indicators/maxItems", limits::POSITIONS);
    schema("/$defs/area/properties/members/maxItems", limits::MEMBERS);
    schema("/$defs/indicator/properties/periods/maxItems", limits::PERIODS);
    schema("/$defs/indicator/properties/measures/maxItems", limits::MEASURES);
    schema("/$defs/indicator/properties/dimensions/maxItems", limits::DIMENSIONS);
    schema("/$defs/dimension/properties/categories/maxItems", limits::CATEGORIES);
    schema("/$defs/series/properties/previous/additionalProperties/maxItems", limits::EARLIER);
}

/// Each entry of the contents leads to a heading.
#[test]
fn the_contents_lead_somewhere() {
    let anchor = |heading: &str| {
        let letters = heading.to_lowercase().replace(' ', "-");
        letters.chars().filter(|letter| letter.is_alphanumeric() || *letter == '-').collect::<String>()
    };
    let headings: Vec<String> = DOCUMENT.lines().filter_map(|line| line.strip_prefix("## ")).map(anchor).collect();
    let links: Vec<&str> = DOCUMENT.split("](#").skip(1).map(|rest| rest.split_once(')').unwrap().0).collect();
    assert!(links.len() > headings.len());
    for link in links {
        assert!(headings.iter().any(|heading| heading == link), "{link}");
    }
}
