use crate::support::{DATA, contains, folder_with, run};

#[test]
fn check_names_the_place_and_the_mend() {
    let check = |name: &str, data: &str, code: i32, expect: &[&str]| {
        contains(
            &run(&folder_with(&format!("check-{name}"), &[("kpi.json", data)]), &["check", "kpi.json"], code),
            expect,
        );
    };
    check("sound", DATA, 0, &["can be shown: 1, areas: 1, figures: 1; errors: 0, warnings: 0"]);
    let wrong = DATA.replace("\"count\"", "\"counts\"");
    check("wrong-unit", &wrong, 1, &["error: kpi.json, line 3", "unit", "\"counts\"", "\"count\"", "can be shown: 0"]);
    check("cut", DATA.split("\"series\"").next().unwrap(), 1, &["error: kpi.json", "ends in the middle"]);
    check("unknown", &DATA.replace("\"title\"", "\"colour\": 1, \"title\""), 0, &["warning: kpi.json", "colour"]);
}

#[test]
fn figures_in_files_of_their_own_are_checked_too() {
    let data = DATA.replace(
        "\"series\": [{ \"area\": \"A\", \"values\": [1234] }]",
        "\"data\": \"visits.json\", \"hash\": \"HASH\"",
    );
    let figures = r#"{ "kpi": "1.0", "indicator": "visits", "series": [{ "area": "A", "values": [7] }] }"#;
    let hash = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    let check = |name: &str, figures: Option<&str>, expect: &[&str]| {
        let data = data.replace("HASH", hash);
        let mut files = vec![("kpi.json", data.as_str())];
        files.extend(figures.map(|figures| ("visits.json", figures)));
        contains(&run(&folder_with(name, &files), &["check", "kpi.json"], 1), expect);
    };
    check("other-hash", Some(figures), &["error: visits.json", "sha256-", "both files of one build", "figures: 1;"]);
    check("not-there", None, &["error: visits.json", "cannot be read", "build the publication again"]);
    check("another", Some(&figures.replace("\"visits\"", "\"calls\"")), &["visits.json, line 1", "another indicator"]);
}

#[test]
fn both_files_of_a_publication_are_held_against_each_other() {
    let data = DATA.replace("\"series\"", "\"data\": \"visits.json\", \"series\"");
    let figures = |value: &str| {
        format!(r#"{{ "kpi": "1.0", "indicator": "visits", "series": [{{ "area": "A", "values": [{value}] }}] }}"#)
    };
    for (name, value, expect) in [
        ("agree", "1234", "errors: 0, warnings: 0"),
        ("disagree", "1243", "warning: kpi.json, Visits < planned, Example, 2020: The publication has 1,234, and the"),
    ] {
        let folder = folder_with(&format!("both-{name}"), &[("kpi.json", &data), ("visits.json", &figures(value))]);
        contains(&run(&folder, &["check", "kpi.json"], 0), &[expect]);
    }
}

#[test]
fn what_programs_read_has_every_message() {
    let folder = folder_with("check-json", &[("kpi.json", &DATA.replace("\"count\"", "\"counts\""))]);
    let said = run(&folder, &["check", "--json", "kpi.json"], 1);
    let files: serde_json::Value = serde_json::from_str(&said).unwrap();
    let is_about_unit = |message: &&serde_json::Value| message["what"].as_str().unwrap().contains("counts");
    let message = files[0]["messages"].as_array().unwrap().iter().find(is_about_unit).unwrap();
    assert_eq!(files[0]["format"], "KPI JSON");
    assert_eq!(message["severity"], "error");
    contains(message["place"].as_str().unwrap(), &["line 3", "unit"]);
    contains(message["mend"].as_str().unwrap(), &["count"]);
}

#[test]
fn json_stat_is_checked_as_json_stat() {
    let file = r#"{ "version": "2.0", "class": "dataset", "id": ["area", "year"], "size": [1, 1],
        "role": { "geo": ["area"], "time": ["year"] },
        "dimension": { "area": { "category": { "index": ["A"], "label": { "A": "Example" } } },
                       "year": { "category": { "index": ["2020"] } } }, "value": [3.5] }"#;
    let folder = folder_with("json-stat", &[("figures.json", file)]);
    contains(&run(&folder, &["check", "figures.json"], 0), &["figures.json (JSON-stat)", "areas: 1, figures: 1"]);
}
