//! The rules of comparing in words, for readers who want to know by what they are told "better" and "similar". They are
//! argued where they are followed: `query/compare.rs`, `group.rs`, `rank.rs`, `target.rs`.

use super::Lang;

/// A rule of comparing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What it is about.
    pub heading: &'static str,
    /// What it says.
    pub text: String,
    /// On what it rests, where others have published it; empty where they have not. Titles stay as they are published.
    pub source: &'static str,
}

/// All rules, in the order in which they are followed.
#[must_use]
pub fn rules(lang: Lang) -> Vec<Rule> {
    let mut rules = Vec::new();
    for (heading, sentences, source) in RULES {
        let mut text = String::new();
        for sentence in *sentences {
            text.push_str(if text.is_empty() { "" } else { " " });
            text.push_str(sentence.say(lang));
        }
        rules.push(Rule { heading: heading.say(lang), text, source });
    }
    rules
}

/// Heading, sentences, source.
const RULES: &[(Words, &[Words], &str)] = &[
    (Words::Like, &[Words::LikeOnly, Words::LikeNot], ""),
    (Words::Decimals, &[Words::DecimalsSaid], ""),
    (Words::Similar, &[Words::SimilarWhen, Words::SimilarRule, Words::SimilarCautious], OVERLAP),
    (Words::Direction, &[Words::DirectionWhose, Words::DirectionNone], ""),
    (Words::Targets, &[Words::TargetMet, Words::TargetLimits], ""),
    (Words::Groups, &[Words::GroupFigure, Words::GroupEnough, Words::GroupDecides], ""),
    (Words::Places, &[Words::PlacesShared, Words::PlacesChance], LEAGUE),
    (Words::Totals, &[Words::TotalsStand], ""),
];

const OVERLAP: &str = "Schenker and Gentleman, “On Judging the Significance of Differences by Examining the Overlap Between \
                       Confidence Intervals”, The American Statistician 55, 2001";
const LEAGUE: &str = "Goldstein and Spiegelhalter, “League Tables and Their Limitations”, Journal of the Royal Statistical \
                      Society A 159, 1996";

crate::texts! {
    /// The words of the rules.
    enum Words {
        Like: "Only like with like";
        LikeOnly: "A figure is compared with another one of the same unit and the same kind of period, and not across a break in the series.";
        LikeNot: "Where two figures cannot be compared, the page says why.";
        Decimals: "As published";
        DecimalsSaid: "Differences are taken between the figures as they are published, at their decimals, so that whoever has these figures finds the same.";
        Similar: "Better, worse, similar";
        SimilarWhen: "A difference is “similar” where it is no larger than the publisher's tolerance, or where the two confidence intervals overlap or touch. A figure without limits counts as its number alone.";
        SimilarRule: "So does Fingertips (Office for Health Improvement and Disparities), except that here a comparator's own interval counts as well.";
        SimilarCautious: "That is cautious: figures that are called similar may still differ.";
        Direction: "Direction";
        DirectionWhose: "Which direction is better is the publisher's judgement, and stands with each indicator.";
        DirectionNone: "Where there is none, differences are stated and not judged.";
        Targets: "Targets";
        TargetMet: "A target is met at its number or beyond it in the good direction, and nearly met where it is missed by no more than the publisher's tolerance.";
        TargetLimits: "Confidence limits do not soften it, in Fingertips neither: a target is a decision and not an estimate.";
        Groups: "Groups of areas";
        GroupFigure: "The figure of a group is published, or it is the mean or the median of its members, each of which counts the same however many people live there.";
        GroupEnough: "It is computed where at least two in three members have a number; that limit is this page's own. A symbol is never taken for a number.";
        GroupDecides: "Where the choice between mean and median decides what is said, the page says so.";
        Places: "Places among others";
        PlacesShared: "Equal figures share a place.";
        PlacesChance: "Where figures are uncertain or close to each other, places change by chance.";
        Totals: "Totals";
        TotalsStand: "Published totals stand. Where the parts do not add up to one, the page says so and corrects nothing.";
    }
}
