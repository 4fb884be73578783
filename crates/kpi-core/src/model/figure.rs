use super::{Date, Decimal, Method, Unit};

/// One cell of a publication: a value, and what the publisher says beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure<'a> {
    /// A number, or the reason why there is none.
    pub value: Value,
    /// What accompanies the value: provisional, revised, ...
    pub marks: Marks,
    /// Between which numbers the true one lies with the publisher's confidence, usually 95%.
    pub limits: Option<Limits>,
    /// The publisher's own word before the figure: "approximately", "over".
    pub remark: Option<&'a str>,
    /// What a revised figure was before, in the order of the file.
    pub earlier: &'a [Earlier],
    /// Published, or computed here.
    pub origin: Origin,
}

impl<'a> Figure<'a> {
    /// What stands where an area has no series: no number and no reason.
    pub const NOT_PUBLISHED: Self = Self {
        value: Value::Missing(Missing::NotPublished),
        marks: Marks(0),
        limits: None,
        remark: None,
        earlier: &[],
        origin: Origin::Published,
    };

    /// What stands where an area has no series yet.
    pub const ELSEWHERE: Self = Self { value: Value::Missing(Missing::Elsewhere), ..Self::NOT_PUBLISHED };

    /// The number, if there is one.
    #[must_use]
    pub fn number(&self) -> Option<Decimal> {
        match self.value {
            Value::Number(number) => Some(number),
            Value::Missing(_) => None,
        }
    }

    /// The number, unless the publisher says that it is not exactly that: "over", "approximately".
    #[must_use]
    pub fn exact(&self) -> Option<Decimal> {
        self.number().filter(|_| self.remark.is_none())
    }

    /// What a revised figure was before: of several the one published last, of those without a date the last in the file.
    #[must_use]
    pub fn before(&self) -> Option<&'a Earlier> {
        self.earlier.iter().max_by_key(|earlier| earlier.published)
    }

    /// The number as its unit publishes it.
    ///
    /// # Errors
    ///
    /// The reason why there is none.
    pub fn number_in(&self, unit: &Unit) -> Result<Decimal, Missing> {
        match self.value {
            Value::Number(number) => Ok(unit.published(number)),
            Value::Missing(missing) => Err(missing),
        }
    }
}

/// A number, or the reason why there is none. A symbol is never a number and nothing is reckoned with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A published number.
    Number(Decimal),
    /// A symbol in place of a number.
    Missing(Missing),
}

/// Confidence limits, in the unit of their figure; the lower is not above the upper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The lower one.
    pub lower: Decimal,
    /// The upper one.
    pub upper: Decimal,
}

/// What a revised figure was before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// As published then.
    pub value: Value,
    /// When that was published, where the publisher says so.
    pub published: Option<Date>,
}

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It stands in the publication.
    Published,
    /// It is computed here from a group's members.
    Computed {
        /// How.
        method: Method,
        /// How many members have a number in this period.
        contributing: u16,
        /// How many members the group has.
        members: u16,
    },
}

/// Why there is no number, as the Government Statistical Service's symbols say it
/// (Analysis Function, "Symbols in tables").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// `null`: no number and no reason is published.
    NotPublished,
    /// `c`: withheld to protect people.
    Confidential,
    /// `x`: not available.
    NotAvailable,
    /// `z`: not applicable.
    NotApplicable,
    /// `low` or `k`: not zero, but rounds to zero.
    Low,
    /// `u`: too unreliable to be published.
    Unreliable,
    /// The file has something here that is neither a number nor a known symbol; a diagnostic says where.
    Unreadable,
    /// It is in a file of its own that has not come. Never in a file.
    Elsewhere,
    /// Too few of a group's members have a number for one to be computed. Never in a file.
    TooFew,
}

impl Missing {
    /// Every reason, in the order in which a key lists them.
    pub const ALL: [Self; 9] = [
        Self::NotPublished,
        Self::Confidential,
        Self::NotAvailable,
        Self::NotApplicable,
        Self::Low,
        Self::Unreliable,
        Self::Unreadable,
        Self::Elsewhere,
        Self::TooFew,
    ];

    /// The reason for a symbol in a file; `None` for a symbol nobody defined.
    #[must_use]
    pub fn from_symbol(symbol: &str) -> Option<Self> {
        Some(match symbol {
            "c" => Self::Confidential,
            "x" => Self::NotAvailable,
            "z" => Self::NotApplicable,
            "low" | "k" => Self::Low,
            "u" => Self::Unreliable,
            _ => return None,
        })
    }

    /// The symbol as shown; a dash stands where the publisher gave no symbol.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::NotPublished => "–",
            Self::Confidential => "c",
            Self::NotAvailable => "x",
            Self::NotApplicable => "z",
            Self::Low => "low",
            Self::Unreliable => "u",
            Self::Unreadable => "?",
            Self::Elsewhere => "…",
            Self::TooFew => "few",
        }
    }
}

/// A status that accompanies a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// `p`: may still change.
    Provisional,
    /// `r`: changed since it was first published.
    Revised,
    /// `e`: estimated.
    Estimated,
    /// `f`: forecast.
    Forecast,
    /// `b`: not comparable with the figures before it.
    Break,
    /// `u`: low reliability.
    Unreliable,
    /// `d`: derived from published figures, not published itself.
    Derived,
}

impl Mark {
    /// Every mark, in the order in which a key lists them.
    pub const ALL: [Self; 7] = [
        Self::Provisional,
        Self::Revised,
        Self::Estimated,
        Self::Forecast,
        Self::Break,
        Self::Unreliable,
        Self::Derived,
    ];

    /// The letters as published and shown, in the same order.
    pub const LETTERS: [&str; 7] = ["p", "r", "e", "f", "b", "u", "d"];

    /// The letter as published and shown.
    #[must_use]
    pub fn letter(self) -> &'static str {
        Self::LETTERS.get(self as usize).copied().unwrap_or_default()
    }
}

/// A set of marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks(u8);

impl Marks {
    /// This set and one more.
    #[must_use]
    pub const fn with(self, mark: Mark) -> Self {
        Self(self.0 | 1 << mark as u8)
    }

    /// The marks of both.
    #[must_use]
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether the mark is in it.
    #[must_use]
    pub const fn has(self, mark: Mark) -> bool {
        self.0 & (1 << mark as u8) != 0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The marks in it, in the order of [`Mark::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Mark> {
        Mark::ALL.iter().copied().filter(move |mark| self.has(*mark))
    }
}
