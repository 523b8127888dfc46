//! Rows of avoid, prefer and why; a row that does not fit is named by its line.

use rustc_hash::FxHashMap;

mod row;

use super::Options;
use super::columns::{self, Certainty, Columns};
use super::grid::{Format, Grid, TableError, TableNote};
use super::reading::grid;
use super::remarks::Remarks;
use super::written::Written;
use crate::rules::Level;
use row::read_row;

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
    /// What else it says: keys of the rule file with their values.
    pub further: Vec<(&'static str, String)>,
    /// The last of its rows, where several one under another have the same phrase.
    pub last_line: usize,
    /// Its cells are written in the phrase language.
    pub is_phrase: bool,
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
    /// The phrase is made of digits and signs alone.
    OnlyNumbers,
    /// What to say instead tells a colleague what to do: there are no words for a customer in it.
    Instruction,
    /// The spreadsheet shows an error in a cell, such as `#REF!`.
    ErrorCell,
    /// A formula has no value: it was never computed.
    NoValue,
    /// It says instead what it avoids.
    SameWords,
    /// A cell holds a number that people see in a way which is not known here.
    NotShown,
    /// Letters were lost when the file was saved.
    LostLetters,
    /// The same phrase stands in an earlier row.
    Twice {
        /// Its line.
        first_line: usize,
    },
}

/// How the table lies on its page, for whoever has to say how it is read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// The column of what is avoided, from 0.
    pub avoid: usize,
    /// The first column of what is said instead.
    pub prefer: usize,
    /// The names of the columns, or what stands in their first row.
    pub columns: Vec<String>,
    /// The first rows, heads and titles included.
    pub first_rows: Vec<Vec<String>>,
    /// The heads don't tell for sure which column is which, or the lead has said what they are.
    pub is_open: bool,
    /// One of the rows holds the heads.
    pub has_heads: bool,
    /// The sheets in sight of a workbook.
    pub sheets: Vec<String>,
    /// The one that was read.
    pub sheet: usize,
}

/// A table as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it was written with.
    pub format: Format,
    /// One of its rows holds the heads.
    pub has_heads: bool,
    /// The cells are written in the phrase language.
    pub are_phrases: bool,
    /// Where the phrases stand that are avoided, as this reading has it.
    pub avoided: Side,
    /// How sure it is which column is which.
    pub certainty: Certainty,
    /// How it lies on its page.
    pub layout: Layout,
    /// What its lead should know.
    pub notes: Vec<TableNote>,
    /// The rows that fit.
    pub rows: Vec<TableRow>,
    /// The lines that don't, and why.
    pub errors: Vec<(usize, RowError)>,
}

/// Rows that are shown to whoever has to say how a table is read.
const MOST_SHOWN: usize = 3;
/// What is shown of a column's name, in characters.
const MAX_NAME: usize = 40;

impl Table {
    /// A table of rows that nobody had to look for.
    pub fn of_rows(rows: Vec<TableRow>) -> Table {
        Table {
            format: Format::Tabs,
            has_heads: false,
            are_phrases: false,
            avoided: Side::Left,
            certainty: Certainty::Sure,
            layout: Layout::default(),
            notes: Vec::new(),
            rows,
            errors: Vec::new(),
        }
    }

    /// Leaves out the principles that nobody knows here, and names them: a rule file may hold no other.
    pub fn keep_principles(&mut self, is_known: impl Fn(&str) -> bool) {
        let mut names: Vec<String> = Vec::new();
        for row in &mut self.rows {
            row.further.retain(|(key, name)| {
                let stays = *key != "principle" || row.is_phrase || is_known(name);
                if !stays && !names.contains(name) && names.len() < MOST_SHOWN {
                    names.push(name.clone());
                }
                stays
            });
        }
        if !names.is_empty() {
            self.notes.push(TableNote::UnknownPrinciples { names });
        }
    }

    /// Where customers speak from this line on: of the whole table or of a part of it.
    fn note_customers(&mut self, first_line: Option<usize>) {
        let has_rows = !self.rows.is_empty() || !self.errors.is_empty();
        match first_line {
            Some(line) if has_rows => self.notes.push(TableNote::CustomersFrom { line }),
            Some(_) => self.notes.insert(0, TableNote::CustomersWords),
            None => (),
        }
    }

