use std::fmt::{self, Write};

/// One thing that is wrong with a file: what, where, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// Where in the structure: `indicators[3].unit.kind`; empty for the file as a whole.
    pub path: String,
    /// Where in the text, from 1.
    pub line: usize,
    /// Where in the line, in characters, from 1.
    pub column: usize,
}

/// What a problem does to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something that the file has is not shown.
    Error,
    /// Everything is shown, but not as the file may have meant it.
    Warning,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is nothing in the file.
    Empty,
    /// More bytes than are read.
    TooLarge {
        /// Bytes found.
        bytes: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// The text is not UTF-8.
    NotUtf8 {
        /// What it seems to be.
        encoding: &'static str,
    },
    /// A web page (often a login or error page) stands where the file should be.
    WebPage,
    /// Not JSON from the first character on.
    NotJson,
    /// JSON, but not a KPI publication.
    NotKpi {
        /// What it seems to be.
        seems: Option<&'static str>,
    },
    /// A version that this reader does not know.
    OtherVersion {
        /// The version found.
        found: String,
    },
    /// The file ends in the middle.
    CutOff {
        /// How many indicators stand before the cut.
        kept: usize,
    },
    /// Not JSON at this place.
    Syntax {
        /// What should stand there.
        expected: &'static str,
    },
    /// A required field is not there.
    MissingField {
        /// Its name.
        field: &'static str,
    },
    /// A text is needed and there is an empty one.
    EmptyText,
    /// One kind of JSON value stands where another is needed.
    WrongKind {
        /// "a text", "a list", ...
        expected: &'static str,
        /// "a number", ...
        found: &'static str,
    },
    /// A field that this reader does not know; ignored.
    UnknownField {
        /// Its name.
        field: String,
    },
    /// A name that has a meaning of its own where comparators are chosen, as the id of an area.
    ReservedId {
        /// The id found.
        id: String,
    },
    /// The same field twice; the last one counts.
    RepeatedField {
        /// Its name.
        field: String,
    },
    /// Not one of the words that may stand here.
    UnknownWord {
        /// The word found.
        found: String,
        /// The words that may stand here.
        allowed: &'static [&'static str],
    },
    /// An id that nothing in the file has.
    UnknownId {
        /// "area", "topic", ...
        what: &'static str,
        /// The id found.
        id: String,
    },
    /// An id for the second time; the first one counts.
    RepeatedId {
        /// "area", "indicator", ...
        what: &'static str,
        /// The id found.
        id: String,
    },
    /// Not a period.
    BadPeriod {
        /// The text found.
        found: String,
    },
    /// Neither a number nor a symbol.
    BadValue {
        /// The text found.
        found: String,
    },
    /// A number with more digits than anybody can have measured; rounded.
    TooManyDigits {
        /// The text found.
        found: String,
    },
    /// Not one value for each period.
    WrongCount {
        /// How many periods there are.
        periods: usize,
        /// How many values there are.
        values: usize,
    },
    /// Not exactly one area with the role of focus; the first one is taken.
    NotOneFocus {
        /// How many there are.
        found: usize,
    },
    /// No area has the role of focus, and an area could not be read that may have it; no other may stand in its place.
    FocusLeftOut,
    /// An address that is not http or https; not shown.
    NotHttp {
        /// The address found.
        found: String,
    },
    /// A list or object with more elements than are read.
    TooMany {
        /// How many are read.
        limit: usize,
    },
    /// A group as a member of a group.
    GroupInGroup {
        /// Its id.
        id: String,
    },
    /// A category that is, by way of its parents, a part of itself, or one at a depth that no breakdown has.
    CircularParent {
        /// Its id.
        id: String,
    },
    /// One confidence limit without the other.
    OneLimit,
    /// A lower confidence limit above the upper one.
    LimitsSwapped,
    /// The path of a file of figures that leads out of the publication's folder.
    BadPath {
        /// The path found.
        found: String,
    },
    /// A file of figures that is another indicator's.
    OtherIndicator {
        /// The id found.
        found: String,
    },
    /// An indicator that could not be read; what is wrong with it stands beside.
    IndicatorLeftOut {
        /// Its name or id, where that could be read.
        name: Option<String>,
    },
    /// A series that could not be read.
    SeriesLeftOut,
    /// Nothing in the file can be shown.
    NoFigures,
    /// There is more wrong than is listed.
    More {
        /// How many further problems.
        count: usize,
    },
}

