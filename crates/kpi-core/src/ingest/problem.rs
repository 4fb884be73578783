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
