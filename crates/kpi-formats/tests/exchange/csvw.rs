use crate::generated;
use crate::given::{DEMO, EVERYTHING, dataset};
use expect_test::expect_file;
use kpi_core::export::{Details, everything};
use kpi_core::model::{Dataset, Decimal};
use kpi_core::words::Lang;
use kpi_formats::csvw::metadata;
use proptest::prelude::{ProptestConfig, proptest};
use proptest::test_runner::RngSeed;
use std::collections::BTreeSet;

fn csv(dataset: &Dataset) -> String {
    let mut text = String::new();
    everything(dataset, Lang::En, Details::Beside, &mut text).unwrap();
    text
}

#[test]
fn everything_as_a_table() {
    let dataset = dataset(EVERYTHING);
    expect_file!["./everything.csv"].assert_eq(&csv(&dataset).replace("\r\n", "\n"));
    expect_file!["./everything.csv-metadata.json"].assert_eq(&metadata(&dataset, "everything.csv"));
}

/// Every figure is a row that can be told from all others, and nothing in it is a formula.
fn check(dataset: &Dataset) {
    let text = csv(dataset);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let described: serde_json::Value = serde_json::from_str(&metadata(dataset, "x.csv")).unwrap();
    let schema = &described["tableSchema"];
    let in_schema: Vec<&str> =
        schema["columns"].as_array().unwrap().iter().map(|column| column["name"].as_str().unwrap()).collect();
    let headings = schema["columns"].as_array().unwrap().iter().map(|column| column["titles"][0].as_str().unwrap());
    assert_eq!(names, headings.collect::<Vec<_>>());
    assert_eq!(in_schema.iter().collect::<BTreeSet<_>>().len(), names.len());
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    let key: Vec<usize> = schema["primaryKey"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| in_schema.iter().position(|known| name == known).unwrap())
        .collect();
    let mut met = BTreeSet::new();
    let mut rows = 0;
    for row in reader.records() {
        let row = row.unwrap();
        rows += 1;
        assert!(met.insert(key.iter().map(|at| row[*at].to_owned()).collect::<Vec<_>>()), "{row:?}");
        for (name, cell) in names.iter().zip(&row) {
            if ["value", "lower", "upper"].contains(&name.as_str()) {
                assert!(cell.is_empty() || Decimal::parse(cell).is_some(), "{name} {cell}");
            } else {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{name} {cell}");
            }
        }
    }
    assert_eq!(rows, dataset.indicators.iter().map(|indicator| indicator.cube.len()).sum::<usize>());
}

#[test]
fn the_demo_is_a_table() {
    check(&dataset(DEMO));
}

#[test]
fn categories_and_measures_of_one_name_can_be_told_apart() {
    let text = EVERYTHING.replace("\"Boys\"", "\"Girls\"").replace("\"name\": \"Outturn\"", "\"name\": \"Budget\"");
    check(&dataset(&text));
    assert!(csv(&dataset(&text)).contains(",Girls (m),"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, rng_seed: RngSeed::Fixed(0), ..ProptestConfig::default() })]

    #[test]
    fn any_dataset_is_a_table(document in generated::document()) {
        check(&dataset(&document.print()));
    }
}
