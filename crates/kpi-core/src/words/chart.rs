//! What charts say that no table does.

use super::{method, number, sentence};
use crate::model::{Decimal, Method, Polarity, Source, Unit};
use crate::query::Rank;
use std::cmp::Ordering;

/// Where two figures cannot be compared, and both are there.
pub const NOT_COMPARED: &str = "not compared";

/// What a hollow mark means.
pub const HOLLOW: &str = "hollow: provisional, estimated or forecast";

/// What a band behind a line, or a stroke across a bar's end, means.
pub const LIMITS: &str = "band or thin stroke: confidence limits, between which the true figure probably lies";

/// From the first period of a line chart to the last: `, Q1 2019/20 to Q4 2020/21`.
#[must_use]
pub fn span(first: &str, last: &str) -> String {
    [", ", first, " to ", last].concat()
}

/// `Statistical neighbours, median of Torbay, Norfolk and Suffolk (DfE model, 2021).`
#[must_use]
pub fn method(name: &str, method: Method, model: &str, members: &[String]) -> String {
    let mut words = [name, ", ", method::word(method)].concat();
    if !members.is_empty() {
        words.push_str(if method == Method::Published { ": " } else { " of " });
        words.push_str(&sentence::listed(members, "and"));
    }
    if !model.is_empty() {
        for piece in [" (", model, ")"] {
            words.push_str(piece);
        }
    }
    words.push('.');
    words
}

/// Where the figures come from: of the indicator's source, or else of the publisher.
#[must_use]
pub fn source(source: Option<&Source>, publisher: &str) -> String {
    let mut words = "Source: ".to_owned();
    words.push_str(source.map_or(publisher, |source| &source.name));
    if let Some(source) = source {
        for piece in source.at.iter().chain(&source.url) {
            words.push_str(", ");
            words.push_str(piece);
        }
        words.push_str(". Published by ");
        words.push_str(publisher);
    }
    words.push('.');
    words
}

/// `Licence: Open Government Licence v3.0.`
#[must_use]
pub fn licence(licence: &str) -> String {
    ["Licence: ", licence, "."].concat()
}

/// What heads differences to an area: `Isle of Wight is`.
#[must_use]
pub fn area_is(name: &str) -> String {
    [name, " is"].concat()
}

/// `confidence limits 66 to 76`
#[must_use]
pub fn limits(limits: &str) -> String {
    ["confidence limits ", limits].concat()
}

/// `from 7 of 10 members`
#[must_use]
pub fn contributing(contributing: u16, members: u16) -> String {
    format!("from {contributing} of {members} members")
}

/// `rank 142 of 151`
#[must_use]
pub fn rank_of(rank: Rank) -> String {
    ["rank ", &count(rank.place), " of ", &count(rank.of)].concat()
}

/// A variance: `£603 thousand over`, `on budget`.
#[must_use]
pub fn over_or_under(amount: Decimal, unit: &Unit) -> String {
    let mut words = number::difference(amount, unit);
    match amount.sign() {
        Ordering::Greater => words.push_str(" over"),
        Ordering::Less => words.push_str(" under"),
        Ordering::Equal => "on budget".clone_into(&mut words),
    }
    words
}

/// The place of an area among many, and how many more have no figure: `Isle of Wight ranks 142 of 151 areas, where 1 is the
/// best. 2 more have no figure.`
#[must_use]
pub fn rank(name: &str, rank: Option<Rank>, polarity: Polarity, lacking: usize) -> String {
    let mut words = String::new();
    if let Some(Rank { place, sharing, of, .. }) = rank {
        words.push_str(name);
        words.push_str(if sharing > 1 { " shares rank " } else { " ranks " });
        words.push_str(&count(place));
        words.push_str(" of ");
        words.push_str(&count(of));
        words.push_str(" areas, where 1 is the ");
        words.push_str(if polarity == Polarity::Neither { "highest." } else { "best." });
    }
    if lacking > 0 {
        words.push_str(if words.is_empty() { "" } else { " " });
        words.push_str(&count(lacking));
        words.push_str(if lacking == 1 { " has no figure." } else { " have no figure." });
    }
    words
}

fn count(count: usize) -> String {
    number::whole(u32::try_from(count).unwrap_or(u32::MAX))
}
