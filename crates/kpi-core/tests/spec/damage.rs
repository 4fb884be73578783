//! Files that are not JSON any more: every sound indicator is kept, and the damage is named where it is.

use crate::given::{DEMO, EVERYTHING, THREE, figures, kept, look_at, read, told, with};
use kpi_core::ingest::{Ingest, Problem, Severity};
use kpi_core::model::AreaIx;
use std::ops::Range;

/// The places of the indicators in a file that writes each from `    { "id"` or `    {\n      "id"`.
fn places(file: &str, ids: &[String]) -> Vec<Range<usize>> {
    let start = |id: &String| {
        let at = file.find("\"indicators\": [").unwrap();
        let at = at + file[at..].find(&format!("\"id\": \"{id}\"")).unwrap();
        file[..at].rfind('{').unwrap()
    };
    let mut places = Vec::new();
    for (at, id) in ids.iter().enumerate() {
        let end = ids.get(at + 1).map_or(file.rfind(']').unwrap(), start);
        let end = start(id) + file[start(id)..end].rfind('}').unwrap() + 1;
        places.push(start(id)..end);
    }
    places
}

/// What can happen to an indicator's text in an editor.
fn damages(indicator: &str) -> Vec<(&'static str, String)> {
    let last = |of: char| indicator.rfind(of).unwrap();
    let cut = |at: usize| format!("{}{}", &indicator[..at], &indicator[at + 1..]);
    let insert = |at: usize, text: &str| format!("{}{text}{}", &indicator[..at], &indicator[at..]);
    let name = indicator.find("\"name\": \"").unwrap() + 9;
    let values = indicator.rfind("\"values\":").unwrap();
    let values = values + indicator[values..].find(['[', '{']).unwrap();
    vec![
        ("a comma less", cut(indicator.find(',').unwrap())),
        ("an opening quotation mark less", cut(name - 1)),
        ("a closing quotation mark less", cut(name + indicator[name..].find('"').unwrap())),
        ("a colon less", cut(name - 3)),
        ("the last bracket less", cut(last('}'))),
        ("the list's bracket less", cut(last(']'))),
        ("the first bracket less", cut(0)),
        ("a bracket of the values less", cut(values)),
        ("a curly bracket too many", insert(last('}'), "}")),
        ("a square bracket too many", insert(last(']'), "]")),
        ("two brackets too many", insert(last('}'), "]}")),
        ("a trailing comma", insert(last('}'), ",")),
        ("a letter among the numbers", insert(values + 1, "9O, ")),
        ("a number as nobody writes it", insert(values + 1, "+1.,")),
        ("a comment", insert(1, "/* why { not */")),
        ("a typographic quotation mark", indicator.replacen("\"id\"", "\u{201C}id\u{201D}", 1)),
    ]
}

/// Damages one indicator after the other in every way: all others stay as they were, and the place is said.
fn one_bad_among_good(file: &str) {
    let whole = figures(read(file).dataset.as_ref().unwrap());
    let ids: Vec<String> = whole.iter().map(|(id, _)| id.clone()).collect();
    for (at, place) in places(file, &ids).into_iter().enumerate() {
        for (what, text) in damages(&file[place.clone()]) {
            let bad = format!("{}{text}{}", &file[..place.start], &file[place.end..]);
            let ingest = read(&bad);
            let told = told(&ingest.diagnostics);
            let found = figures(ingest.dataset.as_ref().unwrap_or_else(|| panic!("{what} in {}\n{told}", ids[at])));
            let mut expect = whole.clone();
            // A bracket too many at the end leaves the indicator whole.
            let lost = found != expect || what != "a curly bracket too many";
            if lost {
                expect.remove(at);
            }
            assert_eq!(found, expect, "{what} in {}\n{told}", ids[at]);
            assert!(!ingest.is_cut_off(), "{what} in {}\n{told}", ids[at]);
            let lines = file[..place.start].matches('\n').count() + 1..=file[..place.end].matches('\n').count() + 3;
            let errors = ingest.diagnostics.iter().filter(|found| found.severity() == Severity::Error);
            for error in errors {
                assert!(lines.contains(&error.line), "{what} in {}: {lines:?}\n{told}", ids[at]);
            }
            let left_out = |found: &Problem| matches!(found, Problem::IndicatorLeftOut { .. });
            let syntax = |found: &Problem| matches!(found, Problem::Syntax { .. });
            let has = |is: &dyn Fn(&Problem) -> bool| ingest.diagnostics.iter().any(|found| is(&found.problem));
            assert!(has(&left_out) == lost && has(&syntax), "{what} in {}\n{told}", ids[at]);
        }
    }
}

#[test]
fn one_bad_indicator_among_good_ones() {
    one_bad_among_good(THREE);
    one_bad_among_good(EVERYTHING);
}

#[test]
fn one_bad_indicator_among_good_ones_of_the_demo() {
    one_bad_among_good(DEMO);
}

