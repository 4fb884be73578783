//! The program as printable text, which a script can carry in any encoding that a host page declares.
//!
//! The commonest bytes become one character each, the others two. A character stays a byte's, so that compression sees
//! the program again: brotli needs 0.5% more than for the bytes themselves, where hexadecimal digits cost it 6% and base64
//! 29%. `www/decode.js` reads it back.

/// Printable ASCII but for what ends or escapes something in a script or a page.
fn alphabet() -> Vec<char> {
    (' '..='~').filter(|letter| !['"', '\\', '<'].contains(letter)).collect()
}

/// The last characters of the alphabet, which stand before the rarer bytes.
const PREFIXES: usize = 2;

/// Which bytes are one character, as 64 hexadecimal digits of which each tells four bytes, then the program.
pub fn encode(program: &[u8]) -> String {
    let mut counts = [(0_usize, 0_u8); 256];
    for (count, byte) in counts.iter_mut().zip(0..=u8::MAX) {
        count.1 = byte;
    }
    for byte in program {
        if let Some(count) = counts.get_mut(usize::from(*byte)) {
            count.0 += 1;
        }
    }
    counts.sort_by(|(one, _), (other, _)| other.cmp(one));

    let alphabet = alphabet();
    let (single, prefixes) = alphabet.split_at(alphabet.len() - PREFIXES);
    let (common, rare) = counts.split_at_mut(single.len());
    common.sort_by_key(|(_, byte)| *byte);
    rare.sort_by_key(|(_, byte)| *byte);
    let pairs = prefixes.iter().flat_map(|prefix| alphabet.iter().map(move |letter| format!("{prefix}{letter}")));
    let codes = single.iter().map(char::to_string).chain(pairs);

    let mut is_common = [0_u8; 256 / 4];
    for (_, byte) in common.iter() {
        if let Some(digit) = is_common.get_mut(usize::from(byte / 4)) {
            *digit |= 1 << (byte % 4);
        }
    }
    let mut text = String::with_capacity(is_common.len() + program.len() + program.len() / 8);
    text.extend(is_common.iter().map(|digit| format!("{digit:x}")));
    let mut code_of = vec![String::new(); 256];
    for ((_, byte), code) in counts.iter().zip(codes) {
        if let Some(place) = code_of.get_mut(usize::from(*byte)) {
            *place = code;
        }
    }
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
        let (digits, text) = text.split_at(64);
        let digits: Vec<u32> = digits.chars().map(|digit| digit.to_digit(16).unwrap()).collect();
        let (mut order, rare): (Vec<u8>, Vec<u8>) =
            (0..=u8::MAX).partition(|byte| digits[usize::from(byte / 4)] >> (byte % 4) & 1 == 1);
        order.extend(rare);
        let alphabet = alphabet();
        let place = |letter: char| alphabet.iter().position(|other| *other == letter).unwrap();
        let single = alphabet.len() - PREFIXES;
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
        assert_eq!(encode(&[7; 10]).len(), 64 + 10);
        assert_eq!(encode(&[255; 10]).len(), 64 + 10);
    }
}
