//! From bytes to rows of cells, whatever the table was written with.

use super::{pasted, workbook};
use crate::rules::decode_any;

/// Rows of a table.
pub const MAX_ROWS: usize = 5_000;
/// The longest cell, in characters.
pub const MAX_CELL_CHARS: usize = 400;
/// Columns that are looked at.
const MAX_COLUMNS: usize = 12;
/// Of so many lines in ten a sign has to divide at least eight to be taken for the one between cells.
const MOST_LINES: (usize, usize) = (8, 10);
/// What people put between two phrases in plain text.
const ARROWS: [&str; 5] = ["→", "⇒", "=>", "->", "➜"];

/// What a table was written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// An Excel workbook; the first sheet that holds something.
    Workbook,
    /// `| … | … |`
    Markdown,
    /// Cells apart by tabs, as copied from a spreadsheet.
    Tabs,
    /// Cells apart by semicolons, as Greek Excel writes them.
    Semicolons,
    /// Cells apart by commas.
    Commas,
    /// Phrases apart by arrows.
    Arrows,
    /// Sentences after one another, as copied from a document.
    Sentences,
}

/// Why a table can't be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableError {
    /// There is nothing in it.
    Empty,
    /// It is neither text nor a workbook.
    NotATable,
    /// The workbook is damaged or protected.
    BadWorkbook,
    /// The workbook holds more than is read, or says that it does.
    LargeWorkbook,
    /// It has more rows than are read.
    TooManyRows {
        /// How many are read.
        limit: usize,
    },
    /// No line has two cells.
    OneColumn,
}

/// A row of cells and the line it begins on, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow {
    /// The line of the file, or the row of the sheet.
    pub line: usize,
    /// Its cells, trimmed.
    pub cells: Vec<String>,
}

/// Rows of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// What it was written with.
    pub format: Format,
    /// Rows that hold something.
    pub rows: Vec<GridRow>,
}

/// The cells of a table.
///
/// # Errors
/// [`TableError`] if there are none.
pub fn grid(bytes: &[u8]) -> Result<Grid, TableError> {
    if bytes.is_empty() {
        return Err(TableError::Empty);
    }
    let grid = if workbook::is_workbook(bytes) {
        Grid { format: Format::Workbook, rows: workbook::rows(bytes)? }
    } else {
        of_text(&decode_any(bytes).ok_or(TableError::NotATable)?)
    };
    match grid.rows.len() {
        0 => Err(TableError::Empty),
        found if found > MAX_ROWS => Err(TableError::TooManyRows { limit: MAX_ROWS }),
        _ => Ok(grid),
    }
}

fn of_text(text: &str) -> Grid {
    let text = text.trim_start_matches('\u{feff}');
    // A phrase may hold any sign that stands between cells elsewhere.
    let format = match super::written::separator(text) {
        Some(b';') => Format::Semicolons,
        Some(b',') => Format::Commas,
        Some(_) => Format::Tabs,
        None => format(text),
    };
    let rows = match format {
        Format::Markdown => by_line(text, markdown_cells),
        Format::Arrows => by_line(text, arrow_cells),
        Format::Tabs => separated(text, b'\t'),
        Format::Semicolons => separated(text, b';'),
        Format::Commas => separated(text, b','),
        Format::Sentences | Format::Workbook => pasted::rows(text),
    };
    Grid { format, rows }
}

/// What stands between the cells of most lines.
fn format(text: &str) -> Format {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let most = |divides: &dyn Fn(&str) -> bool| {
        let divided = lines.iter().filter(|line| divides(line)).count();
        divided > 0 && divided * MOST_LINES.1 >= lines.len() * MOST_LINES.0
    };
    if most(&|line| line.trim().contains('|')) {
        return Format::Markdown;
    }
    if most(&|line| line.trim().contains('\t')) {
        return Format::Tabs;
    }
    if most(&|line| ARROWS.iter().any(|arrow| line.contains(arrow))) {
        return Format::Arrows;
    }
    for (separator, format) in [(b';', Format::Semicolons), (b',', Format::Commas)] {
        if is_separated(text, separator) {
            return format;
        }
    }
    Format::Sentences
}

/// Whether most records have the same number of cells, two at least: a comma or a Greek question mark
/// inside sentences does not give that.
pub(super) fn is_separated(text: &str, separator: u8) -> bool {
    let rows = separated(text, separator);
    let widths =
        (2..=MAX_COLUMNS).map(|width| rows.iter().filter(|row| row.cells.len() == width).count());
    let first_width = rows.first().map_or(0, |row| row.cells.len());
    let common = widths.max().unwrap_or(0);
    first_width > 1 && common * MOST_LINES.1 >= rows.len() * MOST_LINES.0
}

pub(super) fn separated(text: &str, separator: u8) -> Vec<GridRow> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records().map_while(Result::ok).take(MAX_ROWS + 2) {
        let line = record.position().map_or(1, |position| position.line() as usize);
        let cells: Vec<String> =
            record.iter().take(MAX_COLUMNS).map(|cell| cell.trim().to_owned()).collect();
        if !cells.iter().all(String::is_empty) {
            rows.push(GridRow { line, cells });
        }
    }
    rows
}

fn by_line(text: &str, cells: fn(&str) -> Vec<String>) -> Vec<GridRow> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(index, line)| GridRow { line: index + 1, cells: cells(line.trim()) })
        .filter(|row| !row.cells.iter().all(String::is_empty))
        .take(MAX_ROWS + 1)
        .collect()
}

/// The cells of a line of a Markdown table; none for the line of dashes under its head.
fn markdown_cells(line: &str) -> Vec<String> {
    let inner = line.strip_prefix('|').unwrap_or(line);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    let is_rule = inner.chars().all(|sign| matches!(sign, '-' | ':' | '|' | ' '));
    if is_rule {
        return Vec::new();
    }
    let cells = inner.split('|').take(MAX_COLUMNS);
    cells
        .map(|cell| {
            let cell = cell.replace("<br>", "\n").replace("<br/>", "\n");
            cell.trim().trim_matches('*').trim().to_owned()
        })
        .collect()
}

fn arrow_cells(line: &str) -> Vec<String> {
    let mut cells = vec![line.to_owned()];
    for arrow in ARROWS {
        cells = cells.iter().flat_map(|cell| cell.split(arrow)).map(str::to_owned).collect();
    }
    let bullet = |cell: &String| cell.trim().trim_start_matches(['-', '*', '•']).trim().to_owned();
    cells.iter().map(bullet).collect()
}
