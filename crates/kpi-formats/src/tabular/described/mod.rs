//! What a file beside the table says of its columns: CSVW metadata, or the DfE's `.meta.csv`.

mod csvw;
mod ees;

use super::heading;
use crate::problem::{Kind, Log};
use kpi_core::model::Unit;

/// What is said of a table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Described {
    pub(crate) title: Option<String>,
    pub(crate) publisher: Option<String>,
    pub(crate) notes: Vec<String>,
    pub(crate) delimiter: Option<u8>,
    pub(crate) columns: Vec<Column>,
}

/// What is said of a column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Column {
    /// Every name it goes by; one of them is its heading.
    pub(crate) names: Vec<String>,
    /// What people read.
    pub(crate) label: Option<String>,
    /// What it means elsewhere: the last part of `propertyUrl`.
    pub(crate) property: Option<String>,
    pub(crate) sort: Option<Sort>,
    pub(crate) unit: Option<Unit>,
    pub(crate) note: Option<String>,
    /// Texts that stand for nothing.
    pub(crate) nulls: Vec<String>,
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Figures,
    Words,
}

/// Reads metadata of either form; what cannot be read is told, and the table is read without it.
pub(crate) fn read(name: &str, bytes: Option<&[u8]>, log: &mut Log<'_>) -> Described {
    let Some(bytes) = bytes else { return Described::default() };
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let described = match bytes.trim_ascii_start().first() {
        Some(b'{') => csvw::read(name, bytes),
        _ => ees::read(bytes),
    };
    described.unwrap_or_else(|reason| {
        log.file(Kind::BadMetadata { reason });
        Described::default()
    })
}

impl Described {
    /// What is said of the column with this heading.
    pub(crate) fn column(&self, column: &str) -> Option<&Column> {
        let exact = |known: &&Column| known.names.iter().any(|name| name.trim() == column.trim());
        let alike = |known: &&Column| known.names.iter().any(|name| heading::key(name) == heading::key(column));
        self.columns.iter().find(exact).or_else(|| self.columns.iter().find(alike))
    }

    /// The heading and every other name of the column, each in one spelling.
    pub(crate) fn keys(&self, column: &str) -> Vec<String> {
        let known = self.column(column);
        let names = known.into_iter().flat_map(|known| known.names.iter().chain(&known.property));
        let mut keys = vec![heading::key(column)];
        keys.extend(names.map(|name| heading::key(name)));
        keys
    }

    /// What people read in the place of a heading.
    pub(crate) fn label(&self, column: &str) -> String {
        self.column(column).and_then(|known| known.label.clone()).unwrap_or_else(|| column.to_owned())
    }
}
