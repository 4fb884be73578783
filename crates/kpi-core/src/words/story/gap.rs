//! What is not there: gaps in the series, and which figure there is instead.

use super::{Story, Worth, push, series};
use crate::model::{Dataset, Indicator, MeasureIx, Missing, NamedPeriod, Period, PeriodKind, Value};
use crate::query::{Query, Sight, Since};
use crate::words::{number, period, sentence, symbol};

pub(super) const NO_FIGURES: &str = "There are no figures.";

/// More gaps than this are counted, not named.
const MOST_NAMED: usize = 3;

/// An indicator at a time for which it has no period: `There is no figure for Q4 2020/21. The latest figure is for Q3
/// 2020/21 (79%).`
#[must_use]
pub fn no_figure(dataset: &Dataset, query: &Query, indicator: &Indicator, measure: MeasureIx) -> String {
    let Some(chosen) = query.period.filter(|_| !indicator.periods.is_empty()) else { return NO_FIGURES.to_owned() };
    let sight = Sight::new(dataset, query, indicator, measure, 0);
    let chosen_name = period::in_sentence(&NamedPeriod { period: chosen, label: None });
    let mut text = ["There is no figure for ", &chosen_name, "."].concat();
    let nearest = nearest(sight, chosen, None);
    if !nearest.is_empty() {
        push(&mut text, &[" ", &nearest, "."]);
    }
    text
}

/// Where the figure itself is missing: which one there is.
pub(super) fn instead(story: &mut Story<'_>) {
    let now = story.named.period;
    let text = nearest(story.sight, now, Some(now.kind()));
    story.say(Worth::Told, text);
}

/// `The latest figure is for Q2 2020/21 (72%)`; empty where there is none.
fn nearest(sight: Sight<'_>, chosen: Period, kind: Option<PeriodKind>) -> String {
    let (mut before, mut after) = (None, None);
    for (position, named) in sight.indicator.periods.iter().enumerate() {
        let is_of_kind = kind.is_none_or(|kind| kind == named.period.kind());
        let Some(figure) = (Sight { position, ..sight }).figure().filter(|_| is_of_kind) else { continue };
        let Value::Number(number) = figure.value else { continue };
        if named.period < chosen {
            before = Some((named, number));
        } else if named.period > chosen && after.is_none() {
            after = Some((named, number));
        }
    }
    let (which, (named, number)) = match (before, after) {
        (Some(found), None) => ("The latest figure", found),
        (Some(found), Some(_)) => ("The last figure before it", found),
        (None, Some(found)) => ("The first figure", found),
        (None, None) => return String::new(),
    };
    let value = sight.measure().map(|measure| number::aside(number, &measure.unit)).unwrap_or_default();
    let mut text = [which, " is for ", &period::in_sentence(named)].concat();
    // Of several measures nobody knows which one it would be.
    if sight.indicator.measures.len() == 1 {
        push(&mut text, &[" (", &value, ")"]);
    }
    text
}

/// `No figure is published for Q2 2019/20 (confidential) or between Q4 2019/20 and Q3 2020/21`
pub(super) fn inside(story: &mut Story<'_>) {
    let sight = story.sight;
    let compare = &sight.query.compare;
    let mut names = Vec::new();
    for gap in series::gaps(sight) {
        // What the change has said is not said again.
        let is_before = gap.after == sight.position && compare.has_since(Since::Previous);
        let year_before = Since::YearBefore.before(story.named.period).filter(|_| compare.has_since(Since::YearBefore));
        if is_before || (gap.only.is_some() && gap.only == year_before) {
            continue;
        }
        let named = |position: usize| {
            let named = sight.indicator.periods.get(position);
            named.map(period::in_sentence).unwrap_or_default()
        };
        let mut text = match gap.only {
            Some(only) => match sight.indicator.period_position(only) {
                Some(at) => ["for ", &named(at)].concat(),
                None => ["for ", &period::in_sentence(&NamedPeriod { period: only, label: None })].concat(),
            },
            None => ["between ", &named(gap.before), " and ", &named(gap.after)].concat(),
        };
        if gap.reasons.iter().any(|reason| *reason != Missing::NotPublished) {
            let mut reasons = Vec::new();
            for reason in gap.reasons {
                reasons.push(symbol::reason(reason).to_owned());
            }
            push(&mut text, &[" (", &sentence::listed(&reasons, "or"), ")"]);
        }
        names.push(text);
    }
    let text = match names.len() {
        0 => String::new(),
        1..=MOST_NAMED => ["No figure is published ", &sentence::listed(&names, "or")].concat(),
        count => ["The series has ", &super::record::whole(count), " gaps"].concat(),
    };
    story.say(Worth::Gap, text);
}
