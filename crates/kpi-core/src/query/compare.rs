use crate::model::{Decimal, Figure, Limits, Missing, NamedPeriod, Period, Polarity, Unit};
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
    /// On what that rests.
    pub basis: Basis,
}

/// What a difference means by the publisher's polarity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// In the good direction.
    Better,
    /// In the bad direction.
    Worse,
    /// No difference.
    Same,
    /// A difference, but none that matters: see [`Basis`].
    Similar,
    /// Different, but no better or worse direction is defined.
    Different,
}

/// On what a verdict rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The two numbers as published.
    Numbers,
    /// The publisher's tolerance: the difference is no larger.
    Tolerance,
    /// Confidence limits. The intervals overlap, or the one holds the other's number, where the verdict is
    /// [`Verdict::Similar`].
    Limits,
}

/// Why two figures cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Incomparable {
    /// There is no number, but this.
    Own(Missing),
    /// There is nothing to compare with but this.
    Other(Missing),
    /// There is no earlier period.
    NoEarlier,
    /// The earlier periods are of another kind: a year and a quarter, or years that begin in different months.
    OtherKind,
    /// There is a break in the series between the two: the publisher marks one, or a computed figure rests on other members
    /// than the earlier one.
    Break,
    /// The two are not in the same unit.
    OtherUnit,
    /// The publisher says that one of the two is not exactly that number: "over", "approximately".
    Remark,
    /// The two are totals of areas of different sizes: see [`Unit::is_total`].
    Size,
}

/// One side of a comparison.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The figure.
    pub figure: Figure<'a>,
    /// Its unit.
    pub unit: &'a Unit,
    /// Its time.
    pub period: Period,
}

impl Side<'_> {
    /// The confidence interval at the decimals that a reader sees. It always holds the number: where the publisher's does
    /// not, nobody can tell which of the three is wrong, and the wider interval claims less.
    fn interval(&self, number: Decimal) -> Limits {
        let limits = self.figure.limits.unwrap_or(Limits { lower: number, upper: number });
        Limits {
            lower: self.unit.published(limits.lower).min(number),
            upper: self.unit.published(limits.upper).max(number),
        }
    }
}

/// How a publisher wants differences judged.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Which direction is better.
    pub polarity: Polarity,
    /// A difference no larger than this does not matter: as published, so that a reader can check it.
    pub tolerance: Option<Decimal>,
}

impl Rule {
    /// One figure against another: at the decimals with which both are published (their limits as well), and only like with
    /// like.
    ///
    /// A difference within the tolerance is no difference that matters, nor is one between figures whose confidence
    /// intervals overlap or touch. A figure without limits counts as its number alone. These are two rules of Fingertips
    /// (Office for Health Improvement and Disparities; its source code names them):
    ///
    /// - one interval: an area's 95% interval against a benchmark's number, "Confidence intervals overlapping reference
    ///   value (95.0)", its usual comparison with England, a region or a group;
    /// - two intervals: "double overlapping CIs", its comparison of a figure with the one of the period before.
    ///
    /// Fingertips leaves a benchmark's own interval out. Here it counts, because a comparator may be an area as small as
    /// the focus: of two such areas without a true difference, one interval against one number would call one pair in six
    /// different instead of one in twenty. Two intervals are cautious: 95% intervals that overlap a little may still differ
    /// (Schenker and Gentleman, "On Judging the Significance of Differences by Examining the Overlap Between Confidence
    /// Intervals", The American Statistician 55, 2001), and one such pair in 180 is called different. Beside the interval of
    /// a country the two rules hardly differ.
    ///
    /// # Errors
    ///
    /// Why the two cannot be compared.
    pub fn compare(self, own: Side<'_>, other: Side<'_>) -> Result<Difference, Incomparable> {
        if own.unit.kind != other.unit.kind {
            return Err(Incomparable::OtherUnit);
        }
        if own.period.kind() != other.period.kind() {
            return Err(Incomparable::OtherKind);
        }
        let number = own.figure.number_in(own.unit).map_err(Incomparable::Own)?;
        let against = other.figure.number_in(other.unit).map_err(Incomparable::Other)?;
        if own.figure.remark.is_some() || other.figure.remark.is_some() {
            return Err(Incomparable::Remark);
        }
        let mut difference = self.judge(number, against);
        if matches!(difference.verdict, Verdict::Same | Verdict::Similar) {
            return Ok(difference);
        }
        if own.figure.limits.is_some() || other.figure.limits.is_some() {
            let (own, other) = (own.interval(number), other.interval(against));
            difference.basis = Basis::Limits;
            if own.lower <= other.upper && other.lower <= own.upper {
                difference.verdict = Verdict::Similar;
            }
        }
        Ok(difference)
    }

    /// One number against another, whatever is known of their precision.
    #[must_use]
    pub fn judge(self, own: Decimal, other: Decimal) -> Difference {
        let amount = own.minus(other);
        let is_within = self.tolerance.is_some_and(|tolerance| amount.magnitude() <= tolerance);
        let verdict = match (amount.sign(), self.polarity) {
            (Ordering::Equal, _) => Verdict::Same,
            _ if is_within => Verdict::Similar,
            (_, Polarity::Neither) => Verdict::Different,
            (Ordering::Greater, Polarity::Higher) | (Ordering::Less, Polarity::Lower) => Verdict::Better,
            (Ordering::Greater, Polarity::Lower) | (Ordering::Less, Polarity::Higher) => Verdict::Worse,
        };
        let basis = if verdict == Verdict::Similar { Basis::Tolerance } else { Basis::Numbers };
        Difference { other, amount, verdict, basis }
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
