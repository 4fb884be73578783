//! A publication of any size, the same on every run: what a benchmark and the tests of memory read.

use std::fmt::Write;

/// How much is published.
#[derive(Clone, Copy)]
pub struct Size {
    pub indicators: u32,
    pub areas: u32,
    pub quarters: u32,
    /// Every so manieth indicator has confidence limits; 0 for none.
    pub limits: u32,
}

impl Size {
    /// All indicators of a country's 152 upper-tier councils over eleven years: two million figures.
    pub const COUNTRY: Self = Self { indicators: 300, areas: 152, quarters: 44, limits: 25 };

    pub const fn figures(self) -> usize {
        (self.indicators * self.areas * self.quarters) as usize
    }
}

/// Splitmix64: small, and the same everywhere.
struct Chance(u64);

impl Chance {
    /// A number below `bound`.
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        // Less than `bound`, so it fits.
        ((((mixed ^ (mixed >> 31)) >> 32) * u64::from(bound)) >> 32) as u32
    }

    /// True once in so many times.
    fn once_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }
}

/// The unit of an indicator, and below what its figures lie: tenths of per cent and of rates, whole people and pounds.
const fn kind(indicator: u32) -> (&'static str, u32) {
    match indicator % 4 {
        0 => (r#"{ "kind": "percent" }"#, 1_000),
        1 => (r#"{ "kind": "rate", "per": 10000 }"#, 9_000),
        2 => (r#"{ "kind": "count" }"#, 40_000),
        _ => (r#"{ "kind": "gbp", "scale": 1000 }"#, 900_000),
    }
}

/// The file, as a program would write it: one line a series.
pub fn publication(size: Size) -> String {
    let mut chance = Chance(2021);
    let mut text = String::from(
        r#"{ "kpi": "1.0", "title": "All councils", "publisher": { "name": "Department" },
"areas": ["#,
    );
    for area in 0..size.areas {
        let role = if area == 0 { r#", "role": "focus""# } else { "" };
        part(&mut text, area, &format!(r#"{{ "id": "E{:08}", "name": "Council {area}"{role} }}"#, area + 6_000_000));
    }
    text.push_str("\n],\n\"topics\": [");
    for topic in 0..10 {
        part(&mut text, topic, &format!(r#"{{ "id": "t{topic}", "name": "Topic {topic}" }}"#));
    }
    text.push_str("\n],\n\"indicators\": [");
    for indicator in 0..size.indicators {
        part(&mut text, indicator, "");
        self::indicator(&mut text, indicator, size, &mut chance);
    }
    text.push_str("\n]\n}\n");
    text
}

fn indicator(text: &mut String, indicator: u32, size: Size, chance: &mut Chance) {
    let (unit, bound) = kind(indicator);
    let has_limits = size.limits > 0 && indicator.is_multiple_of(size.limits);
    let _ = write!(
        text,
        r#"{{ "id": "i{indicator}", "topic": "t{}", "name": "Indicator {indicator}", "unit": {unit}, "polarity": "higher",
  "definition": "What is counted in indicator {indicator}.", "periods": ["#,
        indicator % 10
    );
    for quarter in 0..size.quarters {
        let _ = write!(text, "{}\"{}\"", comma(quarter), self::quarter(quarter));
    }
    text.push_str("],\n  \"series\": [");
    for area in 0..size.areas {
        part(text, area, &format!(r#"    {{ "area": "E{:08}", "values": ["#, area + 6_000_000));
        let values: Vec<Option<u32>> =
            (0..size.quarters).map(|_| (!chance.once_in(50)).then(|| chance.below(bound))).collect();
        let number = |text: &mut String, value: u32| match bound {
            ..=9_000 => write!(text, "{}.{}", value / 10, value % 10),
            _ => write!(text, "{value}"),
        };
        let listed = |text: &mut String, of: &dyn Fn(u32) -> u32| {
            for (at, value) in values.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { ", " });
                match value {
                    Some(value) => drop(number(text, of(*value))),
                    None => text.push_str("null"),
                }
            }
        };
        for (at, value) in values.iter().enumerate() {
            text.push_str(if at == 0 { "" } else { ", " });
            match value {
                // Tens of per cent are written without a decimal: published tables mix them.
                Some(value) if chance.once_in(10) => drop(write!(text, "{}", value / 10)),
                Some(value) => drop(number(text, *value)),
                None => text.push_str(match chance.below(4) {
                    0 => "null",
                    1 => "\"x\"",
                    _ => "\"c\"",
                }),
            }
        }
        text.push(']');
        if has_limits {
            text.push_str(", \"lower\": [");
            listed(text, &|value| value / 10 * 9 / 10);
            text.push_str("], \"upper\": [");
            listed(text, &|value| value + value / 10 + 1);
            text.push(']');
        }
        if chance.once_in(20) {
            let last = self::quarter(size.quarters - 1);
            let _ = write!(text, r#", "status": {{ "{last}": "p" }}"#);
        }
        text.push_str(" }");
    }
    text.push_str("\n  ] }");
}

/// Quarters from April 2010 on.
fn quarter(number: u32) -> String {
    let month = 3 + number * 3;
    format!("{}-{:02}-01/P3M", 2010 + month / 12, month % 12 + 1)
}

fn part(text: &mut String, number: u32, part: &str) {
    let _ = write!(text, "{}\n{part}", comma(number));
}

const fn comma(number: u32) -> &'static str {
    if number == 0 { "" } else { "," }
}
