//! A team's own table, as people have it, made into a rule file.
//!
//! ```text
//! bytes ── grid (CSV, TSV, Markdown, .xlsx, pasted text) ── table (avoid, prefer, why) ── rule file
//! ```
//!
//! The outcome is the text of a rule file, so that a table goes the same way as any other rules.

mod accents;
mod agreement;
mod alternatives;
mod avoid;
mod cell;
mod columns;
mod file_text;
mod foreign;
mod grid;
mod headings;
mod leave_out;
mod levels;
mod pasted;
mod prefer;
mod reading;
mod remarks;
mod repair;
mod repeated;
mod replies;
mod table;
mod verbs;
mod words;
mod workbook;
mod written;

pub use crate::rules::OtherTool;
pub use accents::{Spellings, accented};
pub use avoid::REST;
pub use columns::Certainty;
pub use file_text::{RuleFileText, UNLESS, rule_file};
pub use grid::{Format, MAX_CELL_CHARS, MAX_ROWS, OtherFile, TableError, TableNote};
pub use leave_out::is_dash;
pub use replies::{MAX_REPLIES, Replies, Reply, ReplyForm, read_replies};
pub use table::{
    Instead, Layout, RowError, Side, Sides, Table, TableRow, read_table, read_table_beside,
};
pub use verbs::Verbs;
pub use workbook::{ending as archive_ending, is_named as names_archive};
pub use written::{RULE_WIDTHS, as_csv, as_workbook, written_rows};

/// How a table is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// On which side the phrases stand that are avoided.
    pub sides: Sides,
    /// Whether a verb of the word table is found in singular and plural, or only as written.
    pub verbs: Persons,
    /// Which columns hold what, where the lead says so.
    pub columns: Option<Chosen>,
    /// Whether a row holds the heads.
    pub heading: Heading,
    /// Which of the sheets in sight is read, from 0; `None`: the first that holds a table.
    pub sheet: Option<u8>,
}

/// The phrases that a cell of the left column holds, as somebody wrote them.
pub fn phrases_of_cell(cell: &str) -> Vec<String> {
    let is_written = cell.contains(['<', '{']);
    let parts = alternatives::alternatives(cell, alternatives::Side::Left);
    if is_written || parts.len() < 2 { vec![cell.to_owned()] } else { parts }
}

/// The wordings that a cell of the right column holds, as somebody wrote them.
pub fn wordings_of_cell(cell: &str) -> Vec<String> {
    let parts = alternatives::alternatives(cell, alternatives::Side::Right);
    let bare = |part: &String| part.trim_end_matches('.').to_owned();
    parts.iter().map(bare).collect()
}

impl Options {
    /// What a lead chose of the page, as words that can be kept and read again.
    pub fn words(&self) -> Vec<String> {
        let columns =
            self.columns.map(|Chosen { avoid, prefer }| format!("columns-{avoid}-{prefer}"));
        let heading = match self.heading {
            Heading::Found => None,
            Heading::First => Some("first-heads".to_owned()),
            Heading::None => Some("no-heads".to_owned()),
        };
        let sheet = self.sheet.map(|sheet| format!("sheet-{sheet}"));
        [columns, heading, sheet].into_iter().flatten().collect()
    }

    /// The same read again; other words are passed over.
    pub fn of_words(words: &[&str]) -> Options {
        let after = |start: &str| words.iter().find_map(|word| word.strip_prefix(start));
        let columns = after("columns-").and_then(|both| both.split_once('-'));
        let columns = columns.and_then(|(avoid, prefer)| {
            Some(Chosen { avoid: avoid.parse().ok()?, prefer: prefer.parse().ok()? })
        });
        let heading = match () {
            () if words.contains(&"first-heads") => Heading::First,
            () if words.contains(&"no-heads") => Heading::None,
            () => Heading::Found,
        };
        let sheet = after("sheet-").and_then(|sheet| sheet.parse().ok());
        Options { columns, heading, sheet, ..Options::default() }
    }
}

/// Columns that a lead chose, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen {
    /// What is avoided.
    pub avoid: u8,
    /// What is said instead.
    pub prefer: u8,
}

/// Whether a row of a table holds its heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Heading {
    /// The one that looks like it, if there is one.
    #[default]
    Found,
    /// The first one does.
    First,
    /// None does.
    None,
}

/// Which forms of a verb are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Persons {
    /// Singular and plural: μπορώ and μπορούμε.
    #[default]
    All,
    /// Only the form that is written.
    AsWritten,
}
