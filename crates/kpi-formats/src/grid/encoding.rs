use crate::problem::{Encoding, Kind, Log};
use std::borrow::Cow;

/// A file's bytes as text. What is not UTF-8 is told with its first row, and read as what it most likely is: Excel on
/// Windows writes Windows-1252 unless asked otherwise, and a file of figures differs from UTF-8 in pound signs and names.
pub(super) fn decode<'b>(bytes: &'b [u8], log: &mut Log<'_>) -> Cow<'b, str> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => return Cow::Owned(utf_16(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => return Cow::Owned(utf_16(rest, u16::from_be_bytes)),
        _ => {}
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let sound = match std::str::from_utf8(bytes) {
        Ok(text) => return Cow::Borrowed(text),
        Err(error) => error.valid_up_to(),
    };
    let lines = bytes.iter().take(sound).filter(|byte| **byte == b'\n').count();
    let row = u32::try_from(lines + 1).unwrap_or(u32::MAX);
    if let Some(text) = bytes.iter().map(|byte| windows_1252(*byte)).collect::<Option<String>>() {
        log.add(row, 0, Kind::NotUtf8 { encoding: Encoding::Windows1252 });
        return Cow::Owned(text);
    }
    log.add(row, 0, Kind::NotUtf8 { encoding: Encoding::Unknown });
    String::from_utf8_lossy(bytes)
}

fn utf_16(bytes: &[u8], read: fn([u8; 2]) -> u16) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    char::decode_utf16(pairs.iter().map(|pair| read(*pair))).map(|letter| letter.unwrap_or('\u{fffd}')).collect()
}

/// `None` for the five bytes that stand for nothing.
fn windows_1252(byte: u8) -> Option<char> {
    const FROM_80: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”',
        '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
    ];
    match byte.checked_sub(0x80).and_then(|at| FROM_80.get(usize::from(at))) {
        Some('\0') => None,
        Some(letter) => Some(*letter),
        None => Some(char::from(byte)),
    }
}
