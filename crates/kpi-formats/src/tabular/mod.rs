//! Tables: what a file of rows and columns says.
//!
//! Two forms are known by their headings. The DfE's open data standard has a row for each area, time and combination of
//! filters, and a column for each indicator. A tidy table has a row for each figure. Reading goes from bytes to rows of
//! text, from headings to a form, and from rows to facts; each step tells what it leaves out.

mod collect;
mod columns;
mod described;
mod dfe;
mod figures;
mod heading;
mod notes;
mod options;
mod period;
mod tidy;
mod unit;
mod value;

pub use options::{Options, Periods, QuarterYear, SplitYear, YearMeaning};

use crate::facts::Facts;
use crate::grid::{self, Grid, Wanted};
use crate::problem::{Kind, Log, Problem};
use columns::Table;
use described::Described;

/// A file.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Its name, for messages, and for a table that does not say which indicator it is about.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
    /// What is in the file beside it: CSVW's `NAME.csv-metadata.json`, or the DfE's `NAME.meta.csv`.
    pub metadata: Option<&'a [u8]>,
}

/// A file, read.
#[derive(Clone, Debug)]
pub struct Read {
    /// Everything that is good; `None` where there is nothing.
    pub facts: Option<Facts>,
    /// What is not, in the order of the file.
    pub problems: Vec<Problem>,
}

/// Reads a CSV, or a sheet of an .xlsx or .ods workbook. Never fails half-way: a cell that cannot be read is
/// [`kpi_core::model::Missing::Unreadable`] and has a problem of its own.
#[must_use]
pub fn read(input: Input<'_>, options: &Options) -> Read {
    let mut log = Log::new(input.name);
    let facts = read_into(input, options, &mut log);
    Read { facts, problems: log.finish() }
}

/// A form that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    OpenDataStandard,
    Tidy,
}

fn read_into(input: Input<'_>, options: &Options, log: &mut Log<'_>) -> Option<Facts> {
    let described = described::read(input.name, input.metadata, log);
    let form_of = |headings: &[&str]| form(headings, &described, options);
    let wanted = Wanted {
        sheet: options.sheet.as_deref(),
        delimiter: described.delimiter,
        is_header: &|headings| form_of(headings).is_some(),
    };
    let grid = grid::open(input.bytes, &wanted, log)?;
    let form = form_of(&grid.headings().collect::<Vec<_>>())?;
    let mut facts = about(&grid, &described);
    let body = grid.body(log);
    facts.notes.extend(body.remarks.iter().map(|remark| (*remark).to_owned()));
    let columns = columns::sound(&grid, &body.rows, log);
    let table = Table { rows: body.rows, columns, described: &described, options, file: input.name };
    let facts = match form {
        Form::OpenDataStandard => dfe::read(&table, facts, log),
        Form::Tidy => tidy::read(&table, facts, log),
    };
    if facts.facts.is_empty() {
        log.file(Kind::NoFacts);
        return None;
    }
    Some(facts)
}

fn form(headings: &[&str], described: &Described, options: &Options) -> Option<Form> {
    if dfe::is_header(headings) {
        return Some(Form::OpenDataStandard);
    }
    tidy::is_header(headings, described, options).then_some(Form::Tidy)
}

/// What stands above the table or beside it.
fn about(grid: &Grid, described: &Described) -> Facts {
    let mut above = grid.above().flat_map(|row| row.cells().filter(|cell| !cell.is_empty())).map(str::to_owned);
    let title = described.title.clone().or_else(|| above.next());
    let notes = above.chain(described.notes.iter().cloned()).collect();
    Facts { title, source: described.publisher.clone(), notes, ..Facts::default() }
}
