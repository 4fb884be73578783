//! The tool as a publisher calls it.
// A test that cannot go on should stop, with the place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const DATA: &str = r#"{ "kpi": "1.0", "title": "Visits", "publisher": { "name": "Example" },
  "areas": [{ "id": "A", "name": "Example", "role": "focus" }],
  "indicators": [{ "id": "visits", "name": "Visits < planned", "unit": { "kind": "count" },
    "periods": ["2020"], "series": [{ "area": "A", "values": [1234] }] }] }"#;

const PAGE: &str = r#"<html><head>
<link rel="preload" as="fetch" crossorigin href="kpi.json" />
<link rel="stylesheet" href="page.css" />
<script src="kpi-explorer.js" defer></script>
</head><body>
<kpi-explorer src="kpi.json"><!-- figures -->old<!-- /figures --></kpi-explorer>
</body></html>"#;

/// A folder of its own with a page, its publication and a program.
fn folder(name: &str, data: &str, program: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    for (file, text) in [("kpi.json", data), ("page.html", PAGE), ("page.css", "body{}"), ("program.js", program)] {
        std::fs::write(folder.join(file), text).unwrap();
    }
    folder
}

fn kpi(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kpi")).current_dir(folder).args(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn check_names_the_place_and_the_mend() {
    let check = |name: &str, data: &str, success: bool, expect: &[&str]| {
        let output = kpi(&folder(name, data, ""), &["check", "kpi.json"]);
        assert_eq!(output.status.success(), success, "{}", said(&output));
        for words in expect {
            assert!(said(&output).contains(words), "{words:?} is not in {}", said(&output));
        }
    };
    check("sound", DATA, true, &["can be shown: 1, messages: 0"]);
    let wrong = DATA.replace("\"count\"", "\"counts\"");
    check(
        "wrong-unit",
        &wrong,
        false,
        &["error: kpi.json, line 3", "unit", "\"counts\"", "\"count\"", "can be shown: 0"],
    );
    check("cut", DATA.split("\"series\"").next().unwrap(), false, &["error: kpi.json", "ends in the middle"]);
    check("unknown", &DATA.replace("\"title\"", "\"colour\": 1, \"title\""), true, &["warning: kpi.json", "colour"]);
}

#[test]
fn fill_writes_the_plain_tables_and_changes_nothing_the_second_time() {
    let folder = folder("fill", DATA, "");
    let read = || std::fs::read_to_string(folder.join("page.html")).unwrap();
    for _ in 0..2 {
        let output = kpi(&folder, &["fill", "--page", "page.html"]);
        assert!(output.status.success(), "{}", said(&output));
    }
    let once = read();
    assert!(once.contains("<td>1,234</td>") && once.contains("Visits &lt; planned"), "{once}");
    assert!(!once.contains("old") && once.contains("src=\"kpi.json\""), "{once}");
    kpi(&folder, &["fill", "--page", "page.html"]);
    assert_eq!(read(), once);
}

#[test]
fn page_has_everything_inside_and_fetches_nothing() {
    let folder = folder("page", DATA, "alert(1)");
    let output = kpi(&folder, &["page", "--page", "page.html", "--program", "program.js", "--out", "whole.html"]);
    assert!(output.status.success(), "{}", said(&output));
    let whole = std::fs::read_to_string(folder.join("whole.html")).unwrap();
    for words in ["<script>alert(1)</script>", "<style>\nbody{}</style>", "<td>1,234</td>", "Visits \\u003c planned"] {
        assert!(whole.contains(words), "{words:?} is not in {whole}");
    }
    for words in ["src=", "<link", "href="] {
        assert!(!whole.contains(words), "{words:?} is in {whole}");
    }
}

#[test]
fn what_would_break_a_page_is_refused() {
    let check = |name: &str, data: &str, program: &str, expect: &str| {
        let folder = folder(name, data, program);
        let output = kpi(&folder, &["page", "--page", "page.html", "--program", "program.js", "--out", "whole.html"]);
        assert!(!output.status.success() && said(&output).contains(expect), "{}", said(&output));
        assert!(!folder.join("whole.html").exists());
    };
    check("script-ends", DATA, "'</SCRIPT>'", "must not contain </script");
    check("data-wrong", &DATA.replace("\"count\"", "\"counts\""), "", "kpi.json, line 3");
}
