use super::Date;
use super::date::whole;
use std::fmt;

/// The time a figure is about. Ordered by when it begins, then by when it ends; what has no date comes first.
///
/// Two periods are compared only when they are of one [`PeriodKind`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// The source gives no date: `undated`.
    Undated,
    /// A year as published, of which nobody said whether it is a calendar, financial or academic one: `2020`.
    Unstated(i16),
    /// The state of things on a day: `2021-03-31`.
    Snapshot(Date),
    /// From a day on for a number of months: `2020-10-01/P3M`, `2020-04-01/P1Y`.
    Span {
        /// The first day.
        start: Date,
        /// How many months, from 1.
        months: u16,
    },
}

/// What makes two periods comparable: the same length from the same point of the year, or the same day of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodKind {
    /// Without a date; never compared over time.
    Undated,
    /// Years of an unstated basis.
    Unstated,
    /// The state on one day of each year.
    Snapshot {
        /// Month of that day.
        month: u8,
        /// Day of that month.
        day: u8,
    },
    /// Months.
    Month,
    /// Three months that begin in April, July, October or January.
    Quarter,
    /// Twelve months from the first of this month: 4 is the financial year, 1 the calendar year, 9 the academic year.
    Year {
        /// The month in which the year begins.
        from: u8,
    },
    /// Any other run of months.
    Span {
        /// How many months.
        months: u16,
        /// The month of the year in which it begins, so that only like is compared with like.
        from: u8,
        /// The day of that month.
        day: u8,
    },
}

impl Period {
    /// Reads the notation of KPI JSON; the error is for the caller to place and explain.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == "undated" {
            return Some(Self::Undated);
        }
        if let (4, Some(year)) = (text.len(), whole(text)) {
            return year.try_into().ok().filter(|year| *year > 0).map(Self::Unstated);
        }
        let Some((start, length)) = text.split_once('/') else {
            return Date::parse(text).map(Self::Snapshot);
        };
        let start = Date::parse(start)?;
        let count = length.strip_prefix('P')?;
        let (count, unit) = match (count.strip_suffix('M'), count.strip_suffix('Y')) {
            (Some(count), _) => (count, 1),
            (_, Some(count)) => (count, 12),
            _ => return None,
        };
        if count.starts_with('0') {
            return None;
        }
        let months = whole(count)?.checked_mul(unit)?;
        (1..=1200).contains(&months).then_some(Self::Span { start, months })
    }

    /// What it can be compared with.
    #[must_use]
    pub fn kind(self) -> PeriodKind {
        match self {
            Self::Undated => PeriodKind::Undated,
            Self::Unstated(_) => PeriodKind::Unstated,
            Self::Snapshot(date) => PeriodKind::Snapshot { month: date.month(), day: date.day() },
            Self::Span { start, months } => match (months, start.day(), start.month()) {
                (1, 1, _) => PeriodKind::Month,
                (3, 1, 1 | 4 | 7 | 10) => PeriodKind::Quarter,
                (12, 1, from) => PeriodKind::Year { from },
                (_, day, from) => PeriodKind::Span { months, from, day },
            },
        }
    }

    /// The first day; of a year of unstated basis the first of January, which nobody is shown.
    #[must_use]
    pub fn start(self) -> Option<Date> {
        match self {
            Self::Undated => None,
            Self::Unstated(year) => Date::new(year, 1, 1),
            Self::Snapshot(date) => Some(date),
            Self::Span { start, .. } => Some(start),
        }
    }

    /// The last day.
    #[must_use]
    pub fn end(self) -> Option<Date> {
        match self {
            Self::Undated => None,
            Self::Unstated(year) => Date::new(year, 12, 31),
            Self::Snapshot(date) => Some(date),
            Self::Span { start, months } => Some(start.plus_months(i32::from(months)).previous_day()),
        }
    }

    /// The period of the same kind that this one follows: Q3 before Q4, the year before a year.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        match self {
            Self::Span { start, months } if matches!(self.kind(), PeriodKind::Month | PeriodKind::Quarter) => {
                let earlier = Self::Span { start: start.plus_months(-i32::from(months)), months };
                (earlier < self).then_some(earlier)
            }
            other => other.year_before(),
        }
    }

    /// Whether no period can be missing between an earlier one of the same kind and this one. Other spans may overlap, so that
    /// none is missing between two of them; nor is one between days that few years have (29 February).
    #[must_use]
    pub fn follows(self, earlier: Self) -> bool {
        let is_other_span = matches!(self.kind(), PeriodKind::Span { .. });
        is_other_span || self.previous().is_none_or(|previous| previous == earlier)
    }

    /// The month in which it begins, counted from January of the year 0: what is equally long lies equally far apart. `None`
    /// without a date.
    #[must_use]
    pub fn month(self) -> Option<i32> {
        self.start().map(|start| i32::from(start.year()) * 12 + i32::from(start.month()) - 1)
    }

    /// The same period a year before; `None` where that year has no such day (29 February), or lies before year 1.
    #[must_use]
    pub fn year_before(self) -> Option<Self> {
        let earlier = match self {
            Self::Undated => return None,
            Self::Unstated(year) => Self::Unstated(year.checked_sub(1).filter(|earlier| *earlier > 0)?),
            Self::Snapshot(date) => Self::Snapshot(date.plus_months(-12)),
            Self::Span { start, months } => Self::Span { start: start.plus_months(-12), months },
        };
        (earlier < self && earlier.kind() == self.kind()).then_some(earlier)
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        // One after the other: the last day takes a while to reckon, and the first one nearly always decides.
        let by_end = || (self.end(), self.kind()).cmp(&(other.end(), other.kind()));
        self.start().cmp(&other.start()).then_with(by_end)
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// The notation of KPI JSON, which [`Period::parse`] reads.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undated => f.write_str("undated"),
            Self::Unstated(year) => write!(f, "{year:04}"),
            Self::Snapshot(date) => write!(f, "{date}"),
            Self::Span { start, months } if months % 12 == 0 => write!(f, "{start}/P{}Y", months / 12),
            Self::Span { start, months } => write!(f, "{start}/P{months}M"),
        }
    }
}
