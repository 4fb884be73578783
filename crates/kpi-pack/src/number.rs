//! Numbers as decisions.

use crate::coder::Coder;
use crate::facts::{Facts, Kind};
use crate::mixer::Mixer;
use crate::walk::Source;

/// Numbers that a coder and a mixer make together.
pub struct Mixed<'m, C> {
    pub coder: C,
    pub mixer: &'m mut Mixer,
}

/// A number in binary with so many digits behind its first needs a group of decisions of its own.
const LARGE: u32 = 4;
/// Places in a row where a number's digits begin, by how many there are behind the first. Before them stand the decisions
/// whether there are that many.
const DIGITS: [usize; LARGE as usize] = [0, 4, 5, 8];

impl<C: Coder> Source for Mixed<'_, C> {
    fn number(&mut self, kind: Kind, class: u32, facts: &Facts) -> u64 {
        let known = self.coder.known();
        self.mixer.set_out(kind, class, facts);
        match kind {
            Kind::Function => self.fixed(3, known),
            Kind::Byte => self.fixed(2, known),
            _ => self.any(known),
        }
    }
}

impl<C: Coder> Mixed<'_, C> {
    /// A number of so many hexadecimal digits.
    fn fixed(&mut self, digits: u32, known: u64) -> u64 {
        let mut value = 1;
        for level in 0..digits {
            let digit = self.digit(value, level as usize, 4, known >> (4 * (digits - 1 - level)));
            value = value << 4 | digit;
        }
        // Without the 1 that told 0 from 00.
        u64::from(value ^ 1 << (4 * digits))
    }

    /// A number that is more likely small than large: of the number above it first how many binary digits it has, then
    /// these. Up to 14 this takes one group of decisions.
    fn any(&mut self, known: u64) -> u64 {
        // Of the largest number, which has none above it, 64 digits are all zeros.
        let known = known.wrapping_add(1);
        let all = if known == 0 { u64::BITS } else { known.ilog2() };
        self.mixer.find(0);
        let mut count = 0;
        while count < LARGE && self.decide(count as usize + 1, count as usize, all > count) {
            count += 1;
        }
        let mut value = 1;
        if let Some(begin) = DIGITS.get(count as usize) {
            for at in (0..count).rev() {
                let place = begin + value as usize;
                value = value << 1 | u64::from(self.decide(place, place, known >> at & 1 == 1));
            }
            return value - 1;
        }
        for more in 1..=LARGE {
            let digits = self.digit(more, 1, 4, u64::from(all.saturating_sub(count).min(15)));
            count += digits;
            if digits < 15 {
                break;
            }
        }
        let mut left = count;
        let mut level = 2;
        while left > 0 {
            let bits = left.min(4);
            left -= bits;
            let group = (value as u32).wrapping_mul(0x632B_E5AB) ^ count << 3;
            value = value << bits | u64::from(self.digit(group, level, bits, known.unbounded_shr(left)));
            level = (level + 1).min(5);
        }
        value.wrapping_sub(1)
    }

    /// Up to four binary digits, as one group of decisions.
    #[inline(never)]
    fn digit(&mut self, group: u32, level: usize, bits: u32, known: u64) -> u32 {
        self.mixer.find(group);
        let mut value = 1;
        for at in (0..bits).rev() {
            let yes = self.decide(value, level * 16 + value, known >> at & 1 == 1);
            value = value << 1 | usize::from(yes);
        }
        (value ^ 1 << bits) as u32
    }

    fn decide(&mut self, place: usize, number: usize, known: bool) -> bool {
        self.mixer.decide(&mut self.coder, place, number, known)
    }
}
