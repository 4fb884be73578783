//! The schema that editors and other programs check a publication with, held against the reader.
//!
//! The promise: whatever the schema accepts is read without an error, and whatever it refuses the reader complains about;
//! but for what no schema can know (see [`Sight`]) and for `null`, which the reader takes as left out.

use crate::given::{DEMO, EVERYTHING, THREE, dataset, holds, read, told, with};
use crate::ingest::cases;
use expect_test::expect_file;
use jsonschema::Validator;
use kpi_core::ingest::{Diagnostic, Problem, Severity, read_data_file};
use proptest::prelude::any;
use proptest::sample::Index;
use proptest::test_runner::TestCaseError;
use serde_json::{Map, Value, json};
use std::fmt::Write;
use std::sync::LazyLock;

pub static SCHEMA: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../../../www/kpi.schema.json")).unwrap());

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| jsonschema::validator_for(&SCHEMA).unwrap());

/// Of a file with the figures of one indicator.
static DATA_VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let schema = json!({ "$ref": "urn:kpi-explorer:kpi-json:1#indicator-data", "$defs": { "whole": *SCHEMA } });
    jsonschema::validator_for(&schema).unwrap()
});

/// Everything that the format has and [`EVERYTHING`] has not.
fn apart() -> String {
    let hash = "A".repeat(43);
    let more = format!(r#""data": "figures/one-2.json", "hash": "sha256-{hash}=", "periods": ["2020", "2021"], "#);
    let file = with(THREE, r#""periods": ["2020", "2021"], "#, &more);
    let two = r#""series": [ { "area": "A", "values": [3, 4] } ]"#;
    with(&file, two, r#""data": "two.json""#)
}

/// Every publication of the repository that is read without a word.
pub fn sound() -> Vec<(String, String)> {
    let mut files = vec![("EVERYTHING".to_owned(), EVERYTHING.to_owned()), ("THREE".to_owned(), THREE.to_owned())];
    files.push(("apart".to_owned(), apart()));
    let folder = |name: &str| std::fs::read_dir(format!("{}/../../{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    for entry in folder("www/data").chain(folder("tests/fixtures")) {
        let path = entry.unwrap().path();
        if path.to_string_lossy().ends_with(".kpi.json") {
            files.push((path.display().to_string(), std::fs::read_to_string(path).unwrap()));
        }
    }
    files.sort();
    files
}

#[test]
fn the_schema_is_one() {
    jsonschema::meta::validate(&SCHEMA).unwrap();
}

#[test]
fn every_sound_file_is_valid() {
    let files = sound();
    assert!(files.len() > 4);
    for (name, text) in files {
        assert_eq!(told(&read(&text).diagnostics), "", "{name}");
        assert_eq!(refused(&serde_json::from_str(&text).unwrap()), "", "{name}");
    }
}

/// What the schema says of a publication, one fault a line.
pub fn refused(file: &Value) -> String {
    VALIDATOR.iter_errors(file).map(|error| format!("{} {error}\n", error.instance_path())).collect()
}

/// Whether the schema sees a problem.
#[derive(Clone, Copy, PartialEq)]
enum Sight {
    Always,
    /// Only where it shows in one place: an empty list, the same text twice.
    Sometimes,
    /// Two places of the file have to be compared, or the schema says yes and the reader warns.
    Never,
    /// Another problem stands beside, and this is what comes of it.
    Consequence,
}

fn sight(found: &Diagnostic) -> Sight {
    match &found.problem {
        Problem::IndicatorLeftOut { .. }
        | Problem::SeriesLeftOut
        | Problem::NoFigures
        | Problem::FocusLeftOut
        | Problem::More { .. } => Sight::Consequence,
        // A field for another kind of unit or area is not known, and the schema looks at it nevertheless.
        Problem::UnknownField { .. } => Sight::Sometimes,
        Problem::UnknownId { what, .. } if matches!(*what, "measure" | "dimension") => Sight::Sometimes,
        Problem::RepeatedId { what, .. } if matches!(*what, "period" | "member") => Sight::Sometimes,
        Problem::MissingField { field: "at" } => Sight::Sometimes,
        Problem::WrongCount { .. } | Problem::OneLimit | Problem::TooMany { .. } => Sight::Sometimes,
        // A pattern knows no leap years.
        Problem::BadPeriod { found } if found.contains("-02-29") => Sight::Never,
        Problem::WrongKind { expected: "a day such as 2021-03-31", .. } => Sight::Sometimes,
        Problem::UnknownId { .. }
        | Problem::RepeatedId { .. }
        | Problem::RepeatedField { .. }
        | Problem::GroupInGroup { .. }
        | Problem::CircularParent { .. }
        | Problem::LimitsSwapped
        | Problem::TooManyDigits { .. } => Sight::Never,
        Problem::Syntax { expected: "a value with fewer brackets" } | Problem::TooLarge { .. } => Sight::Never,
        _ => Sight::Always,
    }
}

/// Whether schema and reader say the same of a file, and if not, what each says.
fn agree(file: &Value) -> Result<(), String> {
    let ingest = read(serde_json::to_vec(file).unwrap());
    let file = without_nulls(file.clone(), false);
    let is_valid = VALIDATOR.is_valid(&file);
    let sees = |found: &Diagnostic| (found.severity(), sight(found));
    let said: Vec<(Severity, Sight)> = ingest.diagnostics.iter().map(sees).collect();
    let agree = if is_valid {
        let beyond = said.iter().any(|(_, sight)| matches!(sight, Sight::Sometimes | Sight::Never));
        said.iter().all(|(severity, sight)| *severity == Severity::Warning || *sight != Sight::Always)
            && (beyond || !ingest.has_errors())
    } else {
        // Behind an error that the schema does not see, the reader may have left unread what the schema refuses.
        ingest.has_errors() || said.iter().any(|(_, sight)| matches!(sight, Sight::Always | Sight::Sometimes))
    };
    if agree {
        return Ok(());
    }
    Err(format!("schema:\n{}reader:\n{}", refused(&file), told(&ingest.diagnostics)))
}

/// Fields that are `null` count as left out; in objects whose names are data they are something else.
fn without_nulls(value: Value, names_are_data: bool) -> Value {
    const NAMES_ARE_DATA: [&str; 8] = ["values", "lower", "upper", "status", "remarks", "previous", "target", "at"];
    match value {
        Value::Object(fields) => {
            let fields =
                fields.into_iter().filter(|(_, value)| names_are_data || !value.is_null()).map(|(name, value)| {
                    let inner = !names_are_data && NAMES_ARE_DATA.contains(&name.as_str());
                    (name, without_nulls(value, inner))
                });
            Value::Object(fields.collect())
        }
        Value::Array(elements) => elements.into_iter().map(|element| without_nulls(element, false)).collect(),
        other => other,
    }
}

/// Snapshot of what each says: files of the reader's own tests, as far as they are JSON that serde_json reads, and more.
#[test]
fn what_the_schema_and_the_reader_say() {
    let mut text = String::from("schema   reader   what\n");
    for (what, file) in cases().into_iter().chain(more_cases()) {
        let Ok(value) = serde_json::from_slice::<Value>(&file) else { continue };
        let what: String = what.chars().take(160).collect();
        let diagnostics = read(&file).diagnostics;
        let schema = if VALIDATOR.is_valid(&without_nulls(value.clone(), false)) { "valid" } else { "invalid" };
        let worst = diagnostics.iter().map(Diagnostic::severity).min();
        let reader = match worst {
            None => "-",
            Some(Severity::Error) => "error",
            Some(Severity::Warning) => "warning",
        };
        let blind = diagnostics.iter().find(|found| {
            schema == "valid" && found.severity() == Severity::Error && sight(found) != Sight::Consequence
        });
        writeln!(text, "{schema:8} {reader:8} {what}").unwrap();
        if let Some(blind) = blind {
            writeln!(text, "                  a schema cannot know: {}", blind.what()).unwrap();
        }
        // Of the same field twice serde_json has only the last one.
        if !diagnostics.iter().any(|found| matches!(found.problem, Problem::RepeatedField { .. })) {
            assert_eq!(agree(&value), Ok(()), "{what}");
        }
    }
    expect_file!["./snapshots/schema.txt"].assert_eq(&text);
}

fn more_cases() -> Vec<(String, Vec<u8>)> {
    let base = EVERYTHING;
    let case = |from: &str, to: &str| (format!("{from} -> {to}"), with(base, from, to).into_bytes());
    let data = |path: &str| {
        let to = format!(r#""id": "count", "data": "{path}""#);
        case(r#""id": "count""#, &to)
    };
    let period = |period: &str| case(r#""2020-12-01/P1M""#, &format!("{period:?}"));
    let value = |value: &str| case("[1234567]", &format!("[{value}]"));
    let published = |day: &str| case(r#""published": "2021-03-31""#, &format!(r#""published": {day}"#));
    let total = r#", "total": true"#;
    let many = |count: usize| vec!["{}"; count].join(",");
    let deep = format!("{}1{}", "[".repeat(40), "]".repeat(40));
    vec![
        case(r#""kpi": "1.0""#, r#""kpi": "1""#),
        case(r#""kpi": "1.0""#, r#""kpi": 1.25"#),
        case(r#""kpi": "1.0""#, r#""kpi": "1.""#),
        case(r#""kpi": "1.0""#, r#""kpi": true"#),
        case(r#""language": "en-GB""#, r#""language": "cy""#),
        case(r#""language": "en-GB""#, r#""language": "en_GB""#),
        case(r#""language": "en-GB""#, r#""language": null, "$schema": 1"#),
        case(r#""published": "2021-02-10""#, r#""published": "2021-02-29""#),
        case(r#""modified": "2021-03-01""#, r#""modified": "1 March 2021""#),
        case(r#""kpi": "1.0""#, &format!(r#""kpi": "1.0", "deep": {deep}"#)),
        case(r#""https://ayton.example""#, r#""HTTPS://AYTON.EXAMPLE""#),
        case(r#""https://ayton.example""#, r#""https:///ayton""#),
        case(r#""role": "focus""#, r#""role": "focus", "model": "M", "method": "mean""#),
        case(r#""year": 2020"#, r#""year": 2020.0"#),
        case(r#""year": 2020"#, r#""year": 10000"#),
        case(r#""year": 2020"#, r#""year": "2020""#),
        case(r#""name": "Ceeton""#, r#""name": "Ceeton", "year": 2020"#),
        case(r#""members": ["B", "C"]"#, r#""members": []"#),
        case(r#""members": ["B", "C"]"#, r#""members": ["B", "B"]"#),
        case(r#""members": ["B", "C"]"#, r#""members": ["SN"]"#),
        case(r#""method": "median", "#, ""),
        case(
            r#"{ "id": "B", "name": "Beeton" }"#,
            r#"{ "id": "B", "name": "Beeton" }, { "id": "an id, of sorts", "name": "C" }"#,
        ),
        case(r#""tolerance": 0.5"#, r#""tolerance": 0"#),
        case(r#""tolerance": 0.5"#, r#""tolerance": -0.5"#),
        case(r#""tolerance": 0.5"#, r#""tolerance": { "2020": 1 }"#),
        case(r#""target": 1150"#, r#""target": { "2020-04-01/P1Y": 1150 }"#),
        case(r#""target": 1150"#, r#""target": { "2020": 1150 }"#),
        case(r#""target": 1150"#, r#""target": { "2020": null }"#),
        case(r#""target": 1150"#, r#""target": {}"#),
        case(r#""target": 1150"#, r#""target": 1e15"#),
        case(r#""id": "money","#, r#""id": "money", "target": 5,"#),
        case(r#""measure": "budget", "#, ""),
        case(r#""id": "count","#, r#""id": "count", "measures": [{ "id": "m", "name": "M" }],"#),
        case(r#""id": "count","#, r#""id": "count", "dimensions": [],"#),
        case(r#""values": [0]"#, r#""values": [0], "measure": "m""#),
        case(r#""values": [0]"#, r#""values": [0], "at": {}"#),
        case(r#""values": [0]"#, r#""values": [0], "at": { "age": "all" }"#),
        case(r#""values": [0]"#, r#""values": {}"#),
        case(r#""values": [0]"#, r#""values": []"#),
        case(r#""values": [0]"#, r#""values": [0], "lower": [0], "upper": ["c"]"#),
        case(r#""values": [0]"#, r#""values": [0], "lower": ["c"], "upper": ["c"]"#),
        case(r#""values": [0]"#, r#""values": [0], "lower": {}, "upper": {}"#),
        case(r#""values": [0]"#, r#""values": [0], "lower": [0]"#),
        case(r#""values": [0]"#, r#""values": [0], "upper": ["?"]"#),
        case(r#""at": { "sex": "m" }, "#, ""),
        case(r#""at": { "sex": "m" }, "#, r#""at": {}, "#),
        case(total, ""),
        case(r#""parent": "all""#, r#""parent": "0-4""#),
        case(r#""parent": "all""#, r#""parent": 1"#),
        case(r#""pd""#, r#""dp""#),
        case(r#""pd""#, r#""p d""#),
        case(r#""pd""#, r#""P""#),
        case(r#""pd""#, r#"["p", "d"]"#),
        published(r#""2021-01-15""#),
        published(r#""2021-02-29""#),
        published(r#""2021-02-30""#),
        published(r#""May 2021""#),
        published("2021"),
        case(r#""value": 68, "#, ""),
        case(r#""value": 68"#, r#""value": null"#),
        case(r#"[ { "value": 68, "published": "2021-03-31" }, { "value": "c" } ]"#, "[]"),
        data("figures/count.json"),
        data("figures of 2020/count, all.json"),
        data("count"),
        data("/count.json"),
        data("./count.json"),
        data("figures/.count.json"),
        data("../count.json"),
        data("figures//count.json"),
        data("figures/"),
        data("https:count.json"),
        data("a\\\\count.json"),
        data("count.json?1"),
        data("count.json#1"),
        data("100%.json"),
        data(" "),
        period("2020-02-29"),
        period("2021-02-29"),
        period("2021-02-30"),
        period("2021-04-31"),
        period("0000"),
        period("0000-01-01"),
        period("2020-04-01/P12M"),
        period("2020-04-01/P0M"),
        period("2020-04-01/P01M"),
        period("2020-04-01/P1200M"),
        period("2020-04-01/P1201M"),
        period("2020-04-01/P100Y"),
        period("2020-04-01/P101Y"),
        period("2020-04-01/P1D"),
        period("2020-04-01/2021-03-31"),
        period("2020-04"),
        period("2020/21"),
        period("Undated"),
        value("999999999999999"),
        value("-1e15"),
        value("0.1234567890123"),
        value(r#""LOW""#),
        value(r#""""#),
        value("[]"),
        case(r#""sex", "name": "Sex""#, &format!(r#""sex", "name": "Sex", "more": [{}]"#, many(3))),
    ]
}

/// The figures of an indicator in a file of their own.
#[test]
fn figures_in_a_file_of_their_own() {
    // Another one for each file: of two the first counts.
    let publication = || dataset(&apart());
    let check = |file: &str, valid: bool, errors: bool| {
        assert_eq!(DATA_VALIDATOR.is_valid(&serde_json::from_str(file).unwrap()), valid, "{file}");
        let publication = publication();
        let diagnostics = read_data_file(file.as_bytes(), &publication, &publication.indicators[1]);
        let found = diagnostics.iter().any(|found| found.severity() == Severity::Error);
        assert_eq!(found, errors, "{file} {}", told(&diagnostics));
    };
    check(r#"{ "kpi": "1.0", "indicator": "two", "series": [{ "area": "A", "values": [1, 2] }] }"#, true, false);
    check(r#"{ "kpi": "1.0", "indicator": "two", "series": [] }"#, false, true);
    check(r#"{ "kpi": "1.0", "indicator": "two" }"#, false, true);
    check(r#"{ "kpi": "2.0", "indicator": "two", "series": [{ "area": "A", "values": [1, 2] }] }"#, false, true);
    check(r#"{ "kpi": "1.0", "indicator": 2, "series": [{ "area": "A", "values": [1, 2] }] }"#, false, true);
    check(r#"{ "kpi": "1.0", "indicator": "two", "series": [{ "area": "A", "values": [1, true] }] }"#, false, true);
    // What a schema cannot know.
    check(r#"{ "kpi": "1.0", "indicator": "one", "series": [{ "area": "A", "values": [1, 2] }] }"#, true, true);
    check(r#"{ "kpi": "1.0", "indicator": "two", "series": [{ "area": "A", "values": [1] }] }"#, true, true);
}

/// What may stand in the place of something.
fn others() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(1e15),
        json!(""),
        json!(" "),
        json!("x"),
        json!("focus"),
        json!("A"),
        json!("2020"),
        json!("2020-04-01/P1Y"),
        json!("2021-02-30"),
        json!("https://ayton.example"),
        json!([]),
        json!([1, 2]),
        json!(["x"]),
        json!([{}]),
        json!({}),
        json!({ "2020": 1 }),
        json!({ "x": "x" }),
        json!({ "id": "x", "name": "X" }),
        json!({ "kind": "percent" }),
    ]
}

/// Every place of a value in a file.
fn places(value: &Value, path: String, places: &mut Vec<String>) {
    let mut inner = |name: &str, value: &Value| self::places(value, format!("{path}/{name}"), places);
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            inner(&name.replace('~', "~0").replace('/', "~1"), value);
        }),
        Value::Array(elements) => elements.iter().enumerate().for_each(|(at, value)| inner(&at.to_string(), value)),
        _ => {}
    }
    places.push(path);
}

fn all_places(file: &Value) -> Vec<String> {
    let mut all = Vec::new();
    places(file, String::new(), &mut all);
    // The file itself is no place in it.
    all.pop();
    all
}

/// The list or object around a place, and the place's name in it.
fn around<'v>(file: &'v mut Value, place: &str) -> (&'v mut Value, String) {
    let (parent, name) = place.rsplit_once('/').unwrap();
    (file.pointer_mut(parent).unwrap(), name.replace("~1", "/").replace("~0", "~"))
}

fn remove(file: &mut Value, place: &str) -> Value {
    match around(file, place) {
        (Value::Object(fields), name) => fields.remove(&name).unwrap(),
        (Value::Array(elements), at) => elements.remove(at.parse().unwrap()),
        _ => panic!("nothing is at {place}"),
    }
}

/// Every value of [`EVERYTHING`] left out, and every one replaced by each of [`others`].
#[test]
fn whatever_stands_in_one_place_both_say_the_same() {
    let mut changed = 0;
    for file in [EVERYTHING.to_owned(), apart()] {
        let file: Value = serde_json::from_str(&file).unwrap();
        for place in all_places(&file) {
            let mut less = file.clone();
            remove(&mut less, &place);
            agree(&less).unwrap_or_else(|said| panic!("without {place}\n{said}"));
            for other in others() {
                let mut file = file.clone();
                *file.pointer_mut(&place).unwrap() = other.clone();
                agree(&file).unwrap_or_else(|said| panic!("{other} at {place}\n{said}"));
                changed += 1;
            }
        }
    }
    assert!(changed > 9_000, "{changed}");
}

/// Something of the file at another place of it, under another name, twice, or a little different.
#[test]
fn whatever_is_mixed_up_both_say_the_same() {
    let mut files: Vec<Value> = sound().iter().map(|(_, text)| serde_json::from_str(text).unwrap()).collect();
    // Most changes of a long list of figures are one change.
    files.retain(|file| file.to_string().len() < DEMO.len() / 2);
    let files: Vec<(Value, Vec<String>)> = files.into_iter().map(|file| (file.clone(), all_places(&file))).collect();
    let strategy = (any::<Index>(), any::<Index>(), any::<Index>(), 0..MIXES);
    holds(3_000, strategy, |(file, one, other, mix)| {
        let (file, places) = &files[file.index(files.len())];
        let (one, other) = (&places[one.index(places.len())], &places[other.index(places.len())]);
        let mixed = mixed(file.clone(), one, other, mix);
        agree(&mixed).map_err(|said| TestCaseError::fail(format!("{one} and {other}, mixed by {mix}\n{said}")))
    });
}

const MIXES: usize = 8;

fn mixed(mut file: Value, one: &str, other: &str, mix: usize) -> Value {
    let found = file.pointer(other).unwrap().clone();
    let (_, other_name) = around(&mut file, other);
    match mix {
        0 => *file.pointer_mut(one).unwrap() = found,
        1 => insert(file.pointer_mut(one).unwrap(), other_name, found),
        2 => {
            let value = remove(&mut file, one);
            insert(around(&mut file, one).0, other_name, value);
        }
        3 => {
            let value = file.pointer(one).unwrap().clone();
            insert(around(&mut file, one).0, format!("{other_name}-2"), value);
        }
        _ => {
            let value = file.pointer_mut(one).unwrap();
            *value = match value.take() {
                Value::String(text) => match mix {
                    4 => json!(format!("{text} ")),
                    5 => json!(text.to_uppercase()),
                    6 => json!(text.chars().skip(1).collect::<String>()),
                    _ => json!(format!("{text}{text}")),
                },
                Value::Number(number) => {
                    let number = number.as_f64().unwrap();
                    json!([number * 1000.0, -number, number + 0.25, number / 7.0][mix - 4])
                }
                Value::Array(elements) => json!({ "2020": elements }),
                Value::Object(fields) => fields.into_iter().map(|(_, value)| value).collect(),
                simple => json!([simple]),
            };
        }
    }
    file
}

fn insert(into: &mut Value, name: String, value: Value) {
    match into {
        Value::Object(fields) => drop(fields.insert(name, value)),
        Value::Array(elements) => elements.push(value),
        simple => *simple = Value::Object(Map::from_iter([(name, value)])),
    }
}
