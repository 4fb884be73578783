use crate::generated;
use crate::given::{DEMO, EVERYTHING, dataset};
use expect_test::expect_file;
use kpi_core::model::{Dataset, Decimal};
use kpi_formats::table_out::{Bom, metadata, write_csv};
use proptest::prelude::{ProptestConfig, proptest};
use proptest::test_runner::RngSeed;
use std::collections::BTreeSet;

fn csv(dataset: &Dataset, bom: Bom) -> String {
    let mut bytes = Vec::new();
    write_csv(dataset, &mut bytes, bom).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn everything_as_a_table() {
    let dataset = dataset(EVERYTHING);
    expect_file!["./everything.csv"].assert_eq(&csv(&dataset, Bom::Without).replace("\r\n", "\n"));
    expect_file!["./everything.csv-metadata.json"].assert_eq(&metadata(&dataset, "everything.csv"));
}

#[test]
fn a_byte_order_mark_stands_first_where_it_is_wanted() {
    let dataset = dataset(EVERYTHING);
    let (with, without) = (csv(&dataset, Bom::With), csv(&dataset, Bom::Without));
    assert_eq!(with.strip_prefix('\u{FEFF}'), Some(without.as_str()));
    assert!(without.starts_with("area_code,area_name,period,"));
}

#[test]
fn texts_that_look_like_formulas_are_made_harmless_and_numbers_are_not() {
    let text = EVERYTHING
        .replace("\"name\": \"Ayton\"", "\"name\": \"=1+1\"")
        .replace("\"name\": \"Beeton\"", "\"name\": \"\\tB\"")
        .replace("\"name\": \"England\"", "\"name\": \"＝E\"")
        .replace("\"about\"", "\"@over\"");
    let table = csv(&dataset(&text), Bom::Without);
    for expect in ["A,'=1+1,", "B,'\tB,", "E,'＝E,", ",'@over", ",-0.5,"] {
        assert!(table.contains(expect), "{expect}\n{table}");
    }
}

/// Every figure is a row that can be told from all others, and nothing in it is a formula.
fn check(dataset: &Dataset) {
    let text = csv(dataset, Bom::Without);
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
    assert!(csv(&dataset(&text), Bom::Without).contains(",Girls (m),"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, rng_seed: RngSeed::Fixed(0), ..ProptestConfig::default() })]

    #[test]
    fn any_dataset_is_a_table(document in generated::document()) {
        check(&dataset(&document.print()));
    }
}
