//! Tables in the XML of LibreOffice workbooks and of documents, read as a stream within the same limits.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::limits::{MAX_CELLS, MAX_COLUMNS, MAX_SHEETS, MAX_TEXT_BYTES};
use super::{Read, chosen};
use crate::import::grid::{Format, GridRow, MAX_ROWS, TableError};

/// Characters of the name of a table in a document.
const MAX_NAME: usize = 60;
/// How often one row or cell is repeated, in most: a sheet says so of all that is empty below it.
const MAX_REPEATED: usize = 200;

/// The rows of a sheet of a workbook of LibreOffice's.
pub fn sheets(content: &[u8], sheet: Option<u8>) -> Result<Read, TableError> {
    let tables = tables(content)?;
    let (shown, hidden): (Vec<Table>, Vec<Table>) = tables
        .into_iter()
        .filter(|table| !table.rows.is_empty())
        .partition(|table| !table.is_hidden);
    let names = |tables: &[Table]| tables.iter().map(|table| table.name.clone()).collect();
    let (sheets, hidden): (Vec<String>, Vec<String>) = (names(&shown), names(&hidden));
    let rows = |at: usize| Ok(shown.get(at).map(|table| table.rows.clone()).unwrap_or_default());
    let (sheet, rows) = chosen(sheets.len(), sheet, rows)?;
    Ok(Read { format: Format::Workbook, rows, sheets, sheet, hidden, hidden_rows: Vec::new() })
}

/// The rows of the tables of a document: of the first one with two columns, and of those like it. Tables with more or
/// fewer columns are its other sheets, each called by its first row.
pub fn document(content: &[u8], sheet: Option<u8>) -> Result<Read, TableError> {
    let tables = tables(content)?;
    let width = |table: &Table| table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut widths: Vec<usize> = Vec::new();
    for found in tables.iter().map(width).filter(|width| *width > 1) {
        if !widths.contains(&found) && widths.len() < MAX_SHEETS {
            widths.push(found);
        }
    }
    if widths.is_empty() {
        widths.push(tables.first().map(width).ok_or(TableError::NoTableInDocument)?);
    }
    let of_width = |wanted: usize| tables.iter().filter(move |table| width(table) == wanted);
    let sheets: Vec<String> = match widths.len() {
        1 => Vec::new(),
        _ => {
            widths.iter().map(|it| of_width(*it).next().map(name_of).unwrap_or_default()).collect()
        }
    };
    let rows = |at: usize| {
        let wanted = widths.get(at).copied().unwrap_or_default();
        Ok(of_width(wanted).flat_map(|table| table.rows.clone()).take(MAX_ROWS + 1).collect())
    };
    let (sheet, rows) = chosen(widths.len(), sheet, rows)?;
    Ok(Read {
        format: Format::Document,
        rows,
        sheets,
        sheet,
        hidden: Vec::new(),
        hidden_rows: Vec::new(),
    })
}

/// What a table of a document is called: what stands in its first row.
fn name_of(table: &Table) -> String {
    let cells = table.rows.first().map(|row| row.cells.as_slice()).unwrap_or_default();
    let name: Vec<&str> = cells.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    name.join(" | ").chars().take(MAX_NAME).collect()
}

#[derive(Debug, Default)]
struct Table {
    name: String,
    is_hidden: bool,
    rows: Vec<GridRow>,
}

/// What is read of a table so far.
#[derive(Debug, Default)]
struct Walk {
    tables: Vec<Table>,
    /// Rows of all tables, empty ones included: their numbers.
    line: usize,
    /// How deep tables stand in one another; a table in a cell is text of that cell.
    depth: usize,
    cells: Vec<String>,
    cell: Option<Cell>,
    row_repeats: usize,
    /// Cells that go on into the rows below: their column, how many rows, and their text.
    spans: BTreeMap<usize, (usize, String)>,
    /// Styles that put a table out of sight.
    hiding: Vec<String>,
    style: String,
    /// Inside text that is shown, and inside a note, which is not.
    in_text: usize,
    in_note: usize,
    total_cells: usize,
    total_text: usize,
}

