//! The table beside the charts. It has every value that a chart shows.

mod by_area;
mod by_part;
mod by_period;
mod by_place;
mod figures;
mod key;
mod making;
mod order;

pub(super) use key::whole_key;

use super::areas::{areas, areas_in_parts};
use super::heading::parts;
use super::many::Many;
use crate::model::{Decimal, SeriesKey};
use crate::query::{ColumnId, Direction, Sight};
use crate::words::{number, period};
use figures::figures;
use making::Table;

/// A table with its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableModel {
    /// The indicator, what is counted, and the period where all rows share one.
    pub caption: String,
    /// The first heads the rows.
    pub columns: Vec<Column>,
    /// In the order of the publication, periods in order of time.
    pub rows: Vec<Row>,
    /// Symbols and marks that stand in the table, with their meaning.
    pub key: Vec<(String, String)>,
}

/// A column's head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Which one it is.
    pub id: ColumnId,
    /// "Isle of Wight"
    pub heading: String,
    /// Which way the rows are sorted by it, if they are.
    pub sorted: Option<Direction>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the row is about.
    pub heading: String,
    /// The row of the chosen period, of the focus area, or of a total: set bold.
    pub strong: bool,
    /// One for each column but the first.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// As shown.
    pub text: String,
    /// What stands small behind it: confidence limits, how many of a group's members are behind its figure, its method
    /// where that is another than that of the whole.
    pub aside: String,
    /// What a symbol means, for those who do not see the key; empty for a number.
    pub spoken: String,
    /// Spaces as wide as the decimals that others of its column have and it has not, so that points stand below points.
    pub pad: String,
    /// By what its row is sorted.
    pub number: Option<Decimal>,
    /// Of a figure, which one it is: its series, and the position of its period.
    pub figure: Option<(SeriesKey, usize)>,
}

/// The tables of an indicator, the first the one beside the charts: periods by area and measure, parts of a breakdown by
/// measure, areas in one period. Every chosen comparator has its place, also where none of its figures is published.
pub(super) fn tables(sight: Sight<'_>, many: Option<&Many>) -> Vec<TableModel> {
    let Sight { query, indicator, .. } = sight;
    let (Some(named), Some(measure)) = (sight.period(), sight.measure()) else { return Vec::new() };
    let lang = query.lang;
    let named = period::words(lang, named);
    let shown = areas(sight);
    let single = Some(measure).filter(|_| indicator.measures.len() == 1);
    let mut caption = indicator.name.clone();
    if let Some(measure) = single {
        caption = format!("{caption}: {}", number::unit_words(lang, &measure.unit));
    }
    let mut made = Vec::new();
    let mut end = |mut table: Table, caption: String| {
        table.sort(query.order.filter(|order| usize::from(order.table) == made.len()));
        table.align();
        let key = table.key();
        made.push(TableModel { caption, columns: table.columns, rows: table.rows, key });
    };
    let dimension = indicator.dimensions.get(usize::from(query.cut().by));
    if indicator.periods.len() > 1 || dimension.is_none() && single.is_none() {
        let mut table = Table { is_in_time: true, ..Table::new(lang) };
        table.by_period(sight, &figures(sight, &shown));
        end(table, format!("{caption}{}", parts(sight, None)));
    } else if dimension.is_none() {
        let mut table = Table::new(lang);
        table.by_area(sight, &shown, &measure.unit);
        end(table, format!("{caption}, {named}"));
    }
    if let Some(dimension) = dimension {
        let mut table = Table::new(lang);
        table.by_part(dimension, &figures(sight, &areas_in_parts(sight)));
        end(table, format!("{caption}{}, {named}", parts(sight, Some(dimension))));
    }
    if let Some(many) = many {
        let mut table = Table::new(lang);
        table.by_place(sight, many, &measure.unit);
        end(table, format!("{caption}, {named}"));
    }
    made
}
