//! Every figure of the two seed documents, transcribed independently of the data file (`tests/seed-figures.json`), is
//! on the page: in a cell of the right indicator, area, period, service area and measure.

use crate::render::{page, path, plain, publication, seed_bytes};
use crate::table::{Table, tables};
use serde_json::Value;

#[test]
fn every_seed_figure_is_on_its_indicators_page() {
    let publication = publication(&seed_bytes());
    let pages: Vec<(String, String)> = publication
        .dataset()
        .indicators
        .iter()
        .map(|indicator| (indicator.name.clone(), page(&publication, &format!("kpi?i={}", indicator.id))))
        .collect();
    let missing: Vec<String> = records().iter().filter(|record| !found(record, &pages)).map(Value::to_string).collect();
    assert!(missing.is_empty(), "{} figures are not on the page:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn every_seed_figure_is_in_the_plain_tables() {
    let html = plain(&publication(&seed_bytes()));
    // Each table with what stands below it, by its caption, which begins with the indicator's name.
    let parts = html.split("<table").skip(1).map(|part| format!("<table{part}"));
    let tables: Vec<(String, String)> = parts.map(|part| (tables(&part).remove(0).caption, part)).collect();
    let missing: Vec<String> =
        records().iter().filter(|record| !found(record, &tables)).map(Value::to_string).collect();
    assert!(missing.is_empty(), "{} figures are not in the plain tables:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn the_transcription_has_both_documents() {
    let records = records();
    let of = |document: &str| records.iter().filter(|record| record["document"] == document).count();
    assert_eq!((of("slides"), of("minutes")), (85, 14));
}

fn records() -> Vec<Value> {
    serde_json::from_slice(&std::fs::read(path("tests/seed-figures.json")).unwrap()).unwrap()
}

fn text<'r>(record: &'r Value, field: &str) -> &'r str {
    record[field].as_str().unwrap_or_default()
}

fn found(record: &Value, pages: &[(String, String)]) -> bool {
    let word = plainly(text(record, "indicator"));
    let mut about = pages.iter().filter(|(name, _)| plainly(name).contains(&word));
    if record["stands"] == false {
        // A figure that another one stands for is named in a note.
        return about.any(|(_, html)| html.contains(text(record, "shown")));
    }
    about.any(|(_, html)| tables(html).iter().any(|table| in_table(record, table)))
}

fn in_table(record: &Value, table: &Table) -> bool {
    let (category, measure) = (text(record, "category"), text(record, "measure"));
    let (area, period) = (text(record, "area"), text(record, "period"));
    let caption = plainly(&table.caption);
    // The first slide's poverty figure has no year; the table on the next slide has one.
    let in_caption =
        period.split(" or ").any(|one| caption.contains(&plainly(one).replace("undated", "no date given")));
    let shown = |row: &str, column: &str| {
        let cell = table
            .cell(|heading| plainly(heading) == plainly(row), |heading| plainly(heading).contains(&plainly(column)));
        // "approximately 27,100" is the publisher's word and the figure.
        cell.is_some_and(|cell| cell == text(record, "shown") || cell.ends_with(&format!(" {}", text(record, "shown"))))
    };
    if !category.is_empty() {
        return in_caption && shown(category, measure);
    }
    shown(period, area) || (in_caption && shown(area, ""))
}

fn plainly(text: &str) -> String {
    text.to_lowercase().replace(['\'', '’'], "")
}
