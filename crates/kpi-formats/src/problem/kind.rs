/// What a problem does to the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something that the file has is not read.
    Error,
    /// Everything is read, but perhaps not as the file means it.
    Warning,
}

/// How text that is not UTF-8 is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// What Excel on Windows writes as "CSV (Comma delimited)".
    Windows1252,
    /// Nothing that can be told.
    Unknown,
}

/// What a table can have too many of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Extent {
    /// Rows.
    Rows,
    /// Columns.
    Columns,
    /// Cells in all.
    Cells,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// There is nothing in the file.
    Empty,
    /// More bytes than are read, packed or unpacked.
    TooLarge {
        /// Bytes allowed.
        limit: usize,
    },
    /// The file is something else.
    NotATable {
        /// "a PDF document", ...
        seems: &'static str,
    },
    /// The text is not UTF-8.
    NotUtf8 {
        /// As what it is read.
        encoding: Encoding,
    },
    /// A workbook that cannot be opened.
    BrokenWorkbook {
        /// What the reader of workbooks says.
        reason: String,
    },
    /// A workbook with several sheets of which none was asked for; the first is read.
    SeveralSheets {
        /// The one that is read.
        taken: String,
        /// The others.
        others: Vec<String>,
    },
    /// A sheet that the workbook does not have.
    NoSuchSheet {
        /// The one asked for.
        asked: String,
        /// Those that there are.
        names: Vec<String>,
    },
    /// More than is read; what stands before is kept.
    TooMany {
        /// Of what.
        what: Extent,
        /// How many are read.
        limit: usize,
    },
    /// A cell with more text than any cell has, usually a quotation mark that is not closed.
    CellTooLong {
        /// How many bytes are kept.
        limit: usize,
    },
    /// The file ends in the middle of a row.
    CutOff,
    /// A row that has more or fewer cells than the header.
    UnevenRow {
        /// Columns of the header.
        expected: usize,
        /// Cells of the row.
        found: usize,
    },
    /// The columns are of no known form.
    UnknownShape {
        /// The headings found.
        found: Vec<String>,
    },
    /// The metadata beside the file cannot be read.
    BadMetadata {
        /// Why.
        reason: String,
    },
    /// The same heading for the second time; the first column counts.
    RepeatedColumn {
        /// The first one, from 1.
        first: u32,
    },
    /// A column that has cells and no heading.
    NoHeading,
    /// A column with a heading and no cells.
    EmptyColumn,
    /// A further column with a different text or number in almost every row: no breakdown.
    NotABreakdown {
        /// How many different ones.
        different: usize,
    },
    /// No column has figures.
    NoIndicators,
    /// Nothing could be read.
    NoFacts,
    /// Rows about a kind of place that no publication has.
    UnknownLevel {
        /// "School", ...
        level: String,
    },
    /// A row that does not say which place it is about.
    MissingArea,
    /// A row that does not say which indicator it is about.
    MissingIndicator,
    /// A kind of time that no publication has.
    UnsupportedTime {
        /// "Autumn term", ...
        identifier: String,
    },
    /// Not a period.
    BadPeriod {
        /// The text found.
        found: String,
        /// What would be one.
        expected: &'static str,
    },
    /// A period with two meanings.
    AmbiguousPeriod {
        /// The text found.
        found: String,
        /// The first meaning.
        one: String,
        /// The second meaning.
        other: String,
    },
    /// A period whose meaning follows from a convention, not from the file.
    AssumedPeriod {
        /// The text found.
        found: String,
        /// As what it is read.
        taken: String,
    },
    /// A row about the same place, time and categories as one before it; the first counts.
    RepeatedRow {
        /// The first one, from 1.
        first: u32,
    },
    /// Neither a number nor a symbol.
    BadValue {
        /// The text found.
        found: String,
    },
    /// A number or symbol with two meanings.
    AmbiguousValue {
        /// The text found.
        found: String,
        /// What it may mean.
        meanings: &'static str,
    },
    /// A number with more digits than anybody can have measured; rounded.
    TooManyDigits {
        /// The text found.
        found: String,
    },
    /// A number with an exponent, as spreadsheets write it in a narrow column.
    Exponent {
        /// The text found.
        found: String,
    },
    /// Some cells of a column have a per cent sign and others have none.
    MixedPercent,
    /// A confidence limit that is no number, or one without the other.
    BadLimit {
        /// The text found.
        found: String,
    },
    /// A word for the state of a figure that nobody defined.
    UnknownStatus {
        /// The text found.
        found: String,
    },
    /// An authority for which the lists have no neighbours.
    UnknownAuthority {
        /// The code asked for.
        code: String,
    },
    /// An authority with another number of neighbours than ten.
    NotTenNeighbours {
        /// How many.
        found: usize,
    },
    /// A neighbour for the second time.
    RepeatedNeighbour {
        /// Its code.
        code: String,
    },
    /// An authority that is its own neighbour.
    OwnNeighbour {
        /// Its code.
        code: String,
    },
    /// A second list for an authority; the first counts.
    RepeatedAuthority {
        /// Its code.
        code: String,
    },
    /// A code that is not three digits.
    BadAuthorityCode {
        /// The text found.
        found: String,
    },
    /// A word for closeness that nobody defined.
    UnknownCloseness {
        /// The text found.
        found: String,
    },
    /// There is more wrong than is listed.
    More {
        /// How many further problems.
        count: usize,
    },
}

impl Kind {
    /// What the problem does to the figures.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::NotUtf8 { encoding: Encoding::Windows1252 }
            | Self::SeveralSheets { .. }
            | Self::EmptyColumn
            | Self::AssumedPeriod { .. }
            | Self::TooManyDigits { .. }
            | Self::Exponent { .. }
            | Self::MixedPercent
            | Self::NotTenNeighbours { .. }
            | Self::UnknownCloseness { .. }
            | Self::More { .. } => Severity::Warning,
            // A shorter row has lost nothing but empty cells.
            Self::UnevenRow { expected, found } if found < expected => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// How many of this kind in one column are worth a line each.
    pub(super) fn listed(&self) -> usize {
        match self {
            Self::UnknownLevel { .. }
            | Self::UnsupportedTime { .. }
            | Self::AssumedPeriod { .. }
            | Self::NotUtf8 { .. }
            | Self::UnknownStatus { .. }
            | Self::AmbiguousValue { .. }
            | Self::AmbiguousPeriod { .. } => 1,
            _ => 5,
        }
    }

    /// What tells problems of one kind apart that are not alike.
    pub(super) fn group(&self) -> &str {
        match self {
            Self::UnknownLevel { level: word }
            | Self::UnsupportedTime { identifier: word }
            | Self::UnknownStatus { found: word } => word,
            Self::AmbiguousValue { meanings, .. } => meanings,
            _ => "",
        }
    }

    /// Whether it decides over the whole file, and is never dropped.
    pub(super) fn decides(&self) -> bool {
        matches!(
            self,
            Self::NoFacts | Self::NoIndicators | Self::CutOff | Self::TooMany { .. } | Self::AssumedPeriod { .. }
        )
    }
}
