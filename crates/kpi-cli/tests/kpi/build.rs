use crate::support::{contains, folder, folder_with, read, run, write};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const CHILDREN: &str = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,\
old_la_code,la_name,new_la_code,population_type,population,children,rate
2021,Reporting year,National,E92000001,England,,,,,,On the day,1000,70,70
2021,Reporting year,Regional,E92000001,England,E12000008,South East,,,,On the day,500,30,60
2021,Reporting year,Local authority,E92000001,England,E12000008,South East,921,Isle of Wight,E06000046,On the day,30,3,112
2021,Reporting year,Local authority,E92000001,England,E12000009,South West,880,Torbay,E06000027,On the day,40,c,c
2021,Reporting year,Local authority,E92000001,England,E12000006,East of England,926,Norfolk,E10000020,On the day,90,7,65
2021,Reporting year,Local authority,E92000001,England,E12000006,East of England,935,Suffolk,E10000029,On the day,90,7,64
2020,Reporting year,National,E92000001,England,,,,,,On the day,1000,60,61.5
2020,Reporting year,Local authority,E92000001,England,E12000008,South East,921,Isle of Wight,E06000046,On the day,28,2,110
2020,Reporting year,Local authority,E92000001,England,E12000006,East of England,926,Norfolk,E10000020,On the day,0,7,x
2021,Reporting year,National,E92000001,England,,,,,,In the year,1000,20,20
2021,Reporting year,Local authority,E92000001,England,E12000008,South East,921,Isle of Wight,E06000046,In the year,30,1,30
";

const NEIGHBOURS: &str = "LA num,LA Name,LA number,GOInd,GOReg,SN1,SNP,SN2,SNP\n921,Isle of Wight,921,6,South East,880,Very Close,926,Close\n";

const RECIPE: &str = r#"title = "Children & care"
publisher = { name = "Example Council" }
licence = "Open Government Licence v3.0"

[areas]
focus = "E06000046"
compare = ["SN", "E12000008", "E92000001"]

[[groups]]
id = "SN"
name = "Statistical neighbours"
method = "median"
model = "DfE"
year = 2021
neighbours = "neighbours.csv"

[files.care]
path = "children.csv"
source = { name = "DfE" }

[[topics]]
id = "care"
name = "In care"

[[indicators]]
id = "rate"
name = "Children in care"
topic = "care"
file = "care"
column = "rate"
where = { population_type = "On the day" }
period = "31 March"
unit = { kind = "rate", per = 10000 }

[[indicators]]
id = "share"
name = "Share in care"
topic = "care"
file = "care"
where = { population_type = "On the day" }
numerator = "children"
denominator = "population"
per = 100
decimals = 1
period = "31 March"
polarity = "lower"
target = 9
"#;

fn publication(name: &str, recipe: &str) -> PathBuf {
    folder_with(name, &[("publication.toml", recipe), ("in/children.csv", CHILDREN), ("in/neighbours.csv", NEIGHBOURS)])
}

fn build(folder: &Path, code: i32) -> String {
    run(folder, &["build", "publication.toml", "--input", "in", "--out", "out"], code)
}

/// The Department's file under the name of the table that is made of it, in the same folder.
#[test]
fn nothing_is_written_over_a_file_that_was_read() {
    let recipe = RECIPE.replace("children.csv", "figures.csv");
    let folder = publication("over-source", &recipe);
    write(&folder.join("in/figures.csv"), CHILDREN);
    let said = run(&folder, &["build", "publication.toml", "--input", "in", "--out", "in"], 2);
    contains(&said, &["nothing is written", "figures.csv is one of the files that were read"]);
    assert_eq!(read(&folder.join("in/figures.csv")), CHILDREN);
    assert!(!folder.join("in/kpi.json").exists());
}

