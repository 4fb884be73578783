//! What a year means of which a file says no more. The DfE's "Reporting year" is one: only whoever knows the statistic
//! can tell a state on 31 March from a year that ends there.

use kpi_core::model::{Date, Period, PeriodKind};
use kpi_formats::calendar::month as month_of;
use kpi_formats::tabular::{Periods, QuarterYear, SplitYear};

/// What "2021" stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Years {
    /// The state of things on a day of that year.
    On { month: u8, day: u8 },
    /// The twelve months that end on the last day of this month of that year.
    EndingWith { month: u8 },
    /// "2021 Q3" is a quarter of a year that begins in January, or in April of that year.
    Quarters(QuarterYear),
    /// Nobody says.
    AsPublished,
}

impl Years {
    /// What may be written.
    pub(crate) const WORDS: &str = "\"financial year\", \"calendar year\", \"academic year\" (each by the year it ends in), \
        \"31 March\" or another day, \"year to 30 September\" or another month's last day, \
        \"quarters of the financial year\", \"quarters of the calendar year\" (each by the year it begins in), or \
        \"as published\"";

    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        Some(match text.as_str() {
            "financial year" => Self::EndingWith { month: 3 },
            "calendar year" => Self::EndingWith { month: 12 },
            "academic year" => Self::EndingWith { month: 8 },
            "quarters of the financial year" => Self::Quarters(QuarterYear::FinancialBeginning),
            "quarters of the calendar year" => Self::Quarters(QuarterYear::Calendar),
            "as published" => Self::AsPublished,
            other => {
                let (is_year, date) = other.strip_prefix("year to ").map_or((false, other), |date| (true, date));
                let (day, month) = date.split_once(' ')?;
                let month = month_of(month)?;
                let day = day.parse().ok()?;
                // A day that no year has; 29 February is one that most do not have.
                Date::new(2021, month, day)?;
                let is_last = Date::new(2021, month, day + 1).is_none();
                match (is_year, is_last) {
                    (false, _) => Self::On { month, day },
                    (true, true) => Self::EndingWith { month },
                    (true, false) => return None,
                }
            }
        })
    }

    /// A period of the file as it is meant; those that say themselves what they are stay.
    pub(crate) fn meant(self, period: Period) -> Period {
        let Period::Unstated(year) = period else { return period };
        let meant = match self {
            Self::AsPublished | Self::Quarters(_) => None,
            Self::On { month, day } => Date::new(year, month, day).map(Period::Snapshot),
            Self::EndingWith { month } => Date::new(year, month, 1)
                .map(|last_month| Period::Span { start: last_month.plus_months(-11), months: 12 }),
        };
        meant.unwrap_or(period)
    }

    /// Whether a period of the file that says itself what it is can be meant: an academic year is no financial year.
    pub(crate) fn fits(self, period: Period) -> bool {
        let kind = match self {
            Self::AsPublished => return true,
            Self::Quarters(_) => PeriodKind::Quarter,
            // Any year will do: what counts is its kind.
            Self::On { .. } | Self::EndingWith { .. } => self.meant(Period::Unstated(2021)).kind(),
        };
        matches!(period, Period::Unstated(_)) || period.kind() == kind
    }

    /// The same for a reader of files, which has to know more where "2017/18" and "2020 Q3" stand.
    pub(crate) fn periods(self) -> Periods {
        let split_year = match self {
            Self::EndingWith { month: 3 } | Self::Quarters(_) => Some(SplitYear::Financial),
            Self::EndingWith { month: 8 } => Some(SplitYear::Academic),
            _ => None,
        };
        let quarter = match self {
            Self::Quarters(quarter) => Some(quarter),
            _ => None,
        };
        Periods { split_year, quarter, ..Periods::default() }
    }
}
