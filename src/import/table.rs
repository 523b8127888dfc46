//! Rows of avoid, prefer and why; a row that does not fit is named by its line.

use rustc_hash::FxHashMap;

use super::columns::Columns;
use super::grid::{Format, GridRow, MAX_CELL_CHARS, TableError, grid};
use super::written::unguarded;
use crate::rules::Level;
use crate::text::name_key;

/// A cell that says: leave it out.
const DASHES: [&str; 5] = ["-", "–", "—", "--", "−"];

/// The longest cell of a table that this program has written, in characters: all phrases of a rule stand in one.
const MAX_WRITTEN_CHARS: usize = 20_000;

/// Levels as people see them, in Greek and in English.
const LEVELS: [(Level, [&str; 2]); 3] = [
    (Level::Suggestion, ["ιδέα", "an idea"]),
    (Level::Warning, ["καλύτερα αλλιώς", "better put otherwise"]),
    (Level::Error, ["όχι σε πελάτη", "not to a customer"]),
];

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
    /// What else it says, in a table that this program has written: keys of the rule file with their values.
    pub further: Vec<(&'static str, String)>,
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
pub enum RowError {
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
    pub errors: Vec<(usize, RowError)>,
}

/// Reads a table.
///
/// # Errors
/// [`TableError`] if no row of it can be read.
pub fn read_table(bytes: &[u8], sides: Sides) -> Result<Table, TableError> {
    let grid = grid(bytes)?;
    if grid.rows.iter().all(|row| row.cells.len() < 2) {
        return Err(TableError::OneColumn);
    }
    let columns = Columns::of(grid.rows.first(), sides);
    let mut table = Table {
        format: grid.format,
        has_heads: columns.has_heads,
        are_phrases: columns.written.is_some(),
        avoided: if columns.avoid <= columns.prefer { Side::Left } else { Side::Right },
        rows: Vec::new(),
        errors: Vec::new(),
    };
    let mut known: FxHashMap<String, usize> = FxHashMap::default();
    for row in grid.rows.iter().skip(usize::from(columns.has_heads)) {
        match read_row(row, &columns, &mut known) {
            Ok(row) => table.rows.push(row),
            Err(error) => table.errors.push((row.line, error)),
        }
    }
    Ok(table)
}

fn read_row(
    row: &GridRow,
    columns: &Columns,
    known: &mut FxHashMap<String, usize>,
) -> Result<TableRow, RowError> {
    let is_written = columns.written.is_some();
    let cell = |column: usize| {
        let cell = row.cells.get(column).map_or("", String::as_str);
        if is_written { unguarded(cell).to_owned() } else { cell.to_owned() }
    };
    let [avoid, prefer] = [columns.avoid, columns.prefer].map(cell);
    let [why, level] =
        [columns.why, columns.level].map(|column| column.map(cell).unwrap_or_default());
    let limit = if is_written { MAX_WRITTEN_CHARS } else { MAX_CELL_CHARS };
    if [&avoid, &prefer, &why].iter().any(|cell| cell.chars().count() > limit) {
        return Err(RowError::TooLong { limit });
    }
    let leave_out = is_dash(&prefer);
    let says_nothing = !leave_out && !prefer.contains(char::is_alphanumeric);
    match (avoid.is_empty(), says_nothing, why.is_empty()) {
        (true, ..) => return Err(RowError::NoAvoid),
        (_, true, true) if row.cells.len() == 1 => return Err(RowError::OneCell),
        (_, true, true) => return Err(RowError::NothingToSay),
        _ => (),
    }
    if !avoid.contains(char::is_alphanumeric) {
        return Err(RowError::NoWords);
    }
    let key = name_key(avoid.trim_end_matches(|sign: char| !sign.is_alphanumeric()));
    // Where signs mean something, two phrases may differ by signs alone.
    if let Some(first_line) = known.get(&key).filter(|_| !is_written) {
        return Err(RowError::Twice { first_line: *first_line });
    }
    known.insert(key, row.line);
    let prefer = if leave_out { Instead::LeaveOut } else { Instead::Say(prefer) };
    let further = columns.written.map(|written| written.further(row)).unwrap_or_default();
    Ok(TableRow { line: row.line, avoid, prefer, why, level: level_of(&level), further })
}

/// A level as people see it: on side 0 in Greek, else in English.
pub(super) fn level_word(level: Level, side: usize) -> &'static str {
    let words = LEVELS.iter().find(|(known, _)| *known == level).map(|(_, words)| words);
    words.and_then(|words| words.get(side)).copied().unwrap_or("")
}

/// Whether a cell is a dash, which says: leave it out.
pub fn is_dash(cell: &str) -> bool {
    DASHES.contains(&cell.trim())
}

fn level_of(cell: &str) -> Option<Level> {
    let key = name_key(cell);
    let said = |words: &[&str; 2]| words.iter().any(|word| name_key(word) == key);
    let seen = LEVELS.iter().find(|(_, words)| said(words)).map(|(level, _)| *level);
    seen.or_else(|| Level::from_key(&key))
}
