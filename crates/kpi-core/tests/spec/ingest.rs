use crate::given::{DEMO, EVERYTHING, THREE, dataset, figures, kept, read, told, with};
use expect_test::{expect, expect_file};
use kpi_core::ingest::{Ingest, Problem, Severity, limits, read_data_file};
use kpi_core::model::{AreaIx, AreaRole, Date, MeasureRole, Method, Polarity};
use std::collections::BTreeSet;
use std::fmt::Write;

#[test]
fn a_sound_file_is_read_without_a_word() {
    let dataset = dataset(EVERYTHING);
    let all: String = figures(&dataset).into_iter().map(|(id, series)| format!("{id}: {series}")).collect();
    expect![[r#"
        symbols: 2020-04-01/P3M 2020-07-01/P3M 2020-10-01/P3M 2021-01-01/P3M
          B 0: x – – 70
          A 0: c 71(66-76)[b] about 69.5(64-75)[r]<-68@2021-03-31<-c 70.0(65.5-74.5)[p][d]
          SN 0: low low u z
          E 0: 10[u] 0.15[e] -0.5[f] –
        money: 2019-04-01/P1Y 2020-04-01/P1Y
          B outturn 0: c 500
          A budget 0: 1000 1200
          A outturn 0: 1010 over 1190.5[f]
          A share 0: 1 -0.79
        ages: 2020-03-31 2021-03-31
          A 0: 50 51.04
          A 4: 60 60.04
          A 5: 62 61.26
          E 4: 60 60
        days: undated
          A 0: 1
        score: 2020
          A 0: 3
        ratio: 2020-02-01/P3M
          A 0: 16.900000000
        visits: 2020-09-01/P1Y
          A 0: 1234567
        count: 2020-12-01/P1M
          A 0: 0
    "#]]
    .assert_eq(&all);
    assert_eq!(dataset.title, "Everything");
    assert_eq!(
        (dataset.publisher.name.as_str(), dataset.publisher.url.as_deref()),
        ("Ayton Council", Some("https://ayton.example"))
    );
    assert_eq!(dataset.licence.as_deref(), Some("Open Government Licence v3.0"));
    assert_eq!((dataset.published, dataset.modified), (Date::new(2021, 2, 10), Date::new(2021, 3, 1)));
    assert_eq!(dataset.notes, ["A note.", "Another."]);
    let roles: Vec<&AreaRole> = dataset.areas.iter().map(|area| &area.role).collect();
    let neighbours = AreaRole::Group {
        method: Method::Median,
        model: Some("Ayton's ten".to_owned()),
        year: Some(2020),
        members: vec![AreaIx(0), AreaIx(4)],
    };
    assert_eq!(roles, [&AreaRole::Place, &AreaRole::Focus, &neighbours, &AreaRole::Place, &AreaRole::Place]);
    assert_eq!(dataset.area(dataset.focus()).unwrap().id, "A");
    assert_eq!(dataset.comparators().map(|(_, area)| area.id.as_str()).collect::<Vec<_>>(), ["B", "SN", "E", "C"]);
    let topics: Vec<&str> = dataset.topics.iter().map(|topic| topic.name.as_str()).collect();
    assert_eq!(topics, ["Nothing yet", "Topic", "Other indicators"]);
    let [symbols, money, ages, ..] = dataset.indicators.as_slice() else { panic!() };
    assert_eq!(
        (symbols.polarity, money.polarity, ages.polarity),
        (Polarity::Higher, Polarity::Neither, Polarity::Lower)
    );
    assert_eq!(symbols.definition.as_deref(), Some("What is counted."));
    assert_eq!(symbols.source.as_ref().unwrap().at.as_deref(), Some("page 7"));
    assert_eq!(symbols.notes, ["Look here."]);
    let roles: Vec<MeasureRole> = money.measures.iter().map(|measure| measure.role).collect();
    assert_eq!(roles, [MeasureRole::Budget, MeasureRole::Outturn, MeasureRole::Percent]);
    assert_eq!(usize::from(ages.topic.0), 2);
}

#[test]
fn the_demo_is_sound_and_whole() {
    let ingest = read(DEMO);
    assert_eq!(told(&ingest.diagnostics), "");
    assert_eq!(kept(&ingest).len(), 27);
    let figures: usize = ingest.dataset.unwrap().indicators.iter().map(|indicator| indicator.cube.len()).sum();
    // As many numbers as stand between the brackets of "values".
    let written: usize =
        DEMO.split("\"values\": [").skip(1).map(|rest| rest.split_once(']').unwrap().0.split(',').count()).sum();
    assert_eq!(figures, written);
}

/// What is wrong with a file, and the file.
pub type Case = (String, Vec<u8>);

/// [`THREE`] with something in it replaced.
fn three(from: &str, to: &str) -> Case {
    (format!("{from} -> {to}"), with(THREE, from, to).into_bytes())
}

/// Snapshot of what is told of each file, and which indicators are kept.
#[test]
fn what_is_told_of_what_is_wrong() {
    let mut text = String::new();
    for (what, file) in cases() {
        let ingest = read(&file);
        let what: String = what.chars().take(160).collect();
        write!(text, "## {what:?}\n{}kept: {}\n\n", told(&ingest.diagnostics), kept(&ingest).join(" ")).unwrap();
    }
    expect_file!["./snapshots/problems.txt"].assert_eq(&text);
}

/// At least one file for each problem.
pub fn cases() -> Vec<Case> {
    [not_a_publication(), whole_file(), one_indicator(), one_series()].concat()
}

#[test]
fn of_a_file_that_is_no_publication_nothing_is_shown() {
    for (what, file) in not_a_publication() {
        let ingest = read(&file);
        assert!(ingest.dataset.is_none() && ingest.has_errors(), "{what}");
    }
}

fn not_a_publication() -> Vec<Case> {
    let utf16: Vec<u8> = std::iter::once(0xFEFF_u16).chain("{}".encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let mut latin1 = THREE.replace("Ayton Council", "Ayton\u{1}").into_bytes();
    let at = latin1.iter().position(|byte| *byte == 1).unwrap();
    latin1[at] = 0xE9;
    let bytes = |bytes: &[u8]| (String::from_utf8_lossy(&bytes[..bytes.len().min(160)]).into_owned(), bytes.to_vec());
    vec![
        bytes(b""),
        bytes(b" \r\n\t"),
        bytes(b"\xEF\xBB\xBF\n"),
        bytes(&utf16),
        bytes(&utf16[..2]),
        bytes(&latin1),
        bytes(b"\n<!DOCTYPE html><p>Log in"),
        bytes(b"Area,Value\nAyton,1\n"),
        bytes(b"\"kpi\""),
        bytes(b"[{ \"kpi\": \"1.0\" }]"),
        bytes(b"{}"),
        bytes(b"{ \"kpi\": null }"),
        bytes(br#"{ "version": "2.0", "class": "dataset", "value": [1] }"#),
        bytes(br#"{ "kpi": "2.0", "indicators": [] }"#),
        bytes(br#"{ "kpi": 10 }"#),
        bytes(br#"{ "kpi": "1.0" }"#),
        bytes(br#"{ "kpi": "1.0", "title": "T", "publisher": { "name": "P" }, "areas": [], "indicators": {} }"#),
        bytes(&vec![b' '; limits::BYTES + 1]),
    ]
}

fn whole_file() -> Vec<Case> {
    vec![
        three(r#""kpi": "1.0""#, r#""kpi": 1.0"#),
        three(r#""kpi": "1.0""#, r#""kpi": 1e0"#),
        three(r#""kpi": "1.0""#, r#""kpi": "1.x""#),
        three(r#""kpi": "1.0""#, r#""kpi": "1.7", "from": "the future""#),
        three(r#""title": "Three""#, r#""title": " ""#),
        three(r#""title": "Three""#, "\"title\": \"\u{A0}\""),
        three(r#""title": "Three""#, r#""title": 3"#),
        three(r#""title": "Three""#, r#""title": "Three", "language": "English (UK)""#),
        three(r#""title": "Three""#, r#""title": "Three", "published": "10 February 2021", "modified": 2021"#),
        three(r#""title": "Three", "#, ""),
        three(r#""title": "Three""#, r#""title": "Three", "title": "Four""#),
        three(r#""title": "Three""#, r#""title": "\ud800""#),
        three(r#""publisher": { "name": "Ayton Council" }"#, r#""publisher": "Ayton Council""#),
        three(r#", "publisher": { "name": "Ayton Council" }"#, ""),
        three(r#""name": "Ayton Council""#, r#""name": "Ayton Council", "url": "javascript:alert(1)""#),
        three(r#""name": "Ayton Council""#, r#""name": "Ayton Council", "url": "HTTPS://ayton.example/a b""#),
        three(r#""name": "Ayton Council""#, r#""name": "Ayton Council", "url": "https://""#),
        three(r#""title": "Three""#, r#""title": "Three", "notes": ["One.", 2, ""]"#),
        three(r#", "role": "focus""#, ""),
        three(r#""name": "Beeton""#, r#""name": "Beeton", "role": "focus""#),
        three(r#""role": "focus""#, r#""role": "main""#),
        three(r#""role": "focus""#, r#""role": 1"#),
        three(r#""role": "focus""#, r#""role": "focus", "method": "mean", "members": ["B"]"#),
        three(r#""name": "Ayton", "#, ""),
        three(r#"{ "id": "A", "name": "Ayton", "#, r#"{ "id": "A", "name": "Ayton" }, { "id": "A", "name": "Ayton", "#),
        three(r#""name": "Beeton""#, r#""name": "Beeton", "method": "guess""#),
        three(r#""name": "Beeton""#, r#""name": "Beeton", "model": "Beeton's ten""#),
        three(r#""name": "Beeton""#, r#""name": "Beeton", "members": ["A"]"#),
        three(r#""name": "Beeton""#, r#""name": "Beeton", "method": "mean", "members": ["B"]"#),
        three(r#""name": "Beeton""#, r#""name": "Beeton", "method": "mean", "members": ["A", "C", "A", 5]"#),
        three(r#""name": "Beeton""#, r#""name": "Beeton", "method": "mean", "members": "A", "year": 0"#),
        three(r#"{ "id": "B", "name": "Beeton" }"#, r#"{ "id": "A", "name": "Beeton" }"#),
        three(
            r#"{ "id": "B", "name": "Beeton" }"#,
            r#"{ "id": "B", "name": "Beeton" }, { "id": "target", "name": "Target" }"#,
        ),
        three(r#"{ "id": "B", "name": "Beeton" }"#, r#"{ "id": "B" }"#),
        three(r#""topics": [ { "id": "t", "name": "Topic" } ],"#, ""),
        three(r#""topics": [ { "id": "t", "name": "Topic" } ],"#, r#""topics": [],"#),
        three(r#""areas": ["#, r#""areas": [], "aeras": ["#),
    ]
}

fn one_indicator() -> Vec<Case> {
    let unit = r#""unit": { "kind": "percent" }"#;
    let one = r#""id": "one", "#;
    let measures = |measures: &str| format!(r#""measures": [{measures}]"#);
    let dimensions = |dimensions: &str| format!(r#"{unit}, "dimensions": [{dimensions}]"#);
    vec![
        three(one, ""),
        three(one, r#""id": "two", "#),
        three(r#""name": "One", "#, ""),
        three(r#"{ "id": "one""#, r#"[], { "id": "one""#),
        three(one, r#""id": "one", "colour": "red", "target": 5, "colours": [], "#),
        three(one, r#""id": "one", "\ud800": 1, "#),
        three(one, r#""id": "one", "polarity": "up", "#),
        three(one, r#""id": "one", "data": "../one.json", "#),
        three(one, r#""id": "one", "data": "https://one.example/one.json", "#),
        three(one, r#""id": "one", "data": "one.json", "hash": "sha256-abc", "#),
        three(one, r#""id": "one", "hash": "sha256-abc", "#),
        three(one, r#""id": "one", "target": "high", "tolerance": -1, "#),
        three(one, r#""id": "one", "target": { "2020": 5, "2022": 6 }, "tolerance": "1", "#),
        three(one, r#""id": "one", "source": { "url": "https://one.example" }, "#),
        three(one, r#""id": "one", "source": { "name": "S", "url": "//one.example" }, "#),
        three(unit, r#""unit": "percent""#),
        three(unit, r#""unit": { "kind": "percentage" }"#),
        three(unit, r#""unit": { "kind": "percent", "decimals": 13 }"#),
        three(unit, r#""unit": { "kind": "rate" }"#),
        three(unit, r#""unit": { "kind": "rate", "per": 0 }"#),
        three(unit, r#""unit": { "kind": "rate", "per": 10000.0, "decimals": 0e0 }"#),
        three(unit, r#""unit": { "kind": "rate", "per": 1.5 }"#),
        three(unit, r#""unit": { "kind": "rate", "per": -1 }"#),
        three(unit, r#""unit": { "kind": "gbp", "scale": 100 }"#),
        three(unit, r#""unit": { "kind": "other" }"#),
        three(&format!("{unit}, "), ""),
        three(unit, &measures("")),
        three(unit, &measures(r#"{ "id": "m", "name": "M" }"#)),
        three(unit, &format!("{unit}, {}", measures(r#"{ "id": "m", "name": "M" }"#))),
        three(unit, &measures(r#"{ "id": "m", "name": "M", "unit": { "kind": "days" }, "role": "main" }"#)),
        three(
            unit,
            &measures(
                r#"{ "id": "m", "name": "M", "unit": { "kind": "days" } }, { "id": "m", "name": "N", "unit": { "kind": "days" } }"#,
            ),
        ),
        three(unit, &dimensions(r#"{ "id": "d", "name": "D", "categories": [] }"#)),
        three(
            unit,
            &dimensions(
                r#"{ "id": "d", "name": "D", "categories": [{ "id": "c", "name": "C" }, { "id": "c", "name": "C" }] }"#,
            ),
        ),
        three(
            unit,
            &dimensions(r#"{ "id": "d", "name": "D", "categories": [{ "id": "c", "name": "C", "total": 1 }] }"#),
        ),
        three(
            unit,
            &dimensions(
                r#"{ "id": "d", "name": "D", "categories": [{ "id": "c", "name": "C", "parent": "a", "total": true }] }"#,
            ),
        ),
        three(
            unit,
            &dimensions(
                r#"{ "id": "d", "name": "D", "categories": [{ "id": "c", "name": "C", "parent": "d" }, { "id": "d", "name": "D", "parent": "c", "total": true }] }"#,
            ),
        ),
        three(unit, &dimensions(&["{}"; 9].join(","))),
        three(r#"["2020", "2021"]"#, r#"["2020", "2020/21"]"#),
        three(r#"["2020", "2021"]"#, r#"["2020", "2020"]"#),
        three(r#"["2020", "2021"]"#, r#"["2020", 2021]"#),
        three(r#"["2020", "2021"]"#, r#""2020""#),
        three(r#"["2020", "2021"]"#, "[]"),
        three(r#""periods": ["2020", "2021"], "#, ""),
        three(r#""topic": "t", "#, r#""topic": "u", "#),
        three(r#""topic": "t", "#, ""),
    ]
}

fn one_series() -> Vec<Case> {
    let series = r#"{ "area": "A", "values": [1, 2] }"#;
    let values = |values: &str| three("[1, 2]", values);
    let beside = |beside: &str| three("[1, 2]", &format!("[1, 2], {beside}"));
    vec![
        three(&format!("[ {series} ]"), "[]"),
        three(&format!("[ {series} ]"), "{}"),
        three(&format!(r#", "series": [ {series} ]"#), ""),
        three(series, &format!("{series}, {series}")),
        three(series, &format!(r#"{{ "area": "A", "values": [] }}, {series}"#)),
        three(series, &format!(r#"{series}, {{ "area": "C", "values": [1, 2] }}"#)),
        three(series, &format!(r#"{series}, {{ "values": [1, 2] }}"#)),
        three(series, &format!(r#"{series}, {{ "area": "B" }}"#)),
        three(series, &format!(r#"{series}, {{ "area": "B", "measure": "m", "values": [1, 2] }}"#)),
        three(series, &format!(r#"{series}, {{ "area": "B", "at": {{ "sex": "f" }}, "values": [1, 2] }}"#)),
        values("[1]"),
        values("7"),
        values(r#"[1, "2"]"#),
        values(r#"[1, ".."]"#),
        values("[1, true]"),
        values("[1, [2]]"),
        values("[1, 1e15]"),
        values("[1, 16.900000000000002]"),
        values(r#"{ "2020": 1, "2022": 2 }"#),
        values(r#"{ "2020": 1, "in 2021": 2 }"#),
        values(r#"{ "2020": 1, "2020": 2 }"#),
        beside(r#""lower": [0, 1], "upper": { "2020": 2 }"#),
        beside(r#""lower": [null, null]"#),
        beside(r#""lower": [0, 3], "upper": [2, 1]"#),
        beside(r#""lower": [0], "upper": [2, 3]"#),
        beside(r#""lower": [0, "low"], "upper": [2, null]"#),
        beside(r#""previous": { "2020": 3, "2021": [{ "value": 4, "published": "May" }] }"#),
        beside(r#""status": { "2020": "pq" }"#),
        beside(r#""status": { "2020": null, "2022": "p" }"#),
        beside(r#""status": "p""#),
        beside(r#""remarks": { "2020": "" }"#),
    ]
}

#[test]
fn two_names_of_one_period() {
    let file = THREE.replace(r#"["2020", "2021"]"#, r#"["2020-04-01/P1Y", "2019-04-01/P1Y"]"#);
    let file = with(&file, "[1, 2]", r#"{ "2020-04-01/P1Y": 1, "2020-04-01/P12M": 2 }"#);
    let ingest = read(&file);
    expect![[r#"
        error 8:186 indicators[0].series[0].values.2020-04-01/P1Y "2020-04-01/P1Y" stands here twice; the last one is used.
    "#]]
    .assert_eq(&told(&ingest.diagnostics));
    assert_eq!(figures(&ingest.dataset.unwrap())[0].1, "2019-04-01/P1Y 2020-04-01/P1Y\n  A 0: – 2\n");
}

/// Also in an object with very many members, where a repeated one would be easy to miss.
#[test]
fn a_repeated_period_among_many() {
    let years: Vec<String> = (1900..2000).map(|year| format!("\"{year}\"")).collect();
    let values: Vec<String> = years.iter().map(|year| format!("{year}: 1")).collect();
    let file = with(THREE, r#"["2020", "2021"]"#, &format!("[{}]", years.join(", ")));
    let file = with(&file, "[1, 2]", &format!(r#"{{ {}, "1950": 2 }}"#, values.join(", ")));
    let ingest = read(&file);
    assert!(matches!(ingest.diagnostics.as_slice(), [one] if matches!(one.problem, Problem::RepeatedField { .. })));
    assert!(ingest.has_errors(), "one of the two is not shown");
}

#[test]
fn at_most_a_hundred_problems_are_listed_and_the_rest_are_counted() {
    let values = vec!["\"?\""; 150].join(", ");
    let periods: Vec<String> = (1800..1950).map(|year| format!("\"{year}\"")).collect();
    let file = with(
        &with(THREE, r#"["2020", "2021"]"#, &format!("[{}]", periods.join(", "))),
        "[1, 2]",
        &format!("[{values}]"),
    );
    let ingest = read(&file);
    assert_eq!(ingest.diagnostics.len(), limits::DIAGNOSTICS + 1);
    assert_eq!(ingest.diagnostics.last().unwrap().what(), "There are 50 more problems in this file.");
    assert_eq!(kept(&ingest), ["one", "two", "six"]);
}

#[test]
fn no_message_is_longer_than_a_screen() {
    let long = "x".repeat(100_000);
    let file = with(THREE, r#""kind": "percent""#, &format!(r#""kind": "{long}", "{long}": 1"#));
    let file = with(&file, r#""name": "One""#, &format!(r#""name": "{long}""#));
    for found in read(with(&file, "[3, 4]", &format!("[3, \"{long}\"]"))).diagnostics {
        assert!(found.to_string().len() < 500, "{}", found.to_string().len());
    }
}

#[test]
fn a_message_says_where_what_and_how_to_mend_it() {
    let ingest = read(with(THREE, r#"["2020", "2021"]"#, r#"["2020", "2020/21"]"#));
    expect![[r#"
        line 8, column 5 (indicators[0]): The indicator "One" is not shown. Mend what is wrong with it; the other messages say what.
        line 8, column 100 (indicators[0].periods[1]): "2020/21" is not a period. Write 2020-10-01/P3M for a quarter, 2020-04-01/P1Y for a year, 2021-03-31 for a day, 2020 for a year of which no more is known, or undated.
    "#]].assert_eq(&ingest.diagnostics.iter().map(|found| format!("{found}\n")).collect::<String>());
}

/// Every problem has a case above, its words are sentences, and its severity is what its definition says.
#[test]
fn every_problem_is_met() {
    let mut met = BTreeSet::new();
    let mut all: Vec<Ingest> = cases().into_iter().map(|(_, file)| read(file)).collect();
    all.push(read(&DEMO[..20_000]));
    let apart = dataset(&with(THREE, r#""series": [ { "area": "A", "values": [1, 2] } ]"#, r#""data": "one.json""#));
    let exchanged = r#"{ "kpi": "1.0", "indicator": "two", "series": [] }"#;
    let diagnostics = read_data_file(exchanged.as_bytes(), &apart, &apart.indicators[0]);
    assert!(apart.indicators[0].lacks().is_some());
    all.push(Ingest { dataset: None, diagnostics });
    all.push(read(with(THREE, "[1, 2]", "[1 2]")));
    let values = format!("[{}]", vec!["[]"; 3_000].join(","));
    all.push(read(with(THREE, r#"["2020", "2021"]"#, &values)));
    let fields: String = (0..200).map(|at| format!(r#""field{at}": 1, "#)).collect();
    all.push(read(with(THREE, r#""id": "one", "#, &format!(r#""id": "one", {fields}"#))));
    for found in all.iter().flat_map(|ingest| &ingest.diagnostics) {
        met.insert(number(&found.problem));
        for sentence in [found.what(), found.mend()] {
            assert!(sentence.ends_with('.'), "{sentence}");
            assert!(!sentence.contains("  ") && !sentence.contains('\n'), "{sentence}");
        }
        let is_warning = matches!(
            found.problem,
            Problem::UnknownField { .. }
                | Problem::ReservedId { .. }
                | Problem::TooManyDigits { .. }
                | Problem::NotOneFocus { .. }
                | Problem::NotHttp { .. }
                | Problem::More { .. }
        );
        assert_eq!(found.severity() == Severity::Warning, is_warning, "{found}");
    }
    assert_eq!(met.into_iter().collect::<Vec<_>>(), (0..36).collect::<Vec<_>>());
}

/// Without a wildcard: a new problem does not compile here until it has a number, and then lacks a case.
fn number(problem: &Problem) -> usize {
    match problem {
        Problem::Empty => 0,
        Problem::TooLarge { .. } => 1,
        Problem::NotUtf8 { .. } => 2,
        Problem::WebPage => 3,
        Problem::NotJson => 4,
        Problem::NotKpi { .. } => 5,
        Problem::OtherVersion { .. } => 6,
        Problem::CutOff { .. } => 7,
        Problem::Syntax { .. } => 8,
        Problem::MissingField { .. } => 9,
        Problem::EmptyText => 10,
        Problem::WrongKind { .. } => 11,
        Problem::UnknownField { .. } => 12,
        Problem::GroupInGroup { .. } => 13,
        Problem::ReservedId { .. } => 14,
        Problem::RepeatedField { .. } => 15,
        Problem::UnknownWord { .. } => 16,
        Problem::UnknownId { .. } => 17,
        Problem::RepeatedId { .. } => 18,
        Problem::BadPeriod { .. } => 19,
        Problem::BadValue { .. } => 20,
        Problem::TooManyDigits { .. } => 21,
        Problem::WrongCount { .. } => 22,
        Problem::NotOneFocus { .. } => 23,
        Problem::NotHttp { .. } => 24,
        Problem::TooMany { .. } => 25,
        Problem::BadPath { .. } => 26,
        Problem::IndicatorLeftOut { .. } => 27,
        Problem::SeriesLeftOut => 28,
        Problem::NoFigures => 29,
        Problem::More { .. } => 30,
        Problem::FocusLeftOut => 31,
        Problem::CircularParent { .. } => 32,
        Problem::OneLimit => 33,
        Problem::LimitsSwapped => 34,
        Problem::OtherIndicator { .. } => 35,
    }
}

/// The figures of an indicator in a file of their own: in the order in which the publication lists its periods.
#[test]
fn figures_in_a_file_of_their_own() {
    let apart =
        |from: &str| with(from, r#""series": [ { "area": "A", "values": [1, 2] } ]"#, r#""data": "a/one.json""#);
    let main = dataset(&apart(&with(THREE, r#"["2020", "2021"]"#, r#"["2021", "2020"]"#)));
    let one = &main.indicators[0];
    assert!(one.cube.is_empty());
    assert_eq!(one.data.as_ref().unwrap().path, "a/one.json");
    let check = |file: &str, expect: &str| {
        let mut dataset = main.clone();
        let diagnostics = read_data_file(file.as_bytes(), &dataset, &dataset.indicators[0]);
        let came = dataset.indicators[0].data.take().and_then(|mut data| data.figures.take());
        let found = came.map(|cube| {
            dataset.indicators[0].cube = cube;
            figures(&dataset).remove(0).1
        });
        let found = found.unwrap_or_default();
        assert_eq!(found + &told(&diagnostics), expect, "{file}");
    };
    let series = r#"{ "area": "B", "values": [8, 7] }, { "area": "A", "values": { "2020": 1 } }"#;
    check(
        &format!(r#"{{ "kpi": "1.0", "indicator": "one", "series": [{series}] }}"#),
        "2020 2021\n  A 0: 1 –\n  B 0: 7 8\n",
    );
    check(
        &format!(r#"{{ "kpi": "2.0", "indicator": "one", "series": [{series}] }}"#),
        "error 1:10 kpi The file says it is KPI JSON version 2.0; this program reads 1.x.\n",
    );
    check(
        &format!(
            r#"{{ "kpi": "1.0", "indicator": "one", "series": [{series}, {{ "area": "Z", "values": [1, 2] }}], "more": 1 }}"#
        ),
        "2020 2021\n  A 0: 1 –\n  B 0: 7 8\n\
         error 1:125 series[2] This series is not shown.\n\
         error 1:135 series[2].area No area of this file has the id \"Z\".\n\
         warning 1:169 more \"more\" is not known here and is not used.\n",
    );
    check("<html>", "error 1:1 - There is a web page where the file of figures should be.\n");
    check("", "error 1:1 - The file is empty.\n");
}
