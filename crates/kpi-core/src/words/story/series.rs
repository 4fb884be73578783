//! What a series has: facts without words. Only figures of one kind of period are looked at together.

use crate::model::{Decimal, Figure, Mark, Missing, NamedPeriod, Period, PeriodKind, Unit, Value};
use crate::query::{Change, Incomparable, Sight, Since, Verdict};
use std::cmp::Ordering;

/// Fewer figures have no best and no worst, and fewer moves are no run.
const LEAST_FIGURES: usize = 4;
const LEAST_MOVES: usize = 3;

/// A sight, and what is seen at once.
#[derive(Clone, Copy)]
pub(super) struct Seen<'d> {
    pub(super) sight: Sight<'d>,
    pub(super) unit: &'d Unit,
    pub(super) named: &'d NamedPeriod,
    pub(super) figure: Figure<'d>,
}

/// An earlier period that the query asks for.
pub(super) struct Look<'d> {
    pub(super) period: Period,
    /// The period as the publication lists it, and the figure then; where it does not, there is none.
    pub(super) named: Option<&'d NamedPeriod>,
    pub(super) then: Figure<'d>,
    pub(super) change: Result<Change<'d>, Incomparable>,
}

/// Looks at the earlier periods; none where there is no number now. The year before a year is the period before, and is looked
/// at once.
pub(super) fn looks<'d>(seen: &Seen<'d>) -> Vec<Look<'d>> {
    let sight = seen.sight;
    let mut looks: Vec<Look<'_>> = Vec::new();
    for since in [Since::Previous, Since::YearBefore] {
        let Some(period) = since.before(seen.named.period) else { continue };
        let is_asked = sight.query.compare.has_since(since) && seen.figure.number().is_some();
        if !is_asked || looks.iter().any(|look| look.period == period) {
            continue;
        }
        let earlier = sight.earlier(since);
        looks.push(Look {
            period,
            named: earlier.and_then(|earlier| earlier.period()),
            then: earlier.and_then(Sight::figure).unwrap_or(Figure::NOT_PUBLISHED),
            change: sight.change(since),
        });
    }
    looks
}

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
    pub(super) is_above: bool,
    pub(super) among: Among,
}

/// Among which figures one stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Among {
    /// All of them.
    All {
        count: usize,
        /// There are others before or after a break.
        is_part: bool,
        /// How many others are equal, and the position of the last of them.
        equal: usize,
        equal_at: usize,
    },
    /// All after the one at this position, which is as high or low, or more so.
    Since(usize),
}

/// Whether the sight's figure is the highest or lowest of those that can be compared with it, or of the latest of them.
pub(super) fn record(sight: Sight<'_>) -> Option<Record> {
    let own = number(sight)?;
    let mut comparable = numbers(sight);
    let all = comparable.len();
    // A break makes the figures before it incomparable, at whatever kind of period it is marked.
    let is_break = |position: &usize| {
        let figure = (Sight { position: *position, ..sight }).figure();
        figure.is_some_and(|figure| figure.marks.has(Mark::Break))
    };
    let from = (0..=sight.position).rev().find(is_break).unwrap_or(0);
    let to = (sight.position + 1..sight.indicator.periods.len()).find(is_break).unwrap_or(usize::MAX);
    comparable.retain(|(at, _)| (from..to).contains(at));
    let count = comparable.len();
    let (mut above, mut equal, mut equal_at) = (0, 0, 0);
    // The latest earlier figures that are not below this one, and not above it.
    let (mut not_below, mut not_above) = (None, None);
    for (place, (at, number)) in comparable.iter().enumerate() {
        let order = number.cmp(&own);
        if order.is_gt() {
            above += 1;
        } else if order.is_eq() && *at != sight.position {
            equal += 1;
            equal_at = *at;
        }
        if *at < sight.position {
            not_below = if order.is_ge() { Some((place, *at)) } else { not_below };
            not_above = if order.is_le() { Some((place, *at)) } else { not_above };
        }
    }
    let own_place = comparable.iter().position(|(at, _)| *at == sight.position)?;
    let below = count - 1 - above - equal;
    for (is_above, beyond, others, latest) in [(true, above, below, not_below), (false, below, above, not_above)] {
        // A best that most of the others share is none.
        if beyond == 0 && others > equal && count >= LEAST_FIGURES {
            return Some(Record { is_above, among: Among::All { count, is_part: count < all, equal, equal_at } });
        }
        if let Some((_, at)) = latest.filter(|(place, _)| own_place - place >= LEAST_FIGURES) {
            return Some(Record { is_above, among: Among::Since(at) });
        }
    }
    None
}

/// Periods without a number between two with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    /// The positions of the numbers around it.
    pub(super) before: usize,
    pub(super) after: usize,
    /// The one period it is, where it is one.
    pub(super) only: Option<Period>,
    /// Why, for the periods that the publication lists: a bit for each reason.
    pub(super) reasons: u8,
}

/// The gaps of the sight's whole series. What begins late or ends early has no gap there.
pub(super) fn gaps(sight: Sight<'_>) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let (mut last, mut reasons): (Option<(usize, Period)>, u8) = (None, 0);
    let kind = sight.period().map(|named| named.period.kind());
    for (position, named) in sight.indicator.periods.iter().enumerate() {
        if Some(named.period.kind()) != kind {
            continue;
        }
        match (Sight { position, ..sight })
            .figure()
            .map_or(Value::Missing(Missing::NotPublished), |figure| figure.value)
        {
            Value::Number(_) => {}
            Value::Missing(missing) => {
                reasons |= 1 << missing as u8;
                continue;
            }
        }
        let previous = named.period.previous();
        if let (Some((before, earlier)), Some(previous)) = (last, previous) {
            // Other spans may overlap, so that none is missing between two of them.
            let follows = earlier == previous || matches!(kind, Some(PeriodKind::Span { .. }));
            if !follows || reasons > 0 {
                let only = (previous.previous() == Some(earlier)).then_some(previous);
                gaps.push(Gap { before, after: position, only, reasons });
            }
        }
        reasons = 0;
        last = Some((position, named.period));
    }
    gaps
}
