use crate::given::{STANDARD, TIDY, facts, file, told};
use expect_test::{Expect, expect};
use kpi_formats::problem::{Encoding, Kind, Severity};

#[track_caller]
fn check(text: &str, expected: Expect) {
    expected.assert_eq(&told(&file("a.csv", text)));
}

#[test]
fn unknown_columns_are_listed_and_known_forms_explained() {
    check(
        "Annual report,\nname,score\nAnn,5\n",
        expect![[r#"
        a.csv: The columns are of no form that is known here. Found: "name", "score". Expected is one of these. The DfE's open data standard: time_period, time_identifier, geographic_level, country_code, country_name and columns of figures. A tidy table: area_code or area_name, period (or date, or year) and value (or observation), and if need be indicator, measure, unit. Lists of neighbours: old_la_code (or LA number) and SN_1 to SN_10 (or SN1 to SN10).
    "#]],
    );
}

#[test]
fn columns_that_are_not_read_are_told() {
    let wide = "area,period,value,VALUE,,empty,serial\nE1,2021-03-31,5,6,7,,a\n";
    check(
        wide,
        expect![[r#"
        a.csv, row 1, column D "VALUE": Column C has the same heading; this one is not read. Give each column a heading of its own.
        a.csv, row 1, column E: This column has cells and no heading; it is not read. Write a heading in the header row, or clear the column.
    "#]],
    );
    let rows: String = (0..12).map(|at| format!("E1,2021-03-{:02},5,{}\n", at + 1, 1000 + at)).collect();
    check(
        &format!("area,period,value,population\n{rows}"),
        expect![[r#"
        a.csv, column D "population": This column has 12 different entries, too many for a breakdown; it is not read. Remove the column, or name it as a filter if it is one.
    "#]],
    );
    check(
        &STANDARD
            .replace("51.5", "")
            .replace(",50\n", ",\n")
            .replace(",c\n", ",\n")
            .replace(",z\n", ",\n")
            .replace(",12.0\n", ",\n"),
        expect![[r#"
        a.csv, column N "plans_percent": This column has a heading and no figures; it is left out. Nothing need be done if that is meant.
    "#]],
    );
}

#[test]
fn a_file_without_figures_is_told() {
    check(
        "time_period,time_identifier,geographic_level,country_code,country_name,sex\n2021,Calendar year,National,E92,England,Girls\n",
        expect![[r#"
        a.csv: No column has figures. Check that the figures are numbers and not texts.
        a.csv: No figure could be read from this file. Mend what the other messages say.
    "#]],
    );
    check(
        "area,period,value\n",
        expect![[r#"
        a.csv: No figure could be read from this file. Mend what the other messages say.
    "#]],
    );
}

#[test]
fn rows_that_are_left_out_are_told() {
    check(
        "area_code,area_name,period,indicator,value\n,,2021-03-31,i,5\nE1,A,2021-03-31,,5\nE1,A,soon,i,5\nE1,A,2021-03-31,i,5\nE1,A,2021-03-31,i,6\n",
        expect![[r#"
            a.csv, row 2: This row does not say which area it is about; it is left out. Fill in the area's code and name.
            a.csv, row 3, column D "indicator": This row does not say which indicator it is about; it is left out. Write its name into every row, also where cells were merged.
            a.csv, row 4, column C "period": "soon" is not a period; the row is left out. Expected is a period such as 2020/21, Q3 2020/21, March 2021, 31 March 2021, 31/03/2021, 2021-03-31 or 2020-10-01/P3M.
            a.csv, row 6: Row 5 is about the same area, time and categories; this row is left out. Remove one of them, or say which column of numbers tells them apart (an age, a year group).
        "#]],
    );
    let repeated = format!("{STANDARD}{}", STANDARD.lines().last().unwrap());
    let read = file("a.csv", &(repeated + "\n"));
    assert_eq!(read.problems[0].kind, Kind::RepeatedRow { first: 6 });
    assert_eq!(facts(&read).lines().count(), 10);
}

#[test]
fn limits_and_states_that_are_none_are_told() {
    check(
        "area,period,value,lower,upper,status\nE1,2021-03-31,5,4,,\nE2,2021-03-31,5,4,high,\nE3,2021-03-31,5,,,q\n",
        expect![[r#"
            a.csv, row 2, column E "upper": One confidence limit has no other beside it. Write a number for both limits, the lower one not above the upper one, or leave both empty.
            a.csv, row 3, column E "upper": "high" is not a confidence limit. Write a number for both limits, the lower one not above the upper one, or leave both empty.
            a.csv, row 4, column F "status": "q" is no known status; the figure is read without it. Write p (provisional), r (revised), e (estimated), f (forecast), b (break) or u (low reliability).
        "#]],
    );
}

#[test]
fn a_column_of_nonsense_hides_nothing_else() {
    let nonsense: String = (0..2_000).map(|at| format!("E{at},2021-03-31,bad\n")).collect();
    let read = file("a.csv", &format!("area,period,value\n{nonsense}E1,soon,5\n"));
    assert_eq!(read.problems.len(), 6, "{}", told(&read));
    assert_eq!(read.problems[4].alike, 1_995);
    assert!(read.problems[4].what().ends_with("1995 more places are like this."));
    assert_eq!(read.facts.unwrap().facts.len(), 2_000);
}

#[test]
fn problems_past_the_limit_are_counted() {
    let levels: String = (0..300).map(|at| format!("2021,Calendar year,Level {at},E92,England,5\n")).collect();
    let read =
        file("a.csv", &format!("time_period,time_identifier,geographic_level,country_code,country_name,n\n{levels}"));
    // One more decides over the whole file and is never dropped.
    assert_eq!(read.problems.len(), 202);
    assert_eq!(read.problems.last().unwrap().kind, Kind::More { count: 100 });
}

#[test]
fn an_unknown_encoding_is_told() {
    let mut bytes = TIDY.as_bytes().to_vec();
    bytes.extend(b"E3,\x81\xff,2017/18,Checked teeth,Percentage,Persons,1\n");
    let read = crate::given::with("a.csv", &bytes, &Default::default());
    assert_eq!(read.problems[1].place.row, 5);
    assert_eq!(read.problems[1].kind, Kind::NotUtf8 { encoding: Encoding::Unknown });
    assert_eq!(facts(&read).lines().count(), 4);
}

#[test]
fn errors_and_warnings_are_told_apart() {
    let found = String::new;
    for kind in [
        Kind::AssumedPeriod { found: found(), taken: found() },
        Kind::EmptyColumn,
        Kind::MixedPercent,
        Kind::Exponent { found: found() },
        Kind::NotUtf8 { encoding: Encoding::Windows1252 },
        Kind::UnevenRow { expected: 3, found: 2 },
        Kind::SeveralSheets { taken: found(), others: Vec::new() },
    ] {
        assert_eq!(kind.severity(), Severity::Warning, "{kind:?}");
    }
    for kind in [
        Kind::BadValue { found: found() },
        Kind::AmbiguousPeriod { found: found(), one: found(), other: found() },
        Kind::UnevenRow { expected: 3, found: 4 },
        Kind::RepeatedRow { first: 1 },
        Kind::NotUtf8 { encoding: Encoding::Unknown },
        Kind::CutOff,
    ] {
        assert_eq!(kind.severity(), Severity::Error, "{kind:?}");
    }
}

#[test]
fn texts_from_the_file_are_short_and_on_one_line() {
    let long = format!("\"a\nb{}\"", "x".repeat(500));
    let read = file("a.csv", &format!("area,period,value\nE1,2021-03-31,{long}\n"));
    let what = read.problems[0].what();
    assert!(what.len() < 200 && !what.contains('\n') && what.contains('…'), "{what}");
}
