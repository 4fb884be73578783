use super::Since;
use crate::model::{AreaIx, MeasureIx};

/// By which column a table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The position of the table on the page.
    pub table: u8,
    /// The column. Where the table has no such one, its order is the usual.
    pub column: ColumnId,
    /// Which way.
    pub direction: Direction,
}

/// A column of a table, whatever stands before it: its position changes with every choice of what to compare with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnId {
    /// What heads the rows.
    Heading,
    /// Something of an area's figures of a measure; where rows are areas, the area is the focus.
    Of(ColumnKind, AreaIx, MeasureIx),
}

/// What a column has of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// The figures themselves.
    Figure,
    /// The focus area's target.
    Target,
    /// Places among areas of one kind.
    Place,
    /// How the focus area stands to another.
    Difference,
    /// What changed since an earlier period.
    Change(Since),
}

impl ColumnId {
    /// Whether it has numbers, and no words about numbers.
    #[must_use]
    pub const fn is_numeric(self) -> bool {
        matches!(self, Self::Of(ColumnKind::Figure | ColumnKind::Target | ColumnKind::Place, ..))
    }
}

/// Which end of a column comes first. What has no number comes last either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// The smallest, or what begins with A.
    #[default]
    Ascending,
    /// The largest, or what begins with Z.
    Descending,
}
