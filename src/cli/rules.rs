//! `kalologos rules`: rule files held against themselves.

use std::io::Write;

use super::args::RulesCheck;
use super::load::{self, Builtin};
use super::{Exit, Failure, locale, report};
use crate::desk::has_errors;
use crate::render;

/// Checks rule files and their examples: every problem of all of them.
pub fn check(check: &RulesCheck) -> Result<Exit, Failure> {
    let builtin = if check.no_builtin { Builtin::WordsOnly } else { Builtin::Rules };
    let loaded = load::load(&check.paths, builtin)?;
    let speaking = locale::speaking(check.language.0.as_deref());
    report::problems(&loaded, speaking);
    if has_errors(&loaded.problems) {
        return Ok(Exit::Refused);
    }
    let sound = render::rules_sound(loaded.own.len(), speaking);
    match writeln!(anstream::stdout(), "{sound}") {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::Write(error)),
        _ => Ok(Exit::Nothing),
    }
}
