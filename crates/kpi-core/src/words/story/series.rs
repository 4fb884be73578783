//! What a series has: facts without words. Only figures of one kind of period are looked at together.

use crate::model::{Decimal, Mark, Missing, Period, PeriodKind, Polarity, Value};
use crate::query::{Sight, Since, Verdict};
use std::cmp::Ordering;

/// Fewer figures have no best and no worst, and fewer moves are no run.
const LEAST_FIGURES: usize = 4;
const LEAST_MOVES: usize = 3;

/// The area's numbers of the sight's kind of period, with their positions, in order of time.
pub(super) fn numbers(sight: Sight<'_>) -> Vec<(usize, Decimal)> {
    let mut numbers = Vec::new();
    let kind = sight.period().map(|named| named.period.kind());
    for (position, named) in sight.indicator.periods.iter().enumerate() {
        if Some(named.period.kind()) == kind {
            numbers.extend(number(Sight { position, ..sight }).map(|number| (position, number)));
        }
    }
    numbers
}

/// The number at the decimals of its unit.
pub(super) fn number(sight: Sight<'_>) -> Option<Decimal> {
    sight.figure()?.number_in(&sight.measure()?.unit).ok()
}

/// Moves in one direction, one period after the other, up to the sight's own: over gaps, symbols and breaks nothing moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) moves: usize,
    /// Better or worse where every one of the moves is; otherwise what the numbers do.
    pub(super) way: Way,
}

/// Which way a run goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Judged(Verdict),
    Moved(Ordering),
}

pub(super) fn run(sight: Sight<'_>) -> Option<Run> {
    let first = sight.change(Since::Previous).ok()?.difference;
    let (mut moved, mut judged) = (0, 0);
    let mut at = sight;
    while let Ok(change) = at.change(Since::Previous) {
        let found = change.difference;
        if found.amount.sign() != first.amount.sign() {
            break;
        }
        if found.verdict == first.verdict && judged == moved {
            judged += 1;
        }
        moved += 1;
        let Some(earlier) = at.earlier(Since::Previous) else { break };
        at = earlier;
    }
    let is_judged = judged >= LEAST_MOVES && matches!(first.verdict, Verdict::Better | Verdict::Worse);
    let (moves, way) = match is_judged {
        true => (judged, Way::Judged(first.verdict)),
        false => (moved, Way::Moved(first.amount.sign())),
    };
    (moves >= LEAST_MOVES).then_some(Run { moves, way })
}

/// A figure that stands out among those published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// Above the others, or below them.
    pub(super) side: Ordering,
    /// Among how many, or since when.
    pub(super) among: Among,
}

/// Among which figures one stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Among {
    /// Among all of them.
    All {
        count: usize,
        /// Only those between two breaks are comparable.
        is_part: bool,
        /// The positions of as many others that are equal, and of the last of them.
        equal: usize,
        equal_at: usize,
    },
    /// Among all after the one at this position, which is as high or low, or more so.
    Since(usize),
}

/// Whether the sight's figure is the highest or lowest of those that can be compared with it, or of the latest of them.
pub(super) fn record(sight: Sight<'_>) -> Option<Record> {
    let own = number(sight)?;
    let all = numbers(sight);
    // A break makes figures before it incomparable, at whatever kind of period it is marked.
    let is_break = |position: &usize| {
        let figure = (Sight { position: *position, ..sight }).figure();
        figure.is_some_and(|figure| figure.marks.has(Mark::Break))
    };
    let from = (0..=sight.position).rev().find(is_break).unwrap_or(0);
    let end = sight.indicator.periods.len();
    let to = (sight.position + 1..end).find(is_break).unwrap_or(end);
    let mut comparable = all.clone();
    comparable.retain(|(at, _)| (from..to).contains(at));
    let (mut above, mut below, mut equal, mut equal_at) = (0, 0, 0, 0);
    for (at, number) in &comparable {
        match number.cmp(&own) {
            Ordering::Greater => above += 1,
            Ordering::Less => below += 1,
            Ordering::Equal if *at != sight.position => (equal, equal_at) = (equal + 1, *at),
            Ordering::Equal => {}
        }
    }
    let count = comparable.len();
    for (side, beyond, others) in [(Ordering::Greater, above, below), (Ordering::Less, below, above)] {
        // A best that most others share is none.
        if beyond == 0 && others > equal && count >= LEAST_FIGURES {
            return Some(Record { side, among: Among::All { count, is_part: count < all.len(), equal, equal_at } });
        }
        let mut earlier = comparable.iter().rev().filter(|(at, _)| *at < sight.position);
        if let Some(passed) = earlier.clone().position(|(_, number)| own.cmp(number) != side)
            && passed + 1 >= LEAST_FIGURES
        {
            return earlier.nth(passed).map(|(at, _)| Record { side, among: Among::Since(*at) });
        }
    }
    None
}

/// Periods without a number between two with one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    /// The positions of the numbers around it.
    pub(super) before: usize,
    pub(super) after: usize,
    /// The one period it is, where it is one.
    pub(super) only: Option<Period>,
    /// Why, for the periods that the publication lists.
    pub(super) reasons: Vec<Missing>,
}

/// The gaps of the sight's whole series. What begins late or ends early has no gap there.
pub(super) fn gaps(sight: Sight<'_>) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let (mut last, mut reasons): (Option<(usize, Period)>, Vec<Missing>) = (None, Vec::new());
    let kind = sight.period().map(|named| named.period.kind());
    for (position, named) in sight.indicator.periods.iter().enumerate() {
        if Some(named.period.kind()) != kind {
            continue;
        }
        let value = (Sight { position, ..sight }).figure().map(|figure| figure.value);
        let Some(Value::Number(_)) = value else {
            let Some(Value::Missing(missing)) = value else { continue };
            if !reasons.contains(&missing) {
                reasons.push(missing);
            }
            continue;
        };
        let previous = named.period.previous();
        if let (Some((before, earlier)), Some(previous)) = (last, previous) {
            // Other spans may overlap, so that none is missing between two of them.
            let follows = earlier == previous || matches!(kind, Some(PeriodKind::Span { .. }));
            if !follows || !reasons.is_empty() {
                let only = (previous.previous() == Some(earlier)).then_some(previous);
                gaps.push(Gap { before, after: position, only, reasons: std::mem::take(&mut reasons) });
            }
        }
        reasons.clear();
        last = Some((position, named.period));
    }
    gaps
}

/// Whether being above the others is good, bad, or neither.
pub(super) fn verdict_of(side: Ordering, polarity: Polarity) -> Verdict {
    match (side, polarity) {
        (Ordering::Equal, _) | (_, Polarity::Neither) => Verdict::Different,
        (Ordering::Greater, Polarity::Higher) | (Ordering::Less, Polarity::Lower) => Verdict::Better,
        _ => Verdict::Worse,
    }
}
