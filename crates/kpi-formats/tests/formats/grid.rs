use crate::given::{STANDARD, TIDY, facts, file, told, with};
use crate::workbook::{ods, ods_row, row, with_size, xlsx};
use expect_test::expect;
use kpi_formats::problem::Severity;
use kpi_formats::tabular::{Options, Read};

const PLAIN: &str = "area,period,value\nE1,2021-03-31,5\nE2,2021-03-31,6\n";
const FACTS: &str = "E1 2021-03-31 a: 5\nE2 2021-03-31 a: 6\n";

fn bytes(name: &str, bytes: &[u8]) -> Read {
    with(name, bytes, &Options::default())
}

#[test]
fn marks_and_ends_of_lines_make_no_difference() {
    for text in [
        PLAIN.to_owned(),
        format!("\u{feff}{PLAIN}"),
        PLAIN.replace('\n', "\r\n"),
        PLAIN.replace('\n', "\r"),
        PLAIN.replace(',', ";"),
        PLAIN.replace(',', "\t"),
        PLAIN.replace(',', "|"),
        PLAIN.replace("E1", "\"E1\"").replace("area", "\"area\""),
        PLAIN.trim_end().to_owned(),
        PLAIN.replace('\n', "\n\n"),
        PLAIN.replace('\n', ",,\n"),
        format!("Title,,\n\n{PLAIN}"),
        format!("{PLAIN}\nSource: a council,,\n"),
    ] {
        let read = file("a.csv", &text);
        assert_eq!((facts(&read).as_str(), told(&read).as_str()), (FACTS, ""), "{text:?}");
    }
}

#[test]
fn quoted_and_bare_empty_cells_are_not_published() {
    let read = file("a.csv", "area,period,value\nE1,2021-03-31,\nE2,2021-03-31,\"\"\n");
    assert_eq!(facts(&read), "E1 2021-03-31 a: –\nE2 2021-03-31 a: –\n");
}

#[test]
fn rows_are_counted_as_a_spreadsheet_does() {
    let read =
        file("a.csv", "\"A title\nof two lines\",,\n\narea,period,value\n\"E\n1\",2021-03-31,5\n\nE2,2021-03-31,6");
    let rows: Vec<u32> = read.facts.unwrap().facts.iter().map(|fact| fact.row).collect();
    assert_eq!(rows, [4, 6]);
}

#[test]
fn titles_above_and_remarks_below_are_kept() {
    let read = file("a.csv", &format!("Plans in the county,,\nAll ages,,\n{PLAIN}Source: a council,,\n"));
    let facts = read.facts.unwrap();
    assert_eq!(facts.title.as_deref(), Some("Plans in the county"));
    assert_eq!(facts.notes, ["All ages", "Source: a council"]);
}