    fn of(grid: &Grid, columns: &Columns) -> Table {
        let mut notes = grid.notes.clone();
        let short = |cell: &String| {
            cell.split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .chars()
                .take(MAX_NAME)
                .collect::<String>()
        };
        match columns.certainty {
            Certainty::Guessed
                if columns.skipped == 0 && grid.width() < 3 && !columns.is_turned => {}
            Certainty::Guessed => notes.insert(0, TableNote::Guessed),
            Certainty::Sure | Certainty::Customers => (),
        }
        if columns.heads_are_guessed
            && let Some(row) = columns.skipped.checked_sub(1).and_then(|at| grid.rows.get(at))
        {
            let cell = |at: usize| row.cells.get(at).map(short).unwrap_or_default();
            notes.retain(|note| *note != TableNote::Guessed);
            let (left, right) = (cell(columns.avoid), cell(columns.first_prefer()));
            notes.insert(0, TableNote::HeadsGuessed { left, right });
        }
        let above = grid.rows.iter().take(columns.skipped.saturating_sub(1));
        let lines: Vec<usize> =
            above.filter(|row| columns.may_hold_a_pair(row)).map(|row| row.line).collect();
        if !lines.is_empty() && columns.has_heads && columns.written.is_none() {
            notes.push(TableNote::AboveHeads { lines });
        }
        let left_out = columns.left_out(&grid.rows);
        let names =
            columns.skipped.checked_sub(1).filter(|_| columns.has_heads).unwrap_or(columns.skipped);
        let names = grid.rows.get(names).map(|row| row.cells.as_slice()).unwrap_or_default();
        if !left_out.is_empty() {
            let name = |at: &usize| {
                let head = names.get(*at).filter(|cell| columns.has_heads && !cell.is_empty());
                head.map_or_else(|| (at + 1).to_string(), short)
            };
            let names = left_out.iter().take(MOST_SHOWN).map(name).collect();
            notes.push(TableNote::ColumnsLeftOut { names });
        }
        let shown = grid.rows.iter().take(MOST_SHOWN + columns.skipped.min(MOST_SHOWN));
        Table {
            format: grid.format,
            has_heads: columns.has_heads,
            are_phrases: columns.written.is_some(),
            avoided: if columns.avoid <= columns.first_prefer() { Side::Left } else { Side::Right },
            certainty: columns.certainty,
            layout: Layout {
                avoid: columns.avoid,
                prefer: columns.first_prefer(),
                columns: (0..grid.width())
                    .map(|at| names.get(at).map(short).unwrap_or_default())
                    .collect(),
                first_rows: shown.map(|row| row.cells.iter().map(short).collect()).collect(),
                is_open: columns.is_open,
                has_heads: columns.has_heads,
                sheets: grid.sheets.clone(),
                sheet: grid.sheet,
            },
            notes,
            rows: Vec::new(),
            errors: Vec::new(),
        }
    }
}

/// Reads a table.
///
/// # Errors
/// [`TableError`] if no row of it can be read.
pub fn read_table(bytes: &[u8], options: Options) -> Result<Table, TableError> {
    read_table_beside(bytes, options, &|_| false)
}

/// The same next to other rules: where nobody knows which column is which, what they catch is avoided.
///
/// # Errors
/// [`TableError`] if no row of it can be read.
pub fn read_table_beside(
    bytes: &[u8],
    options: Options,
    is_avoided: &dyn Fn(&str) -> bool,
) -> Result<Table, TableError> {
    let grid = grid(bytes, options.sheet)?;
    if grid.width() < 2 {
        return Err(TableError::OneColumn);
    }
    let mut columns = Columns::of(&grid.rows, &options, is_avoided);
    let mut table = Table::of(&grid, &columns);
    let mut known: FxHashMap<String, usize> = FxHashMap::default();
    let (mut customers, mut remarks) = (None, Remarks::default());
    for (at, row) in grid.rows.iter().enumerate().skip(columns.skipped) {
        // A second table of the file has heads of its own, and its columns may stand the other way round.
        if let Some(next) = columns.renamed_at(&grid.rows, at, &options) {
            table.notes.extend(next.other_places(row, &columns));
            columns = next;
            continue;
        }
        // A table of several pages has its heads on each; a second line of them explains the first.
        let explains = || at == columns.skipped && columns::is_in_parentheses(row);
        // A row with the name of its rule is one, whatever its other cells look like.
        let is_rule = columns.written.is_some_and(|written| written.has_id(row))
            && Written::of(row).is_none();
        if columns.has_heads && !is_rule && (row.is_head || columns::is_heads(row) || explains()) {
            continue;
        }
        if columns.certainty == Certainty::Customers {
            customers = customers.or(Some(row.line));
            continue;
        }
        match read_row(row, &columns, &mut known, &mut remarks) {
            Ok(read) => table.rows.push(read),
            Err(RowError::Twice { first_line }) => {
                let same = table
                    .rows
                    .last_mut()
                    .filter(|before| before.line == first_line && row.line == before.last_line + 1);
                match same.filter(|_| columns.written.is_none()) {
                    Some(before) => before.add_wording(row, &columns, &mut remarks),
                    None => table.errors.push((row.line, RowError::Twice { first_line })),
                }
            }
            Err(error) => table.errors.push((row.line, error)),
        }
    }
    table.notes.extend(remarks.notes());
    table.note_customers(customers);
    Ok(table)
}
