//! Workbooks and documents that people hand in.
//!
//! ```text
//! bytes ── parts (what is needed, unfolded) ── check (what it claims) ─┬─ calamine ── cells (a stream) ── rows
//!                                                                      └─ pages (.ods, .docx) ─────────── rows
//! ```
//!
//! A workbook of two kilobytes can claim a sheet of half a terabyte, and the reader of workbooks believes
//! it. So each part is walked through first with the reader of XML that it will be read with, and what
//! goes past a limit never gets there. Cells are then taken one at a time.

mod cells;
mod check;
mod hidden;
mod limited_reader;
mod limits;
mod number_format;
mod pages;
mod parts;
mod styles;

use std::io::Cursor;

use calamine::{Reader, SheetVisible, Xlsx};

use super::grid::{Format, GridRow, TableError};
use limited_reader::LimitedReader;
use parts::Archive;

/// How often a part may be read: whether it holds anything, its cells, its formulas and its merged cells.
const READS: u64 = 4;

/// How the names of workbooks and documents end: Excel's, Word's and LibreOffice's.
const ENDINGS: [&str; 3] = ["xlsx", "docx", "ods"];

/// What was read of a workbook or document.
pub struct Read {
    /// What it is.
    pub format: Format,
    /// The rows of one sheet.
    pub rows: Vec<GridRow>,
    /// The sheets in sight that hold something, by name.
    pub sheets: Vec<String>,
    /// The one that was read.
    pub sheet: usize,
    /// Sheets out of sight.
    pub hidden: Vec<String>,
    /// The numbers of the rows of the sheet that are out of sight, in order.
    pub hidden_rows: Vec<usize>,
}

/// Whether the bytes are those of a workbook, or of another archive.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// How the name of a workbook or document with these bytes ends; `None` where they are not an archive.
pub fn ending(bytes: &[u8]) -> Option<&'static str> {
    is_workbook(bytes).then(|| match parts::checked(bytes) {
        Ok(Archive::Document(_)) => ENDINGS[1],
        Ok(Archive::Content(_)) => ENDINGS[2],
        Ok(Archive::Excel(..)) | Err(_) => ENDINGS[0],
    })
}

/// Whether a name promises a workbook or document.
pub fn is_named(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    ENDINGS.contains(&ending.as_str())
}

/// The rows of the sheet of this number, else of the first in sight that holds a table, else anything.
pub fn read(bytes: &[u8], sheet: Option<u8>) -> Result<Read, TableError> {
    match parts::checked(bytes)? {
        Archive::Excel(parts, styles) => excel(parts, &styles, sheet),
        Archive::Content(content) => pages::sheets(&content, sheet),
        Archive::Document(content) => pages::document(&content, sheet),
    }
}

fn excel(parts: Vec<u8>, styles: &[u8], sheet: Option<u8>) -> Result<Read, TableError> {
    // Every part is read so often, unless many sheets are one and the same part.
    let budget = READS * parts.len() as u64 + limits::READ_AGAIN;
    let reader = LimitedReader::new(Cursor::new(parts.as_slice()), budget);
    let mut workbook: Xlsx<_> = Xlsx::new(reader).map_err(|_| TableError::BadWorkbook)?;
    let mut sheets = Vec::new();
    let mut hidden = Vec::new();
    for sheet in workbook.sheets_metadata() {
        match sheet.visible {
            SheetVisible::Visible => sheets.push(sheet.name.clone()),
            SheetVisible::Hidden | SheetVisible::VeryHidden => hidden.push(sheet.name.clone()),
        }
    }
    // Nobody asks about a sheet with nothing in it.
    sheets.retain(|name| cells::holds_something(&mut workbook, name));
    let styles = styles::Styles::of(styles);
    let rows = |at: usize| match sheets.get(at) {
        Some(name) => cells::rows(&mut workbook, name, &styles),
        None => Ok(Vec::new()),
    };
    let (sheet, rows) = chosen(sheets.len(), sheet, rows)?;
    let hidden_rows = sheets.get(sheet).map(|name| hidden::rows(&parts, name)).unwrap_or_default();
    Ok(Read { format: Format::Workbook, rows, sheets, sheet, hidden, hidden_rows })
}

/// The rows of the sheet that was chosen, else of the first with two columns, else of the first with anything.
fn chosen(
    count: usize,
    sheet: Option<u8>,
    mut rows: impl FnMut(usize) -> Result<Vec<GridRow>, TableError>,
) -> Result<(usize, Vec<GridRow>), TableError> {
    if let Some(sheet) = sheet.map(usize::from).filter(|sheet| *sheet < count) {
        return Ok((sheet, rows(sheet)?));
    }
    let mut first = None;
    for sheet in 0..count {
        let found = rows(sheet)?;
        if found.iter().any(|row| row.cells.iter().filter(|cell| !cell.is_empty()).count() > 1) {
            return Ok((sheet, found));
        }
        if first.is_none() && !found.is_empty() {
            first = Some((sheet, found));
        }
    }
    first.ok_or(TableError::Empty)
}
