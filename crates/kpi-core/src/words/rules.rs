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
    (Words::Like, &[Words::LikeOnly, Words::LikeTotals, Words::LikeNot], ""),
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
        Like: "Only like with like", "Cymharu tebyg â thebyg yn unig";
        LikeOnly: "A figure is compared with another one of the same unit and the same kind of period, and not across a break in the series.", "Cymherir ffigur ag un arall o'r un uned a'r un math o gyfnod, ac nid ar draws toriad yn y gyfres.";
        LikeTotals: "Totals, as a number of children or a sum of money, are not compared with other areas or groups of areas: they grow with an area's size.", "Ni chymherir cyfansymiau, megis nifer o blant neu swm o arian, ag ardaloedd na grwpiau eraill: maent yn tyfu gyda maint yr ardal.";
        LikeNot: "Where two figures cannot be compared, the page says why.", "Lle na ellir cymharu dau ffigur, mae'r dudalen yn dweud pam.";
        Decimals: "As published", "Fel y'u cyhoeddwyd";
        DecimalsSaid: "Differences are calculated from the figures as published, to the same decimal places, so that anyone who has them gets the same result.", "Cyfrifir gwahaniaethau rhwng y ffigurau fel y'u cyhoeddwyd, gyda'u lleoedd degol, fel bod pwy bynnag sydd â'r ffigurau hyn yn cael yr un canlyniad.";
        Similar: "Better, worse, similar", "Gwell, gwaeth, tebyg";
        SimilarWhen: "Two figures are “similar” where they differ by no more than the publisher's tolerance, or where their confidence intervals overlap or touch. A figure without limits counts as its number alone.", "Mae dau ffigur yn “debyg” lle nad yw'r gwahaniaeth yn fwy na goddefiant y cyhoeddwr, neu lle mae'r ddau gyfwng hyder yn gorgyffwrdd neu'n cyffwrdd. Mae ffigur heb derfynau yn cyfrif fel ei rif yn unig.";
        SimilarRule: "Fingertips (Office for Health Improvement and Disparities) does the same, except that here a comparator's own interval counts as well.", "Felly y gwneir hefyd yn Fingertips (Office for Health Improvement and Disparities), ond bod cyfwng y cymharydd ei hun yn cyfrif yma hefyd.";
        SimilarCautious: "That is cautious: figures that are called similar may still differ.", "Mae hynny'n ofalus: gall ffigurau a elwir yn debyg fod yn wahanol er hynny.";
        Direction: "Direction", "Cyfeiriad";
        DirectionWhose: "Which direction is better is the publisher's judgement, and stands with each indicator.", "Barn y cyhoeddwr yw pa gyfeiriad sy'n well, ac fe'i nodir gyda phob dangosydd.";
        DirectionNone: "Where there is none, differences are stated and not judged.", "Lle nad oes un, nodir gwahaniaethau heb eu barnu.";
        Targets: "Targets", "Targedau";
        TargetMet: "A target is met at its number or beyond it in the good direction, and nearly met where it is missed by no more than the publisher's tolerance.", "Cyrhaeddir targed pan fo'r ffigur arno neu y tu hwnt iddo i'r cyfeiriad da; mae bron wedi'i gyrraedd pan nad yw'r gwahaniaeth yn fwy na goddefiant y cyhoeddwr.";
        TargetLimits: "Confidence limits do not soften it; nor do they in Fingertips: a target is a decision and not an estimate.", "Nid yw terfynau hyder yn ei lacio, nac yn Fingertips ychwaith: penderfyniad yw targed, nid amcangyfrif.";
        Groups: "Groups of areas", "Grwpiau o ardaloedd";
        GroupFigure: "The figure of a group is published, or it is the mean or the median of its members, each of which counts the same however many people live there.", "Mae ffigur grŵp naill ai wedi'i gyhoeddi neu'n gymedr neu'n ganolrif ei aelodau, a phob un yn cyfrif yr un fath faint bynnag o bobl sy'n byw yno.";
        GroupEnough: "It is computed where at least two in three members have a number; that limit is this page's own. A symbol is never taken for a number.", "Fe'i cyfrifir lle mae gan o leiaf ddau o bob tri aelod rif; terfyn y dudalen hon ei hun yw hynny. Ni chymerir symbol byth fel rhif.";
        GroupDecides: "Where the choice between mean and median decides what is said, the page says so.", "Lle mae'r dewis rhwng cymedr a chanolrif yn penderfynu'r hyn a ddywedir, mae'r dudalen yn dweud hynny.";
        Places: "Ranks among others", "Safleoedd ymhlith eraill";
        PlacesShared: "Equal figures share a rank.", "Mae ffigurau cyfartal yn rhannu safle.";
        PlacesChance: "Where figures are uncertain or close to each other, ranks change by chance.", "Lle mae ffigurau'n ansicr neu'n agos at ei gilydd, mae safleoedd yn newid ar hap.";
        Totals: "Totals", "Cyfansymiau";
        TotalsStand: "Published totals stand. Where the parts do not add up to the total, the page says so and corrects nothing.", "Mae'r cyfansymiau a gyhoeddwyd yn sefyll. Lle nad yw'r rhannau'n adio i'r cyfanswm, mae'r dudalen yn dweud hynny ac nid yw'n cywiro dim.";
    }
}
