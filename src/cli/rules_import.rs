//! `kalologos rules import`: a table in, a rule file out.

use std::cell::LazyCell;

use super::args::{HeadingRow, RulesImport};
use super::{Exit, Failure, input, locale, report};
use crate::import::Verbs;
use crate::import::{Heading, Options, Persons, Sides, accented, read_table_beside, rule_file};
use crate::ruleset::{RuleSet, builtin};
use crate::team::{catches, spellings};
use crate::ui;
use crate::ui::Refusal;

/// The largest table that is read, in bytes.
const MAX_TABLE_BYTES: usize = 1 << 20;

/// Prints the rule file of a table; rows that don't fit are named on standard error.
pub fn run(import: &RulesImport) -> Result<Exit, Failure> {
    let speaking = locale::speaking(import.language.0.as_deref());
    let bytes = input::bytes(&import.path, MAX_TABLE_BYTES)?;
    let options = Options {
        sides: if import.swap { Sides::Swapped } else { Sides::AsWritten },
        verbs: if import.verbs_as_written { Persons::AsWritten } else { Persons::All },
        columns: import.columns,
        heading: match import.heading {
            Some(HeadingRow::First) => Heading::First,
            Some(HeadingRow::None) => Heading::None,
            None => Heading::Found,
        },
        sheet: import.sheet.map(|number| number - 1),
    };
    let not_a_table = |error| Refusal::NotATable { path: import.path.display().to_string(), error };
    let (words, _) = RuleSet::languages(builtin());
    // Most tables say themselves which column is which.
    let engine = LazyCell::new(|| {
        let mut rules = words.clone();
        rules.add_for_drafts(builtin());
        rules.engine()
    });
    let is_avoided = |text: &str| catches(&engine, text);
    let mut table = read_table_beside(&bytes, options, &is_avoided).map_err(not_a_table)?;
    accented(&mut table, spellings);
    table.keep_principles(|name| words.has_principle(name));
    let file = rule_file(&table, options, &Verbs::new(words.lexemes_by_case()));
    for note in &table.notes {
        report::say(&format!("{}\n", ui::table_note(note, speaking)));
    }
    let errors = table.errors.iter().chain(&file.errors);
    for (line, error) in errors.clone() {
        report::say(&format!("{}\n", ui::row_error(*line, error, speaking)));
    }
    report::print(&file.text)?;
    Ok(if errors.count() == 0 { Exit::Nothing } else { Exit::Findings })
}
