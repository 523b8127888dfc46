//! A table as the text of a rule file.

use super::avoid::{self, Phrases};
use super::{Instead, Options, RowTrouble, Table, TableRow, Verbs, prefer};
use crate::rules::Level;

/// A rule file made from a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleFileText {
    /// The text of the file.
    pub text: String,
    /// The line of the table behind each rule, in the order of the rules.
    pub lines: Vec<usize>,
    /// Where each rule begins in the text, in the same order.
    pub starts: Vec<usize>,
    /// Rows of which no phrase could be made.
    pub troubles: Vec<(usize, RowTrouble)>,
}

/// The rows of a table as a rule file. Its language is the one that most letters belong to; `hints`
/// gives what stands in a blank of which nothing more is known, in Greek and in English.
pub fn rule_file(table: &Table, options: Options, verbs: &Verbs, hints: [&str; 2]) -> RuleFileText {
    let language = language(&table.rows);
    let [greek, english] = hints;
    let hint = if language == "el" { greek } else { english };
    let mut file = RuleFileText {
        text: format!("language: {language}\nrules:\n"),
        lines: Vec::new(),
        starts: Vec::new(),
        troubles: Vec::new(),
    };
    for row in &table.rows {
        let phrases = if table.are_phrases {
            Phrases {
                phrases: row.avoid.lines().map(str::to_owned).collect(),
                ..Phrases::default()
            }
        } else {
            avoid::phrases(&row.avoid, options, verbs)
        };
        let instead = match &row.prefer {
            Instead::LeaveOut => "    remove: true\n".to_owned(),
            Instead::Say(cell) => {
                let wordings = if table.are_phrases {
                    cell.lines().map(str::to_owned).collect()
                } else {
                    prefer::wordings(cell, &phrases, options, verbs, hint)
                };
                list("    prefer:", &wordings)
            }
        };
        if phrases.phrases.is_empty() {
            file.troubles.push((row.line, RowTrouble::NoWords));
        } else {
            file.starts.push(file.text.len());
            file.text.push_str(&rule(row, &phrases.phrases, &instead));
            file.lines.push(row.line);
        }
    }
    file
}

fn rule(row: &TableRow, phrases: &[String], instead: &str) -> String {
    let mut text = list("  - avoid:", phrases);
    text.push_str(instead);
    if let Some(level) = row.level {
        text.push_str(&format!("    level: {}\n", key(level)));
    }
    if !row.why.is_empty() {
        text.push_str(&format!("    why: {}\n", quoted(&row.why)));
    }
    text
}

/// A list under its head; nothing without items.
fn list(head: &str, items: &[String]) -> String {
    if items.is_empty() {
        return String::new();
    }
    let items: String = items.iter().map(|item| format!("      - {}\n", quoted(item))).collect();
    format!("{head}\n{items}")
}

fn key(level: Level) -> &'static str {
    match level {
        Level::Suggestion => "suggestion",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

/// In single quotes, in which YAML gives no sign a meaning but the quote itself.
fn quoted(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain: String = one_line.chars().filter(|sign| !sign.is_control()).collect();
    format!("'{}'", plain.replace('\'', "''"))
}

fn language(rows: &[TableRow]) -> &'static str {
    let (mut greek, mut other) = (0_usize, 0_usize);
    for sign in rows.iter().flat_map(|row| row.avoid.chars()).filter(|sign| sign.is_alphabetic()) {
        if matches!(sign, 'Ͱ'..='Ͽ' | 'ἀ'..='῾') { greek += 1 } else { other += 1 }
    }
    if greek >= other { "el" } else { "en" }
}
