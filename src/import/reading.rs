//! From bytes to rows of cells, whatever the table was written with.

use super::grid::{Format, Grid, GridRow, MAX_ROWS, TableError, TableNote};
use super::{foreign, pasted, repair, workbook};
use crate::rules::decode_any;

/// Columns that are looked at.
const MAX_COLUMNS: usize = 12;
/// Of this many lines in ten a sign has to divide at least eight to be taken for the one between cells.
const MOST_LINES: (usize, usize) = (8, 10);
/// What people put between two phrases in plain text.
const ARROWS: [&str; 6] = ["→", "⇒", "=>", "->", "➜", "➔"];
/// Lines above a table that are its titles.
const MOST_TITLES: usize = 8;
/// A cell of this many lines has lost the quote that ends it.
const MOST_LINES_OF_CELL: usize = 12;

/// The cells of a table; of a workbook those of one of its sheets.
///
/// # Errors
/// [`TableError`] if there are none.
pub fn grid(bytes: &[u8], sheet: Option<u8>) -> Result<Grid, TableError> {
    if bytes.is_empty() {
        return Err(TableError::Empty);
    }
    if let Some(other) = foreign::file_kind(bytes) {
        return Err(TableError::OtherFile(other));
    }
    let mut grid = if workbook::is_workbook(bytes) {
        of_workbook(workbook::read(bytes, sheet)?)
    } else {
        let text = decode_any(bytes).ok_or(TableError::NotATable)?;
        if let Some(tool) = foreign::tool(&text) {
            return Err(TableError::OtherTool(tool));
        }
        of_text(&text)
    };
    repair::mend(&mut grid);
    match grid.rows.len() {
        0 => Err(TableError::Empty),
        found if found > MAX_ROWS => Err(TableError::TooManyRows { limit: MAX_ROWS }),
        _ => Ok(grid),
    }
}

fn of_workbook(read: workbook::Read) -> Grid {
    let workbook::Read { format, mut rows, sheets, sheet, hidden, hidden_rows } = read;
    let mut notes = Vec::new();
    let others: Vec<String> = sheets
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != sheet)
        .map(|(_, name)| name.clone())
        .collect();
    if let Some(name) = sheets.get(sheet).filter(|_| !others.is_empty()) {
        notes.push(TableNote::OtherSheets { read: name.clone(), others });
    }
    if !hidden.is_empty() {
        notes.push(TableNote::HiddenSheets { names: hidden });
    }
    // Whoever hides a row sees a table without it.
    let is_hidden = |row: &GridRow| hidden_rows.binary_search(&row.line).is_ok();
    let lines: Vec<usize> = rows.iter().filter(|row| is_hidden(row)).map(|row| row.line).collect();
    if !lines.is_empty() && lines.len() < rows.len() {
        rows.retain(|row| !is_hidden(row));
        notes.push(TableNote::HiddenRows { lines });
    }
    Grid { format, rows, sheets, sheet, notes }
}

fn of_text(text: &str) -> Grid {
    // One kind of line break, so that lines are counted as editors count them.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let (text, said) = said_separator(&text);
    // A phrase may hold any sign that stands between cells elsewhere.
    let format = said.or_else(|| super::written::separator(&text).and_then(of_separator));
    let format = format.unwrap_or_else(|| format_of(&text));
    let rows = match format {
        Format::Markdown => with_heads(by_line(&text, markdown_cells), &text),
        Format::Arrows => by_line(&text, arrow_cells),
        Format::Tabs => separated(&text, b'\t'),
        Format::Semicolons => separated(&text, b';'),
        Format::Commas => separated(&text, b','),
        Format::Sentences | Format::Workbook | Format::Document => pasted::rows(&text),
    };
    Grid::new(format, rows)
}

fn of_separator(separator: u8) -> Option<Format> {
    match separator {
        b';' => Some(Format::Semicolons),
        b',' => Some(Format::Commas),
        b'\t' => Some(Format::Tabs),
        _ => None,
    }
}

/// `sep=;`, with which Excel is told what stands between cells. The line stays, empty, so that others keep their number.
fn said_separator(text: &str) -> (String, Option<Format>) {
    let first = text.lines().next().unwrap_or("");
    let said = first.trim_matches('"').to_lowercase();
    let said = said.strip_prefix("sep=").map(|sign| if sign == "\\t" { "\t" } else { sign });
    let format = said.and_then(|sign| sign.as_bytes().first()).and_then(|sign| of_separator(*sign));
    match format {
        Some(format) => (text.get(first.len()..).unwrap_or("").to_owned(), Some(format)),
        None => (text.to_owned(), None),
    }
}

