//! What a series has: facts without words. Only figures of one kind of period are looked at together.

use crate::model::{Decimal, Figure, Marks, NamedPeriod, Period, PeriodKind, Unit, Value};
use crate::query::{Change, Incomparable, Sight, Since, Verdict};
use crate::words::{Lang, sentence};
use std::cmp::Ordering;

/// Fewer figures have no best and no worst, and fewer moves are no run.
const LEAST_FIGURES: usize = 4;
const LEAST_MOVES: usize = 3;

/// A sight, and what is seen at once.
pub(super) struct Seen<'d> {
    pub(super) sight: Sight<'d>,
    pub(super) unit: &'d Unit,
    pub(super) named: &'d NamedPeriod,
    pub(super) figure: Figure<'d>,
    /// The area's figures of the sight's kind of period, in order of time.
    pub(super) points: Vec<Point<'d>>,
    /// What is said once, because it holds of every figure that is told.
    pub(super) common: Marks,
}

/// A figure in its series.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point<'d> {
    /// The position of its period.
    pub(super) at: usize,
    pub(super) period: Period,
    /// At the decimals of its unit.
    pub(super) figure: Figure<'d>,
    /// How many breaks there are up to here for the sight's kind of period: only between two of them are figures comparable.
    pub(super) breaks: usize,
}

/// The area's figures, of one kind of period or of all.
pub(super) fn points(sight: Sight<'_>, kind: Option<PeriodKind>) -> Vec<Point<'_>> {
    let (mut points, mut breaks) = (Vec::new(), 0);
    for (at, named) in sight.indicator.periods.iter().enumerate() {
        breaks += usize::from(sight.breaks_at(at));
        if kind.is_none_or(|kind| kind == named.period.kind()) {
            let figure = (Sight { position: at, ..sight }).published().unwrap_or(Figure::NOT_PUBLISHED);
            points.push(Point { at, period: named.period, figure, breaks });
        }
    }
    points
}

pub(super) fn is_number(point: &Point<'_>) -> bool {
    point.figure.number().is_some()
}

/// An earlier period that the query asks for.
pub(super) struct Look<'d> {
    pub(super) period: Period,
    /// What it is called: `Q3`.
    pub(super) since: String,
    /// The figure then.
    pub(super) then: Figure<'d>,
    pub(super) change: Result<Change<'d>, Incomparable>,
}

/// Looks at the earlier periods; none where there is no number now. The year before a year is the period before, and is looked
/// at once.
pub(super) fn looks<'d>(seen: &Seen<'d>, lang: Lang) -> Vec<Look<'d>> {
    let sight = seen.sight;
    let mut looks: Vec<Look<'_>> = Vec::new();
    if seen.figure.number().is_none() {
        return looks;
    }
    for since in sight.query.compare.since().iter().copied() {
        let Some(period) = since.before(seen.named.period) else { continue };
        if looks.iter().any(|look| look.period == period) {
            continue;
        }
        let earlier = sight.earlier(since);
        // It may be one that the publication does not list.
        let listed = earlier.and_then(|earlier| earlier.period());
        looks.push(Look {
            period,
            since: sentence::since(lang, listed.unwrap_or(&NamedPeriod { period, label: None }), seen.named),
            then: earlier.map_or(Figure::NOT_PUBLISHED, Sight::shown_figure),
            change: sight.change(since),
        });
    }
    looks
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
    /// All after this one, which is as high or low, or more so.
    Since { at: usize, number: Decimal },
}

/// Whether the figure is the highest or lowest of those that can be compared with it, or of the latest of them. Nobody knows
/// how far from 50 "fewer than 50" is: it is no record, and among figures that have one of its kind nothing is.
pub(super) fn record(seen: &Seen<'_>) -> Option<Record> {
    let (now, all) = (seen.sight.position, &seen.points);
    let own_point = all.iter().find(|point| point.at == now)?;
    let own = own_point.figure.exact()?;
    for side in [Ordering::Greater, Ordering::Less] {
        let (mut count, mut beyond, mut behind, mut equal, mut equal_at) = (0, 0, 0, 0, 0);
        // The latest earlier figure that is not behind this one, and how many are since then.
        let (mut latest, mut passed, mut is_exact) = (None, 0, true);
        for point in all {
            if point.breaks != own_point.breaks || !is_number(point) {
                continue;
            }
            let Some(number) = point.figure.exact() else {
                is_exact = false;
                if point.at < now {
                    (latest, passed) = (None, 0);
                }
                continue;
            };
            count += 1;
            let order = number.cmp(&own);
            if order == side {
                beyond += 1;
            } else if order.is_ne() {
                behind += 1;
            } else if point.at != now {
                equal += 1;
                equal_at = point.at;
            }
            if point.at < now {
                passed += 1;
                if order != side.reverse() {
                    latest = Some((point.at, number));
                    passed = 0;
                }
            }
        }
        let is_above = side.is_gt();
        // A best that most of the others share is none.
        if is_exact && beyond == 0 && behind > equal && count >= LEAST_FIGURES {
            let is_part = all.iter().any(|point| point.breaks != own_point.breaks && is_number(point));
            return Some(Record { is_above, among: Among::All { count, is_part, equal, equal_at } });
        }
        // Those that passed, and this one.
        if let Some((at, number)) = latest
            && passed + 1 >= LEAST_FIGURES
        {
            return Some(Record { is_above, among: Among::Since { at, number } });
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
    pub(super) reasons: u16,
}

/// The gaps of the whole series. What begins late or ends early has no gap there.
pub(super) fn gaps(points: &[Point<'_>]) -> Vec<Gap> {
    let (mut gaps, mut last, mut reasons): (Vec<Gap>, Option<Point<'_>>, u16) = (Vec::new(), None, 0);
    for point in points {
        if let Value::Missing(missing) = point.figure.value {
            reasons |= 1 << missing as u16;
            continue;
        }
        let previous = point.period.previous();
        if let (Some(last), Some(previous)) = (last, previous)
            && (!point.period.follows(last.period) || reasons > 0)
        {
            let only = (previous.previous() == Some(last.period)).then_some(previous);
            gaps.push(Gap { before: last.at, after: point.at, only, reasons });
        }
        reasons = 0;
        last = Some(*point);
    }
    gaps
}
