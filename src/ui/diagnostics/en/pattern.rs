//! What is wrong inside a regular expression, in English.

use super::{Words, say};
use crate::rules::PatternError;

pub(super) fn pattern(error: &PatternError) -> Words {
    match error {
        PatternError::Unclosed(sign) => say(
            format!("in the `regex`, `{sign}` is opened and not closed"),
            format!("close it, or write `\\{sign}` if you mean the sign itself"),
        ),
        PatternError::Unopened => say(
            "in the `regex`, `)` closes something that was not opened",
            "delete it, or write `\\)` if you mean the sign itself",
        ),
        PatternError::NothingToRepeat => say(
            "in the `regex`, there is nothing before the sign that repeats",
            "`*`, `+`, `?` and `{…}` go after what is repeated; for the sign itself write `\\*`",
        ),
        PatternError::BadCount => say(
            "in the `regex`, the number of repetitions can't be read",
            "write something like `{2}` or `{1,3}`, the smaller first",
        ),
        PatternError::BadEscape => say(
            "in the `regex`, `\\` before this sign means nothing",
            "delete the `\\`, or write `\\\\` if you mean the sign itself",
        ),
        PatternError::LookAround => say(
            "the `regex` can't look at what comes before or after (`(?=…)`, `(?!…)`, `(?<…)`)",
            "write the phrase with `avoid:`, and under `unless:` when it is fine",
        ),
        PatternError::BackReference => {
            say("the `regex` can't repeat what it has found (`\\1`)", "write it out in words")
        }
        PatternError::NameTwice => {
            say("in the `regex`, two groups have one name", "give the second another name")
        }
        PatternError::BadName => say(
            "in the `regex`, the name of the group can't be read",
            "write `(?P<name>…)`, with letters and digits only",
        ),
        PatternError::Other(reason) => say(
            format!("the `regex` can't be read here: {reason}"),
            "most phrases are simpler to write with `avoid:`",
        ),
    }
}
