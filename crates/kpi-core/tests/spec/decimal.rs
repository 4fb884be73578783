use crate::given::{decimal, holds};
use kpi_core::model::Decimal;
use proptest::prelude::{Strategy, any, prop_assert_eq};
use std::cmp::Ordering;

/// Reads a number; `~` stands before one that was rounded, `-` for none.
fn check(text: &str, expect: &str) {
    let read = Decimal::parse(text).map_or("-".to_owned(), |parsed| {
        let sign = if parsed.rounded { "~" } else { "" };
        format!("{sign}{}", parsed.number)
    });
    assert_eq!(read, expect, "{text}");
}

#[test]
fn keeps_the_decimals_it_is_written_with() {
    for text in ["0", "70", "70.0", "70.00", "511.58", "-0.1", "27018", "0.000000000001", "-22.9", "1.07"] {
        check(text, text);
    }
}

#[test]
fn reads_what_json_writes() {
    for (text, expect) in [
        ("-0", "0"),
        ("-0.0", "0.0"),
        ("1e3", "1000"),
        ("1E3", "1000"),
        ("1e+3", "1000"),
        ("1.5e-3", "0.0015"),
        ("1.50e1", "15.0"),
        ("150e-1", "15.0"),
        ("0e2000000000", "0"),
        ("0e-2000000000", "0.000000000000"),
        ("0.0e1", "0"),
    ] {
        check(text, expect);
    }
}

#[test]
fn fifteen_digits_and_twelve_decimals_are_what_anybody_can_have_measured() {
    for (text, expect) in [
        ("16.900000000000002", "~16.9"),
        ("0.30000000000000004", "~0.3"),
        ("0.7999999999999999", "~0.8"),
        ("123456789012345", "123456789012345"),
        ("-999999999999999", "-999999999999999"),
        ("999999999999999.4", "~999999999999999"),
        ("999999999999999.6", "-"),
        ("9.999999999999999", "~10"),
        ("1.23456789012345", "~1.234567890123"),
        ("1.2345678901235", "~1.234567890124"),
        ("0.1234567890125", "~0.123456789012"),
        ("0.1234567890135", "~0.123456789014"),
        ("0.12345678901250001", "~0.123456789013"),
        ("1e-12", "0.000000000001"),
        ("6e-13", "~0.000000000001"),
        ("4e-13", "~0"),
        ("1e-400", "~0"),
        ("1000000000000000", "-"),
        ("1e14", "100000000000000"),
        ("1e15", "-"),
        ("1e400", "-"),
        ("1e2000000000", "-"),
        ("123456789012345678", "-"),
    ] {
        check(text, expect);
    }
}

#[test]
fn anything_else_is_not_a_number() {
    for text in [
        "",
        "-",
        "+1",
        ".5",
        "1.",
        "1.e3",
        "01",
        "-01",
        "1e",
        "1e+",
        "e5",
        "0x10",
        "1_000",
        "1,000",
        "12%",
        "NaN",
        "Infinity",
        "\u{663}",
        "1 ",
        " 1",
        "--1",
        "1.2.3",
        "1e5.0",
        "1e99999999999",
        "\u{2212}1",
    ] {
        check(text, "-");
    }
}

#[test]
fn a_difference_has_the_decimals_of_the_more_precise() {
    for (one, other, expect) in [
        ("107", "78.5", "28.5"),
        ("70", "79", "-9"),
        ("70.00", "70", "0.00"),
        ("12", "12.0", "0.0"),
        ("-374", "-56", "-318"),
        ("0.1", "0.3", "-0.2"),
        ("999999999999999", "-999999999999999", "1999999999999998"),
    ] {
        assert_eq!(decimal(one).minus(decimal(other)).to_string(), expect, "{one} - {other}");
    }
}

#[test]
fn halves_go_away_from_zero_as_published_tables_do() {
    for (text, decimals, expect) in [
        ("0.5", 0, "1"),
        ("-0.5", 0, "-1"),
        ("2.5", 0, "3"),
        ("2.45", 1, "2.5"),
        ("2.449", 1, "2.4"),
        ("-0.04", 1, "0.0"),
        ("70", 2, "70.00"),
        ("999.95", 1, "1000.0"),
        ("1.5", 200, "1.500000000000"),
    ] {
        assert_eq!(decimal(text).with_decimals(decimals).to_string(), expect, "{text} at {decimals}");
    }
}

