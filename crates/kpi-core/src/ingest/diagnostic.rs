use std::borrow::Cow;
use std::fmt;

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
    /// A field of the format that this reader does not use yet; ignored.
    NotUsedYet {
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
    /// Figures that stand in a file of their own.
    SeparateFile,
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
            | Problem::NotUsedYet { .. }
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
        match &self.problem {
            Problem::Empty => "The file is empty.".to_owned(),
            Problem::TooLarge { bytes, limit } => {
                format!("The file has {} MB; at most {} MB are read.", bytes.div_ceil(1 << 20), limit >> 20)
            }
            Problem::NotUtf8 { encoding } => format!("The file is not UTF-8 text; it seems to be {encoding}."),
            Problem::WebPage => "There is a web page where the file of figures should be.".to_owned(),
            Problem::NotJson => "The file is not JSON.".to_owned(),
            Problem::NotKpi { seems: Some(seems) } => format!("This is not a KPI publication; it seems to be {seems}."),
            Problem::NotKpi { seems: None } => {
                "This JSON is not a KPI publication: it has no \"kpi\" field.".to_owned()
            }
            Problem::OtherVersion { found } => {
                format!("The file says it is KPI JSON version {}; this program reads 1.x.", shortened(found))
            }
            Problem::CutOff { kept: 0 } => {
                "The file ends in the middle; no indicator before the cut is complete.".to_owned()
            }
            Problem::CutOff { kept: 1 } => {
                "The file ends in the middle; one indicator before the cut is complete.".to_owned()
            }
            Problem::CutOff { kept } => {
                format!("The file ends in the middle; {kept} indicators before the cut are complete.")
            }
            Problem::Syntax { expected } => format!("This is not JSON: {expected} should stand here."),
            Problem::MissingField { field } => format!("There is no \"{field}\"."),
            Problem::EmptyText => "This text is empty.".to_owned(),
            Problem::WrongKind { expected, found } => format!("There is {found} here, not {expected}."),
            Problem::UnknownField { field } => format!("\"{}\" is not known here and is not used.", shortened(field)),
            Problem::NotUsedYet { field } => {
                format!("\"{}\" is part of KPI JSON, but this version does not use it yet.", shortened(field))
            }
            Problem::ReservedId { id } => {
                format!("The area's id \"{id}\" has a meaning of its own where comparators are chosen.")
            }
            Problem::RepeatedField { field } => {
                format!("\"{}\" stands here twice; the last one is used.", shortened(field))
            }
            Problem::UnknownWord { found, .. } => {
                format!("\"{}\" is not one of the words that may stand here.", shortened(found))
            }
            Problem::UnknownId { what: what @ ("period" | "category" | "measure" | "dimension"), id } => {
                format!("No {what} of this indicator has the id \"{}\".", shortened(id))
            }
            Problem::UnknownId { what, id } => format!("No {what} of this file has the id \"{}\".", shortened(id)),
            Problem::RepeatedId { what: "series", .. } => {
                "A second series has the same area, measure and categories; the first one is used.".to_owned()
            }
            Problem::RepeatedId { what: what @ ("area" | "topic" | "indicator"), id } => {
                format!("A second {what} has the id \"{}\"; the first one is used.", shortened(id))
            }
            Problem::RepeatedId { what, id } => format!("A second {what} has the id \"{}\".", shortened(id)),
            Problem::BadPeriod { found } => format!("\"{}\" is not a period.", shortened(found)),
            Problem::BadValue { found } => format!("{} is neither a number nor a known symbol.", shortened(found)),
            Problem::TooManyDigits { found } => {
                format!("{} has more than 15 digits or 12 decimals and is rounded.", shortened(found))
            }
            Problem::WrongCount { periods, values } => {
                let of = if *periods == 1 { "period" } else { "periods" };
                match values {
                    1 => format!("There is one value for {periods} {of}."),
                    _ => format!("There are {values} values for {periods} {of}."),
                }
            }
            Problem::NotOneFocus { found: 0 } => "No area has the role \"focus\"; the first one is taken.".to_owned(),
            Problem::NotOneFocus { found } => format!("{found} areas have the role \"focus\"; the first one is taken."),
            Problem::FocusLeftOut => "The area that the publication is about cannot be read.".to_owned(),
            Problem::NotHttp { found } => format!("\"{}\" is not a web address and is not shown.", shortened(found)),
            Problem::TooMany { limit } => format!("There are more than {limit} elements here."),
            Problem::SeparateFile => "The figures of this indicator are in a file of their own.".to_owned(),
            Problem::IndicatorLeftOut { name: Some(name) } => {
                format!("The indicator \"{}\" is not shown.", shortened(name))
            }
            Problem::IndicatorLeftOut { name: None } => "An indicator is not shown.".to_owned(),
            Problem::SeriesLeftOut => "This series is not shown.".to_owned(),
            Problem::NoFigures if self.path.is_empty() => {
                "There is no figure in this file that can be shown.".to_owned()
            }
            Problem::NoFigures => "There is no series here that can be shown.".to_owned(),
            Problem::More { count: 1 } => "There is one more problem in this file.".to_owned(),
            Problem::More { count } => format!("There are {count} more problems in this file."),
        }
    }

    /// How to mend it, as a sentence for somebody who does not program.
    #[must_use]
    pub fn mend(&self) -> String {
        match &self.problem {
            Problem::Empty => "Publish the file again.".to_owned(),
            Problem::TooLarge { .. } => "Split the publication, or leave out figures that nobody looks at.".to_owned(),
            Problem::NotUtf8 { .. } => "Save the file again and choose the encoding UTF-8.".to_owned(),
            Problem::WebPage => {
                "Check the address: it may lead to a login or an error page instead of the file.".to_owned()
            }
            Problem::NotJson => "Check that this is the right file; a KPI publication begins with {.".to_owned(),
            Problem::NotKpi { .. } => "The file's first field should be \"kpi\": \"1.0\".".to_owned(),
            Problem::OtherVersion { .. } => "Publish the file as version 1.0, or use a newer program.".to_owned(),
            Problem::CutOff { .. } => "Upload the file again; it may not have been copied to its end.".to_owned(),
            Problem::Syntax { .. } => {
                "Look at this place and just before it: a comma, a quotation mark or a bracket is \
                                       missing or one too many."
                    .to_owned()
            }
            Problem::MissingField { field } => format!("Add \"{field}\"."),
            Problem::EmptyText => "Write the text, or leave the field out.".to_owned(),
            Problem::WrongKind { expected, .. } => format!("Write {expected}."),
            Problem::UnknownField { .. } => "Check the spelling, or remove it.".to_owned(),
            Problem::NotUsedYet { .. } => "Nothing is wrong with it; it may stay.".to_owned(),
            Problem::ReservedId { .. } => "Give the area another id.".to_owned(),
            Problem::RepeatedField { .. } => "Remove one of them.".to_owned(),
            Problem::UnknownWord { allowed, .. } => format!("Write \"{}\".", allowed.join("\" or \"")),
            Problem::UnknownId { what, .. } => format!("Check the spelling, or add the {what}."),
            Problem::RepeatedId { what: "series", .. } => "Remove one of them, or say what differs.".to_owned(),
            Problem::RepeatedId { .. } => "Give it another id, or remove it.".to_owned(),
            Problem::BadPeriod { .. } => {
                "Write 2020-10-01/P3M for a quarter, 2020-04-01/P1Y for a year, 2021-03-31 for a \
                                          day, 2020 for a year of which no more is known, or undated."
                    .to_owned()
            }
            Problem::BadValue { .. } => {
                "Write a number without quotation marks, null, or one of the symbols \"c\", \"x\", \
                                         \"z\", \"low\", \"k\", \"u\"."
                    .to_owned()
            }
            Problem::TooManyDigits { .. } => "Write the number as it is published.".to_owned(),
            Problem::WrongCount { .. } => "Write one value for each period, null where none is published.".to_owned(),
            Problem::NotOneFocus { .. } => "Give exactly one area \"role\": \"focus\".".to_owned(),
            Problem::FocusLeftOut => "Mend what is wrong with the areas; the other messages say what.".to_owned(),
            Problem::NotHttp { .. } => "Write an address that begins with https://.".to_owned(),
            Problem::TooMany { .. } => "Split the publication.".to_owned(),
            Problem::SeparateFile => "Put the series into this file.".to_owned(),
            Problem::IndicatorLeftOut { .. } | Problem::SeriesLeftOut => {
                "Mend what is wrong with it; the other messages say what.".to_owned()
            }
            Problem::NoFigures => "Mend what the other messages say.".to_owned(),
            Problem::More { .. } => "Mend those that are listed and look again.".to_owned(),
        }
    }
}

/// As much of a text from the file as a message has room for.
pub(super) fn shortened(text: &str) -> Cow<'_, str> {
    const ROOM: usize = 80;
    match text.char_indices().nth(ROOM) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} {}", self.place(), self.what(), self.mend())
    }
}
