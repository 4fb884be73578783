use crate::given::{ONS, TIDY, facts, file, told, with};
use expect_test::expect;
use kpi_core::model::UnitKind;
use kpi_formats::tabular::Options;

#[test]
fn a_councils_table_is_read() {
    let read = file("teeth.csv", TIDY);
    expect![[r#"
        E06000046 2017-04-01/P1Y Checked teeth Percentage: 95
        E92000001 2017-04-01/P1Y Checked teeth Percentage: 88.5
        E06000046 2018-04-01/P1Y Checked teeth Percentage: –
    "#]]
    .assert_eq(&facts(&read));
    expect![[r#"
        teeth.csv, row 2, column C "period": "2017/18" does not say which kind of year it is; it is read as the financial year from April. 2 more places are like this. If that is wrong, say which kind of year is meant.
    "#]]
    .assert_eq(&told(&read));
    let facts = read.facts.unwrap();
    // The unit says who is counted; the measure says that it is a percentage of them.
    assert_eq!(facts.indicators[0].measures[0].unit.as_ref().unwrap().kind, UnitKind::Percent);
    expect!["a tidy table: areas in area_code, areas in area_name, periods in period, indicators in indicator, figures in value"]
        .assert_eq(&facts.form);
}

#[test]
fn the_onss_table_is_read() {
    let read = file("income.csv", ONS);
    assert_eq!(told(&read), "");
    expect![[r#"
        K02000001 2021-04-01/P1Y Low income Percentage: 18.3828147 18.1 to 18.6
        E06000046 2021-04-01/P1Y Low income Percentage: 20.5 [p]
        E06000046 2022-04-01/P1Y Low income Percentage: c
    "#]]
    .assert_eq(&facts(&read));
    let facts = read.facts.unwrap();
    assert_eq!(facts.areas[1].level.as_deref(), Some("Local Authority District"));
    assert_eq!(facts.indicators[0].notes, ["Rounded (Isle of Wight)"]);
}

#[test]
fn headings_are_known_in_other_spellings() {
    for heading in [
        "Area Code,Time period,Value",
        "GEOGRAPHY_CODE,date,OBS_VALUE",
        "geography,year,Observation",
        "LAD21CD,Year,value",
        "ctyua23nm,Reporting period,Figure",
        "Local Authority,Month,Result",
    ] {
        let read = file("a.csv", &format!("{heading}\nE1,March 2021,5\n"));
        assert_eq!(facts(&read), "E1 2021-03-01/P1M a: 5\n", "{heading}: {}", told(&read));
    }
}

#[test]
fn further_columns_are_breakdowns() {
    let read = file(
        "a.csv",
        "area,period,value,sex,region,serial\nE1,2021-03-31,1,All,South,a\nE1,2021-03-31,2,Girls,South,a\nE1,2021-03-31,3,,South,a\n",
    );
    expect![[r#"
        E1 2021-03-31 a: 1 (sex All)
        E1 2021-03-31 a: 2 (sex Girls)
        E1 2021-03-31 a: 3 (sex Not stated)
    "#]]
    .assert_eq(&facts(&read));
    assert_eq!(read.facts.unwrap().notes, ["region: South", "serial: a"]);
}

#[test]
fn the_same_measure_in_two_units_is_two_measures() {
    let read =
        file("a.csv", "area,period,unit,value\nE1,2021-03-31,%,5\nE1,2021-03-31,Number,7\nE1,2021-03-31,visits,9\n");
    let facts = read.facts.unwrap();
    let measures = facts.indicators[0].measures.iter();
    let measures: Vec<_> = measures.map(|measure| (measure.id.as_str(), measure.unit.clone().unwrap().kind)).collect();
    let other = UnitKind::Other { label: "visits".to_owned() };
    assert_eq!(measures, [("", UnitKind::Percent), ("Number", UnitKind::Count), ("visits", other)]);
}

#[test]
fn units_are_read_in_words() {
    for (words, expected) in [
        ("per cent", UnitKind::Percent),
        ("£", UnitKind::Gbp { scale: 1 }),
        ("£000s", UnitKind::Gbp { scale: 1_000 }),
        ("£ million", UnitKind::Gbp { scale: 1_000_000 }),
        ("Rate per 10,000", UnitKind::Rate { per: 10_000 }),
        ("Days", UnitKind::Days),
        ("Persons", UnitKind::Count),
        ("Score", UnitKind::Score),
        ("Ratio", UnitKind::Ratio),
        ("miles", UnitKind::Other { label: "miles".to_owned() }),
    ] {
        let read = file("a.csv", &format!("area,period,unit,value\nE1,2021-03-31,\"{words}\",5\n"));
        let facts = read.facts.unwrap();
        assert_eq!(facts.indicators[0].measures[0].unit.clone().unwrap().kind, expected, "{words}");
    }
}

#[test]
fn signs_in_all_cells_are_the_unit() {
    let unit = |cells: [&str; 2]| {
        let read =
            file("a.csv", &format!("area,period,value\nE1,2021-03-31,{}\nE2,2021-03-31,{}\n", cells[0], cells[1]));
        let problems: Vec<String> = read.problems.iter().map(|problem| problem.kind.what()).collect();
        (read.facts.unwrap().indicators[0].measures[0].unit.clone().map(|unit| unit.kind), problems.join(" "))
    };
    assert_eq!(unit(["45%", "0"]), (Some(UnitKind::Percent), String::new()));
    assert_eq!(unit(["£5", "£6m"]), (Some(UnitKind::Gbp { scale: 1 }), String::new()));
    let mixed = "Some cells of this column have a per cent sign and others have none.";
    assert_eq!(unit(["45%", "0.45"]), (None, mixed.to_owned()));
}

#[test]
fn an_indicator_has_an_id_and_a_name_where_the_file_has_both() {
    let read = file("a.csv", "area,period,KPI ID,KPI name,value\nE1,2021-03-31,CS1,Plans,5\n");
    let facts = read.facts.unwrap();
    assert_eq!((facts.indicators[0].id.as_str(), facts.indicators[0].name.as_str()), ("CS1", "Plans"));
}

#[test]
fn a_file_about_one_area_need_not_name_it() {
    let text = "indicator,period,value\nPlans,2021-03-31,5\n";
    assert!(file("a.csv", text).facts.is_none());
    let area = Some(("E06000046".to_owned(), "Isle of Wight".to_owned()));
    let read = with("a.csv", text.as_bytes(), &Options { area, ..Options::default() });
    assert_eq!(facts(&read), "E06000046 2021-03-31 Plans: 5\n");
}

#[test]
fn states_are_known_as_letters_and_words() {
    for (status, expected) in [
        ("p", "5 [p]"),
        ("[r]", "5 [r]"),
        ("Provisional", "5 [p]"),
        ("estimated", "5 [e]"),
        ("Break in series", "5 [b]"),
        ("u", "5 [u]"),
        ("Final", "5"),
    ] {
        let read = file("a.csv", &format!("area,period,value,status\nE1,2021-03-31,5,{status}\n"));
        assert_eq!(facts(&read), format!("E1 2021-03-31 a: {expected}\n"), "{status}");
        assert_eq!(told(&read), "");
    }
}

#[test]
fn notes_in_rows_become_notes_of_the_indicator() {
    let rows = "A,2021-03-31,5,Rounded\nB,2021-03-31,5,Rounded\n";
    let notes = |text: &str| {
        file("a.csv", &format!("area,period,value,notes\n{text}")).facts.unwrap().indicators[0].notes.clone()
    };
    assert_eq!(notes(rows), ["Rounded"]);
    assert_eq!(notes(&format!("{rows}C,2021-03-31,5,\n")), ["Rounded (A, B)"]);
    let many: String = (0..7).map(|at| format!("A{at},2021-03-31,5,Old code\n")).collect();
    assert_eq!(notes(&format!("{many}C,2021-03-31,5,\n")), ["Old code (A0, A1, A2, A3, A4, 2 more)"]);
}

#[test]
fn limits_that_are_exchanged_are_told_and_left_out() {
    let read = file("a.csv", "area,period,value,lower,upper\nA,2021-03-31,5,6,4\n");
    assert_eq!(facts(&read), "A 2021-03-31 a: 5\n");
    assert!(told(&read).starts_with("a.csv, row 2, column D \"lower\": "), "{}", told(&read));
}
