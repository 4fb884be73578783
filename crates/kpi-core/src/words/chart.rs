//! What charts say that no table does.

use super::{Lang, Text, fill, find, method, number, plural, sentence};
use crate::model::{Decimal, Method, Polarity, Source, Unit};
use crate::query::Rank;
use std::cmp::Ordering;

/// What a hollow mark means.
#[must_use]
pub fn hollow(lang: Lang) -> &'static str {
    Text::Hollow.say(lang)
}

/// What a band behind a line, or a stroke across a bar's end, means.
#[must_use]
pub fn limits_key(lang: Lang) -> &'static str {
    Text::Band.say(lang)
}

/// From the first period of a line chart to the last: `, Q1 2019/20 to Q4 2020/21`.
#[must_use]
pub fn span(lang: Lang, first: &str, last: &str) -> String {
    fill(Text::PeriodSpan.say(lang), &[first, last])
}

/// `Statistical neighbours, median of Torbay, Norfolk and Suffolk (DfE model, 2021).`
#[must_use]
pub fn method(lang: Lang, name: &str, method: Method, model: &str, members: &[String]) -> String {
    let mut words = [name, ", ", method::word(lang, method)].concat();
    if !members.is_empty() {
        words.push_str(if method == Method::Published { ": " } else { Text::OfMembers.say(lang) });
        words.push_str(&sentence::listed(lang, members));
    }
    if !model.is_empty() {
        for piece in [" (", model, ")"] {
            words.push_str(piece);
        }
    }
    words.push('.');
    words
}

/// Where the figures come from: of the indicator's source, or else of the publisher. That is said once where it is both.
#[must_use]
pub fn source(lang: Lang, source: Option<&Source>, publisher: &str) -> String {
    let mut words = Text::SourceIs.say(lang).to_owned();
    words.push_str(source.map_or(publisher, |source| &source.name));
    if let Some(source) = source {
        for piece in source.at.iter().chain(&source.url) {
            words.push_str(", ");
            words.push_str(piece);
        }
        if find(&source.name, publisher).is_none() {
            words.push_str(Text::PublishedBy.say(lang));
            words.push_str(publisher);
        }
    }
    words.push('.');
    words
}

/// Which areas a chart leaves out; empty where it leaves out none: `Too large for this chart, but in the table: England.`
#[must_use]
pub fn left_out(lang: Lang, names: &[String]) -> String {
    if names.is_empty() {
        return String::new();
    }
    fill(Text::LeftOut.say(lang), &[&sentence::listed(lang, names)])
}

/// `Licence: Open Government Licence v3.0.`
#[must_use]
pub fn licence(lang: Lang, licence: &str) -> String {
    [Text::LicenceIs.say(lang), licence, "."].concat()
}

/// What heads differences to an area: `Isle of Wight is`.
#[must_use]
pub fn area_is(lang: Lang, name: &str) -> String {
    fill(Text::FocusIs.say(lang), &[name])
}

/// `confidence limits 66 to 76`
#[must_use]
pub fn limits(lang: Lang, limits: &str) -> String {
    fill(Text::LimitsAre.say(lang), &[limits])
}

/// `from 7 of 10 members`
#[must_use]
pub fn contributing(lang: Lang, contributing: u16, members: u16) -> String {
    fill(Text::FromMembers.say(lang), &[&contributing.to_string(), &members.to_string()])
}

/// `rank 142 of 151`
#[must_use]
pub fn rank_of(lang: Lang, rank: Rank) -> String {
    fill(Text::RankOf.say(lang), &[&count(rank.place), &count(rank.of)])
}

/// A variance: `£603 thousand over`, `on budget`.
#[must_use]
pub fn over_or_under(lang: Lang, amount: Decimal, unit: &Unit) -> String {
    let text = match amount.sign() {
        Ordering::Greater => Text::OverBudget,
        Ordering::Less => Text::UnderBudget,
        Ordering::Equal => Text::OnBudget,
    };
    fill(text.say(lang), &[&number::difference(lang, amount, unit)])
}

/// The rank of an area among many, and how many more have no figure: `Isle of Wight ranks 142 of 151 areas, where 1 is the
/// best. 2 more areas have no figure.`
#[must_use]
pub fn rank(lang: Lang, name: &str, rank: Option<Rank>, polarity: Polarity, lacking: usize) -> String {
    let mut words = String::new();
    if let Some(Rank { place, sharing, of }) = rank {
        let text = if sharing > 1 { Text::SharesRank } else { Text::Ranks };
        let first = if polarity == Polarity::Neither { Text::OneIsHighest } else { Text::OneIsBest };
        words = fill(text.say(lang), &[name, &count(place), &count(of)]) + first.say(lang);
    }
    if lacking > 0 {
        words.push_str(if words.is_empty() { "" } else { " " });
        let sentence = plural(Text::Lacking.say(lang), u64::try_from(lacking).ok());
        words.push_str(&fill(sentence, &[&count(lacking)]));
    }
    words
}

fn count(count: usize) -> String {
    number::whole(u32::try_from(count).unwrap_or(u32::MAX))
}
