//! The page's views and states as HTML. After a change that is meant: `UPDATE_EXPECT=1 cargo test --test native`, and
//! read the difference.

use crate::render::{page, page_in, page_of, path, plain, printed, publication, seed_bytes};
use expect_test::expect_file;
use kpi_core::model::Date;
use kpi_core::words::Lang;
use kpi_ui::{FigureFile, Publication, Sum};
use std::cell::OnceCell;
use std::rc::Rc;

fn check(name: &str, html: &str) {
    expect_file![path(&format!("tests/native/snapshots/{name}.html"))].assert_eq(&format!("{html}\n"));
}

#[test]
fn views() {
    let seed = publication(&seed_bytes());
    let views = [
        ("overview", ""),
        ("overview-first-quarter", "kpi?p=2020-04-01/P3M"),
        ("overview-england-alone", "kpi?c=E92000001"),
        ("overview-nothing-compared", "kpi?c="),
        ("indicator-quarters", "kpi?i=icpc-in-time"),
        ("indicator-quarters-second", "kpi?i=icpc-in-time&p=2020-07-01/P3M"),
        ("indicator-areas", "kpi?i=children-looked-after"),
        ("indicator-areas-england-alone", "kpi?i=children-looked-after&c=E92000001"),
        ("indicator-years", "kpi?i=audit-smart-plan"),
        ("indicator-remark", "kpi?i=young-population"),
        ("indicator-money", "kpi?i=outturn"),
        ("indicator-money-variance", "kpi?i=outturn&s=variance"),
    ];
    for (name, fragment) in views {
        check(name, &page(&seed, fragment));
    }
}

/// In Welsh, of a publication in English: its own texts say that they are.
#[test]
fn in_welsh() {
    let welsh = |publication, fragment| page_in(Some("cy"), publication, fragment);
    let seed = publication(&seed_bytes());
    check("welsh-overview", &welsh(&seed, ""));
    check("welsh-indicator", &welsh(&seed, "kpi?i=icpc-in-time"));
    check("welsh-money", &welsh(&seed, "kpi?i=outturn"));
    check("welsh-about", &welsh(&seed, "kpi?v=about"));
    let trust = publication(include_bytes!("../fixtures/trust.kpi.json"));
    check("welsh-trust-overview", &welsh(&trust, "kpi?c=previous,year-before,SN,X"));
    let symbols = publication(include_bytes!("symbols.kpi.json"));
    check("welsh-symbols", &welsh(&symbols, "kpi?i=visits"));
    let bytes = seed_bytes();
    let cut = String::from_utf8(bytes.clone()).unwrap().find("\"agency-rate\"").unwrap();
    check("welsh-cut-off", &welsh(&publication(&bytes[..cut]), ""));
}

#[test]
fn the_language_is_the_publications_or_the_one_asked_for() {
    let text = String::from_utf8(seed_bytes()).unwrap();
    let in_language = |language: &str| publication(text.replacen("en-GB", language, 1).as_bytes());
    let shown = |lang, publication: &Publication| {
        let html = page_in(lang, publication, "");
        let of = |class: &str| {
            let line = html.lines().find(|line| line.contains(&format!("class=\"{class}\""))).unwrap();
            line.split("lang=\"").nth(1).map(|rest| rest.split('"').next().unwrap_or_default().to_owned())
        };
        (of("kpi").unwrap(), of("name"))
    };
    for (published, asked, page, own) in [
        ("en-GB", None, "en-GB", None),
        ("cy", None, "cy", None),
        ("cy-GB", None, "cy", None),
        ("en-GB", Some("cy"), "cy", Some("en-GB")),
        ("cy", Some("en"), "en-GB", Some("cy")),
        ("en-GB", Some("fr"), "en-GB", None),
        // The page does not speak it, and does not say that it does.
        ("fr", None, "en-GB", Some("fr")),
        ("fr", Some("cy"), "cy", Some("fr")),
    ] {
        let found = shown(asked, &in_language(published));
        assert_eq!(found, (page.to_owned(), own.map(str::to_owned)), "{published} {asked:?}");
    }
    let unsaid = publication(text.replacen("\"language\": \"en-GB\",", "", 1).as_bytes());
    assert_eq!(shown(None, &unsaid), ("en-GB".to_owned(), None));
    assert_eq!(shown(Some("cy"), &unsaid), ("cy".to_owned(), Some(String::new())));
}

/// What has to be known of a publication, and of the file that it came in.
#[test]
fn about() {
    let file = |sum: Sum| {
        let (address, changed) = ("/data/kpi.json?v=2".into(), Date::new(2021, 4, 7));
        FigureFile { address, changed, sum: Rc::new(OnceCell::from(sum)) }
    };
    let digits = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    check("about", &page_of(&publication(&seed_bytes()), file(Sum::Sha256(digits.to_owned())), None, "kpi?v=about"));
    let symbols = publication(include_bytes!("symbols.kpi.json"));
    check("about-insecure", &page_of(&symbols, file(Sum::Unavailable), None, "kpi?v=about"));
    let trust = publication(include_bytes!("../fixtures/trust.kpi.json"));
    check("about-inline", &page_of(&trust, FigureFile::default(), None, "kpi?v=about"));
}

