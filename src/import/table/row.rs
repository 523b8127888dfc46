//! One row of a table: what is avoided in it, what is said instead, and why it may be no rule.

use rustc_hash::FxHashMap;

use super::{Instead, RowError, TableRow};
use crate::import::cell;
use crate::import::columns::Columns;
use crate::import::grid::{CellProblem, GridRow, MAX_CELL_CHARS};
use crate::import::leave_out::{
    forbidden_phrase, is_instruction, is_no_wording, is_omission, quoted_wording,
};
use crate::import::levels::level_of;
use crate::import::remarks::Remarks;
use crate::import::written::{clause_of, unguarded};
use crate::text::name_key;

/// The longest cell of a table that this program has written, in characters: all phrases of a rule stand in one.
const MAX_WRITTEN_CHARS: usize = 20_000;

impl TableRow {
    /// Adds the wording of the next row, which has the same phrase: a merged cell, or wordings listed one below the
    /// other.
    pub fn add_wording(&mut self, row: &GridRow, columns: &Columns, remarks: &mut Remarks) {
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

/// A row as a rule, if it can be one. `known`: the lines of the phrases so far.
pub fn read_row(
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
    let (why, level) = (other(row, columns, columns.why), other(row, columns, columns.level));
    check_texts([&avoid, &prefer, &why], row, is_written)?;
    let leave_out = is_omission(&prefer);
    let key = name_key(avoid.trim_end_matches(|sign: char| !sign.is_alphanumeric()));
    // Where signs mean something, two phrases may differ by signs alone.
    if let Some(first_line) = known.get(&key).filter(|_| !is_written) {
        return Err(RowError::Twice { first_line: *first_line });
    }
    known.insert(key, row.line);
    if level_of(&level).is_none() && level.contains(char::is_alphanumeric) {
        remarks.unknown_level(&level);
    }
    Ok(TableRow {
        line: row.line,
        last_line: row.line,
        avoid,
        prefer: if leave_out { Instead::LeaveOut } else { Instead::Say(prefer) },
        why,
        level: level_of(&level),
        further: further(row, columns, remarks),
        is_phrase: is_written,
    })
}

/// What is in another column of the row.
fn other(row: &GridRow, columns: &Columns, column: Option<usize>) -> String {
    let cell = column.and_then(|column| row.cells.get(column)).map_or("", String::as_str);
    if columns.written.is_some() { unguarded(cell).to_owned() } else { cell.to_owned() }
}

/// Why the texts of a row make no rule, if they make none.
fn check_texts(texts: [&String; 3], row: &GridRow, is_written: bool) -> Result<(), RowError> {
    let [avoid, prefer, why] = texts;
    let limit = if is_written { MAX_WRITTEN_CHARS } else { MAX_CELL_CHARS };
    if texts.iter().any(|cell| cell.chars().count() > limit) {
        return Err(RowError::TooLong { limit });
    }
    if [avoid, prefer].iter().any(|cell| has_lost_letters(cell)) {
        return Err(RowError::LostLetters);
    }
    let leave_out = is_omission(prefer);
    let says_nothing = !leave_out && !prefer.contains(char::is_alphanumeric);
    match (avoid.is_empty(), says_nothing && why.is_empty()) {
        (true, _) => return Err(RowError::NoAvoid),
        (false, true) if row.cells.len() == 1 => return Err(RowError::OneCell),
        (false, true) => return Err(RowError::NothingToSay),
        (false, false) => (),
    }
    if !is_written && cell::is_number(avoid) {
        let has_digits = avoid.contains(char::is_numeric);
        return Err(if has_digits { RowError::OnlyNumbers } else { RowError::NoWords });
    }
    if !avoid.contains(char::is_alphanumeric) {
        return Err(RowError::NoWords);
    }
    let is_mark = |sign: char| matches!(sign, '.' | '!' | ';' | '?' | '…' | ',' | '\u{37e}' | ' ');
    let plain = |text: &str| text.trim_matches(is_mark).to_lowercase();
    match !is_written && !leave_out && plain(avoid) == plain(prefer) {
        true => Err(RowError::SameWords),
        false => Ok(()),
    }
}

/// What the further columns say of the rule, by the names of its keys.
fn further(row: &GridRow, columns: &Columns, remarks: &mut Remarks) -> Vec<(&'static str, String)> {
    let mut further = columns.written.map(|written| written.further(row)).unwrap_or_default();
    let principle = other(row, columns, columns.principle);
    if !principle.is_empty() {
        further.push(("principle", principle));
    }
    let clauses = other(row, columns, columns.skip);
    let (clauses, unknown): (Vec<&str>, Vec<&str>) = clauses
        .split(['\n', ',', ';'])
        .filter(|name| !name.trim().is_empty())
        .partition(|name| clause_of(name).is_some());
    unknown.iter().for_each(|name| remarks.unknown_clause(name));
    let clauses: Vec<&str> = clauses.into_iter().filter_map(clause_of).collect();
    if !clauses.is_empty() {
        further.push(("skip", clauses.join("\n")));
    }
    further
}

/// Letters that became question marks, or the sign for what could not be read.
fn has_lost_letters(cell: &str) -> bool {
    let mut before = None;
    cell.contains('\u{fffd}')
        || cell.chars().any(|sign| sign == '?' && before.replace(sign) == Some('?'))
            && !cell.contains(char::is_alphabetic)
}
