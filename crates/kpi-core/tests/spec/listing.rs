//! Which indicators the overview lists, and in which order.

use crate::given::{dataset, demo, period};
use kpi_core::model::{Dataset, IndicatorIx, MeasureIx};
use kpi_core::query::{Query, fragment};
use kpi_core::view::{self, IndicatorModel, OverviewModel, ValueModel};

/// What tests of targets, limits and groups share.
const TRUST: &str = include_str!("../../../../tests/fixtures/trust.kpi.json");

fn query(dataset: &Dataset, choices: &str) -> Query {
    fragment::read(&format!("kpi?{choices}"), &Query::initial(dataset), dataset).unwrap()
}

fn overview(dataset: &Dataset, choices: &str) -> OverviewModel {
    OverviewModel::new(dataset, &query(dataset, choices))
}

/// The ids of what is listed, topics before their indicators.
fn listed(dataset: &Dataset, choices: &str) -> String {
    let model = overview(dataset, choices);
    let mut words = Vec::new();
    for section in &model.sections {
        words.extend((!section.name.is_empty()).then(|| format!("[{}]", section.name)));
        words.extend(section.rows.iter().map(|row| dataset.indicator(row.indicator).unwrap().id.clone()));
    }
    let rows: Vec<IndicatorIx> = model.sections.iter().flat_map(|of| &of.rows).map(|row| row.indicator).collect();
    assert_eq!(model.listed, rows.len(), "{choices}");
    assert_eq!(view::listed(dataset, &query(dataset, choices)), rows, "{choices}");
    words.join(" ")
}

#[test]
fn what_is_looked_for() {
    let demo = demo();
    let check = |choices: &str, expect: &str| assert_eq!(listed(&demo, choices), expect, "{choices}");
    let timely = "[Timely response] assessments-in-time icpc-in-time";
    check("t=timeliness", timely);
    check("q=timely", timely);
    check("q=TIMESCALES%20%20conferences", "[Timely response] icpc-in-time");
    check("q=conferences%20assessments", "");
    // In a definition, and in a note.
    check("q=Section%2047", "[Demand] section-47");
    // A word that nobody sees.
    check("q=spent", "[Finance] outturn covid-pressures");
    check("q=overspend", "[Finance] outturn");
    check("t=timeliness&q=child", "[Timely response] icpc-in-time");
    check("t=gone&q=timescales", timely);
    check("q=%20%20&t=timeliness", timely);
}

#[test]
fn what_has_to_hold() {
    let demo = demo();
    let check = |choices: &str, expect: &str| assert_eq!(listed(&demo, choices), expect, "{choices}");
    check(
        "w=worse:previous",
        "[Timely response] assessments-in-time icpc-in-time [Quality assurance] audit-ethnicity-culture",
    );
    // Whether or not it is compared with.
    check(
        "c=&w=worse:previous",
        "[Timely response] assessments-in-time icpc-in-time [Quality assurance] audit-ethnicity-culture",
    );
    check("w=worse:E92000001", "[Local context] child-poverty");
    check("w=worse:gone&t=timeliness", "[Timely response] assessments-in-time icpc-in-time");
    check("w=target", "");
    let trust = dataset(TRUST);
    let check = |choices: &str, expect: &str| assert_eq!(listed(&trust, choices), expect, "{choices}");
    // 65 against 64 is within the tolerance of 1: nearly met is not missed.
    check("w=target", "");
    let missed = dataset(&TRUST.replace("\"tolerance\": 1", "\"tolerance\": 0.5"));
    assert_eq!(listed(&missed, "w=target"), "[Care] looked-after");
    check("w=worse:year-before&p=2021-01-01/P3M", "");
}

#[test]
fn in_which_order() {
    let demo = demo();
    let by_name = overview(&demo, "o=name");
    let [section] = by_name.sections.as_slice() else { panic!("one list") };
    let names: Vec<&str> = section.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names[..2], ["Agency worker rate", "Assessments completed within timescales"]);
    assert!(names.is_sorted_by_key(|name| name.to_ascii_lowercase()), "{names:?}");
    // Without headings every row says its topic.
    assert!(section.rows.iter().all(|row| row.topic.is_some()) && section.topic.is_none());

    let worse = listed(&demo, "o=worse&t=quality");
    assert!(worse.starts_with("audit-ethnicity-culture "), "{worse}");
    // What got better comes behind what got worse, and what cannot be judged last.
    assert!(worse.ends_with(" case-audits"), "{worse}");
}

