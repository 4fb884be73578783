//! Decisions to bits and back: a range coder. A decision that was likely costs a fraction of a bit, one that was not costs
//! several.

use crate::letters::Letters;

/// How likely something is, in this.
pub const CERTAIN: u32 = 1 << 16;
/// Below this a range is too small to be divided by chances: it is widened by a byte.
pub(crate) const NARROW: u32 = 1 << 24;

/// Makes decisions, one after the other. Unpacking reads them; packing knows them and writes them down.
pub trait Coder {
    /// The number that the next decisions make up, to whoever knows it; to others nothing.
    fn known(&mut self) -> u64;

    /// A decision. `chance` is that of a yes, above 0 and below [`CERTAIN`].
    fn decide(&mut self, chance: u32, known: bool) -> bool;
}

/// Reads decisions from a text. Behind the end of the text there are decisions as well, only nobody made them.
pub struct Decoder<'t> {
    bytes: Letters<'t>,
    range: u32,
    /// How far into the range the text points. Less than the range, but for a damaged text.
    code: u32,
}

impl<'t> Decoder<'t> {
    /// At a text's beginning.
    pub fn new(text: &'t [u8]) -> Self {
        let mut decoder = Self { bytes: Letters::new(text), range: 0, code: 0 };
        for _ in 0..4 {
            decoder.code = decoder.code << 8 | decoder.bytes.byte();
        }
        decoder.range = u32::MAX;
        decoder
    }
}

impl Coder for Decoder<'_> {
    fn known(&mut self) -> u64 {
        0
    }

    #[inline(always)]
    fn decide(&mut self, chance: u32, _: bool) -> bool {
        let bound = (self.range >> 16).wrapping_mul(chance);
        let yes = self.code < bound;
        if yes {
            self.range = bound;
        } else {
            self.code = self.code.wrapping_sub(bound);
            self.range = self.range.wrapping_sub(bound);
        }
        while self.range < NARROW {
            self.range <<= 8;
            self.code = self.code << 8 | self.bytes.byte();
        }
        yes
    }
}
