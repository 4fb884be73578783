//! Numbers mixed into one.

/// Two to the 32 divided by the golden ratio: it spreads numbers that stand together.
pub const SPREAD: u32 = 0x9E37_79B1;

/// One more number in a hash. The high bits are the good ones.
pub const fn hash(sum: u32, number: u32) -> u32 {
    (sum.rotate_left(5) ^ number).wrapping_mul(SPREAD)
}