#[derive(Debug, Default)]
struct Cell {
    text: String,
    columns: usize,
    repeats: usize,
    rows: usize,
    goes_on: bool,
}

fn tables(content: &[u8]) -> Result<Vec<Table>, TableError> {
    let mut reader = Reader::from_reader(content);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.trim_text(false);
    config.check_comments = false;
    config.expand_empty_elements = true;
    let mut walk = Walk::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => walk.start(&element)?,
            Ok(Event::End(element)) => walk.end(element.local_name().as_ref())?,
            Ok(Event::Text(text)) => walk.text(&text.xml10_content())?,
            Ok(Event::GeneralRef(entity)) => walk.text(&entity_text(&entity))?,
            Ok(Event::CData(text)) => walk.text(&text)?,
            Ok(Event::Eof) => return Ok(walk.tables),
            Err(_) => return Err(TableError::BadWorkbook),
            Ok(_) => (),
        }
    }
}

/// What an entity stands for.
fn entity_text(name: &quick_xml::events::BytesRef) -> String {
    if let Ok(Some(sign)) = name.resolve_char_ref() {
        return sign.to_string();
    }
    let known = [("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'")];
    known.iter().find(|(known, _)| *known == &**name).map_or("", |(_, sign)| *sign).to_owned()
}

impl Walk {
    fn start(&mut self, element: &BytesStart) -> Result<(), TableError> {
        let name = element.local_name();
        match name.as_ref() {
            "style" => self.style = attribute(element, "name").unwrap_or_default(),
            "table-properties" if attribute(element, "display").as_deref() == Some("false") => {
                self.hiding.push(self.style.clone());
            }
            "table" | "tbl" => self.start_table(element)?,
            "table-row" | "tr" if self.depth == 1 => {
                self.cells.clear();
                self.row_repeats = number(element, "number-rows-repeated").min(MAX_REPEATED);
            }
            "table-cell" | "tc" if self.depth == 1 => {
                self.cell = Some(Cell {
                    columns: number(element, "number-columns-spanned"),
                    repeats: number(element, "number-columns-repeated").min(MAX_REPEATED),
                    rows: number(element, "number-rows-spanned"),
                    ..Cell::default()
                });
            }
            "covered-table-cell" if self.depth == 1 => {
                let repeats = number(element, "number-columns-repeated").min(MAX_REPEATED);
                for _ in 0..repeats {
                    self.push_cell(String::new())?;
                }
            }
            "gridSpan" => {
                let columns = number(element, "val");
                if let Some(cell) = self.cell.as_mut().filter(|_| self.depth == 1) {
                    cell.columns = columns;
                }
            }
            "vMerge" => {
                let restarts = attribute(element, "val").as_deref() == Some("restart");
                if let Some(cell) = self.cell.as_mut().filter(|_| self.depth == 1) {
                    cell.goes_on = !restarts;
                    cell.rows = if restarts { MAX_ROWS } else { cell.rows };
                }
            }
            "annotation" => self.in_note += 1,
            "t" | "p" => self.in_text += 1,
            "s" | "tab" => self.text(" ")?,
            "line-break" | "br" | "cr" => self.text("\n")?,
            _ => (),
        }
        Ok(())
    }

    fn start_table(&mut self, element: &BytesStart) -> Result<(), TableError> {
        self.depth += 1;
        if self.depth > 1 {
            return Ok(());
        }
        if self.tables.len() >= MAX_SHEETS {
            return Err(TableError::LargeWorkbook);
        }
        let style = attribute(element, "style-name");
        self.spans.clear();
        if element.local_name().as_ref() == "table" {
            self.line = 0;
        }
        self.tables.push(Table {
            name: attribute(element, "name").unwrap_or_default(),
            is_hidden: style.is_some_and(|style| self.hiding.contains(&style)),
            rows: Vec::new(),
        });
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), TableError> {
        match name {
            "table" | "tbl" => self.depth = self.depth.saturating_sub(1),
            "annotation" => self.in_note = self.in_note.saturating_sub(1),
            "t" => self.in_text = self.in_text.saturating_sub(1),
            "p" => {
                self.in_text = self.in_text.saturating_sub(1);
                self.break_line();
            }
            "table-cell" | "tc" if self.depth == 1 => self.end_cell()?,
            "table-row" | "tr" if self.depth == 1 => self.end_row(),
            _ => (),
        }
        Ok(())
    }

