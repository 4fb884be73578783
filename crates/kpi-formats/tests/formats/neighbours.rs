use crate::given::STANDARD;
use expect_test::expect;
use kpi_formats::neighbours::{Closeness, ReadNeighbours, read};
use kpi_formats::tabular::Input;

fn file(text: &str) -> ReadNeighbours {
    read(Input { name: "sn.csv", bytes: text.as_bytes(), metadata: None })
}

fn told(read: &ReadNeighbours) -> String {
    read.problems.iter().map(|problem| format!("{problem}\n")).collect()
}

/// The layout of 2021: a column for each neighbour, and behind each one of the same heading.
fn of_2021(rows: &[&str]) -> String {
    let ranks: String = (1..=10).map(|rank| format!("SN{rank},SNP,")).collect();
    format!("LA num,LA Name,LA number,GOInd,GOReg,{ranks}\n{}\n", rows.join("\n"))
}

/// The layout of 2025.
fn of_2025(rows: &[String]) -> String {
    let ranks: String = (1..=10).map(|rank| format!(",SN_{rank},SN_{rank}P")).collect();
    format!("old_la_code,la_name,region_ind,region_name{ranks}\n{}\n", rows.join("\n"))
}

fn row_2025(code: &str, neighbours: &str) -> String {
    format!("{code},Ayton,3,South,{neighbours}")
}

const TEN: &str = "801,Extremely close,802,Very close,803,Close ,804,Close ,805,Somewhat close,806,Not close,807,Not close,808,Not close,809,Not close,810,Not close";

#[test]
fn both_layouts_are_read() {
    let row = format!("921,Isle of Wight,921,7,South East,{},", TEN.replace("Very close", "Very Close"));
    for text in [of_2021(&[&row, ",Old SNs:,,,,,,,,,,,,,,,,,,,,,,,,", ""]), of_2025(&[row_2025("921", TEN)])] {
        let read = file(&text);
        assert_eq!(told(&read), "");
        let lists = read.lists.unwrap();
        let list = lists.of("921").unwrap();
        let found: Vec<String> = list
            .neighbours
            .iter()
            .map(|one| {
                format!("{} {}", one.code, one.closeness.map(|closeness| closeness.to_string()).unwrap_or_default())
            })
            .collect();
        expect!["801 Extremely close, 802 Very close, 803 Close, 804 Close, 805 Somewhat close, 806 Not close, 807 Not close, 808 Not close, 809 Not close, 810 Not close"]
            .assert_eq(&found.join(", "));
        assert!(Closeness::ExtremelyClose < Closeness::NotClose);
        assert_eq!(list.row, 2);
    }
}

#[test]
fn a_row_without_a_code_is_no_authority() {
    let row = format!("921,Isle of Wight,921,7,South East,{TEN},");
    let check = |other: &str, expect: &str| {
        for rows in [[other, &row], [&row, other]] {
            let read = file(&of_2021(&rows));
            let number = if rows[0] == other { 2 } else { 3 };
            assert_eq!(told(&read), expect.replace("ROW", &number.to_string()), "{other}");
            assert_eq!(read.lists.unwrap().lists.len(), 1);
        }
    };
    check(",Old SNs:", "");
    check(&format!(",Old SNs:{}", ",".repeat(24)), "");
    check(&format!(",Old SNs:,,,see the note{}", ",".repeat(21)), "");
    let lost = "sn.csv, row ROW, column C \"LA number\": \"\" is not an authority's code. Expected are three digits, such as 921 for Isle of Wight.\n";
    check(&format!(",Ayton,,7,South East,{TEN},"), lost);
}

#[test]
fn an_authority_without_a_list_is_told() {
    let lists = file(&of_2025(&[row_2025("921", TEN)])).lists.unwrap();
    expect![[r#"sn.csv: There is no list of neighbours for "E06000046". Expected is the three-digit code that the lists use, such as 921 for Isle of Wight."#]]
        .assert_eq(&lists.of("E06000046").unwrap_err().to_string());
}

#[test]
fn what_is_wrong_with_a_list_is_told() {
    let read = file(&of_2025(&[
        row_2025("921", &TEN.replace("801", "921")),
        row_2025("922", &TEN.replace("801", "802")),
        row_2025("922", TEN),
        row_2025("E06", TEN),
        row_2025("923", &TEN.replace("801", "x").replace("Very close", "Nearly")),
    ]));
    expect![[r#"
        sn.csv, row 2: This authority has 9 neighbours, not ten. Check the list against the DfE's.
        sn.csv, row 2, column E "SN_1": 921 is its own neighbour; it is left out. Check the row against the DfE's list.
        sn.csv, row 3: This authority has 9 neighbours, not ten. Check the list against the DfE's.
        sn.csv, row 3, column G "SN_2": 802 is a neighbour for the second time; it is counted once. Check the row against the DfE's list.
        sn.csv, row 4, column A "old_la_code": 922 has a second list; the first one is used. Check the row against the DfE's list.
        sn.csv, row 5, column A "old_la_code": "E06" is not an authority's code. Expected are three digits, such as 921 for Isle of Wight.
        sn.csv, row 6: This authority has 9 neighbours, not ten. Check the list against the DfE's.
        sn.csv, row 6, column E "SN_1": "x" is not an authority's code. Expected are three digits, such as 921 for Isle of Wight.
        sn.csv, row 6, column H "SN_2P": "Nearly" is no known word for closeness. Expected is Extremely close, Very close, Close, Somewhat close or Not close.
    "#]]
    .assert_eq(&told(&read));
    let lists = read.lists.unwrap();
    let counts: Vec<(&str, usize)> =
        lists.lists.iter().map(|list| (list.code.as_str(), list.neighbours.len())).collect();
    assert_eq!(counts, [("921", 9), ("922", 9), ("923", 9)]);
}

#[test]
fn another_file_is_no_list() {
    let read = file(STANDARD);
    assert!(read.lists.is_none());
    assert!(told(&read).starts_with("sn.csv: The columns are of no form that is known here. Found: \"time_period\", "));
}
