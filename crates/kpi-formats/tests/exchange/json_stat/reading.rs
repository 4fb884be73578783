use kpi_core::model::{Mark, Value};
use kpi_formats::facts::Facts;
use kpi_formats::json_stat::read;
use std::fmt::Write;

/// A table of two areas and two years with one value left to be written.
const SMALL: &str = r#"{ "version": "2.0", "class": "dataset", "label": "Small", "id": ["where", "when"], "size": [2, 2],
  "role": { "geo": ["where"], "time": ["when"] },
  "dimension": {
    "where": { "label": "Place", "category": { "index": { "B": 1, "A": 0 }, "label": { "A": "Ayton" } } },
    "when": { "category": { "index": ["2020", "2021"] } } },
  "value": [1, 2.50, null, -4e1] }"#;

fn with(from: &str, to: &str) -> String {
    assert!(SMALL.contains(from), "{from}");
    SMALL.replacen(from, to, 1)
}

/// All facts, one a line, and the messages.
fn told(text: &str) -> String {
    let reading = read(text.as_bytes());
    let Facts { areas, indicators, dimensions, cells, facts, .. } = &reading.facts;
    let mut told = String::new();
    for fact in facts {
        let indicator = &indicators[fact.indicator as usize];
        let measure = &indicator.measures[usize::from(fact.measure)].id;
        write!(told, "{} {measure}", areas[fact.area as usize].code).unwrap();
        for (dimension, category) in dimensions.iter().zip(&cells[fact.cell as usize]) {
            write!(told, " {}={}", dimension.id, dimension.categories[usize::from(*category)].id).unwrap();
        }
        let value = match fact.value {
            Value::Number(number) => number.to_string(),
            Value::Missing(missing) => missing.symbol().to_owned(),
        };
        let marks: String = fact.marks.iter().map(Mark::letter).collect();
        writeln!(told, " {} {value} {marks}", fact.period).unwrap();
    }
    let told: Vec<String> = told.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let messages = reading.messages.iter().map(|m| format!("{}:{} {} {}", m.line, m.column, m.path, m.what()));
    told.into_iter().chain(messages).collect::<Vec<_>>().join("\n")
}

fn notes(text: &str) -> String {
    let facts = read(text.as_bytes()).facts;
    facts.indicators.iter().flat_map(|indicator| indicator.notes.clone()).collect::<Vec<_>>().join("\n")
}

