use crate::given::{facts, file, told, with};
use expect_test::expect;
use kpi_core::model::Missing;
use kpi_formats::tabular::Options;

/// What the figure of a tidy table's only cell becomes, and what is said of it.
fn check(cell: &str, expected: &str) {
    let read = file("a.csv", &format!("area_code,period,indicator,value\nE1,2021-03-31,i,\"{cell}\"\n"));
    let facts = facts(&read);
    let value = facts.trim_end().split_once(": ").map_or("", |(_, value)| value);
    let complaint = read.problems.first().map(|problem| format!(" | {}", problem.what())).unwrap_or_default();
    assert_eq!(format!("{value}{complaint}"), expected, "{cell:?}");
}

#[test]
fn numbers_are_read_as_people_write_them() {
    for (cell, expected) in [
        ("0", "0"),
        ("12", "12"),
        ("12.30", "12.30"),
        (" 12.3 ", "12.3"),
        ("-4.5", "-4.5"),
        ("−4.5", "-4.5"),
        ("+3", "3"),
        (".5", "0.5"),
        ("1,234", "1234"),
        ("12,345,678.9", "12345678.9"),
        ("45%", "45"),
        ("45.5 %", "45.5"),
        ("-2%", "-2"),
        ("£511.58", "511.58"),
        ("£1.2m", "1200000"),
        ("£1.25 million", "1250000"),
        ("£900k", "900000"),
        ("-£3bn", "-3000000000"),
        ("£1,808", "1808"),
    ] {
        check(cell, expected);
    }
}

#[test]
fn symbols_stand_for_the_reason_why_there_is_no_number() {
    for (cell, expected) in [
        ("c", "c"),
        ("C", "c"),
        ("[c]", "c"),
        ("x", "x"),
        ("[x]", "x"),
        ("z", "z"),
        ("[z]", "z"),
        ("low", "low"),
        ("[low]", "low"),
        ("k", "low"),
        ("u", "u"),
        ("[u]", "u"),
        (":", "x"),
        ("..", "x"),
        ("~", "low"),
        ("", "–"),
        ("   ", "–"),
    ] {
        check(cell, expected);
    }
}

#[test]
fn markers_stand_beside_a_number() {
    for (cell, expected) in [
        ("12.3 [p]", "12.3 [p]"),
        ("12.3[p]", "12.3 [p]"),
        ("12.3r", "12.3 [r]"),
        ("12.3 e", "12.3 [e]"),
        ("12 [u]", "12 [u]"),
        ("12.3 [p] [r]", "12.3 [p] [r]"),
        ("45% [b]", "45 [b]"),
        ("45%p", "45 [p]"),
        ("1,234 f", "1234 [f]"),
    ] {
        check(cell, expected);
    }
}

#[test]
fn what_may_mean_two_things_is_asked_about() {
    for (cell, expected) in [
        ("-", "? | \"-\" may mean none at all, less than half the last digit, or not available."),
        ("*", "? | \"*\" may mean confidential, or a remark."),
        (".", "? | \".\" may mean not applicable, or not available."),
        ("n/a", "? | \"n/a\" may mean not applicable, or not available."),
        ("#N/A", "? | \"#N/A\" may mean not available, or an error in a formula."),
        ("1,5", "? | \"1,5\" may mean a decimal comma, or a thousands separator out of place."),
        ("12,34,567", "? | \"12,34,567\" may mean a decimal comma, or a thousands separator out of place."),
        ("(374)", "? | \"(374)\" may mean a negative number, or an uncertain one."),
        ("12.3*", "? | \"12.3*\" may mean a number and a remark."),
        ("5k", "? | \"5k\" may mean thousands or millions, or a number and a symbol."),
        ("1.2m", "? | \"1.2m\" may mean thousands or millions, or a number and a symbol."),
        ("<5", "? | \"<5\" may mean a limit, or a number that is withheld."),
    ] {
        check(cell, expected);
    }
}

#[test]
fn anything_else_is_unreadable_and_told() {
    for cell in
        ["about 5", "12 34", "1.2.3", "007", "5.", "--5", "£", "%", "£5%", "[q]", "12 [q]", "12c", "#REF!", "NaN"]
    {
        check(cell, &format!("? | \"{cell}\" is neither a number nor a known symbol."));
    }
}

#[test]
fn lost_and_superfluous_digits_are_told() {
    check("16.900000000000002", "16.9 | 16.900000000000002 has more than 15 digits or 12 decimals and is rounded.");
    check("1.23E+05", "123000 | 1.23E+05 is written with an exponent; digits may have been lost.");
}

#[test]
fn the_caller_says_what_a_files_own_symbols_mean() {
    let text = "area_code,period,indicator,value\nE1,2021-03-31,i,*\nE2,2021-03-31,i,c\n";
    let options = Options { symbols: vec![("*".to_owned(), Missing::Confidential)], ..Options::default() };
    let read = with("a.csv", text.as_bytes(), &options);
    expect![[r#"
        E1 2021-03-31 i: c
        E2 2021-03-31 i: c
    "#]]
    .assert_eq(&facts(&read));
    assert_eq!(told(&read), "");
}
