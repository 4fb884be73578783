//! How wide text is: the one thing that placing has to ask its surroundings.

/// Measures text. In the browser the canvas's context does it, in tests and on a server a table ([`FixedMetrics`]).
pub trait Metrics {
    /// The advance width of `text` in CSS pixels, set at `size` CSS pixels.
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64;

    /// The size of the page's text in CSS pixels. Charts never go below 14, whatever this says.
    fn text_size(&self) -> f64 {
        14.0
    }
}

/// How heavy text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Everything but what follows.
    Regular,
    /// What the publication is about, and the chosen period.
    Bold,
}

/// Arial's widths, which are Helvetica's and Liberation Sans's, by class of character: right to a few per cent for a
/// line of text, and the same on every machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct FixedMetrics;

impl Metrics for FixedMetrics {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let thousandths: u32 = text.chars().map(|character| advance(character, weight)).sum();
        f64::from(thousandths) / 1000.0 * size
    }
}

/// Thousandths of the text's size.
fn advance(character: char, weight: Weight) -> u32 {
    let regular = match character {
        'i' | 'j' | 'l' | '\'' | '’' | '‘' => 222,
        ' ' | '\u{a0}' | '!' | ',' | '.' | '/' | ':' | ';' | 'I' | 'f' | 't' | '[' | ']' | '\\' | '|' => 278,
        '-' | '(' | ')' | 'r' | '`' | '“' | '”' => 333,
        '"' | '*' | '•' => 370,
        'J' | 'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => 500,
        '+' | '<' | '=' | '>' | '~' | '\u{2212}' | '×' => 584,
        'F' | 'T' | 'Z' => 611,
        'A' | 'B' | 'E' | 'K' | 'P' | 'S' | 'V' | 'X' | 'Y' | '&' => 667,
        'C' | 'D' | 'H' | 'N' | 'R' | 'U' | 'w' => 722,
        'G' | 'O' | 'Q' => 778,
        'M' | 'm' => 833,
        '%' => 889,
        'W' => 944,
        '@' | '…' | '—' => 1000,
        // Ideographs, emoji and the like fill the whole square.
        wide if u32::from(wide) >= 0x2e80 => 1000,
        // Digits, most small letters, and the accented letters that resemble them.
        _ => 556,
    };
    // Bold digits are as wide as regular ones, so that columns of figures stay aligned.
    let bold = match weight {
        Weight::Bold if character.is_lowercase() => 50,
        Weight::Bold if character.is_uppercase() => 20,
        _ => 0,
    };
    regular + bold
}
