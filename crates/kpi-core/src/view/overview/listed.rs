//! Which indicators are listed, and in which order.

use super::{OverviewRow, Section};
use crate::model::{Dataset, Indicator};
use crate::query::{Listing, Only, Outcome, Sight, Sort, Verdict};
use crate::sorted::{by_name, sorted};
use crate::words::find;

/// Whether an indicator is one that a reader asks for.
pub(super) fn is_listed(dataset: &Dataset, listing: &Listing, indicator: &Indicator, sight: Option<Sight<'_>>) -> bool {
    listing.topic.is_none_or(|topic| topic == indicator.topic)
        && holds(listing.only, sight)
        && is_found(dataset, &listing.find, indicator)
}

fn holds(only: Only, sight: Option<Sight<'_>>) -> bool {
    let verdict = match (only, sight) {
        (Only::All, _) => return true,
        (_, None) => return false,
        (Only::GotWorse(since), Some(sight)) => sight.change(since).map(|change| change.difference.verdict),
        (Only::WorseThan(area), Some(sight)) => sight.against(area).map(|found| found.verdict),
        (Only::MissesTarget, Some(sight)) => return sight.aim().is_some_and(|aim| aim.outcome == Outcome::Missed),
    };
    verdict == Ok(Verdict::Worse)
}

/// Whether all words are somewhere in the name, the topic, the definition, the notes or the keywords. Small letters find capitals, of
/// ASCII alone: see [`crate::words::sentence::lowercased`].
fn is_found(dataset: &Dataset, sought: &str, indicator: &Indicator) -> bool {
    if sought.trim_ascii().is_empty() {
        return true;
    }
    let mut text = indicator.name.clone();
    let topic = dataset.topics.get(usize::from(indicator.topic.0)).map(|topic| &topic.name);
    for more in topic.into_iter().chain(&indicator.definition).chain(&indicator.notes).chain(&indicator.keywords) {
        text.push('\n');
        text.push_str(more);
    }
    text.make_ascii_lowercase();
    sought.to_ascii_lowercase().split_ascii_whitespace().all(|word| find(&text, word).is_some())
}

/// All rows in one list.
pub(super) fn in_one_list(rows: Vec<OverviewRow>, sort: Sort) -> Vec<Section> {
    let rows = sorted(rows, &|one, other| match sort {
        Sort::Published => false,
        Sort::Name => by_name(&one.name, &other.name),
        Sort::WorseFirst => place(one) < place(other),
    });
    if rows.is_empty() { Vec::new() } else { vec![Section { topic: None, name: String::new(), rows }] }
}

/// What got worse first, and last what cannot be judged.
fn place(row: &OverviewRow) -> u8 {
    match row.moved {
        Some(Verdict::Worse) => 0,
        Some(Verdict::Similar) => 1,
        Some(Verdict::Same) => 2,
        Some(Verdict::Better) => 3,
        Some(Verdict::Different) | None => 4,
    }
}
