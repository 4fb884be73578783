//! Our reader of JSON against serde_json: both accept and refuse the same texts, and make the same of them.

use crate::given::{DEMO, EVERYTHING, THREE, holds};
use crate::hostile::{mutated, mutations, values};
use proptest::collection::vec;
use proptest::prelude::{any, prop_assert, prop_assert_eq};
use proptest::sample::select;
use scan::{DEPTH, Flaw, Parts, blank, skip, unescaped};
use serde::de::IgnoredAny;
use serde_json::{Map, Value};

/// The reader itself, which knows nothing of the crate around it.
#[path = "../../src/ingest/json/scan.rs"]
mod scan;

/// Whether a text is one JSON value, by our reader.
fn sound(text: &str) -> Result<(), Flaw> {
    let end = blank(text.as_bytes(), skip(text, 0)?);
    if end == text.len() { Ok(()) } else { Err(Flaw { at: end, expected: "the end" }) }
}

/// What our reader finds in a sound text. Numbers are left to [`kpi_core::model::Decimal`] and are read by serde_json.
fn value(raw: &str) -> Value {
    match raw.as_bytes()[0] {
        b'"' => Value::from(unescaped(raw)),
        b'[' => Parts::of(raw).map(|(_, element)| value(element)).collect(),
        b'{' => Parts::of(raw)
            .map(|(name, member)| (unescaped(name).into_owned(), value(member)))
            .collect::<Map<_, _>>()
            .into(),
        _ => serde_json::from_str(raw).unwrap(),
    }
}

/// Both say the same of a text. What serde_json passes over it accepts by the grammar alone, as we do; of a value that it
/// makes, it refuses half surrogate pairs and numbers past an f64, which are for others to judge.
fn agrees(text: &str) {
    let ours = sound(text);
    let theirs = serde_json::from_str::<IgnoredAny>(text);
    assert_eq!(ours.is_ok(), theirs.is_ok(), "{text:?}\n{ours:?}\n{theirs:?}");
    if let Err(flaw) = ours {
        assert!(flaw.at <= text.len() && text.is_char_boundary(flaw.at), "{text:?} {flaw:?}");
        // What stands before the flaw is the beginning of some JSON text.
        let before = sound(&text[..flaw.at]);
        assert!(before.is_ok() || before.unwrap_err().at == flaw.at, "{text:?} {flaw:?}");
    } else if let Ok(theirs) = serde_json::from_str::<Value>(text) {
        assert_eq!(value(text.trim_ascii()), theirs, "{text:?}");
    }
}

#[test]
fn any_json() {
    holds(500, values(), |value| {
        agrees(&value.to_string());
        agrees(&serde_json::to_string_pretty(&value).unwrap());
        Ok(())
    });
}

