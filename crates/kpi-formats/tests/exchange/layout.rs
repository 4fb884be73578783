use kpi_formats::document::{Document, Publisher};

fn check(publisher: &str, notes: &[&str], expect: &str) {
    let document = Document {
        kpi: Document::VERSION,
        title: "T".to_owned(),
        publisher: Publisher { name: publisher.to_owned(), url: None },
        language: Some("en-GB".to_owned()),
        licence: None,
        published: None,
        modified: None,
        notes: notes.iter().map(|note| (*note).to_owned()).collect(),
        areas: Vec::new(),
        topics: Vec::new(),
        indicators: Vec::new(),
    };
    let start = "{\n  \"kpi\": \"1.0\",\n  \"title\": \"T\",\n";
    assert_eq!(document.print(), format!("{start}{expect}  \"areas\": [],\n  \"indicators\": []\n}}\n"));
}

#[test]
fn what_fits_is_one_line_and_what_does_not_is_broken() {
    let language = "  \"language\": \"en-GB\",\n";
    let (fits, not) = ("x".repeat(90), "x".repeat(91));
    check(&fits, &[], &format!("  \"publisher\": {{ \"name\": \"{fits}\" }},\n{language}"));
    check(&not, &[], &format!("  \"publisher\": {{\n    \"name\": \"{not}\"\n  }},\n{language}"));
    // The width is counted in characters.
    let fits = "é".repeat(90);
    check(&fits, &[], &format!("  \"publisher\": {{ \"name\": \"{fits}\" }},\n{language}"));
}

#[test]
fn each_note_is_a_line_and_texts_stay_whole() {
    let start = "  \"publisher\": { \"name\": \"P\" },\n  \"language\": \"en-GB\",\n";
    check(
        "P",
        &["a", "b, c: {[\\\""],
        &format!("{start}  \"notes\": [\n    \"a\",\n    \"b, c: {{[\\\\\\\"\"\n  ],\n"),
    );
}
