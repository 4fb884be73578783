/// By which column a table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The position of the table on the page.
    pub table: u8,
    /// The position of the column; the first heads the rows.
    pub column: u8,
    /// Which way.
    pub direction: Direction,
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
