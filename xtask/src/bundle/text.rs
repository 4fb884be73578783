//! The program as printable text, which a script can carry in any encoding that a host page declares.
//!
//! The commonest bytes become one character each, the others two. A character stays a byte's, so that compression sees
//! the program again: brotli needs 0.5% more than for the bytes themselves, where hexadecimal digits cost it 6% and base64
//! 29%. `www/element.js` reads it back.

/// Printable ASCII but for what ends or escapes something in a script or a page.
fn alphabet() -> Vec<char> {
    (' '..='~').filter(|letter| !['"', '\\', '<'].contains(letter)).collect()
}

/// The last characters of the alphabet, which stand before the rarer bytes.
const PREFIXES: usize = 2;

/// The bytes from the commonest to the rarest as 512 hexadecimal digits, then the program.
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
    let pairs = prefixes.iter().flat_map(|prefix| alphabet.iter().map(move |letter| format!("{prefix}{letter}")));
    let codes = single.iter().map(char::to_string).chain(pairs);

    let mut text = String::with_capacity(512 + program.len() + program.len() / 8);
    let mut code_of = vec![String::new(); 256];
    for ((_, byte), code) in counts.iter().zip(codes) {
        text.push_str(&format!("{byte:02x}"));
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

    /// As `www/element.js` reads it.
    fn decode(text: &str) -> Vec<u8> {
        let (order, text) = text.split_at(512);
        let digits: Vec<u32> = order.chars().map(|digit| digit.to_digit(16).unwrap()).collect();
        let order: Vec<u8> = digits.chunks(2).map(|pair| (16 * pair[0] + pair[1]) as u8).collect();
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
        assert_eq!(encode(&[7; 10]).len(), 512 + 10);
    }
}
