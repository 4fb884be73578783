use crate::given::{DEMO, EVERYTHING, THREE, dataset, decimal, demo, holds, read, with};
use crate::hostile::{mutated, mutations};
use kpi_core::check::{self, Severity, sums};
use kpi_core::ingest::read_data_file;
use kpi_core::model::{Decimal, MeasureIx, Unit, UnitKind};
use kpi_core::query::{Query, Sight};
use proptest::collection::vec;
use proptest::prelude::prop_assert;

/// Findings, one a line: severity [place] what.
fn found(file: &str) -> String {
    let dataset = dataset(file);
    let mut told = String::new();
    for finding in check::check(&dataset) {
        assert!(finding.mend().ends_with('.') && finding.what().ends_with('.'));
        let severity = if finding.severity() == Severity::Note { "note" } else { "warning" };
        told += &format!("{severity} [{}] {}\n", finding.place.words(&dataset), finding.what());
    }
    told
}

/// The rounding of the slide's table, which its notes tell, and nothing else.
#[test]
fn the_demo() {
    // Numbers carry a word joiner behind the minus sign.
    let found = found(DEMO).replace('\u{2060}', "");
    let place = "note [Budget and outturn by service area";
    let expect = [
        "Forecast, Isle of Wight, 2020/21] The parts add up to £27.019 million, £1 thousand more than the published total; \
         rounding alone can make a difference of up to £2 thousand.",
        "Variance, Isle of Wight, 2020/21] Outturn less budget is −£604 thousand, and the published variance −£603 thousand; \
         rounding can explain that.",
    ];
    assert_eq!(found, expect.map(|expect| format!("{place}, {expect}\n")).concat());
}

