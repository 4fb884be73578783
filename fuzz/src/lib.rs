//! What is fuzzed: each target takes any bytes and panics where something that always holds does not.
//!
//! Nothing here knows the fuzzer, so that kpi-core's tests run the same functions over `seeds` and over thousands of
//! mutations of them (`crates/kpi-core/tests/spec/fuzzed.rs`).

use kpi_core::ingest::{self, Diagnostic, limits};
use kpi_core::model::{Dataset, MeasureIx};
use kpi_core::query::{Cut, Query, View, fragment};
use kpi_core::view::{IndicatorModel, OverviewModel};

/// What takes any bytes.
pub type Target = fn(&[u8]);

/// Every target by the name of its folder in `seeds` and of its file in `fuzz_targets`. A format
/// of publishers has its line in `formats.rs`.
pub const TARGETS: [(&str, Target); 3] = [("kpi_json", kpi_json), ("data_file", data_file), ("fragment", fragment)];

/// A publication: one indicator with figures of its own, one whose figures are elsewhere.
const PUBLICATION: &str = r#"{ "kpi": "1.0", "title": "T", "publisher": { "name": "P" },
  "areas": [ { "id": "A", "name": "Ayton", "role": "focus" }, { "id": "B", "name": "Beeton" },
             { "id": "G", "name": "Both", "method": "mean", "members": ["A", "B"] } ],
  "indicators": [
    { "id": "one", "name": "One", "unit": { "kind": "percent" }, "periods": ["2020-04-01/P3M", "2020-01-01/P3M", "2020-07-01/P3M"],
      "dimensions": [ { "id": "sex", "name": "Sex", "categories": [ { "id": "f", "name": "F" }, { "id": "all", "name": "All", "total": true } ] } ],
      "data": "one.json" },
    { "id": "two", "name": "Two", "measures": [ { "id": "m", "name": "M", "unit": { "kind": "count" } }, { "id": "n", "name": "N", "unit": { "kind": "days" } } ],
      "periods": ["2020-04-01/P3M", "2020-01-01/P3M"], "series": [ { "area": "A", "measure": "n", "values": [1, 2] } ] } ] }"#;

/// A publication of any bytes.
pub fn kpi_json(bytes: &[u8]) {
    let ingest = ingest::read(bytes);
    told(&ingest.diagnostics, bytes);
    match &ingest.dataset {
        Some(dataset) => sound(dataset),
        None => assert!(ingest.has_errors(), "nothing is shown and nothing is said"),
    }
}

/// A file of figures of any bytes.
pub fn data_file(bytes: &[u8]) {
    let Some(dataset) = ingest::read(PUBLICATION.as_bytes()).dataset else { panic!("the publication is sound") };
    let Some(indicator) = dataset.indicators.first() else { panic!("the publication has an indicator") };
    let diagnostics = ingest::read_data_file(bytes, &dataset, indicator);
    told(&diagnostics, bytes);
    if indicator.lacks().is_some() {
        assert!(!diagnostics.is_empty(), "nothing is shown and nothing is said");
    }
    sound(&dataset);
}

/// The fragment of an address: what is understood of it is written and understood again.
pub fn fragment(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Some(dataset) = ingest::read(PUBLICATION.as_bytes()).dataset else { panic!("the publication is sound") };
    let default = Query::initial(&dataset);
    for text in [text.to_string(), format!("#kpi?{text}")] {
        let Some(query) = fragment::read(&text, &default, &dataset) else { continue };
        let written = fragment::write(&query, &default, &dataset);
        assert_eq!(fragment::read(&written, &default, &dataset), Some(query), "{text:?} {written:?}");
    }
}

/// Every message is one line of bounded length at a place in the file.
fn told(diagnostics: &[Diagnostic], bytes: &[u8]) {
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
    for found in diagnostics {
        let text = found.to_string();
        assert!(text.ends_with('.') && text.lines().count() == 1 && text.len() < 10_000, "{text:?}");
        assert!(!text.contains(|letter: char| letter.is_control()), "{text:?}");
        assert!((1..=lines).contains(&found.line) && found.column >= 1, "{text:?}");
    }
}

/// What holds for everything that is read.
fn sound(dataset: &Dataset) {
    let figures = |dataset: &Dataset| dataset.indicators.iter().map(|indicator| indicator.cube.len()).sum::<usize>();
    assert!(figures(dataset) <= limits::FIGURES);
    for indicator in &dataset.indicators {
        assert!(!indicator.measures.is_empty());
        assert!(indicator.periods.is_sorted_by(|earlier, later| earlier.period < later.period));
        assert!(indicator.cube.keys().is_sorted_by(|one, next| one < next));
        for key in indicator.cube.keys() {
            assert!(dataset.area(key.area).is_some() && indicator.measures.get(usize::from(key.measure.0)).is_some());
            let Some(row) = indicator.cube.row(*key) else { panic!("{key:?} has no figures") };
            assert_eq!(row.figures().count(), indicator.periods.len());
            assert!(row.figures().all(|figure| figure.limits.is_none_or(|limits| limits.lower <= limits.upper)));
        }
    }
    let query = Query::initial(dataset);
    let _ = OverviewModel::new(dataset, &query);
    for (ix, indicator) in dataset.indexed_indicators().take(5) {
        for measure in (0..2).map(MeasureIx).take(indicator.measures.len()) {
            let query =
                Query { view: View::Indicator { indicator: ix, measure, cut: Cut::default() }, ..query.clone() };
            assert!(IndicatorModel::new(dataset, &query, ix, measure).is_some());
        }
    }
}
