use crate::support::{DATA, contains, folder_with, kpi, read, run, said};

#[test]
fn a_publication_goes_to_json_stat_and_comes_back_whole() {
    let folder = folder_with("round", &[("kpi.json", DATA)]);
    run(&folder, &["convert", "kpi.json", "stat.json", "--to", "json-stat"], 0);
    contains(&read(&folder.join("stat.json")), &["\"class\"", "1234"]);
    run(&folder, &["convert", "stat.json", "back.json"], 0);
    contains(&run(&folder, &["diff", "kpi.json", "back.json"], 0), &["Nothing differs."]);
}

#[test]
fn what_the_file_does_not_say_is_asked_for() {
    let file = r#"{ "version": "2.0", "class": "dataset", "id": ["area", "year"], "size": [1, 1], "label": "Visits",
        "role": { "geo": ["area"], "time": ["year"] },
        "dimension": { "area": { "category": { "index": ["A"], "label": { "A": "Example" } } },
                       "year": { "category": { "index": ["2020"] } } }, "value": [3.5] }"#;
    let folder = folder_with("asked", &[("stat.json", file)]);
    let convert = |options: &[&str], code, expect: &[&str]| {
        contains(&run(&folder, &[&["convert", "stat.json", "kpi.json"], options].concat(), code), expect);
    };
    convert(&[], 2, &["stat.json does not say which area it is about", "--focus", "A (Example)"]);
    convert(&["--focus", "B"], 2, &["no area with the code \"B\""]);
    convert(&["--focus", "A"], 2, &["who publishes", "--publisher"]);
    convert(&["--focus", "A", "--publisher", "Example Council", "--title", "Visits made"], 0, &["kpi.json is written"]);
    contains(&read(&folder.join("kpi.json")), &["\"Visits made\"", "\"Example Council\"", "\"focus\"", "3.5"]);
    run(&folder, &["check", "kpi.json"], 0);
}

/// Its name, the cells, how it ends, what is said, what is written.
type Case = (&'static str, [&'static str; 4], i32, &'static [&'static str], &'static [&'static str]);

/// A cell that cannot be read costs that cell and nothing else.
#[test]
fn what_is_good_is_written() {
    let convert = |name: &str, cells: [&str; 4]| {
        let [one, two, three, four] = cells;
        let table = format!(
            "area_code,area_name,period,indicator,unit,value\nA,Ayton,2020-03-31,Visits,%,{one}\n\
             A,Ayton,2021-03-31,Visits,%,{two}\nB,Beeton,2020-03-31,Visits,%,{three}\nB,Beeton,2021-03-31,Visits,%,{four}\n"
        );
        let folder = folder_with(&format!("unreadable-{name}"), &[("visits.csv", &table)]);
        let arguments = ["convert", "visits.csv", "kpi.json", "--focus", "A", "--publisher", "Example"];
        let output = kpi(&folder, &arguments);
        let written = folder.join("kpi.json").exists().then(|| read(&folder.join("kpi.json")));
        if written.is_some() {
            run(&folder, &["check", "kpi.json"], 0);
        }
        (output.status.code(), said(&output), written)
    };
    let cases: &[Case] = &[
        ("none", ["70", "71", "c", "81"], 0, &["kpi.json is written."], &["[70, 71]", "[\"c\", 81]"]),
        (
            "one",
            ["70", "abc", "80", "81"],
            1,
            &["error: visits.csv, row 3, column F \"value\": \"abc\" is neither", "figures that cannot be read: 1."],
            &["[70, null]", "[80, 81]"],
        ),
        (
            "two",
            ["abc", "71", "1.2.3", "81"],
            1,
            &["row 2", "row 4", "figures that cannot be read: 2."],
            &["[71]", "[81]", "[\"2021-03-31\"]"],
        ),
        ("symbol", ["70", "n/k", "80", "81"], 1, &["row 3"], &["[70, null]"]),
    ];
    for (name, cells, code, expect, values) in cases {
        let (ended, said, written) = convert(name, *cells);
        assert_eq!(ended, Some(*code), "{said}");
        contains(&said, expect);
        contains(&written.unwrap(), values);
        assert!(!said.contains("sound publication"), "{said}");
    }
    let (ended, said, written) = convert("all", ["abc"; 4]);
    assert!(ended == Some(1) && written.is_none(), "{said}");
    contains(&said, &["visits.csv has no figures that can be read; nothing is written."]);
}