/// A publication in which there is nothing to find: quarters, years, a rate with what it is made of, limits, a group, a table
/// of money and one of ages with parents.
const SOUND: &str = r#"{ "kpi": "1.0", "title": "Sound", "publisher": { "name": "P" },
  "areas": [
    { "id": "E06000046", "name": "Isle of Wight", "role": "focus" },
    { "id": "B", "name": "Beeton" }, { "id": "C", "name": "Ceeton" }, { "id": "D", "name": "Deeton" },
    { "id": "SN", "name": "Neighbours", "method": "median", "members": ["B", "C", "D"] },
    { "id": "E12000008", "name": "South East" }, { "id": "E92000001", "name": "England" } ],
  "topics": [ { "id": "t", "name": "Time" }, { "id": "m", "name": "Money" } ],
  "indicators": [
    { "id": "assessments", "topic": "t", "name": "Assessments in time", "unit": { "kind": "percent" }, "polarity": "higher",
      "definition": "D.", "source": { "name": "S" }, "target": 85,
      "periods": ["2020-01-01/P3M", "2020-04-01/P3M", "2020-07-01/P3M", "2020-10-01/P3M", "2021-01-01/P3M"],
      "series": [
        { "area": "E06000046", "values": [79, 81, 80, 83, 84] },
        { "area": "B", "values": [70, 71, 75, 74, 73] },
        { "area": "C", "values": [88, "c", 86, 85, 87] },
        { "area": "D", "values": [61, 64, 63, 66, 67] },
        { "area": "E92000001", "values": [80.1, 80.4, 80.9, 81.3, 81.2] } ] },
    { "id": "visits", "topic": "t", "name": "Visits in time", "unit": { "kind": "percent", "decimals": 1 }, "polarity": "higher",
      "definition": "D.", "source": { "name": "S" },
      "periods": ["2020-01-01/P3M", "2020-04-01/P3M", "2020-07-01/P3M", "2020-10-01/P3M", "2021-01-01/P3M"],
      "series": [ { "area": "E06000046", "values": [91.2, 92.5, 90.8, 91.7, 93.0] } ] },
    { "id": "reviews", "topic": "t", "name": "Reviews in time", "unit": { "kind": "percent" }, "polarity": "higher",
      "definition": "D.", "source": { "name": "S" },
      "periods": ["2020-01-01/P3M", "2020-04-01/P3M", "2020-07-01/P3M", "2020-10-01/P3M", "2021-01-01/P3M"],
      "series": [ { "area": "E06000046", "values": [95, 96, 94, 97, 98] }, { "area": "E12000008", "values": [89, 90, 91, 90, 92] } ] },
    { "id": "rate", "topic": "t", "name": "Children looked after", "polarity": "none", "definition": "D.", "source": { "name": "S" },
      "periods": ["2018-03-31", "2019-03-31", "2020-03-31", "2021-03-31"],
      "measures": [
        { "id": "rate", "name": "Rate", "unit": { "kind": "rate", "per": 10000 } },
        { "id": "number", "name": "Number", "role": "numerator", "unit": { "kind": "count" } },
        { "id": "children", "name": "Children", "role": "denominator", "unit": { "kind": "count" } } ],
      "series": [
        { "area": "E06000046", "measure": "rate", "values": [89, 96, 107, 112],
          "lower": [78, 85, 95, 99], "upper": [100, 108, 120, 126],
          "status": { "2020-03-31": "r" }, "previous": { "2020-03-31": [ { "value": 105 } ] } },
        { "area": "E06000046", "measure": "number", "values": [216, 232, 257, 268] },
        { "area": "E06000046", "measure": "children", "values": [24251, 24107, 23961, 23892] },
        { "area": "E92000001", "measure": "rate", "values": [64, 65, 67, 69] } ] },
    { "id": "spending", "topic": "m", "name": "Spending", "polarity": "none", "definition": "D.", "source": { "name": "S" },
      "periods": ["2019-04-01/P1Y", "2020-04-01/P1Y"],
      "measures": [
        { "id": "budget", "name": "Budget", "role": "budget", "unit": { "kind": "gbp", "scale": 1000 } },
        { "id": "outturn", "name": "Outturn", "role": "outturn", "unit": { "kind": "gbp", "scale": 1000 } },
        { "id": "variance", "name": "Variance", "role": "variance", "unit": { "kind": "gbp", "scale": 1000 } },
        { "id": "percent", "name": "Variance, %", "role": "percent", "unit": { "kind": "percent" } } ],
      "dimensions": [ { "id": "s", "name": "Service", "categories": [
        { "id": "x", "name": "Schools" }, { "id": "y", "name": "Families" }, { "id": "all", "name": "All", "total": true } ] } ],
      "series": [
        { "area": "E06000046", "measure": "budget", "at": { "s": "x" }, "values": [4351, 4402] },
        { "area": "E06000046", "measure": "budget", "at": { "s": "y" }, "values": [21218, 21876] },
        { "area": "E06000046", "measure": "budget", "at": { "s": "all" }, "values": [25569, 26278] },
        { "area": "E06000046", "measure": "outturn", "at": { "s": "x" }, "values": [3977, 4511] },
        { "area": "E06000046", "measure": "outturn", "at": { "s": "y" }, "values": [21195, 22013] },
        { "area": "E06000046", "measure": "outturn", "at": { "s": "all" }, "values": [25172, 26524] },
        { "area": "E06000046", "measure": "variance", "at": { "s": "all" }, "values": [-397, 246] },
        { "area": "E06000046", "measure": "percent", "at": { "s": "all" }, "values": [-1.6, 0.9] } ] },
    { "id": "ages", "topic": "m", "name": "Children by age", "unit": { "kind": "count" }, "polarity": "none", "definition": "D.",
      "source": { "name": "S" }, "periods": ["2019", "2020"],
      "dimensions": [ { "id": "age", "name": "Age", "categories": [
        { "id": "all", "name": "All ages", "total": true }, { "id": "young", "name": "Under 10", "parent": "all" },
        { "id": "0", "name": "0 to 4", "parent": "young" }, { "id": "5", "name": "5 to 9", "parent": "young" },
        { "id": "10", "name": "10 to 17", "parent": "all" } ] } ],
      "series": [
        { "area": "E06000046", "at": { "age": "all" }, "values": [1203, 1251] },
        { "area": "E06000046", "at": { "age": "young" }, "values": [702, 718] },
        { "area": "E06000046", "at": { "age": "0" }, "values": [301, 311] },
        { "area": "E06000046", "at": { "age": "5" }, "values": [401, 407] },
        { "area": "E06000046", "at": { "age": "10" }, "values": [501, 533] } ] }
  ] }"#;

#[test]
fn nothing_is_found_where_nothing_is() {
    assert_eq!(found(SOUND), "");
}

/// What stands in the file, and what instead of it.
type Changes = &'static [(&'static str, &'static str)];