#[test]
fn a_recipe_becomes_everything_that_a_council_publishes() {
    let folder = publication("build", RECIPE);
    contains(
        &build(&folder, 0),
        &["kpi.json, indicators: 2, areas: 6, figures:", "page.html is not made: add --program"],
    );
    let json = read(&folder.join("out/kpi.json"));
    contains(
        &json,
        &[
            r#"{ "id": "E06000046", "name": "Isle of Wight", "role": "focus" }"#,
            r#""method": "median""#,
            r#""members": ["E06000027", "E10000020"]"#,
            r#""periods": ["2020-03-31", "2021-03-31"]"#,
            r#"{ "area": "E06000046", "values": [110, 112] }"#,
            r#"{ "area": "E92000001", "values": [61.5, 70] }"#,
            r#"{ "area": "E06000027", "values": [null, "c"] }"#,
            r#"{ "area": "E10000020", "values": ["x", 65] }"#,
            // 2/28 and 3/30 in per cent; a rate of nobody is not applicable.
            r#""values": [7.1, 10.0], "status": { "2020-03-31": "d", "2021-03-31": "d" }"#,
            r#"{ "area": "E10000020", "values": ["z", 7.8]"#,
            "children.csv, column rate, rows with population_type “On the day”",
            "Derived here from two published figures: children.csv, column children",
            r#""target": 9"#,
        ],
    );
    // The order: focus, comparators as listed, members.
    let order = ["\"focus\"", "\"SN\"", "\"South East\" }", "\"England\" }", "\"Torbay\" }", "\"Norfolk\" }"];
    let places: Vec<usize> = order.iter().map(|words| json.find(words).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(!json.contains("Suffolk"), "{json}");
    run(&folder, &["check", "out/kpi.json"], 0);
    contains(&read(&folder.join("out/figures.csv")), &["Isle of Wight", "112"]);
    contains(&read(&folder.join("out/figures.csv-metadata.json")), &["figures.csv", "csvw"]);
    contains(
        &read(&folder.join("out/embed.html")),
        &["kpi-explorer.js", "<kpi-explorer src=\"kpi.json\">", "<td>112</td>"],
    );
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let apart = RECIPE.replace("[areas]\n", "data = \"apart\"\n[areas]\nothers = \"all\"\n");
    for (name, recipe) in [("same", RECIPE), ("same-apart", &apart)] {
        let folder = publication(name, recipe);
        write(&folder.join("program.js"), "alert(1)");
        for out in ["one", "two"] {
            run(&folder, &["build", "publication.toml", "--input", "in", "--out", out, "--program", "program.js"], 0);
        }
        let files = |out: &str| files(&folder.join(out));
        let (one, two) = (files("one"), files("two"));
        assert!(one.len() >= 5 && one == two);
    }
}

/// Every file of a folder, by its path in it.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in std::fs::read_dir(inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                all.push((path.strip_prefix(folder).unwrap().to_owned(), std::fs::read(path).unwrap()));
            }
        }
    }
    all.sort();
    all
}

#[test]
fn the_page_in_one_file_has_everything_inside() {
    let folder = publication("build-page", RECIPE);
    write(&folder.join("program.js"), "alert(1)");
    run(&folder, &["build", "publication.toml", "--input", "in", "--out", "out", "--program", "program.js"], 0);
    let page = read(&folder.join("out/page.html"));
    contains(&page, &["<title>Children &amp; care</title>", "<script>alert(1)</script>", "<style>", "<td>112</td>"]);
    contains(&page, &["<script type=\"application/json\">"]);
    assert!(!page.contains("src=\"k") && !page.contains("href=\"p"), "something is fetched");
}

