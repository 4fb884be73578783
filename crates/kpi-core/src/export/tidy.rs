use super::columns::{Column, Details, columns};
use super::row::Row;
use super::series::Series;
use crate::model::Dataset;
use std::fmt::{self, Write};

/// Writes every published figure that is here: those of files of their own where they have come. A series is followed
/// through all its periods; what nobody published is a row without a number.
///
/// # Errors
///
/// Those of `to`.
pub fn everything(dataset: &Dataset, details: Details, to: &mut dyn Write) -> fmt::Result {
    let columns = columns(dataset, details);
    head(&columns, to)?;
    for indicator in &dataset.indicators {
        for key in indicator.figures().keys() {
            let Some(series) = Series::new(dataset, indicator, *key) else { continue };
            let Some(row) = indicator.row(*key) else { continue };
            for (position, figure) in row.figures().enumerate() {
                series.write(&columns, position, &figure, to)?;
            }
        }
    }
    Ok(())
}

fn head(columns: &[Column], to: &mut dyn Write) -> fmt::Result {
    let mut row = Row::new(to);
    for column in columns {
        row.text(&column.heading)?;
    }
    row.end()
}