#[test]
fn the_summary_is_of_all_indicators_whatever_is_listed() {
    let demo = demo();
    let all = overview(&demo, "").summary;
    assert!(all.starts_with("Of the 7 indicators"), "{all}");
    for choices in ["t=demand", "q=nothing%20at%20all", "w=target", "o=name"] {
        assert_eq!(overview(&demo, choices).summary, all, "{choices}");
    }
}

/// Indicators of the two latest years: polarity and values, and what stands beside them.
fn moving(indicators: &[(&str, &str, &str)]) -> Dataset {
    let indicators: Vec<String> = indicators
        .iter()
        .enumerate()
        .map(|(at, (polarity, values, beside))| {
            let comma = if beside.is_empty() { "" } else { ", " };
            format!(
                r#"{{ "id": "i{at}", "topic": "t", "name": "I{at}", "unit": {{ "kind": "percent" }}, "polarity": "{polarity}",
                "periods": ["2019", "2020"], "tolerance": 1, "series": [ {{ "area": "A", "values": {values}{comma}{beside} }} ] }}"#
            )
        })
        .collect();
    dataset(&format!(
        r#"{{ "kpi": "1.0", "title": "T", "publisher": {{ "name": "P" }}, "areas": [ {{ "id": "A", "name": "A", "role": "focus" }} ],
        "topics": [ {{ "id": "t", "name": "T" }} ], "indicators": [ {} ] }}"#,
        indicators.join(", ")
    ))
}

