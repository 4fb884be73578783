//! Writes decisions down: the other half of the range coder.

use std::vec::IntoIter;

use crate::coder::{Coder, NARROW};

pub struct Encoder {
    numbers: IntoIter<u64>,
    /// Where the range begins, behind the bytes that are settled. Above 32 bits stands what has to be carried into them.
    low: u64,
    range: u32,
    bytes: Vec<u8>,
}

impl Encoder {
    pub fn new(numbers: Vec<u64>) -> Self {
        Self { numbers: numbers.into_iter(), low: 0, range: u32::MAX, bytes: Vec::new() }
    }

    fn settle_byte(&mut self) {
        if self.low > u64::from(u32::MAX) {
            for byte in self.bytes.iter_mut().rev() {
                *byte = byte.wrapping_add(1);
                if *byte > 0 {
                    break;
                }
            }
        }
        self.bytes.push((self.low >> 24) as u8);
        self.low = self.low << 8 & u64::from(u32::MAX);
    }

    /// All bytes but zeros at the end, which reading adds by itself.
    pub fn finish(mut self) -> Vec<u8> {
        for _ in 0..4 {
            self.settle_byte();
        }
        while self.bytes.last() == Some(&0) {
            self.bytes.pop();
        }
        self.bytes
    }
}

impl Coder for Encoder {
    fn known(&mut self) -> u64 {
        self.numbers.next().unwrap_or_default()
    }

    fn decide(&mut self, chance: u32, known: bool) -> bool {
        let bound = (self.range >> 16) * chance;
        if known {
            self.range = bound;
        } else {
            self.low += u64::from(bound);
            self.range -= bound;
        }
        while self.range < NARROW {
            self.range <<= 8;
            self.settle_byte();
        }
        known
    }
}