#[test]
fn any_text() {
    holds(1000, vec(select(br#"{}[]",:1-.eE+0\u tfn"#.to_vec()), 0..24), |bytes| {
        agrees(std::str::from_utf8(&bytes).unwrap());
        Ok(())
    });
    holds(500, ".{0,40}", |text| {
        agrees(&text);
        agrees(&format!("[\"{text}\"]"));
        agrees(&Value::from(text).to_string());
        Ok(())
    });
}

#[test]
fn damaged_files() {
    agrees(DEMO);
    for file in [EVERYTHING, THREE] {
        agrees(file);
        holds(300, mutations(), |mutations| {
            agrees(&String::from_utf8_lossy(&mutated(file, &mutations)));
            Ok(())
        });
    }
}

/// What a text says of a number is not touched: that is read by [`kpi_core::model::Decimal`] from the same slice.
#[test]
fn parts_are_slices_of_the_text() {
    holds(200, (any::<i64>(), any::<f64>()), |(whole, real)| {
        let (whole, real) = (whole.to_string(), Value::from(real).to_string());
        let text = format!("[ {whole} ,\t{real}\n]");
        prop_assert_eq!(Parts::of(&text).map(|(_, raw)| raw).collect::<Vec<_>>(), [whole.as_str(), real.as_str()]);
        Ok(())
    });
}

/// Of a sound text, what passes over it without a test finds the same as what tests it again.
#[test]
fn parts_of_sound_and_of_damaged_texts() {
    let both = |text: &str| {
        let tested: Vec<_> = Parts::of_damaged(text).collect();
        assert_eq!(Parts::of(text).collect::<Vec<_>>(), tested, "{text}");
    };
    holds(500, values(), |value| {
        both(&format!("[{value},{value}]"));
        both(&format!("[ {} , 1 ]", serde_json::to_string_pretty(&value).unwrap()));
        both(&format!("{{\"a\":{value},\"b\" : [{value}] }}"));
        Ok(())
    });
    // Longer than eight bytes in every way.
    for text in [
        r#"["\\\\\\\\", "\\\"", "[[[[[[[[[[", 1]"#,
        r#"[[1234567,1234567,1234567],[-1.5e+10,-1.5E-10,0.0000001],"]",12345678901]"#,
        r#"[[1, 2, 3, 4, "c", 5, 6, 7, 8, 9, null, 1, 2, 3, 4], {"a": {"b": "}"}}, true, false]"#,
        "[ 1.5e+3 ,\t-0\r\n, {\t} , [\n] ]",
    ] {
        assert_eq!(sound(text), Ok(()), "{text}");
        both(text);
    }
    // Whatever it is given, it ends.
    holds(500, vec(select(br#"{}[]",:1\e "#.to_vec()), 0..40), |bytes| {
        let text = format!("[{}", std::str::from_utf8(&bytes).unwrap());
        prop_assert!(Parts::of(&text).count() <= text.len());
        Ok(())
    });
}

/// The corners of the grammar, each with what serde_json says of it.
#[test]
fn corners() {
    for text in [
        "",
        " ",
        "\n",
        "null",
        " null ",
        "nul",
        "nulll",
        "Null",
        "true",
        "tru",
        "truE",
        "false",
        "falsy",
        "nan",
        "NaN",
        "Infinity",
        "-Infinity",
        "undefined",
        "[]",
        "[ ]",
        "{}",
        "{ }",
        "[",
        "]",
        "{",
        "}",
        "[}",
        "{]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1,,2]",
        "[1 2]",
        "[1;2]",
        "[1]]",
        "[[1]",
        "[[]]",
        "[{}]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\" 1}",
        "{\"a\"::1}",
        "{\"a\":1,}",
        "{,\"a\":1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1,,\"b\":2}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "{null:1}",
        "{[]:1}",
        "{\"a\":1}}",
        "{\"a\":[}]",
        "[\"a\":1]",
        "{\"a\",1}",
        "{\"a\":1]",
        "[1}",
        "{\"\":0}",
        "{\"a\":1,\"a\":2}",
        "{\"a\" :\t1\r\n}",
        "0",
        "-0",
        "-",
        "--1",
        "+1",
        "00",
        "01",
        "-01",
        "-00",
        "1.",
        ".1",
        "-.1",
        "1.0",
        "1.00",
        "1..2",
        "1.e1",
        "1e",
        "1e+",
        "1e-",
        "1e1",
        "1E1",
        "1e+1",
        "1e-1",
        "1e01",
        "1e1.5",
        "1e400",
        "-1e-400",
        "0e0",
        "0.0e+00",
        "0x1",
        "1_000",
        "1,000",
        "1 000",
        "- 1",
        "1a",
        "1e1e1",
        "123456789012345678901234567890",
        "\u{FF11}",
        "\u{2212}1",
        "[-]",
        "[1.]",
        "[1e]",
        "\"\"",
        "\"",
        "\"a",
        "\"\\\"",
        "\"\\\"\"",
        "\"\\\\\"",
        "\"\\/\"",
        "\"\\b\\f\\n\\r\\t\"",
        "\"\\a\"",
        "\"\\'\"",
        "\"\\0\"",
        "\"\\x41\"",
        "\"\\u\"",
        "\"\\u0\"",
        "\"\\u00\"",
        "\"\\u000\"",
        "\"\\u0041\"",
        "\"\\u004G\"",
        "\"\\U0041\"",
        "\"\\u00e9\"",
        "\"\\u00E9\"",
        "\"\\ud83d\\ude00\"",
        "\"\\uD83D\\uDE00x\"",
        "\"\\ud800\"",
        "\"\\udc00\"",
        "\"\\ud800\\ud800\"",
        "\"\\ud800\\u0041\"",
        "\"\\ud800x\"",
        "\"\\u0000\"",
        "\"a\nb\"",
        "\"a\tb\"",
        "\"\u{0}\"",
        "\"\u{1F}\"",
        "\"\u{7F}\"",
        "\"\u{2028}\"",
        "\"é😀\"",
        "'a'",
        "\u{201C}a\u{201D}",
        "\"a\" \"b\"",
        "\"a\",",
        "[\"a\\\",1]",
        "\u{FEFF}[]",
        "\u{A0}[]",
        "[\u{A0}]",
        "[\u{C}]",
        "[\u{B}1]",
        "[1]\u{0}",
        "\u{0}",
        "// a\n1",
        "/* a */ 1",
        "[1] // a",
        "# a",
        "<a>",
        "[1]x",
        "{}{}",
        "1 2",
        "[\"a\", 4, null, true, {\"b\": [[], {}]}]",
    ] {
        agrees(text);
    }
}

#[test]
fn texts_without_their_escapes() {
    for (raw, text) in [
        (r#""2020-04-01\/P3M""#, "2020-04-01/P3M"),
        (r#""\u00e9\"\\\b\f\n\r\t""#, "é\"\\\u{8}\u{C}\n\r\t"),
        (r#""\ud83d\ude00!""#, "😀!"),
        (r#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
        (r#""\ud83d""#, "\u{FFFD}"),
        (r#""\ud83d\u0041""#, "\u{FFFD}A"),
        (r#""\ude00\ud83d\ude00""#, "\u{FFFD}😀"),
        (r#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
        (r#""\ud83d\\ude00""#, "\u{FFFD}\\ude00"),
    ] {
        assert_eq!(unescaped(raw), text, "{raw}");
    }
}

#[test]
fn brackets_within_brackets() {
    let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    let depth = usize::try_from(DEPTH).unwrap();
    assert_eq!(sound(&nested(depth)), Ok(()));
    assert_eq!(sound(&nested(depth + 1)), Err(Flaw { at: depth, expected: "a value with fewer brackets" }));
    assert_eq!(sound(&format!("[{}]", vec![nested(depth - 1); 100].join(","))), Ok(()));
    assert_eq!(sound(&"{\"a\":[".repeat(100_000)).unwrap_err().at, depth / 2 * 6);
}

#[test]
fn what_should_stand_at_a_flaw() {
    for (text, at, expected) in [
        ("", 0, "a value"),
        ("[1,]", 3, "a value"),
        ("[1 2]", 3, "a comma or ]"),
        ("{\"a\":1 \"b\":2}", 7, "a comma or }"),
        ("{\"a\":1,}", 7, "a name in quotation marks"),
        ("{\"a\" 1}", 5, "a colon"),
        ("[\"a\n\"]", 3, "a closing quotation mark"),
        ("[\"\\x\"]", 3, "an escape such as \\n"),
        ("[\"\\u12\"]", 6, "a hexadecimal digit"),
        ("[-]", 2, "a digit"),
        ("[nope]", 2, "true, false or null"),
    ] {
        assert_eq!(sound(text), Err(Flaw { at, expected }), "{text}");
    }
}
