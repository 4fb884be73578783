use crate::support::{DATA, folder_with, kpi, said};
use std::path::PathBuf;

const PAGE: &str = r#"<html><head>
<link rel="preload" as="fetch" crossorigin href="kpi.json" />
<link rel="stylesheet" href="page.css" />
<script src="kpi-explorer.js" defer></script>
</head><body>
<kpi-explorer src="kpi.json"><!-- figures -->old<!-- /figures --></kpi-explorer>
</body></html>"#;

/// A folder with a page, its publication and a program.
fn page_folder(name: &str, data: &str, program: &str) -> PathBuf {
    let files = [("kpi.json", data), ("page.html", PAGE), ("page.css", "body{}"), ("program.js", program)];
    folder_with(name, &files)
}

#[test]
fn fill_writes_the_plain_tables_and_changes_nothing_the_second_time() {
    let folder = page_folder("fill", DATA, "");
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
    let folder = page_folder("page", DATA, "alert(1)");
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
        let folder = page_folder(name, data, program);
        let output = kpi(&folder, &["page", "--page", "page.html", "--program", "program.js", "--out", "whole.html"]);
        assert!(!output.status.success() && said(&output).contains(expect), "{}", said(&output));
        assert!(!folder.join("whole.html").exists());
    };
    check("script-ends", DATA, "'</SCRIPT>'", "must not contain </script");
    check("data-wrong", &DATA.replace("\"count\"", "\"counts\""), "", "kpi.json, line 3");
}