#[test]
fn one_bad_indicator_of_a_file_without_line_breaks() {
    let parsed: serde_json::Value = serde_json::from_str(THREE).unwrap();
    let dense = parsed.to_string();
    for (from, to) in [
        (r#""name":"Two""#, r#""name":"Two"#),
        ("[3,4]", "[3 4]"),
        ("[3,4]", "[3,4"),
        ("[3,4]", "[3,4]]"),
        ("[3,4]}", "[3,4]"),
    ] {
        let ingest = read(with(&dense, from, to));
        assert_eq!(kept(&ingest), ["one", "six"], "{to}\n{}", told(&ingest.diagnostics));
    }
}

#[test]
fn two_bad_indicators_side_by_side() {
    let whole = figures(read(DEMO).dataset.as_ref().unwrap());
    let ids: Vec<String> = whole.iter().map(|(id, _)| id.clone()).collect();
    let places = places(DEMO, &ids);
    for at in 0..ids.len() - 1 {
        let (one, two) = (places[at].clone(), places[at + 1].clone());
        let (first, second) = (damages(&DEMO[one.clone()]), damages(&DEMO[two.clone()]));
        for way in [0, 1, 2, 4, 5, 8, 9, 12] {
            let (what, other) = (&first[way], &second[(way + at) % second.len()]);
            let bad = [&DEMO[..one.start], &what.1, &DEMO[one.end..two.start], &other.1, &DEMO[two.end..]].concat();
            let ingest = read(&bad);
            let told = format!("{} and {} in {}\n{}", what.0, other.0, ids[at], told(&ingest.diagnostics));
            let found = figures(ingest.dataset.as_ref().unwrap());
            let is_kept = |(id, _): &&(String, String)| {
                *id != ids[at] && *id != ids[at + 1] || found.iter().any(|(other, _)| other == id)
            };
            assert_eq!(found, whole.iter().filter(is_kept).cloned().collect::<Vec<_>>(), "{told}");
            assert!(!ingest.is_cut_off(), "{told}");
        }
    }
}

/// Both are named, where the second can be told from the first.
#[test]
fn each_of_two_bad_neighbours_is_named() {
    let bad = with(&with(THREE, "[1, 2]", "[1 2]"), "[3, 4]", "[3, 4");
    let ingest = read(bad);
    assert_eq!(kept(&ingest), ["six"]);
    assert_eq!(left_out(&ingest), ["One", "Two"], "{}", told(&ingest.diagnostics));
    let bad =
        with(&with(THREE, "] } ] },\n    { \"id\": \"two\"", "] } ] ,\n    { \"id\": \"two\""), "[3, 4]", "[3, 4");
    assert_eq!(left_out(&read(bad)), ["One", "Two"]);
}

fn left_out(ingest: &Ingest) -> Vec<String> {
    let name = |found: &Problem| match found {
        Problem::IndicatorLeftOut { name } => Some(name.clone().unwrap_or_default()),
        _ => None,
    };
    ingest.diagnostics.iter().filter_map(|found| name(&found.problem)).collect()
}

/// Damage outside the indicators costs none of them, as long as the areas can be told.
#[test]
fn damage_between_the_lists() {
    let brackets_behind = format!("{THREE}]}}");
    let twice = format!("{THREE}{THREE}");
    for (what, bad) in [
        ("a comma less", with(THREE, r#""1.0","#, r#""1.0""#)),
        ("a quotation mark less", with(THREE, r#""title": "Three""#, r#""title": "Three"#)),
        ("a bracket less", with(THREE, r#""Ayton Council" }"#, r#""Ayton Council""#)),
        ("a comma less before a list", with(THREE, "],\n  \"topics\"", "]\n  \"topics\"")),
        ("a comma less before the indicators", with(THREE, "],\n  \"indicators\"", "]\n  \"indicators\"")),
        ("a comma less among the areas", with(THREE, r#""focus" },"#, r#""focus" }"#)),
        ("a trailing comma among the areas", with(THREE, r#""Beeton" }"#, r#""Beeton" },"#)),
        ("a trailing comma among the indicators", with(THREE, "[7, 8] } ] }", "[7, 8] } ] },")),
        ("a comma less among the indicators", with(THREE, "[1, 2] } ] },", "[1, 2] } ] }")),
        ("a foreign letter among the indicators", with(THREE, "[1, 2] } ] },", "[1, 2] } ] }, \u{201C}")),
        ("two commas among the indicators", with(THREE, "[1, 2] } ] },", "[1, 2] } ] },,")),
        ("a bracket too many among the indicators", with(THREE, "[1, 2] } ] },", "[1, 2] } ] } },")),
        ("a list's bracket too many among the indicators", with(THREE, "[1, 2] } ] },", "[1, 2] } ] } ],")),
        ("the areas' bracket less", with(THREE, "\n  ],\n  \"topics\"", "\n  ,\n  \"topics\"")),
        ("the topics' bracket less", with(THREE, "} ],\n  \"indicators\"", "} ,\n  \"indicators\"")),
        ("the indicators' bracket less", with(THREE, "\n  ]\n}\n", "\n  }\n")),
        ("brackets behind the end", brackets_behind),
        ("the file twice", twice),
    ] {
        let ingest = read(&bad);
        let told = told(&ingest.diagnostics);
        assert_eq!(kept(&ingest), ["one", "two", "six"], "{what}\n{told}");
        assert!(told.contains("This is not JSON"), "{what}\n{told}");
        assert!(!ingest.is_cut_off(), "{what}\n{told}");
        assert_eq!(ingest.dataset.unwrap().areas.len(), 2, "{what}\n{told}");
    }
}

#[test]
fn a_damaged_area_costs_its_own_figures_alone() {
    let ingest = read(with(THREE, r#""name": "Beeton" }"#, r#""name": "Beeton }"#));
    assert_eq!(kept(&ingest), ["one", "two", "six"], "{}", told(&ingest.diagnostics));
    assert_eq!(ingest.dataset.unwrap().areas.len(), 1);
}

/// Another area's figures in the place of the council's would be read as the council's.
#[test]
fn no_other_area_stands_in_for_a_damaged_focus() {
    let whole = read(with(THREE, r#", "role": "focus""#, ""));
    assert_eq!(whole.dataset.unwrap().focus(), AreaIx(0));
    let file = with(THREE, r#""name": "Ayton", "role""#, r#""name": "Ayton, "role""#);
    let ingest = read(&file);
    assert!(ingest.dataset.is_none());
    assert!(told(&ingest.diagnostics).contains("The area that the publication is about cannot be read."));
}

/// The same file in other orders is read as well, whole and damaged.
#[test]
fn lists_in_any_order() {
    let parsed: serde_json::Map<String, serde_json::Value> = serde_json::from_str(THREE).unwrap();
    let member = |name: &str| format!("\"{name}\": {}", parsed[name]);
    let file = ["areas", "topics", "indicators", "kpi", "title", "publisher"].map(member).join(",\n");
    let whole = read(format!("{{ {file} }}"));
    assert_eq!(told(&whole.diagnostics), "");
    let bad = read(format!("{{ {} }}", with(&file, "[3,4]", "[3 4]")));
    assert_eq!(kept(&bad), ["one", "six"], "{}", told(&bad.diagnostics));
    let first = ["indicators", "areas", "kpi", "topics", "title", "publisher"].map(member).join(",\n");
    let bad = read(format!("{{ {} }}", with(&first, "[3,4]", "[3 4]")));
    assert_eq!(kept(&bad), ["one", "six"], "{}", told(&bad.diagnostics));
    let last = read(format!("{{ {} }}", with(&file, "[7,8]", "[7 8]")));
    assert_eq!(kept(&last), ["one", "two"], "{}", told(&last.diagnostics));
    assert_eq!(last.dataset.unwrap().title, "Three");
    let again = read(format!("{{ {} ", with(&file, "\"kpi\"", "{ \"kpi\"")));
    assert!(again.is_cut_off());
}

/// Cuts the file off: what is complete before the cut is kept as it is, and the reader is told.
fn cut(file: &str, at: usize) {
    let whole = read(file);
    let all = figures(whole.dataset.as_ref().unwrap());
    let ids: Vec<String> = all.iter().map(|(id, _)| id.clone()).collect();
    let complete = places(file, &ids).iter().filter(|place| place.end <= at).count();
    check_cut(file, at, &all[..complete]);
}

fn check_cut(file: &str, at: usize, expect: &[(String, String)]) {
    let ingest = read(&file.as_bytes()[..at]);
    let told = told(&ingest.diagnostics);
    let found = ingest.dataset.as_ref().map(figures).unwrap_or_default();
    assert_eq!(found, expect, "cut at {at}\n{told}");
    let end = file.trim_end().len();
    assert_eq!(ingest.is_cut_off(), (1..end).contains(&at), "cut at {at}\n{told}");
    if (1..end).contains(&at) {
        let says_more = told.contains("This is not JSON") || told.contains("not a KPI publication");
        assert!(!says_more, "nothing but the cut is wrong; cut at {at}\n{told}");
        let last = ingest.diagnostics.iter().find(|found| matches!(found.problem, Problem::CutOff { .. })).unwrap();
        let line = file[..file.floor_char_boundary(at)].matches('\n').count() + 1;
        assert_eq!(last.line, line, "cut at {at}");
    }
}

#[test]
fn cut_off_after_every_byte() {
    for at in 0..=THREE.len() {
        cut(THREE, at);
    }
}

#[test]
fn the_demo_cut_off_after_every_line_and_every_397th_byte() {
    let all = figures(read(DEMO).dataset.as_ref().unwrap());
    let ids: Vec<String> = all.iter().map(|(id, _)| id.clone()).collect();
    let ends: Vec<usize> = places(DEMO, &ids).iter().map(|place| place.end).collect();
    let lines = DEMO.match_indices('\n').map(|(at, _)| at + 1);
    for at in (0..=DEMO.len()).step_by(397).chain(lines) {
        let complete = ends.iter().filter(|end| **end <= at).count();
        check_cut(DEMO, at, &all[..complete]);
    }
}

#[test]
fn what_is_kept_of_a_damaged_file_can_be_looked_at() {
    for at in (0..EVERYTHING.len()).step_by(41) {
        if let Some(dataset) = read(&EVERYTHING.as_bytes()[..at]).dataset {
            look_at(&dataset);
        }
    }
}