#[test]
fn no_id_becomes_a_file_that_a_disk_takes_for_another() {
    // The ids of the two indicators, and the files that they get in the folder `data`.
    let check = |name: &str, ids: [&str; 2], expect: [&str; 2]| {
        let recipe = RECIPE.replace("[areas]\n", "data = \"apart\"\n[areas]\nothers = \"all\"\n");
        let recipe = recipe.replace("id = \"rate\"", &format!("id = \"{}\"", ids[0]));
        let recipe = recipe.replace("id = \"share\"", &format!("id = \"{}\"", ids[1]));
        let folder = publication(&format!("disk-{name}"), &recipe);
        contains(&build(&folder, 0), &["files of figures: 2"]);
        let found = files(&folder.join("out/data")).into_iter().map(|(path, _)| path);
        assert_eq!(found.collect::<BTreeSet<_>>(), expect.iter().map(PathBuf::from).collect());
        let json = read(&folder.join("out/kpi.json"));
        for (id, file) in ids.iter().zip(expect) {
            let id_at = json.find(&format!("\"id\": \"{id}\"")).unwrap();
            contains(json.get(id_at..).unwrap(), &[&format!("\"data\": \"data/{file}\"")]);
        }
        contains(&run(&folder, &["check", "out/kpi.json"], 0), &["errors: 0"]);
    };
    check("plain", ["rate", "share"], ["rate.json", "share.json"]);
    check("case", ["Rate", "rate"], ["Rate.json", "rate-2.json"]);
    check("devices", ["CON", "nul.x"], ["indicator-CON.json", "indicator-nul.x.json"]);
    check("ports", ["com1", "LPT9"], ["indicator-com1.json", "indicator-LPT9.json"]);
    check("no-devices", ["console", "com10"], ["console.json", "com10.json"]);
    check("stops", ["a..", "b.."], ["a.json", "b.json"]);
    check("same-start", ["a.", "a"], ["a.json", "a-2.json"]);
    let long = "x".repeat(300);
    check("long", [&long, "y"], [&format!("{}.json", "x".repeat(100)), "y.json"]);
    // Not one of them gets as far as a file.
    for id in ["../rate", "/rate", "..", "a/b", "a\\\\b", "c:d", "é", " ", ""] {
        let recipe = RECIPE.replace("id = \"rate\"", &format!("id = \"{id}\""));
        let folder = publication("disk-refused", &recipe.replace("[areas]\n", "data = \"apart\"\n[areas]\n"));
        contains(&build(&folder, 1), &["nothing is written"]);
        assert!(!folder.join("out").exists());
    }
}

#[test]
fn nothing_is_written_where_anything_fails() {
    // A file of the folder before, the arguments behind the usual ones, and words of what is said.
    let check = |name: &str, before: &str, more: &[&str], expect: &str| {
        let folder = publication(&format!("nothing-{name}"), RECIPE);
        write(&folder.join(before), "before");
        let all = |folder: &Path| files(folder).into_iter().filter(|(path, _)| !path.starts_with("in")).collect();
        let was: Vec<_> = all(&folder);
        let arguments = [&["build", "publication.toml", "--input", "in", "--out", "out"], more].concat();
        contains(&run(&folder, &arguments, 2), &[expect]);
        assert_eq!(all(&folder), was, "{name}");
    };
    check("program", "out/kpi.json", &["--program", "missing.js"], "missing.js cannot be read");
    check("program-anew", "other/kpi.json", &["--program", "missing.js"], "missing.js cannot be read");
    check("previous", "out/kpi.json", &["--previous", "missing.json"], "missing.json cannot be read");
    // What stands in the way of the last file stops the first.
    check("folder", "out/embed.html/file", &[], "embed.html cannot be written: a folder has this name");
    check("file", "out", &[], "out cannot be made");
}

#[test]
#[cfg(unix)]
fn what_is_written_again_stays_what_it_was() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = publication("again", RECIPE);
    build(&folder, 0);
    let (json, page) = (folder.join("out/kpi.json"), folder.join("out/embed.html"));
    let whole = read(&json);
    write(&json, "old");
    std::fs::set_permissions(&json, PermissionsExt::from_mode(0o640)).unwrap();
    std::fs::rename(&page, folder.join("elsewhere.html")).unwrap();
    symlink("../elsewhere.html", &page).unwrap();
    build(&folder, 0);
    assert_eq!(read(&json), whole);
    assert_eq!(std::fs::metadata(&json).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(std::fs::symlink_metadata(&page).unwrap().is_symlink());
    let names: Vec<_> = files(&folder.join("out")).into_iter().map(|(path, _)| path).collect();
    assert!(names.iter().all(|path| !path.to_string_lossy().starts_with('.')), "{names:?}");
    std::fs::set_permissions(&json, PermissionsExt::from_mode(0o440)).unwrap();
    contains(&build(&folder, 2), &["kpi.json cannot be written: it may only be read"]);
    contains(&run(&folder, &["convert", "out/kpi.json", "/dev/stdout", "--to", "kpi"], 0), &["\"kpi\": \"1.0\""]);
}

