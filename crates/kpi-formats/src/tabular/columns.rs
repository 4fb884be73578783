use super::described::{self, Described};
use super::options::Options;
use super::{heading, value};
use crate::grid::{Grid, Row};
use crate::problem::{Kind, Log};
use std::collections::{HashMap, HashSet};

/// The rows of a file whose form is known, and all that is needed to read them.
pub(super) struct Table<'a> {
    pub(super) rows: Vec<Row<'a>>,
    pub(super) columns: Vec<Column<'a>>,
    pub(super) described: &'a Described,
    pub(super) options: &'a Options,
    pub(super) file: &'a str,
}

/// A column that has a heading of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column<'a> {
    /// Counted from 0.
    pub(super) at: usize,
    pub(super) heading: &'a str,
}

impl Column<'_> {
    /// For messages, counted from 1.
    pub(super) fn number(self) -> u32 {
        u32::try_from(self.at + 1).unwrap_or(u32::MAX)
    }
}

/// The columns that have a heading of their own; the others are told, unless they are empty.
pub(super) fn sound<'a>(grid: &'a Grid, rows: &[Row<'_>], log: &mut Log<'_>) -> Vec<Column<'a>> {
    let mut first: HashMap<String, Column<'_>> = HashMap::new();
    let mut sound = Vec::new();
    for (at, heading) in grid.headings().enumerate() {
        let column = Column { at, heading };
        if heading.is_empty() {
            if rows.iter().any(|row| !row.cell(at).is_empty()) {
                log.add(grid.header_row(), column.number(), Kind::NoHeading);
            }
        } else if let Some(first) = first.get(&heading::key(heading)) {
            log.add(grid.header_row(), column.number(), Kind::RepeatedColumn { first: first.number() });
        } else {
            first.insert(heading::key(heading), column);
            sound.push(column);
        }
    }
    sound
}

impl Table<'_> {
    /// Whether a column is of figures or of words; `None` where it is empty.
    ///
    /// What the caller or the metadata say comes first. Otherwise figures are a majority of numbers and of what people
    /// write in their place: one bad cell makes no breakdown of an indicator. "Total" is a category and no figure.
    pub(super) fn sort(&self, column: Column<'_>) -> Option<described::Sort> {
        let is_named = |name: &String| heading::key(name) == heading::key(column.heading);
        let cells = || self.rows.iter().map(|row| row.cell(column.at)).filter(|cell| !cell.is_empty());
        cells().next()?;
        if self.options.filters.iter().any(is_named) {
            return Some(described::Sort::Words);
        }
        if let Some(sort) = self.described.column(column.heading).and_then(|known| known.sort) {
            return Some(sort);
        }
        let (mut all, mut figures, mut numbers, mut symbols) = (0, 0, 0, 0);
        for cell in cells() {
            if super::collect::is_total(cell) {
                return Some(described::Sort::Words);
            }
            let reading = value::read(cell, &self.options.symbols);
            all += 1;
            figures += usize::from(reading.is_figure());
            numbers += usize::from(reading.is_number());
            symbols += usize::from(reading.complaint.is_none() && !reading.is_number());
        }
        let is_figures = if numbers == 0 { symbols == all } else { figures * 2 > all };
        Some(if is_figures { described::Sort::Figures } else { described::Sort::Words })
    }

    /// How many different cells a column has.
    pub(super) fn different(&self, column: Column<'_>) -> usize {
        self.rows.iter().map(|row| row.cell(column.at)).collect::<HashSet<_>>().len()
    }
}
