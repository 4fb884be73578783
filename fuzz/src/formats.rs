//! What is fuzzed of the formats that publishers have: each target takes any bytes and panics where something that always
//! holds does not.
//!
//! As in `lib.rs` nothing here knows the fuzzer: kpi-formats' tests run the same functions over `seeds` and over mutations
//! of them (`crates/kpi-formats/tests/formats/fuzzed.rs`).

use kpi_core::ingest;
use kpi_core::model::{Missing, Value};
use kpi_formats::document::{Choices, Document};
use kpi_formats::facts::{Fact, Facts};
use kpi_formats::problem::Problem;
use kpi_formats::tabular::{self, Input, Options};
use kpi_formats::{json_stat, neighbours};
use std::collections::BTreeSet;

/// What takes any bytes.
pub type Target = fn(&[u8]);

/// Every target of this file by the name of its folder in `seeds` and of its file in `fuzz_targets`.
pub const TARGETS: [(&str, Target); 3] = [("json_stat", json_stat), ("table", table), ("described", described)];

/// A small tidy table, for descriptions of any bytes.
const TABLE: &str = "area_code,area_name,period,indicator,sex,value\nA1,Ayton,2021-03-31,Visits,Girls,1\nA1,Ayton,2021-03-31,Visits,Boys,c\n";

/// JSON-stat of any bytes.
pub fn json_stat(bytes: &[u8]) {
    let reading = json_stat::read(bytes);
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
    for message in &reading.messages {
        said(&format!("{} {}", message.what(), message.mend()));
        assert!(message.line <= lines, "{message:?}");
    }
    if reading.publication.is_none() && reading.facts.facts.is_empty() {
        assert!(!reading.messages.is_empty(), "nothing is read and nothing is said");
    }
    sound(&reading.facts);
}

/// A table of any bytes: CSV, the DfE's open data standard, a workbook, a list of neighbours.
pub fn table(bytes: &[u8]) {
    let input = Input { name: "a.csv", bytes, metadata: None };
    let read = tabular::read(input, &Options::default());
    told(&read.problems);
    match &read.facts {
        Some(facts) => {
            assert!(!facts.facts.is_empty());
            sound(facts);
        }
        None => assert!(!read.problems.is_empty(), "nothing is read and nothing is said"),
    }
    let lists = neighbours::read(input);
    told(&lists.problems);
    for list in lists.lists.iter().flat_map(|lists| &lists.lists) {
        let codes: BTreeSet<&str> = list.neighbours.iter().map(|one| one.code.as_str()).collect();
        assert!(codes.len() == list.neighbours.len() && !codes.contains(list.code.as_str()), "{list:?}");
    }
}

/// A description (CSVW, `.meta.csv`) of any bytes, beside a sound table.
pub fn described(bytes: &[u8]) {
    let read =
        tabular::read(Input { name: "a.csv", bytes: TABLE.as_bytes(), metadata: Some(bytes) }, &Options::default());
    told(&read.problems);
    match &read.facts {
        Some(facts) => sound(facts),
        None => assert!(!read.problems.is_empty(), "nothing is read and nothing is said"),
    }
}

fn told(problems: &[Problem]) {
    for problem in problems {
        said(&problem.to_string());
    }
}

/// One line of bounded length.
fn said(text: &str) {
    assert!(text.ends_with(['.', '?']) && text.lines().count() == 1 && text.len() < 10_000, "{text:?}");
    assert!(!text.contains(|letter: char| letter.is_control()), "{text:?}");
}

/// Every position leads somewhere, and the publication that is made of it is read without a word.
fn sound(facts: &Facts) {
    for fact in &facts.facts {
        let measures = facts.indicators.get(fact.indicator as usize).map_or(0, |indicator| indicator.measures.len());
        assert!(usize::from(fact.measure) < measures, "{fact:?}");
        assert!(facts.areas.get(fact.area as usize).is_some(), "{fact:?}");
        let cell = facts.cells.get(fact.cell as usize);
        assert!(cell.is_some_and(|cell| cell.len() == facts.dimensions.len()), "{fact:?}");
        for (at, dimension) in cell.into_iter().flatten().zip(&facts.dimensions) {
            assert!(dimension.categories.get(usize::from(*at)).is_some(), "{fact:?}");
        }
    }
    // A cell that cannot be read is told, and no publication is made of it.
    let is_readable = |fact: &Fact| fact.value != Value::Missing(Missing::Unreadable);
    let Some(focus) = facts.areas.first().filter(|_| facts.facts.iter().all(is_readable)) else { return };
    let choices = Choices { focus: focus.code.clone(), publisher: "P".to_owned(), ..Choices::default() };
    let document = Document::from_facts(facts, &choices);
    if document.indicators.is_empty() {
        return;
    }
    let ingest = ingest::read(document.print().as_bytes());
    for found in &ingest.diagnostics {
        assert!(!matches!(found.severity(), ingest::Severity::Error), "{found}\n{}", document.print());
    }
}
