//! The cells of a sheet, one at a time, as rows.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Read, Seek};

use calamine::{Data, DataRef, Dimensions, Xlsx, XlsxError};

use super::limits::{MAX_CELLS, MAX_COLUMNS, MAX_TEXT_BYTES};
use super::number_format::NotShown;
use super::styles::Styles;
use crate::import::grid::{CellProblem, GridRow, MAX_ROWS, TableError};

/// The rows of a sheet that hold something, up to one more than a table may have.
pub fn rows<R: Read + Seek>(
    workbook: &mut Xlsx<R>,
    name: &str,
    styles: &Styles,
) -> Result<Vec<GridRow>, TableError> {
    let mut sheet = Sheet::default();
    {
        let mut reader = match workbook.worksheet_cells_reader(name) {
            Ok(reader) => reader,
            // A chart.
            Err(XlsxError::NotAWorksheet(_)) => return Ok(Vec::new()),
            Err(_) => return Err(TableError::BadWorkbook),
        };
        while let Some((cell, style)) =
            reader.next_cell_with_style_id().map_err(|_| TableError::BadWorkbook)?
        {
            sheet.put(cell.get_position(), cell.get_value(), style, styles)?;
            if sheet.rows.len() > MAX_ROWS {
                break;
            }
        }
    }
    sheet.write_numbers();
    sheet.note_formulas(workbook, name);
    if let Ok(merged) = workbook.merge_cells_by_sheet_name(name) {
        sheet.repeat(&merged);
    }
    sheet.into_rows()
}

/// Whether a cell of the sheet holds something. One that can't be read does: its reader says what is wrong.
pub fn holds_something<R: Read + Seek>(workbook: &mut Xlsx<R>, name: &str) -> bool {
    let mut reader = match workbook.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_)) => return false,
        Err(_) => return true,
    };
    let mut blank = 0;
    loop {
        let cell = match reader.next_cell() {
            Ok(Some(cell)) => cell,
            Ok(None) => return false,
            Err(_) => return true,
        };
        let text = text(cell.get_value());
        blank += text.len();
        // So much white space goes past a limit, as whoever reads the sheet says.
        if !text.trim().is_empty() || blank > MAX_TEXT_BYTES {
            return true;
        }
    }
}

/// The cells that hold something, by row and column.
#[derive(Debug, Default)]
struct Sheet {
    rows: BTreeMap<u32, BTreeMap<u32, String>>,
    problems: BTreeMap<(u32, u32), CellProblem>,
    numbers: Vec<(u32, u32)>,
    cells: usize,
    text_bytes: usize,
}

impl Sheet {
    fn put(
        &mut self,
        (row, column): (u32, u32),
        value: &DataRef,
        style: usize,
        styles: &Styles,
    ) -> Result<(), TableError> {
        let number = match value {
            DataRef::Float(number) => Some(*number),
            DataRef::Int(number) => Some(*number as f64),
            DataRef::DateTime(moment) => Some(moment.as_f64()),
            _ => None,
        };
        let text = match number.map(|number| styles.shown(style, number)) {
            Some(Ok(Some(shown))) => Cow::Owned(shown),
            Some(Err(NotShown)) if self.problems.len() < MAX_ROWS => {
                self.problems.insert((row, column), CellProblem::NotShown);
                text(value)
            }
            _ => text(value),
        };
        if number.is_some() {
            self.numbers.push((row, column));
        }
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

    /// Numbers of a Greek sheet have a comma before their decimals: which it is no file says.
    fn write_numbers(&mut self) {
        let is_greek = |text: &String| text.contains(|sign| matches!(sign, 'Ͱ'..='Ͽ'));
        if !self.rows.values().flat_map(BTreeMap::values).any(is_greek) {
            return;
        }
        for (row, column) in &self.numbers {
            let cell = self.rows.get_mut(row).and_then(|cells| cells.get_mut(column));
            let Some(cell) = cell else { continue };
            *cell = with_decimal_comma(cell);
        }
    }

    /// Formulas that nobody has computed: a spreadsheet that was written by a program holds such.
    fn note_formulas<R: Read + Seek>(&mut self, workbook: &mut Xlsx<R>, name: &str) {
        let Ok(mut reader) = workbook.worksheet_cells_reader(name) else { return };
        while let Ok(Some(cell)) = reader.next_cell_with_formula() {
            let (row, column) = cell.pos;
            let is_empty = self.rows.get(&row).is_none_or(|cells| !cells.contains_key(&column));
            if cell.formula.is_some() && is_empty {
                if self.problems.len() >= MAX_ROWS {
                    return;
                }
                self.problems.insert((row, column), CellProblem::NoValue);
            }
        }
    }

    /// A cell that goes over several rows says the same in each; one over several columns only once.
    fn repeat(&mut self, merged: &[Dimensions]) {
        // Many areas may lie over the same rows.
        let mut visits = 0;
        for area in merged.iter().take(MAX_ROWS) {
            let ((first, column), (last, _)) = (area.start, area.end);
            let text = self.rows.get(&first).and_then(|cells| cells.get(&column)).cloned();
            let Some(text) = text else { continue };
            // Only rows that hold something else.
            for (_, cells) in self.rows.range_mut(first..=last.max(first)) {
                visits += 1;
                let is_full = self.cells > MAX_CELLS || self.text_bytes > MAX_TEXT_BYTES;
                if is_full || visits > MAX_CELLS {
                    return;
                }
                cells.entry(column).or_insert_with(|| {
                    self.cells += 1;
                    self.text_bytes += text.len();
                    text.clone()
                });
            }
        }
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
        let problems = &self.problems;
        let row = |(row, mut cells): (u32, BTreeMap<u32, String>)| GridRow {
            line: row as usize + 1,
            is_head: false,
            cells: (first..=last).map(|at| cells.remove(&at).unwrap_or_default()).collect(),
            problems: problems
                .range((row, first)..=(row, last))
                .map(|((_, column), problem)| ((column - first) as usize, *problem))
                .collect(),
        };
        Ok(self.rows.into_iter().map(row).collect())
    }
}

/// `1,234.50` as `1.234,50`; a point that no digit stands after is none of a number's.
fn with_decimal_comma(cell: &str) -> String {
    let mut signs = cell.chars().peekable();
    let mut before = ' ';
    let mut out = String::with_capacity(cell.len());
    while let Some(sign) = signs.next() {
        let inside = before.is_ascii_digit() && signs.peek().is_some_and(char::is_ascii_digit);
        out.push(match sign {
            '.' if inside => ',',
            ',' if inside => '.',
            other => other,
        });
        before = sign;
    }
    out
}

fn text<'v>(value: &'v DataRef) -> Cow<'v, str> {
    match value {
        DataRef::Empty => Cow::Borrowed(""),
        DataRef::Error(error) => Cow::Owned(error.to_string()),
        DataRef::SharedString(text) => Cow::Borrowed(text),
        DataRef::String(text) => Cow::Borrowed(text),
        other => Cow::Owned(Data::from(other.clone()).to_string()),
    }
}
