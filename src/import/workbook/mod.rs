//! Excel workbooks that people hand in.
//!
//! ```text
//! bytes ── parts (what is needed, unfolded) ── check (what it claims) ── calamine ── cells (a stream) ── rows
//! ```
//!
//! A workbook of two kilobytes can claim a sheet of half a terabyte, and the reader of workbooks believes
//! it. So each part is walked through first with the reader of XML that it will be read with, and what
//! goes past a limit never gets there. Cells are then taken one at a time.

mod cells;
mod check;
mod frugal;
mod limits;
mod parts;

use std::io::Cursor;

use calamine::{Reader, Xlsx};

use super::grid::{GridRow, TableError};
use frugal::Frugal;

/// Whether the bytes are those of a workbook, or of another archive.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The rows of the first sheet that holds something.
pub fn rows(bytes: &[u8]) -> Result<Vec<GridRow>, TableError> {
    let checked = parts::checked(bytes)?;
    // Every part is read once, unless many sheets are one and the same part.
    let budget = checked.len() as u64 + limits::READ_AGAIN;
    let reader = Frugal::new(Cursor::new(checked), budget);
    let mut workbook: Xlsx<_> = Xlsx::new(reader).map_err(|_| TableError::BadWorkbook)?;
    for name in workbook.sheet_names() {
        let rows = cells::rows(&mut workbook, &name)?;
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    Err(TableError::Empty)
}
