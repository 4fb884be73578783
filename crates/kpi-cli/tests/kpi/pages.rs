use crate::support::{DATA, contains, folder_with, kpi, read, run, said};
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

#[test]
fn the_element_is_found_as_people_write_it() {
    let element = "<kpi-explorer src=\"kpi.json\">";
    assert!(PAGE.contains(element));
    // How the element is written, how `kpi fill` ends, and words of what it says.
    let check = |name: &str, now: &str, code: i32, expect: &str| {
        let files = [("kpi.json", DATA), ("page.html", &PAGE.replace(element, now)), ("page.css", ""), ("p.js", "1")];
        let folder = folder_with(&format!("element-{name}"), &files);
        contains(&run(&folder, &["fill", "--page", "page.html"], code), &[expect]);
        let page = read(&folder.join("page.html"));
        assert_eq!(page.contains("<td>1,234</td>"), code == 0, "{page}");
        let whole = ["page", "--page", "page.html", "--program", "p.js", "--out", "whole.html"];
        contains(&run(&folder, &whole, code), &[expect]);
        if code == 0 {
            let whole = read(&folder.join("whole.html"));
            assert!(whole.contains("<td>1,234</td>") && !whole.contains("kpi.json"), "{whole}");
        }
    };
    check("lines", "<kpi-explorer\n  class=\"wide\"\n  src=\"kpi.json\"\n>", 0, "");
    check("tab", "<KPI-explorer\tsrc = 'kpi.json'>", 0, "");
    check("bare", "<kpi-explorer src=kpi.json hidden>", 0, "");
    check("other-src", "<kpi-explorer title='a > b src=\"no.json\"' data-src=\"no\" src=\"kpi.json\">", 0, "");
    check("comment", "<!-- <kpi-explorer src=\"no\"> --><kpi-explorer src=\"kpi.json\">", 0, "");
    check("other-name", "<kpi-explorer-x src=\"no\"></kpi-explorer-x><kpi-explorer src=\"kpi.json\">", 0, "");
    check("no-src", "<kpi-explorer>", 1, "error: <kpi-explorer> has no src: write <kpi-explorer src=\"kpi.json\">");
    check("empty-src", "<kpi-explorer data-src=\"kpi.json\" src=\"\">", 1, "<kpi-explorer> has no src");
    check(
        "none",
        "<kpi-explore src=\"kpi.json\">",
        1,
        "the page has no <kpi-explorer src=\"...\">, and needs exactly one",
    );
    check("two", &element.repeat(2), 1, "the page has 2 times <kpi-explorer src=\"...\">, and needs exactly one");
    check("open", "<kpi-explorer src=\"kpi.json", 1, "");
}

/// A publication alone is enough for a page of its own.
#[test]
fn a_publication_becomes_a_page() {
    let folder = page_folder("alone", DATA, "alert(1)");
    let arguments = ["page", "kpi.json", "--program", "program.js", "-o", "alone.html"];
    let output = kpi(&folder, &arguments);
    assert!(output.status.success(), "{}", said(&output));
    let alone = std::fs::read_to_string(folder.join("alone.html")).unwrap();
    for words in ["<script>alert(1)</script>", "<td>1,234</td>", "<kpi-explorer", "application/json"] {
        assert!(alone.contains(words), "{words:?} is not in {alone}");
    }
    assert!(!alone.contains(" src=") && !alone.contains("rel=\"stylesheet\""), "{alone}");
}
