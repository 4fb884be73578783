use crate::given::{ONS, STANDARD, TIDY, file, in_words, with};
use crate::workbook::{ods, ods_row, row, xlsx};
use kpi_formats::neighbours;
use kpi_formats::tabular::{Input, Options, Read, read};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_assert_eq, proptest};
use proptest::test_runner::RngSeed;

/// The same cases every time.
fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 256,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2021),
        ..ProptestConfig::default()
    }
}

/// Facts as a set of lines, whatever their order.
fn set(read: &Read) -> Vec<String> {
    let facts = read.facts.as_ref().unwrap();
    let mut lines: Vec<String> = facts.facts.iter().map(|fact| sorted(&in_words(facts, fact))).collect();
    lines.sort();
    lines
}

/// Categories in the order of the alphabet: dimensions stand in the order of the columns.
fn sorted(line: &str) -> String {
    let mut parts: Vec<&str> = line.split(" (").collect();
    if let Some(categories) = parts.get_mut(1..) {
        categories.sort_unstable();
    }
    parts.join(" (")
}

fn shuffled(text: &str, rows: &[usize], columns: &[usize]) -> String {
    let cells: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
    let line = |cells: &Vec<&str>| columns.iter().map(|at| cells[*at]).collect::<Vec<_>>().join(",") + "\n";
    line(&cells[0]) + &rows.iter().map(|at| line(&cells[at + 1])).collect::<String>()
}

fn order(length: usize) -> impl Strategy<Value = Vec<usize>> {
    Just((0..length).collect::<Vec<_>>()).prop_shuffle()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_panics_on_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400), start in 0..4_usize) {
        let start: &[u8] = [&b""[..], b"PK\x03\x04", b"area,period,value\n", &[0xFF, 0xFE]][start];
        let bytes = [start, &bytes].concat();
        let _ = with("a", &bytes, &Options::default());
        let _ = neighbours::read(Input { name: "a", bytes: &bytes, metadata: None });
        let _ = read(Input { name: "a", bytes: TIDY.as_bytes(), metadata: Some(&bytes) }, &Options::default());
    }

    #[test]
    fn nothing_panics_on_any_cells(cells in proptest::collection::vec("[-0-9a-zA-Z£%.,/\\[\\] –Qq\u{e9}\u{2028}\u{1F600}\"\n]{0,14}", 3..30)) {
        let text = cells.chunks(3).map(|row| row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(",") + "\n").collect::<String>();
        let _ = file("a", &format!("area,period,value\n{text}"));
        let _ = file("a", &format!("time_period,time_identifier,geographic_level\n{text}"));
        let _ = file("a", &format!("la_code,SN1,SN1P\n{text}"));
    }

    #[test]
    fn a_damaged_workbook_does_not_panic(at in any::<prop::sample::Index>(), byte in any::<u8>(), is_ods in any::<bool>()) {
        let mut bytes = if is_ods {
            ods(&[("Data", &[ods_row(&["area", "period", "value"]), ods_row(&["E1", "2021-03-31", "1"])].concat())])
        } else {
            xlsx(&[("Data", &[row(1, &["area", "period", "value"]), row(2, &["E1", "2021-03-31", "|<v>1</v>"])].concat())])
        };
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = with("a", &bytes, &Options::default());
    }

    #[test]
    fn a_damaged_sheet_does_not_panic(at in any::<prop::sample::Index>(), text in "[<>/\"=a-z0-9:. -]{0,6}", is_ods in any::<bool>()) {
        let mut rows = if is_ods {
            [ods_row(&["area", "period", "value"]), ods_row(&["E1", "2021-03-31", "office:value-type=\"float\" office:value=\"1\"|"])].concat()
        } else {
            [row(1, &["area", "period", "value"]), row(2, &["E1", "s=\"2\"|<v>44286</v>", "s=\"1\"|<v>1</v>"])].concat()
        };
        rows.insert_str(at.index(rows.len()), &text);
        let bytes = if is_ods { ods(&[("Data", &rows)]) } else { xlsx(&[("Data", &rows)]) };
        let _ = with("a", &bytes, &Options::default());
    }

    #[test]
    fn the_order_of_rows_and_columns_makes_no_difference(rows in order(5), columns in order(14)) {
        prop_assert_eq!(set(&file("a.csv", &shuffled(STANDARD, &rows, &columns))), set(&file("a.csv", STANDARD)));
    }

    #[test]
    fn nor_does_it_in_a_tidy_table(rows in order(3), columns in order(7), ons_rows in order(3), ons_columns in order(12)) {
        prop_assert_eq!(set(&file("a.csv", &shuffled(TIDY, &rows, &columns))), set(&file("a.csv", TIDY)));
        prop_assert_eq!(set(&file("a.csv", &shuffled(ONS, &ons_rows, &ons_columns))), set(&file("a.csv", ONS)));
    }
}
