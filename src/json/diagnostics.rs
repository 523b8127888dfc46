//! Problems of rule files as JSON, one object a line, for scripts and editors.

use serde::Serialize;

use crate::model::Language;
use crate::rules::{Diagnostic, Severity};
use crate::ui::diagnostics::words;

#[derive(Serialize)]
struct Line<'a> {
    code: &'static str,
    severity: &'static str,
    file: &'a str,
    line: usize,
    column: usize,
    message: String,
    help: String,
}

/// Every problem as one JSON object on a line of its own. Lines and columns count from 1, columns in
/// characters; `code` stays, `message` and `help` are for people and may change.
pub fn diagnostics_json(list: &[Diagnostic], language: Language) -> String {
    let mut text = String::new();
    for diagnostic in list {
        let words = words(diagnostic, language);
        let line = Line {
            code: diagnostic.problem.code(),
            severity: severity(diagnostic.severity),
            file: &diagnostic.file,
            line: diagnostic.place.line.max(1),
            column: diagnostic.place.column.max(1),
            message: words.message,
            help: words.help,
        };
        text.push_str(&serde_json::to_string(&line).unwrap_or_default());
        text.push('\n');
    }
    text
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}
