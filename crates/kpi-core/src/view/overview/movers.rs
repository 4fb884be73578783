//! What got worse and what got better since the period before: the answer to what most readers come with.

use super::row::ChangeModel;
use crate::model::{Indicator, IndicatorIx};
use crate::query::{Query, Sight, Since, Verdict};
use crate::words::{period, sentence};

/// More indicators than this are counted, not named.
const MOST_NAMED: usize = 5;

/// Indicators that moved one way.
#[derive(Clone, Debug, PartialEq)]
pub struct Movers {
    /// Better or worse.
    pub verdict: Verdict,
    /// The first of them, in the order of the publication: points, days and pounds have no order among them.
    pub named: Vec<Mover>,
    /// How many there are besides.
    pub more: usize,
}

/// An indicator that moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Mover {
    /// Where a click leads.
    pub indicator: IndicatorIx,
    /// Its name.
    pub name: String,
    /// How it moved.
    pub change: ChangeModel,
    /// From when to when: "since Q3"; with the figure's own period, where that is not the chosen one: "2020, since 2019".
    pub when: String,
}

/// Of all indicators that have a direction, how many got better, got worse, did not change, and did not change clearly.
#[derive(Default)]
pub(super) struct Tally {
    counts: [usize; 4],
    /// Of these, how many by figures that are not of the chosen period.
    of_other_periods: usize,
    /// The first that got better, and the first that got worse.
    named: [Vec<Mover>; 2],
}

impl Tally {
    pub(super) fn count(&mut self, ix: IndicatorIx, indicator: &Indicator, sight: Sight<'_>) {
        let place = match sight.moved(Since::Previous) {
            Some(Verdict::Better) => 0,
            Some(Verdict::Worse) => 1,
            Some(Verdict::Same) => 2,
            Some(Verdict::Similar) => 3,
            Some(Verdict::Different) | None => return,
        };
        if let Some(count) = self.counts.get_mut(place) {
            *count += 1;
        }
        let (chosen, shown) = (sight.query.period, sight.period().map(|named| named.period));
        self.of_other_periods += usize::from(chosen.is_some() && shown != chosen);
        if let Some(named) = self.named.get_mut(place).filter(|named| named.len() < MOST_NAMED)
            && let (Ok(change), Some(measure)) = (sight.change(Since::Previous), sight.measure())
        {
            let change = ChangeModel::new(&change, sight, &measure.unit);
            let own = sight.period().filter(|_| shown != chosen).map(|named| period::named(sight.query.lang, named));
            let when = own.map_or_else(|| change.since.clone(), |own| [&own, ", ", &*change.since].concat());
            named.push(Mover { indicator: ix, name: indicator.name.clone(), change, when });
        }
    }

    /// How many moved which way.
    pub(super) fn told(&self, query: &Query) -> String {
        let mut told = sentence::overview(query.lang, self.counts);
        if let Some(chosen) = query.period.filter(|_| self.of_other_periods > 0) {
            told.push(' ');
            told.push_str(&sentence::other_periods(query.lang, self.of_other_periods, chosen));
        }
        told
    }

    /// Which ones moved: what got worse first.
    pub(super) fn movers(self) -> Vec<Movers> {
        let [many_better, many_worse, ..] = self.counts;
        let [better, worse] = self.named;
        let mut movers = Vec::new();
        for (verdict, named, many) in [(Verdict::Worse, worse, many_worse), (Verdict::Better, better, many_better)] {
            if !named.is_empty() {
                movers.push(Movers { verdict, more: many - named.len(), named });
            }
        }
        movers
    }
}
