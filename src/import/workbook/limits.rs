//! How much of a workbook is read. Each limit lies far above what a table of the largest size takes, and low
//! enough that the worst workbook within all of them is read in a second and in some 100 MiB.

/// Parts of the archive, pictures and all. A workbook with fifty sheets and their drawings has about 300.
pub const MAX_PARTS: usize = 500;

/// The parts that are needed, unfolded, in bytes. 5,000 rows of three sentences take 2 MiB, and 12 MiB where
/// all cells are full. What an archive says of its own size proves nothing, so it is counted as it unfolds.
pub const MAX_UNFOLDED: u64 = 32 << 20;

/// Elements of XML in all of them. A sheet with a number in each cell, which has most, has one for each 16
/// bytes; empty ones would come to four times as many, and each takes time.
pub const MAX_ELEMENTS: usize = 2_000_000;

/// How deep elements stand in one another. Workbooks need about ten; each level is kept in memory.
pub const MAX_DEPTH: usize = 100;

/// A text between two tags, in bytes. Excel takes 32,767 characters in a cell, of at most 4 bytes each.
pub const MAX_CELL_BYTES: usize = 32_767 * 4;

/// Texts that cells share. The reader makes room at once for as many as a workbook says it has.
pub const MAX_SHARED_TEXTS: u64 = 500_000;

/// Sheets. Each is looked up by its name among all others.
pub const MAX_SHEETS: usize = 255;

/// Bytes that are read again while the parts are read: directories of the archive, and sheets that are one
/// and the same part, which no spreadsheet writes and which would make a small workbook take hours.
pub const READ_AGAIN: u64 = 1 << 20;

/// Names that are kept while a workbook is open: of ranges, and of parts that belong to others.
pub const MAX_NAMES: usize = 20_000;

/// The last row that Excel knows; far past it numbers overflow.
pub const LAST_ROW: u32 = 1_048_576;
/// The last column that Excel knows.
pub const LAST_COLUMN: u32 = 16_384;

/// Columns from the first with something in it to the last. Rows become equally long, so a single cell far
/// to the right would make all of them so.
pub const MAX_COLUMNS: u32 = 256;

/// Cells of the sheet that is read, empty ones between others included: 40 columns in each of 5,000 rows.
pub const MAX_CELLS: usize = 200_000;

/// The text of all cells that are read, in bytes. Cells that share one text each have a copy of it, so this
/// can be far more than the workbook holds. A rule file has at most 8 MiB too.
pub const MAX_TEXT_BYTES: usize = 8 << 20;