#[test]
fn order_is_by_value() {
    for (one, other, expect) in [
        ("70", "70.00", Ordering::Equal),
        ("-0", "0.0", Ordering::Equal),
        ("69.99", "70", Ordering::Less),
        ("-1", "-2", Ordering::Greater),
        ("100000000000000", "0.000000000001", Ordering::Greater),
    ] {
        assert_eq!(decimal(one).cmp(&decimal(other)), expect, "{one} <> {other}");
    }
}

const DIGITS: std::ops::Range<i64> = -999_999_999_999_999..1_000_000_000_000_000;

fn numbers() -> impl Strategy<Value = Decimal> {
    (DIGITS, 0..=Decimal::MAX_DECIMALS).prop_map(|(mantissa, decimals)| Decimal::new(mantissa, decimals))
}

/// The number times 10^12, as an integer.
fn exact(number: Decimal) -> i128 {
    i128::from(number.mantissa()) * 10_i128.pow(u32::from(Decimal::MAX_DECIMALS - number.decimals()))
}

#[test]
fn what_is_printed_is_read_again() {
    holds(2000, numbers(), |number| {
        let read = Decimal::parse(&number.to_string()).unwrap();
        prop_assert_eq!((read.number.mantissa(), read.number.decimals()), (number.mantissa(), number.decimals()));
        prop_assert_eq!(read.rounded, false);
        Ok(())
    });
}

#[test]
fn agrees_with_whole_numbers() {
    holds(5000, (numbers(), numbers(), 0..15_u8), |(one, other, decimals)| {
        prop_assert_eq!(one.cmp(&other), exact(one).cmp(&exact(other)));
        prop_assert_eq!(one.sign(), exact(one).cmp(&0));
        prop_assert_eq!(exact(one.magnitude()), exact(one).abs());
        let difference = one.minus(other);
        // Where 18 digits do not hold it, decimals are given up.
        let given_up = 10_i128.pow(u32::from(Decimal::MAX_DECIMALS - difference.decimals()));
        let fits = difference.decimals() == one.decimals().max(other.decimals());
        let true_difference = exact(one) - exact(other);
        prop_assert_eq!(exact(difference), if fits { true_difference } else { true_difference / given_up * given_up });
        prop_assert_eq!(difference.sign(), true_difference.cmp(&0));

        let rounded = one.with_decimals(decimals);
        if decimals < one.decimals() {
            let step = 10_i128.pow(u32::from(Decimal::MAX_DECIMALS - decimals));
            let away = (exact(one).abs() + step / 2) / step * step * exact(one).signum();
            prop_assert_eq!(exact(rounded), away);
        }
        Ok(())
    });
}

#[test]
fn no_number_is_too_extreme() {
    holds(2000, (any::<i64>(), any::<u8>(), any::<i64>(), any::<u8>()), |(one, decimals, other, more)| {
        let (one, other) = (Decimal::new(one, decimals), Decimal::new(other, more));
        let _ = (one.minus(other), one.with_decimals(more), one.magnitude(), one.to_f64(), one.to_string());
        prop_assert_eq!(one.cmp(&other), exact(one).cmp(&exact(other)));
        Ok(())
    });
}

#[test]
fn any_text_is_a_number_or_not() {
    holds(1500, "-?[0-9]{0,20}(\\.[0-9]{0,20})?([eE][+-]?[0-9]{0,11})?", |text| {
        if let Some(parsed) = Decimal::parse(&text) {
            prop_assert_eq!(parsed.number.mantissa().abs() < 1_000_000_000_000_000, true);
            let float: f64 = text.parse().unwrap();
            let close = (parsed.number.to_f64() - float).abs() <= float.abs() * 1e-14 + 5e-13;
            prop_assert_eq!(close, true, "{} as {}", text, parsed.number);
        }
        Ok(())
    });
}
