//! What differs between two publications, case by case: an edit of the old one, and what a person reads.

use crate::support::{contains, folder_with, run};
use expect_test::{Expect, expect};

const OLD: &str = r#"{ "kpi": "1.0", "title": "Performance", "publisher": { "name": "Ayton" },
  "areas": [{ "id": "A", "name": "Ayton", "role": "focus" },
            { "id": "N", "name": "Neighbours", "method": "median", "model": "Ours", "year": 2021, "members": ["B", "C"] },
            { "id": "B", "name": "Beeton" }, { "id": "C", "name": "Ceeton" }],
  "topics": [{ "id": "t", "name": "Timely" }],
  "indicators": [
    { "id": "visits", "topic": "t", "name": "Visits in time", "unit": { "kind": "percent" }, "polarity": "higher",
      "definition": "Visits within ten days.", "source": { "name": "Returns" }, "target": 90,
      "periods": ["2020-07-01/P3M", "2020-10-01/P3M"],
      "series": [{ "area": "A", "values": [79, 78], "status": { "2020-10-01/P3M": "p" } },
                 { "area": "B", "values": [60, "c"], "lower": [58, null], "upper": [62, null] },
                 { "area": "C", "values": [70, null] }] },
    { "id": "calls", "topic": "t", "name": "Calls", "unit": { "kind": "count" }, "periods": ["2020-10-01/P3M"],
      "measures": [{ "id": "made", "name": "Made" }, { "id": "lost", "name": "Lost" }],
      "dimensions": [{ "id": "how", "name": "How", "categories": [{ "id": "phone", "name": "By telephone" }] }],
      "series": [{ "area": "A", "measure": "made", "at": { "how": "phone" }, "values": [1200] }] }] }"#;

fn check(name: &str, edits: &[(&str, &str)], code: i32, expect: &Expect) {
    let mut new = OLD.to_owned();
    for (before, now) in edits {
        assert!(new.contains(before), "{before} is not in the old publication");
        new = new.replace(before, now);
    }
    let folder = folder_with(&format!("diff-{name}"), &[("old.json", OLD), ("new.json", &new)]);
    expect.assert_eq(&run(&folder, &["diff", "old.json", "new.json"], code));
}

