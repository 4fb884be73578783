//! Whether the parts of a breakdown add up to their whole. In a file of its own, without the other rules, because it goes
//! into the browser: the page says beside a table what a reader with a calculator would find.
//!
//! The published figure always stands; nothing is corrected. Only what can be added is: numbers of people and things, and
//! pounds. Nothing is said where a part or the whole is a symbol, bears a remark ("over"), has no series or is computed,
//! because then nobody knows what the parts add up to.

use crate::ingest::limits::LEVELS;
use crate::model::{CategoryIx, Decimal, Dimension, Origin, Unit, UnitKind};
use crate::query::Sight;
use crate::words::{Lang, Text, fill, number};
use std::cmp::Ordering;

/// The parts of a whole, added up.
#[derive(Clone, Copy, Debug)]
pub struct Sum<'d> {
    /// The breakdown.
    pub dimension: &'d Dimension,
    /// What the parts add up to.
    pub sum: Decimal,
    /// The published whole.
    pub published: Decimal,
    /// The sum less the published whole.
    pub amount: Decimal,
    /// The most that rounding alone can make of it; see [`rounding`].
    pub allowed: Decimal,
}

impl Sum<'_> {
    /// Whether the difference may come from rounding alone.
    #[must_use]
    pub fn is_rounding(&self) -> bool {
        self.amount.magnitude() <= self.allowed
    }
}

/// The first breakdown whose parts do not add up to the figure that a sight shows.
#[must_use]
pub fn sums(sight: Sight<'_>) -> Option<Sum<'_>> {
    let each = (0..sight.indicator.dimensions.len()).filter_map(|position| sum_over(sight, position));
    each.into_iter().find(|sum| sum.amount.sign() != Ordering::Equal)
}

/// The parts of what a sight shows in one breakdown, the categories of all others as they are. Parts are those that have no
/// parts themselves; a single one is no breakdown.
#[must_use]
pub fn sum_over(sight: Sight<'_>, position: usize) -> Option<Sum<'_>> {
    let unit = &sight.measure()?.unit;
    if !matches!(unit.kind, UnitKind::Count | UnitKind::Gbp { .. }) {
        return None;
    }
    let dimension = sight.indicator.dimensions.get(position)?;
    let whole = *sight.indicator.categories_of(sight.cell).get(position)?;
    let published = exact(sight, unit)?;
    let mut numbers = vec![published];
    // The whole less each of its parts: what is left is what they lack.
    let mut rest = published;
    for part in leaves_of(dimension, whole) {
        let number = exact(Sight { cell: sight.indicator.cell_at(sight.cell, position, part), ..sight }, unit)?;
        rest = rest.minus(number);
        numbers.push(number);
    }
    if numbers.len() < 3 {
        return None;
    }
    let amount = Decimal::new(0, 0).minus(rest);
    Some(Sum { dimension, sum: published.minus(rest), published, amount, allowed: rounding(&numbers) })
}

/// "The parts add up to £27.019 million, £1 thousand more than the published total; rounding alone can make a difference of
/// up to £2 thousand."
#[must_use]
pub fn sentence(lang: Lang, sum: &Sum<'_>, unit: &Unit) -> String {
    let size = number::long(lang, sum.amount.magnitude(), unit);
    let rounding = match sum.allowed.sign() {
        _ if sum.is_rounding() => Text::RoundingCan,
        Ordering::Equal => Text::RoundingCannot,
        _ => Text::RoundingFallsShort,
    };
    let rounding = fill(rounding.say(lang), &[&number::long(lang, sum.allowed, unit)]);
    let parts = if sum.amount.sign() == Ordering::Greater { Text::PartsAreMore } else { Text::PartsAreLess };
    fill(parts.say(lang), &[&number::long(lang, sum.sum, unit), &size, &rounding])
}

/// The largest difference that rounding can make between a number and others that add up to it, all of them given.
///
/// Each rounded number is less than half a unit of its last decimal off, so that the difference is less than half a unit for
/// each of them, and it is a whole number of units: four parts and a total in whole thousands can miss each other by 2.
/// Where all are multiples of 5, 10, 100 or 1,000 (the Department for Education rounds totals of England and the regions to
/// the nearest 10: "Children in need", rounding), that is the unit.
#[must_use]
pub fn rounding(numbers: &[Decimal]) -> Decimal {
    let decimals = numbers.iter().map(|number| number.decimals()).max().unwrap_or_default();
    let is_multiple = |grain: i64| numbers.iter().all(|number| number.with_decimals(decimals).mantissa() % grain == 0);
    let count = i64::try_from(numbers.len()).unwrap_or_default();
    let grain = [1000, 100, 10, 5].into_iter().find(|grain| is_multiple(*grain)).unwrap_or(1);
    let units: i64 = numbers.iter().map(|number| 10_i64.pow(u32::from(decimals - number.decimals()))).sum();
    Decimal::new(((count - 1) / 2 * grain).max((units - 1) / 2), decimals)
}

/// A published number without a remark.
fn exact(sight: Sight<'_>, unit: &Unit) -> Option<Decimal> {
    sight.indicator.row(sight.key())?;
    let figure = sight.figure().filter(|figure| figure.origin == Origin::Published)?;
    figure.exact().map(|number| unit.published(number))
}

/// The categories without parts of their own that make up a whole: of a total all there are.
fn leaves_of(dimension: &Dimension, whole: CategoryIx) -> Vec<CategoryIx> {
    let at = |ix: CategoryIx| dimension.categories.get(usize::from(ix.0));
    let is_total = |ix: CategoryIx| at(ix).is_some_and(|category| category.total);
    let mut is_leaf = vec![true; dimension.categories.len()];
    for CategoryIx(parent) in dimension.categories.iter().filter_map(|category| category.parent) {
        if let Some(is_leaf) = is_leaf.get_mut(usize::from(parent)) {
            *is_leaf = false;
        }
    }
    let mut leaves = Vec::new();
    for ((ix, category), is_leaf) in (0..).map(CategoryIx).zip(&dimension.categories).zip(is_leaf) {
        // No breakdown that can be read has more levels.
        let mut above = Some(ix);
        for _ in 0..LEVELS {
            if above != Some(whole) {
                above = above.and_then(|ix| at(ix)?.parent);
            }
        }
        if ix != whole && is_leaf && !category.total && (is_total(whole) || above == Some(whole)) {
            leaves.push(ix);
        }
    }
    leaves
}
