//! What is said of each problem: a table of sentences with places for names.

use super::problem::Problem;
use super::short::Short;

impl Problem {
    /// What is wrong, and how to mend it, with `$1` and `$2` in the place of what it names; `whole` where that is the file as
    /// a whole.
    pub(super) fn texts(&self, whole: bool) -> (&'static str, &'static str) {
        const UPLOAD: &str = "Upload the file again; it may not have been copied to its end.";
        const FIRST_FIELD: &str = "The file's first field should be \"kpi\": \"1.0\".";
        const OTHER_ID: &str = "Give it another id, or remove it.";
        const SPELLING: &str = "Check the spelling, or add the $2.";
        const EACH: &str = "Write one value for each period, null where none is published.";
        const FOCUS: &str = "Give exactly one area \"role\": \"focus\".";
        const OTHERS: &str = "Mend what is wrong with it; the other messages say what.";
        const LISTED: &str = "Mend those that are listed and look again.";
        match self {
            Self::Empty => ("The file is empty.", "Publish the file again."),
            Self::TooLarge { .. } => (
                "The file has $1 MB; at most $2 MB are read.",
                "Split the publication, or leave out figures that nobody looks at.",
            ),
            Self::NotUtf8 { .. } => {
                ("The file is not UTF-8 text; it seems to be $1.", "Save the file again and choose the encoding UTF-8.")
            }
            Self::WebPage => (
                "There is a web page where the file of figures should be.",
                "Check the address: it may lead to a login or an error page instead of the file.",
            ),
            Self::NotJson => {
                ("The file is not JSON.", "Check that this is the right file; a KPI publication begins with {.")
            }
            Self::NotKpi { seems: Some(_) } => ("This is not a KPI publication; it seems to be $1.", FIRST_FIELD),
            Self::NotKpi { seems: None } => {
                ("This JSON is not a KPI publication: it has no \"kpi\" field.", FIRST_FIELD)
            }
            Self::OtherVersion { .. } => (
                "The file says it is KPI JSON version $1; this program reads 1.x.",
                "Publish the file as version 1.0, or use a newer program.",
            ),
            Self::CutOff { kept: 0 } => {
                ("The file ends in the middle; no indicator before the cut is complete.", UPLOAD)
            }
            Self::CutOff { kept: 1 } => {
                ("The file ends in the middle; one indicator before the cut is complete.", UPLOAD)
            }
            Self::CutOff { .. } => ("The file ends in the middle; $1 indicators before the cut are complete.", UPLOAD),
            Self::Syntax { .. } => (
                "This is not JSON: $1 should stand here.",
                "Look at this place and just before it: a comma, a quotation mark or a bracket is missing or one too many.",
            ),
            Self::MissingField { .. } => ("There is no \"$1\".", "Add \"$1\"."),
            Self::EmptyText => ("This text is empty.", "Write the text, or leave the field out."),
            Self::WrongKind { .. } => ("There is $1 here, not $2.", "Write $2."),
            Self::UnknownField { .. } => {
                ("\"$1\" is not known here and is not used.", "Check the spelling, or remove it.")
            }
            Self::ReservedId { .. } => (
                "The area's id \"$1\" has a meaning of its own where comparators are chosen.",
                "Give the area another id.",
            ),
            Self::RepeatedField { .. } => ("\"$1\" stands here twice; the last one is used.", "Remove one of them."),
            Self::UnknownWord { .. } => ("\"$1\" is not one of the words that may stand here.", "Write \"$2\"."),
            Self::UnknownId { what: "area" | "topic", .. } => ("No $2 of this file has the id \"$1\".", SPELLING),
            Self::UnknownId { .. } => ("No $2 of this indicator has the id \"$1\".", SPELLING),
            Self::RepeatedId { what: "series", .. } => (
                "A second series has the same area, measure and categories; the first one is used.",
                "Remove one of them, or say what differs.",
            ),
            Self::RepeatedId { what: "area" | "topic" | "indicator", .. } => {
                ("A second $2 has the id \"$1\"; the first one is used.", OTHER_ID)
            }
            Self::RepeatedId { .. } => ("A second $2 has the id \"$1\".", OTHER_ID),
            Self::BadPeriod { .. } => (
                "\"$1\" is not a period.",
                "Write 2020-10-01/P3M for a quarter, 2020-04-01/P1Y for a year, 2021-03-31 for a day, 2020 for a year of which no more is known, or undated.",
            ),
            Self::BadValue { .. } => (
                "$1 is neither a number nor a known symbol.",
                "Write a number without quotation marks, null, or one of the symbols \"c\", \"x\", \"z\", \"low\", \"k\", \"u\".",
            ),
            Self::TooManyDigits { .. } => {
                ("$1 has more than 15 digits or 12 decimals and is rounded.", "Write the number as it is published.")
            }
            Self::WrongCount { periods: 1, .. } => ("There are $2 values for 1 period.", EACH),
            Self::WrongCount { values: 1, .. } => ("There is one value for $1 periods.", EACH),
            Self::WrongCount { .. } => ("There are $2 values for $1 periods.", EACH),
            Self::NotOneFocus { found: 0 } => ("No area has the role \"focus\"; the first one is taken.", FOCUS),
            Self::NotOneFocus { .. } => ("$1 areas have the role \"focus\"; the first one is taken.", FOCUS),
            Self::FocusLeftOut => (
                "The area that the publication is about cannot be read.",
                "Mend what is wrong with the areas; the other messages say what.",
            ),
            Self::NotHttp { .. } => {
                ("\"$1\" is not a web address and is not shown.", "Write an address that begins with https://.")
            }
            Self::TooMany { .. } => ("There are more than $1 elements here.", "Split the publication."),
            Self::GroupInGroup { .. } => {
                ("\"$1\" is a group, and a group has places as members.", "Name the places that are in it.")
            }
            Self::CircularParent { .. } => (
                "\"$1\" is a part of itself, or has too many levels above it.",
                "Check its parent and the parents of that.",
            ),
            Self::OneLimit => {
                ("There is one confidence limit without the other; it is not used.", "Write both limits, or neither.")
            }
            Self::LimitsSwapped => (
                "The lower confidence limit is above the upper one; they are not used.",
                "Check whether lower and upper are exchanged.",
            ),
            Self::BadPath { .. } => (
                "\"$1\" is not the path of a file in the folder of this one.",
                "Write a path such as indicators/outturn.json.",
            ),
            Self::OtherIndicator { .. } => {
                ("The file has the figures of another indicator, \"$1\".", "Check that the files were not exchanged.")
            }
            Self::IndicatorLeftOut { name: Some(_) } => ("The indicator \"$1\" is not shown.", OTHERS),
            Self::IndicatorLeftOut { name: None } => ("An indicator is not shown.", OTHERS),
            Self::SeriesLeftOut => ("This series is not shown.", OTHERS),
            Self::NoFigures if whole => {
                ("There is no figure in this file that can be shown.", "Mend what the other messages say.")
            }
            Self::NoFigures => ("There is no series here that can be shown.", "Mend what the other messages say."),
            Self::More { count: 1 } => ("There is one more problem in this file.", LISTED),
            Self::More { .. } => ("There are $1 more problems in this file.", LISTED),
        }
    }

