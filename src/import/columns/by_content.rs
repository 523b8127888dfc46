//! Which column is which where no head says it: by what stands in the cells.

use super::{Certainty, Columns, LEAST_BELOW_A_LABEL, MOST_IN_A_HEAD, MOST_TITLES};
use crate::import::cell;
use crate::import::grid::GridRow;
use crate::import::headings::{is_reply, may_be_a_head};
use crate::import::levels::level_of;
use crate::text::name_key;

/// Of this many rows a column with few different cells is a category.
const LEAST_ROWS: usize = 4;
/// Rows that have to follow a head which nobody knows, for it to differ from all of them.
const LEAST_UNDER_A_HEAD: usize = 3;

/// The columns of a table without heads: the first two that hold words.
pub fn by_content(rows: &[GridRow], skipped: usize) -> Columns {
    let mut wordy = wordy(rows, skipped).into_iter();
    let (avoid, prefer) = (wordy.next().unwrap_or(0), wordy.next());
    Columns {
        avoid,
        prefer: vec![prefer.unwrap_or(avoid + 1)],
        why: wordy.next(),
        level: None,
        principle: None,
        skip: None,
        skipped,
        has_heads: false,
        heads_are_guessed: false,
        certainty: Certainty::Guessed,
        is_turned: false,
        is_open: false,
        written: None,
    }
}

/// The columns where no head is known. A first row may be one all the same: the only one in capitals, the only one whose
/// cells are not sentences, or the only one that says nothing to a customer. Its lead is asked.
pub fn unnamed(rows: &[GridRow], skipped: usize) -> Columns {
    let guessed = by_content(rows, skipped);
    let cell = |row: &'_ GridRow, column: usize| row.cells.get(column).cloned().unwrap_or_default();
    let pair = |row: &GridRow| [cell(row, guessed.avoid), cell(row, guessed.first_prefer())];
    let Some(first) = rows.get(skipped).map(pair) else { return guessed };
    let rest: Vec<[String; 2]> = rows.iter().skip(skipped + 1).map(pair).collect();
    match differs(&first, &rest) {
        true => {
            Columns { has_heads: true, heads_are_guessed: true, ..by_content(rows, skipped + 1) }
        }
        false => guessed,
    }
}

/// Whether a first pair is of another kind than all below it.
fn differs(first: &[String; 2], rest: &[[String; 2]]) -> bool {
    let is_short =
        |text: &String| !text.is_empty() && text.split_whitespace().count() <= MOST_IN_A_HEAD;
    let shouts =
        |text: &String| text.contains(char::is_uppercase) && !text.contains(char::is_lowercase);
    let is_said = |text: &String| {
        text.ends_with(['.', '!', ';', '?', '…', '\u{37e}', '»', '”', '"']) || text.is_empty()
    };
    let alone =
        |is: &dyn Fn(&String) -> bool| first.iter().all(is) && !rest.iter().flatten().any(is);
    let is_label = first.iter().all(|text| may_be_a_head(text))
        && rest.iter().all(|pair| pair.iter().any(|text| is_reply(text)));
    first.iter().all(is_short)
        && (rest.len() >= LEAST_UNDER_A_HEAD && (alone(&shouts) || alone(&|text| !is_said(text)))
            || rest.len() >= LEAST_BELOW_A_LABEL && is_label)
}

/// Titles above a table without heads: rows with one cell, where the others have more.
pub fn titles(rows: &[GridRow]) -> usize {
    let filled = |row: &&GridRow| row.cells.iter().filter(|cell| !cell.is_empty()).count();
    let titles = rows.iter().take(MOST_TITLES).take_while(|row| filled(row) < 2).count();
    let rest = rows.iter().skip(titles);
    let is_table = titles > 0 && rest.clone().take(1).any(|row| filled(&row) > 1);
    // The first row of a small table may have lost its other cell.
    let is_title = |row: &GridRow| {
        row.cells.iter().any(|cell| cell.starts_with('#'))
            || row.cells.first().is_some_and(|cell| !cell.ends_with(['.', '…', ';', '!']))
    };
    if is_table && rows.iter().take(titles).all(is_title) && rest.count() > 1 { titles } else { 0 }
}

/// The columns that hold words, neither numbers, nor dates, nor one of a few categories.
pub fn wordy(rows: &[GridRow], skipped: usize) -> Vec<usize> {
    let rows = rows.get(skipped..).unwrap_or(&[]);
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let cells = |column: usize| {
        rows.iter().filter_map(move |row| row.cells.get(column)).filter(|cell| !cell.is_empty())
    };
    let holds_words = |column: &usize| {
        let (all, words) =
            (cells(*column).count(), cells(*column).filter(|it| !is_value(it)).count());
        all > 0 && words * 2 >= all
    };
    let is_category = |column: &usize| {
        let mut keys: Vec<String> = cells(*column).map(|cell| name_key(cell)).collect();
        let all = keys.len();
        keys.sort();
        keys.dedup();
        let short = cells(*column).all(|cell| cell.split_whitespace().count() <= 3);
        all >= LEAST_ROWS && short && keys.len() * 2 <= all
    };
    let is_level = |column: &usize| cells(*column).all(|cell| level_of(cell).is_some());
    let with_words: Vec<usize> = (0..width).filter(holds_words).collect();
    let phrases: Vec<usize> =
        with_words.iter().copied().filter(|it| !is_category(it) && !is_level(it)).collect();
    // «Πληρωμές», «Αποστολές»: one word with a capital before two columns of phrases.
    let is_label = |column: &usize| {
        cells(*column).all(|cell| {
            cell.split_whitespace().count() == 1 && cell.starts_with(char::is_uppercase)
        })
    };
    let says_more = |column: &usize| cells(*column).all(|cell| cell.split_whitespace().count() > 1);
    match phrases.as_slice() {
        [first, others @ ..]
            if others.len() > 1
                && rows.len() > 1
                && is_label(first)
                && others.iter().all(says_more) =>
        {
            others.to_vec()
        }
        _ if phrases.len() > 1 => phrases,
        _ => with_words,
    }
}

/// A number, a date, a sign: nothing that anybody says.
fn is_value(text: &str) -> bool {
    let mut letters = text.chars().filter(|sign| sign.is_alphabetic());
    cell::is_number(text) && !crate::import::is_dash(text)
        || letters.next().is_some() && letters.next().is_none()
}
