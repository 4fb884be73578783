use super::columns::{Column, Details, columns};
use super::row::Row;
use super::series::Series;
use crate::model::{Dataset, Figure, SeriesKey};
use crate::query::{Query, Sight, View};
use crate::view::{IndicatorModel, OverviewModel, headline};
use crate::words::Lang;
use std::fmt::{self, Write};

/// Writes every published figure that is here: those of files of their own where they have come. A series is followed
/// through all its periods; what nobody published is a row without a number.
///
/// # Errors
///
/// Those of `to`.
pub fn everything(dataset: &Dataset, lang: Lang, details: Details, to: &mut dyn Write) -> fmt::Result {
    let columns = columns(dataset, details);
    head(&columns, to)?;
    for indicator in &dataset.indicators {
        for key in indicator.figures().keys() {
            let Some(series) = Series::new(dataset, lang, indicator, *key) else { continue };
            let Some(row) = indicator.row(*key) else { continue };
            for (position, figure) in row.figures().enumerate() {
                series.write(&columns, position, &figure, to)?;
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
    let columns = columns(dataset, Details::Inside);
    head(&columns, to)?;
    match query.view {
        View::About => {}
        View::Overview => {
            for row in OverviewModel::new(dataset, query).sections.iter().flat_map(|section| &section.rows) {
                let Some(indicator) = dataset.indicator(row.indicator) else { continue };
                let Some(sight) = headline(dataset, query, indicator) else { continue };
                figure(sight, &columns, to)?;
                let mut last = sight.position;
                for earlier in query.compare.since().iter().filter_map(|since| sight.earlier(*since)) {
                    // Of a year the period before is the one a year before.
                    if earlier.position != last {
                        figure(earlier, &columns, to)?;
                    }
                    last = earlier.position;
                }
                for area in query.compare.areas() {
                    figure(sight.of(*area), &columns, to)?;
                }
            }
        }
        View::Indicator { indicator: ix, measure, .. } => {
            let (Some(indicator), Some(model)) =
                (dataset.indicator(ix), IndicatorModel::new(dataset, query, ix, measure))
            else {
                return Ok(());
            };
            let mut written: Vec<(SeriesKey, usize)> = Vec::new();
            for table in &model.tables {
                // No table has a figure twice, but several tables may have the same.
                let before = written.len();
                for at in table.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.figure) {
                    if written.iter().take(before).any(|other| *other == at) {
                        continue;
                    }
                    written.push(at);
                    let (SeriesKey { area, measure, cell }, position) = at;
                    figure(Sight { dataset, query, indicator, area, measure, cell, position }, &columns, to)?;
                }
            }
        }
    }
    Ok(())
}

fn figure(sight: Sight<'_>, columns: &[Column], to: &mut dyn Write) -> fmt::Result {
    let Some(series) = Series::new(sight.dataset, sight.query.lang, sight.indicator, sight.key()) else {
        return Ok(());
    };
    series.write(columns, sight.position, &sight.figure().unwrap_or(Figure::NOT_PUBLISHED), to)
}

fn head(columns: &[Column], to: &mut dyn Write) -> fmt::Result {
    let mut row = Row::new(to);
    for column in columns {
        row.text(&column.heading)?;
    }
    row.end()
}
