//! `kalologos rules import`: a table in, a rule file out.

use super::args::RulesImport;
use super::{Exit, Failure, input, locale, report};
use crate::desk::{Library, builtin};
use crate::render::{self, Refusal, talk};
use crate::rules::import::{Options, Persons, Sides, read_table, rule_file};

/// The largest table that is read, in bytes.
const MAX_TABLE_BYTES: usize = 1 << 20;

/// Prints the rule file of a table; rows that don't fit are named on standard error.
pub fn run(import: &RulesImport) -> Result<Exit, Failure> {
    let speaking = locale::speaking(import.language.0.as_deref());
    let bytes = input::bytes(&import.path, MAX_TABLE_BYTES)?;
    let options = Options {
        sides: if import.swap { Sides::Swapped } else { Sides::AsWritten },
        verbs: if import.verbs_as_written { Persons::AsWritten } else { Persons::All },
    };
    let not_a_table =
        |trouble| Refusal::NotATable { path: import.path.display().to_string(), trouble };
    let table = read_table(&bytes, options.sides).map_err(not_a_table)?;
    let (words, _) = Library::languages(builtin());
    let hints = [talk::BLANK_HINT.el, talk::BLANK_HINT.en];
    let file = rule_file(&table, options, &words.verbs(), hints);
    let troubles = table.troubles.iter().chain(&file.troubles);
    for (line, trouble) in troubles.clone() {
        report::say(&format!("{}\n", render::row_trouble(*line, trouble, speaking)));
    }
    report::print(&file.text)?;
    Ok(if troubles.count() == 0 { Exit::Nothing } else { Exit::Findings })
}
