//! A file as rows of text cells, each with its place.

mod csv;
mod encoding;
pub mod limits;
mod number;
mod ods;
mod pack;
mod rows;
mod sniff;
mod xlsx;

pub(crate) use rows::{Row, Rows};

use crate::problem::{Extent, Kind, Log};
use pack::Content;
use sniff::Sort;

/// What a caller knows of the rows that it looks for.
pub(crate) struct Wanted<'a> {
    /// The sheet; the first where `None`.
    pub(crate) sheet: Option<&'a str>,
    /// What stands between two cells; found out where `None`.
    pub(crate) delimiter: Option<u8>,
    /// Whether a row is the header of a known form.
    pub(crate) is_header: &'a dyn Fn(&[&str]) -> bool,
}

/// A header and the rows below it.
pub(crate) struct Grid {
    rows: Rows,
    header: usize,
}

/// So many rows of a single text are kept.
const REMARKS: usize = 50;

/// Header rows are looked for so far down.
const HEADER_WITHIN: usize = 40;

/// Reads a file of any sort. `None` where there is nothing to go on with; the log says why.
pub(crate) fn open(bytes: &[u8], wanted: &Wanted<'_>, log: &mut Log<'_>) -> Option<Grid> {
    if bytes.len() > limits::BYTES {
        log.file(Kind::TooLarge { limit: limits::BYTES });
        return None;
    }
    let rows = match sniff::sort(bytes) {
        Sort::Text => csv::read(bytes, wanted, log),
        Sort::Archive => {
            let mut pack = pack::open(bytes, log)?;
            match pack::content(&mut pack) {
                Content::Xlsx => xlsx::read(bytes, wanted.sheet, log)?,
                Content::Ods => ods::read(pack, wanted.sheet, log)?,
                Content::Other(seems) => {
                    log.file(Kind::NotATable { seems });
                    return None;
                }
            }
        }
        Sort::Other(seems) => {
            log.file(Kind::NotATable { seems });
            return None;
        }
    };
    if rows.is_empty() {
        log.file(Kind::Empty);
        return None;
    }
    let Some(header) = header(&rows, wanted) else {
        let found = rows.iter().take(HEADER_WITHIN).max_by_key(|row| (row.filled(), std::cmp::Reverse(row.number())));
        let found = found.map(|row| row.cells().filter(|cell| !cell.is_empty()).map(str::to_owned).collect());
        log.file(Kind::UnknownShape { found: found.unwrap_or_default() });
        return None;
    };
    let grid = Grid { rows, header };
    log.name_columns(grid.headings().map(str::to_owned));
    if grid.width() > limits::COLUMNS {
        log.add(grid.header_row(), 0, Kind::TooMany { what: Extent::Columns, limit: limits::COLUMNS });
        return None;
    }
    Some(grid)
}

fn header(rows: &Rows, wanted: &Wanted<'_>) -> Option<usize> {
    rows.iter().take(HEADER_WITHIN).position(|row| (wanted.is_header)(&row.cells().collect::<Vec<_>>()))
}

impl Grid {
    pub(crate) fn headings(&self) -> impl Iterator<Item = &str> {
        self.rows.row(self.header).into_iter().flat_map(Row::cells)
    }

    pub(crate) fn header_row(&self) -> u32 {
        self.rows.row(self.header).map_or(0, Row::number)
    }

    /// How many columns the header has.
    pub(crate) fn width(&self) -> usize {
        self.rows.row(self.header).map_or(0, Row::len)
    }

    /// What stands above the header: titles.
    pub(crate) fn above(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().take(self.header)
    }

    /// The rows below the header that fit it, and, in a list of their own, remarks: rows of a single text.
    ///
    /// Whatever does not fit is told.
    pub(crate) fn body(&self, log: &mut Log<'_>) -> Body<'_> {
        let width = self.width();
        let mut body = Body { rows: Vec::new(), remarks: Vec::new() };
        for (position, row) in self.rows.iter().enumerate().skip(self.header + 1) {
            let found = row.trimmed();
            let is_last = position + 1 == self.rows.len();
            if found == 0 {
                continue;
            }
            if found > width {
                log.add(row.number(), 0, Kind::UnevenRow { expected: width, found });
            } else if is_last && row.len() < width && self.rows.ends_abruptly {
                log.add(row.number(), 0, Kind::CutOff);
            } else if width > 2 && row.filled() == 1 {
                // Past these it is no remark that somebody wrote, but a column that somebody lost.
                if body.remarks.len() == REMARKS {
                    body.rows.push(row);
                    continue;
                }
                body.remarks.extend(row.cells().find(|cell| !cell.is_empty()));
            } else {
                if self.rows.keeps_empty_ends && row.len() < width {
                    log.add(row.number(), 0, Kind::UnevenRow { expected: width, found: row.len() });
                }
                body.rows.push(row);
            }
        }
        body
    }
}

/// What stands below a header.
pub(crate) struct Body<'a> {
    pub(crate) rows: Vec<Row<'a>>,
    pub(crate) remarks: Vec<&'a str>,
}
