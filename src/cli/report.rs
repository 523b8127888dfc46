//! What goes to standard error.

use std::io::{self, Write};

use super::load::Loaded;
use super::{Failure, locale};
use crate::render::{self, Language};

/// The problems of rule files, each under its line.
pub fn problems(loaded: &Loaded, language: Language) {
    if loaded.problems.is_empty() {
        return;
    }
    let stderr = anstream::stderr();
    let colour = stderr.current_choice() != anstream::ColorChoice::Never;
    let text = render::diagnostics(&loaded.problems, |name| loaded.source(name), language, colour);
    say(stderr, &text);
}

/// Why a command came to nothing.
pub fn failure(failure: &Failure, tag: Option<&str>) {
    let language = locale::speaking(tag);
    let text = match failure {
        Failure::Refused(refusal) => render::refusal(refusal, language),
        Failure::Write(error) => render::cannot_write(error.kind(), language),
    };
    say(anstream::stderr(), &format!("kalologos: {text}\n"));
}

/// Where standard error is closed as well there is nobody left to tell.
fn say(mut stderr: impl Write, text: &str) {
    let _: io::Result<()> = stderr.write_all(text.as_bytes());
}
