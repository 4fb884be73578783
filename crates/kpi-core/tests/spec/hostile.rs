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

pub fn mutated(file: impl AsRef<[u8]>, mutations: &[Mutation]) -> Vec<u8> {
    let mut bytes = file.as_ref().to_vec();
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
        ("brackets", many("[", 1_000_000)),
        ("brackets that close", format!("{}{}", many("[", 1_000_000), many("]", 1_000_000))),
        ("brackets in a title", with(THREE, "\"Three\"", &many("[", 1_000_000))),
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

/// Files of about this many bytes, each of which makes much of something.
fn harms(bytes: usize) -> Vec<(&'static str, String)> {
    let many = |piece: &str| piece.repeat(bytes / piece.len());
    let numbered = |bytes: usize, piece: &dyn Fn(usize) -> String| -> String {
        let (mut text, mut at) = (String::with_capacity(bytes + 100), 0);
        while text.len() < bytes {
            text.push_str(if at == 0 { "" } else { "," });
            text.push_str(&piece(at));
            at += 1;
        }
        text
    };
    let areas = |areas: &str| with(THREE, r#"{ "id": "B", "name": "Beeton" }"#, areas);
    let indicators = |more: &str| with(THREE, r#"{ "id": "one""#, &format!(r#"{more}, {{ "id": "one""#));
    let series = |more: &str| with(THREE, r#"{ "area": "A", "values": [1, 2] }"#, more);
    let group =
        |members: &str, at: usize| format!(r#"{{"id":"g{at}","name":"G","method":"mean","members":[{members}]}}"#);
    let members = vec!["\"A\""; 2_000].join(",");
    let places = numbered(bytes / 2, &|at| format!(r#"{{"id":"p{at}","name":"P"}}"#));
    let place_members = (0..limits::MEMBERS).map(|at| format!("\"p{at}\"")).collect::<Vec<_>>().join(",");
    let years: Vec<String> = (1..=2000).map(|year| format!("\"{year:04}\"")).collect();
    let by_year = |value: &str| years.iter().map(|year| format!("{year}:{value}")).collect::<Vec<_>>().join(",");
    let wide = |series: &str| {
        let file = with(THREE, r#"["2020", "2021"]"#, &format!("[{}]", years.join(",")));
        with(&file, r#"{ "area": "A", "values": [1, 2] }"#, series)
    };
    let wide_areas = |series: &dyn Fn(usize) -> String, each: usize| {
        let count = (bytes / each).max(1);
        let areas: Vec<String> = (0..count).map(|at| format!(r#"{{"id":"p{at}","name":"P"}}"#)).collect();
        let series: Vec<String> = (0..count).map(series).collect();
        with(&wide(&series.join(",")), r#"{ "id": "B", "name": "Beeton" }"#, &areas.join(","))
    };
    let categories = |bytes: usize, more: &dyn Fn(usize) -> String| {
        let some: Vec<String> = (0..(bytes / 24).min(limits::CATEGORIES - 1))
            .map(|at| format!(r#"{{"id":"c{at}","name":"C"{}}}"#, more(at)))
            .collect();
        format!(
            r#""dimensions":[{{"id":"d","name":"D","categories":[{},{{"id":"all","name":"All","total":true}}]}}],"unit""#,
            some.join(",")
        )
    };
    vec![
        ("brackets", many("[")),
        ("brackets of both kinds", many("{\"a\":[")),
        ("brackets in a title", with(THREE, "\"Three\"", &many("["))),
        ("brackets in a value", with(THREE, "[1, 2]", &format!("[1, {}", many("{\"a\":")))),
        ("damaged indicators", indicators(&many(r#"{"id":"i","periods":[1 2]},"#))),
        ("damaged areas", areas(&many(r#"{"id":"i","name":[1 2]},"#))),
        ("indicators within indicators", indicators(&many(r#"{"a":[{"id":1,"periods":1},"#))),
        ("objects without end", indicators(&many("{"))),
        ("lists of indicators", format!("{{{}", many(r#""indicators":["#))),
        ("commas", with(THREE, "[1, 2]", &format!("[{}]", many(",")))),
        ("quotation marks", many("\"")),
        ("backslashes", with(THREE, "\"Three\"", &format!("\"{}\"", many("\\\\")))),
        ("blanks", format!("{}{THREE}", many(" \n\t\r"))),
        ("a long label", with(THREE, "\"One\"", &format!("\"{}\"", many("é")))),
        ("a long escaped label", with(THREE, "\"One\"", &format!("\"{}\"", many("\\u00e9")))),
        ("a long id that nothing has", with(THREE, r#""area": "A""#, &format!(r#""area": "{}""#, many("é")))),
        ("a long word", with(THREE, r#""percent""#, &format!("\"{}\"", many("x")))),
        ("a long name of a field", with(THREE, r#""title""#, &format!(r#""{}": 1, "title""#, many("\\n")))),
        ("a long number", with(THREE, "[1, 2]", &format!("[1, {}]", many("9")))),
        ("a long fraction", with(THREE, "[1, 2]", &format!("[1, 0.{}1]", many("0")))),
        ("areas", areas(&numbered(bytes, &|at| format!(r#"{{"id":"p{at}","name":"P"}}"#)))),
        ("areas with one id", areas(&numbered(bytes, &|_| r#"{"id":"B","name":"P"}"#.to_owned()))),
        ("groups with one member often", areas(&numbered(bytes, &|at| group(&members, at)))),
        (
            "groups with all members",
            areas(&format!("{places},{}", numbered(bytes / 2, &|at| group(&place_members, at)))),
        ),
        ("empty groups", areas(&numbered(bytes, &|at| group("", at)))),
        ("very many members", areas(&group(&numbered(bytes, &|at| format!("\"{at}\"")), 0))),
        (
            "indicators",
            indicators(&numbered(bytes, &|at| {
                format!(
                    r#"{{"id":"i{at}","name":"I","unit":{{"kind":"count"}},"periods":["2020"],"series":[{{"area":"A","values":[1]}}]}}"#
                )
            })),
        ),
        ("empty indicators", indicators(&numbered(bytes, &|_| "{}".to_owned()))),
        ("indicators that are none", indicators(&numbered(bytes, &|at| at.to_string()))),
        (
            "unknown fields",
            with(
                THREE,
                r#""id": "one""#,
                &format!(r#"{},"id": "one""#, numbered(bytes, &|at| format!(r#""f{at}":0"#))),
            ),
        ),
        (
            "unknown fields at the top",
            with(THREE, r#""title""#, &format!(r#"{},"title""#, numbered(bytes, &|at| format!(r#""f{at}":0"#)))),
        ),
        (
            "one field very often",
            with(
                THREE,
                r#""id": "one""#,
                &format!(r#"{},"id": "one""#, numbered(bytes, &|_| r#""id":"one""#.to_owned())),
            ),
        ),
        ("series of one key", series(&numbered(bytes, &|_| r#"{"area":"A","values":[1,2]}"#.to_owned()))),
        ("series of no area", series(&numbered(bytes, &|_| r#"{"area":"Z","values":[1,2]}"#.to_owned()))),
        ("series that are none", series(&numbered(bytes, &|_| "0".to_owned()))),
        (
            "problems",
            wide(&numbered(bytes, &|_| format!(r#"{{"area":"A","values":[{}]}}"#, vec!["[]"; 2_000].join(",")))),
        ),
        ("values by period", wide_areas(&|at| format!(r#"{{"area":"p{at}","values":{{{}}}}}"#, by_year("1")), 18_000)),
        (
            "remarks and earlier values",
            wide_areas(
                &|at| {
                    format!(
                        r#"{{"area":"p{at}","values":[{}],"remarks":{{{}}},"previous":{{{}}}}}"#,
                        vec!["1"; 2_000].join(","),
                        by_year(r#""over""#),
                        by_year(r#"[{"value":1}]"#)
                    )
                },
                70_000,
            ),
        ),
        (
            "one figure of many",
            wide_areas(&|at| format!(r#"{{"area":"p{at}","values":{{"0001":1}},"status":{{"2000":"p"}}}}"#), 90),
        ),
        (
            "categories, and series that name none",
            with(
                &with(THREE, r#""unit""#, &categories(bytes / 2, &|_| String::new())),
                r#"{ "area": "A", "values": [1, 2] }"#,
                &numbered(bytes / 2, &|_| r#"{"area":"A","values":[1,2]}"#.to_owned()),
            ),
        ),
        (
            "categories within categories",
            with(THREE, r#""unit""#, &categories(bytes, &|at| format!(r#","parent":"c{}""#, at + 1))),
        ),
        (
            "topics",
            with(
                THREE,
                r#"{ "id": "t", "name": "Topic" }"#,
                &numbered(bytes, &|at| format!(r#"{{"id":"{at}","name":"T"}}"#)),
            ),
        ),
        (
            "notes",
            with(THREE, r#""title""#, &format!(r#""notes": [{}], "title""#, numbered(bytes, &|_| "\"\"".to_owned()))),
        ),
        (
            "earlier values",
            with(
                THREE,
                "[1, 2] }",
                &format!(
                    r#"[1, 2], "previous": {{ "2020": [{}] }} }}"#,
                    numbered(bytes, &|_| r#"{"value":1}"#.to_owned())
                ),
            ),
        ),
        (
            "periods",
            with(THREE, r#"["2020", "2021"]"#, &format!("[{}]", numbered(bytes, &|at| format!("\"{at:04}\"")))),
        ),
        (
            "targets",
            with(
                THREE,
                r#""id": "one""#,
                &format!(r#""id": "one", "target": {{{}}}"#, numbered(bytes, &|_| r#""2020":1"#.to_owned())),
            ),
        ),
    ]
}

/// A file, and what reading it gives, of a size that costs a test nothing.
#[test]
fn much_of_everything() {
    for (what, file) in harms(60_000) {
        let ingest = read(&file);
        assert!(ingest.diagnostics.len() <= 10 * limits::DIAGNOSTICS + 2, "{what}");
        for found in &ingest.diagnostics {
            assert!(found.to_string().len() < 700 && found.path.len() < 400, "{what}: {found}");
        }
        if let Some(dataset) = &ingest.dataset {
            look_at(dataset);
        }
    }
}

#[test]
#[ignore = "measures: minutes; prints how long ten megabytes of each harm take, the slowest last"]
fn long_ten_megabytes_of_everything() {
    let mut times = Vec::new();
    for (what, file) in harms(10_000_000) {
        let before = std::time::Instant::now();
        let ingest = read(&file);
        let reading = before.elapsed();
        if let Some(dataset) = &ingest.dataset {
            let _ = kpi_core::view::OverviewModel::new(dataset, &kpi_core::query::Query::initial(dataset));
        }
        times.push((reading, before.elapsed(), what, file.len(), ingest.diagnostics.len()));
    }
    times.sort();
    for (reading, all, what, bytes, problems) in times {
        println!(
            "{reading:>10.1?} reading, {all:>10.1?} with an overview: {what}, {bytes} bytes, {problems} diagnostics"
        );
    }
}
