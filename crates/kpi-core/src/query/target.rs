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
    /// At the target, or beyond it in the good direction.
    Met,
    /// Missed by no more than the publisher's tolerance.
    Near,
    /// Missed.
    Missed,
    /// Not at the target, and nobody says which side of it is good.
    NoDirection,
}

impl Rule {
    /// A figure against its target.
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
