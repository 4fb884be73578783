use crate::generated;
use crate::given::{DEMO, EVERYTHING, dataset, printed};
use expect_test::expect_file;
use jsonstat_validator::{ValidateOptions, validate_from_str};
use kpi_formats::json_stat::{read, write};
use proptest::prelude::{ProptestConfig, proptest};
use proptest::test_runner::RngSeed;
use serde_json::Value;

fn is_valid(text: &str) {
    let mut findings = validate_from_str(text, &ValidateOptions::default()).findings;
    // Its schema wants a day or a time, one of the two, and without looking at formats it takes a day for both.
    findings.retain(|found| !(found.path.ends_with("/updated") && found.message.contains("more than one")));
    assert!(findings.is_empty(), "{findings:#?}\n{text}");
}

/// A dataset comes back from JSON-stat as it was, and what is written is JSON-stat by an opinion that is not ours.
fn round(text: &str) -> String {
    let first = dataset(text);
    let written = write(&first);
    is_valid(&written);
    // The rules for tables are checked on each data set by itself.
    let collection: Value = serde_json::from_str(&written).unwrap();
    for item in collection["link"]["item"].as_array().unwrap() {
        let mut item = item.clone();
        item["version"] = "2.0".into();
        is_valid(&item.to_string());
    }
    let reading = read(written.as_bytes());
    let messages: Vec<String> = reading.messages.iter().map(ToString::to_string).collect();
    assert_eq!(messages.join("\n"), "");
    let publication = reading.publication.unwrap();
    assert_eq!(printed(&dataset(&publication)), printed(&first), "{written}");
    written
}

#[test]
fn everything_comes_back() {
    expect_file!["../everything.json-stat.json"].assert_eq(&round(EVERYTHING));
}

#[test]
fn the_demo_comes_back() {
    round(DEMO);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, rng_seed: RngSeed::Fixed(0), ..ProptestConfig::default() })]

    #[test]
    fn any_dataset_comes_back(document in generated::document()) {
        round(&document.print());
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200)) {
        let _ = read(&bytes);
    }

    #[test]
    fn a_damaged_file_is_read_without_panic(at in 0_usize..20_000, with in "[\\[\\]{}\",:0-9a-z]{0,3}", until in 0_usize..30) {
        let mut text = write(&dataset(EVERYTHING)).into_bytes();
        let start = at % text.len();
        let end = (start + until).min(text.len());
        text.splice(start..end, with.bytes());
        let _ = read(&text);
    }
}
