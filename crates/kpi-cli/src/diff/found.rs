use serde::Serialize;

/// One thing that differs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Found {
    pub(crate) kind: Kind,
    /// Where it is about one indicator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) indicator: Option<Named>,
    /// The measure and the categories, where there are any, by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) part: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) period: Option<Named>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) area: Option<Named>,
    /// As it was, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) before: Option<String>,
    /// As it is, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) now: Option<String>,
    /// How many figures came or went with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) figures: Option<usize>,
}

/// Something with an id and a name that people know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Named {
    pub(crate) id: String,
    pub(crate) name: String,
}

impl Named {
    pub(crate) fn new(id: &str, name: &str) -> Self {
        Self { id: id.to_owned(), name: name.to_owned() }
    }
}

/// What differs, in the order in which a person has to see it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// A number that changed, and nothing says why.
    #[default]
    Unmarked,
    /// A number gave way to a symbol or to nothing.
    NumberToSymbol,
    /// A symbol or nothing gave way to a number.
    SymbolToNumber,
    SymbolChanged,
    /// A number that changed and is marked as revised.
    Revised,
    /// A number that was provisional, estimated or a forecast, and changed.
    Settled,
    /// The number stayed, its marks did not.
    Marks,
    Limits,
    Remark,
    IndicatorGone,
    IndicatorId,
    IndicatorRenamed,
    Unit,
    Polarity,
    Definition,
    Source,
    Target,
    Tolerance,
    Topic,
    Notes,
    Keywords,
    PeriodLabel,
    PeriodGone,
    SeriesGone,
    IndicatorNew,
    PeriodNew,
    SeriesNew,
    AreaGone,
    AreaNew,
    AreaRenamed,
    Focus,
    Members,
    Method,
    Model,
    Title,
    Publisher,
    Licence,
    PublicationNotes,
}

impl Kind {
    /// What stands above a list of such things.
    pub(crate) const fn heading(self) -> &'static str {
        match self {
            Self::Unmarked => "Figures changed without the mark \"r\"",
            Self::NumberToSymbol => "Numbers that are symbols now",
            Self::SymbolToNumber => "Symbols that are numbers now",
            Self::SymbolChanged => "Other symbols",
            Self::Revised => "Figures revised and marked",
            Self::Settled => "Figures that were provisional, estimated or forecast",
            Self::Marks => "Other marks, same figure",
            Self::Limits => "Other confidence limits, same figure",
            Self::Remark => "Other words before a figure",
            Self::IndicatorGone => "Indicators that are gone",
            Self::IndicatorId => "Indicators with another id: links to them end",
            Self::IndicatorRenamed => "Indicators with another name",
            Self::Unit => "Other units",
            Self::Polarity => "Other direction",
            Self::Definition => "Other definitions",
            Self::Source => "Other sources",
            Self::Target => "Other targets",
            Self::Tolerance => "Other tolerance",
            Self::Topic => "Other topics",
            Self::Notes => "Other notes",
            Self::Keywords => "Other words to look for",
            Self::PeriodLabel => "Periods called otherwise",
            Self::PeriodGone => "Periods that are gone",
            Self::SeriesGone => "Areas without figures now",
            Self::IndicatorNew => "New indicators",
            Self::PeriodNew => "New periods",
            Self::SeriesNew => "Areas with figures now",
            Self::AreaGone => "Areas that are gone",
            Self::AreaNew => "New areas",
            Self::AreaRenamed => "Areas with another name",
            Self::Focus => "Another area that the publication is about",
            Self::Members => "Other members of groups",
            Self::Method => "Groups by another method",
            Self::Model => "Groups by another model",
            Self::Title => "Another title",
            Self::Publisher => "Another publisher",
            Self::Licence => "Another licence",
            Self::PublicationNotes => "Other notes of the publication",
        }
    }

    /// Whether what it was and is are texts of the publication.
    pub(crate) const fn is_text(self) -> bool {
        use Kind::{
            AreaRenamed, Definition, Focus, IndicatorId, IndicatorRenamed, Keywords, Licence, Notes, PeriodLabel,
            PublicationNotes, Publisher, Source, Title, Topic,
        };
        matches!(
            self,
            Definition
                | Focus
                | IndicatorId
                | IndicatorRenamed
                | AreaRenamed
                | Licence
                | Keywords
                | Notes
                | PeriodLabel
                | PublicationNotes
                | Publisher
                | Source
                | Title
                | Topic
        )
    }

    /// What to do, where there is something to do.
    pub(crate) const fn advice(self) -> &'static str {
        match self {
            Self::Unmarked => {
                "Mark each with \"r\" under \"status\" and say what it was under \"previous\" (`kpi build --previous` does both), or \
                 put back what was published."
            }
            Self::NumberToSymbol => "Say in the indicator's notes why the number is withheld.",
            Self::IndicatorGone | Self::IndicatorId => "Links that people have kept lead nowhere.",
            _ => "",
        }
    }
}
