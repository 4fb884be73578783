//! The dark corners of the format, each with what is told and what is kept: `check(file, expect)`.

use crate::given::{THREE, dataset, figures, look_at, read, told, with};
use expect_test::{Expect, expect};
use kpi_core::ingest::read_data_file;
use kpi_core::model::AreaRole;

/// What is told of a file, and the figures of its first indicator.
fn check(file: impl AsRef<[u8]>, expect: Expect) {
    let ingest = read(&file);
    let mut text = told(&ingest.diagnostics);
    for found in &ingest.diagnostics {
        assert_eq!(found.to_string().lines().count(), 1, "{found}");
        assert!(found.to_string().chars().count() < 600, "{found}");
    }
    match &ingest.dataset {
        None => text.push_str("nothing\n"),
        Some(dataset) => {
            look_at(dataset);
            text.push_str(&figures(dataset).first().map(|(id, series)| format!("{id} {series}")).unwrap_or_default());
        }
    }
    expect.assert_eq(&text);
}

/// [`THREE`] with one of the first indicator's values replaced.
fn value(value: &str) -> String {
    with(THREE, "[1, 2]", &format!("[1, {value}]"))
}

/// [`THREE`] with something beside the first indicator's values.
fn beside(more: &str) -> String {
    with(THREE, r#""values": [1, 2]"#, &format!(r#""values": [1, 2], {more}"#))
}

fn one(more: &str) -> String {
    with(THREE, r#""id": "one", "#, &format!(r#""id": "one", {more}, "#))
}

fn categories(categories: &str) -> String {
    let file = with(
        THREE,
        r#""unit": { "kind": "percent" }"#,
        &format!(
            r#""unit": {{ "kind": "percent" }}, "dimensions": [ {{ "id": "d", "name": "D", "categories": [{categories}] }} ]"#
        ),
    );
    with(&file, r#""area": "A""#, r#""area": "A", "at": { "d": "a" }"#)
}

fn utf16(text: &str, bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

/// A letter as another encoding writes it: that of the publisher's name.
fn lettered(bytes: &[u8]) -> Vec<u8> {
    let at = THREE.find("Ayton Council").unwrap();
    [&THREE.as_bytes()[..at], bytes, &THREE.as_bytes()[at..]].concat()
}

#[test]
fn encodings() {
    check(
        format!("\u{FEFF}{THREE}"),
        expect![[r#"
        one 2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        format!("\u{FEFF}\u{FEFF}{THREE}"),
        expect![[r#"
        error 1:1 - The file is not JSON.
        nothing
    "#]],
    );
    check(
        utf16(THREE, u16::to_le_bytes),
        expect![[r#"
        error 1:1 - The file is not UTF-8 text; it seems to be UTF-16.
        nothing
    "#]],
    );
    check(
        utf16(THREE, u16::to_be_bytes),
        expect![[r#"
        error 1:1 - The file is not UTF-8 text; it seems to be UTF-16.
        nothing
    "#]],
    );
    check(
        utf16(&format!("\u{FEFF}{THREE}"), u16::to_le_bytes),
        expect![[r#"
        error 1:1 - The file is not UTF-8 text; it seems to be UTF-16.
        nothing
    "#]],
    );
    check(
        utf16(&format!("\u{FEFF}{THREE}"), u16::to_be_bytes),
        expect![[r#"
        error 1:1 - The file is not UTF-8 text; it seems to be UTF-16.
        nothing
    "#]],
    );
    check(
        utf16(&format!("\n{THREE}"), u16::to_le_bytes),
        expect![[r#"
        error 1:1 - The file is not UTF-8 text; it seems to be UTF-16.
        nothing
    "#]],
    );
    // One byte that is no UTF-8: the file is refused as a whole, and the place is said.
    check(
        lettered(b"\xE9"),
        expect![[r#"
        error 1:59 - The file is not UTF-8 text; it seems to be Windows-1252.
        nothing
    "#]],
    );
    check(
        lettered(b"\x93"),
        expect![[r#"
        error 1:59 - The file is not UTF-8 text; it seems to be Windows-1252.
        nothing
    "#]],
    );
    check(
        lettered(b"\x81"),
        expect![[r#"
        error 1:59 - The file is not UTF-8 text; it seems to be another encoding.
        nothing
    "#]],
    );
    check(
        lettered("é\u{2013}".as_bytes()),
        expect![[r#"
        one 2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        lettered(b"\xC3\xA9 \xE9"),
        expect![[r#"
        error 1:61 - The file is not UTF-8 text; it seems to be of another encoding in places.
        nothing
    "#]],
    );
    check(
        lettered(b"\xC3("),
        expect![[r#"
        error 1:59 - The file is not UTF-8 text; it seems to be Windows-1252.
        nothing
    "#]],
    );
    // Surrogates and overlong forms are no UTF-8.
    check(
        lettered(b"\xED\xA0\x80"),
        expect![[r#"
        error 1:59 - The file is not UTF-8 text; it seems to be Windows-1252.
        nothing
    "#]],
    );
    check(
        lettered(b"\xC0\x80"),
        expect![[r#"
        error 1:59 - The file is not UTF-8 text; it seems to be Windows-1252.
        nothing
    "#]],
    );
    check(
        lettered(b"\xF5\x80\x80\x80"),
        expect![[r#"
        error 1:59 - The file is not UTF-8 text; it seems to be Windows-1252.
        nothing
    "#]],
    );
}

#[test]
fn numbers() {
    check(
        value("1e999"),
        expect![[r#"
        error 8:150 indicators[0].series[0].values[1] 1e999 is neither a number nor a known symbol.
        one 2020 2021
          A 0: 1 ?
    "#]],
    );
    check(
        value("-1e999"),
        expect![[r#"
        error 8:150 indicators[0].series[0].values[1] -1e999 is neither a number nor a known symbol.
        one 2020 2021
          A 0: 1 ?
    "#]],
    );
    check(
        value("1e-999"),
        expect![[r#"
        warning 8:150 indicators[0].series[0].values[1] 1e-999 has more than 15 digits or 12 decimals and is rounded.
        one 2020 2021
          A 0: 1 0
    "#]],
    );
    check(
        value("-0.0"),
        expect![[r#"
        one 2020 2021
          A 0: 1 0.0
    "#]],
    );
    check(
        value("1e14"),
        expect![[r#"
        one 2020 2021
          A 0: 1 100000000000000
    "#]],
    );
    check(
        value("999999999999999"),
        expect![[r#"
        one 2020 2021
          A 0: 1 999999999999999
    "#]],
    );
    check(
        value("-999999999999999"),
        expect![[r#"
        one 2020 2021
          A 0: 1 -999999999999999
    "#]],
    );
    check(
        value("2147483648"),
        expect![[r#"
        one 2020 2021
          A 0: 1 2147483648
    "#]],
    );
    check(
        value("-2147483649"),
        expect![[r#"
        one 2020 2021
          A 0: 1 -2147483649
    "#]],
    );
    check(
        value("1000000000000000"),
        expect![[r#"
        error 8:150 indicators[0].series[0].values[1] 1000000000000000 is neither a number nor a known symbol.
        one 2020 2021
          A 0: 1 ?
    "#]],
    );
    check(
        value("99999999999999999999999999"),
        expect![[r#"
        error 8:150 indicators[0].series[0].values[1] 99999999999999999999999999 is neither a number nor a known symbol.
        one 2020 2021
          A 0: 1 ?
    "#]],
    );
    check(
        value("0.0000000000004"),
        expect![[r#"
        warning 8:150 indicators[0].series[0].values[1] 0.0000000000004 has more than 15 digits or 12 decimals and is rounded.
        one 2020 2021
          A 0: 1 0
    "#]],
    );
    for no_number in ["NaN", "Infinity", "-Infinity", "0x10", "01", "+1", ".5", "1.", "1e", "1.e5", "--1", "1_000", "٣"]
    {
        let ingest = read(value(no_number));
        let told = told(&ingest.diagnostics);
        assert!(told.starts_with("error 8:"), "{no_number}\n{told}");
        assert!(told.contains("This is not JSON: "), "{no_number}\n{told}");
        assert_eq!(figures(&ingest.dataset.unwrap())[0].0, "two", "{no_number}");
    }
    check(
        value("NaN"),
        expect![[r#"
        error 8:5 indicators[0] The indicator "One" is not shown.
        error 8:150 indicators[0] This is not JSON: a value should stand here.
        two 2020 2021
          A 0: 3 4
    "#]],
    );
}

#[test]
fn repeated_and_reserved_names() {
    check(
        with(THREE, r#""values": [1, 2]"#, r#""values": [1, 2], "values": [8, 9]"#),
        expect![[r#"
        error 8:146 indicators[0].series[0].values "values" stands here twice; the last one is used.
        one 2020 2021
          A 0: 8 9
    "#]],
    );
    check(
        with(THREE, r#""kpi": "1.0""#, r#""kpi": "2.0", "kpi": "1.0""#),
        expect![[r#"
        error 1:10 kpi "kpi" stands here twice; the last one is used.
        one 2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        with(THREE, r#""kpi": "1.0""#, r#""kpi": "1.0", "kpi": "2.0""#),
        expect![[r#"
        error 1:24 kpi The file says it is KPI JSON version 2.0; this program reads 1.x.
        nothing
    "#]],
    );
    check(
        with(THREE, r#""indicators": ["#, r#""indicators": [], "indicators": ["#),
        expect![[r#"
        error 7:17 indicators "indicators" stands here twice; the last one is used.
        one 2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        with(THREE, "\n  ]\n}", "\n  ], \"indicators\": []\n}"),
        expect![[r#"
        error 1:1 - There is no figure in this file that can be shown.
        error 7:17 indicators "indicators" stands here twice; the last one is used.
        nothing
    "#]],
    );
    check(
        one(r#""id": "1""#),
        expect![[r#"
        error 8:13 indicators[0].id "id" stands here twice; the last one is used.
        1 2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        one(r#""__proto__": {}, "constructor": null"#),
        expect![[r#"
        warning 8:33 indicators[0].__proto__ "__proto__" is not known here and is not used.
        warning 8:52 indicators[0].constructor "constructor" is not known here and is not used.
        one 2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        one(r#""i\u0064": "other""#),
        expect![[r#"
        error 8:13 indicators[0].id "id" stands here twice; the last one is used.
        other 2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        one(r#""\u0022": 1"#),
        expect![[r#"
        warning 8:30 indicators[0]." """ is not known here and is not used.
        one 2020 2021
          A 0: 1 2
    "#]],
    );
}

#[test]
fn half_surrogate_pairs() {
    check(
        with(THREE, r#""id": "one""#, r#""id": "\ud800""#),
        expect![[r#"
        � 2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        with(THREE, r#""id": "one""#, r#""id": "\udc00\ud800""#),
        expect![[r#"
        �� 2020 2021
          A 0: 1 2
    "#]],
    );
    // Both become the same letter, which is none.
    check(
        with(&with(THREE, r#""id": "one""#, r#""id": "\ud800""#), r#""id": "two""#, r#""id": "\ud801""#),
        expect![[r#"
            error 9:5 indicators[1] A second indicator has the id "�"; the first one is used.
            error 9:5 indicators[1] The indicator "Two" is not shown.
            � 2020 2021
              A 0: 1 2
        "#]],
    );
}

#[test]
fn lengths_and_references() {
    check(
        with(THREE, "[1, 2]", "[1]"),
        expect![[r#"
        error 8:5 indicators[0] The indicator "One" is not shown.
        error 8:119 indicators[0].series There is no series here that can be shown.
        error 8:121 indicators[0].series[0] This series is not shown.
        error 8:146 indicators[0].series[0].values There is one value for 2 periods.
        two 2020 2021
          A 0: 3 4
    "#]],
    );
    check(
        with(THREE, "[1, 2]", "[]"),
        expect![[r#"
        error 8:5 indicators[0] The indicator "One" is not shown.
        error 8:119 indicators[0].series There is no series here that can be shown.
        error 8:121 indicators[0].series[0] This series is not shown.
        error 8:146 indicators[0].series[0].values There are 0 values for 2 periods.
        two 2020 2021
          A 0: 3 4
    "#]],
    );
    check(
        with(THREE, "[1, 2]", "[1, 2, 3]"),
        expect![[r#"
        error 8:5 indicators[0] The indicator "One" is not shown.
        error 8:119 indicators[0].series There is no series here that can be shown.
        error 8:121 indicators[0].series[0] This series is not shown.
        error 8:146 indicators[0].series[0].values There are 3 values for 2 periods.
        two 2020 2021
          A 0: 3 4
    "#]],
    );
    check(
        with(THREE, "[1, 2]", "{}"),
        expect![[r#"
        one 2020 2021
          A 0: – –
    "#]],
    );
    check(
        with(THREE, "[1, 2]", r#"{ "2022": 1 }"#),
        expect![[r#"
        error 8:156 indicators[0].series[0].values.2022 No period of this indicator has the id "2022".
        one 2020 2021
          A 0: – –
    "#]],
    );
    check(
        with(THREE, "[1, 2]", r#"{ "2020": 1, "2020-01-01/P1Y": 2 }"#),
        expect![[r#"
        error 8:177 indicators[0].series[0].values.2020-01-01/P1Y No period of this indicator has the id "2020-01-01/P1Y".
        one 2020 2021
          A 0: 1 –
    "#]],
    );
    check(
        with(THREE, r#""area": "A""#, r#""area": "a""#),
        expect![[r#"
        error 8:5 indicators[0] The indicator "One" is not shown.
        error 8:119 indicators[0].series There is no series here that can be shown.
        error 8:121 indicators[0].series[0] This series is not shown.
        error 8:131 indicators[0].series[0].area No area of this file has the id "a".
        two 2020 2021
          A 0: 3 4
    "#]],
    );
    check(
        with(THREE, r#""area": "A""#, r#""area": null"#),
        expect![[r#"
        error 8:5 indicators[0] The indicator "One" is not shown.
        error 8:119 indicators[0].series There is no series here that can be shown.
        error 8:121 indicators[0].series[0] There is no "area".
        error 8:121 indicators[0].series[0] This series is not shown.
        two 2020 2021
          A 0: 3 4
    "#]],
    );
    check(
        with(THREE, r#""area": "A""#, r#""area": ["A"]"#),
        expect![[r#"
        error 8:5 indicators[0] The indicator "One" is not shown.
        error 8:119 indicators[0].series There is no series here that can be shown.
        error 8:121 indicators[0].series[0] This series is not shown.
        error 8:131 indicators[0].series[0].area There is a list here, not a text in quotation marks.
        two 2020 2021
          A 0: 3 4
    "#]],
    );
    check(
        with(THREE, r#"["2020", "2021"]"#, r#"["2020", "2020"]"#),
        expect![[r#"
        error 8:5 indicators[0] The indicator "One" is not shown.
        error 8:91 indicators[0].periods A second period has the id "2020".
        two 2020 2021
          A 0: 3 4
    "#]],
    );
    check(
        with(THREE, r#"["2020", "2021"]"#, r#"[]"#),
        expect![[r#"
            error 8:5 indicators[0] The indicator "One" is not shown.
            error 8:91 indicators[0].periods There is an empty list here, not a list with at least one period.
            two 2020 2021
              A 0: 3 4
        "#]],
    );
    check(
        with(THREE, r#"["2020", "2021"]"#, r#"["0000", "2021"]"#),
        expect![[r#"
        error 8:5 indicators[0] The indicator "One" is not shown.
        error 8:92 indicators[0].periods[0] "0000" is not a period.
        two 2020 2021
          A 0: 3 4
    "#]],
    );
    check(
        with(THREE, r#"["2020", "2021"]"#, r#"["2020-02-30", "2021"]"#),
        expect![[r#"
        error 8:5 indicators[0] The indicator "One" is not shown.
        error 8:92 indicators[0].periods[0] "2020-02-30" is not a period.
        two 2020 2021
          A 0: 3 4
    "#]],
    );
    check(
        with(THREE, r#"["2020", "2021"]"#, r#"["2020-01-01/P0M", "2021"]"#),
        expect![[r#"
        error 8:5 indicators[0] The indicator "One" is not shown.
        error 8:92 indicators[0].periods[0] "2020-01-01/P0M" is not a period.
        two 2020 2021
          A 0: 3 4
    "#]],
    );
    check(
        with(THREE, r#""1.0""#, r#""10.0""#),
        expect![[r#"
        error 1:10 kpi The file says it is KPI JSON version 10.0; this program reads 1.x.
        nothing
    "#]],
    );
    check(
        with(THREE, r#""1.0""#, r#""1.""#),
        expect![[r#"
            error 1:10 kpi The file says it is KPI JSON version 1.; this program reads 1.x.
            nothing
        "#]],
    );
    check(
        with(THREE, r#""1.0""#, "[]"),
        expect![[r#"
        error 1:10 kpi The file says it is KPI JSON version []; this program reads 1.x.
        nothing
    "#]],
    );
}

#[test]
fn areas_groups_and_parents() {
    check(
        with(THREE, r#""name": "Beeton""#, r#""name": "Beeton", "role": "focus""#),
        expect![[r#"
        warning 1:1 - 2 areas have the role "focus"; the first one is taken.
        one 2020 2021
          A 0: 1 2
    "#]],
    );
    let group = |members: &str, more: &str| {
        with(
            THREE,
            r#"{ "id": "B", "name": "Beeton" }"#,
            &format!(
                r#"{{ "id": "B", "name": "Beeton" }}, {{ "id": "G", "name": "G", "method": "mean", "members": {members} }}{more}"#
            ),
        )
    };
    let other = r#", { "id": "H", "name": "H", "method": "median", "members": ["G", "A"] }"#;
    check(
        group(r#"["G"]"#, ""),
        expect![[r#"
        error 4:94 areas[2].members[0] "G" is a group, and a group has places as members.
        one 2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        group(r#"["H", "B"]"#, other),
        expect![[r#"
        error 4:94 areas[2].members[0] "H" is a group, and a group has places as members.
        error 4:165 areas[3].members[0] "G" is a group, and a group has places as members.
        one 2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        group(r#"["A", "A", "B", "A"]"#, ""),
        expect![[r#"
        error 4:99 areas[2].members[1] A second member has the id "A".
        error 4:109 areas[2].members[3] A second member has the id "A".
        one 2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        group(r#"[["A"], {"id": "A"}, null, 5]"#, ""),
        expect![[r#"
        error 4:94 areas[2].members[0] There is a list here, not a text in quotation marks.
        error 4:101 areas[2].members[1] There is an object here, not a text in quotation marks.
        error 4:114 areas[2].members[2] There is null here, not a text in quotation marks.
        error 4:120 areas[2].members[3] There is a number here, not a text in quotation marks.
        one 2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        group(r#"{ "A": "A" }"#, ""),
        expect![[r#"
        error 4:93 areas[2].members There is an object here, not a list in square brackets.
        one 2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        categories(r#"{ "id": "a", "name": "A", "parent": "a" }"#),
        expect![[r#"
        error 8:137 indicators[0].dimensions[0].categories[0] "a" is a part of itself, or has too many levels above it.
        one 2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        categories(r#"{ "id": "a", "name": "A", "parent": "b" }, { "id": "b", "name": "B", "parent": "a" }"#),
        expect![[r#"
            error 8:137 indicators[0].dimensions[0].categories[0] "a" is a part of itself, or has too many levels above it.
            one 2020 2021
              A 0: 1 2
        "#]],
    );
    let chain = |count: usize| {
        let next = |at: usize| format!(r#", {{ "id": "c{at}", "name": "C", "parent": "c{}" }}"#, at + 1);
        let chain: String = (0..count).map(next).collect();
        categories(&format!(r#"{{ "id": "a", "name": "A" }}{chain}, {{ "id": "c{count}", "name": "C" }}"#))
    };
    check(
        chain(15),
        expect![[r#"
        one 2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        chain(17),
        expect![[r#"
            error 8:165 indicators[0].dimensions[0].categories[1] "c0" is a part of itself, or has too many levels above it.
            error 8:210 indicators[0].dimensions[0].categories[2] "c1" is a part of itself, or has too many levels above it.
            one 2020 2021
              A 0: 1 2
        "#]],
    );
}

/// In the order of the members, each once, and whichever groups have them.
#[test]
fn an_area_in_many_groups() {
    let groups: String = (0..50)
        .map(|at| format!(r#", {{ "id": "G{at}", "name": "G", "method": "mean", "members": ["B", "A"] }}"#))
        .collect();
    let all = r#"{ "id": "B", "name": "Beeton" }"#;
    let dataset = dataset(&with(THREE, all, &format!("{all}{groups}")));
    let members = |area: &kpi_core::model::Area| match &area.role {
        AreaRole::Group { members, .. } => Some(members.iter().map(|ix| ix.0).collect::<Vec<_>>()),
        _ => None,
    };
    assert_eq!(dataset.areas.iter().filter_map(members).collect::<Vec<_>>(), vec![vec![1, 0]; 50]);
}

/// Text is text: what turns letters around or looks like markup stays as it is, and a message stays one line.
#[test]
fn letters_that_do_something() {
    for letters in
        ["\u{202E}", "\u{2028}", "\u{0}", "\u{7F}", "\u{9B}31m", "<script>alert(1)</script>", "{{x}}", "=1+1"]
    {
        let escaped: String = letters.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
        let file = with(THREE, r#""name": "One""#, &format!(r#""name": "{escaped}One""#));
        let dataset = dataset(&file);
        assert_eq!(dataset.indicators[0].name, format!("{letters}One"));
        look_at(&dataset);
    }
    check(
        with(THREE, r#""area": "A""#, "\"area\": \"a\\nb\\rc\\u2028d\\u2029e\\u0085f\\u000bg\\u001bh\""),
        expect![[r#"
            error 8:5 indicators[0] The indicator "One" is not shown.
            error 8:119 indicators[0].series There is no series here that can be shown.
            error 8:121 indicators[0].series[0] This series is not shown.
            error 8:131 indicators[0].series[0].area No area of this file has the id "a�b�c�d�e�f�g�h".
            two 2020 2021
              A 0: 3 4
        "#]],
    );
    check(
        with(THREE, r#""area": "A""#, r#""area": "\u202e\u2066A\u0000""#),
        expect![[r#"
        error 8:5 indicators[0] The indicator "One" is not shown.
        error 8:119 indicators[0].series There is no series here that can be shown.
        error 8:121 indicators[0].series[0] This series is not shown.
        error 8:131 indicators[0].series[0].area No area of this file has the id "��A�".
        two 2020 2021
          A 0: 3 4
    "#]],
    );
    check(
        one(r#""a\nb": 1"#),
        expect![[r#"
        warning 8:28 indicators[0].a�b "a�b" is not known here and is not used.
        one 2020 2021
          A 0: 1 2
    "#]],
    );
}

#[test]
fn limits_targets_and_earlier_values_of_every_wrong_kind() {
    for wrong in
        ["5", "\"5\"", "true", "{}", "[]", "[[], {}]", "[1]", "{ \"2020\": \"c\" }", "{ \"2020\": [] }", "{ \"x\": 1 }"]
    {
        for name in ["lower", "upper", "previous", "status"] {
            let ingest = read(beside(&format!(r#""{name}": {wrong}"#)));
            let values = &figures(&ingest.dataset.unwrap())[0].1;
            assert!(values.ends_with("A 0: 1 2\n"), "{name} {wrong} {values}");
        }
        for name in ["target", "tolerance", "polarity", "definition", "notes", "source", "topic"] {
            let ingest = read(one(&format!(r#""{name}": {wrong}"#)));
            let values = &figures(&ingest.dataset.unwrap())[0].1;
            assert!(values.ends_with("A 0: 1 2\n"), "{name} {wrong} {values}");
        }
    }
    check(
        beside(r#""lower": [0, 1]"#),
        expect![[r#"
            error 8:163 indicators[0].series[0].lower There is one confidence limit without the other; it is not used.
            one 2020 2021
              A 0: 1 2
        "#]],
    );
    check(
        beside(r#""lower": [0, 3], "upper": [0, 2]"#),
        expect![[r#"
        error 8:163 indicators[0].series[0].lower The lower confidence limit is above the upper one; they are not used.
        one 2020 2021
          A 0: 1(0-0) 2
    "#]],
    );
    check(
        beside(r#""lower": [0, 1e999], "upper": [1, "c"]"#),
        expect![[r#"
        error 8:167 indicators[0].series[0].lower[1] 1e999 is neither a number nor a known symbol.
        one 2020 2021
          A 0: 1(0-1) 2
    "#]],
    );
    check(
        beside(r#""lower": ["c", "c"], "upper": ["c", "c"]"#),
        expect![[r#"
        one 2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        beside(r#""previous": [[{ "value": 1 }], [{ "published": "2020-01-01" }]]"#),
        expect![[r#"
        error 8:166 indicators[0].series[0].previous There is a list here, not an object in curly brackets.
        one 2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        beside(r#""previous": { "2020": [{ "value": {}, "published": 5 }] }"#),
        expect![[r#"
        error 8:188 indicators[0].series[0].previous.2020[0].value {} is neither a number nor a known symbol.
        error 8:205 indicators[0].series[0].previous.2020[0].published There is a number here, not a text in quotation marks.
        one 2020 2021
          A 0: 1<-? 2
    "#]],
    );
    check(
        beside(r#""status": { "2020": "ppp", "2021": "é" }"#),
        expect![[r#"
        error 8:189 indicators[0].series[0].status.2021 "é" is not one of the words that may stand here.
        one 2020 2021
          A 0: 1[p] 2
    "#]],
    );
    check(
        one(r#""target": 1e999, "tolerance": "x""#),
        expect![[r#"
            error 8:30 indicators[0].target There is a number here, not a number of at most 15 digits.
            error 8:50 indicators[0].tolerance There is a text here, not a number of at most 15 digits.
            one 2020 2021
              A 0: 1 2
        "#]],
    );
    check(
        one(r#""target": { "2020": "c", "2021": 5 }"#),
        expect![[r#"
            error 8:40 indicators[0].target.2020 There is a text here, not a number of at most 15 digits.
            one 2020 2021
              A 0: 1 2
        "#]],
    );
}

#[test]
fn paths_of_data_files() {
    for bad in [
        "",
        " ",
        "..",
        ".",
        "../a.json",
        "a/../b.json",
        "a/./b.json",
        "/a.json",
        "//a.example/a.json",
        "a//b.json",
        "a/",
        ".a.json",
        "a/.b.json",
        "https://a.example/a.json",
        "HTTPS://a.example",
        "javascript:alert(1)",
        "data:,1",
        "file:///a",
        "C:/a.json",
        "C:\\\\a.json",
        "a\\\\b.json",
        "\\\\\\\\a\\\\b",
        "a.json?x=1",
        "a.json#x",
        "a%2f..%2fb",
        "%2e%2e/a.json",
        "a.json\\u0000",
        "a\\nb.json",
        " ../a.json",
        " /a.json",
        "a/ /b.json",
        "a.json ",
        "\\ta.json",
        "a.json\\r",
    ] {
        let ingest = read(one(&format!(r#""data": "{bad}""#)));
        let dataset = ingest.dataset.as_ref().unwrap();
        let named = dataset.indicators[0].data.as_ref().map(|data| data.path.as_str());
        assert!(named.is_none(), "{bad:?} is taken as {named:?}");
        assert!(ingest.has_errors(), "{bad:?}");
    }
    for good in [
        "a.json",
        "a/b.json",
        "indicators/a-b_c.json",
        "a..b.json",
        "a b.json",
        "é.json",
        "...a/x".trim_start_matches('.'),
    ] {
        let ingest = read(one(&format!(r#""data": "{good}""#)));
        assert_eq!(ingest.dataset.unwrap().indicators[0].data.as_ref().unwrap().path, good);
    }
}

#[test]
fn bodies_of_data_files() {
    let apart = with(THREE, r#""series": [ { "area": "A", "values": [1, 2] } ]"#, r#""data": "one.json""#);
    let main = dataset(&apart);
    let check = |body: &[u8], expect: Expect| {
        let mut dataset = main.clone();
        let diagnostics = read_data_file(body, &dataset, &dataset.indicators[0]);
        let came = dataset.indicators[0].data.take().and_then(|mut data| data.figures.take());
        let found = came.map_or("nothing\n".to_owned(), |cube| {
            dataset.indicators[0].cube = cube;
            figures(&dataset).remove(0).1
        });
        expect.assert_eq(&(told(&diagnostics) + &found));
    };
    let body = |series: &str| format!(r#"{{ "kpi": "1.0", "indicator": "one", "series": {series} }}"#).into_bytes();
    let good = body(r#"[{ "area": "A", "values": [1, 2] }]"#);
    check(
        &good,
        expect![[r#"
        2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        &good[..good.len() - 1],
        expect![[r#"
        error 1:83 - The file ends in the middle; no indicator before the cut is complete.
        2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        &good[..good.len() - 6],
        expect![[r#"
            error 1:78 - The file ends in the middle; no indicator before the cut is complete.
            nothing
        "#]],
    );
    check(
        &body("{}"),
        expect![[r#"
        error 1:47 series There is an object here, not a list in square brackets.
        nothing
    "#]],
    );
    check(
        &body("[]"),
        expect![[r#"
        error 1:47 series There is no series here that can be shown.
        nothing
    "#]],
    );
    check(
        &body("null"),
        expect![[r#"
        error 1:1 - There is no "series".
        nothing
    "#]],
    );
    check(
        &body("[1, null, [], {}]"),
        expect![[r#"
            error 1:47 series There is no series here that can be shown.
            error 1:48 series[0] There is a number here, not an object in curly brackets.
            error 1:48 series[0] This series is not shown.
            error 1:51 series[1] There is null here, not an object in curly brackets.
            error 1:51 series[1] This series is not shown.
            error 1:57 series[2] There is an empty list here, not an object in curly brackets.
            error 1:57 series[2] This series is not shown.
            error 1:61 series[3] There is no "area".
            error 1:61 series[3] This series is not shown.
            nothing
        "#]],
    );
    check(
        &body(r#"[{ "area": "A", "values": [1, 2] }, { "area": "A", "values": [3, 4] }]"#),
        expect![[r#"
        error 1:83 series[1] A second series has the same area, measure and categories; the first one is used.
        error 1:83 series[1] This series is not shown.
        2020 2021
          A 0: 1 2
    "#]],
    );
    check(
        &body(&format!("{}1{}", "[".repeat(1000), "]".repeat(1000))),
        expect![[r#"
        error 1:1 - There is no "series".
        error 1:79 - This is not JSON: a value with fewer brackets should stand here.
        nothing
    "#]],
    );
    check(
        &utf16("{}", u16::to_le_bytes),
        expect![[r#"
        error 1:1 - The file is not UTF-8 text; it seems to be UTF-16.
        nothing
    "#]],
    );
    check(
        b"{ \"kpi\": \"1.0\", \"indicator\": [], \"series\": [] }",
        expect![[r#"
            error 1:30 indicator There is an empty list here, not a text in quotation marks.
            nothing
        "#]],
    );
    check(
        b"{ \"indicator\": \"one\", \"series\": [] }",
        expect![[r#"
        error 1:1 - This JSON is not a KPI publication: it has no "kpi" field.
        nothing
    "#]],
    );
    check(
        THREE.as_bytes(),
        expect![[r#"
        error 1:1 - There is no "indicator".
        nothing
    "#]],
    );
    // Of an indicator that names no file.
    let two = &main.indicators[1];
    assert!(read_data_file(&good, &main, two).is_empty() && two.data.is_none());
}
