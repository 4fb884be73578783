//! Words in every language side by side: a text that is said in one language is said in the others a column further.
//!
//! All words of a language lie behind each other in one text, found by how long those before them are. This is in every
//! visitor's download: a text costs its letters, one byte, and a small number wherever it is said.

use super::Lang;

/// The texts of an enum made by [`crate::texts!`].
#[derive(Debug)]
pub struct Table {
    /// By language: all texts behind each other, and the length of each in bytes.
    #[doc(hidden)]
    pub languages: [(&'static str, &'static [u8]); 2],
}

impl Table {
    /// The text at a position.
    #[inline(never)]
    #[must_use]
    pub fn text(&self, lang: Lang, at: usize) -> &'static str {
        let [english, welsh] = self.languages;
        let (texts, lengths) = match lang {
            Lang::En => english,
            Lang::Cy => welsh,
        };
        let (mut from, mut to) = (0, 0);
        for length in lengths.iter().take(at + 1) {
            from = to;
            to += usize::from(*length);
        }
        texts.get(from..to).unwrap_or_default()
    }
}

/// A sentence with numbers in braces, `{0} has {1}`, each of which stands for one of some values.
#[must_use]
pub fn fill(sentence: &str, values: &[&str]) -> String {
    let mut filled = String::new();
    for piece in sentence.split('{') {
        let place = piece.split_once('}').and_then(|(place, rest)| Some((place.parse::<usize>().ok()?, rest)));
        let (value, rest) =
            place.map_or(("", piece), |(place, rest)| (values.get(place).copied().unwrap_or_default(), rest));
        filled.push_str(value);
        filled.push_str(rest);
    }
    filled
}

/// The length of a text, which has to fit into a byte; reckoned by the compiler alone.
#[doc(hidden)]
#[must_use]
pub const fn length(text: &str) -> u8 {
    assert!(text.len() < 256, "a text of 256 bytes or more");
    text.len() as u8
}

/// Makes an enum of texts: `Name: "English", "Welsh";`. Where there is no Welsh yet, English stands in.
#[macro_export]
macro_rules! texts {
    ($(#[$about:meta])* $visible:vis enum $name:ident { $($text:ident: $english:literal $(, $welsh:literal)?;)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $visible enum $name { $(#[doc = $english] $text),* }

        impl $name {
            /// The words in a language.
            #[must_use]
            $visible fn say(self, lang: $crate::words::Lang) -> &'static str {
                static TABLE: $crate::words::Table = $crate::words::Table {
                    languages: [
                        (concat!($($english),*), &[$($crate::words::length($english)),*]),
                        (
                            concat!($($crate::last!($english $(, $welsh)?)),*),
                            &[$($crate::words::length($crate::last!($english $(, $welsh)?))),*],
                        ),
                    ],
                };
                TABLE.text(lang, self as usize)
            }
        }
    };
}

/// The last one of one or two.
#[doc(hidden)]
#[macro_export]
macro_rules! last {
    ($one:literal) => {
        $one
    };
    ($one:literal, $other:literal) => {
        $other
    };
}

crate::texts! {
    /// The words of figures. What is interface alone is kpi-ui's.
    pub enum Text {
        // Units.
        Per: "per ";
        Thousand: "thousand";
        Million: "million";
        Day: "day";
        Days: "days";
        Point: "point";
        Points: "points";
        PercentagePoint: "percentage point";
        PercentagePoints: "percentage points";
        To: " to ";
        UnitNumber: "Number";
        UnitPercent: "Per cent";
        UnitRate: "Rate per ";
        UnitRatio: "Ratio";
        UnitDays: "Days";
        UnitPoints: "Points";

        // Why there is no number, and what a mark says.
        NotPublished: "not published";
        Confidential: "confidential";
        NotAvailable: "not available";
        NotApplicable: "not applicable";
        RoundsToZero: "rounds to zero";
        Unreliable: "too unreliable to publish";
        Unreadable: "cannot be read from the file";
        Elsewhere: "in a file that is not here yet";
        TooFew: "not enough published figures";
        Provisional: "provisional";
        Revised: "revised";
        Estimated: "estimated";
        Forecast: "forecast";
        NotComparable: "not comparable with earlier figures";
        LowReliability: "low reliability";
        Derived: "derived, not published";

        // Periods.
        NoDate: "No date given";
        Quarter: "Quarter";
        Month: "Month";
        Year: "Year";
        Date: "Date";
        Period: "Period";
        Quarters: "quarters";
        Months: "months";
        Years: "years";
        Periods: "periods";
        LastQuarter: "Last quarter";
        LastMonth: "Last month";
        LastYear: "Last year";
        PeriodBefore: "The period before";
        SameQuarterLastYear: "Same quarter last year";
        SameMonthLastYear: "Same month last year";
        YearBefore: "A year before";
        QuarterLetter: "Q";
        AcademicYear: "academic year ";
        January: "January";
        February: "February";
        March: "March";
        April: "April";
        May: "May";
        June: "June";
        July: "July";
        August: "August";
        September: "September";
        October: "October";
        November: "November";
        December: "December";

        // Verdicts, changes, methods.
        Better: "better";
        Worse: "worse";
        Same: "the same";
        Similar: "similar";
        NoDirection: "no direction defined";
        HigherIsBetter: "Higher is better.";
        LowerIsBetter: "Lower is better.";
        NoDirectionDefined: "No better or worse direction is defined.";
        ChangeSincePrevious: "Change since the period before";
        ChangeSinceYearBefore: "Change since a year before";
        CannotBeCompared: "cannot be compared";
        NoEarlierFigure: "no earlier figure";
        AsPublished: "as published";
        Mean: "mean";
        Median: "median";

        // Tables and the overview.
        TargetOf: "target ";
        TargetMet: ", met";
        TargetNearlyMet: ", nearly met";
        TargetMissed: ", missed";
        Target: "Target";
        NoTarget: "none";
        Area: "Area";
        // Charts.
        Hollow: "hollow: provisional, estimated or forecast";
        Band: "band or thin stroke: confidence limits, between which the true figure probably lies";
        OfMembers: " of ";
        SourceIs: "Source: ";
        PublishedBy: ". Published by ";
        LicenceIs: "Licence: ";
        LimitsAre: "confidence limits {0}";
        FromMembers: "from {0} of {1} members";
        RankOf: "rank {0} of {1}";
        OverBudget: "{0} over";
        UnderBudget: "{0} under";
        OnBudget: "on budget";
        Ranks: "{0} ranks {1} of {2} areas, ";
        SharesRank: "{0} shares rank {1} of {2} areas, ";
        OneIsHighest: "where 1 is the highest.";
        OneIsBest: "where 1 is the best.";
        OneLacks: "{0} has no figure.";
        ManyLack: "{0} have no figure.";
        Place: "Place";
        DifferenceFrom: "Difference from {0}";
        SinceThen: "since {0}";
        FocusIs: " is";
        NotCompared: "not compared";
        LimitsKey: "… to …";
        LimitsMeaning: "confidence limits: the true figure probably lies between them";
        MembersKey: "… of …";
        MembersMeaning: "so many of a group's members have a figure";
        NoChange: "no change";
        NoFigureNow: "no figure for this time";

        // Taken away.
        ToleranceOf: "Differences up to {0} are called similar.";
        PartOfMembers: "{0}, {1} of {2} members";
        PublishedOn: "Published on {0}";
        ModifiedOn: "Last changed on {0}";
        FiguresOf: "Figures: {0}";

        And: "and";
    }
}