impl Diagnostic {
    /// What the problem does to the page.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self.problem {
            Problem::UnknownField { .. }
            | Problem::ReservedId { .. }
            | Problem::TooManyDigits { .. }
            | Problem::NotOneFocus { .. }
            | Problem::NotHttp { .. }
            | Problem::More { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// Where, for a person: `line 12, column 5 (indicators[3].unit)`.
    #[must_use]
    pub fn place(&self) -> String {
        let Self { path, line, column, .. } = self;
        if path.is_empty() {
            format!("line {line}, column {column}")
        } else {
            format!("line {line}, column {column} ({path})")
        }
    }

    /// What is wrong, as a sentence.
    #[must_use]
    pub fn what(&self) -> String {
        self.filled(self.texts().0)
    }

    /// How to mend it, as a sentence for somebody who does not program.
    #[must_use]
    pub fn mend(&self) -> String {
        self.filled(self.texts().1)
    }

    /// A text with what the problem names in the place of `$1` and `$2`.
    fn filled(&self, text: &str) -> String {
        let (names, mut filled) = (self.names(), String::new());
        for (position, piece) in text.split('$').enumerate() {
            let (place, rest) = piece.split_at_checked(usize::from(position > 0)).unwrap_or_default();
            filled.push_str(match place {
                "1" => &names.0,
                "2" => &names.1,
                _ => "",
            });
            filled.push_str(rest);
        }
        filled
    }

    /// What the problem names: first what the file may have.
    fn names(&self) -> (String, String) {
        let (first, second) = match &self.problem {
            Problem::TooLarge { bytes, limit } => return numbers(bytes.div_ceil(1 << 20), limit >> 20),
            Problem::WrongCount { periods, values } => return numbers(*periods, *values),
            Problem::CutOff { kept: count }
            | Problem::NotOneFocus { found: count }
            | Problem::TooMany { limit: count }
            | Problem::More { count } => return numbers(*count, 0),
            Problem::UnknownWord { found, allowed } => {
                return (Short(found).to_string(), allowed.join("\" or \""));
            }
            Problem::NotUtf8 { encoding: text }
            | Problem::NotKpi { seems: Some(text) }
            | Problem::Syntax { expected: text }
            | Problem::MissingField { field: text } => (*text, ""),
            Problem::WrongKind { expected, found } => (*found, *expected),
            Problem::UnknownId { what, id } | Problem::RepeatedId { what, id } => (id.as_str(), *what),
            Problem::OtherVersion { found: text }
            | Problem::UnknownField { field: text }
            | Problem::ReservedId { id: text }
            | Problem::RepeatedField { field: text }
            | Problem::BadPeriod { found: text }
            | Problem::BadValue { found: text }
            | Problem::TooManyDigits { found: text }
            | Problem::NotHttp { found: text }
            | Problem::GroupInGroup { id: text }
            | Problem::CircularParent { id: text }
            | Problem::BadPath { found: text }
            | Problem::OtherIndicator { found: text }
            | Problem::IndicatorLeftOut { name: Some(text) } => (text.as_str(), ""),
            _ => ("", ""),
        };
        (Short(first).to_string(), second.to_owned())
    }

    /// What is wrong, and how to mend it.
    fn texts(&self) -> (&'static str, &'static str) {
        const UPLOAD: &str = "Upload the file again; it may not have been copied to its end.";
        const FIRST_FIELD: &str = "The file's first field should be \"kpi\": \"1.0\".";
        const OTHER_ID: &str = "Give it another id, or remove it.";
        const SPELLING: &str = "Check the spelling, or add the $2.";
        const EACH: &str = "Write one value for each period, null where none is published.";
        const FOCUS: &str = "Give exactly one area \"role\": \"focus\".";
        const OTHERS: &str = "Mend what is wrong with it; the other messages say what.";
        const LISTED: &str = "Mend those that are listed and look again.";
        match &self.problem {
            Problem::Empty => ("The file is empty.", "Publish the file again."),
            Problem::TooLarge { .. } => (
                "The file has $1 MB; at most $2 MB are read.",
                "Split the publication, or leave out figures that nobody looks at.",
            ),
            Problem::NotUtf8 { .. } => {
                ("The file is not UTF-8 text; it seems to be $1.", "Save the file again and choose the encoding UTF-8.")
            }
            Problem::WebPage => (
                "There is a web page where the file of figures should be.",
                "Check the address: it may lead to a login or an error page instead of the file.",
            ),
            Problem::NotJson => {
                ("The file is not JSON.", "Check that this is the right file; a KPI publication begins with {.")
            }
            Problem::NotKpi { seems: Some(_) } => ("This is not a KPI publication; it seems to be $1.", FIRST_FIELD),
            Problem::NotKpi { seems: None } => {
                ("This JSON is not a KPI publication: it has no \"kpi\" field.", FIRST_FIELD)
            }
            Problem::OtherVersion { .. } => (
                "The file says it is KPI JSON version $1; this program reads 1.x.",
                "Publish the file as version 1.0, or use a newer program.",
            ),
            Problem::CutOff { kept: 0 } => {
                ("The file ends in the middle; no indicator before the cut is complete.", UPLOAD)
            }
            Problem::CutOff { kept: 1 } => {
                ("The file ends in the middle; one indicator before the cut is complete.", UPLOAD)
            }
            Problem::CutOff { .. } => {
                ("The file ends in the middle; $1 indicators before the cut are complete.", UPLOAD)
            }
            Problem::Syntax { .. } => (
                "This is not JSON: $1 should stand here.",
                "Look at this place and just before it: a comma, a quotation mark or a bracket is missing or one too many.",
            ),
            Problem::MissingField { .. } => ("There is no \"$1\".", "Add \"$1\"."),
            Problem::EmptyText => ("This text is empty.", "Write the text, or leave the field out."),
            Problem::WrongKind { .. } => ("There is $1 here, not $2.", "Write $2."),
            Problem::UnknownField { .. } => {
                ("\"$1\" is not known here and is not used.", "Check the spelling, or remove it.")
            }
            Problem::ReservedId { .. } => (
                "The area's id \"$1\" has a meaning of its own where comparators are chosen.",
                "Give the area another id.",
            ),
            Problem::RepeatedField { .. } => ("\"$1\" stands here twice; the last one is used.", "Remove one of them."),
            Problem::UnknownWord { .. } => ("\"$1\" is not one of the words that may stand here.", "Write \"$2\"."),
            Problem::UnknownId { what: "area" | "topic", .. } => ("No $2 of this file has the id \"$1\".", SPELLING),
            Problem::UnknownId { .. } => ("No $2 of this indicator has the id \"$1\".", SPELLING),
            Problem::RepeatedId { what: "series", .. } => (
                "A second series has the same area, measure and categories; the first one is used.",
                "Remove one of them, or say what differs.",
            ),
            Problem::RepeatedId { what: "area" | "topic" | "indicator", .. } => {
                ("A second $2 has the id \"$1\"; the first one is used.", OTHER_ID)
            }
            Problem::RepeatedId { .. } => ("A second $2 has the id \"$1\".", OTHER_ID),
            Problem::BadPeriod { .. } => (
                "\"$1\" is not a period.",
                "Write 2020-10-01/P3M for a quarter, 2020-04-01/P1Y for a year, 2021-03-31 for a day, 2020 for a year of which no more is known, or undated.",
            ),
            Problem::BadValue { .. } => (
                "$1 is neither a number nor a known symbol.",
                "Write a number without quotation marks, null, or one of the symbols \"c\", \"x\", \"z\", \"low\", \"k\", \"u\".",
            ),
            Problem::TooManyDigits { .. } => {
                ("$1 has more than 15 digits or 12 decimals and is rounded.", "Write the number as it is published.")
            }
            Problem::WrongCount { periods: 1, .. } => ("There are $2 values for 1 period.", EACH),
            Problem::WrongCount { values: 1, .. } => ("There is one value for $1 periods.", EACH),
            Problem::WrongCount { .. } => ("There are $2 values for $1 periods.", EACH),
            Problem::NotOneFocus { found: 0 } => ("No area has the role \"focus\"; the first one is taken.", FOCUS),
            Problem::NotOneFocus { .. } => ("$1 areas have the role \"focus\"; the first one is taken.", FOCUS),
            Problem::FocusLeftOut => (
                "The area that the publication is about cannot be read.",
                "Mend what is wrong with the areas; the other messages say what.",
            ),
            Problem::NotHttp { .. } => {
                ("\"$1\" is not a web address and is not shown.", "Write an address that begins with https://.")
            }
            Problem::TooMany { .. } => ("There are more than $1 elements here.", "Split the publication."),
            Problem::GroupInGroup { .. } => {
                ("\"$1\" is a group, and a group has places as members.", "Name the places that are in it.")
            }
            Problem::CircularParent { .. } => (
                "\"$1\" is a part of itself, or has too many levels above it.",
                "Check its parent and the parents of that.",
            ),
            Problem::OneLimit => {
                ("There is one confidence limit without the other; it is not used.", "Write both limits, or neither.")
            }
            Problem::LimitsSwapped => (
                "The lower confidence limit is above the upper one; they are not used.",
                "Check whether lower and upper are exchanged.",
            ),
            Problem::BadPath { .. } => (
                "\"$1\" is not the path of a file in the folder of this one.",
                "Write a path such as indicators/outturn.json.",
            ),
            Problem::OtherIndicator { .. } => {
                ("The file has the figures of another indicator, \"$1\".", "Check that the files were not exchanged.")
            }
            Problem::IndicatorLeftOut { name: Some(_) } => ("The indicator \"$1\" is not shown.", OTHERS),
            Problem::IndicatorLeftOut { name: None } => ("An indicator is not shown.", OTHERS),
            Problem::SeriesLeftOut => ("This series is not shown.", OTHERS),
            Problem::NoFigures if self.path.is_empty() => {
                ("There is no figure in this file that can be shown.", "Mend what the other messages say.")
            }
            Problem::NoFigures => ("There is no series here that can be shown.", "Mend what the other messages say."),
            Problem::More { count: 1 } => ("There is one more problem in this file.", LISTED),
            Problem::More { .. } => ("There are $1 more problems in this file.", LISTED),
        }
    }
}

/// Two numbers as they stand in a message.
fn numbers(one: usize, other: usize) -> (String, String) {
    (one.to_string(), other.to_string())
}

/// As much of a text from the file as a message has room for, without letters that end a line, turn the letters behind
/// them around or command a terminal.
pub(super) struct Short<'a>(pub(super) &'a str);

impl fmt::Display for Short<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const ROOM: usize = 80;
        for (position, letter) in self.0.chars().enumerate() {
            f.write_char(match letter {
                _ if position == ROOM => return f.write_char('…'),
                '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
                    char::REPLACEMENT_CHARACTER
                }
                _ if letter.is_control() => char::REPLACEMENT_CHARACTER,
                _ => letter,
            })?;
        }
        Ok(())
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} {}", self.place(), self.what(), self.mend())
    }
}
