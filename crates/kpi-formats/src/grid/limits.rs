//! How much of a file is read. What is beyond is said, never silently dropped.

/// Bytes of a file.
pub const BYTES: usize = 64 << 20;

/// Bytes that a workbook may have unpacked.
pub const UNPACKED: usize = 256 << 20;

/// Rows of a table: Excel's own limit is just above.
pub const ROWS: usize = 1_000_000;

/// Columns of a table.
pub const COLUMNS: usize = 1_000;

/// Cells of a table; every national file of the DfE's at authority level has fewer.
pub const CELLS: usize = 2_000_000;

/// Bytes of a cell: Excel's own limit.
pub const CELL: usize = 32_767;
