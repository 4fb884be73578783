//! A strict reader of JSON (RFC 8259) that says where a value ends and makes nothing of it.
//!
//! A reader of our own, because a publication is read as slices of its text: a value's address is its line and column, a
//! number keeps the decimals it is written with, what should stand at a flaw is said in our words, and the same function
//! finds what is whole in a damaged file. Reading with serde_json, which does far more, took 15 kB more on the wire; the
//! tests hold this reader against it (`tests/spec/json.rs`).

use std::borrow::Cow;
use std::str::Chars;

/// Brackets within brackets that are read. The format has seven; a bound keeps a search among damaged ones short.
pub const DEPTH: u32 = u32::BITS;

/// Where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// At which byte; the text's length where its end is missing.
    pub at: usize,
    /// What should stand there.
    pub expected: &'static str,
}

/// The end of the value that begins at `at` or behind white space there.
pub fn skip(text: &str, mut at: usize) -> Result<usize, Flaw> {
    let bytes = text.as_bytes();
    // The brackets that are open, the innermost in the lowest bit: 1 where it is a list.
    let (mut lists, mut depth) = (0_u32, 0);
    loop {
        at = blank(bytes, at);
        at = match bytes.get(at) {
            Some(b'"') => string(bytes, at)?,
            Some(b'-' | b'0'..=b'9') => number(bytes, at)?,
            Some(b't') => word(bytes, at, b"true")?,
            Some(b'f') => word(bytes, at, b"false")?,
            Some(b'n') => word(bytes, at, b"null")?,
            Some(open @ (b'[' | b'{')) => {
                let inside = blank(bytes, at + 1);
                // In ASCII a closing bracket stands two places behind its opening one.
                if bytes.get(inside) == Some(&(open + 2)) {
                    inside + 1
                } else if depth == DEPTH {
                    return Err(Flaw { at, expected: "a value with fewer brackets" });
                } else {
                    let is_list = *open == b'[';
                    depth += 1;
                    lists = lists << 1 | u32::from(is_list);
                    at = if is_list { inside } else { name(bytes, inside)?.1 };
                    continue;
                }
            }
            _ => return Err(Flaw { at, expected: "a value" }),
        };
        // Behind a value: a comma and the next one, or closing brackets.
        loop {
            if depth == 0 {
                return Ok(at);
            }
            at = blank(bytes, at);
            let is_list = lists & 1 == 1;
            match bytes.get(at) {
                Some(b',') if is_list => break at += 1,
                Some(b',') => break at = name(bytes, blank(bytes, at + 1))?.1,
                Some(b']') if is_list => {}
                Some(b'}') if !is_list => {}
                _ if is_list => return Err(Flaw { at, expected: "a comma or ]" }),
                _ => return Err(Flaw { at, expected: "a comma or }" }),
            }
            at += 1;
            depth -= 1;
            lists >>= 1;
        }
    }
}

/// The end of a member's name, and the end of the colon behind it.
pub fn name(bytes: &[u8], at: usize) -> Result<(usize, usize), Flaw> {
    if bytes.get(at) != Some(&b'"') {
        return Err(Flaw { at, expected: "a name in quotation marks" });
    }
    let end = string(bytes, at)?;
    let at = blank(bytes, end);
    if bytes.get(at) == Some(&b':') { Ok((end, at + 1)) } else { Err(Flaw { at, expected: "a colon" }) }
}

/// The first byte from here on that is not white space.
pub fn blank(bytes: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\n' | b'\r' | b'\t') = bytes.get(at) {
        at += 1;
    }
    at
}

fn string(bytes: &[u8], start: usize) -> Result<usize, Flaw> {
    let mut at = start + 1;
    loop {
        match bytes.get(at) {
            Some(b'"') => return Ok(at + 1),
            Some(b'\\') => {
                at += 1;
                let digits = match bytes.get(at) {
                    Some(b'u') => 4,
                    Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 0,
                    _ => return Err(Flaw { at, expected: "an escape such as \\n" }),
                };
                for _ in 0..digits {
                    at += 1;
                    if !bytes.get(at).is_some_and(u8::is_ascii_hexdigit) {
                        return Err(Flaw { at, expected: "a hexadecimal digit" });
                    }
                }
            }
            Some(b' '..) => {}
            _ => return Err(Flaw { at, expected: "a closing quotation mark" }),
        }
        at += 1;
    }
}

fn number(bytes: &[u8], mut at: usize) -> Result<usize, Flaw> {
    if let Some(b'-') = bytes.get(at) {
        at += 1;
    }
    at = if let Some(b'0') = bytes.get(at) { at + 1 } else { digits(bytes, at)? };
    if let Some(b'.') = bytes.get(at) {
        at = digits(bytes, at + 1)?;
    }
    if let Some(b'e' | b'E') = bytes.get(at) {
        at += 1;
        if let Some(b'+' | b'-') = bytes.get(at) {
            at += 1;
        }
        at = digits(bytes, at)?;
    }
    Ok(at)
}

