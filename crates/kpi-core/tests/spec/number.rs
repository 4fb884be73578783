use crate::given::{decimal, unit};
use kpi_core::model::{Area, AreaRole, Figure, Mark, Marks, Method, Missing, Unit, UnitKind, Value};
use kpi_core::words::{Lang, number, sentence, symbol};

fn units() -> Vec<(&'static str, Unit)> {
    let other = |label: &str| UnitKind::Other { label: label.to_owned() };
    vec![
        ("count", unit(UnitKind::Count)),
        ("percent", unit(UnitKind::Percent)),
        ("rate", unit(UnitKind::Rate { per: 10_000 })),
        ("gbp", unit(UnitKind::Gbp { scale: 1 })),
        ("gbp k", unit(UnitKind::Gbp { scale: 1_000 })),
        ("gbp m", unit(UnitKind::Gbp { scale: 1_000_000 })),
        ("ratio", unit(UnitKind::Ratio)),
        ("days", unit(UnitKind::Days)),
        ("score", unit(UnitKind::Score)),
        ("other", unit(other("Ofsted visits"))),
        ("percent .1", Unit { kind: UnitKind::Percent, decimals: Some(1), total: None }),
        ("days .0", Unit { kind: UnitKind::Days, decimals: Some(0), total: None }),
    ]
}

/// short, long, a difference, a short difference
/// Thousands of thousands are millions, to the last digit.
#[test]
fn thousands_of_thousands() {
    let unit = unit(UnitKind::Gbp { scale: 1_000 });
    for (number, expect) in [
        ("999", "£999 thousand"),
        ("999.95", "£999.95 thousand"),
        ("1000", "£1.000 million"),
        ("1050.25", "£1.05025 million"),
        ("-1000", "−\u{2060}£1.000 million"),
        ("27018", "£27.018 million"),
        ("1234567.8", "£1,234.5678 million"),
        ("0", "£0 thousand"),
    ] {
        assert_eq!(number::long(Lang::En, decimal(number), &unit), expect, "{number}");
        assert_eq!(
            number::short(decimal(number), &unit).replace(',', "").replace('−', "-"),
            number,
            "tables keep the publisher's"
        );
    }
    let pounds = Unit { kind: UnitKind::Gbp { scale: 1 }, ..unit };
    assert_eq!(number::long(Lang::En, decimal("27018000"), &pounds), "£27,018,000");
}

#[test]
fn in_every_unit() {
    let cases = [
        ("count", "27100", "27,100 | 27,100 | 27,100 | 27,100"),
        ("count", "-1234567.5", "−1,234,567.5 | −1,234,567.5 | 1,234,567.5 | 1,234,567.5"),
        ("count", "999", "999 | 999 | 999 | 999"),
        ("count", "1000", "1,000 | 1,000 | 1,000 | 1,000"),
        ("percent", "70", "70% | 70% | 70 percentage points | 70 points"),
        ("percent", "70.0", "70.0% | 70.0% | 70.0 percentage points | 70.0 points"),
        ("percent", "1", "1% | 1% | 1 percentage point | 1 point"),
        ("percent", "-1", "−1% | −1% | 1 percentage point | 1 point"),
        ("percent", "1.0", "1.0% | 1.0% | 1.0 percentage points | 1.0 points"),
        ("percent", "-0.1", "−0.1% | −0.1% | 0.1 percentage points | 0.1 points"),
        ("rate", "1097.3", "1,097.3 | 1,097.3 per 10,000 | 1,097.3 | 1,097.3"),
        ("gbp", "-603", "−\u{2060}£603 | −\u{2060}£603 | £603 | £603"),
        ("gbp", "1234.50", "£1,234.50 | £1,234.50 | £1,234.50 | £1,234.50"),
        ("gbp k", "-603", "−603 | −\u{2060}£603 thousand | £603 thousand | £603 thousand"),
        ("gbp k", "27018", "27,018 | £27.018 million | £27.018 million | £27.018 million"),
        ("gbp m", "1.07", "1.07 | £1.07 million | £1.07 million | £1.07 million"),
        ("ratio", "16.9", "16.9 | 16.9 | 16.9 | 16.9"),
        ("days", "1", "1 | 1 day | 1 day | 1"),
        ("days", "1.0", "1.0 | 1.0 days | 1.0 days | 1.0"),
        ("days", "12", "12 | 12 days | 12 days | 12"),
        ("days", "0", "0 | 0 days | 0 days | 0"),
        ("score", "1", "1 | 1 point | 1 point | 1"),
        ("score", "3.5", "3.5 | 3.5 points | 3.5 points | 3.5"),
        ("other", "3", "3 | 3 Ofsted visits | 3 Ofsted visits | 3"),
        ("percent .1", "70", "70.0% | 70.0% | 70.0 percentage points | 70.0 points"),
        ("percent .1", "-0.04", "0.0% | 0.0% | 0.0 percentage points | 0.0 points"),
        ("percent .1", "22.85", "22.9% | 22.9% | 22.9 percentage points | 22.9 points"),
        ("days .0", "1.2", "1 | 1 day | 1 day | 1"),
    ];
    let units = units();
    for (kind, text, expect) in cases {
        let (_, unit) = units.iter().find(|(name, _)| *name == kind).unwrap();
        let value = decimal(text);
        let found = [
            number::short(value, unit),
            number::long(Lang::En, value, unit),
            number::difference(Lang::En, value, unit),
            number::short_difference(Lang::En, value, unit),
        ];
        assert_eq!(found.join(" | "), expect, "{text} in {kind}");
    }
}

