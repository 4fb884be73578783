//! The program as printable text, which a script can carry in any encoding that a host page declares.
//!
//! The commonest bytes become one character each, the others two. A character stays a byte's, so that compression sees
//! the program again: brotli needs 0.5% more than for the bytes themselves, where hexadecimal digits cost it 6% and base64
//! 29%. `www/decode.js` reads it back.
//!
//! Which character is a byte's does matter: brotli expects what follows a vowel, a digit or a full stop each time anew, and
//! it has a dictionary. So texts stay what they are, and the commonest instructions, which have the smallest numbers, get
//! characters of different kinds: 0.6 kB less.

use std::collections::BTreeSet;

/// Printable ASCII but for what ends or escapes something in a script or a page.
fn alphabet() -> Vec<char> {
    (' '..='~').filter(|letter| !['"', '\\', '<'].contains(letter)).collect()
}

/// The last characters of the alphabet, which stand before the rarer bytes.
const PREFIXES: usize = 2;

/// For the smallest bytes: one character of each kind that brotli tells apart, then others of the kinds that are small.
const OF_DIFFERENT_KINDS: &str = "0.=%',;:!BA";

/// The bytes that are one character, as two hexadecimal digits each and in the order of their characters, then the program.
pub fn encode(program: &[u8]) -> String {
    let mut counts: Vec<(usize, u8)> = (0..=u8::MAX).map(|byte| (0, byte)).collect();
    for byte in program {
        if let Some(count) = counts.get_mut(usize::from(*byte)) {
            count.0 += 1;
        }
    }
    counts.sort_by(|(one, _), (other, _)| other.cmp(one));

    let alphabet = alphabet();
    let (single, prefixes) = alphabet.split_at(alphabet.len() - PREFIXES);
    let (common, rare) = counts.split_at(single.len());
    let mut code_of = vec![String::new(); 256];
    let mut give = |byte: u8, code: String| {
        if let Some(place) = code_of.get_mut(usize::from(byte)) {
            *place = code;
        }
    };

    let common: BTreeSet<u8> = common.iter().map(|(_, byte)| *byte).collect();
    let (texts, others): (Vec<u8>, Vec<u8>) = common.iter().partition(|byte| matches!(byte, b' ' | b'a'..=b'z'));
    let as_they_are = texts.iter().map(|byte| char::from(*byte));
    let different = OF_DIFFERENT_KINDS.chars().chain(single.iter().copied());
    let mut letters: Vec<char> = Vec::new();
    for letter in as_they_are.chain(different) {
        if !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    let mut singles: Vec<(char, u8)> = letters.into_iter().zip(texts.into_iter().chain(others)).collect();
    singles.sort_unstable();
    singles.iter().for_each(|(letter, byte)| give(*byte, letter.to_string()));

    let rare: BTreeSet<u8> = rare.iter().map(|(_, byte)| *byte).collect();
    let pairs = prefixes.iter().flat_map(|prefix| alphabet.iter().map(move |letter| format!("{prefix}{letter}")));
    rare.into_iter().zip(pairs).for_each(|(byte, code)| give(byte, code));

    let mut text = String::with_capacity(2 * singles.len() + program.len() + program.len() / 8);
    text.extend(singles.iter().map(|(_, byte)| format!("{byte:02x}")));
    for byte in program {
        text.extend(code_of.get(usize::from(*byte)).map(String::as_str));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `www/decode.js` reads it.
    fn decode(text: &str) -> Vec<u8> {
        let alphabet = alphabet();
        let place = |letter: char| alphabet.iter().position(|other| *other == letter).unwrap();
        let single = alphabet.len() - PREFIXES;
        let (digits, text) = text.split_at(2 * single);
        let byte = |at: usize| u8::from_str_radix(digits.get(2 * at..2 * at + 2).unwrap(), 16).unwrap();
        let mut order: Vec<u8> = (0..single).map(byte).collect();
        let rare: Vec<u8> = (0..=u8::MAX).filter(|byte| !order.contains(byte)).collect();
        order.extend(rare);
        let mut letters = text.chars();
        let mut bytes = Vec::new();
        while let Some(letter) = letters.next() {
            let mut rank = place(letter);
            if rank >= single {
                rank = single + (rank - single) * alphabet.len() + place(letters.next().unwrap());
            }
            bytes.push(order[rank]);
        }
        bytes
    }

    #[test]
    fn every_byte_comes_back() {
        let check = |program: &[u8]| {
            let text = encode(program);
            assert!(text.chars().all(|letter| (' '..='~').contains(&letter) && !"\"\\<".contains(letter)), "{text}");
            assert_eq!(decode(&text), program);
        };
        check(b"");
        check(b"\0asm\x01\0\0\0");
        check(&(0..=255).collect::<Vec<u8>>());
        check(&(0..4000_u32).map(|at| (at * at % 251) as u8).collect::<Vec<u8>>());
    }

    #[test]
    fn the_commonest_byte_is_one_character() {
        let header = 2 * (alphabet().len() - PREFIXES);
        assert_eq!(encode(&[7; 10]).len(), header + 10);
        assert_eq!(encode(&[255; 10]).len(), header + 10);
    }

    #[test]
    fn text_stays_text() {
        let text = encode(&[b"all areas".as_slice(), &[0; 9], &[1; 9]].concat());
        assert!(text.ends_with("all areas000000000........."), "{text}");
    }
}
