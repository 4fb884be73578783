use super::Decimal;

/// What a figure counts and how many decimals it is published with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// What is counted.
    pub kind: UnitKind,
    /// Decimals for every figure, where the publisher sets them; otherwise each figure keeps those it is written with.
    pub decimals: Option<u8>,
    /// Whether the number grows with the area, where the publisher says so or denies it.
    pub total: Option<bool>,
}

impl Unit {
    /// Whether the number grows with the area: as a number of children does, or a sum of money, and a rate does not.
    /// Without a word of the publisher's a count and a sum are taken for totals, and nothing else.
    #[must_use]
    pub fn is_total(&self) -> bool {
        self.total.unwrap_or(matches!(self.kind, UnitKind::Count | UnitKind::Gbp { .. }))
    }

    /// The number at the decimals that the unit asks for, or at those it was written with. Whatever is compared or
    /// shown is this number: a reader cannot be told of a difference that the published figures do not have.
    #[must_use]
    pub fn published(&self, number: Decimal) -> Decimal {
        self.decimals.map_or(number, |decimals| number.with_decimals(decimals))
    }
}

/// What is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnitKind {
    /// People or things.
    Count,
    /// Per cent. A difference of two is in percentage points.
    Percent,
    /// So many per `per` people.
    Rate {
        /// 10,000 in "per 10,000 children".
        per: u32,
    },
    /// Pounds sterling, in multiples of `scale`.
    Gbp {
        /// 1, 1,000 or 1,000,000.
        scale: u32,
    },
    /// One quantity for each of another.
    Ratio,
    /// Days.
    Days,
    /// Points of a score.
    Score,
    /// Anything else, in the publisher's own words.
    Other {
        /// "visits", "miles".
        label: String,
    },
}
