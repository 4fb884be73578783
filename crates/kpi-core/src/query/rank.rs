use crate::model::{Decimal, Polarity};
use std::cmp::Ordering;

/// The place of a number among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// From 1, the best, or the highest where no direction is better. What is equal shares the first of its places, and the
    /// places behind it stay empty: 1, 2, 2, 4.
    pub place: usize,
    /// How many have this place, the number itself among them.
    pub sharing: usize,
    /// Of how many.
    pub of: usize,
    /// From 1, the best: less than a quarter of all are better than a number of the first quartile, less than half are
    /// better than one of the second, and so on. What is equal is in one quartile.
    pub quartile: u8,
}

/// The place of a number among others, of which it is not one.
#[must_use]
pub fn rank(own: Decimal, others: &[Decimal], polarity: Polarity) -> Rank {
    let ahead = if polarity == Polarity::Lower { Ordering::Less } else { Ordering::Greater };
    let better = others.iter().filter(|other| (**other).cmp(&own) == ahead).count();
    let equal = others.iter().filter(|other| **other == own).count();
    let of = others.len() + 1;
    let quartile = match better * 4 / of {
        0 => 1,
        1 => 2,
        2 => 3,
        _ => 4,
    };
    Rank { place: better + 1, sharing: equal + 1, of, quartile }
}