/// Faults planted in the sound publication: what, what is changed, and what has to be found.
const FAULTS: &[(&str, Changes, &str)] = &[
    // Totals
    ("a part is rounded otherwise", &[("[4351, 4402]", "[4352, 4402]")], "rounding alone can make"),
    ("a part is wrong", &[("[21195, 22013]", "[21195, 22031]")], "rounding alone explains no more"),
    ("a total is wrong", &[("[1203, 1251]", "[1230, 1251]")], "The parts add up to 1,203, 27 less"),
    ("a subtotal is wrong", &[("[702, 718]", "[720, 718]")], "The parts add up to 702, 18 less"),
    (
        "parts overlap in every period",
        &[
            (r#""periods": ["2019", "2020"]"#, r#""periods": ["2018", "2019", "2020"]"#),
            ("[1203, 1251]", "[1000, 1003, 1051]"),
            ("[702, 718]", "[703, 702, 718]"),
            ("[301, 311]", "[302, 301, 311]"),
            ("[401, 407]", "[401, 401, 407]"),
            ("[501, 533]", "[502, 501, 533]"),
        ],
        "do not add up to 3 of 3 totals",
    ),
    // Budgets
    ("a variance is wrong", &[("[-397, 246]", "[-379, 246]")], "Outturn less budget is"),
    (
        "a variance has the other sign",
        &[("[-397, 246]", "[397, -246]"), ("[-1.6, 0.9]", "[1.6, -0.9]")],
        "budget less outturn",
    ),
    ("a variance is rounded otherwise", &[("[-397, 246]", "[-398, 246]")], "rounding can explain that"),
    ("a percentage is wrong", &[("[-1.6, 0.9]", "[-1.6, 9.0]")], "The variance is 0.9% of the budget, and 9.0%"),
    // Rates
    ("a rate is wrong", &[("[89, 96, 107, 112]", "[89, 96, 107, 114]")], "are 112 per 10,000, and 114"),
    ("a numerator is wrong", &[("[216, 232, 257, 268]", "[216, 232, 275, 268]")], "are 115 per 10,000"),
    (
        "the denominator is in thousands",
        &[("[24251, 24107, 23961, 23892]", "[24.3, 24.1, 24.0, 23.9]")],
        "and 89 per 10,000",
    ),
    // Limits and ranges
    (
        "a figure is above its limits",
        &[("[100, 108, 120, 126]", "[100, 108, 106, 126]")],
        "is not between its confidence limits",
    ),
    ("a percentage above 100", &[("[95, 96, 94, 97, 98]", "[95, 96, 94, 97, 108]")], "108% is not between 0 and 100"),
    ("a negative percentage", &[("[95, 96, 94, 97, 98]", "[95, -96, 94, 97, 98]")], "−96% is not between 0 and 100"),
    ("a negative number", &[("[216, 232, 257, 268]", "[216, -232, 257, 268]")], "−232 is less than nothing"),
    ("a target out of reach", &[(r#""target": 85"#, r#""target": 185"#)], "No figure in this unit can reach"),
    ("a target as a fraction", &[(r#""target": 85"#, r#""target": 0.85"#)], "The target is 0.85%"),
    // Slips
    (
        "a point too far right",
        &[("[80.1, 80.4, 80.9, 81.3, 81.2]", "[80.1, 804, 80.9, 81.3, 81.2]")],
        "ten times as large as",
    ),
    ("a point too far left", &[("[216, 232, 257, 268]", "[216, 23.2, 257, 268]")], "a tenth of"),
    (
        "the latest a hundred times",
        &[("[24251, 24107, 23961, 23892]", "[24251, 24107, 23961, 2389200]")],
        "a hundred times as large as",
    ),
    ("a fraction in the series", &[("[95, 96, 94, 97, 98]", "[95, 96, 0.94, 97, 98]")], "0.94%"),
    ("a fraction among areas", &[("[79, 81, 80, 83, 84]", "[79, 81, 80, 83, 0.84]")], "stands among figures like"),
    (
        "fractions throughout",
        &[("[91.2, 92.5, 90.8, 91.7, 93.0]", "[0.912, 0.925, 0.908, 0.917, 0.93]")],
        "All these percentages",
    ),
    // The same twice
    (
        "a row copied to another indicator",
        &[("[95, 96, 94, 97, 98]", "[79, 81, 80, 83, 84]")],
        "The figures are those of “Assessments in time”",
    ),
    (
        "a row copied to another area",
        &[("[79, 81, 80, 83, 84]", "[80.1, 80.4, 80.9, 81.3, 81.2]")],
        "The figures are those of Isle of Wight",
    ),
    // Revisions
    (
        "revised from nothing",
        &[(r#", "previous": { "2020-03-31": [ { "value": 105 } ] }"#, "")],
        "nothing says what it was before",
    ),
    (
        "revised from the same",
        &[(r#"{ "value": 105 }"#, r#"{ "value": 107.0 }"#)],
        "The earlier figure is the present one",
    ),
    (
        "revised from the same, with what it was before that behind it",
        &[(
            r#"{ "value": 105 }"#,
            r#"{ "value": 107, "published": "2021-03-31" }, { "value": 105, "published": "2020-11-30" }"#,
        )],
        "The earlier figure is the present one",
    ),
    // Periods
    (
        "the latest quarter is missing",
        &[("[95, 96, 94, 97, 98]", "[95, 96, 94, 97, null]")],
        "most of this topic have Q4 2020/21",
    ),
    (
        "a quarter is left out",
        &[(
            r#"["2020-01-01/P3M", "2020-04-01/P3M", "2020-07-01/P3M", "2020-10-01/P3M", "2021-01-01/P3M"],
      "series": [ { "area": "E06000046", "values": [91.2, 92.5, 90.8"#,
            r#"["2020-01-01/P3M", "2020-04-01/P3M", "2020-10-01/P3M", "2021-01-01/P3M"],
      "series": [ { "area": "E06000046", "values": [91.2, 92.5"#,
        )],
        "The period between Q1 2020/21 and Q3 2020/21 is missing",
    ),
    (
        "a figure is missing in between",
        &[("[95, 96, 94, 97, 98]", "[95, 96, null, 97, 98]")],
        "neither a figure nor a reason",
    ),
    // What is empty
    (
        "an area without figures",
        &[(r#"{ "id": "B", "name"#, r#"{ "id": "Z", "name": "Zeeton" }, { "id": "B", "name"#)],
        "There is no figure of this area",
    ),
    (
        "a topic without indicators",
        &[(r#"{ "id": "m", "name"#, r#"{ "id": "z", "name": "Zeal" }, { "id": "m", "name"#)],
        "The topic “Zeal” has no indicators",
    ),
    (
        "an indicator without the focus",
        &[(r#"{ "area": "E06000046", "values": [95, 96, 94, 97, 98] }, "#, "")],
        "the area that the publication is about",
    ),
    // Groups
    (
        "a member without figures",
        &[
            (r#"["B", "C", "D"]"#, r#"["B", "C", "D", "Z"]"#),
            (r#"{ "id": "B", "name"#, r#"{ "id": "Z", "name": "Zeeton" }, { "id": "B", "name"#),
        ],
        "no figure of these of its 4 members: Zeeton",
    ),
    (
        "too few members in the latest period",
        &[("[70, 71, 75, 74, 73]", "[70, 71, 75, 74, \"c\"]"), ("[61, 64, 63, 66, 67]", "[61, 64, 63, 66, \"c\"]")],
        "1 of 3 members have a figure",
    ),
    (
        "the focus among the members",
        &[(r#"["B", "C", "D"]"#, r#"["B", "C", "D", "E06000046"]"#)],
        "contains the area that it is compared with",
    ),
    ("a published group without figures", &[(r#""median""#, r#""published""#)], "no figure of the group is published"),
    // Words
    ("no definition", &[(r#""definition": "D.", "#, "")], "There is no definition"),
    ("no source", &[(r#""source": { "name": "S" },"#, "")], "There is no source"),
    (
        "no polarity anywhere",
        &[
            (r#""polarity": "higher""#, r#""polarity": "none""#),
            (r#""polarity": "higher""#, r#""polarity": "none""#),
            (r#""polarity": "higher""#, r#""polarity": "none""#),
        ],
        "No indicator says whether",
    ),
    (
        "one name for two",
        &[(r#""Visits in time""#, r#""Assessments  in Time""#)],
        "Another indicator has the same name",
    ),
    (
        "one label for two periods",
        &[(
            r#"["2018-03-31", "2019-03-31","#,
            r#"[{ "id": "2018-03-31", "label": "March" }, { "id": "2019-03-31", "label": "march" },"#,
        )],
        "is the label of another period",
    ),
    (
        "a code of another name",
        &[(r#""name": "South East""#, r#""name": "South West""#)],
        "E12000008 is the code of South East",
    ),
    ("a name of another code", &[("E92000001", "E92000002")], "The code of this name is E92000001"),
    (
        "a change before the publication",
        &[(r#""title": "Sound","#, r#""title": "Sound", "published": "2021-02-10", "modified": "2021-02-01","#)],
        "last changed on 1 February 2021",
    ),
    // Judging
    (
        "a direction of a total",
        &[
            (r#"{ "kind": "percent", "decimals": 1 }"#, r#"{ "kind": "count", "decimals": 1 }"#),
            (
                r#"[91.2, 92.5, 90.8, 91.7, 93.0] }"#,
                r#"[91.2, 92.5, 90.8, 91.7, 93.0] }, { "area": "B", "values": [81.2, 82.5, 80.8, 81.7, 83.1] }"#,
            ),
        ],
        "it depends on their size",
    ),
    (
        "a tolerance of pounds and per cent",
        &[(r#""name": "Spending","#, r#""name": "Spending", "tolerance": 1,"#)],
        "One tolerance holds",
    ),
    (
        "decimals that hide",
        &[
            (r#""decimals": 1"#, r#""decimals": 0"#),
            ("[91.2, 92.5, 90.8, 91.7, 93.0]", "[91.2, 90.8, 92.5, 91.7, 93.0]"),
        ],
        "are both shown as",
    ),
    (
        "a target with more decimals than its unit",
        &[(r#""decimals": 1 }, "polarity""#, r#""decimals": 1 }, "target": 92.25, "polarity""#)],
        "The target of 92.25 is shown as 92.3%",
    ),
    (
        "targets with more decimals than their unit",
        &[(
            r#""decimals": 1 }, "polarity""#,
            r#""decimals": 0 }, "target": { "2020-01-01/P3M": 74.5, "2020-04-01/P3M": 75, "2020-07-01/P3M": 75.5 }, "polarity""#,
        )],
        "The target of 75.5 is shown as 76%",
    ),
];

#[test]
fn planted_faults_are_found() {
    let mut told = String::new();
    for (fault, changes, expect) in FAULTS {
        let mut file = SOUND.to_owned();
        for (from, to) in *changes {
            // A code stands in every series; everything else is changed once.
            file = if from.starts_with("E9") { file.replace(from, to) } else { with(&file, from, to) };
        }
        let found = found(&file);
        assert!(found.contains(expect), "{fault}:\n{found}");
        told += &format!("{fault}\n{found}\n");
    }
    expect_test::expect_file!["snapshots/findings.txt"].assert_eq(&told);
}

/// What looks like a fault and is none: what, and what is changed.
#[test]
fn no_false_alarms() {
    let none: &[(&str, Changes)] = &[
        ("a part is a symbol", &[("[301, 311]", r#"["c", 311]"#), ("[702, 718]", "[\"c\", 718]")]),
        ("a part has a remark", &[("[301, 311] }", r#"[300, 311], "remarks": { "2019": "about" } }"#)]),
        ("a part has no series", &[(r#"{ "area": "E06000046", "at": { "age": "0" }, "values": [301, 311] },"#, "")]),
        (
            "a total rounded to ten, as national totals are",
            &[
                ("[1203, 1251]", "[1210, 1250]"),
                ("[702, 718]", "[700, 720]"),
                ("[301, 311]", "[300, 310]"),
                ("[401, 407]", "[400, 410]"),
                ("[501, 533]", "[510, 530]"),
            ],
        ),
        (
            "a change above 100%",
            &[("Reviews in time", "Change of reviews"), ("[95, 96, 94, 97, 98]", "[95, 196, -94, 97, 98]")],
        ),
        ("an indicator that is often above 100%", &[("[95, 96, 94, 97, 98]", "[95, 106, 104, 97, 108]")]),
        (
            "a rate that is small everywhere",
            &[
                ("[95, 96, 94, 97, 98]", "[0.08, 0.11, 0.1, 0.09, 0.12]"),
                ("[89, 90, 91, 90, 92]", "[0.1, 0.1, 0.11, 0.1, 0.1]"),
            ],
        ),
        ("one digit by chance", &[("[95, 96, 94, 97, 98]", "[3, 2, 21, 2, 3]")]),
        ("a jump that stays", &[("[95, 96, 94, 97, 98]", "[9.5, 9.6, 94, 97, 98]")]),
        (
            "a jump at a break",
            &[("[95, 96, 94, 97, 98] }", r#"[95, 96, 94, 97, 9.8], "status": { "2021-01-01/P3M": "b" } }"#)],
        ),
        (
            "zeros",
            &[("[95, 96, 94, 97, 98]", "[0, 0, 0, 0, 0]"), ("[91.2, 92.5, 90.8, 91.7, 93.0]", "[0, 0, 0, 0, 0]")],
        ),
        ("a symbol in the latest quarter", &[("[95, 96, 94, 97, 98]", "[95, 96, 94, 97, \"x\"]")]),
        ("a symbol in between", &[("[95, 96, 94, 97, 98]", "[95, 96, \"c\", 97, 98]")]),
        (
            "every second year",
            &[(
                r#"["2018-03-31", "2019-03-31", "2020-03-31", "2021-03-31"]"#,
                r#"["2014-03-31", "2016-03-31", "2020-03-31", "2021-03-31"]"#,
            )],
        ),
        (
            "a target with as many decimals as its unit shows, and zeros",
            &[(r#""decimals": 1 }, "polarity""#, r#""decimals": 1 }, "target": 92.500, "polarity""#)],
        ),
        ("a target with decimals, and a unit without", &[(r#""target": 85"#, r#""target": 84.5"#)]),
        ("limits of other decimals", &[("[78, 85, 95, 99]", "[89.4, 85, 95, 99]")]),
        ("a region by another name", &[(r#""name": "South East""#, r#""name": "South-East region""#)]),
        ("an id of one's own", &[("E92000001", "ENG")]),
        ("a numerator rounded to five", &[("[216, 232, 257, 268]", "[215, 230, 255, 270]")]),
        ("no denominator at all", &[("[24251, 24107, 23961, 23892]", "[0, null, \"c\", 23892]")]),
        (
            "a budget of nothing",
            &[
                ("[25569, 26278]", "[0, 26278]"),
                ("[4351, 4402]", "[0, 4402]"),
                ("[21218, 21876]", "[0, 21876]"),
                ("[25172, 26524]", "[0, 26524]"),
                ("[3977, 4511]", "[0, 4511]"),
                ("[21195, 22013]", "[0, 22013]"),
                ("[-397, 246]", "[0, 246]"),
            ],
        ),
    ];
    for (what, changes) in none {
        let mut file = SOUND.to_owned();
        for (from, to) in *changes {
            file = if from.starts_with("E9") { file.replace(from, to) } else { with(&file, from, to) };
        }
        // What a publication says of its notes and words is not at stake here.
        let found = found(&file);
        assert_eq!(found, "", "{what}");
    }
}

/// Each of the numbers and their total rounded by itself: the gap never exceeds what is allowed, and reaches it.
#[test]
fn what_rounding_can_do() {
    let rounded = |number: i64, decimals: u8| Decimal::new(number, 4).with_decimals(decimals);
    holds(3000, (vec(-99_999_999..99_999_999_i64, 2..12), vec(0..4_u8, 12)), |(parts, decimals)| {
        let total = rounded(parts.iter().sum(), decimals[11]);
        let mut all = vec![total];
        let mut rest = total;
        for (part, decimals) in parts.iter().zip(&decimals) {
            let part = rounded(*part, *decimals);
            rest = rest.minus(part);
            all.push(part);
        }
        prop_assert!(rest.magnitude() <= sums::rounding(&all), "{rest} of {all:?}");
        Ok(())
    });
    // 0.4999 of each part is lost, as much as can be.
    for parts in 2..12_i64 {
        let all: Vec<Decimal> = (0..parts).map(|at| rounded(10_000 * (at + 7) + 4_999, 0)).collect();
        let total: i64 = (0..parts).map(|at| 10_000 * (at + 7) + 4_999).sum();
        let sum: i64 = all.iter().map(|part| part.mantissa()).sum();
        let total = rounded(total, 0);
        let numbers: Vec<Decimal> = all.iter().copied().chain([total]).collect();
        assert_eq!(total.mantissa() - sum, sums::rounding(&numbers).mantissa(), "{parts} parts");
    }
}

/// numbers that should add up to the first, what rounding allows
#[test]
fn the_room_that_rounding_leaves() {
    for (numbers, expect) in [
        ("27018 3977 189 1658 21195", "2"),
        ("3 1 2", "1"),
        ("3 3", "0"),
        ("9 1 2 3", "1"),
        // One with a decimal is known better.
        ("3.1 1 2.2", "0.5"),
        ("3.0 1.1 2.2", "0.1"),
        ("100 40 70", "10"),
        ("1000 400 700", "100"),
        ("105 45 55", "5"),
        ("3.00 1.50 1.25", "0.05"),
    ] {
        let numbers: Vec<Decimal> = numbers.split(' ').map(decimal).collect();
        assert_eq!(sums::rounding(&numbers), decimal(expect), "{numbers:?}");
    }
}

/// What the page says of an indicator, a measure and a period.
fn said(file: &str, indicator: usize, measure: u16, position: usize) -> String {
    let dataset = dataset(file);
    let query = Query::initial(&dataset);
    let indicator = &dataset.indicators[indicator];
    let sight = Sight::new(&dataset, &query, indicator, MeasureIx(measure), position);
    let unit = &indicator.measures[usize::from(measure)].unit;
    sums::sums(sight).map(|sum| sums::sentence(kpi_core::words::Lang::En, &sum, unit)).unwrap_or_default()
}

#[test]
fn what_the_page_says() {
    let at = demo().indicators.iter().position(|indicator| indicator.id == "outturn").unwrap();
    assert_eq!(
        said(DEMO, at, 1, 0),
        "The parts add up to £27.019 million, £1 thousand more than the published total; rounding alone can make a \
         difference of up to £2 thousand."
    );
    // The budgets and variances add up; percentages are not added.
    assert_eq!([0, 2, 3].map(|measure| said(DEMO, at, measure, 0)), ["", "", ""]);
    let file = with(SOUND, "[1203, 1251]", "[1203, 1252]");
    assert_eq!(
        [0, 1].map(|position| said(&file, 5, 0, position)),
        [
            "",
            "The parts add up to 1,251, 1 less than the published total; rounding alone can make a difference of up to 1."
        ]
    );
}

/// Of a part the same is said of its own parts, and of a part without parts nothing.
#[test]
fn parts_of_parts() {
    let dataset = dataset(&with(SOUND, "[702, 718]", "[712, 718]"));
    let query = Query::initial(&dataset);
    let sight = Sight::new(&dataset, &query, &dataset.indicators[5], MeasureIx(0), 0);
    let gaps: Vec<Option<String>> =
        (0..5).map(|cell| sums::sums(Sight { cell, ..sight }).map(|sum| sum.amount.to_string())).collect();
    // The total is made of those that have no parts, so that one wrong subtotal is one finding.
    assert_eq!(gaps, [None, Some("-10".to_owned()), None, None, None]);
}

#[test]
fn sentences_of_gaps() {
    let unit = Unit { kind: UnitKind::Count, decimals: None, total: None };
    let dataset = dataset(SOUND);
    let dimension = &dataset.indicators[5].dimensions[0];
    for (sum, published, allowed, expect) in [
        ("12", "10", "2", "12, 2 more than the published total; rounding alone can make a difference of up to 2."),
        ("12", "15", "2", "12, 3 less than the published total; rounding alone explains no more than 2."),
        ("12", "15", "0", "12, 3 less than the published total; rounding does not explain that."),
    ] {
        let (sum, published) = (decimal(sum), decimal(published));
        let sum = sums::Sum { dimension, sum, published, amount: sum.minus(published), allowed: decimal(allowed) };
        assert_eq!(sums::sentence(kpi_core::words::Lang::En, &sum, &unit), format!("The parts add up to {expect}"));
    }
}

/// What is said to be usual among the others is the median of all others, one number in two spellings or not.
#[test]
fn a_fraction_is_held_against_the_median_of_the_others() {
    let numbers = ["0.5", "0.50", "0.8", "7", "50", "50.0", "61.25", "80"];
    holds(500, vec(0..numbers.len(), 1..9), |picked| {
        let (mut areas, mut series) = (Vec::new(), Vec::new());
        for (at, number) in picked.iter().map(|at| numbers[*at]).enumerate() {
            let role = if at == 0 { r#", "role": "focus""# } else { "" };
            areas.push(format!(r#"{{ "id": "a{at}", "name": "Area {at}"{role} }}"#));
            series.push(format!(r#"{{ "area": "a{at}", "values": [{number}] }}"#));
        }
        let file = format!(
            r#"{{ "kpi": "1.0", "title": "T", "publisher": {{ "name": "P" }}, "areas": [{}], "indicators": [
                {{ "id": "i", "name": "I", "unit": {{ "kind": "percent" }}, "periods": ["2020"], "series": [{}] }}] }}"#,
            areas.join(","),
            series.join(",")
        );
        let mut expect = Vec::new();
        for (at, value) in picked.iter().map(|at| decimal(numbers[*at])).enumerate() {
            let others = picked.iter().enumerate().filter(|(other, _)| *other != at);
            let usual = Decimal::median(&mut others.map(|(_, at)| decimal(numbers[*at])).collect::<Vec<_>>());
            let Some(usual) = usual.filter(|usual| value <= decimal("1") && usual.to_f64() >= 10.0) else { continue };
            if (0.5..=2.0).contains(&(value.to_f64() * 100.0 / usual.to_f64())) {
                expect.push((Some(at), format!("{usual}%")));
            }
        }
        let of = |found: check::Finding| match found.kind {
            check::Kind::Fraction { others, .. } => Some((found.place.area.map(|area| usize::from(area.0)), others)),
            _ => None,
        };
        let found: Vec<_> = check::check(&dataset(&file)).into_iter().filter_map(of).collect();
        prop_assert!(found == expect, "{found:?}, not {expect:?}: {file}");
        Ok(())
    });
}

/// What the publication has of an indicator's figures, and what the indicator's own file has.
#[test]
fn two_files_of_one_publication_agree() {
    const FIRST: &str =
        r#"{ "area": "A", "values": [70, "c"], "lower": [65, null], "upper": [75, null], "status": { "2020": "p" } }"#;
    let found = |file: &str| {
        let publication = format!(
            r#"{{ "kpi": "1.0", "title": "T", "publisher": {{ "name": "P" }},
               "areas": [{{ "id": "A", "name": "Ayton", "role": "focus" }}, {{ "id": "B", "name": "Beeton" }}],
               "indicators": [{{ "id": "i", "name": "I", "unit": {{ "kind": "percent" }}, "definition": "D.",
                 "source": {{ "name": "S" }}, "periods": ["2020", "2021"], "data": "i.json", "series": [{FIRST}] }}] }}"#
        );
        let dataset = dataset(&publication);
        let file = format!(r#"{{ "kpi": "1.0", "indicator": "i", "series": [{file}] }}"#);
        assert_eq!(read_data_file(file.as_bytes(), &dataset, &dataset.indicators[0]), []);
        let found = check::check(&dataset);
        assert!(found.iter().all(|found| found.severity() == Severity::Warning && found.mend().contains("one build")));
        let found: Vec<String> =
            found.iter().map(|found| format!("[{}] {}", found.place.words(&dataset), found.what())).collect();
        found.join(" ")
    };
    let more = r#", { "area": "B", "values": [61, 62] }"#;
    let beside = "the indicator's own file has other limits, letters, remarks or earlier figures than the publication.";
    for (file, expect) in [
        (FIRST.to_owned(), String::new()),
        (FIRST.to_owned() + more, String::new()),
        (FIRST.replace("70,", "70.0,") + more, String::new()),
        (
            more.trim_start_matches(", ").to_owned(),
            "[I, Ayton] These figures are not in the indicator's own file.".to_owned(),
        ),
        (
            FIRST.replace("70,", "71,") + more,
            "[I, Ayton, 2020] The publication has 70%, and the indicator's own file 71%.".to_owned(),
        ),
        (
            FIRST.replace("\"c\"", "72") + more,
            "[I, Ayton, 2021] The publication has c, and the indicator's own file 72%.".to_owned(),
        ),
        (FIRST.replace("\"p\"", "\"e\"") + more, format!("[I, Ayton, 2020] Beside 70% {beside}")),
        (FIRST.replace("[65,", "[66,") + more, format!("[I, Ayton, 2020] Beside 70% {beside}")),
    ] {
        assert_eq!(found(&file), expect, "{file}");
    }
}

/// Fractions of as many areas as a publication can well have; pair by pair this took minutes.
#[test]
fn many_areas_are_checked_in_no_time() {
    const AREAS: usize = 6000;
    let (mut areas, mut series) = (String::new(), String::new());
    for at in 0..AREAS {
        let role = if at == 0 { r#", "role": "focus""# } else { "" };
        areas += &format!(r#"{{ "id": "a{at}", "name": "Area {at}"{role} }},"#);
        // Of five areas two write 0.79 for 79 in every year, and another one in every third.
        let value = 4000 + at * 7919 % 5000;
        let (fraction, percent) = (format!("0.{value}"), format!("{}.{:02}", value / 100, value % 100));
        let is_fraction = |year: usize| at % 5 < 2 || at % 5 == 2 && year % 3 == 1;
        let values: Vec<&str> =
            (0..10).map(|year| if is_fraction(year) { &fraction } else { &percent }.as_str()).collect();
        let values = values.join(",");
        series += &format!(r#"{{ "area": "a{at}", "values": [{values}] }},"#);
    }
    let years = (2010..2020).map(|year| format!("\"{year}\"")).collect::<Vec<_>>().join(",");
    let file = format!(
        r#"{{ "kpi": "1.0", "title": "T", "publisher": {{ "name": "P" }}, "areas": [{}], "indicators": [
            {{ "id": "i", "name": "I", "unit": {{ "kind": "percent" }}, "periods": [{years}], "series": [{}] }}] }}"#,
        areas.trim_end_matches(','),
        series.trim_end_matches(',')
    );
    let dataset = dataset(&file);
    let begin = std::time::Instant::now();
    let found = check::check(&dataset);
    let fractions = found.iter().filter(|found| matches!(found.kind, check::Kind::Fraction { .. })).count();
    assert!(fractions > AREAS, "{fractions}");
    // A hundred times what it takes.
    assert!(begin.elapsed().as_secs() < 60, "{:?}", begin.elapsed());
}

#[test]
fn the_same_of_many_figures_is_said_once() {
    let file = with(SOUND, r#", "previous": { "2020-03-31": [ { "value": 105 } ] }"#, "");
    let marks = r#"{ "2018-03-31": "r", "2019-03-31": "r", "2020-03-31": "r" }"#;
    let file = with(&file, r#"{ "2020-03-31": "r" }"#, marks);
    let file = with(&file, r#""definition": "D.", "#, "");
    let file = with(
        &file,
        r#"{ "id": "m", "name"#,
        r#"{ "id": "y", "name": "Y" }, { "id": "z", "name": "Z" }, { "id": "m", "name"#,
    );
    let all = check::check(&dataset(&file));
    assert_eq!(all.len(), 6);
    let said: Vec<(String, usize)> = check::condensed(all).iter().map(|found| (found.what(), found.more)).collect();
    let expect = [
        ("The topic “Y” has no indicators.", 0),
        ("The topic “Z” has no indicators.", 0),
        ("There is no definition.", 0),
        ("The figure is marked as revised, and nothing says what it was before.", 2),
    ];
    assert_eq!(said, expect.map(|(what, more)| (what.to_owned(), more)));
}

/// Whatever is damaged in a file, what is left of it can be asked about.
#[test]
fn no_damage_makes_it_panic() {
    for file in [SOUND, DEMO, EVERYTHING, THREE] {
        holds(150, mutations(), |damage| {
            if let Some(dataset) = read(mutated(file, &damage)).dataset {
                for finding in check::condensed(check::check(&dataset)) {
                    let _ = (finding.what(), finding.mend(), finding.place.words(&dataset));
                }
            }
            Ok(())
        });
    }
}
