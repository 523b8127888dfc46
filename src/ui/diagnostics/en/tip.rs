//! Problems of tips in English.

use super::{Words, say};
use crate::rules::TipProblem;

pub(super) fn tip(problem: &TipProblem) -> Words {
    match problem {
        TipProblem::IdTwice { id, file, first_line } => say(
            format!("another tip already has the name `{id}`"),
            format!(
                "it is {}; give one of them another `id`, or delete its `id` and one is made for you",
                place(file.as_deref(), *first_line)
            ),
        ),
        TipProblem::SameText { file, first_line } => say(
            "the same tip is already there",
            format!("it is {}; keep one of the two", place(file.as_deref(), *first_line)),
        ),
        TipProblem::Flagged { part, by, instead } => say(
            format!("“{part}” in the tip is caught by the rule `{by}`"),
            match instead {
                Some(instead) => format!(
                    "put it another way, such as “{instead}”, or in “quotes” if it is an example of three words or more"
                ),
                None => {
                    "put it another way, or in “quotes” if it is an example of three words or more"
                        .to_owned()
                }
            },
        ),
    }
}

fn place(file: Option<&str>, line: usize) -> String {
    match file {
        Some(file) => format!("in {file}, line {line}"),
        None => format!("on line {line}"),
    }
}
