//! What a careful colleague finds in a publication that is formally sound: figures that do not agree with each other, that
//! seem to have slipped, that are missing without a word, and words that are missing beside figures.
//!
//! Nothing is corrected, the published figure stands, and a rule that cannot tell says nothing: a false alarm costs more
//! trust than a missed fault. One file a rule; each says on what it rests, which where no source is named is our own
//! judgement. Only [`sums`] is meant for the browser.

mod budget;
mod codes;
mod decimals;
mod empty;
mod finding;
mod first_look;
mod groups;
mod kind;
mod limits;
mod log;
mod metadata;
mod periods;
mod range;
mod rate;
mod revision;
mod same;
mod sentences;
mod slip;
pub mod sums;
mod totals;

pub use finding::{Finding, Place, Severity};
pub use kind::Kind;

use crate::model::Dataset;
use log::Log;
use std::collections::BTreeMap;
use std::mem::{Discriminant, discriminant};

/// Everything that is found, the publication as a whole first, then in the order of the indicators.
///
/// Figures in files of their own count where they have been read into the dataset.
#[must_use]
pub fn check(dataset: &Dataset) -> Vec<Finding> {
    let mut log = Log::new(dataset);
    for rule in [
        codes::check,
        metadata::check,
        empty::check,
        groups::check,
        periods::check,
        totals::check,
        budget::check,
        rate::check,
        limits::check,
        // A slip says more than that the figure cannot be.
        slip::check,
        range::check,
        same::check,
        revision::check,
        decimals::check,
        first_look::check,
    ] {
        rule(&mut log);
    }
    log.found.sort_by_key(|finding| finding.place.indicator);
    log.found
}

/// Of each kind the first finding of every indicator, with the number of those left out: an indicator whose figures are all
/// revised is said once.
#[must_use]
pub fn condensed(findings: Vec<Finding>) -> Vec<Finding> {
    let mut kept: Vec<Finding> = Vec::new();
    let mut places: BTreeMap<_, Vec<(Discriminant<Kind>, Severity, usize)>> = BTreeMap::new();
    for finding in findings {
        let (kind, severity) = (discriminant(&finding.kind), finding.severity());
        let seen = places.entry(finding.place.indicator).or_default();
        match seen.iter().find(|(other, as_much, _)| *other == kind && *as_much == severity) {
            // What has no indicator is about different things.
            Some((.., at)) if finding.place.indicator.is_some() => {
                if let Some(first) = kept.get_mut(*at) {
                    first.more += 1 + finding.more;
                }
            }
            _ => {
                seen.push((kind, severity, kept.len()));
                kept.push(finding);
            }
        }
    }
    kept
}
