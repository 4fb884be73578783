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
        fmt::from_fn(|f| self.write_what(f)).to_string()
    }

    fn write_what(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.problem {
            Problem::Empty => write!(f, "The file is empty."),
            Problem::TooLarge { bytes, limit } => {
                write!(f, "The file has {} MB; at most {} MB are read.", bytes.div_ceil(1 << 20), limit >> 20)
            }
            Problem::NotUtf8 { encoding } => write!(f, "The file is not UTF-8 text; it seems to be {encoding}."),
            Problem::WebPage => write!(f, "There is a web page where the file of figures should be."),
            Problem::NotJson => write!(f, "The file is not JSON."),
            Problem::NotKpi { seems: Some(seems) } => {
                write!(f, "This is not a KPI publication; it seems to be {seems}.")
            }
            Problem::NotKpi { seems: None } => {
                write!(f, "This JSON is not a KPI publication: it has no \"kpi\" field.")
            }
            Problem::OtherVersion { found } => {
                write!(f, "The file says it is KPI JSON version {}; this program reads 1.x.", Short(found))
            }
            Problem::CutOff { kept } => {
                write!(f, "The file ends in the middle; ")?;
                match kept {
                    0 => write!(f, "no indicator before the cut is complete."),
                    1 => write!(f, "one indicator before the cut is complete."),
                    _ => write!(f, "{kept} indicators before the cut are complete."),
                }
            }
            Problem::Syntax { expected } => write!(f, "This is not JSON: {expected} should stand here."),
            Problem::MissingField { field } => write!(f, "There is no \"{field}\"."),
            Problem::EmptyText => write!(f, "This text is empty."),
            Problem::WrongKind { expected, found } => write!(f, "There is {found} here, not {expected}."),
            Problem::UnknownField { field } => write!(f, "\"{}\" is not known here and is not used.", Short(field)),
            Problem::ReservedId { id } => {
                write!(f, "The area's id \"{id}\" has a meaning of its own where comparators are chosen.")
            }
            Problem::RepeatedField { field } => {
                write!(f, "\"{}\" stands here twice; the last one is used.", Short(field))
            }
            Problem::UnknownWord { found, .. } => {
                write!(f, "\"{}\" is not one of the words that may stand here.", Short(found))
            }
            Problem::UnknownId { what, id } => {
                let of = if matches!(*what, "area" | "topic") { "file" } else { "indicator" };
                write!(f, "No {what} of this {of} has the id \"{}\".", Short(id))
            }
            Problem::RepeatedId { what: "series", .. } => {
                write!(f, "A second series has the same area, measure and categories; the first one is used.")
            }
            Problem::RepeatedId { what, id } => {
                write!(f, "A second {what} has the id \"{}\"", Short(id))?;
                let is_used = matches!(*what, "area" | "topic" | "indicator");
                write!(f, "{}", if is_used { "; the first one is used." } else { "." })
            }
            Problem::BadPeriod { found } => write!(f, "\"{}\" is not a period.", Short(found)),
            Problem::BadValue { found } => write!(f, "{} is neither a number nor a known symbol.", Short(found)),
            Problem::TooManyDigits { found } => {
                write!(f, "{} has more than 15 digits or 12 decimals and is rounded.", Short(found))
            }
            Problem::WrongCount { periods, values } => {
                let of = if *periods == 1 { "period" } else { "periods" };
                match values {
                    1 => write!(f, "There is one value for {periods} {of}."),
                    _ => write!(f, "There are {values} values for {periods} {of}."),
                }
            }
            Problem::NotOneFocus { found } => {
                let areas: &dyn fmt::Display =
                    if *found == 0 { &"No area has" } else { &format_args!("{found} areas have") };
                write!(f, "{areas} the role \"focus\"; the first one is taken.")
            }
            Problem::FocusLeftOut => write!(f, "The area that the publication is about cannot be read."),
            Problem::NotHttp { found } => write!(f, "\"{}\" is not a web address and is not shown.", Short(found)),
            Problem::TooMany { limit } => write!(f, "There are more than {limit} elements here."),
            Problem::GroupInGroup { id } => {
                write!(f, "\"{}\" is a group, and a group has places as members.", Short(id))
            }
            Problem::CircularParent { id } => {
                write!(f, "\"{}\" is a part of itself, or has too many levels above it.", Short(id))
            }
            Problem::OneLimit => write!(f, "There is one confidence limit without the other; it is not used."),
            Problem::LimitsSwapped => {
                write!(f, "The lower confidence limit is above the upper one; they are not used.")
            }
            Problem::BadPath { found } => {
                write!(f, "\"{}\" is not the path of a file in the folder of this one.", Short(found))
            }
            Problem::OtherIndicator { found } => {
                write!(f, "The file has the figures of another indicator, \"{}\".", Short(found))
            }
            Problem::IndicatorLeftOut { name: Some(name) } => {
                write!(f, "The indicator \"{}\" is not shown.", Short(name))
            }
            Problem::IndicatorLeftOut { name: None } => write!(f, "An indicator is not shown."),
            Problem::SeriesLeftOut => write!(f, "This series is not shown."),
            Problem::NoFigures if self.path.is_empty() => {
                write!(f, "There is no figure in this file that can be shown.")
            }
            Problem::NoFigures => write!(f, "There is no series here that can be shown."),
            Problem::More { count: 1 } => write!(f, "There is one more problem in this file."),
            Problem::More { count } => write!(f, "There are {count} more problems in this file."),
        }
    }

    /// How to mend it, as a sentence for somebody who does not program.
    #[must_use]
    pub fn mend(&self) -> String {
        fmt::from_fn(|f| self.write_mend(f)).to_string()
    }

    fn write_mend(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.problem {
            Problem::Empty => write!(f, "Publish the file again."),
            Problem::TooLarge { .. } => write!(f, "Split the publication, or leave out figures that nobody looks at."),
            Problem::NotUtf8 { .. } => write!(f, "Save the file again and choose the encoding UTF-8."),
            Problem::WebPage => {
                write!(f, "Check the address: it may lead to a login or an error page instead of the file.")
            }
            Problem::NotJson => write!(f, "Check that this is the right file; a KPI publication begins with {{."),
            Problem::NotKpi { .. } => write!(f, "The file's first field should be \"kpi\": \"1.0\"."),
            Problem::OtherVersion { .. } => write!(f, "Publish the file as version 1.0, or use a newer program."),
            Problem::CutOff { .. } => write!(f, "Upload the file again; it may not have been copied to its end."),
            Problem::Syntax { .. } => write!(
                f,
                "Look at this place and just before it: a comma, a quotation mark or a bracket is \
                                       missing or one too many."
            ),
            Problem::MissingField { field } => write!(f, "Add \"{field}\"."),
            Problem::EmptyText => write!(f, "Write the text, or leave the field out."),
            Problem::WrongKind { expected, .. } => write!(f, "Write {expected}."),
            Problem::UnknownField { .. } => write!(f, "Check the spelling, or remove it."),
            Problem::ReservedId { .. } => write!(f, "Give the area another id."),
            Problem::RepeatedField { .. } => write!(f, "Remove one of them."),
            Problem::UnknownWord { allowed, .. } => write!(f, "Write \"{}\".", allowed.join("\" or \"")),
            Problem::UnknownId { what, .. } => write!(f, "Check the spelling, or add the {what}."),
            Problem::RepeatedId { what: "series", .. } => write!(f, "Remove one of them, or say what differs."),
            Problem::RepeatedId { .. } => write!(f, "Give it another id, or remove it."),
            Problem::BadPeriod { .. } => write!(
                f,
                "Write 2020-10-01/P3M for a quarter, 2020-04-01/P1Y for a year, 2021-03-31 for a \
                                          day, 2020 for a year of which no more is known, or undated."
            ),
            Problem::BadValue { .. } => write!(
                f,
                "Write a number without quotation marks, null, or one of the symbols \"c\", \"x\", \
                                         \"z\", \"low\", \"k\", \"u\"."
            ),
            Problem::TooManyDigits { .. } => write!(f, "Write the number as it is published."),
            Problem::WrongCount { .. } => write!(f, "Write one value for each period, null where none is published."),
            Problem::NotOneFocus { .. } => write!(f, "Give exactly one area \"role\": \"focus\"."),
            Problem::FocusLeftOut => write!(f, "Mend what is wrong with the areas; the other messages say what."),
            Problem::NotHttp { .. } => write!(f, "Write an address that begins with https://."),
            Problem::TooMany { .. } => write!(f, "Split the publication."),
            Problem::GroupInGroup { .. } => write!(f, "Name the places that are in it."),
            Problem::CircularParent { .. } => write!(f, "Check its parent and the parents of that."),
            Problem::OneLimit => write!(f, "Write both limits, or neither."),
            Problem::LimitsSwapped => write!(f, "Check whether lower and upper are exchanged."),
            Problem::BadPath { .. } => write!(f, "Write a path such as indicators/outturn.json."),
            Problem::OtherIndicator { .. } => write!(f, "Check that the files were not exchanged."),
            Problem::IndicatorLeftOut { .. } | Problem::SeriesLeftOut => {
                write!(f, "Mend what is wrong with it; the other messages say what.")
            }
            Problem::NoFigures => write!(f, "Mend what the other messages say."),
            Problem::More { .. } => write!(f, "Mend those that are listed and look again."),
        }
    }
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
