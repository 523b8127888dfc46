//! A team's own table, as people have it, made into a rule file.
//!
//! ```text
//! bytes ── grid (CSV, TSV, Markdown, .xlsx, pasted text) ── table (avoid, prefer, why) ── rule file
//! ```
//!
//! The outcome is the text of a rule file, so that a table goes the same way as any other rules.

mod avoid;
mod columns;
mod file_text;
mod grid;
mod pasted;
mod prefer;
mod replies;
mod table;
mod verbs;
mod workbook;
mod written;

pub use avoid::REST;
pub use file_text::{RuleFileText, rule_file};
pub use grid::{Format, MAX_CELL_CHARS, MAX_ROWS, TableError};
pub use replies::{MAX_REPLIES, Replies, Reply, ReplyForm, read_replies};
pub use table::{Instead, RowError, Side, Sides, Table, TableRow, is_dash, read_table};
pub use verbs::Verbs;
pub use written::{RULE_WIDTHS, as_csv, as_workbook, written_rows};

/// How a table is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// On which side the phrases stand that are avoided.
    pub sides: Sides,
    /// Whether a verb of the word table is found in singular and plural, or only as written.
    pub verbs: Persons,
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
