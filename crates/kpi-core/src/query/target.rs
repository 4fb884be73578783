use super::compare::{Rule, Verdict};
use crate::model::{Decimal, Polarity};

/// How a figure stands to its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aim {
    /// The target.
    pub target: Decimal,
    /// The figure less the target.
    pub amount: Decimal,
    /// Whether it was met.
    pub outcome: Outcome,
}

/// Whether a target was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// At the target, or beyond it in the good direction. Where neither direction is good, at the target alone.
    Met,
    /// Missed by no more than the publisher's tolerance.
    Near,
    /// Missed.
    Missed,
    /// Not at the target, and nobody says which side of it is good.
    NoDirection,
}

impl Rule {
    /// A figure against its target, both at the decimals with which they are shown.
    ///
    /// The number alone counts, whatever its confidence limits are: a target is a decision and not an estimate, and whether
    /// it was met is a matter of fact (Fingertips compares with a target in the same way).
    #[must_use]
    pub fn aim(self, own: Decimal, target: Decimal) -> Aim {
        let exact = Self { tolerance: None, ..self }.judge(own, target);
        let outcome = match exact.verdict {
            Verdict::Same | Verdict::Better => Outcome::Met,
            _ if self.polarity == Polarity::Neither => Outcome::NoDirection,
            _ if self.judge(own, target).verdict == Verdict::Similar => Outcome::Near,
            _ => Outcome::Missed,
        };
        Aim { target, amount: exact.amount, outcome }
    }
}