/// What has no direction is not judged, whether it changed or not.
#[test]
fn only_what_has_a_direction_is_counted() {
    let dataset = moving(&[
        ("none", "[5, 5]", ""),
        ("none", "[5, 6]", ""),
        ("none", "[5, 9]", ""),
        ("higher", "[5, 9]", ""),
        ("lower", "[5, 9]", ""),
        ("higher", "[5, 5]", ""),
        ("lower", "[5, 6]", ""),
        ("higher", "[5, 9]", r#""status": { "2020": "b" }"#),
    ]);
    assert_eq!(
        overview(&dataset, "").summary,
        "Of the 4 indicators that have a direction and an earlier figure, 1 got better, 1 got worse, 1 did not change and 1 did not change clearly since the period before."
    );
    // First what got worse, last what cannot be judged, in the order of the publication.
    assert_eq!(listed(&dataset, "o=worse"), "i4 i6 i5 i3 i0 i1 i2 i7");
    let unmoved = moving(&[("none", "[5, 5]", ""), ("none", "[5, 6]", "")]);
    let none = "No indicator shown here has both a direction and an earlier figure to compare with.";
    assert_eq!(overview(&unmoved, "").summary, none);
}

/// Why there is no change is said where it would stand, as the indicator's table says it; where there is no figure to begin
/// with, its own cell says why, and where there is no earlier period, nothing needs words in each row.
#[test]
fn a_change_that_is_missing_says_why() {
    for (values, beside, expect) in [
        ("[50, 60]", "", "10 points since 2019"),
        ("[50, 60]", r#""status": { "2020": "b" }"#, "not comparable with earlier figures"),
        ("[50, 60]", r#""status": { "2019": "b" }"#, "10 points since 2019"),
        ("[50, 60]", r#""remarks": { "2020": "over" }"#, "cannot be compared"),
        ("[50, 60]", r#""remarks": { "2019": "over" }"#, "cannot be compared"),
        ("[null, 60]", "", "no earlier figure"),
        (r#"["c", 60]"#, "", "no earlier figure"),
        ("[50, null]", "", ""),
        (r#"[50, "c"]"#, "", ""),
    ] {
        let dataset = moving(&[("higher", values, beside)]);
        let row = overview(&dataset, "").sections.remove(0).rows.remove(0);
        let [change] = row.changes.as_slice() else { panic!("{values}") };
        let told = change.as_ref().map(|change| format!("{} {}", change.text, change.since));
        assert_eq!(told.as_deref().unwrap_or_else(|why| why), expect, "{values} {beside}");
        if let Err(why) = change {
            let query = Query::initial(&dataset);
            let model = IndicatorModel::new(&dataset, &query, IndicatorIx(0), MeasureIx(0)).unwrap();
            let cell = &model.tables[0].rows[1].cells[1].text;
            assert!(cell == why || why.is_empty() && matches!(row.value, ValueModel::None(_)), "{values}: {cell}");
        }
    }
    let first = OverviewModel::new(
        &moving(&[("higher", "[50, 60]", "")]),
        &Query { period: Some(period("2019")), ..Query::initial(&moving(&[("higher", "[50, 60]", "")])) },
    );
    assert_eq!(first.sections[0].rows[0].changes, [Err("")]);
    // Earlier figures of another kind of period are earlier figures.
    let file =
        crate::given::with(crate::given::THREE, r#"["2020", "2021"]"#, r#"["2019-04-01/P1Y", "2021-01-01/P3M"]"#);
    let row = overview(&dataset(&file), "p=2021-01-01/P3M").sections.remove(0).rows.remove(0);
    assert_eq!(row.changes, [Err("cannot be compared")]);
}

/// The first five that moved each way are named, with their own period where that is not the chosen one; the others are counted,
/// as the summary does.
#[test]
fn what_moved() {
    let worse = ("higher", "[60, 50]", "");
    let moves = [
        worse,
        worse,
        ("lower", "[60, 50]", ""),
        worse,
        ("none", "[60, 50]", ""),
        worse,
        worse,
        ("higher", "[5, 5]", ""),
        worse,
        worse,
    ];
    let dataset = moving(&moves);
    let told = |choices: &str| {
        let model = overview(&dataset, choices);
        let mut told = vec![model.summary];
        for movers in &model.movers {
            let named: Vec<String> = movers
                .named
                .iter()
                .map(|mover| {
                    format!(
                        "{} {:?} {} {}",
                        dataset.indicator(mover.indicator).unwrap().id,
                        mover.change.direction,
                        mover.change.text,
                        mover.when
                    )
                })
                .collect();
            told.push(format!("{:?}: {} and {} more", movers.verdict, named.join("; "), movers.more));
        }
        told.join("\n")
    };
    expect_test::expect![[r#"
        Of the 9 indicators that have a direction and an earlier figure, 1 got better, 7 got worse and 1 did not change since the period before.
        Worse: i0 Less 10 points since 2019; i1 Less 10 points since 2019; i3 Less 10 points since 2019; i5 Less 10 points since 2019; i6 Less 10 points since 2019 and 2 more
        Better: i2 Less 10 points since 2019 and 0 more"#]].assert_eq(&told("p=2020"));
    assert!(overview(&dataset, "p=2019").movers.is_empty());
    assert!(overview(&dataset, "c=").movers.is_empty(), "without the period before nothing has moved");
}

/// Hundredths of the longest bar of a row, the focus first; "-" where there is no bar.
#[test]
fn bars_are_in_proportion() {
    let demo = demo();
    let query = Query { period: Some(period("2021-01-01/P3M")), ..Query::initial(&demo) };
    let model = OverviewModel::new(&demo, &query);
    let check = |id: &str, expect: &str| {
        let row = model.sections.iter().flat_map(|section| &section.rows);
        let row = row.into_iter().find(|row| demo.indicator(row.indicator).unwrap().id == id).unwrap();
        let shares = std::iter::once(row.share).chain(row.against.iter().map(|against| against.share));
        let shares: Vec<String> = shares.map(|share| share.map_or("-".to_owned(), |share| share.to_string())).collect();
        assert_eq!(shares.join(" "), expect, "{id}");
    };
    // 107, 78.5, 53, 67
    check("children-looked-after", "100 73 50 63");
    // 12% against England's 16%: a whole bar is 100%.
    check("vacancy-rate", "12 - - 16");
    // Nothing to be in proportion to.
    check("icpc-in-time", "- - - -");
    // More than the whole is the whole.
    let file = crate::given::with(crate::given::THREE, "[5, 6]", "[5, 140]").replace("[7, 8]", "[7, 70]");
    let row = overview(&dataset(&file), "c=B").sections.remove(0).rows.pop().unwrap();
    assert_eq!((row.share, row.against[0].share), (Some(100), Some(50)));
    // Totals have none.
}
