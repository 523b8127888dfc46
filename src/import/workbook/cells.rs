//! The cells of a sheet, one at a time, as rows.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Read, Seek};

use calamine::{Data, DataRef, Xlsx, XlsxError};

use super::limits::{MAX_CELLS, MAX_COLUMNS, MAX_TEXT_BYTES};
use crate::import::grid::{GridRow, MAX_ROWS, TableError};

/// The rows of a sheet that hold something, up to one more than a table may have.
pub fn rows<R: Read + Seek>(
    workbook: &mut Xlsx<R>,
    name: &str,
) -> Result<Vec<GridRow>, TableError> {
    let mut reader = match workbook.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        // A chart.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Vec::new()),
        Err(_) => return Err(TableError::BadWorkbook),
    };
    let mut sheet = Sheet::default();
    while let Some(cell) = reader.next_cell().map_err(|_| TableError::BadWorkbook)? {
        sheet.put(cell.get_position(), cell.get_value())?;
        if sheet.rows.len() > MAX_ROWS {
            break;
        }
    }
    sheet.into_rows()
}

/// The cells that hold something, by row and column.
#[derive(Debug, Default)]
struct Sheet {
    rows: BTreeMap<u32, BTreeMap<u32, String>>,
    cells: usize,
    text_bytes: usize,
}

impl Sheet {
    fn put(&mut self, (row, column): (u32, u32), value: &DataRef) -> Result<(), TableError> {
        let text = text(value);
        // White space counts too, for it takes time.
        self.text_bytes += text.len();
        if self.text_bytes > MAX_TEXT_BYTES {
            return Err(TableError::LargeWorkbook);
        }
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        self.cells += 1;
        if self.cells > MAX_CELLS {
            return Err(TableError::LargeWorkbook);
        }
        self.rows.entry(row).or_default().insert(column, text.replace("\r\n", "\n"));
        Ok(())
    }

    /// Rows that all begin at the first column with something in it and end at the last.
    fn into_rows(self) -> Result<Vec<GridRow>, TableError> {
        let columns = || self.rows.values().flat_map(BTreeMap::keys).copied();
        let Some((first, last)) = columns().min().zip(columns().max()) else {
            return Ok(Vec::new());
        };
        let width = last - first + 1;
        if width > MAX_COLUMNS || self.rows.len().saturating_mul(width as usize) > MAX_CELLS {
            return Err(TableError::LargeWorkbook);
        }
        let row = |(row, mut cells): (u32, BTreeMap<u32, String>)| GridRow {
            line: row as usize + 1,
            cells: (first..=last).map(|at| cells.remove(&at).unwrap_or_default()).collect(),
        };
        Ok(self.rows.into_iter().map(row).collect())
    }
}

fn text<'v>(value: &'v DataRef) -> Cow<'v, str> {
    match value {
        DataRef::Empty | DataRef::Error(_) => Cow::Borrowed(""),
        DataRef::SharedString(text) => Cow::Borrowed(text),
        DataRef::String(text) => Cow::Borrowed(text),
        other => Cow::Owned(Data::from(other.clone()).to_string()),
    }
}
