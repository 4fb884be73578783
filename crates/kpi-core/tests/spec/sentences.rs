//! What is said above the charts, case by case.

use crate::given::{EVERYTHING, THREE, dataset, with};
use kpi_core::model::{IndicatorIx, MeasureIx};
use kpi_core::query::{Query, View, fragment};
use kpi_core::view::{IndicatorModel, OverviewModel};
use kpi_core::words::sentence;

/// The sentence of the first indicator for periods, values of Ayton, more of that series, and values of Beeton.
fn check(unit: &str, periods: &str, values: &str, more: &str, beeton: &str, expect: &str) {
    let file = with(THREE, r#""kind": "percent""#, unit);
    let file = with(&file, r#"["2020", "2021"]"#, periods);
    let file = with(&file, "[1, 2] }", &format!(r#"[{values}]{more} }}, {{ "area": "B", "values": [{beeton}] }}"#));
    let dataset = dataset(&file);
    let view = View::Indicator { indicator: IndicatorIx(0), measure: MeasureIx(0) };
    // At the latest period: the filter's own may be of another indicator.
    let query = Query { view, period: None, ..Query::initial(&dataset) };
    let model = IndicatorModel::new(&dataset, &query, IndicatorIx(0), MeasureIx(0)).unwrap();
    assert_eq!(model.sentence, expect);
}

const YEARS: &str = r#"["2019", "2020"]"#;
const PERCENT: &str = r#""kind": "percent""#;

#[test]
fn level_change_and_comparators() {
    let rates = r#""kind": "rate", "per": 10000"#;
    check(
        PERCENT,
        YEARS,
        "90, 95",
        "",
        "1, 90",
        "95% in 2020, up 5 percentage points since 2019 (90%). It is 5 percentage points higher than Beeton (90%). No better or worse direction is defined.",
    );
    check(
        PERCENT,
        YEARS,
        "90, 90.0",
        "",
        "1, 90",
        "90.0% in 2020, unchanged since 2019. It is the same as Beeton (90%). No better or worse direction is defined.",
    );
    check(
        PERCENT,
        YEARS,
        "90, 89",
        "",
        "1, null",
        "89% in 2020, down 1 percentage point since 2019 (90%). No better or worse direction is defined. No figure to compare with is published for Beeton.",
    );
    check(
        rates,
        YEARS,
        "78.5, 107",
        "",
        "1, 78.5",
        "107 per 10,000 in 2020, up 28.5 since 2019 (78.5). It is 28.5 higher than Beeton (78.5). No better or worse direction is defined.",
    );
    check(
        r#""kind": "gbp", "scale": 1000"#,
        YEARS,
        "-603, 5",
        "",
        "1, 1200",
        "£5 thousand in 2020, up £608 thousand since 2019 (−\u{2060}£603 thousand). It is £1,195 thousand lower than Beeton (£1,200 thousand). No better or worse direction is defined.",
    );
    check(
        r#""kind": "days""#,
        YEARS,
        "2, 1",
        "",
        "1, 3",
        "1 day in 2020, down 1 day since 2019 (2). It is 2 days lower than Beeton (3). No better or worse direction is defined.",
    );
}

#[test]
fn gaps_are_named() {
    check(PERCENT, YEARS, r#"90, "c""#, "", "1, 90", "No figure in 2020: confidential.");
    check(PERCENT, YEARS, "90, null", "", "1, 90", "No figure in 2020: not published.");
    check(
        PERCENT,
        YEARS,
        r#""z", 90"#,
        "",
        "1, 90",
        "90% in 2020. It is the same as Beeton (90%). There is no earlier figure to compare with. No better or worse direction is defined.",
    );
    check(
        PERCENT,
        r#"["2018", "2020"]"#,
        "80, 90",
        "",
        "1, null",
        "90% in 2020. There is no earlier figure to compare with. No figure to compare with is published for Beeton.",
    );
    check(
        PERCENT,
        YEARS,
        "80, 90",
        r#", "status": { "2020": "b" }"#,
        "1, null",
        "90% in 2020 (not comparable with earlier figures). There is no earlier figure to compare with. No figure to compare with is published for Beeton.",
    );
}

#[test]
fn remarks_and_marks_stand_with_the_figure() {
    check(
        PERCENT,
        YEARS,
        "80, 90",
        r#", "status": { "2020": "e" }, "remarks": { "2020": "approximately" }"#,
        "1, 90",
        "Approximately 90% in 2020 (estimated), up 10 percentage points since 2019 (80%). It is the same as Beeton (90%). No better or worse direction is defined.",
    );
}

#[test]
fn every_kind_of_period_has_its_preposition() {
    for (period, expect) in [
        (r#""2021-03-31""#, "5% on 31 March 2021. There is no earlier figure to compare with."),
        (r#""2020-02-01/P3M""#, "5% from February to April 2020. There is no earlier figure to compare with."),
        (r#""2020-10-01/P1Y""#, "5% from October 2020 to September 2021. There is no earlier figure to compare with."),
        (r#""undated""#, "5%, with no date given."),
        (r#"{ "id": "undated", "label": "at the last count" }"#, "5% (at the last count)."),
        (
            r#"{ "id": "2020-10-01/P3M", "label": "Autumn term" }"#,
            "5% in Autumn term. There is no earlier figure to compare with.",
        ),
    ] {
        check(
            PERCENT,
            &format!("[{period}]"),
            "5",
            "",
            "null",
            &format!("{expect} No figure to compare with is published for Beeton."),
        );
    }
}

#[test]
fn better_and_worse() {
    for (polarity, values, expect) in [
        (
            "higher",
            "90, 95",
            "95% in 2020, up 5 percentage points since 2019 (90%), which is better. Higher is better.",
        ),
        (
            "higher",
            "90, 85",
            "85% in 2020, down 5 percentage points since 2019 (90%), which is worse. Higher is better.",
        ),
        ("lower", "90, 95", "95% in 2020, up 5 percentage points since 2019 (90%), which is worse. Lower is better."),
        (
            "lower",
            "90, 85",
            "85% in 2020, down 5 percentage points since 2019 (90%), which is better. Lower is better.",
        ),
        ("lower", "90, 90", "90% in 2020, unchanged since 2019. Lower is better."),
        (
            "none",
            "90, 85",
            "85% in 2020, down 5 percentage points since 2019 (90%). No better or worse direction is defined.",
        ),
    ] {
        let unit = format!(r#""kind": "percent" }}, "polarity": "{polarity}", "notes": [], "source": {{ "name": "S""#);
        check(
            &unit,
            YEARS,
            values,
            "",
            "1, null",
            &format!("{expect} No figure to compare with is published for Beeton."),
        );
    }
}

/// An indicator asked for at a time that it has no figure of.
#[test]
fn no_figure_for_this_time() {
    let quarters = |first: &str, second: &str| {
        let file = with(THREE, r#"["2020", "2021"]"#, &format!(r#"["{first}", "{second}"]"#));
        with(&file, r#"["2020", "2021"]"#, r#"["2020-04-01/P3M", "2021-01-01/P3M"]"#)
    };
    for (first, second, at, expect) in [
        (
            "2020-07-01/P3M",
            "2020-10-01/P3M",
            "2020-04-01/P3M",
            "There is no figure for Q1 2020/21. The earliest is for Q2 2020/21.",
        ),
        (
            "2020-07-01/P3M",
            "2020-10-01/P3M",
            "2021-01-01/P3M",
            "There is no figure for Q4 2020/21. The latest is for Q3 2020/21.",
        ),
        (
            "2021-04-01/P1Y",
            "2022-04-01/P1Y",
            "2021-01-01/P3M",
            "There is no figure for Q4 2020/21. The earliest is for 2021/22.",
        ),
    ] {
        let dataset = dataset(&quarters(first, second));
        let query = fragment::read(&format!("kpi?i=one&p={at}"), &Query::initial(&dataset), &dataset).unwrap();
        let model = IndicatorModel::new(&dataset, &query, IndicatorIx(0), MeasureIx(0)).unwrap();
        assert_eq!(model.sentence, expect);
        assert!(model.table.is_none() && model.charts.is_empty() && model.period.is_empty());
    }
}

/// A part that stands for want of a total is called by its name.
#[test]
fn a_part_is_not_sold_as_the_whole() {
    let dataset = dataset(EVERYTHING);
    let query = Query::initial(&dataset);
    let model = IndicatorModel::new(&dataset, &query, IndicatorIx(2), MeasureIx(0)).unwrap();
    assert!(model.sentence.starts_with("Girls: 60.0 per 10,000 on 31 March 2021"), "{}", model.sentence);
    assert_eq!(model.table.unwrap().caption, "Children by age and sex: rate per 10,000, Girls, 31 March 2021");
    let overview = OverviewModel::new(&dataset, &query);
    let rows: Vec<String> =
        overview.sections.iter().flat_map(|section| &section.rows).map(|row| format!("{:?}", row.value)).collect();
    assert!(rows.iter().any(|row| row.contains(r#"unit: "per 10,000, Girls""#)), "{rows:?}");
}

#[test]
fn the_overview_in_a_sentence() {
    for (better, worse, same, expect) in [
        (0, 0, 0, "No indicator shown here has both a direction and an earlier figure to compare with."),
        (
            1,
            0,
            0,
            "Of the one indicator that has a direction and an earlier figure, 1 got better and 0 got worse since the period before.",
        ),
        (
            3,
            2,
            0,
            "Of the 5 indicators that have a direction and an earlier figure, 3 got better and 2 got worse since the period before.",
        ),
        (
            3,
            2,
            1,
            "Of the 6 indicators that have a direction and an earlier figure, 3 got better, 2 got worse and 1 did not change since the period before.",
        ),
    ] {
        assert_eq!(sentence::overview(better, worse, same), expect);
    }
}

#[test]
fn lists() {
    for (parts, expect) in [("", ""), ("a", "a"), ("a b", "a and b"), ("a b c", "a, b and c")] {
        let parts: Vec<String> = parts.split_whitespace().map(str::to_owned).collect();
        assert_eq!(sentence::listed(&parts, "and"), expect);
    }
}
