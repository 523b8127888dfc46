//! What is wrong inside a regular expression, in English.

use super::{Words, say};
use crate::rules::PatternTrouble;

pub(super) fn pattern(trouble: &PatternTrouble) -> Words {
    match trouble {
        PatternTrouble::Unclosed(sign) => say(
            format!("in the `regex`, `{sign}` is opened and not closed"),
            format!("close it, or write `\\{sign}` if you mean the sign itself"),
        ),
        PatternTrouble::Unopened => say(
            "in the `regex`, `)` closes something that was not opened",
            "delete it, or write `\\)` if you mean the sign itself",
        ),
        PatternTrouble::NothingToRepeat => say(
            "in the `regex`, there is nothing before the sign that repeats",
            "`*`, `+`, `?` and `{…}` go behind what is repeated; for the sign itself write `\\*`",
        ),
        PatternTrouble::BadCount => say(
            "in the `regex`, the number of repetitions can't be read",
            "write something like `{2}` or `{1,3}`, the smaller first",
        ),
        PatternTrouble::BadEscape => say(
            "in the `regex`, `\\` before this sign means nothing",
            "delete the `\\`, or write `\\\\` if you mean the sign itself",
        ),
        PatternTrouble::LookAround => say(
            "the `regex` can't look at what comes before or after (`(?=…)`, `(?!…)`, `(?<…)`)",
            "write the phrase with `avoid:`, and under `unless:` when it is fine",
        ),
        PatternTrouble::BackReference => {
            say("the `regex` can't repeat what it has found (`\\1`)", "write it out in words")
        }
        PatternTrouble::NameTwice => {
            say("in the `regex`, two groups have one name", "give the second another name")
        }
        PatternTrouble::BadName => say(
            "in the `regex`, the name of the group can't be read",
            "write `(?P<name>…)`, with letters and digits only",
        ),
        PatternTrouble::Other(reason) => say(
            format!("the `regex` can't be read here: {reason}"),
            "most phrases are simpler to write with `avoid:`",
        ),
    }
}
