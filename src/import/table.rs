//! Rows of avoid, prefer and why; a row that does not fit is named by its line.

use rustc_hash::FxHashMap;

use super::columns::{self, Certainty, Columns};
use super::grid::{CellProblem, Format, Grid, GridRow, MAX_CELL_CHARS, TableError, TableNote};
use super::leave_out::{
    forbidden_phrase, is_instruction, is_no_wording, is_omission, quoted_wording,
};
use super::levels::level_of;
use super::reading::grid;
use super::remarks::Remarks;
use super::written::{Written, clause_of, unguarded};
use super::{Options, cell};
use crate::rules::Level;
use crate::text::name_key;

/// The longest cell of a table that this program has written, in characters: all phrases of a rule stand in one.
const MAX_WRITTEN_CHARS: usize = 20_000;

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

/// The same beside other rules: where nobody knows which column is which, what they catch is avoided.
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

impl TableRow {
    /// The next row has the same phrase: a merged cell, or a list of wordings one under another.
    fn add_wording(&mut self, row: &GridRow, columns: &Columns, remarks: &mut Remarks) {
        let Ok((_, prefer)) = cells(row, columns, remarks) else { return };
        self.last_line = row.line;
        if let Instead::Say(said) = &mut self.prefer
            && !prefer.is_empty()
            && !said.lines().any(|line| line == prefer)
        {
            said.push('\n');
            said.push_str(&prefer);
        }
    }
}

/// What is avoided, and what is said instead; of several columns each in a line of its own.
fn cells(
    row: &GridRow,
    columns: &Columns,
    remarks: &mut Remarks,
) -> Result<(String, String), RowError> {
    if let Some(written) = &columns.written {
        let cell =
            |column: usize| unguarded(row.cells.get(column).map_or("", String::as_str)).to_owned();
        let (avoid, prefer) = (cell(columns.avoid), cell(columns.first_prefer()));
        return Ok(match written.has_id(row) {
            true => (avoid, prefer),
            false => (cell::bare(&avoid), cell::bare(&prefer)),
        });
    }
    let plain = |column: usize| row.cells.get(column).map_or("", String::as_str);
    let mut prefers = Vec::new();
    for column in &columns.prefer {
        let said = plain(*column);
        if is_omission(said) {
            prefers.push("-".to_owned());
            continue;
        }
        let said = &remarks.without(said);
        if let Some(quoted) = quoted_wording(said) {
            prefers.push(quoted);
        } else if is_instruction(said) || forbidden_phrase(said).is_some() {
            return Err(RowError::Instruction);
        } else if !said.is_empty() && !is_no_wording(said) {
            prefers.push(cell::bare(said));
        }
    }
    if prefers.len() > 1 {
        prefers.retain(|said| said != "-");
    }
    let avoid = remarks.without(plain(columns.avoid));
    Ok((forbidden_phrase(&avoid).unwrap_or_else(|| cell::bare(&avoid)), prefers.join("\n")))
}

fn read_row(
    row: &GridRow,
    columns: &Columns,
    known: &mut FxHashMap<String, usize>,
    remarks: &mut Remarks,
) -> Result<TableRow, RowError> {
    let is_written = columns.written.as_ref().is_some_and(|written| written.has_id(row));
    for column in columns.prefer.iter().chain([&columns.avoid]) {
        match row.problems.iter().find(|(at, _)| at == column).map(|(_, problem)| problem) {
            Some(CellProblem::Error) => return Err(RowError::ErrorCell),
            Some(CellProblem::NoValue) => return Err(RowError::NoValue),
            Some(CellProblem::NotShown) => return Err(RowError::NotShown),
            None => (),
        }
    }
    let (avoid, prefer) = cells(row, columns, remarks)?;
    let other = |column: Option<usize>| {
        let cell = column.and_then(|column| row.cells.get(column)).map_or("", String::as_str);
        if columns.written.is_some() { unguarded(cell).to_owned() } else { cell.to_owned() }
    };
    let (why, level) = (other(columns.why), other(columns.level));
    let limit = if is_written { MAX_WRITTEN_CHARS } else { MAX_CELL_CHARS };
    if [&avoid, &prefer, &why].iter().any(|cell| cell.chars().count() > limit) {
        return Err(RowError::TooLong { limit });
    }
    if [&avoid, &prefer].iter().any(|cell| has_lost_letters(cell)) {
        return Err(RowError::LostLetters);
    }
    let leave_out = is_omission(&prefer);
    let says_nothing = !leave_out && !prefer.contains(char::is_alphanumeric);
    match (avoid.is_empty(), says_nothing, why.is_empty()) {
        (true, ..) => return Err(RowError::NoAvoid),
        (_, true, true)
            if row.cells.iter().filter(|cell| !cell.is_empty()).count() == 1
                && row.cells.len() == 1 =>
        {
            return Err(RowError::OneCell);
        }
        (_, true, true) => return Err(RowError::NothingToSay),
        _ => (),
    }
    if !is_written && cell::is_number(&avoid) {
        let has_digits = avoid.contains(char::is_numeric);
        return Err(if has_digits { RowError::OnlyNumbers } else { RowError::NoWords });
    }
    if !avoid.contains(char::is_alphanumeric) {
        return Err(RowError::NoWords);
    }
    let is_mark = |sign: char| matches!(sign, '.' | '!' | ';' | '?' | '…' | ',' | '\u{37e}' | ' ');
    let plain = |text: &str| text.trim_matches(is_mark).to_lowercase();
    if !is_written && !leave_out && plain(&avoid) == plain(&prefer) {
        return Err(RowError::SameWords);
    }
    let key = name_key(avoid.trim_end_matches(|sign: char| !sign.is_alphanumeric()));
    // Where signs mean something, two phrases may differ by signs alone.
    if let Some(first_line) = known.get(&key).filter(|_| !is_written) {
        return Err(RowError::Twice { first_line: *first_line });
    }
    known.insert(key, row.line);
    let prefer = if leave_out { Instead::LeaveOut } else { Instead::Say(prefer) };
    let mut further = columns.written.map(|written| written.further(row)).unwrap_or_default();
    let principle = other(columns.principle);
    if !principle.is_empty() {
        further.push(("principle", principle));
    }
    let clauses = other(columns.skip);
    let (clauses, unknown): (Vec<&str>, Vec<&str>) = clauses
        .split(['\n', ',', ';'])
        .filter(|name| !name.trim().is_empty())
        .partition(|name| clause_of(name).is_some());
    unknown.iter().for_each(|name| remarks.unknown_clause(name));
    let clauses: Vec<&str> = clauses.into_iter().filter_map(clause_of).collect();
    if !clauses.is_empty() {
        further.push(("skip", clauses.join("\n")));
    }
    if level_of(&level).is_none() && level.contains(char::is_alphanumeric) {
        remarks.unknown_level(&level);
    }
    let level = level_of(&level);
    Ok(TableRow {
        line: row.line,
        last_line: row.line,
        avoid,
        prefer,
        why,
        level,
        further,
        is_phrase: is_written,
    })
}

/// Letters that became question marks, or the sign for what could not be read.
fn has_lost_letters(cell: &str) -> bool {
    let mut before = None;
    cell.contains('\u{fffd}')
        || cell.chars().any(|sign| sign == '?' && before.replace(sign) == Some('?'))
            && !cell.contains(char::is_alphabetic)
}
