use crate::model::{Decimal, Figure, Mark, NamedPeriod, Polarity};
use std::cmp::Ordering;

/// How one number stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The number compared with.
    pub other: Decimal,
    /// This number less the other, exact, with the decimals of the more precise of the two.
    pub amount: Decimal,
    /// What that means.
    pub verdict: Verdict,
}

/// What a difference means by the publisher's polarity. A judgement of numbers as published: confidence limits and
/// tolerances are not considered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// In the good direction.
    Better,
    /// In the bad direction.
    Worse,
    /// No difference.
    Same,
    /// Different, but no better or worse direction is defined.
    Different,
}

impl Difference {
    /// This number against another.
    #[must_use]
    pub fn between(own: Decimal, other: Decimal, polarity: Polarity) -> Self {
        let amount = own.minus(other);
        let verdict = match (amount.sign(), polarity) {
            (Ordering::Equal, _) => Verdict::Same,
            (_, Polarity::Neither) => Verdict::Different,
            (Ordering::Greater, Polarity::Higher) | (Ordering::Less, Polarity::Lower) => Verdict::Better,
            (Ordering::Greater, Polarity::Lower) | (Ordering::Less, Polarity::Higher) => Verdict::Worse,
        };
        Self { other, amount, verdict }
    }
}

/// What changed since an earlier period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change<'d> {
    /// The earlier period.
    pub since: &'d NamedPeriod,
    /// Now against then.
    pub difference: Difference,
}

impl<'d> Change<'d> {
    /// `None` where either is not a number, or where the publisher marks a break in the series.
    #[must_use]
    pub fn between(since: &'d NamedPeriod, then: &Figure<'_>, now: &Figure<'_>, polarity: Polarity) -> Option<Self> {
        if now.marks.has(Mark::Break) {
            return None;
        }
        let difference = Difference::between(now.number()?, then.number()?, polarity);
        Some(Self { since, difference })
    }
}
