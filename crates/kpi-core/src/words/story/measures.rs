//! An indicator with several measures: all of them in a sentence, and budget against spending in words.

use super::level::{value, whose};
use super::prose::{Prose, Worth};
use crate::model::{Decimal, Figure, Measure, MeasureIx, MeasureRole, Missing};
use crate::query::Sight;
use crate::words::{Text, number, period, sentence, symbol};
use std::cmp::Ordering;

/// `All non-schools in 2020/21: £603 thousand (2.2%) under budget, forecast £27.018 million against a budget of
/// £27.622 million`; without a budget, `rate 5%, numerator 10 and denominator 200`.
pub(super) fn tell(prose: &mut Prose<'_>, sight: Sight<'_>) {
    let Some(named) = sight.period() else { return };
    let dimensions = &sight.indicator.dimensions;
    whose(prose, sight);
    let total = dimensions.iter().flat_map(|dimension| &dimension.categories).find(|category| category.total);
    if prose.is_empty() {
        prose.push(total.map_or(&sight.indicator.name, |total| &total.name));
    }
    let when = period::when(prose.lang, named.period, &period::named(prose.lang, named));
    prose.push(" ").put(when).push(": ");
    if !spending(prose, sight) {
        all(prose, sight);
    }
}

/// `budget £1.200 million, outturn not published and variance −0.8%`
fn all(prose: &mut Prose<'_>, sight: Sight<'_>) {
    let measures = &sight.indicator.measures;
    let figure = |at: usize| Sight { measure: MeasureIx(u16::try_from(at).unwrap_or(u16::MAX)), ..sight }.figure();
    let count = (0..measures.len()).filter(|at| figure(*at).is_some()).count();
    let mut told = 0;
    for (at, measure) in measures.iter().enumerate() {
        if let Some(found) = figure(at) {
            prose.list(told, count, Text::AndArea).put(sentence::lowercased(plain(measure))).push(" ");
            value(prose, &found, &measure.unit);
            told += 1;
        }
    }
    if told == 0 {
        prose.push(symbol::reason(prose.lang, Missing::NotPublished));
    }
}

/// A measure by its role, with its figure, which is a number.
fn of<'d>(sight: Sight<'d>, role: MeasureRole) -> Option<(&'d Measure, Figure<'d>, Decimal)> {
    let (measure, found) = sight.indicator.measure_with(role)?;
    let figure = Sight { measure, ..sight }.figure()?;
    let number = figure.number_in(&found.unit).ok()?;
    Some((found, figure, number))
}

/// Spending against the budget. Where the publisher's variance is not the difference of the two, the published figure stands,
/// and a sentence says so. `false` where one of the two is not a number, or the figures contradict each other.
fn spending(prose: &mut Prose<'_>, sight: Sight<'_>) -> bool {
    let (Some((outturn, spent, own)), Some((budget, planned, other))) =
        (of(sight, MeasureRole::Outturn), of(sight, MeasureRole::Budget))
    else {
        return false;
    };
    let unit = &outturn.unit;
    // "Over" and "approximately" are not reckoned with.
    let exact = |role| of(sight, role).filter(|(_, figure, _)| figure.remark.is_none());
    let variance = exact(MeasureRole::Variance).filter(|(measure, ..)| measure.unit.kind == unit.kind);
    let percent = exact(MeasureRole::Percent);
    let difference = own.minus(other);
    let is_exact = spent.remark.is_none() && planned.remark.is_none();
    let amount = variance.map(|(.., number)| number).or(is_exact.then_some(difference));
    let share = percent.map(|(.., number)| number);
    let side = amount.or(share).map(Decimal::sign);
    let against = |number: Decimal| side.is_some_and(|side| number.sign() == side.reverse() && side.is_ne());
    if unit.kind != budget.unit.kind || against(difference) || share.is_some_and(against) {
        return false;
    }
    // What most come for is said first.
    if let Some(side) = side {
        if side == Ordering::Equal {
            prose.say(Text::IsOnBudget);
        } else {
            let share = percent.map(|(measure, _, number)| number::short(number.magnitude(), &measure.unit));
            match (amount, share) {
                (Some(amount), share) => {
                    prose.put(number::difference(prose.lang, amount, unit));
                    if let Some(share) = share {
                        prose.push(" (").put(share).push(")");
                    }
                }
                (None, share) => drop(prose.put(share.unwrap_or_default())),
            }
            prose.say(if side == Ordering::Less { Text::IsUnderBudget } else { Text::IsOverBudget });
        }
        prose.push(", ");
    }
    prose.put(sentence::lowercased(plain(outturn))).push(" ");
    value(prose, &spent, unit);
    prose.say(Text::AgainstBudget);
    value(prose, &planned, &budget.unit);
    if variance.is_some_and(|(.., variance)| is_exact && variance != difference) {
        prose.stop(Worth::Told);
        let difference = number::difference(prose.lang, difference, unit);
        prose.fill(Text::PublishedDiffer, &[&sentence::lowercased(plain(outturn)), &difference]);
    }
    true
}

/// "Variance, %" without its unit, which the figure has.
pub(super) fn plain(measure: &Measure) -> &str {
    let Some(name) = measure.name.strip_suffix('%').filter(|name| !name.is_empty()) else { return &measure.name };
    let name = name.trim_ascii_end();
    name.strip_suffix(',').unwrap_or(name)
}
