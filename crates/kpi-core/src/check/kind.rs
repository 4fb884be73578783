use super::finding::Severity;

/// What was found. Numbers and periods are as the page writes them.
///
/// Each rule says in its file on what it rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The parts of a breakdown do not add up to the published total.
    Parts {
        /// What [`super::sums::sentence`] says.
        sentence: String,
        /// Whether rounding can explain it.
        is_rounding: bool,
    },
    /// The parts of a breakdown add up to hardly any of its totals: they overlap, or one is not in the file.
    PartsNever {
        /// The breakdown.
        dimension: String,
        /// Of how many totals they miss.
        missed: usize,
        /// How many totals there are.
        of: usize,
    },
    /// Outturn less budget is not the variance.
    Variance {
        /// What it is.
        reckoned: String,
        /// What is published.
        published: String,
        /// Whether rounding can explain it.
        is_rounding: bool,
    },
    /// Variances are budget less outturn.
    VarianceTurned,
    /// The variance is another percentage of the budget than is published.
    VariancePercent {
        /// What it is.
        reckoned: String,
        /// What is published.
        published: String,
    },
    /// Numerator and denominator make another rate than is published.
    Rate {
        /// The numerator.
        numerator: String,
        /// The denominator.
        denominator: String,
        /// What they make.
        reckoned: String,
        /// What is published.
        published: String,
    },
    /// A figure lies outside its own confidence limits.
    OutsideLimits {
        /// The figure.
        value: String,
        /// The lower limit.
        lower: String,
        /// The upper limit.
        upper: String,
    },
    /// A percentage below 0 or above 100.
    NoPercentage {
        /// The figure.
        value: String,
    },
    /// Fewer than none.
    Negative {
        /// The figure.
        value: String,
    },
    /// A target that no figure of this unit can reach.
    TargetOutside {
        /// The target.
        target: String,
    },
    /// A target that seems to be written as a fraction, of figures in per cent.
    TargetFraction {
        /// The target.
        target: String,
        /// One of the figures.
        value: String,
    },
    /// A figure ten or a hundred times as large or as small as those around it.
    Slip {
        /// The figure.
        value: String,
        /// "ten times as large as"
        times: &'static str,
        /// Two figures near it.
        near: (String, String),
    },
    /// A percentage that seems to be written as a fraction.
    Fraction {
        /// The figure.
        value: String,
        /// What is usual among the other areas.
        others: String,
    },
    /// All percentages of an indicator lie between 0 and 1.
    AllFractions,
    /// The same figures as another indicator.
    SameAsIndicator {
        /// Its name.
        other: String,
    },
    /// The same figures as another area.
    SameAsArea {
        /// Its name.
        other: String,
    },
    /// Marked as revised, but not what the figure was before.
    RevisedFromUnknown,
    /// The earlier figure is the present one.
    RevisedFromSame {
        /// Both.
        value: String,
    },
    /// The latest period that most indicators of the topic have is missing.
    Behind {
        /// That period.
        latest: String,
        /// The indicator's own latest.
        own: String,
    },
    /// Periods are missing between two others.
    PeriodsMissing {
        /// How many.
        count: usize,
        /// The one before.
        after: String,
        /// The one behind.
        before: String,
    },
    /// A figure is missing between others, and no reason is given.
    FigureMissing,
    /// An area without any figure.
    EmptyArea,
    /// A topic without indicators.
    EmptyTopic {
        /// Its name.
        topic: String,
    },
    /// An indicator without a figure of the area that the publication is about.
    NoFocus,
    /// A group whose members are known, whose method is "published", and of which no figure is published.
    SilentGroup,
    /// A group contains the area that the publication is about.
    FocusInGroup,
    /// Members of a group without any figure.
    EmptyMembers {
        /// Their names.
        names: String,
        /// How many members the group has.
        of: usize,
    },
    /// Too few members of a group have a figure in the latest period.
    FewMembers {
        /// How many have one.
        contributing: usize,
        /// How many there are.
        of: usize,
    },
    /// The publication last changed before it was published.
    ModifiedBefore {
        /// When it last changed.
        modified: String,
        /// When it was published.
        published: String,
    },
    /// An indicator without a definition.
    NoDefinition,
    /// An indicator without a source.
    NoSource,
    /// No indicator says which direction is better.
    NoPolarity,
    /// A direction of a total, which is not compared with other areas.
    SizeJudged,
    /// A tolerance for measures in different units.
    ToleranceOfUnits,
    /// Two indicators of one name.
    SameName {
        /// The other one's topic.
        topic: String,
    },
    /// Two periods of one label.
    SameLabel {
        /// The label.
        label: String,
        /// The other period, in the notation of the file.
        other: String,
    },
    /// A code that belongs to another name.
    OtherCode {
        /// The area's code.
        code: String,
        /// What it is the code of.
        of: &'static str,
    },
    /// A name that belongs to another code.
    OtherName {
        /// The area's code.
        code: String,
        /// The code of that name.
        expected: &'static str,
    },
    /// The unit's decimals make different figures look the same.
    HiddenDifference {
        /// One figure as written.
        one: String,
        /// Another one.
        other: String,
        /// What is shown of both.
        shown: String,
    },
    /// A target with more decimals than its unit shows.
    TargetDecimals {
        /// As written.
        target: String,
        /// What is shown, and counts.
        shown: String,
    },
    /// A series for a first look that the indicator's file of figures does not have.
    FirstLookAlone,
    /// A figure for a first look that is another one in the indicator's file of figures.
    FirstLookOther {
        /// For a first look.
        first: String,
        /// In the file.
        file: String,
    },
    /// The same figure in both, and something else beside it.
    FirstLookBeside {
        /// The figure.
        value: String,
    },
}

impl Kind {
    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::Parts { is_rounding: false, .. }
            | Self::Variance { is_rounding: false, .. }
            | Self::VarianceTurned
            | Self::VariancePercent { .. }
            | Self::Rate { .. }
            | Self::OutsideLimits { .. }
            | Self::NoPercentage { .. }
            | Self::Negative { .. }
            | Self::TargetOutside { .. }
            | Self::TargetFraction { .. }
            | Self::Slip { .. }
            | Self::Fraction { .. }
            | Self::SameAsIndicator { .. }
            | Self::SameAsArea { .. }
            | Self::RevisedFromSame { .. }
            | Self::EmptyArea
            | Self::NoFocus
            | Self::SilentGroup
            | Self::EmptyMembers { .. }
            | Self::ModifiedBefore { .. }
            | Self::SameName { .. }
            | Self::SameLabel { .. }
            | Self::OtherCode { .. }
            | Self::OtherName { .. }
            | Self::TargetDecimals { .. }
            | Self::FirstLookAlone
            | Self::FirstLookOther { .. }
            | Self::FirstLookBeside { .. } => Severity::Warning,
            _ => Severity::Note,
        }
    }
}
