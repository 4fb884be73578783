use crate::generated;
use crate::given::{DEMO, EVERYTHING, dataset, printed, said};
use expect_test::expect_file;
use proptest::prelude::{ProptestConfig, proptest};
use proptest::test_runner::RngSeed;
use std::collections::BTreeSet;

/// What is printed is read as the same dataset without a word, and printing that gives the same text.
fn round(text: &str) -> String {
    let first = dataset(text);
    let written = printed(&first);
    let second = dataset(&written);
    assert_eq!(said(&first), said(&second));
    assert_eq!(printed(&second), written);
    written
}

#[test]
fn nothing_of_everything_is_lost() {
    expect_file!["./everything.printed.kpi.json"].assert_eq(&round(EVERYTHING));
}

#[test]
fn the_demo_is_printed_as_it_is_written() {
    let lines =
        |text: &str| -> BTreeSet<String> { text.lines().map(|line| line.trim_end_matches(',').to_owned()).collect() };
    assert_eq!(lines(&round(DEMO)), lines(DEMO));
}

#[test]
fn the_order_of_the_file_stays_but_for_periods_and_series() {
    let written = round(EVERYTHING);
    let place = |text: &str| written.find(text).unwrap_or_else(|| panic!("{text}"));
    assert!(place("\"Beeton\"") < place("\"Ayton\", \"role\": \"focus\""));
    assert!(place("\"id\": \"money\"") < place("\"id\": \"ages\""));
    assert!(place("\"2020-04-01/P3M\"") < place("\"2021-01-01/P3M\""));
}

#[test]
fn a_series_of_few_figures_is_written_by_period() {
    let periods: Vec<String> = (2000..2012).map(|year| format!("\"{year}\"")).collect();
    let text = format!(
        r#"{{ "kpi": "1.0", "title": "T", "publisher": {{ "name": "P" }},
            "areas": [ {{ "id": "A", "name": "A", "role": "focus" }} ],
            "indicators": [ {{ "id": "i", "name": "I", "unit": {{ "kind": "count" }}, "periods": [{}],
            "series": [ {{ "area": "A", "values": {{ "2003": 5.0, "2011": "c" }} }} ] }} ] }}"#,
        periods.join(",")
    );
    let written = round(&text);
    assert!(written.contains(r#"{ "area": "A", "values": { "2003": 5.0, "2011": "c" } }"#), "{written}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, rng_seed: RngSeed::Fixed(0), ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_any_dataset_is_lost(document in generated::document()) {
        round(&document.print());
    }
}
