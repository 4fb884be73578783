use crate::support::{DATA, contains, folder_with, read, run};

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