#[test]
fn nothing_differs() {
    check(
        "same",
        &[],
        0,
        &expect![[r#"
        Nothing differs.
    "#]],
    );
    check(
        "spelling",
        &[("78]", "78.0]"), ("\"Visits within ten days.\"", "\"Visits within ten days.\" ")],
        0,
        &expect![[r#"
        Nothing differs.
    "#]],
    );
}

#[test]
fn what_is_compared_and_found() {
    check(
        "total",
        &[(
            r#""kind": "percent" }, "polarity""#,
            r#""kind": "percent", "total": true }, "keywords": ["home calls"], "polarity""#,
        )],
        0,
        &expect![[r#"
            Other units (1)
              Visits in time
                was Per cent, now Per cent, a total

            Other words to look for (1)
              Visits in time: new: “home calls”
        "#]],
    );
}

#[test]
fn a_change_without_a_mark_comes_first() {
    check(
        "unmarked",
        &[("[79, 78]", "[77, 78]"), ("\"Performance\"", "\"Performance now\"")],
        1,
        &expect![[r#"
            Figures changed without the mark "r" (1)
            Mark each with "r" under "status" and say what it was under "previous" (`kpi build --previous` does both), or put back what was published.
              Visits in time
                Q2 2020/21, Ayton: was 79%, now 77%

            Another title (1)
              was “Performance”, now “Performance now”
        "#]],
    );
    check(
        "unmarked-part",
        &[("[1200]", "[1201]")],
        1,
        &expect![[r#"
            Figures changed without the mark "r" (1)
            Mark each with "r" under "status" and say what it was under "previous" (`kpi build --previous` does both), or put back what was published.
              Calls
                Q3 2020/21, Ayton, Made, By telephone: was 1,200, now 1,201
        "#]],
    );
}

#[test]
fn figures_change_for_reasons() {
    check(
        "revised",
        &[("[79, 78], \"status\": {", "[77, 78], \"status\": { \"2020-07-01/P3M\": \"r\",")],
        0,
        &expect![[r#"
            Figures revised and marked (1)
              Visits in time
                Q2 2020/21, Ayton: was 79%, now 77% (revised)
        "#]],
    );
    check(
        "settled",
        &[("[79, 78], \"status\": { \"2020-10-01/P3M\": \"p\" }", "[79, 80]")],
        0,
        &expect![[r#"
            Figures that were provisional, estimated or forecast (1)
              Visits in time
                Q3 2020/21, Ayton: was 78% (provisional), now 80%
        "#]],
    );
    check(
        "marks",
        &[("\"p\" }", "\"e\" }")],
        0,
        &expect![[r#"
            Other marks, same figure (1)
              Visits in time
                Q3 2020/21, Ayton: was 78% (provisional), now 78% (estimated)
        "#]],
    );
    check(
        "limits",
        &[("[58, null]", "[57, null]")],
        0,
        &expect![[r#"
            Other confidence limits, same figure (1)
              Visits in time
                Q2 2020/21, Beeton: was 58 to 62, now 57 to 62
        "#]],
    );
    check(
        "symbols",
        &[
            ("[60, \"c\"]", "[\"x\", 61]"),
            ("[70, null]", "[70, \"u\"]"),
            ("\"lower\": [58, null], \"upper\": [62, null]", "\"remarks\": {}"),
        ],
        0,
        &expect![[r#"
            Numbers that are symbols now (1)
            Say in the indicator's notes why the number is withheld.
              Visits in time
                Q2 2020/21, Beeton: was 60%, now not available

            Symbols that are numbers now (1)
              Visits in time
                Q3 2020/21, Beeton: was confidential, now 61%

            Other symbols (1)
              Visits in time
                Q3 2020/21, Ceeton: was not published, now too unreliable to publish
        "#]],
    );
}

#[test]
fn indicators_come_go_and_mean_something_else() {
    check(
        "meaning",
        &[
            ("\"Visits in time\"", "\"Visits within time\""),
            ("\"percent\"", "\"rate\", \"per\": 1000, \"decimals\": 1"),
            ("\"higher\"", "\"lower\""),
            ("within ten days", "within twelve days"),
            ("\"Returns\"", "\"Returns\", \"at\": \"page 3\""),
            ("\"target\": 90", "\"target\": { \"2020-10-01/P3M\": 95 }"),
        ],
        0,
        &expect![[r#"
            Indicators with another name (1)
              Visits within time
                was “Visits in time”, now “Visits within time”

            Other units (1)
              Visits within time
                was Per cent, now Rate per 1,000, 1 decimal

            Other direction (1)
              Visits within time
                was Higher is better, now Lower is better

            Other definitions (1)
              Visits within time
                was “Visits within ten days.”, now “Visits within twelve days.”

            Other sources (1)
              Visits within time
                was “Returns”, now “Returns, page 3”

            Other targets (1)
              Visits within time
                was 90%, now 95.0 per 1,000 in Q3 2020/21
        "#]],
    );
    check(
        "id",
        &[("\"id\": \"visits\"", "\"id\": \"visits-in-time\"")],
        0,
        &expect![[r#"
            Indicators with another id: links to them end (1)
            Links that people have kept lead nowhere.
              Visits in time
                was “visits”, now “visits-in-time”
        "#]],
    );
    check(
        "other",
        &[("\"id\": \"visits\"", "\"id\": \"journeys\""), ("\"Visits in time\"", "\"Journeys\"")],
        0,
        &expect![[r#"
            Indicators that are gone (1)
            Links that people have kept lead nowhere.
              Visits in time: 4 figures

            New indicators (1)
              Journeys: 4 figures
        "#]],
    );
}

#[test]
fn periods_and_areas_come_and_go() {
    check(
        "next-quarter",
        &[
            ("07-01/P3M\", \"2020-10-01/P3M\"]", "07-01/P3M\", \"2020-10-01/P3M\", \"2021-01-01/P3M\"]"),
            ("[79, 78]", "[79, 78, 81]"),
            ("\"c\"]", "\"c\", 63]"),
            ("70, null]", "70, null, 3]"),
            ("58, null]", "58, null, null]"),
            ("62, null]", "62, null, null]"),
        ],
        0,
        &expect![[r#"
        New periods (1)
          Visits in time
            Q4 2020/21: Ayton 81%; 3 figures
    "#]],
    );
    check(
        "areas",
        &[
            ("{ \"id\": \"C\", \"name\": \"Ceeton\" }", "{ \"id\": \"D\", \"name\": \"Deeton\" }"),
            ("[\"B\", \"C\"]", "[\"B\", \"D\"]"),
            ("\"area\": \"C\"", "\"area\": \"D\""),
            ("\"median\"", "\"mean\""),
            ("2021,", "2025,"),
            ("\"Beeton\"", "\"Beeton upon Sea\""),
        ],
        0,
        &expect![[r#"
            Areas without figures now (1)
              Visits in time
                Ceeton: 1 figure

            Areas with figures now (1)
              Visits in time
                Deeton: 1 figure

            Areas that are gone (1)
              Ceeton

            New areas (1)
              Deeton

            Areas with another name (1)
              Beeton upon Sea: was “Beeton”, now “Beeton upon Sea”

            Other members of groups (1)
              Neighbours: was Beeton and Ceeton, now Beeton upon Sea and Deeton

            Groups by another method (1)
              Neighbours: was median, now mean

            Groups by another model (1)
              Neighbours: was Ours, 2021, now Ours, 2025
        "#]],
    );
}

#[test]
fn programs_read_the_same() {
    let folder = folder_with("diff-json", &[("old.json", OLD), ("new.json", &OLD.replace("[79, 78]", "[77, 78]"))]);
    let said = run(&folder, &["diff", "--json", "old.json", "new.json"], 1);
    let found: serde_json::Value = serde_json::from_str(&said).unwrap();
    let first = &found[0];
    assert_eq!((&first["kind"], &first["before"], &first["now"]), (&"unmarked".into(), &"79%".into(), &"77%".into()));
    assert_eq!((&first["indicator"]["id"], &first["period"]["id"]), (&"visits".into(), &"2020-07-01/P3M".into()));
    let broken = folder_with("diff-broken", &[("old.json", OLD), ("new.json", &OLD.replace("\"percent\"", "\"per\""))]);
    contains(&run(&broken, &["diff", "old.json", "new.json"], 1), &["new.json, line", "kpi check new.json"]);
}
