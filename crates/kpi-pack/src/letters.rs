//! Bytes as printable characters, which a script can carry in any encoding that a host page declares.
//!
//! There are 92 letters: 36 stand for six bits, 56 for seven. Packed bytes are as random as dice, so each letter comes as
//! often as its bits promise, one in 64 or one in 128, and brotli and gzip, which give a common letter few bits, give it
//! just these six or seven again: the text costs on the wire what its bytes do.

use core::slice::Iter;

/// Printable ASCII but for what ends or escapes something in a script or a page.
const LEFT_OUT: [u8; 3] = *b"\"<\\";
/// So many letters stand for six bits.
const SHORT: u32 = 36;

/// Reads the bytes of a text. Behind its end there are zeros.
pub struct Letters<'t> {
    rest: Iter<'t, u8>,
    /// Bits that were read and not yet given away, in the lowest `count`.
    held: u32,
    count: u32,
}

impl<'t> Letters<'t> {
    pub fn new(text: &'t [u8]) -> Self {
        Self { rest: text.iter(), held: 0, count: 0 }
    }

    pub fn byte(&mut self) -> u32 {
        while self.count < 8 {
            let letter = self.rest.next().copied().unwrap_or(b' ');
            let mut place = u32::from(letter).wrapping_sub(u32::from(b' '));
            for out in LEFT_OUT {
                place = place.wrapping_sub(u32::from(letter > out));
            }
            let (bits, value) = if place < SHORT { (6, place) } else { (7, place.wrapping_add(SHORT) & 0x7f) };
            self.held = self.held << bits | value;
            self.count += bits;
        }
        self.count -= 8;
        self.held >> self.count & 0xff
    }
}

/// Bytes as a text: what is read of it are these bytes and then zeros.
#[cfg(feature = "pack")]
pub fn written(bytes: &[u8]) -> String {
    let alphabet: Vec<char> = (b' '..=b'~').filter(|letter| !LEFT_OUT.contains(letter)).map(char::from).collect();
    let bit = |at: usize| bytes.get(at / 8).map_or(0, |byte| u32::from(byte >> (7 - at % 8) & 1));
    let bits = |from: usize, count: usize| (from..from + count).fold(0, |value, at| value << 1 | bit(at));
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 4 + 1);
    let mut at = 0;
    while at < 8 * bytes.len() {
        let six = bits(at, 6);
        let (count, place) = if six < SHORT { (6, six) } else { (7, bits(at, 7) - SHORT) };
        text.extend(alphabet.get(place as usize));
        at += count;
    }
    text
}