fn digits(bytes: &[u8], start: usize) -> Result<usize, Flaw> {
    let mut at = start;
    while let Some(b'0'..=b'9') = bytes.get(at) {
        at += 1;
    }
    if at > start { Ok(at) } else { Err(Flaw { at, expected: "a digit" }) }
}

fn word(bytes: &[u8], mut at: usize, word: &[u8]) -> Result<usize, Flaw> {
    for letter in word {
        if bytes.get(at) != Some(letter) {
            return Err(Flaw { at, expected: "true, false or null" });
        }
        at += 1;
    }
    Ok(at)
}

/// What stands in a list or an object, as written: each value, and before it in an object its name.
pub struct Parts<'t> {
    text: &'t str,
    at: usize,
    is_sound: bool,
}

impl<'t> Parts<'t> {
    /// Of a text that begins with the opening bracket and that [`skip`] has passed over: nothing is tested again.
    pub const fn of(text: &'t str) -> Self {
        Self { text, at: 1, is_sound: true }
    }

    /// Of a text that may be damaged; ends where it is no JSON any more.
    pub const fn of_damaged(text: &'t str) -> Self {
        Self { text, at: 1, is_sound: false }
    }
}

impl<'t> Iterator for Parts<'t> {
    type Item = (&'t str, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.text.as_bytes();
        let start = blank(bytes, self.at);
        let (mut name_end, mut value) = (start, start);
        if let Some(b'{') = bytes.first() {
            (name_end, value) = name(bytes, start).ok()?;
            value = blank(bytes, value);
        }
        let end = if self.is_sound { sound_end(bytes, value)? } else { skip(self.text, value).ok()? };
        // Behind the comma or the closing bracket.
        self.at = blank(bytes, end) + 1;
        Some((self.text.get(start..name_end)?, self.text.get(value..end)?))
    }
}

/// The end of a sound value. A list in a list in a list is passed over once for each of them, so that reading takes most of
/// its time here.
fn sound_end(bytes: &[u8], start: usize) -> Option<usize> {
    let (mut at, mut depth) = (start, 0);
    loop {
        match bytes.get(at)? {
            b'"' => {
                at += 1;
                loop {
                    match bytes.get(at)? {
                        b'"' => break,
                        b'\\' => at += 2,
                        _ => at += 1,
                    }
                }
            }
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth -= 1,
            // A number or a word.
            _ if depth == 0 => {
                while !matches!(bytes.get(at)?, b',' | b']' | b'}' | b' ' | b'\n' | b'\r' | b'\t') {
                    at += 1;
                }
                return Some(at);
            }
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
        while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk)
            && is_dull(u64::from_le_bytes(*eight))
        {
            at += 8;
        }
    }
}

/// Whether there is no bracket, letter (which have one bit in common) or quotation mark among eight bytes.
const fn is_dull(eight: u64) -> bool {
    const ONES: u64 = u64::MAX / 255;
    let quotes = eight ^ (ONES * b'"' as u64);
    // The second is the classic test for a byte that is zero.
    eight & (ONES << 6) == 0 && quotes.wrapping_sub(ONES) & !quotes & (ONES << 7) == 0
}

/// A text without its quotation marks and escapes. Half a surrogate pair, which is no letter, becomes U+FFFD.
pub fn unescaped(raw: &str) -> Cow<'_, str> {
    let inner = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
    if !inner.bytes().any(|byte| byte == b'\\') {
        return Cow::Borrowed(inner);
    }
    let mut text = String::with_capacity(inner.len());
    let mut letters = inner.chars();
    while let Some(letter) = letters.next() {
        let escape = if letter == '\\' { letters.next() } else { None };
        text.push(match escape {
            None => letter,
            Some('b') => '\u{8}',
            Some('f') => '\u{C}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => by_code(&mut letters),
            Some(itself) => itself,
        });
    }
    Cow::Owned(text)
}

/// The letter of four hexadecimal digits, or of a surrogate pair: `D83D\uDE00`.
fn by_code(letters: &mut Chars<'_>) -> char {
    let hex = |letters: &mut Chars<'_>| {
        letters.take(4).fold(0, |code, digit| code << 4 | digit.to_digit(16).unwrap_or_default())
    };
    let mut code = hex(letters);
    if let (0xD800..0xDC00, Some(rest)) = (code, letters.as_str().strip_prefix("\\u")) {
        let mut rest = rest.chars();
        if let low @ 0xDC00..0xE000 = hex(&mut rest) {
            code = 0x1_0000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            *letters = rest;
        }
    }
    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
}
