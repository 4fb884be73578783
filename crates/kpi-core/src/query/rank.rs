//! Places among others. A place says less than it seems to: where figures are uncertain or close to each other, places
//! change by chance (Goldstein and Spiegelhalter, "League Tables and Their Limitations", Journal of the Royal Statistical
//! Society A 159, 1996). Whoever shows one shows the figures beside it.

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
}

/// The place of a number among others, of which it is not one.
#[must_use]
pub fn rank(own: Decimal, others: &[Decimal], polarity: Polarity) -> Rank {
    let ahead = if polarity == Polarity::Lower { Ordering::Less } else { Ordering::Greater };
    let better = others.iter().filter(|other| (**other).cmp(&own) == ahead).count();
    let equal = others.iter().filter(|other| **other == own).count();
    Rank { place: better + 1, sharing: equal + 1, of: others.len() + 1 }
}

/// The lower quartile, the median and the upper quartile; `None` of fewer than four, which have no quarters. Sorts the
/// numbers.
///
/// A quartile is the number that a quarter of all do not exceed, or half-way between two where a quarter ends between them
/// (the second of the nine definitions in Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American
/// Statistician 50, 1996). So the median is the usual one.
#[must_use]
pub fn quartiles(numbers: &mut [Decimal]) -> Option<[Decimal; 3]> {
    let count = numbers.len();
    let middle = Decimal::median(numbers).filter(|_| count >= 4)?;
    let at = |quarters: usize| {
        let upper = numbers.get(count * quarters / 4)?;
        let lower = numbers.get((count * quarters - 1) / 4)?;
        Decimal::median(&mut [*lower, *upper])
    };
    Some([at(1)?, middle, at(3)?])
}
