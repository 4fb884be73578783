use super::{Encoding, Extent, Kind, Letters};
use std::fmt;

impl Kind {
    /// What is wrong, as a sentence.
    #[must_use]
    pub fn what(&self) -> String {
        fmt::from_fn(|f| self.write_what(f)).to_string()
    }

    /// What was expected and how to mend it, as a sentence for somebody who does not program.
    #[must_use]
    pub fn mend(&self) -> String {
        fmt::from_fn(|f| self.write_mend(f)).to_string()
    }

    fn write_what(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "There is nothing in the file."),
            Self::TooLarge { limit } => write!(f, "The file has more than {} MB, the most that is read.", limit >> 20),
            Self::NotATable { seems } => write!(f, "This is not a table; it seems to be {seems}."),
            Self::NotUtf8 { encoding: Encoding::Windows1252 } => {
                write!(f, "The text is not UTF-8; it is read as Windows-1252, Excel's \"CSV (Comma delimited)\".")
            }
            Self::NotUtf8 { encoding: Encoding::Unknown } => {
                write!(
                    f,
                    "The text is neither UTF-8 nor Windows-1252; characters that cannot be read are shown as \u{fffd}."
                )
            }
            Self::BrokenWorkbook { reason } => write!(f, "The workbook cannot be opened ({}).", Short(reason)),
            Self::SeveralSheets { taken, others } => {
                write!(f, "The workbook has several sheets; \"{}\" is read, not {}.", Short(taken), List(others))
            }
            Self::NoSuchSheet { asked, names } => {
                write!(f, "The workbook has no sheet \"{}\"; it has {}.", Short(asked), List(names))
            }
            Self::TooMany { what, limit } => {
                let what = match what {
                    Extent::Rows => "rows",
                    Extent::Columns => "columns",
                    Extent::Cells => "cells",
                };
                write!(f, "There are more than {limit} {what}; reading stops here.")
            }
            Self::CellTooLong { limit } => {
                write!(f, "This cell has more than {limit} characters; the rest is left out.")
            }
            Self::CutOff => write!(f, "The file ends in the middle of this row; the row is left out."),
            Self::UnevenRow { expected, found } if found > expected => {
                write!(f, "This row has {found} cells and the header {expected}; the row is left out.")
            }
            Self::UnevenRow { expected, found } => {
                write!(f, "This row has {found} cells and the header {expected}; those at its end are taken as empty.")
            }
            Self::UnknownShape { found } if found.is_empty() => write!(f, "No row with headings was found."),
            Self::UnknownShape { found } => {
                write!(f, "The columns are of no form that is known here. Found: {}.", List(found))
            }
            Self::BadMetadata { reason } => {
                write!(
                    f,
                    "The metadata beside the file cannot be read ({}); the file is read without it.",
                    Short(reason)
                )
            }
            Self::RepeatedColumn { first } => {
                write!(f, "Column {} has the same heading; this one is not read.", Letters(*first))
            }
            Self::NoHeading => write!(f, "This column has cells and no heading; it is not read."),
            Self::EmptyColumn => write!(f, "This column has a heading and no figures; it is left out."),
            Self::NotABreakdown { different } => {
                write!(f, "This column has {different} different entries, too many for a breakdown; it is not read.")
            }
            Self::NoIndicators => write!(f, "No column has figures."),
            Self::NoFacts => write!(f, "No figure could be read from this file."),
            Self::UnknownLevel { level } => {
                write!(f, "Rows of the geographic level \"{}\" are not read.", Short(level))
            }
            Self::MissingArea => write!(f, "This row does not say which area it is about; it is left out."),
            Self::MissingIndicator => write!(f, "This row does not say which indicator it is about; it is left out."),
            Self::UnsupportedTime { identifier } => {
                write!(f, "Figures for \"{}\" are not supported; such rows are left out.", Short(identifier))
            }
            Self::BadPeriod { found, .. } if found.is_empty() => write!(f, "There is no period; the row is left out."),
            Self::BadPeriod { found, .. } => write!(f, "\"{}\" is not a period; the row is left out.", Short(found)),
            Self::AmbiguousPeriod { found, one, other } => {
                write!(f, "\"{}\" may be {one} or {other}; the row is left out.", Short(found))
            }
            Self::AssumedPeriod { found, taken } => {
                write!(f, "\"{}\" does not say which kind of year it is; it is read as {taken}.", Short(found))
            }
            Self::RepeatedRow { first } => {
                write!(f, "Row {first} is about the same area, time and categories; this row is left out.")
            }
            Self::BadValue { found } => write!(f, "\"{}\" is neither a number nor a known symbol.", Short(found)),
            Self::AmbiguousValue { found, meanings } => write!(f, "\"{}\" may mean {meanings}.", Short(found)),
            Self::TooManyDigits { found } => {
                write!(f, "{} has more than 15 digits or 12 decimals and is rounded.", Short(found))
            }
            Self::Exponent { found } => {
                write!(f, "{} is written with an exponent; digits may have been lost.", Short(found))
            }
            Self::MixedPercent => write!(f, "Some cells of this column have a per cent sign and others have none."),
            Self::BadLimit { found } if found.is_empty() => write!(f, "One confidence limit has no other beside it."),
            Self::BadLimit { found } => write!(f, "\"{}\" is not a confidence limit.", Short(found)),
            Self::UnknownStatus { found } => {
                write!(f, "\"{}\" is no known status; the figure is read without it.", Short(found))
            }
            Self::UnknownAuthority { code } => write!(f, "There is no list of neighbours for \"{}\".", Short(code)),
            Self::NotTenNeighbours { found: 1 } => write!(f, "This authority has one neighbour, not ten."),
            Self::NotTenNeighbours { found } => write!(f, "This authority has {found} neighbours, not ten."),
            Self::RepeatedNeighbour { code } => {
                write!(f, "{} is a neighbour for the second time; it is counted once.", Short(code))
            }
            Self::OwnNeighbour { code } => write!(f, "{} is its own neighbour; it is left out.", Short(code)),
            Self::RepeatedAuthority { code } => {
                write!(f, "{} has a second list; the first one is used.", Short(code))
            }
            Self::BadAuthorityCode { found } => write!(f, "\"{}\" is not an authority's code.", Short(found)),
            Self::UnknownCloseness { found } => write!(f, "\"{}\" is no known word for closeness.", Short(found)),
            Self::More { count: 1 } => write!(f, "There is one more problem in this file."),
            Self::More { count } => write!(f, "There are {count} more problems in this file."),
        }
    }

    fn write_mend(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "Save or download the file again."),
            Self::TooLarge { .. } | Self::TooMany { .. } => {
                write!(f, "Keep the areas and years that are needed, and leave out the others.")
            }
            Self::NotATable { .. } | Self::BrokenWorkbook { .. } => {
                write!(
                    f,
                    "Save the table as CSV, as an Excel workbook (.xlsx) or as an OpenDocument spreadsheet (.ods)."
                )
            }
            Self::NotUtf8 { .. } => {
                write!(f, "Check names with accents and pound signs, or save as \"CSV UTF-8 (Comma delimited)\".")
            }
            Self::SeveralSheets { .. } => write!(f, "If that is not the one, say which sheet to read."),
            Self::NoSuchSheet { .. } => write!(f, "Give the name of one of them."),
            Self::CellTooLong { .. } => write!(f, "Look for a quotation mark that is not closed, here or just before."),
            Self::CutOff => write!(f, "Copy or download the file again."),
            Self::UnevenRow { expected, found } if found > expected => {
                write!(f, "Look for a comma in a text that has no quotation marks around it.")
            }
            Self::UnevenRow { .. } => write!(f, "Check that nothing is missing at the end of the row."),
            Self::UnknownShape { .. } => write!(
                f,
                "Expected is one of these. The DfE's open data standard: time_period, time_identifier, \
                 geographic_level, country_code, country_name and columns of figures. A tidy table: area_code or \
                 area_name, period (or date, or year) and value (or observation), and if need be indicator, measure, \
                 unit. Lists of neighbours: old_la_code (or LA number) and SN_1 to SN_10 (or SN1 to SN10)."
            ),
            Self::BadMetadata { .. } => write!(f, "Expected is CSVW metadata (JSON) or the DfE's .meta.csv."),
            Self::RepeatedColumn { .. } => write!(f, "Give each column a heading of its own."),
            Self::NoHeading => write!(f, "Write a heading in the header row, or clear the column."),
            Self::EmptyColumn => write!(f, "Nothing need be done if that is meant."),
            Self::NotABreakdown { .. } => write!(f, "Remove the column, or name it as a filter if it is one."),
            Self::NoIndicators => write!(f, "Check that the figures are numbers and not texts."),
            Self::NoFacts => write!(f, "Mend what the other messages say."),
            Self::UnknownLevel { .. } => {
                write!(f, "Read are National, Regional and Local authority; nothing need be done if these are enough.")
            }
            Self::MissingArea => write!(f, "Fill in the area's code and name."),
            Self::MissingIndicator => write!(f, "Write its name into every row, also where cells were merged."),
            Self::UnsupportedTime { .. } => write!(
                f,
                "Supported are Reporting year, Calendar year, Financial year, Academic year, Tax year, quarters of \
                 financial and calendar years, Part 1 and Part 2 of a financial year, and months."
            ),
            Self::BadPeriod { expected, .. } => write!(f, "Expected is {expected}."),
            Self::AmbiguousPeriod { .. } => write!(f, "Write it in full, or say which is meant."),
            Self::AssumedPeriod { .. } => write!(f, "If that is wrong, say which kind of year is meant."),
            Self::RepeatedRow { .. } => {
                write!(f, "Remove one of them, or say which column of numbers tells them apart (an age, a year group).")
            }
            Self::BadValue { .. } => write!(
                f,
                "Write a number without words, or one of the symbols c, x, z, low, k, u; leave the cell empty where \
                 nothing is published."
            ),
            Self::AmbiguousValue { .. } => {
                write!(
                    f,
                    "Write a plain number, or one of the symbols c (confidential), x (not available), z (not applicable), low."
                )
            }
            Self::TooManyDigits { .. } => write!(f, "Write the number as it is published."),
            Self::Exponent { .. } => write!(f, "Widen the column or format it as a number, and save again."),
            Self::MixedPercent => write!(f, "Check that 45 per cent is nowhere written as 0.45."),
            Self::BadLimit { .. } => {
                write!(f, "Write a number for both limits, the lower one not above the upper one, or leave both empty.")
            }
            Self::UnknownStatus { .. } => {
                write!(
                    f,
                    "Write p (provisional), r (revised), e (estimated), f (forecast), b (break) or u (low reliability)."
                )
            }
            Self::UnknownAuthority { .. } => {
                write!(f, "Expected is the three-digit code that the lists use, such as 921 for Isle of Wight.")
            }
            Self::NotTenNeighbours { .. } => write!(f, "Check the list against the DfE's."),
            Self::RepeatedNeighbour { .. } | Self::OwnNeighbour { .. } | Self::RepeatedAuthority { .. } => {
                write!(f, "Check the row against the DfE's list.")
            }
            Self::BadAuthorityCode { .. } => write!(f, "Expected are three digits, such as 921 for Isle of Wight."),
            Self::UnknownCloseness { .. } => {
                write!(f, "Expected is Extremely close, Very close, Close, Somewhat close or Not close.")
            }
            Self::More { .. } => write!(f, "Mend those that are listed and look again."),
        }
    }
}

/// As much of a text from the file as a message has room for, on one line.
pub(super) struct Short<'a>(pub(super) &'a str);

impl fmt::Display for Short<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const ROOM: usize = 80;
        for (position, letter) in self.0.chars().enumerate() {
            if position == ROOM {
                return f.write_str("…");
            }
            write!(f, "{}", if letter.is_control() { ' ' } else { letter })?;
        }
        Ok(())
    }
}

struct List<'a>(&'a [String]);

impl fmt::Display for List<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const ROOM: usize = 30;
        for (position, name) in self.0.iter().take(ROOM).enumerate() {
            write!(f, "{}\"{}\"", if position == 0 { "" } else { ", " }, Short(name))?;
        }
        match self.0.len().checked_sub(ROOM) {
            Some(more @ 1..) => write!(f, " and {more} more"),
            _ => Ok(()),
        }
    }
}
