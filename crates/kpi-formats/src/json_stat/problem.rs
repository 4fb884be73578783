use std::fmt;

/// One thing that a reader of a JSON-stat file has to know: what, where, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What it is.
    pub problem: Problem,
    /// Where in the structure: `dimension.year.category.index`; empty for the file as a whole.
    pub path: String,
    /// Where in the text, from 1.
    pub line: usize,
    /// Where in the line, in characters, from 1.
    pub column: usize,
}

/// What is wrong with a JSON-stat file, or had to be guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// More bytes than are read.
    TooLarge,
    /// The text is not UTF-8.
    NotUtf8,
    /// Not JSON at this place.
    Syntax,
    /// JSON, but not JSON-stat.
    NotJsonStat,
    /// JSON-stat 1, which has bundles of data sets and puts `id` and `size` into `dimension`.
    VersionOne,
    /// A version that is not read.
    OtherVersion(String),
    /// A class of response without figures.
    OtherClass(String),
    /// An item of a collection that says where a data set is and does not contain it.
    LinkAlone(String),
    /// Collections in collections, deeper than anybody means.
    TooDeep,
    /// A required field is not there.
    MissingField(&'static str),
    /// One kind of JSON value stands where another is needed.
    WrongKind(&'static str),
    /// A count that differs from what the sizes say.
    WrongCount {
        /// "values", "categories", ...
        what: &'static str,
        /// As the sizes say.
        expected: u64,
        /// As there are.
        found: usize,
    },
    /// More of something than is read.
    TooMany {
        /// "cells", "dimensions", ...
        what: &'static str,
        /// How many are read.
        limit: usize,
    },
    /// Positions of categories that are not 0, 1, 2, ... each once.
    BadIndex,
    /// A place outside the table.
    BadCell(String),
    /// Not a period that is known; its figures are left out.
    BadPeriod(String),
    /// Two years in one, and nothing says where they begin; its figures are left out.
    UnclearYear(String),
    /// A second category for a period; its figures are left out.
    RepeatedPeriod(String),
    /// Neither a number nor a known symbol.
    BadValue(String),
    /// Numbers with more digits than anybody can have measured, rounded.
    Rounded(usize),
    /// The file does not say which dimension is the time or the geography; it was recognised.
    RoleGuessed {
        /// "time" or "geography".
        role: &'static str,
        /// The dimension's id.
        dimension: String,
    },
    /// No dimension is the time.
    NoTime,
    /// No dimension is the geography.
    NoGeography,
    /// Two dimensions with one role that are both more than one category.
    TwoDimensions(&'static str),
    /// There is no figure in it.
    NoFigures,
    /// There is more to say than is listed.
    More(usize),
}

impl Message {
    /// Whether something that the file has is left out.
    #[must_use]
    pub const fn is_error(&self) -> bool {
        !matches!(
            self.problem,
            Problem::Rounded(_)
                | Problem::RoleGuessed { .. }
                | Problem::NoTime
                | Problem::NoGeography
                | Problem::More(_)
        )
    }

    /// What is wrong, as a sentence on one line of bounded length, whatever the file has for words.
    #[must_use]
    pub fn what(&self) -> String {
        const ROOM: usize = 1_000;
        let what = self.words();
        let letters = what.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
        if what.chars().count() <= ROOM {
            letters.collect()
        } else {
            letters.take(ROOM).chain("….".chars()).collect()
        }
    }

    fn words(&self) -> String {
        match &self.problem {
            Problem::TooLarge => "The file is larger than 64 MB.".to_owned(),
            Problem::NotUtf8 => "The file is not UTF-8 text.".to_owned(),
            Problem::Syntax => "This is not JSON.".to_owned(),
            Problem::NotJsonStat => "This JSON is not JSON-stat: it has no \"class\".".to_owned(),
            Problem::VersionOne => "This is JSON-stat version 1; this program reads version 2.0.".to_owned(),
            Problem::OtherVersion(found) => {
                format!("The file says it is JSON-stat version {found}; this program reads 2.0.")
            }
            Problem::OtherClass(found) => format!("A JSON-stat \"{found}\" has no figures."),
            Problem::LinkAlone(label) => format!("\"{label}\" is only named here; its figures are in another file."),
            Problem::TooDeep => "Collections stand in collections here, too many deep.".to_owned(),
            Problem::MissingField(field) => format!("There is no \"{field}\"."),
            Problem::WrongKind(expected) => format!("There should be {expected} here."),
            Problem::WrongCount { what, expected, found } => {
                format!("There are {found} {what} here; by the sizes there should be {expected}.")
            }
            Problem::TooMany { what, limit } => format!("There are more than {limit} {what} here."),
            Problem::BadIndex => "The categories are not numbered 0, 1, 2 and so on.".to_owned(),
            Problem::BadCell(found) => format!("\"{found}\" is not a place in this table."),
            Problem::BadPeriod(found) => format!("\"{found}\" is not a period; its figures are left out."),
            Problem::UnclearYear(found) => {
                format!("Nothing says in which month \"{found}\" begins; its figures are left out.")
            }
            Problem::RepeatedPeriod(found) => {
                format!("\"{found}\" is a period that was there before; its figures are left out.")
            }
            Problem::BadValue(found) => format!("{found} is neither a number nor a known symbol."),
            Problem::Rounded(count) => {
                format!("{count} of the numbers have more than 15 digits or 12 decimals and are rounded.")
            }
            Problem::RoleGuessed { role, dimension } => {
                format!("The file does not say which dimension is the {role}; \"{dimension}\" is taken.")
            }
            Problem::NoTime => "No dimension is the time; the figures are taken as undated.".to_owned(),
            Problem::NoGeography => "No dimension is the geography; the figures are taken as one area's.".to_owned(),
            Problem::TwoDimensions(role) => format!("Two dimensions are the {role}; only one can be."),
            Problem::NoFigures => "There is no figure here.".to_owned(),
            Problem::More(count) => format!("There is more wrong: {count} further messages."),
        }
    }

    /// How to mend it, as a sentence for somebody who does not program.
    #[must_use]
    pub const fn mend(&self) -> &'static str {
        match self.problem {
            Problem::TooLarge | Problem::TooMany { .. } => "Ask for a smaller part of the table.",
            Problem::NotUtf8 => "Save the file again and choose the encoding UTF-8.",
            Problem::Syntax => "Download the file again; it may not have been copied to its end.",
            Problem::NotJsonStat => "Check that this is the right file.",
            Problem::VersionOne | Problem::OtherVersion(_) => "Ask the publisher for JSON-stat 2.0.",
            Problem::OtherClass(_) => "Give the file of a data set.",
            Problem::LinkAlone(_) => "Download the data set itself and give that file.",
            Problem::BadPeriod(_) => {
                "Periods are written like 2020, 2020-10, 2020Q4, 2020-10-01/P3M or 2021-03-31; change the category's id."
            }
            Problem::UnclearYear(_) => {
                "Write 2020-04-01/P1Y for a financial year or 2020-09-01/P1Y for an academic year as the category's id."
            }
            Problem::BadValue(_) => "Write a number, or null and a status.",
            Problem::Rounded(_) => "Nothing need be done where the digits are a program's and not the publisher's.",
            Problem::RoleGuessed { .. } | Problem::NoTime | Problem::NoGeography | Problem::TwoDimensions(_) => {
                "Say under \"role\" which dimension is \"time\" and which \"geo\"."
            }
            Problem::More(_) => "Mend these first.",
            _ => "Ask the publisher to mend the file; it is not as JSON-stat 2.0 has it.",
        }
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)?;
        if !self.path.is_empty() {
            write!(f, " ({})", self.path)?;
        }
        write!(f, ": {} {}", self.what(), self.mend())
    }
}