#[test]
fn figures_that_a_first_look_does_not_need_are_set_apart() {
    let recipe = RECIPE.replace("[areas]\n", "data-apart-above = 10\n[areas]\nothers = \"all\"\n");
    let folder = publication("apart", &recipe);
    contains(&build(&folder, 0), &["files of figures: 2"]);
    let json = read(&folder.join("out/kpi.json"));
    contains(
        &json,
        &["\"data\": \"data/rate.json\"", "\"hash\": \"sha256-", "{ \"area\": \"E06000046\", \"values\": [110, 112] }"],
    );
    assert!(!json.contains("\"area\": \"E10000029\""), "Suffolk is not for a first look");
    contains(&read(&folder.join("out/data/rate.json")), &["\"indicator\": \"rate\"", "\"E10000029\"", "\"E06000046\""]);
    contains(&run(&folder, &["check", "out/kpi.json"], 0), &["errors: 0"]);
    // What is set apart is the same publication.
    let whole = publication("whole", &RECIPE.replace("[areas]\n", "[areas]\nothers = \"all\"\n"));
    build(&whole, 0);
    let old = whole.join("out/kpi.json");
    contains(&run(&folder, &["diff", old.to_str().unwrap(), "out/kpi.json"], 0), &["Nothing differs."]);
    let few = publication("few", &RECIPE.replace("[areas]\n", "data-apart-above = 100\n[areas]\n"));
    contains(&build(&few, 0), &["files of figures: 0"]);
}

#[test]
fn what_is_wrong_is_said_with_its_line_and_its_mend() {
    // An edit of the recipe, the line that the message is to name, and words of it.
    let check = |name: &str, (before, now): (&str, &str), line: &str, expect: &[&str]| {
        assert!(RECIPE.contains(before), "{before}");
        let recipe = RECIPE.replacen(before, now, 1);
        let folder = publication(&format!("wrong-{name}"), &recipe);
        let said = build(&folder, 1);
        let line = recipe.lines().position(|of| of.contains(line)).unwrap_or_else(|| panic!("no line has {line}")) + 1;
        contains(&said, expect);
        contains(&said, &[&format!("error: publication.toml, line {line}: "), "nothing is written"]);
        assert!(!folder.join("out").exists());
    };
    let rate = "[[indicators]]";
    check("toml", ("[areas]", "[areas"), "[areas", &["This is not TOML"]);
    check(
        "key",
        ("column = ", "colum = "),
        "colum",
        &["\"colum\" is not known in [[indicators]]. Did you mean \"column\"?"],
    );
    check("date", ("licence = ", "published = 10/02/2021\nlicence = "), "published", &["This is not TOML"]);
    check(
        "no-date",
        ("licence = ", "published = \"10 February 2021\"\nlicence = "),
        "published",
        &["published = \"10 February 2021\" is not a day such as 2021-03-31"],
    );
    check("root-key", ("licence", "license"), "license", &["not known in publication.toml. Did you mean \"licence\"?"]);
    check(
        "missing",
        ("title = \"Children & care\"\n", ""),
        "publisher",
        &["publication.toml has no \"title\". Add title"],
    );
    check(
        "column",
        ("= \"rate\"\nwhere", "= \"rates\"\nwhere"),
        "rates",
        &["children.csv has no column of figures \"rates\". Did you mean \"rate\"?"],
    );
    check(
        "category",
        ("On the day", "On the dya"),
        "dya",
        &["population_type has no \"On the dya\". Did you mean \"On the day\"?"],
    );
    check(
        "filter",
        ("population_type", "population_typ"),
        "population_typ ",
        &["no column \"population_typ\"", "Did you mean \"population_type\"?"],
    );
    check(
        "no-filter",
        ("where = { population_type = \"On the day\" }\nperiod", "period"),
        "column",
        &["several rows for a place and a time, by population_type", "On the day, In the year"],
    );
    check(
        "no-period",
        ("period = \"31 March\"\nunit", "unit"),
        rate,
        &["not what kind of year", "period = \"financial year\""],
    );
    check("period", ("31 March", "31 Marsh"), "Marsh", &["period = \"31 Marsh\" is no kind of period", "31 March"]);
    check(
        "area",
        ("\"E12000008\"", "\"E12000080\""),
        "E12000080",
        &["No file has an area with the code \"E12000080\". Did you mean \"E12000008\"?"],
    );
    check("focus", ("\"E06000046\"", "\"E06000099\""), "E06000099", &["No file has an area"]);
    check(
        "file",
        ("file = \"care\"", "file = \"cara\""),
        "cara",
        &["No [files.cara] is there. Did you mean \"care\"?"],
    );
    check("path", ("children.csv", "childern.csv"), "childern", &["childern.csv cannot be read", "--input"]);
    check("neighbours", ("neighbours.csv", "none.csv"), "none.csv", &["none.csv cannot be read"]);
    check(
        "topic",
        ("topic = \"care\"", "topic = \"core\""),
        "core",
        &["No [[topics]] has the id \"core\". Did you mean \"care\"?"],
    );
    check("unit", ("{ kind = \"rate\", per = 10000 }", "\"percents\""), "percents", &["Did you mean \"percent\"?"]);
    check(
        "unit-alone",
        ("{ kind = \"rate\", per = 10000 }", "\"rate\""),
        "unit",
        &["Write { kind = \"rate\", per = 10000 }"],
    );
    check("year", ("year = 2021", "year = \"2021\""), "year = ", &["year = \"2021\" is not a year"]);
    check(
        "polarity",
        ("\"lower\"", "\"low\""),
        "polarity",
        &["polarity = \"low\" is not a word", "There is: higher, lower, none."],
    );
    check(
        "members",
        ("neighbours = \"neighbours.csv\"", "members = [\"E06000027\", \"E06000028\"]"),
        "members",
        &["E06000028"],
    );
    check("group", ("compare = [\"SN\", ", "compare = ["), "id = \"SN\"", &["The group \"SN\" is not compared with"]);
    check("method", ("method = \"median\"", "method = \"middle\""), "middle", &["There is: median, mean."]);
    check("id", ("id = \"rate\"", "id = \"../rate\""), "../rate", &["is not an id: letters, digits"]);
    // Of the second indicator, which begins where its table does.
    let second = RECIPE.lines().count() - 12;
    let second = |name: &str, edit: (&str, &str), expect: &str| {
        let folder = publication(&format!("wrong-{name}"), &RECIPE.replacen(edit.0, edit.1, 1));
        contains(&build(&folder, 1), &[&format!("error: publication.toml, line {second}: "), expect]);
    };
    second("decimals", ("decimals = 1\n", ""), "A derived rate has to say its decimals");
    second("same-id", ("id = \"share\"", "id = \"rate\""), "A second indicator has the id \"rate\"");
    second("both", ("numerator", "column = \"rate\"\nnumerator"), "It is not clear where the figures are");
    second("from", ("target = 9", "from = 2030"), "\"Share in care\" has no number for any of the areas");
    second("target", ("target = 9", "target = { \"2021-04-01\" = 3 }"), "has a target for 2021-04-01, and no figure");
}