    /// What the problem names: first what the file may have.
    pub(super) fn names(&self) -> (String, String) {
        let (first, second) = match self {
            Self::TooLarge { bytes, limit } => return numbers(bytes.div_ceil(1 << 20), limit >> 20),
            Self::WrongCount { periods, values } => return numbers(*periods, *values),
            Self::CutOff { kept: count }
            | Self::NotOneFocus { found: count }
            | Self::TooMany { limit: count }
            | Self::More { count } => return numbers(*count, 0),
            Self::UnknownWord { found, allowed } => {
                return (Short(found).to_string(), allowed.join("\" or \""));
            }
            Self::NotUtf8 { encoding: text }
            | Self::NotKpi { seems: Some(text) }
            | Self::Syntax { expected: text }
            | Self::MissingField { field: text } => (*text, ""),
            Self::WrongKind { expected, found } => (*found, *expected),
            Self::UnknownId { what, id } | Self::RepeatedId { what, id } => (id.as_str(), *what),
            Self::OtherVersion { found: text }
            | Self::UnknownField { field: text }
            | Self::ReservedId { id: text }
            | Self::RepeatedField { field: text }
            | Self::BadPeriod { found: text }
            | Self::BadValue { found: text }
            | Self::TooManyDigits { found: text }
            | Self::NotHttp { found: text }
            | Self::GroupInGroup { id: text }
            | Self::CircularParent { id: text }
            | Self::BadPath { found: text }
            | Self::OtherIndicator { found: text }
            | Self::IndicatorLeftOut { name: Some(text) } => (text.as_str(), ""),
            _ => ("", ""),
        };
        (Short(first).to_string(), second.to_owned())
    }
}

/// Two numbers as they stand in a message.
fn numbers(one: usize, other: usize) -> (String, String) {
    (one.to_string(), other.to_string())
}
