//! Totals against the sum of their parts, for every figure of a publication; see [`super::sums`] for what is added and what
//! rounding allows. Over the total of all other breakdowns alone: a fault in one cell of a cross table would otherwise be
//! told along every breakdown.
//!
//! Where the parts miss most totals of a breakdown, they are not parts of a whole (a child may have several needs), and that
//! is said once.

use super::kind::Kind;
use super::log::{Log, of};
use super::{Place, sums};
use crate::model::Indicator;
use crate::query::{Query, Sight};
use crate::words::Lang;
use std::cmp::Ordering;
use std::collections::BTreeMap;

pub(super) fn check(log: &mut Log<'_>) {
    let dataset = log.dataset;
    let query = Query::initial(dataset);
    for (ix, indicator) in dataset.indexed_indicators() {
        for (position, dimension) in indicator.dimensions.iter().enumerate() {
            let mut wholes: BTreeMap<u32, Whole> = BTreeMap::new();
            let at_totals = |cell| is_at_totals(indicator, cell, position);
            for series in of(ix, indicator).filter(|series| at_totals(series.key.cell)) {
                let whole = wholes.entry(series.key.cell).or_default();
                for at in 0..indicator.periods.len() {
                    let sight = Sight::new(dataset, &query, indicator, series.key.measure, at);
                    let sight = Sight { area: series.key.area, cell: series.key.cell, ..sight };
                    let Some(sum) = sums::sum_over(sight, position) else { continue };
                    whole.compared += 1;
                    if sum.amount.sign() == Ordering::Equal {
                        continue;
                    }
                    let is_rounding = sum.is_rounding();
                    whole.missed += usize::from(!is_rounding);
                    let sentence = sums::sentence(Lang::En, &sum, &series.measure.unit);
                    whole.found.push((series.place_at(at), Kind::Parts { sentence, is_rounding }));
                }
            }
            for (cell, Whole { compared, missed, found }) in wholes {
                if missed >= 3 && missed * 2 > compared {
                    let kind = Kind::PartsNever { dimension: dimension.name.clone(), missed, of: compared };
                    log.push(Place { cell: Some(cell), ..Place::indicator(ix) }, kind);
                } else {
                    found.into_iter().for_each(|(place, kind)| log.push(place, kind));
                }
            }
        }
    }
}

/// One whole in all areas, measures and periods.
#[derive(Default)]
struct Whole {
    compared: usize,
    /// By more than rounding.
    missed: usize,
    found: Vec<(Place, Kind)>,
}

/// Whether a cell is at the headline of every breakdown but one.
fn is_at_totals(indicator: &Indicator, cell: u32, but: usize) -> bool {
    let mut each = indicator.dimensions.iter().zip(indicator.categories_of(cell)).enumerate();
    each.all(|(position, (dimension, at))| position == but || at == dimension.headline())
}
