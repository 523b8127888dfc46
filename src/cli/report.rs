//! What goes to standard error.

use std::io::{self, Write};

use super::load::Loaded;
use super::{Failure, locale};
use crate::model::Language;
use crate::ui;

/// The problems of rule files, each under its line.
pub fn problems(loaded: &Loaded, language: Language) {
    if loaded.problems.is_empty() {
        return;
    }
    let text =
        ui::diagnostics(&loaded.problems, |name| loaded.source(name), language, has_colour());
    say(&text);
}

/// Whether standard error is for people.
pub fn has_colour() -> bool {
    anstream::stderr().current_choice() != anstream::ColorChoice::Never
}

/// A line for people next to the problems.
pub fn say(text: &str) {
    write_all(anstream::stderr(), text);
}

/// The result, on standard output. Whoever reads along may leave early.
pub fn print(text: &str) -> Result<(), Failure> {
    match anstream::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Write(error)),
        _ => Ok(()),
    }
}

/// Why a command came to nothing.
pub fn failure(failure: &Failure, tag: Option<&str>) {
    let language = locale::speaking(tag);
    let text = match failure {
        #[cfg(feature = "discord")]
        Failure::Told(text) => return say(text),
        Failure::Refused(refusal) => ui::refusal(refusal, language),
        Failure::Write(error) => ui::cannot_write(error.kind(), language),
    };
    say(&format!("kalologos: {text}\n"));
}

/// Where standard error is closed as well there is nobody left to tell.
fn write_all(mut stderr: impl Write, text: &str) {
    let _: io::Result<()> = stderr.write_all(text.as_bytes());
}
