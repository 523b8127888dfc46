//! The cells of an Excel workbook.

use std::io::{self, Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use zip::ZipArchive;

use super::grid::{GridRow, MAX_ROWS, TableTrouble};

/// Parts of a workbook.
const MAX_PARTS: usize = 500;
/// All parts of a workbook unfolded, in bytes. A table of the largest size takes a tenth of it.
const MAX_UNFOLDED: u64 = 32 << 20;

/// Whether the bytes are those of a workbook, or of another archive.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The rows of the first sheet that holds something.
pub fn rows(bytes: &[u8]) -> Result<Vec<GridRow>, TableTrouble> {
    unfolds_within_limits(bytes)?;
    let mut workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|_| TableTrouble::BadWorkbook)?;
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).map_err(|_| TableTrouble::BadWorkbook)?;
        let first_line = range.start().map_or(0, |(row, _)| row as usize) + 1;
        let rows: Vec<GridRow> = range
            .rows()
            .enumerate()
            .map(|(index, cells)| GridRow {
                line: first_line + index,
                cells: cells.iter().map(text).collect(),
            })
            .filter(|row| !row.cells.iter().all(String::is_empty))
            .take(MAX_ROWS + 1)
            .collect();
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    Err(TableTrouble::Empty)
}

fn text(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        other => other.to_string().replace("\r\n", "\n").trim().to_owned(),
    }
}

/// Unfolds every part once without keeping it: what an archive says of its own size proves nothing.
fn unfolds_within_limits(bytes: &[u8]) -> Result<(), TableTrouble> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableTrouble::BadWorkbook)?;
    if archive.len() > MAX_PARTS {
        return Err(TableTrouble::BadWorkbook);
    }
    let mut left = MAX_UNFOLDED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| TableTrouble::BadWorkbook)?;
        let size = io::copy(&mut part.take(left + 1), &mut io::sink())
            .map_err(|_| TableTrouble::BadWorkbook)?;
        left = left.checked_sub(size).ok_or(TableTrouble::BadWorkbook)?;
    }
    Ok(())
}
