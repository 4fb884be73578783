use kpi_core::model::Missing;

/// What the caller knows and the file does not say.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The sheet of a workbook to read; the first where `None`.
    pub sheet: Option<String>,
    /// How periods are meant.
    pub periods: Periods,
    /// What the file's own symbols mean: `("*", Missing::Confidential)`.
    pub symbols: Vec<(String, Missing)>,
    /// Columns that are breakdowns although their cells are numbers: an age, a year group.
    pub filters: Vec<String>,
    /// The code and the name of the area of a file that has no column for it.
    pub area: Option<(String, String)>,
}

/// How periods are meant that a file writes without saying so. A wrong period is a wrong figure: what is assumed is
/// told, and what cannot be assumed is left out and asked about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Periods {
    /// "2017/18" and "201718" alone, and quarters of them. `None`: the financial year from April, as councils' and the
    /// government's figures are mostly published, and a message says so.
    pub split_year: Option<SplitYear>,
    /// "2020" alone, the DfE's "Reporting year" included.
    pub year: YearMeaning,
    /// "2020 Q3". `None`: such rows are left out, and a message asks.
    pub quarter: Option<QuarterYear>,
}

/// Which year has two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitYear {
    /// From April.
    Financial,
    /// From September.
    Academic,
}

/// What a year with one number is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum YearMeaning {
    /// Nobody says.
    #[default]
    Unstated,
    /// From January.
    Calendar,
    /// The financial year that ends in it: 2021 is 2020/21.
    FinancialEnding,
    /// The financial year that begins in it: 2021 is 2021/22.
    FinancialBeginning,
    /// The academic year that ends in it.
    AcademicEnding,
    /// The academic year that begins in it.
    AcademicBeginning,
    /// The state of things on a day of it; a day that a year does not have is told.
    On {
        /// From 1.
        month: u8,
        /// From 1.
        day: u8,
    },
}

/// Which year the quarters of a year with one number are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuarterYear {
    /// Q1 begins in January.
    Calendar,
    /// Q1 begins in April of that year.
    FinancialBeginning,
    /// Q1 begins in April of the year before.
    FinancialEnding,
}
