//! `kalologos rules check`: rule files held against themselves.

use std::io::IsTerminal;

use super::args::{Format, RulesCheck};
use super::load::{self, Builtin, Loaded};
use super::{Exit, Failure, locale, report};
use crate::model::Language;
use crate::ruleset::has_errors;
use crate::ui;

/// Checks rule files, their examples, and what they do next to each other and the rules in force.
pub fn run(check: &RulesCheck) -> Result<Exit, Failure> {
    let builtin = if check.no_builtin { Builtin::WordsOnly } else { Builtin::Rules };
    let mut loaded = load::load(&check.paths, builtin)?;
    let found = loaded.audit();
    loaded.problems.extend(found);
    let speaking = locale::speaking(check.language.0.as_deref());
    match check.format {
        Format::Json => report::print(&crate::json::diagnostics_json(&loaded.problems, speaking))?,
        Format::Text => show(&loaded, speaking)?,
    }
    Ok(if has_errors(&loaded.problems) { Exit::Refused } else { Exit::Nothing })
}

/// Problems and their count for people; where all is sound a script hears nothing.
fn show(loaded: &Loaded, speaking: Language) -> Result<(), Failure> {
    let summary = ui::rules_summary(loaded.own.len(), &loaded.problems, speaking);
    if !loaded.problems.is_empty() {
        report::problems(loaded, speaking);
        report::say(&format!("\n{summary}\n"));
    } else if std::io::stdout().is_terminal() {
        report::print(&format!("{summary}\n"))?;
    }
    Ok(())
}