#[test]
fn a_cell_that_cannot_be_read_stops_the_build_where_it_is_used() {
    let damaged = |name: &str, before: &str, now: &str| {
        let folder = publication(name, RECIPE);
        write(&folder.join("in/children.csv"), &CHILDREN.replace(before, now));
        folder
    };
    let used = damaged("used-cell", "30,3,112", "30,3,11o");
    contains(
        &build(&used, 1),
        &[
            "children.csv, row 4, column N \"rate\"",
            "11o",
            "error: publication.toml, line 30: children.csv, row 4, column \"rate\"",
        ],
    );
    let unused = damaged("unused-cell", "90,7,64", "90,7,6o");
    contains(&build(&unused, 0), &["warning: ", "row 7", "6o"]);
    let twice = damaged("twice", "2020,Reporting year,National", "2021,Reporting year,National");
    contains(&build(&twice, 1), &["error: in/children.csv, row 8: Row 2 is about the same"]);
}

/// Its name, the rows in the place of Norfolk's of 2020, an edit of the recipe, how it ends, and what is said or written.
type Case<'c> = (&'c str, &'c str, (&'c str, &'c str), i32, &'c [&'c str]);

/// A council that became another one has two codes, and one number in the list of neighbours.
#[test]
fn a_neighbour_with_two_codes_is_joined_on_request_and_never_cut_in_half() {
    const OLD: &str = "2020,Reporting year,Local authority,E92000001,England,E12000006,East of England,926,Norfolk,\
        E10000020,On the day,0,7,x\n";
    let row = |year: i32, code: &str, cells: &str| {
        format!(
            "{year},Reporting year,Local authority,E92000001,England,E12000006,East of England,926,Norfolk,{code},On the day,\
             {cells}\n"
        )
    };
    let same = "[areas.same]\n\"E10000099\" = \"E10000020\"\n\n[[groups]]";
    let norfolk = r#"{ "area": "E10000020", "values": [63, 65] }"#;
    let half = row(2020, "E10000099", "80,7,63");
    let cases: &[Case<'_>] = &[
        (
            "unsaid",
            &half,
            ("", ""),
            1,
            &[
                "line 15: neighbours.csv, row 2: the neighbour 926 has several codes in the files, E10000020 (Norfolk, 2021) \
                 and E10000099 (Norfolk, 2020).",
                "add [areas.same] with the line \"E10000099\" = \"E10000020\"",
            ],
        ),
        (
            "focus",
            &row(2020, "E10000099", "80,7,63").replace(",926,", ",921,"),
            ("", ""),
            1,
            &["line 6: The focus is 921", "E06000046 (Isle of Wight, 2020 to 2021) and E10000099 (Norfolk, 2020)"],
        ),
        ("joined", &half, ("[[groups]]", same), 0, &[norfolk]),
        ("empty", &(row(2021, "E10000099", ",,") + &half), ("[[groups]]", same), 0, &[norfolk]),
        ("empty-new", &(row(2020, "E10000020", ",,") + &half), ("[[groups]]", same), 0, &[norfolk]),
        ("all", &half, ("[[groups]]", &format!("others = \"all\"\n{same}")), 0, &[norfolk, r#""id": "E10000029""#]),
        (
            "twice",
            &(row(2021, "E10000099", "80,7,64") + &half),
            ("[[groups]]", same),
            1,
            &["line 10: children.csv, rows 6 and 10: two figures for 2021, of E10000020 and E10000099."],
        ),
        (
            "chain",
            &half,
            ("[[groups]]", &same.replace("\n\n", "\n\"E10000020\" = \"E10000029\"\n\n")),
            1,
            &["\"E10000099\" goes on under \"E10000020\", which itself"],
        ),
        (
            "unknown",
            &half,
            ("[[groups]]", &same.replace("E10000099", "E10000098")),
            1,
            &["line 10: No file has an area with the code \"E10000098\". Did you mean \"E10000"],
        ),
        (
            "named",
            &half,
            ("\"E12000008\"", "\"E10000099\", \"E12000008\"]\nsame = { E10000099 = \"E10000020\" }\n#"),
            1,
            &["line 7: \"E10000099\" goes on under \"E10000020\", as [areas.same] says. Write \"E10000020\"."],
        ),
    ];
    for (name, rows, edit, code, expect) in cases {
        let folder = publication(&format!("two-codes-{name}"), &RECIPE.replacen(edit.0, edit.1, 1));
        assert!(CHILDREN.contains(OLD));
        write(&folder.join("in/children.csv"), &CHILDREN.replace(OLD, rows));
        let said = build(&folder, *code);
        if *code == 0 {
            let json = read(&folder.join("out/kpi.json"));
            contains(&json, expect);
            assert!(!json.contains("E10000099"), "{json}");
        } else {
            contains(&said, expect);
        }
    }
}

#[test]
fn from_and_until_choose_the_periods() {
    let check = |name: &str, line: &str, expect: &str| {
        let folder = publication(
            name,
            &RECIPE.replace("period = \"31 March\"\nunit", &format!("period = \"31 March\"\n{line}\nunit")),
        );
        build(&folder, 0);
        contains(&read(&folder.join("out/kpi.json")), &[expect]);
    };
    check("from-year", "from = 2021", "\"periods\": [\"2021-03-31\"]");
    check("from-period", "from = \"2021-01-01\"", "\"periods\": [\"2021-03-31\"]");
    check("until-year", "until = 2020", "\"periods\": [\"2020-03-31\"]");
}

#[test]
fn years_mean_what_the_recipe_says() {
    let check = |name: &str, words: &str, expect: &str| {
        let folder = publication(name, &RECIPE.replacen("31 March", words, 1));
        build(&folder, 0);
        contains(&read(&folder.join("out/kpi.json")), &[expect]);
    };
    check("years-financial", "financial year", "[\"2019-04-01/P1Y\", \"2020-04-01/P1Y\"]");
    check("years-calendar", "calendar year", "[\"2020-01-01/P1Y\", \"2021-01-01/P1Y\"]");
    check("years-academic", "academic year", "[\"2019-09-01/P1Y\", \"2020-09-01/P1Y\"]");
    check("years-september", "30 September", "[\"2020-09-30\", \"2021-09-30\"]");
    check("years-to-september", "year to 30 September", "[\"2019-10-01/P1Y\", \"2020-10-01/P1Y\"]");
    check("years-as-published", "as published", "[\"2020\", \"2021\"]");
    let folder = folder("converted");
    write(&folder.join("children.csv"), &CHILDREN.replace(",In the year,", ",On the day again,"));
    let arguments = [
        "convert",
        "children.csv",
        "kpi.json",
        "--focus",
        "E06000046",
        "--publisher",
        "Example",
        "--period",
        "31 March",
    ];
    run(&folder, &arguments, 0);
    contains(&read(&folder.join("kpi.json")), &["\"2021-03-31\"", "112"]);
    run(&folder, &["convert", "kpi.json", "figures.csv"], 0);
    contains(&read(&folder.join("figures.csv")), &["Isle of Wight"]);
}

#[test]
fn what_changed_since_the_last_publication_is_marked_as_revised() {
    let folder = publication("revised", RECIPE);
    let now = |cells: (&str, &str)| write(&folder.join("in/children.csv"), &CHILDREN.replace(cells.0, cells.1));
    let build = |out: &str, previous: &[&str]| {
        run(
            &folder,
            &[&["build", "publication.toml", "--input", "in", "--data-only", "--out", out], previous].concat(),
            0,
        )
    };
    build("first", &[]);
    now(("28,2,110", "28,2,109"));
    build("unmarked", &[]);
    contains(
        &run(&folder, &["diff", "first/kpi.json", "unmarked/kpi.json"], 1),
        &["was 110 per 10,000, now 109 per 10,000"],
    );
    contains(&build("second", &["--previous", "first/kpi.json"]), &["figures revised since first/kpi.json: 1"]);
    contains(
        &read(&folder.join("second/kpi.json")),
        &[r#""values": [109, 112], "status": { "2020-03-31": "r" }, "previous": { "2020-03-31": [{ "value": 110 }] }"#],
    );
    contains(&run(&folder, &["diff", "first/kpi.json", "second/kpi.json"], 0), &["Figures revised and marked (1)"]);
    // It stays revised, and what it was stays known.
    build("third", &["--previous", "second/kpi.json"]);
    assert_eq!(read(&folder.join("second/kpi.json")), read(&folder.join("third/kpi.json")));
    // A derived figure bears both letters; a second revision has two earlier values.
    now(("28,2,110", "28,3,108"));
    build("fourth", &["--previous", "third/kpi.json"]);
    contains(
        &read(&folder.join("fourth/kpi.json")),
        &[r#""2020-03-31": "rd""#, r#"[{ "value": 110 }, { "value": 109 }]"#],
    );
}

/// What is published one time after the other, and what the last publication says of it.
#[test]
fn what_a_figure_was_stays_known_whatever_it_becomes() {
    let cases: &[(&str, &[&str], &str)] = &[
        (
            "number",
            &["50", "51"],
            r#"[51, 112], "status": { "2020-03-31": "r" }, "previous": { "2020-03-31": [{ "value": 50 }] }"#,
        ),
        (
            "symbol-after",
            &["50", "51", "c"],
            r#"["c", 112], "status": { "2020-03-31": "r" }, "previous": { "2020-03-31": [{ "value": 50 }, { "value": 51 }] }"#,
        ),
        (
            "symbol-stays",
            &["50", "51", "c", "c"],
            r#"["c", 112], "status": { "2020-03-31": "r" }, "previous": { "2020-03-31": [{ "value": 50 }, { "value": 51 }] }"#,
        ),
        (
            "back",
            &["50", "c", "51"],
            r#"[51, 112], "status": { "2020-03-31": "r" }, "previous": { "2020-03-31": [{ "value": 50 }, { "value": "c" }] }"#,
        ),
        (
            "withdrawn",
            &["50", ""],
            r#"[null, 112], "status": { "2020-03-31": "r" }, "previous": { "2020-03-31": [{ "value": 50 }] }"#,
        ),
        (
            "withdrawn-and-back",
            &["50", "", "52"],
            r#"[52, 112], "status": { "2020-03-31": "r" }, "previous": { "2020-03-31": [{ "value": 50 }] }"#,
        ),
        ("new", &["", "50"], r#"[50, 112] }"#),
        ("same", &["50", "50.0"], r#"[50.0, 112] }"#),
        ("same-symbol", &["x", "x"], r#"["x", 112] }"#),
    ];
    for (name, published, expect) in cases {
        let folder = publication(&format!("was-{name}"), RECIPE);
        for (at, cell) in published.iter().enumerate() {
            write(&folder.join("in/children.csv"), &CHILDREN.replace("28,2,110", &format!("28,2,{cell}")));
            let (out, last) = (format!("out{at}"), format!("out{}/kpi.json", at.max(1) - 1));
            let mut arguments = vec!["build", "publication.toml", "--input", "in", "--data-only", "--out", &out];
            if at > 0 {
                arguments.extend(["--previous", &last]);
            }
            run(&folder, &arguments, 0);
        }
        let json = read(&folder.join(format!("out{}/kpi.json", published.len() - 1)));
        let series = json.lines().find(|line| line.contains(r#"{ "area": "E06000046", "values""#)).unwrap();
        assert!(series.contains(expect), "{name}: {expect}\n{series}");
    }
}

#[test]
fn years_with_two_numbers_and_quarters_mean_what_the_recipe_says() {
    const RECIPE: &str = r#"title = "T"
publisher = { name = "P" }
areas = { focus = "A1" }
files = { own = { path = "own.csv" } }
topics = [{ id = "t", name = "T" }]
[[indicators]]
id = "visits"
name = "Visits"
topic = "t"
file = "own"
column = "Visits"
unit = "percent"
period = "WORDS"
"#;
    let build = |name: &str, period: &str, words: &str, code: i32| {
        let line = if words.is_empty() { "\n" } else { "period = \"WORDS\"\n" };
        let recipe = RECIPE.replace("period = \"WORDS\"\n", line).replace("WORDS", words);
        let table = format!("area_code,area_name,period,indicator,unit,value\nA1,Ayton,{period},Visits,%,79\n");
        let folder = folder_with(&format!("two-numbers-{name}"), &[("publication.toml", &recipe), ("own.csv", &table)]);
        let said = run(&folder, &["build", "publication.toml", "--data-only"], code);
        (folder, said)
    };
    let gives = |name: &str, period: &str, words: &str, expect: &str| {
        let (folder, said) = build(name, period, words, 0);
        contains(&read(&folder.join("kpi.json")), &[&format!("\"periods\": [\"{expect}\"]")]);
        assert!(words.is_empty() || !said.contains("does not say"), "{said}");
    };
    gives("financial", "2017/18", "financial year", "2017-04-01/P1Y");
    gives("academic", "2017/18", "academic year", "2017-09-01/P1Y");
    gives("unsaid", "2017/18", "", "2017-04-01/P1Y");
    gives("financial-quarter", "2020 Q3", "quarters of the financial year", "2020-10-01/P3M");
    gives("calendar-quarter", "2020 Q3", "quarters of the calendar year", "2020-07-01/P3M");
    gives("said", "2020-10-01/P3M", "", "2020-10-01/P3M");
    // Two spellings of one year are two rows about the same.
    let both = "2021,Visits,%,70\nA1,Ayton,2020/21";
    let (folder, said) = build("both", both, "financial year", 1);
    contains(
        &said,
        &["line 11: own.csv, rows 2 and 3: both are about A1 and 2020-04-01/P1Y as \"period\" means it. Remove"],
    );
    let convert = ["convert", "own.csv", "kpi.json", "--focus", "A1", "--publisher", "P", "--period", "financial year"];
    contains(
        &run(&folder, &convert, 1),
        &["error: own.csv, row 3: Row 2 is about Ayton and 2020-04-01/P1Y, too", "What the messages name is not in it"],
    );
    contains(&read(&folder.join("kpi.json")), &["\"values\": [70]"]);
    // Where one of the two is empty nothing is lost.
    let (folder, _) = build("empty", &both.replace("70", ""), "financial year", 0);
    contains(&read(&folder.join("kpi.json")), &["\"values\": [79]"]);
    run(&folder, &convert, 0);
    contains(&read(&folder.join("kpi.json")), &["\"values\": [79]"]);
    let (_, said) = build("other", "2020-10-01/P3M", "31 March", 1);
    contains(
        &said,
        &["publication.toml, line 13: \"Visits\": the file says itself what its periods are, such as 2020-10-01/P3M"],
    );
}
