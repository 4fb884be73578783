use crate::document::Number;
use crate::layout::Named;
use kpi_core::model::{AreaIx, Dataset, Figure, Indicator, Mark, Missing, SeriesKey, Value};
use serde::Serialize;

/// The figures of an indicator laid out as a table: area, measure, breakdowns, period.
pub(super) struct Cube<'d> {
    indicator: &'d Indicator,
    /// The areas that have series, in the order of the publication.
    pub(super) areas: Vec<AreaIx>,
}

/// All values in their order, or, where most would be `null`, those that there are by their place.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Values {
    Dense(Vec<Option<Number>>),
    Sparse(Named<Number>),
}

impl<'d> Cube<'d> {
    pub(super) fn of(dataset: &Dataset, indicator: &'d Indicator) -> Self {
        let mut areas: Vec<AreaIx> = indicator.keys().into_iter().map(|key| key.area).collect();
        areas.dedup();
        // A table has at least one category of each dimension, also where its figures are in a file of their own.
        if areas.is_empty() {
            areas.push(dataset.focus());
        }
        Self { indicator, areas }
    }

    pub(super) fn sizes(&self) -> Vec<usize> {
        let Indicator { measures, dimensions, periods, .. } = self.indicator;
        let breakdowns = dimensions.iter().map(|dimension| dimension.categories.len());
        [self.areas.len(), measures.len()].into_iter().chain(breakdowns).chain([periods.len()]).collect()
    }

    /// The values, and the statuses by place.
    pub(super) fn figures(&self) -> (Values, Named<String>) {
        let (mut values, mut statuses) = (Vec::new(), Vec::new());
        for key in self.indicator.keys() {
            let Some(row) = self.indicator.row(key) else { continue };
            for (cell, figure) in (self.start(key)..).zip(row.figures()) {
                if let Value::Number(number) = figure.value {
                    values.push((cell, Number(number)));
                }
                statuses.extend(status(&figure).map(|status| (cell.to_string(), status)));
            }
        }
        let cells = self.sizes().into_iter().fold(1_u64, |product, size| product.saturating_mul(size as u64));
        if (values.len() as u64).saturating_mul(2) < cells {
            let named = values.into_iter().map(|(cell, number)| (cell.to_string(), number));
            return (Values::Sparse(Named(named.collect())), Named(statuses));
        }
        let mut dense = Vec::new();
        for (cell, number) in values {
            dense.resize(usize::try_from(cell).unwrap_or(dense.len()), None);
            dense.push(Some(number));
        }
        dense.resize(usize::try_from(cells).unwrap_or(dense.len()), None);
        (Values::Dense(dense), Named(statuses))
    }

    /// The first cell of a series. Keys are sorted by area, measure and cell, and so are the table's cells.
    fn start(&self, key: SeriesKey) -> u64 {
        let Indicator { measures, dimensions, periods, .. } = self.indicator;
        let area = self.areas.binary_search(&key.area).unwrap_or_default() as u64;
        let cells = dimensions.iter().fold(1_u64, |product, of| product.saturating_mul(of.categories.len() as u64));
        let measure = (area.saturating_mul(measures.len() as u64)).saturating_add(u64::from(key.measure.0));
        measure.saturating_mul(cells).saturating_add(u64::from(key.cell)).saturating_mul(periods.len() as u64)
    }
}

/// The symbol in place of a number, and the letters of the marks behind it: `p`, `pr`, `c`, `low p`.
fn status(figure: &Figure<'_>) -> Option<String> {
    let letters: String = figure.marks.iter().map(Mark::letter).collect();
    let symbol = match figure.value {
        Value::Number(_) => "",
        // Alone it would be the reason why there is no number.
        Value::Missing(Missing::NotPublished) if letters == "u" => "-",
        Value::Missing(Missing::NotPublished) => "",
        Value::Missing(reason) => reason.symbol(),
    };
    let space = if symbol.is_empty() || letters.is_empty() { "" } else { " " };
    let status = format!("{symbol}{space}{letters}");
    (!status.is_empty()).then_some(status)
}
