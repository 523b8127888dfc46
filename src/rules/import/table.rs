//! Rows of avoid, prefer and why; a row that does not fit is named by its line.

use rustc_hash::FxHashMap;

use super::columns::Columns;
use super::grid::{Format, GridRow, MAX_CELL_CHARS, TableTrouble, grid};
use crate::rules::{Level, name_key};

/// A cell that says: leave it out.
const DASHES: [&str; 5] = ["-", "–", "—", "--", "−"];

/// On which side of a table the phrases stand that are avoided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sides {
    /// Left, or where the heads say.
    #[default]
    AsWritten,
    /// The other way round.
    Swapped,
}

/// One of the two sides of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    /// Left of the other.
    #[default]
    Left,
    /// Right of it.
    Right,
}

/// One row of a table: one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// The line of the file, or the row of the sheet, from 1.
    pub line: usize,
    /// What is avoided.
    pub avoid: String,
    /// What is said instead: nothing at all where the cell holds a dash.
    pub prefer: Instead,
    /// Why; may be empty.
    pub why: String,
    /// How much it matters, if the table says so.
    pub level: Option<Level>,
}

/// What a table says instead of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Instead {
    /// These words; empty where the row only gives a reason.
    Say(String),
    /// The phrase goes.
    LeaveOut,
}

/// Why a row does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowTrouble {
    /// It has one cell only, or its sentence can't be divided in two.
    OneCell,
    /// Nothing is avoided.
    NoAvoid,
    /// Neither what to say instead nor why.
    NothingToSay,
    /// A cell is longer than is read.
    TooLong {
        /// The longest cell, in characters.
        limit: usize,
    },
    /// The phrase has no word, or nothing but a gap.
    NoWords,
    /// The same phrase stands in an earlier row.
    Twice {
        /// Its line.
        first_line: usize,
    },
}

/// A table as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it was written with.
    pub format: Format,
    /// Its first row holds the heads.
    pub has_heads: bool,
    /// The cells are written in the phrase language.
    pub are_phrases: bool,
    /// Where the phrases stand that are avoided, as this reading has it.
    pub avoided: Side,
    /// The rows that fit.
    pub rows: Vec<TableRow>,
    /// The lines that don't, and why.
    pub troubles: Vec<(usize, RowTrouble)>,
}

/// Reads a table.
///
/// # Errors
/// [`TableTrouble`] if no row of it can be read.
pub fn read_table(bytes: &[u8], sides: Sides) -> Result<Table, TableTrouble> {
    let grid = grid(bytes)?;
    if grid.rows.iter().all(|row| row.cells.len() < 2) {
        return Err(TableTrouble::OneColumn);
    }
    let columns = Columns::of(grid.rows.first(), sides);
    let mut table = Table {
        format: grid.format,
        has_heads: columns.has_heads,
        are_phrases: columns.are_phrases,
        avoided: if columns.avoid <= columns.prefer { Side::Left } else { Side::Right },
        rows: Vec::new(),
        troubles: Vec::new(),
    };
    let mut known: FxHashMap<String, usize> = FxHashMap::default();
    for row in grid.rows.iter().skip(usize::from(columns.has_heads)) {
        match read_row(row, &columns, &mut known) {
            Ok(row) => table.rows.push(row),
            Err(trouble) => table.troubles.push((row.line, trouble)),
        }
    }
    Ok(table)
}

fn read_row(
    row: &GridRow,
    columns: &Columns,
    known: &mut FxHashMap<String, usize>,
) -> Result<TableRow, RowTrouble> {
    let cell = |column: usize| row.cells.get(column).cloned().unwrap_or_default();
    let [avoid, prefer] = [columns.avoid, columns.prefer].map(cell);
    let [why, level] =
        [columns.why, columns.level].map(|column| column.map(cell).unwrap_or_default());
    if [&avoid, &prefer, &why].iter().any(|cell| cell.chars().count() > MAX_CELL_CHARS) {
        return Err(RowTrouble::TooLong { limit: MAX_CELL_CHARS });
    }
    let leave_out = DASHES.contains(&prefer.as_str());
    let says_nothing = !leave_out && !prefer.contains(char::is_alphanumeric);
    match (avoid.is_empty(), says_nothing, why.is_empty()) {
        (true, ..) => return Err(RowTrouble::NoAvoid),
        (_, true, true) if row.cells.len() == 1 => return Err(RowTrouble::OneCell),
        (_, true, true) => return Err(RowTrouble::NothingToSay),
        _ => (),
    }
    if !avoid.contains(char::is_alphanumeric) {
        return Err(RowTrouble::NoWords);
    }
    let key = name_key(avoid.trim_end_matches(|sign: char| !sign.is_alphanumeric()));
    if let Some(first_line) = known.get(&key) {
        return Err(RowTrouble::Twice { first_line: *first_line });
    }
    known.insert(key, row.line);
    let prefer = if leave_out { Instead::LeaveOut } else { Instead::Say(prefer) };
    Ok(TableRow { line: row.line, avoid, prefer, why, level: level_of(&level) })
}

fn level_of(cell: &str) -> Option<Level> {
    match name_key(cell).as_str() {
        "suggestion" | "ιδεα" | "an idea" => Some(Level::Suggestion),
        "warning" | "καλυτερα αλλιωσ" | "better put otherwise" => {
            Some(Level::Warning)
        }
        "error" | "οχι σε πελατη" | "not to a customer" => Some(Level::Error),
        _ => None,
    }
}
