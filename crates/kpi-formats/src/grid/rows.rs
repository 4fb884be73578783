use super::limits;
use crate::problem::{Extent, Kind, Log};

/// Rows of text cells, all in one text: a cell costs four bytes and its characters.
#[derive(Default)]
pub(crate) struct Rows {
    text: String,
    /// Where each cell ends in the text.
    ends: Vec<u32>,
    /// The first cell of each row, as a position in `ends`, and the row's number in the file.
    starts: Vec<(u32, u32)>,
    /// The file stops without the end of a line, as one does that was not copied to its end.
    pub(super) ends_abruptly: bool,
    /// Cells without text at the end of a row are in the file, so that a short row is noteworthy.
    pub(super) keeps_empty_ends: bool,
    full: bool,
}

/// A row of cells.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    rows: &'a Rows,
    first: usize,
    end: usize,
    number: u32,
}

impl Rows {
    pub(super) fn begin(&mut self, number: u32, log: &mut Log<'_>) {
        if self.starts.len() >= limits::ROWS {
            self.refuse(number, Extent::Rows, limits::ROWS, log);
        }
        if !self.full {
            self.starts.push((position(self.ends.len()), number));
        }
    }

    /// Adds a cell to the row begun last, without the white space around it.
    pub(super) fn push(&mut self, cell: &str, log: &mut Log<'_>) {
        let number = self.starts.last().map_or(0, |(_, number)| *number);
        if self.ends.len() >= limits::CELLS || self.text.len() >= limits::BYTES {
            self.refuse(number, Extent::Cells, limits::CELLS, log);
        }
        if self.full {
            return;
        }
        let cell = cell.trim();
        let kept = cell.get(..cell.floor_char_boundary(limits::CELL)).unwrap_or_default();
        if kept.len() < cell.len() {
            let (first, _) = self.starts.last().copied().unwrap_or_default();
            let column = position(self.ends.len()).saturating_sub(first) + 1;
            log.add(number, column, Kind::CellTooLong { limit: limits::CELL });
        }
        self.text.push_str(kept);
        self.ends.push(position(self.text.len()));
    }

    fn refuse(&mut self, row: u32, what: Extent, limit: usize, log: &mut Log<'_>) {
        if !self.full {
            log.add(row, 0, Kind::TooMany { what, limit });
        }
        self.full = true;
    }

    /// Nothing more is taken.
    pub(super) fn is_full(&self) -> bool {
        self.full
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    pub(super) fn row(&self, at: usize) -> Option<Row<'_>> {
        let (first, number) = *self.starts.get(at)?;
        let end = self.starts.get(at + 1).map_or(self.ends.len(), |(next, _)| *next as usize);
        Some(Row { rows: self, first: first as usize, end, number })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.starts.len()).filter_map(|at| self.row(at))
    }
}

/// Limits keep every position below 2^32.
fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl<'a> Row<'a> {
    /// From 1, as a spreadsheet counts.
    pub(crate) fn number(self) -> u32 {
        self.number
    }

    pub(crate) fn len(self) -> usize {
        self.end - self.first
    }

    /// The cell in a column, counted from 0; empty past the row's end.
    pub(crate) fn cell(self, column: usize) -> &'a str {
        let at = self.first + column;
        let cell = || {
            let start = at.checked_sub(1).and_then(|before| self.rows.ends.get(before)).map_or(0, |end| *end as usize);
            self.rows.text.get(start..*self.rows.ends.get(at)? as usize)
        };
        if at < self.end { cell().unwrap_or_default() } else { "" }
    }

    pub(crate) fn cells(self) -> impl Iterator<Item = &'a str> {
        (0..self.len()).map(move |column| self.cell(column))
    }

    /// How many cells there are without the empty ones at the end.
    pub(crate) fn trimmed(self) -> usize {
        (0..self.len()).rev().find(|column| !self.cell(*column).is_empty()).map_or(0, |last| last + 1)
    }

    /// How many cells have text.
    pub(crate) fn filled(self) -> usize {
        self.cells().filter(|cell| !cell.is_empty()).count()
    }
}