#[test]
fn text_of_windows_is_read_and_told() {
    let text = PLAIN.replace("E2", "Ynys M\u{f4}n").replace(",5", ",\u{a3}5");
    let latin: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let read = bytes("a.csv", &latin);
    assert_eq!(facts(&read), "E1 2021-03-31 a: 5\nYnys Môn 2021-03-31 a: 6\n");
    expect![[r#"
        a.csv, row 2: The text is not UTF-8; it is read as Windows-1252, Excel's "CSV (Comma delimited)". Check names with accents and pound signs, or save as "CSV UTF-8 (Comma delimited)".
    "#]]
    .assert_eq(&told(&read));
    assert_eq!(read.problems[0].severity(), Severity::Warning);
}

#[test]
fn text_of_two_bytes_a_letter_is_read() {
    for (mark, write) in [([0xFF, 0xFE], u16::to_le_bytes as fn(u16) -> [u8; 2]), ([0xFE, 0xFF], u16::to_be_bytes)] {
        let wide = mark.into_iter().chain(PLAIN.encode_utf16().flat_map(write)).collect::<Vec<u8>>();
        let read = bytes("a.csv", &wide);
        assert_eq!((facts(&read).as_str(), told(&read).as_str()), (FACTS, ""));
    }
}

#[test]
fn a_row_that_does_not_fit_never_shifts_figures() {
    let text = "area,name,period,value\nE1,Ayton, Great,2021-03-31,5\nE2,B,2021-03-31\nE3,C,2021-03-31,7\nE4,D,2021-03";
    let read = file("a.csv", text);
    expect![[r#"
        E2 2021-03-31 a: – (name B)
        E3 2021-03-31 a: 7 (name C)
    "#]]
    .assert_eq(&facts(&read));
    expect![[r#"
        a.csv, row 2: This row has 5 cells and the header 4; the row is left out. Look for a comma in a text that has no quotation marks around it.
        a.csv, row 3: This row has 3 cells and the header 4; those at its end are taken as empty. Check that nothing is missing at the end of the row.
        a.csv, row 5: The file ends in the middle of this row; the row is left out. Copy or download the file again.
    "#]]
    .assert_eq(&told(&read));
}

#[test]
fn the_form_is_found_in_a_workbook() {
    let number = |number: &str| format!("|<v>{number}</v>");
    let rows = [
        row(1, &["Plans in the county"]),
        row(3, &["area", "period", "value", "note"]),
        row(4, &["E1", "s=\"2\"|<v>44286</v>", &number("16.900000000000002"), ""]),
        row(5, &["E2", "s=\"2\"|<v>44286</v>", "s=\"1\"|<v>0.455</v>", ""]),
        row(6, &["E3", "s=\"2\"|<v>44286</v>", "s=\"3\"|<v>45.5</v>", ""]),
        row(7, &["E4", "2021-03-31", "t=\"e\"|<v>#REF!</v>", ""]),
        row(8, &["E5", "2021-03-31", "c", ""]),
        row(9, &["E6", "2021-03-31", &number("1234567"), ""]),
        row(10, &["Source: a council"]),
    ];
    let read = bytes("plans.xlsx", &xlsx(&[("Data", &rows.concat())]));
    expect![[r#"
        E1 2021-03-31 plans: 16.9
        E2 2021-03-31 plans: 45.5
        E3 2021-03-31 plans: 45.5
        E4 2021-03-31 plans: ?
        E5 2021-03-31 plans: c
        E6 2021-03-31 plans: 1234567
    "#]]
    .assert_eq(&facts(&read).replace("Plans in the county", "plans"));
    expect![[r##"
        plans.xlsx, sheet "Data", column C "value": Some cells of this column have a per cent sign and others have none. Check that 45 per cent is nowhere written as 0.45.
        plans.xlsx, sheet "Data", row 7, column C "value": "#REF!" is neither a number nor a known symbol. Write a number without words, or one of the symbols c, x, z, low, k, u; leave the cell empty where nothing is published.
    "##]]
    .assert_eq(&told(&read));
    assert_eq!(read.facts.unwrap().title.as_deref(), Some("Plans in the county"));
}

#[test]
fn the_form_is_found_in_an_open_document() {
    let rows = [
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>".to_owned(),
        ods_row(&["area", "period", "value"]),
        ods_row(&["E1", "office:value-type=\"date\" office:date-value=\"2021-03-31T00:00:00\"|", "office:value-type=\"float\" office:value=\"16.900000000000002\"|<text:p>17</text:p>"]),
        ods_row(&["E2 &amp; E3", "2021-03-31", "office:value-type=\"percentage\" office:value=\"0.455\"|<text:p>46%</text:p>"]),
        ods_row(&["E4", "2021-03-31", "office:value-type=\"string\"|<office:annotation><text:p>Ask Ann</text:p></office:annotation><text:p>c</text:p>"]),
        "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>".to_owned(),
    ];
    let read = bytes("a.ods", &ods(&[("Data", &rows.concat()), ("Other", "")]));
    expect![[r#"
        E1 2021-03-31 a: 16.9
        E2 & E3 2021-03-31 a: 45.5
        E4 2021-03-31 a: c
    "#]]
    .assert_eq(&facts(&read));
    expect![[r#"
        a.ods: The workbook has several sheets; "Data" is read, not "Other". If that is not the one, say which sheet to read.
        a.ods, sheet "Data", column C "value": Some cells of this column have a per cent sign and others have none. Check that 45 per cent is nowhere written as 0.45.
    "#]]
    .assert_eq(&told(&read));
    assert_eq!(read.facts.unwrap().facts[0].row, 4);
}

#[test]
fn a_sheet_is_asked_for_by_its_name() {
    let rows = |value| [ods_row(&["area", "period", "value"]), ods_row(&["E1", "2021-03-31", value])].concat();
    let books = [
        ods(&[("One", &rows("1")), ("Two", &rows("2"))]),
        xlsx(&[
            ("One", &[row(1, &["area", "period", "value"]), row(2, &["E1", "2021-03-31", "1"])].concat()),
            ("Two", &[row(1, &["area", "period", "value"]), row(2, &["E1", "2021-03-31", "2"])].concat()),
        ]),
    ];
    for book in books {
        let sheet = |name: &str| with("a", &book, &Options { sheet: Some(name.to_owned()), ..Options::default() });
        assert_eq!(facts(&sheet(" two ")), "E1 2021-03-31 a: 2\n");
        assert_eq!(told(&sheet("two")), "");
        expect![[r#"
            a: The workbook has no sheet "Three"; it has "One", "Two". Give the name of one of them.
        "#]]
        .assert_eq(&told(&sheet("Three")));
    }
}

#[test]
fn what_is_no_table_is_named() {
    for (bytes, expected) in [
        (&b"%PDF-1.7"[..], "This is not a table; it seems to be a PDF document."),
        (b"<html><body>", "This is not a table; it seems to be a web page or XML."),
        (b"{\"kpi\": \"1.0\"}", "This is not a table; it seems to be JSON."),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1",
            "This is not a table; it seems to be an old Excel workbook (.xls), or one with a password.",
        ),
        (b"\0\0\0\0", "This is not a table; it seems to be not text at all."),
        (b"", "There is nothing in the file."),
        (b"\xEF\xBB\xBF\r\n\r\n", "There is nothing in the file."),
    ] {
        let read = with("a", bytes, &Options::default());
        assert!(read.facts.is_none());
        assert_eq!(read.problems[0].what(), expected);
    }
    let broken = with("a.xlsx", b"PK\x03\x04 and no more", &Options::default());
    assert!(broken.problems[0].what().starts_with("The workbook cannot be opened ("), "{:?}", broken.problems);
}

#[test]
fn a_damaged_workbook_keeps_what_stands_before_the_damage() {
    let rows = [
        row(1, &["area", "period", "value"]),
        row(2, &["E1", "2021-03-31", "1"]),
        "<row r=\"3\"><c r=\"A3\"".to_owned(),
    ];
    let read = bytes("a.xlsx", &xlsx(&[("Data", &rows.concat())]));
    assert_eq!(facts(&read), "E1 2021-03-31 a: 1\n", "{}", told(&read));
    assert!(told(&read).contains("The workbook cannot be opened"), "{}", told(&read));
    let rows = [
        ods_row(&["area", "period", "value"]),
        ods_row(&["E1", "2021-03-31", "1"]),
        "<table:table-row </x>".to_owned(),
    ];
    let read = bytes("a.ods", &ods(&[("Data", &rows.concat())]));
    assert_eq!(facts(&read), "E1 2021-03-31 a: 1\n", "{}", told(&read));
}

#[test]
fn nothing_is_read_past_the_limits() {
    let first = |read: Read| read.problems.iter().map(|problem| problem.kind.what()).next().unwrap();
    assert_eq!(
        first(bytes("a.csv", &vec![b'a'; (64 << 20) + 1])),
        "The file has more than 64 MB, the most that is read."
    );
    let wide = STANDARD.replacen("plans_count", &vec!["n"; 1_000].join(","), 1);
    assert_eq!(first(file("a.csv", &wide)), "There are more than 1000 columns; reading stops here.");
    let unclosed = PLAIN.replace("E2", &format!("\"E2{}", "x".repeat(40_000)));
    assert!(
        told(&file("a.csv", &unclosed)).contains("row 3, column A \"area\": This cell has more than 32767 characters"),
        "{}",
        told(&file("a.csv", &unclosed))
    );
    // Two short rows that say they are a million.
    let repeated = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell></table:table-row>";
    let read =
        bytes("a.ods", &ods(&[("Data", &[ods_row(&["area", "period", "value"]), repeated.to_owned()].concat())]));
    assert!(told(&read).contains("There are more than 2000000 cells; reading stops here."), "{}", told(&read));
    // A cell at the far end of each of many rows.
    let far: String = (2..300).map(|at| format!("<row r=\"{at}\"><c r=\"XFD{at}\"><v>1</v></c></row>")).collect();
    let read = bytes("a.xlsx", &xlsx(&[("Data", &[row(1, &["area", "period", "value"]), far].concat())]));
    assert!(told(&read).contains("There are more than 2000000 cells; reading stops here."), "{}", told(&read));
}

#[test]
fn a_small_file_that_unpacks_to_a_large_one_is_refused() {
    let data = [row(1, &["area", "period", "value"]), row(2, &["E1", "2021-03-31", "1"])].concat();
    let (xlsx, ods) = (xlsx(&[("Data", &data)]), ods(&[("Data", &ods_row(&["area", "period", "value"]))]));
    for (book, part) in [(xlsx, "xl/worksheets/sheet1.xml"), (ods, "content.xml")] {
        let read = bytes("a", &with_size(book.clone(), part, 300 << 20));
        assert_eq!(read.problems[0].what(), "The file has more than 256 MB, the most that is read.");
        // A part that is larger than it says is not unpacked further.
        let read = bytes("a", &with_size(book, part, 10));
        assert!(read.problems[0].what().contains("File is larger than its declared"), "{}", told(&read));
    }
}

#[test]
fn a_table_of_one_form_is_found_in_a_file_of_any_sort() {
    let cells: Vec<Vec<&str>> = TIDY.lines().map(|line| line.split(',').collect()).collect();
    let sheet: String = (1..).zip(&cells).map(|(at, cells)| row(at, cells)).collect();
    let table: String = cells.iter().map(|cells| ods_row(cells)).collect();
    let text = facts(&file("a.csv", TIDY));
    assert_eq!(facts(&bytes("a.xlsx", &xlsx(&[("Data", &sheet)]))), text);
    assert_eq!(facts(&bytes("a.ods", &ods(&[("Data", &table)]))), text);
}
