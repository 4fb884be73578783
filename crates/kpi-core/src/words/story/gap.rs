//! What is not there: gaps in the series, and which figure there is instead.

use super::level::aside;
use super::prose::{Prose, Worth, count};
use super::record::name;
use super::series::{Point, Seen, gaps, is_number, points};
use crate::model::{Dataset, Indicator, Marks, MeasureIx, Missing, NamedPeriod, Period, Unit};
use crate::query::{Query, Sight, Since};
use crate::words::{Text, period, symbol};

/// More gaps than this are counted, not named.
const MOST_NAMED: usize = 3;

/// An indicator at a time for which it has no period: `There is no figure for Q4 2020/21. The latest figure is for Q3
/// 2020/21 (79%).`
#[must_use]
pub fn no_figure(dataset: &Dataset, query: &Query, indicator: &Indicator, measure: MeasureIx) -> String {
    let mut prose = Prose::new(query.lang);
    let Some(chosen) = query.period.filter(|_| !indicator.periods.is_empty()) else {
        prose.say(Text::NoFigures).stop(Worth::Told);
        return prose.end(Worth::Told);
    };
    let named = NamedPeriod { period: chosen, label: None };
    prose.fill(Text::NoFigureFor, &[&period::in_sentence(query.lang, &named)]).stop(Worth::Told);
    let sight = Sight::new(dataset, query, indicator, measure, 0);
    if let Some(measure) = sight.measure() {
        nearest(&mut prose, sight, chosen, &measure.unit, &points(sight, None));
    }
    prose.end(Worth::Told)
}

/// Where the figure itself is missing: which one there is.
pub(super) fn instead(prose: &mut Prose<'_>, seen: &Seen<'_>) {
    nearest(prose, seen.sight, seen.named.period, seen.unit, &seen.points);
}

/// `The latest figure is for Q2 2020/21 (72%)`; nothing where there is none.
fn nearest(prose: &mut Prose<'_>, sight: Sight<'_>, chosen: Period, unit: &Unit, points: &[Point<'_>]) {
    let (mut before, mut after) = (None, None);
    for point in points {
        if !is_number(point) {
            continue;
        }
        if point.period < chosen {
            before = Some(point);
        } else if after.is_none() {
            after = Some(point);
        }
    }
    let Some(found) = before.or(after) else { return };
    prose.say(match (before, after) {
        (_, None) => Text::LatestIsFor,
        (None, _) => Text::FirstIsFor,
        _ => Text::LastBeforeIsFor,
    });
    prose.put(name(prose.lang, sight, found.at));
    // Of several measures nobody knows which one it would be.
    if sight.indicator.measures.len() == 1 {
        prose.push(" (");
        aside(prose, &found.figure, unit, Marks::default());
        prose.push(")");
    }
    prose.stop(Worth::Told);
}

/// `No figure is published for Q2 2019/20 (confidential) or between Q4 2019/20 and Q3 2020/21`
pub(super) fn inside(prose: &mut Prose<'_>, seen: &Seen<'_>) {
    let sight = seen.sight;
    let compare = &sight.query.compare;
    let mut gaps = gaps(&seen.points);
    // What the change has said is not said again.
    let year_before = seen.named.period.year_before().filter(|_| compare.has_since(Since::YearBefore));
    gaps.retain(|gap| {
        let is_before = gap.after == sight.position && compare.has_since(Since::Previous);
        !is_before && (gap.only.is_none() || gap.only != year_before)
    });
    if gaps.is_empty() {
        return;
    }
    if gaps.len() > MOST_NAMED {
        prose.fill(Text::HasGaps, &[&count(gaps.len())]).stop(Worth::Gap);
        return;
    }
    let lang = prose.lang;
    prose.say(Text::NoneIsPublished);
    for (at, gap) in gaps.iter().enumerate() {
        prose.list(at, gaps.len(), Text::Nor);
        match gap.only.map(|only| (only, sight.indicator.period_position(only))) {
            Some((_, Some(position))) => prose.fill(Text::For, &[&name(lang, sight, position)]),
            Some((period, None)) => {
                prose.fill(Text::For, &[&period::in_sentence(lang, &NamedPeriod { period, label: None })])
            }
            None => prose.fill(Text::Between, &[&name(lang, sight, gap.before), &name(lang, sight, gap.after)]),
        };
        // Not published is what has been said.
        let mut before = None;
        for missing in Missing::ALL {
            if missing != Missing::NotPublished && gap.reasons & 1 << missing as u16 != 0 {
                match before {
                    None => prose.push(" ("),
                    Some(or) => prose.say(or),
                };
                prose.push(symbol::reason(lang, missing));
                before = Some(Text::Or);
            }
        }
        if before.is_some() {
            prose.push(")");
        }
    }
    prose.stop(Worth::Gap);
}
