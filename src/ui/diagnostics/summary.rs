//! The line under all problems.

use crate::model::Language;
use crate::rules::{Diagnostic, Severity};

/// How many files were checked and what was found in them, in one line.
pub fn rules_summary(files: usize, problems: &[Diagnostic], language: Language) -> String {
    let count = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let counts = [count(Severity::Error), count(Severity::Warning), count(Severity::Hint)];
    let (names, files, sound) = match language {
        Language::El => (
            [["πρόβλημα", "προβλήματα"], ["προειδοποίηση", "προειδοποιήσεις"], ["ιδέα", "ιδέες"]],
            counted(files, ["αρχείο κανόνων", "αρχεία κανόνων"]),
            "όλα εντάξει",
        ),
        Language::En => (
            [["problem", "problems"], ["warning", "warnings"], ["idea", "ideas"]],
            counted(files, ["rule file", "rule files"]),
            "all sound",
        ),
    };
    let found: Vec<String> = counts
        .into_iter()
        .zip(names)
        .filter(|(count, _)| *count > 0)
        .map(|(count, names)| counted(count, names))
        .collect();
    match found.as_slice() {
        [] => format!("{files}, {sound}."),
        _ => format!("{files}: {}.", found.join(", ")),
    }
}

fn counted(count: usize, [one, many]: [&str; 2]) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
