//! What is said of each kind of finding, and what to look at.

use super::kind::Kind;
use std::fmt;

impl Kind {
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
            Self::ModifiedBefore { modified, published } => {
                write!(f, "The publication last changed on {modified}, before it was published on {published}.")
            }
            Self::NoDefinition => write!(f, "There is no definition."),
            Self::NoSource => write!(f, "There is no source."),
            Self::NoPolarity => {
                write!(f, "No indicator says whether higher or lower is better, so that nothing is judged.")
            }
            Self::SizeJudged => {
                write!(f, "It has a direction, but a total is not compared with other areas: it depends on their size.")
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
            Self::ModifiedBefore { .. } => "Look at \"published\" and \"modified\"; leave out what is not known.",
            Self::NoDefinition => "Say what exactly is counted, of whom, and when.",
            Self::NoSource => "Say who published the figures, and where.",
            Self::NoPolarity => {
                "Write \"higher\" or \"lower\" where the council judges so, and \"none\" where it does not."
            }
            Self::SizeJudged => {
                "Publish a rate beside it. If the number does not depend on an area's size, write \"total\": false in its unit."
            }
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
