//! Places among others. A place says less than it seems to: where figures are uncertain or close to each other, places
//! change by chance (Goldstein and Spiegelhalter, "League Tables and Their Limitations", Journal of the Royal Statistical
//! Society A 159, 1996). Whoever shows one shows the figures beside it.

use crate::model::{Decimal, Polarity};

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

/// Numbers by size, among which each has its place.
#[derive(Clone, Debug)]
pub struct Ranking {
    /// The smallest first.
    numbers: Vec<Decimal>,
}

impl Ranking {
    /// Of numbers in any order.
    #[must_use]
    pub fn new(mut numbers: Vec<Decimal>) -> Self {
        Decimal::sort(&mut numbers);
        Self { numbers }
    }

    /// The numbers, the smallest first.
    #[must_use]
    pub fn numbers(&self) -> &[Decimal] {
        &self.numbers
    }

    /// The place of one of the numbers.
    #[must_use]
    pub fn rank(&self, own: Decimal, polarity: Polarity) -> Rank {
        let of = self.numbers.len();
        let (smaller, up_to) = (
            self.numbers.partition_point(|number| *number < own),
            self.numbers.partition_point(|number| *number <= own),
        );
        let ahead = if polarity == Polarity::Lower { smaller } else { of - up_to };
        Rank { place: ahead + 1, sharing: up_to - smaller, of }
    }

    /// The lower quartile, the median and the upper quartile; `None` of fewer than four, which have no quarters.
    ///
    /// A quartile is the number that a quarter of all do not exceed, or half-way between two where a quarter ends between them
    /// (the second of the nine definitions in Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American
    /// Statistician 50, 1996). So the median is the usual one.
    #[must_use]
    pub fn quartiles(&self) -> Option<[Decimal; 3]> {
        let count = self.numbers.len();
        let middle = Decimal::middle(&self.numbers).filter(|_| count >= 4)?;
        let at = |quarters: usize| {
            let upper = self.numbers.get(count * quarters / 4)?;
            let lower = self.numbers.get((count * quarters - 1) / 4)?;
            Decimal::middle(&[*lower, *upper])
        };
        Some([at(1)?, middle, at(3)?])
    }
}