#[test]
fn states() {
    let seed = seed_bytes();
    let text = String::from_utf8(seed.clone()).unwrap();
    let cut = text.find("\"agency-rate\"").unwrap();
    check("state-cut-off", &page(&publication(&seed[..cut]), ""));
    let bad = text.replacen("\"unit\": { \"kind\": \"rate\", \"per\": 10000 }", "\"unit\": { \"kind\": \"rat\" }", 1);
    check("state-one-bad-indicator", &page(&publication(bad.as_bytes()), ""));
    let symbols = include_bytes!("symbols.kpi.json");
    check("state-symbols", &page(&publication(symbols), "kpi?i=visits"));
    let trust = publication(include_bytes!("../fixtures/trust.kpi.json"));
    check("trust-overview", &page(&trust, "kpi?c=previous,year-before,SN,X"));
    check("trust-indicator", &page(&trust, "kpi?i=looked-after"));
    check("trust-partial", &page(&trust, "kpi?i=contacts"));
    let method = publication(include_bytes!("../fixtures/method.kpi.json"));
    check("method-overview", &page(&method, "kpi?c=SN&m=SN:mean"));
    check("state-many-periods", &page(&publication(symbols), "kpi?p=2020-01-01/P3M"));
}

/// What every indicator that is listed has on paper, in the order of the list, with nothing to press.
#[test]
fn printed_pages() {
    let seed = publication(&seed_bytes());
    check("printed-topic", &printed(Lang::En, &seed, "kpi?t=timeliness"));
    check("welsh-printed-topic", &printed(Lang::Cy, &seed, "kpi?t=timeliness&p=2020-10-01/P3M"));
    // One has figures in a file that is not here, and one where the method decides.
    let trust = publication(include_bytes!("../fixtures/trust.kpi.json"));
    check("printed-trust", &printed(Lang::En, &trust, "kpi?o=name"));

    let all = printed(Lang::En, &seed, "kpi?v=overview");
    assert_eq!(all.matches("<article").count(), seed.dataset().indicators.len());
    for control in ["<button", "<input", "<select", "<canvas", " id=", "href=\"#"] {
        assert!(!all.contains(control), "{control}");
    }
    assert_eq!(printed(Lang::En, &seed, "kpi?q=nothing%20at%20all").matches("<article").count(), 0);
}

/// A printed page says what the page of the indicator says: its name, its sentence and every line of its tables.
#[test]
fn a_printed_page_has_what_the_page_of_its_indicator_has() {
    for bytes in [seed_bytes(), include_bytes!("../fixtures/trust.kpi.json").to_vec()] {
        let publication = publication(&bytes);
        let whole = printed(Lang::En, &publication, "kpi?v=overview");
        let printed: Vec<&str> = whole.split("<article").skip(1).collect();
        assert_eq!(printed.len(), publication.dataset().indicators.len());
        for indicator in &publication.dataset().indicators {
            let shown = page(&publication, &format!("kpi?i={}", indicator.id));
            let on_paper = printed.iter().find(|page| has(page, "<h2", &indicator.name)).unwrap();
            for part in ["<p class=\"sentence\"", "<p class=\"notice\"", "<tbody", "<dl"] {
                assert_eq!(parts(on_paper, part), parts(&shown, part), "{}: {part}", indicator.id);
            }
        }
    }
}

/// The text up to the end of each element that begins so.
fn parts<'h>(html: &'h str, begin: &str) -> Vec<&'h str> {
    let end = format!("</{}>", begin.trim_start_matches('<').split(' ').next().unwrap());
    html.split(begin).skip(1).map(|rest| rest.split(&end).next().unwrap()).collect()
}

fn has(html: &str, begin: &str, words: &str) -> bool {
    let escaped = words.replace('&', "&amp;");
    parts(html, begin).iter().any(|part| part.split_once('>').is_some_and(|(_, text)| text == escaped))
}

#[test]
fn plain_tables() {
    check("plain", &plain(&publication(include_bytes!("symbols.kpi.json"))));
}

/// index.html carries the plain tables; `cargo run -p kpi-cli -- fill --page index.html` writes them.
#[test]
fn the_page_of_its_own_has_the_plain_tables_of_today() {
    let index = std::fs::read_to_string(path("index.html")).unwrap();
    assert!(index.contains(&plain(&publication(&seed_bytes()))), "run: cargo run -p kpi-cli -- fill --page index.html");
}