/// What stands between the cells of most lines.
fn format_of(text: &str) -> Format {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    if lines.iter().any(|line| is_markdown_rule(line)) {
        return Format::Markdown;
    }
    let most = |divides: &dyn Fn(&str) -> bool| {
        let titles = lines.iter().take(MOST_TITLES).take_while(|line| !divides(line)).count();
        let lines = lines.get(titles..).unwrap_or(&[]);
        let divided = lines.iter().filter(|line| divides(line)).count();
        divided > titles && divided * MOST_LINES.1 >= lines.len() * MOST_LINES.0
    };
    if most(&|line| line.trim_matches('|').contains('|')) {
        return Format::Markdown;
    }
    if most(&|line| line.contains('\t')) || text.contains('\t') && is_separated(text, b'\t') {
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
pub fn is_separated(text: &str, separator: u8) -> bool {
    let rows = separated(text, separator);
    let titles = rows.iter().take(MOST_TITLES).take_while(|row| row.cells.len() < 2).count();
    let rows = rows.get(titles..).unwrap_or(&[]);
    let widths =
        (2..=MAX_COLUMNS).map(|width| rows.iter().filter(|row| row.cells.len() == width).count());
    let common = widths.max().unwrap_or(0);
    common > titles && common * MOST_LINES.1 >= rows.len() * MOST_LINES.0
}

/// The cells of each record. Where a quote that nothing ends would swallow half of the table, quotes mean themselves.
pub fn separated(text: &str, separator: u8) -> Vec<GridRow> {
    let rows = records(text, separator, true);
    let swallows =
        |row: &GridRow| row.cells.iter().any(|cell| cell.lines().count() > MOST_LINES_OF_CELL);
    if rows.iter().any(swallows) { records(text, separator, false) } else { rows }
}

fn records(text: &str, separator: u8, quoting: bool) -> Vec<GridRow> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .quoting(quoting)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records().map_while(Result::ok).take(MAX_ROWS + 2) {
        let line = record.position().map_or(1, |position| position.line() as usize);
        let cells: Vec<String> =
            record.iter().take(MAX_COLUMNS).map(|cell| cell.trim().to_owned()).collect();
        let is_title = cells.iter().filter(|cell| !cell.is_empty()).count() == 1
            && cells.iter().any(|cell| cell.starts_with("##") || cell.starts_with("# "));
        if !is_title && !cells.iter().all(String::is_empty) {
            rows.push(GridRow { line, cells, ..GridRow::default() });
        }
    }
    rows
}

fn by_line(text: &str, cells: fn(&str) -> Vec<String>) -> Vec<GridRow> {
    let is_title = |line: &str| line.starts_with('#');
    let lines = text.lines().map(str::trim).enumerate();
    lines
        .filter(|(_, line)| !line.is_empty() && !is_title(line))
        .map(|(index, line)| GridRow { line: index + 1, cells: cells(line), ..GridRow::default() })
        .filter(|row| !row.cells.iter().all(String::is_empty))
        .take(MAX_ROWS + 1)
        .collect()
}

/// The rows of Markdown, of which those above a line of dashes are heads.
fn with_heads(mut rows: Vec<GridRow>, text: &str) -> Vec<GridRow> {
    let lines = text.lines().map(str::trim).enumerate();
    let ruled = lines.filter(|(_, line)| is_markdown_rule(line)).map(|(at, _)| at);
    let ruled: Vec<usize> = ruled.collect();
    // Lines are counted from 1: what stands above has the number that the line of dashes has from 0.
    rows.iter_mut().for_each(|row| row.is_head = ruled.contains(&row.line));
    rows
}

/// The cells of a line of a Markdown table; none for the line of dashes under its head.
fn markdown_cells(line: &str) -> Vec<String> {
    let inner = line.strip_prefix('|').unwrap_or(line);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    if is_rule(inner) || !line.contains('|') {
        return Vec::new();
    }
    let cells = split_cells(inner).into_iter().take(MAX_COLUMNS);
    cells
        .map(|cell| {
            let cell = cell.replace("<br>", "\n").replace("<br/>", "\n");
            unescaped(cell.trim().trim_matches('*').trim())
        })
        .collect()
}

/// What stands between the bars; `\|` is none.
fn split_cells(line: &str) -> Vec<&str> {
    let mut cells = Vec::new();
    let (mut start, mut before) = (0, ' ');
    for (at, sign) in line.char_indices() {
        if sign == '|' && before != '\\' {
            cells.extend(line.get(start..at));
            start = at + 1;
        }
        before = sign;
    }
    cells.extend(line.get(start..));
    cells
}

/// Without the `\` before signs that would mean something to Markdown: `\_\_\_\_` is a blank.
fn unescaped(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    let mut signs = cell.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign != '\\' || !signs.peek().is_some_and(char::is_ascii_punctuation) {
            out.push(sign);
        } else {
            out.extend(signs.next());
        }
    }
    out
}

/// The line of dashes under the head of a Markdown table.
fn is_markdown_rule(line: &str) -> bool {
    line.contains('|') && line.contains("--") && is_rule(line)
}

fn is_rule(line: &str) -> bool {
    line.chars().all(|sign| matches!(sign, '-' | ':' | '|' | ' '))
}

fn arrow_cells(line: &str) -> Vec<String> {
    let mut cells = vec![line.to_owned()];
    for arrow in ARROWS {
        cells = cells.iter().flat_map(|cell| cell.split(arrow)).map(str::to_owned).collect();
    }
    let bullet = |cell: &String| cell.trim().trim_start_matches(['-', '*', '•']).trim().to_owned();
    cells.iter().map(bullet).collect()
}
