use super::finding::Severity;
use std::fmt;

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
    /// An indicator without a definition.
    NoDefinition,
    /// An indicator without a source.
    NoSource,
    /// No indicator says which direction is better.
    NoPolarity,
    /// Better and worse of a number that depends on the size of an area.
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

    pub(super) fn write_what(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Parts { sentence, .. } => f.write_str(sentence),
            Self::PartsNever { dimension, missed, of } => {
                write!(f, "The parts by “{dimension}” do not add up to {missed} of {of} totals.")
            }
            Self::Variance { reckoned, published, is_rounding } => {
                write!(f, "Outturn less budget is {reckoned}, and the published variance {published}")?;
                f.write_str(if *is_rounding { "; rounding can explain that." } else { "." })
            }
            Self::VarianceTurned => {
                write!(f, "The published variances are budget less outturn, not outturn less budget.")
            }
            Self::VariancePercent { reckoned, published } => {
                write!(f, "The variance is {reckoned} of the budget, and {published} is published.")
            }
            Self::Rate { numerator, denominator, reckoned, published } => {
                write!(f, "{numerator} of {denominator} are {reckoned}, and {published} is published.")
            }
            Self::OutsideLimits { value, lower, upper } => {
                write!(f, "{value} is not between its confidence limits, {lower} and {upper}.")
            }
            Self::NoPercentage { value } => write!(f, "{value} is not between 0 and 100 per cent."),
            Self::Negative { value } => write!(f, "{value} is less than nothing."),
            Self::TargetOutside { target } => write!(f, "No figure in this unit can reach the target of {target}."),
            Self::TargetFraction { target, value } => {
                write!(f, "The target is {target}, and the figures are like {value}.")
            }
            Self::Slip { value, times, near: (one, other) } => {
                write!(f, "{value} is about {times} the figures near it, {one} and {other}.")
            }
            Self::Fraction { value, others } => write!(f, "{value} stands among figures like {others} of other areas."),
            Self::AllFractions => write!(f, "All these percentages lie between 0 and 1."),
            Self::SameAsIndicator { other } => write!(f, "The figures are those of “{other}”."),
            Self::SameAsArea { other } => write!(f, "The figures are those of {other}."),
            Self::RevisedFromUnknown => {
                write!(f, "The figure is marked as revised, and nothing says what it was before.")
            }
            Self::RevisedFromSame { value } => write!(f, "The earlier figure is the present one, {value}."),
            Self::Behind { latest, own } => {
                write!(f, "The latest figure is that of {own}; most of this topic have {latest}.")
            }
            Self::PeriodsMissing { count: 1, after, before } => {
                write!(f, "The period between {after} and {before} is missing.")
            }
            Self::PeriodsMissing { count, after, before } => {
                write!(f, "{count} periods between {after} and {before} are missing.")
            }
            Self::FigureMissing => write!(f, "There is neither a figure nor a reason between others that have one."),
            Self::EmptyArea => write!(f, "There is no figure of this area."),
            Self::EmptyTopic { topic } => write!(f, "The topic “{topic}” has no indicators."),
            Self::NoFocus => write!(f, "There is no figure of the area that the publication is about."),
            Self::SilentGroup => {
                write!(
                    f,
                    "The method is “published”, but no figure of the group is published, so that none is shown at first."
                )
            }
            Self::FocusInGroup => {
                write!(f, "The group contains the area that it is compared with, which makes differences smaller.")
            }
            Self::EmptyMembers { names, of } => write!(f, "There is no figure of these of its {of} members: {names}."),
            Self::FewMembers { contributing, of } => {
                write!(f, "In the latest period {contributing} of {of} members have a figure, too few to compute one.")
            }
            Self::NoDefinition => write!(f, "There is no definition."),
            Self::NoSource => write!(f, "There is no source."),
            Self::NoPolarity => {
                write!(f, "No indicator says whether higher or lower is better, so that nothing is judged.")
            }
            Self::SizeJudged => {
                write!(f, "Better and worse than other areas is judged by a number that depends on an area's size.")
            }
            Self::ToleranceOfUnits => write!(f, "One tolerance holds for measures in different units."),
            Self::SameName { topic } => write!(f, "Another indicator has the same name, under “{topic}”."),
            Self::SameLabel { label, other } => write!(f, "“{label}” is the label of another period as well, {other}."),
            Self::OtherCode { code, of } => write!(f, "{code} is the code of {of}."),
            Self::OtherName { code, expected } => write!(f, "The code of this name is {expected}, not {code}."),
            Self::HiddenDifference { one, other, shown } => {
                write!(f, "{one} and {other} are both shown as {shown}, and count as equal.")
            }
            Self::TargetDecimals { target, shown } => {
                write!(f, "The target of {target} is shown as {shown}, and counts as that.")
            }
            Self::FirstLookAlone => write!(f, "These figures are not in the indicator's own file."),
            Self::FirstLookOther { first, file } => {
                write!(f, "The publication has {first}, and the indicator's own file {file}.")
            }
            Self::FirstLookBeside { value } => write!(
                f,
                "Beside {value} the indicator's own file has other limits, letters, remarks or earlier figures than the \
                 publication."
            ),
        }
    }

    /// What to look at, as a sentence.
    #[must_use]
    pub const fn mend(&self) -> &'static str {
        match self {
            Self::Parts { is_rounding: true, .. } | Self::Variance { is_rounding: true, .. } => {
                "Nothing has to change; a note spares readers the question."
            }
            Self::Parts { .. } => {
                "Look at the figures of the parts and at the total; the published total stays as it is."
            }
            Self::PartsNever { .. } => {
                "If parts overlap or not all of them are listed, say so in a note; otherwise look at the figures."
            }
            Self::Variance { .. } => "Look at the three figures; the published variance stays as it is.",
            Self::VarianceTurned => "Turn their signs round, or say in a note what they mean.",
            Self::VariancePercent { .. } => "Look at the variance, the budget and the percentage.",
            Self::Rate { .. } => {
                "Look at the three figures and at the unit; say in a note if the rate rests on others."
            }
            Self::OutsideLimits { .. } => "Look at the figure and its limits, and whether they are in the same unit.",
            Self::NoPercentage { .. } => "Look at the figure; if it is a change, say so in the name.",
            Self::Negative { .. } => "Look at the sign; if it is a change or a balance, say so in the name.",
            Self::TargetOutside { .. } => "Look at the target and its unit.",
            Self::TargetFraction { .. } => "Write the target in per cent as well: 95, not 0.95.",
            Self::Slip { .. } => {
                "Look for a decimal point in the wrong place; if the figure is right, say why in a note."
            }
            Self::Fraction { .. } => "Look whether it should be in per cent: 79, not 0.79.",
            Self::AllFractions => "Look whether they should be in per cent: 79, not 0.79.",
            Self::SameAsIndicator { .. } | Self::SameAsArea { .. } => {
                "Look whether a row or a column was copied twice."
            }
            Self::RevisedFromUnknown => {
                "Write the earlier figure under \"previous\", or say in a note what was revised."
            }
            Self::RevisedFromSame { .. } => "Look whether the present or the earlier figure is wrong.",
            Self::Behind { .. } => "Add the period, with null or a symbol where there is no figure yet.",
            Self::PeriodsMissing { .. } => "Add them, with null or a symbol where there is no figure.",
            Self::FigureMissing => "Write the figure, or a symbol that says why there is none.",
            Self::EmptyArea => "Add its figures, or leave the area out.",
            Self::EmptyTopic { .. } => "Add indicators, or leave the topic out.",
            Self::NoFocus => "Add its figures; without them there is nothing to compare.",
            Self::SilentGroup => "Write \"mean\" or \"median\" as the method, or add the published figures.",
            Self::FocusInGroup => "Leave it out of the members, unless the group is published so.",
            Self::EmptyMembers { .. } => "Add their figures, or publish the group's own.",
            Self::FewMembers { .. } => "Add the members' figures when they are published.",
            Self::NoDefinition => "Say what exactly is counted, of whom, and when.",
            Self::NoSource => "Say who published the figures, and where.",
            Self::NoPolarity => {
                "Write \"higher\" or \"lower\" where the council judges so, and \"none\" where it does not."
            }
            Self::SizeJudged => "Publish a rate beside it, or write \"none\" as its polarity.",
            Self::ToleranceOfUnits => "Give each measure an indicator of its own, or leave the tolerance out.",
            Self::SameName { .. } => "Give one of them a name that says what differs.",
            Self::SameLabel { .. } => "Give one of them a label that says what differs.",
            Self::OtherCode { .. } | Self::OtherName { .. } => "Look whether the code or the name is wrong.",
            Self::HiddenDifference { .. } => "Leave the unit's decimals out, or raise them, if the difference matters.",
            Self::TargetDecimals { .. } => "Raise the unit's decimals, or write the target as it is shown.",
            Self::FirstLookAlone | Self::FirstLookOther { .. } | Self::FirstLookBeside { .. } => {
                "Upload both files of one build; the indicator's own file has all its figures."
            }
        }
    }
}
