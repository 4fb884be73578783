use crate::support::{DATA, contains, folder_with, kpi, read, run, said, write};

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

/// All that a table of figures can hold.
const HELD: &str = r#"{ "kpi": "1.0", "title": "Held", "publisher": { "name": "Example" },
  "notes": ["Of all."], "topics": [{ "id": "a", "name": "A topic" }, { "id": "b", "name": "Another" }],
  "areas": [{ "id": "A1", "name": "Ayton", "role": "focus" }, { "id": "B1", "name": "Beeton" }],
  "indicators": [
    { "id": "one", "name": "One measure", "topic": "a", "unit": { "kind": "percent" }, "source": { "name": "Example" },
      "periods": ["2020-04-01/P3M", { "id": "2020-07-01/P3M", "label": "Summer" }, "2021-03-31", "2020", "2020-04-01/P1Y", "2020-12-01/P1M", "undated"],
      "series": [
        { "area": "A1", "values": [70.0, "c", -0.5, 1234567, "low", null, 3], "lower": [68, null, null, null, null, null, 2], "upper": [72.5, null, null, null, null, null, 4],
          "status": { "2020-04-01/P3M": "pr", "2021-03-31": "red", "undated": "u" }, "remarks": { "2020-04-01/P3M": "about" } },
        { "area": "B1", "values": ["x", "z", "u", 1, null, 0, 0.10] } ] },
    { "id": "money", "name": "Money", "topic": "b", "source": { "name": "Example" }, "periods": ["2020-04-01/P1Y"],
      "measures": [ { "id": "budget", "name": "The budget", "unit": { "kind": "gbp", "scale": 1000 } },
                    { "id": "pounds", "name": "Pounds", "unit": { "kind": "gbp" } },
                    { "id": "million", "name": "Millions", "unit": { "kind": "gbp", "scale": 1000000 } },
                    { "id": "rate", "name": "Per child", "unit": { "kind": "rate", "per": 10000 } },
                    { "id": "ratio", "name": "Parts", "unit": { "kind": "ratio" } }, { "id": "d", "name": "Days", "unit": { "kind": "days" } },
                    { "id": "s", "name": "Score", "unit": { "kind": "score" } }, { "id": "n", "name": "Number", "unit": { "kind": "count" } },
                    { "id": "v", "name": "Own words", "unit": { "kind": "other", "label": "visits" } } ],
      "series": [ { "area": "A1", "measure": "budget", "values": [1] }, { "area": "A1", "measure": "pounds", "values": [2] },
                  { "area": "A1", "measure": "million", "values": [3] }, { "area": "A1", "measure": "rate", "values": [4] },
                  { "area": "A1", "measure": "ratio", "values": [5] }, { "area": "A1", "measure": "d", "values": [6] },
                  { "area": "A1", "measure": "s", "values": [7] }, { "area": "A1", "measure": "n", "values": [8] },
                  { "area": "A1", "measure": "v", "values": [9] } ] },
    { "id": "ages", "name": "Ages", "topic": "a", "unit": { "kind": "count" }, "source": { "name": "Example" }, "periods": ["2021-03-31"],
      "dimensions": [ { "id": "age-group", "name": "Age", "categories": [ { "id": "0-4", "name": "0 to 4" }, { "id": "all", "name": "All ages", "total": true } ] },
                      { "id": "sex", "name": "Sex", "categories": [ { "id": "f", "name": "Girls" } ] } ],
      "series": [ { "area": "A1", "at": { "age-group": "0-4", "sex": "f" }, "values": [1] },
                  { "area": "A1", "at": { "age-group": "all", "sex": "f" }, "values": [2] } ] }
  ] }"#;

#[test]
fn what_a_table_can_hold_comes_back_from_it() {
    let back = |name: &str, data: &str, focus: &str, metadata: bool| {
        let folder = folder_with(&format!("table-{name}"), &[("kpi.json", data)]);
        run(&folder, &["check", "kpi.json"], 0);
        run(&folder, &["convert", "kpi.json", "figures.csv"], 0);
        let mut arguments = vec!["convert", "figures.csv", "back.json", "--focus", focus];
        if !metadata {
            std::fs::remove_file(folder.join("figures.csv-metadata.json")).unwrap();
            arguments.extend(["--title", "Held", "--publisher", "Example"]);
        }
        contains(&run(&folder, &arguments, 0), &["back.json is written"]);
        run(&folder, &["check", "back.json"], 0);
        run(&folder, &["diff", "kpi.json", "back.json"], 0)
    };
    contains(&back("held", HELD, "A1", true), &["Nothing differs."]);
    let without = HELD.replace("\"notes\": [\"Of all.\"], ", "").replace(", \"source\": { \"name\": \"Example\" }", "");
    // Without its description a table has ids for the names of breakdowns, which no comparison looks at.
    contains(&back("alone", &without, "A1", false), &["Nothing differs."]);
    // Of a whole publication no figure differs.
    let example =
        read(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/isle-of-wight/kpi.json")));
    let said = back("example", &example, "E06000046", true);
    for line in said.lines() {
        let is_other = [
            "units",
            "direction",
            "definitions",
            "sources",
            "notes",
            "targets",
            "tolerance",
            "methods",
            "words to look for",
        ]
        .iter()
        .any(|words| line.starts_with(&format!("Other {words}")));
        let is_group =
            line.starts_with("Groups by") || line.starts_with("Other members") || line.starts_with("Another");
        // The group, of which a table has no figures.
        let is_group = is_group || line == "Areas that are gone (1)";
        assert!(line.is_empty() || line.starts_with(' ') || is_other || is_group, "{line}\n{said}");
    }
}

#[test]
fn a_table_without_a_title_is_called_as_its_indicator_or_its_file() {
    let folder = folder_with("untitled", &[]);
    let check = |text: &str, options: &[&str], title: &str, is_said: bool| {
        write(&folder.join("teeth.csv"), text);
        let arguments = ["convert", "teeth.csv", "kpi.json", "--focus", "A", "--publisher", "P"];
        let said = run(&folder, &[&arguments, options].concat(), 0);
        contains(&read(&folder.join("kpi.json")), &[&format!("\"title\": \"{title}\"")]);
        let words = format!("teeth.csv has no title; the publication is called \"{title}\". Add --title for another.");
        assert_eq!(said.contains(&words), is_said, "{said}");
    };
    let one = "area,period,indicator,value\nA,2021-03-31,Checked teeth,5\n";
    check(one, &[], "Checked teeth", true);
    check(&format!("{one}A,2021-03-31,Other teeth,5\n"), &[], "teeth", true);
    check("area,period,value\nA,2021-03-31,5\n", &[], "teeth", true);
    check(one, &["--title", "Mine"], "Mine", false);
    check(&format!("All about teeth\n\n{one}"), &[], "All about teeth", false);
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

/// What was read is not to be had again from what is made of it.
#[test]
fn nothing_is_written_over_what_was_read() {
    let folder = folder_with(
        "over",
        &[("kpi.json", DATA), ("figures.csv", "area,period,indicator,value\nA,2021-03-31,Teeth,5\n")],
    );
    let before = read(&folder.join("figures.csv"));
    let said = run(
        &folder,
        &["convert", "figures.csv", "./figures.csv", "--to", "csv", "--focus", "A", "--publisher", "P"],
        2,
    );
    contains(&said, &["nothing is written", "is one of the files that were read"]);
    assert_eq!(read(&folder.join("figures.csv")), before);
}