    fn break_line(&mut self) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.in_note == 0)
            && !cell.text.is_empty()
            && !cell.text.ends_with('\n')
        {
            cell.text.push('\n');
        }
    }

    fn text(&mut self, text: &str) -> Result<(), TableError> {
        let shown = self.in_text > 0 && self.in_note == 0;
        let Some(cell) = self.cell.as_mut().filter(|_| shown) else { return Ok(()) };
        self.total_text += text.len();
        if self.total_text > MAX_TEXT_BYTES {
            return Err(TableError::LargeWorkbook);
        }
        cell.text.push_str(text);
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), TableError> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let mut text = cell.text.trim().to_owned();
        let column = self.cells.len();
        match self.spans.get(&column) {
            Some((_, above)) if cell.goes_on => text = above.clone(),
            _ if cell.rows > 1 && !text.is_empty() => {
                self.spans.insert(column, (cell.rows, text.clone()));
            }
            _ => drop(self.spans.remove(&column)),
        }
        // An empty cell is repeated to the last column of a sheet.
        let repeats = if text.is_empty() { cell.repeats.min(1) } else { cell.repeats };
        for _ in 0..repeats.max(1) {
            self.push_cell(text.clone())?;
        }
        // In a document a wide cell stands for several; a workbook has covered cells after it.
        let is_document = self.tables.last().is_some_and(|table| table.name.is_empty());
        for _ in 1..if is_document { cell.columns.min(MAX_COLUMNS as usize) } else { 1 } {
            self.push_cell(String::new())?;
        }
        if text.is_empty() && cell.repeats > 1 {
            for _ in 1..cell.repeats.min(MAX_COLUMNS as usize) {
                self.push_cell(String::new())?;
            }
        }
        Ok(())
    }

    fn push_cell(&mut self, text: String) -> Result<(), TableError> {
        self.total_cells += 1;
        self.total_text += text.len();
        let is_full = self.total_cells > MAX_CELLS || self.total_text > MAX_TEXT_BYTES;
        if is_full || self.cells.len() > MAX_COLUMNS as usize {
            return Err(TableError::LargeWorkbook);
        }
        self.cells.push(text);
        Ok(())
    }

    /// A row with what goes on from above; cells that go on need others next to them.
    fn end_row(&mut self) {
        self.line += 1;
        let line = self.line;
        self.line += self.row_repeats.saturating_sub(1);
        while self.cells.last().is_some_and(String::is_empty) {
            self.cells.pop();
        }
        let is_empty = self.cells.iter().all(String::is_empty);
        for (column, (rows, text)) in &mut self.spans {
            if *rows != MAX_ROWS
                && let Some(cell) = self.cells.get_mut(*column).filter(|_| !is_empty)
                && cell.is_empty()
            {
                cell.clone_from(text);
            }
            *rows = if *rows == MAX_ROWS { MAX_ROWS } else { rows.saturating_sub(1) };
        }
        self.spans.retain(|_, (rows, _)| *rows > 0);
        let Some(table) = self.tables.last_mut().filter(|_| !is_empty) else { return };
        for at in 0..self.row_repeats.max(1) {
            if table.rows.len() <= MAX_ROWS {
                let cells = self.cells.clone();
                table.rows.push(GridRow { line: line + at, cells, ..GridRow::default() });
            }
        }
    }
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    attributes.find(|it| it.key.local_name().as_ref() == name).map(|it| it.value.to_string())
}

/// A number that an element states, else 1.
fn number(element: &BytesStart, name: &str) -> usize {
    attribute(element, name).and_then(|number| number.parse().ok()).unwrap_or(1)
}
