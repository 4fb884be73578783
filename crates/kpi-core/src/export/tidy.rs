use super::columns::{BEFORE, Breakdown, DETAILS, Details, FIGURE, breakdowns};
use super::row::Row;
use super::series::{Names, Series};
use crate::model::{Dataset, Figure, Method, SeriesKey};
use crate::query::{Query, Sight, View};
use crate::sorted::sorted;
use crate::view::{IndicatorModel, OverviewModel, overview_sight};
use crate::words::Lang;
use std::fmt::{self, Write};

/// Writes every published figure that is here: those of files of their own where they have come. A series is followed
/// through all its periods; what nobody published is a row without a number.
///
/// # Errors
///
/// Those of `to`.
pub fn everything(dataset: &Dataset, lang: Lang, details: Details, to: &mut dyn Write) -> fmt::Result {
    let mut table = Table::begin(dataset, details, to)?;
    for indicator in &dataset.indicators {
        let names = Names::new(indicator);
        for key in indicator.keys() {
            let Some(series) = Series::new(dataset, lang, &table.breakdowns, &names, key) else { continue };
            let Some(row) = indicator.row(key) else { continue };
            for (position, figure) in row.figures().enumerate() {
                table.row(&series, position, &figure, None)?;
            }
        }
    }
    Ok(())
}

/// Writes the figures that are shown, those of groups as they are computed: of an indicator what its tables have, in their
/// order; of the overview each indicator's figure, the earlier ones that it is compared with, and the comparators'.
///
/// # Errors
///
/// Those of `to`.
pub fn shown(dataset: &Dataset, query: &Query, to: &mut dyn Write) -> fmt::Result {
    let mut table = Table::begin(dataset, Details::Inside, to)?;
    match query.view {
        View::About => {}
        View::Overview => {
            for row in OverviewModel::new(dataset, query).sections.iter().flat_map(|section| &section.rows) {
                let Some(indicator) = dataset.indicator(row.indicator) else { continue };
                let Some(sight) = overview_sight(dataset, query, indicator) else { continue };
                let names = Names::new(indicator);
                table.figure(&names, sight)?;
                let mut last = sight.position;
                for earlier in query.compare.since().iter().filter_map(|since| sight.earlier(*since)) {
                    // Of a year the period before is the one a year before.
                    if earlier.position != last {
                        table.figure(&names, earlier)?;
                    }
                    last = earlier.position;
                }
                for area in query.compare.areas() {
                    table.figure(&names, sight.of(*area))?;
                }
            }
        }
        View::Indicator { indicator: ix, measure, .. } => {
            let Some(indicator) = dataset.indicator(ix) else { return Ok(()) };
            let names = Names::new(indicator);
            // Sorted between two tables.
            let mut written: Vec<(SeriesKey, usize)> = Vec::new();
            for shown in IndicatorModel::new(dataset, query, ix, measure).iter().flat_map(|model| &model.tables) {
                // No table has a figure twice, but several tables may have the same.
                let mut new = Vec::new();
                for at in shown.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.figure) {
                    if written.binary_search(&at).is_ok() {
                        continue;
                    }
                    new.push(at);
                    let (SeriesKey { area, measure, cell }, position) = at;
                    table.figure(&names, Sight { dataset, query, indicator, area, measure, cell, position })?;
                }
                written.append(&mut new);
                written = sorted(written, &|one, other| one < other);
            }
        }
    }
    Ok(())
}

/// A table on its way.
struct Table<'w> {
    breakdowns: Vec<Breakdown>,
    details: Details,
    row: Row,
    to: &'w mut dyn Write,
}

impl<'w> Table<'w> {
    /// Writes the headings.
    fn begin(dataset: &Dataset, details: Details, to: &'w mut dyn Write) -> Result<Self, fmt::Error> {
        let (breakdowns, mut row) = (breakdowns(dataset), Row::default());
        let mut texts = |texts: &[&str]| {
            for text in texts {
                row.text(text);
            }
        };
        texts(&BEFORE);
        for breakdown in &breakdowns {
            texts(&[&breakdown.heading, &breakdown.id_heading()]);
        }
        texts(&FIGURE);
        if details == Details::Inside {
            texts(&DETAILS);
        }
        row.end(to)?;
        Ok(Self { breakdowns, details, row, to })
    }

    fn row(
        &mut self,
        series: &Series<'_>,
        position: usize,
        figure: &Figure<'_>,
        method: Option<Method>,
    ) -> fmt::Result {
        series.write(&mut self.row, self.details, position, figure, method);
        self.row.end(self.to)
    }

    fn figure(&mut self, names: &Names<'_>, sight: Sight<'_>) -> fmt::Result {
        let Sight { dataset, query, position, .. } = sight;
        match Series::new(dataset, query.lang, &self.breakdowns, names, sight.key()) {
            Some(series) => self.row(&series, position, &sight.shown_figure(), sight.method()),
            None => Ok(()),
        }
    }
}