#[test]
fn values_and_statuses_in_every_form() {
    let all = "A 2020 1\nA 2021 2.50\nB 2021 -40";
    let sparse = with("[1, 2.50, null, -4e1]", r#"{ "3": -4e1, "0": 1, "1": 2.50 }"#);
    let one_status = with("\"value\"", "\"status\": \"p\", \"value\"");
    let long = with("-4e1", "16.900000000000002");
    for (text, expect) in [
        (SMALL, all),
        (&sparse, all),
        (&one_status, "A 2020 1 p\nA 2021 2.50 p\nB 2020 – p\nB 2021 -40 p"),
        (&with("\"value\"", "\"status\": [\"r\"], \"value\""), "A 2020 1 r\nA 2021 2.50 r\nB 2020 – r\nB 2021 -40 r"),
        (
            &with("\"value\"", "\"status\": [null, \"pr\", \"c\", \"[e]\"], \"value\""),
            "A 2020 1\nA 2021 2.50 pr\nB 2020 c\nB 2021 -40 e",
        ),
        (
            &sparse.replacen("\"value\"", r#""status": { "2": "low p", "1": "b" }, "value""#, 1),
            "A 2020 1\nA 2021 2.50 b\nB 2020 low p\nB 2021 -40",
        ),
        (&with("null", "\"[x]\""), "A 2020 1\nA 2021 2.50\nB 2020 x\nB 2021 -40"),
        (&with("null", "\":\""), "A 2020 1\nA 2021 2.50\nB 2020 x\nB 2021 -40"),
        (
            &with("null", "\"n/a\""),
            "A 2020 1\nA 2021 2.50\nB 2020 ?\nB 2021 -40\n6:22 value \"n/a\" is neither a number nor a known symbol.",
        ),
        (
            &long,
            "A 2020 1\nA 2021 2.50\nB 2021 16.9\n6:12 value 1 of the numbers have more than 15 digits or 12 decimals and are rounded.",
        ),
    ] {
        assert_eq!(told(text), expect, "{text}");
    }
}

#[test]
fn a_status_that_nobody_explains_is_a_note() {
    let unknown = with("\"value\"", "\"status\": [\"q\", \"q\", \"c\", \"c\"], \"value\"");
    assert_eq!(
        notes(&unknown),
        "The status “c” stands beside one value; the file does not say what it means.\n\
         The status “q” stands beside 2 values; the file does not say what it means."
    );
    let explained = unknown.replacen(
        "\"value\"",
        r#""extension": { "status": { "label": { "q": "Provisional value", "c": "rounded to base 5" } } }, "value""#,
        1,
    );
    assert_eq!(told(&explained), "A 2020 1 p\nA 2021 2.50 p\nB 2020 c\nB 2021 -40");
    assert_eq!(notes(&explained), "The status “c” (rounded to base 5) stands beside one value.");
}

#[test]
fn a_number_that_is_withheld_stays_and_is_told() {
    let text = with(
        "\"value\"",
        r#""status": { "0": "s" }, "extension": { "status": { "label": { "s": "Confidential" } } }, "value""#,
    );
    assert_eq!(told(&text), "A 2020 1\nA 2021 2.50\nB 2021 -40");
    assert_eq!(notes(&text), "The status “s” (Confidential) stands beside one value.");
}

#[test]
fn units_in_their_words() {
    for (unit, expect) in [
        (r#"{ "label": "%" }"#, "Percent"),
        (r#"{ "label": "percentage points" }"#, "Other { label: \"percentage points\" }"),
        (r#"{ "label": "per 1,000 births", "type": "ratio" }"#, "Rate { per: 1000 }"),
        (r#"{ "label": "persons", "multiplier": 0 }"#, "Count"),
        (r#"{ "label": "persons", "multiplier": 3 }"#, "Other { label: \"persons, thousands\" }"),
        (
            r#"{ "label": "thousands of persons", "type": "count", "multiplier": 3 }"#,
            "Other { label: \"thousands of persons\" }",
        ),
        (r#"{ "symbol": "£", "position": "start", "multiplier": 6 }"#, "Gbp { scale: 1000000 }"),
        (r#"{ "label": "£ thousand", "multiplier": 3 }"#, "Gbp { scale: 1000 }"),
        (r#"{ "label": "£", "multiplier": 2 }"#, "Other { label: \"£, times 10 to the power of 2\" }"),
        (r#"{ "label": "Days" }"#, "Days"),
        (r#"{ "type": "ratio" }"#, "Ratio"),
        (r#"{ "label": "miles" }"#, "Other { label: \"miles\" }"),
        ("{ }", "Other { label: \"Quantity\" }"),
    ] {
        let text = format!(
            r#"{{ "class": "dataset", "id": ["what"], "size": [1], "role": {{ "metric": ["what"] }}, "value": [1],
              "dimension": {{ "what": {{ "category": {{ "label": {{ "q": "Quantity" }}, "unit": {{ "q": {unit} }} }} }} }} }}"#
        );
        let facts = read(text.as_bytes()).facts;
        let found = facts.indicators[0].measures[0].unit.as_ref().map(|unit| format!("{:?}", unit.kind));
        assert_eq!(found.as_deref(), Some(expect), "{unit}");
    }
}

#[test]
fn what_is_not_a_table_is_refused_by_its_name() {
    for (text, expect) in [
        ("", "1:1  This is not JSON."),
        ("{ \"class\": ", "1:12  This is not JSON."),
        ("[]", "1:1  There should be an object in curly brackets here."),
        ("{}", "1:1  This JSON is not JSON-stat: it has no \"class\"."),
        (
            r#"{ "dataset": { "value": [1], "dimension": { "id": ["a"], "size": [1] } } }"#,
            "1:1  This is JSON-stat version 1; this program reads version 2.0.",
        ),
        (
            r#"{ "class": "dataset", "value": [1], "dimension": { "id": ["a"], "size": [1] } }"#,
            "1:50 dimension This is JSON-stat version 1; this program reads version 2.0.",
        ),
        (
            r#"{ "class": "dataset", "version": "3.0" }"#,
            "1:34 version The file says it is JSON-stat version 3.0; this program reads 2.0.",
        ),
        (r#"{ "class": "dimension", "version": "2.0" }"#, "1:1  A JSON-stat \"dimension\" has no figures."),
        (
            r#"{ "class": "collection", "version": "2.0", "link": { "item": [ { "class": "dataset", "href": "https://a.example" } ] } }"#,
            "1:64 link.item[0] \"https://a.example\" is only named here; its figures are in another file.",
        ),
        (
            &with("[2, 2]", "[2, 3]"),
            "4:21 dimension.when.category There are 2 categories here; by the sizes there should be 3.",
        ),
        (&with("[2, 2]", "[2]"), "1:96 size There are 1 sizes here; by the sizes there should be 2."),
        (&with("1, 2.50", "2.50"), "6:12 value There are 3 values here; by the sizes there should be 4."),
        (
            &with("\"B\": 1", "\"B\": 0"),
            "4:54 dimension.where.category.index The categories are not numbered 0, 1, 2 and so on.",
        ),
        (
            &with("\"index\": [\"2020\", \"2021\"]", "\"label\": {}"),
            "5:25 dimension.when.category There is no \"index\".",
        ),
        (
            &with("[2, 2]", "[4294967296, 4294967296, 16]").replacen("\"when\"]", "\"when\", \"when\"]", 1),
            "1:104 size There are more than 4000000 cells here.",
        ),
    ] {
        let told =
            told(text).replace("\n1:1  There is no figure here.", "").replace("1:1  There is no figure here.\n", "");
        // Columns of the small table are not the point.
        let place = |line: &str| line.split_once(' ').map(|(_, rest)| rest.to_owned()).unwrap_or_default();
        assert_eq!(place(&told), place(expect), "{text}: {told}");
    }
}

#[test]
fn roles_that_are_not_said_are_recognised() {
    let role = "\"role\": { \"geo\": [\"where\"], \"time\": [\"when\"] },";
    let none = with(role, "").replace("\"where\"", "\"GEO\"").replace("\"when\"", "\"year\"");
    let all = "A 2020 1\nA 2021 2.50\nB 2021 -40";
    assert!(told(&none).starts_with(all), "{}", told(&none));
    assert!(told(&none).contains("which dimension is the time; \"year\" is taken."));
    assert!(told(&none).contains("which dimension is the geography; \"GEO\" is taken."));
    let neither = with(role, "");
    assert!(
        told(&neither).contains("No dimension is the time; the figures are taken as undated."),
        "{}",
        told(&neither)
    );
    assert!(told(&neither).starts_with("area where=A when=2020 undated 1\n"), "{}", told(&neither));
}

#[test]
fn periods_that_are_not_known_lose_their_figures_alone() {
    let text = with("[\"2020\", \"2021\"]", "[\"2020/21\", \"2021\"]");
    let told = told(&text);
    assert!(told.starts_with("A 2021 2.50\nB 2021 -40\n"), "{told}");
    assert!(told.contains("Nothing says in which month \"2020/21\" begins; its figures are left out."), "{told}");
}

#[test]
fn quantities_breakdowns_and_their_hierarchy() {
    let text = r#"{ "version": "2.0", "class": "dataset", "label": "Ages", "id": ["geo", "sex", "time", "what", "age"],
      "size": [1, 1, 1, 3, 3], "role": { "geo": ["geo"], "time": ["time"], "metric": ["what"] },
      "note": ["Of the table."], "updated": "2021-05-01", "source": "A source",
      "dimension": {
        "geo": { "category": { "label": { "E06000046": "Isle of Wight" } } },
        "sex": { "label": "Sex", "category": { "label": { "F": "Female" } } },
        "time": { "category": { "index": ["2020Q3"] } },
        "what": { "category": { "index": ["n", "p", "r"], "label": { "r": "per 10,000 children" },
          "unit": { "n": { "decimals": 0, "type": "count" }, "p": { "symbol": "%", "decimals": 1 } } } },
        "age": { "note": ["Of ages."], "category": { "index": ["0-4", "5-9", "sum"], "label": { "sum": "0 to 9" },
          "child": { "sum": ["0-4", "5-9"] }, "note": { "0-4": ["With babies."] } } } },
      "value": [1, 2, 3, 33.3, 66.7, 100.0, 4, 5, 6] }"#;
    let facts = read(text.as_bytes()).facts;
    assert_eq!(told(text).lines().nth(3), Some("E06000046 p age=0-4 2020-07-01/P3M 33.3"));
    let units: Vec<_> = facts.indicators[0].measures.iter().map(|measure| format!("{:?}", measure.unit)).collect();
    assert_eq!(
        units,
        [
            "Some(Unit { kind: Count, decimals: Some(0), total: None })",
            "Some(Unit { kind: Percent, decimals: Some(1), total: None })",
            "Some(Unit { kind: Rate { per: 10000 }, decimals: None, total: None })"
        ]
    );
    let categories: Vec<_> =
        facts.dimensions[0].categories.iter().map(|c| (c.id.as_str(), c.total, c.parent)).collect();
    assert_eq!(categories, [("0-4", false, Some(2)), ("5-9", false, Some(2)), ("sum", true, None)]);
    assert_eq!(
        facts.indicators[0].notes,
        ["Of the table.", "Updated: 2021-05-01.", "Of ages.", "0-4: With babies.", "Sex: Female."]
    );
    assert_eq!((facts.source.as_deref(), facts.areas[0].name.as_str()), (Some("A source"), "Isle of Wight"));
}

#[test]
fn data_sets_of_a_collection_share_areas_and_breakdowns() {
    let broken = r#"{ "class": "dataset", "label": "By sex", "id": ["geo", "sex", "time"], "size": [1, 2, 1],
      "role": { "geo": ["geo"], "time": ["time"] }, "dimension": {
        "geo": { "category": { "label": { "B": "Beeton" } } }, "time": { "category": { "label": { "2021": "2021" } } },
        "sex": { "category": { "index": ["f", "m"] } } }, "value": [5, 6] }"#;
    let text = format!(
        r#"{{ "version": "2.0", "class": "collection", "label": "Both", "note": ["Of both."], "link": {{ "item": [ {SMALL}, {broken} ] }} }}"#
    );
    let expect = "A sex=not-broken-down 2020 1\nA sex=not-broken-down 2021 2.50\nB sex=not-broken-down 2021 -40\n\
                  B sex=f 2021 5\nB sex=m 2021 6";
    assert_eq!(told(&text), expect);
    let facts = read(text.as_bytes()).facts;
    assert_eq!((facts.title.as_deref(), facts.notes.as_slice()), (Some("Both"), &["Of both.".to_owned()][..]));
    assert_eq!(facts.areas.len(), 2);
}
