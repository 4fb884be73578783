//! Files that mean harm: nothing panics, nothing takes for ever.

use crate::given::{DEMO, EVERYTHING, THREE, dataset, holds, kept, look_at, read, told, with};
use kpi_core::ingest::limits;
use kpi_core::model::TopicIx;
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::{Index, select};
use serde_json::Value;

/// Reads anything and looks at what is kept.
fn survives(bytes: &[u8]) {
    let ingest = read(bytes);
    for found in &ingest.diagnostics {
        assert!(!found.to_string().is_empty());
    }
    if let Some(dataset) = &ingest.dataset {
        look_at(dataset);
    }
}

#[derive(Clone, Debug)]
pub enum Mutation {
    Flip(Index, u8),
    Delete(Index, usize),
    Insert(Index, Vec<u8>),
    Splice(Index, Index, usize),
    Cut(Index),
}

pub fn mutations() -> impl Strategy<Value = Vec<Mutation>> {
    let index = || any::<Index>();
    let mutation = prop_oneof![
        (index(), any::<u8>()).prop_map(|(at, by)| Mutation::Flip(at, by)),
        (index(), 1..40_usize).prop_map(|(at, length)| Mutation::Delete(at, length)),
        (index(), vec(any::<u8>(), 1..8)).prop_map(|(at, bytes)| Mutation::Insert(at, bytes)),
        (index(), select(br#"{}[]",:0-.eE\n"#.to_vec())).prop_map(|(at, byte)| Mutation::Insert(at, vec![byte])),
        (index(), index(), 1..400_usize).prop_map(|(from, to, length)| Mutation::Splice(from, to, length)),
        index().prop_map(Mutation::Cut),
    ];
    vec(mutation, 1..6)
}

pub fn mutated(file: &str, mutations: &[Mutation]) -> Vec<u8> {
    let mut bytes = file.as_bytes().to_vec();
    for mutation in mutations {
        if bytes.is_empty() {
            break;
        }
        let length = bytes.len();
        match mutation {
            Mutation::Flip(at, by) => bytes[at.index(length)] ^= by,
            Mutation::Delete(at, count) => {
                let at = at.index(length);
                bytes.drain(at..(at + count).min(length));
            }
            Mutation::Insert(at, more) => {
                let at = at.index(length);
                bytes.splice(at..at, more.iter().copied());
            }
            Mutation::Splice(from, to, count) => {
                let (from, to) = (from.index(length), to.index(length));
                let piece = bytes[from..(from + count).min(length)].to_vec();
                bytes.splice(to..to, piece);
            }
            Mutation::Cut(at) => bytes.truncate(at.index(length)),
        }
    }
    bytes
}

#[test]
fn mutated_files_never_panic() {
    for (cases, file) in [(60, DEMO), (300, EVERYTHING), (500, THREE)] {
        holds(cases, mutations(), |mutations| {
            survives(&mutated(file, &mutations));
            Ok(())
        });
    }
}

#[test]
fn arbitrary_bytes_never_panic() {
    holds(300, vec(any::<u8>(), 0..300), |bytes| {
        survives(&bytes);
        Ok(())
    });
    holds(1000, vec(select(br#"{}[]",:1-.e\n "#.to_vec()), 0..60), |bytes| {
        survives(&bytes);
        survives(format!(r#"{{"kpi":"1.0","indicators":[{}"#, String::from_utf8(bytes).unwrap()).as_bytes());
        Ok(())
    });
}

const WORDS: [&str; 40] = [
    "kpi",
    "title",
    "publisher",
    "name",
    "url",
    "areas",
    "id",
    "role",
    "focus",
    "method",
    "model",
    "topics",
    "indicators",
    "topic",
    "unit",
    "kind",
    "percent",
    "rate",
    "per",
    "gbp",
    "scale",
    "decimals",
    "polarity",
    "higher",
    "periods",
    "label",
    "measures",
    "dimensions",
    "categories",
    "total",
    "series",
    "area",
    "measure",
    "at",
    "values",
    "status",
    "remarks",
    "2020-04-01/P3M",
    "undated",
    "A",
];

/// Any JSON, made of the format's own words more often than not.
pub fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        select(&WORDS[..]).prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let name = prop_oneof![4 => select(&WORDS[..]).prop_map(str::to_owned), 1 => ".{0,8}"];
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            vec((name, inner), 0..8).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

#[test]
fn arbitrary_json_never_panics() {
    holds(500, values(), |value| {
        survives(value.to_string().as_bytes());
        Ok(())
    });
}

/// A sound file with one value of it, anywhere, replaced by any other or taken from anywhere else.
#[test]
fn a_file_with_one_wrong_value_never_panics() {
    let file: Value = serde_json::from_str(EVERYTHING).unwrap();
    let mut count = 0;
    nth(&mut file.clone(), usize::MAX, &mut count);
    holds(150, (0..count, 0..count, any::<bool>(), values()), |(at, from, own, value)| {
        let mut file = file.clone();
        let own = if own { nth(&mut file.clone(), from, &mut 0).cloned() } else { None };
        if let Some(place) = nth(&mut file, at, &mut 0) {
            *place = own.unwrap_or(value);
        }
        survives(file.to_string().as_bytes());
        Ok(())
    });
}

/// The nth value of a tree.
fn nth<'v>(value: &'v mut Value, n: usize, seen: &mut usize) -> Option<&'v mut Value> {
    if *seen == n {
        return Some(value);
    }
    *seen += 1;
    match value {
        Value::Array(elements) => elements.iter_mut().find_map(|element| nth(element, n, seen)),
        Value::Object(members) => members.values_mut().find_map(|member| nth(member, n, seen)),
        _ => None,
    }
}

/// In the time of a test, all of them together.
#[test]
fn extreme_files() {
    let many = |piece: &str, count: usize| piece.repeat(count);
    let list = |piece: &str, count: usize| vec![piece; count].join(",");
    let value = |value: &str| with(THREE, "[1, 2]", &format!("[1, {value}]"));
    let unit = |unit: &str| with(THREE, r#""unit": { "kind": "percent" }"#, unit);
    let head = r#"{"kpi":"1.0","areas":[{"id":"A","name":"A"}],"indicators":["#;
    for (what, file) in [
        ("brackets", many("[", 40_000)),
        ("brackets of both kinds", many("{\"a\":[", 40_000)),
        ("brackets in a publication", with(THREE, "\"Three\"", &format!("{}{}", many("[", 40_000), many("]", 40_000)))),
        ("brackets as a value", value(&format!("{}{}", many("[", 40_000), many("]", 40_000)))),
        ("brackets as a value, open", value(&many("{\"a\":", 40_000))),
        ("brackets as an indicator", format!("{head}{}", many("[", 40_000))),
        ("objects as indicators", format!("{head}{}", many("{\"a\":", 40_000))),
        ("opened, then the others closed", format!("{{\"a\":{}{}", many("[", 200_000), many("}", 200_000))),
        ("opened, then closed behind a list", format!("{head}],{}{}", many("[", 200_000), many("}", 200_000))),
        ("indicators within indicators", format!("{head}{}", many(r#"{"a":[{"id":1,"periods":1},"#, 20_000))),
        ("damaged indicators", format!("{head}{}", many(r#"{"id":"i","periods":[1 2]},"#, 20_000))),
        ("lists of indicators", format!("{{{}", many(r#""indicators":["#, 20_000))),
        (
            "damaged elements among lists",
            format!("{{{}", many(r#""areas":[{"id":1,"name":[1 2]},{"id":1,"name":1},"indicators":["#, 10_000)),
        ),
        ("names of lists", format!("{{{}", many(r#""indicators" : "#, 40_000))),
        ("empty indicators", format!("{head}{}]}}", list("{}", 200_000))),
        ("more empty indicators", format!("{head}{}]}}", list("{}", 200_001))),
        ("more empty indicators, cut off", format!("{head}{},", list("{}", 200_001))),
        ("a number of a million digits", value(&many("9", 1_000_000))),
        ("a million decimals", value(&format!("0.{}1", many("0", 1_000_000)))),
        ("zero to a huge power", value("0e2147483647")),
        ("one to a huge power", value("1e2147483647")),
        ("one to a tiny power", value("1e-2147483648")),
        ("a huge per", unit(r#""unit": { "kind": "rate", "per": 4294967295 }"#)),
        ("a per past all bounds", unit(r#""unit": { "kind": "rate", "per": 4294967296 }"#)),
        ("the first year", THREE.replace("\"2020\"", "\"0001-01-01/P1M\"")),
        ("the last year", THREE.replace("\"2021\"", "\"9999-12-31/P100Y\"")),
        ("a text of a million letters", with(THREE, "\"One\"", &format!("\"{}\"", many("é", 1_000_000)))),
        ("a null byte", with(THREE, "Three", "\0")),
        ("null bytes", many("\0", 10_000)),
        ("escaped null bytes", THREE.replace("\"one\"", r#""\u0000""#)),
        ("half a surrogate pair", THREE.replace("\"one\"", r#""\ud800""#)),
        ("half a surrogate pair as a name", THREE.replace("\"topic\"", r#""\udfff""#)),
        (
            "very many fields",
            with(THREE, "\"id\": \"one\"", &(0..100_000).map(|at| format!("\"f{at}\":0,")).collect::<String>()),
        ),
        ("one field very often", with(THREE, "\"id\": \"one\"", &many("\"f\":0,", 40_000))),
        ("quotation marks", many("\"", 100_001)),
        ("an open text", format!("{{\"{}", many("\\\"", 40_000))),
    ] {
        let before = std::time::Instant::now();
        survives(file.as_bytes());
        assert!(before.elapsed().as_secs() < 10, "{what} took {:?}", before.elapsed());
    }
}

#[test]
fn as_many_topics_as_there_can_be() {
    for count in [limits::POSITIONS + 1, limits::ELEMENTS + 1] {
        let topics: Vec<String> = (0..count).map(|at| format!(r#"{{"id":"{at}","name":"T"}}"#)).collect();
        let file = with(THREE, r#"{ "id": "t", "name": "Topic" }"#, &topics.join(","));
        let ingest = read(file);
        assert_eq!(kept(&ingest), ["one", "two", "six"]);
        let dataset = ingest.dataset.unwrap();
        let TopicIx(topic) = dataset.indicators[0].topic;
        assert_eq!(dataset.topics[usize::from(topic)].name, "Other indicators", "{count}");
        look_at(&dataset);
    }
}

#[test]
fn as_many_measures_and_categories_as_are_read() {
    let named = |count: usize, more: &str| -> String {
        (0..count).map(|at| format!(r#"{{"id":"{at}","name":"N"{more}}}"#)).collect::<Vec<_>>().join(",")
    };
    for (count, expect) in [(limits::MEASURES, "one two six"), (limits::MEASURES + 1, "two six")] {
        let measures = format!(r#""measures": [{}]"#, named(count, r#","unit":{"kind":"count"}"#));
        let file = with(
            &with(THREE, r#""unit": { "kind": "percent" }"#, &measures),
            r#""area": "A""#,
            r#""area": "A", "measure": "7""#,
        );
        let ingest = read(file);
        assert_eq!(kept(&ingest).join(" "), expect, "{}", told(&ingest.diagnostics));
        look_at(&ingest.dataset.unwrap());
    }
    for (count, expect) in
        [(limits::CATEGORIES, "one two six"), (limits::CATEGORIES + 1, "two six"), (70_000, "two six")]
    {
        let dimensions =
            format!(r#""dimensions": [{{ "id": "d", "name": "D", "categories": [{}] }}], "unit""#, named(count, ""));
        let file = with(&with(THREE, r#""unit""#, &dimensions), r#""area": "A""#, r#""area": "A", "at": { "d": "7" }"#);
        let ingest = read(file);
        assert_eq!(kept(&ingest).join(" "), expect, "{}", told(&ingest.diagnostics));
        look_at(&ingest.dataset.unwrap());
    }
}

/// A small file whose columns would be huge: a series of one figure has room for all periods.
#[test]
fn columns_are_bounded() {
    let periods: Vec<String> = (1..=2000).map(|year| format!("\"{year:04}\"")).collect();
    let areas: Vec<String> = (0..3000).map(|at| format!(r#"{{"id":"{at}","name":"N"}}"#)).collect();
    let series: Vec<String> = (0..3000).map(|at| format!(r#"{{"area":"{at}","values":{{"0001":1}}}}"#)).collect();
    let file = with(THREE, r#"{ "id": "B", "name": "Beeton" }"#, &areas.join(","));
    let file = with(&file, r#"["2020", "2021"]"#, &format!("[{}]", periods.join(",")));
    let file = with(&file, r#"{ "area": "A", "values": [1, 2] }"#, &series.join(","));
    let ingest = read(file);
    assert!(ingest.has_errors());
    let figures: usize = ingest.dataset.unwrap().indicators.iter().map(|indicator| indicator.cube.len()).sum();
    assert!((limits::FIGURES - 2000..=limits::FIGURES).contains(&figures), "{figures}");
}

#[test]
fn more_indicators_than_a_position_can_say() {
    let indicator = |at: usize| {
        format!(
            r#"{{"id":"i{at}","name":"I","unit":{{"kind":"count"}},"periods":["2020"],"series":[{{"area":"A","values":[1]}}]}}"#
        )
    };
    let indicators: Vec<String> = (0..70_000).map(indicator).collect();
    let file = format!(
        r#"{{"kpi":"1.0","title":"T","publisher":{{"name":"P"}},"areas":[{{"id":"A","name":"A","role":"focus"}}],"indicators":[{}]}}"#,
        indicators.join(",")
    );
    let ingest = read(file);
    assert_eq!(told(&ingest.diagnostics).lines().count(), 1);
    assert_eq!(ingest.dataset.as_ref().unwrap().indicators.len(), limits::POSITIONS);
    let dataset = ingest.dataset.unwrap();
    assert_eq!(dataset.indicators.len(), dataset.indexed_indicators().count());
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let marked = format!("\u{FEFF}{EVERYTHING}");
    assert_eq!(dataset(&marked).indicators.len(), dataset(EVERYTHING).indicators.len());
}