/// The heading, the heading in a sentence, and the top and another tick of an axis.
#[test]
fn headings_and_ticks() {
    let cases = [
        "count | Number | number | 1,500 1,500",
        "percent | Per cent | per cent | 1,500% 1,500",
        "rate | Rate per 10,000 | rate per 10,000 | 1,500 1,500",
        "gbp | £ | £ | £1,500 1,500",
        "gbp k | £ thousand | £ thousand | £1,500 k 1,500",
        "gbp m | £ million | £ million | £1,500 m 1,500",
        "ratio | Ratio | ratio | 1,500 1,500",
        "days | Days | days | 1,500 1,500",
        "score | Points | points | 1,500 1,500",
        "other | Ofsted visits | Ofsted visits | 1,500 1,500",
        "percent .1 | Per cent | per cent | 1,500% 1,500",
        "days .0 | Days | days | 1,500 1,500",
    ];
    for ((kind, unit), expect) in units().iter().zip(cases) {
        let (top, other) = (number::tick(1500.0, 0, unit, true), number::tick(1500.0, 0, unit, false));
        let (heading, words) = (number::unit_heading(Lang::En, unit), number::unit_words(Lang::En, unit));
        assert_eq!(format!("{kind} | {heading} | {words} | {top} {other}"), expect);
    }
}

#[test]
fn ticks_at_their_decimals() {
    let pounds = unit(UnitKind::Gbp { scale: 1_000_000 });
    for (value, decimals, expect) in [
        (0.0, 0, "£0 m"),
        (-0.0, 1, "£0.0 m"),
        (-2.5, 1, "−£2.5 m"),
        (0.1 + 0.2, 1, "£0.3 m"),
        (f64::NAN, 0, "£0 m"),
        (f64::INFINITY, 12, "£9,223,372.036854775807 m"),
        (1.0, 255, "£1.000000000000 m"),
    ] {
        assert_eq!(number::tick(value, decimals, &pounds, true), expect, "{value} {decimals}");
    }
}

#[test]
fn a_cell_has_remark_number_and_marks_or_the_symbol() {
    let marks = |letters: &str| {
        let marks = Mark::ALL.into_iter().filter(|mark| letters.contains(mark.letter()));
        marks.fold(Marks::default(), Marks::with)
    };
    let number = |text| Value::Number(decimal(text));
    for (value, letters, remark, expect) in [
        (number("70"), "", None, "70%"),
        (number("70"), "p", None, "70% [p]"),
        (number("-70"), "urb", Some("over"), "over −70% [r] [b] [u]"),
        (Value::Missing(Missing::Confidential), "", None, "c"),
        (Value::Missing(Missing::NotPublished), "e", None, "– [e]"),
    ] {
        let figure = Figure { value, marks: marks(letters), remark, ..Figure::NOT_PUBLISHED };
        assert_eq!(number::cell(&figure, &unit(UnitKind::Percent)), expect);
    }
}

#[test]
fn every_symbol_and_mark_has_its_words() {
    let symbols = Missing::ALL.map(|missing| format!("{} {}", missing.symbol(), symbol::reason(Lang::En, missing)));
    assert_eq!(
        symbols.join("\n"),
        "– not published\nc confidential\nx not available\nz not applicable\nlow rounds to zero\n\
         u too unreliable to publish\n? cannot be read from the file\n… in a file that is not here yet\nfew not enough published figures"
    );
    for (letter, expect) in [
        ("c", Some("confidential")),
        ("x", Some("not available")),
        ("z", Some("not applicable")),
        ("low", Some("rounds to zero")),
        ("k", Some("rounds to zero")),
        ("u", Some("too unreliable to publish")),
        ("C", None),
        ("-", None),
        ("..", None),
        ("", None),
    ] {
        assert_eq!(Missing::from_symbol(letter).map(|missing| symbol::reason(Lang::En, missing)), expect, "{letter}");
    }
    let marks = Mark::ALL.map(|mark| format!("{} {}", mark.letter(), symbol::mark(Lang::En, mark)));
    assert_eq!(
        marks.join("\n"),
        "p provisional\nr revised\ne estimated\nf forecast\nb not comparable with earlier figures\nu low reliability\nd derived, not published"
    );
}

#[test]
fn names_in_a_sentence() {
    let group = || AreaRole::Group { method: Method::Published, model: None, year: None, members: Vec::new() };
    for (name, role, expect) in [
        ("Statistical neighbours", group(), "statistical neighbours"),
        ("Hampshire neighbours", group(), "Hampshire neighbours"),
        ("South East authorities", group(), "South East authorities"),
        ("SEND peers", group(), "SEND peers"),
        ("All unitary authorities", group(), "all unitary authorities"),
        ("Statistical neighbours", AreaRole::Place, "Statistical neighbours"),
        ("England", AreaRole::Place, "England"),
        ("", group(), ""),
    ] {
        let area = Area { id: String::new(), name: name.to_owned(), role };
        assert_eq!(sentence::in_sentence(Lang::En, &area), expect);
    }
    for (name, expect) in [("Budget", "budget"), ("NEET rate", "NEET rate"), ("£ thousand", "£ thousand"), ("", "")] {
        assert_eq!(sentence::lowercased(name), expect);
    }
}

#[test]
fn places_in_an_order() {
    let expect =
        "1st 2nd 3rd 4th 10th 11th 12th 13th 14th 20th 21st 22nd 23rd 24th 100th 101st 111th 112th 122nd 1,013th";
    let numbers =
        expect.split(' ').map(|one| one.replace(',', "").trim_end_matches(char::is_alphabetic).parse().unwrap());
    assert_eq!(numbers.map(|number| number::ordinal(Lang::En, number)).collect::<Vec<_>>().join(" "), expect);
}
