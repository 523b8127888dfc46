//! What shows only when rules run, in English.

use super::{Words, say};
use crate::rules::PackProblem;

pub(super) fn pack(problem: &PackProblem) -> Words {
    match problem {
        PackProblem::WordingFlagged { text, part, by, builtin: true } => say(
            format!("“{part}”, which the rule suggests, is caught by the built-in rule `{by}`"),
            format!(
                "it would say: “{text}”; put it another way, or write a rule of your own in place of that one, with `id: {by}`"
            ),
        ),
        PackProblem::WordingFlagged { text, part, by, .. } => say(
            format!("“{part}”, which the rule suggests, is caught by the rule `{by}`"),
            format!(
                "it would say: “{text}”; put it another way, or write under `unless:` of `{by}` that this is fine"
            ),
        ),
        PackProblem::WordingRepeats { text, part } => say(
            format!("the wording says “{part}” again, so the rule will catch it every time"),
            format!(
                "it would say: “{text}”; say it without that phrase, or add the wording under `unless:`"
            ),
        ),
        PackProblem::SamePhrase { builtin: true, phrase, other, .. } => say(
            format!("the built-in rule `{other}` also has the phrase “{phrase}”"),
            format!("yours speaks first; to take its place altogether write `id: {other}`"),
        ),
        PackProblem::SamePhrase { phrase, other, file, line, .. } => say(
            match file {
                Some(file) => {
                    format!(
                        "the rule `{other}` ({file}, line {line}) also has the phrase “{phrase}”"
                    )
                }
                None => format!("the rule `{other}` (line {line}) also has the phrase “{phrase}”"),
            },
            "keep the phrase in one of the two, or make one rule of them",
        ),
        PackProblem::NeverWins { sentence, by } => say(
            format!("the rule never speaks: wherever its phrase is, `{by}` speaks"),
            format!(
                "it was tried on “{sentence}”; delete it, or make its phrase more specific than the other"
            ),
        ),
        PackProblem::NeverFound { sentence } => say(
            format!("the rule does not even catch “{sentence}”, which is made from its phrase"),
            "see whether `unless:` or `skip:` stops it, and add an example with `draft:`",
        ),
        PackProblem::FlagsGoodReplies { part, count, of, replies } => say(
            match count {
                1 => format!(
                    "“{part}” is also in one of the {of} good replies that rules are tried on"
                ),
                _ => format!(
                    "“{part}” is also in {count} of the {of} good replies that rules are tried on"
                ),
            },
            format!(
                "{}; add words to the phrase, or write under `unless:` when it is fine",
                quoted(replies)
            ),
        ),
        PackProblem::SlowRegex { fragment } => say(
            "the `regex` is very slow on long texts: twice the text takes it four times as long",
            format!(
                "it shows where a text repeats “{}”; set a limit where it reads on to the end, such as `[^.!?]{{0,60}}` \
                 instead of `.*`, or write the phrase under `avoid:`",
                fragment.trim()
            ),
        ),
        PackProblem::SlowOnReplies { reply } => say(
            "the rule takes very long even on an ordinary reply, so it is left out there",
            format!(
                "it was seen on “{reply}”; make it simpler: fewer gaps `{{…}}` in each phrase, smaller repetitions in the \
                 `regex`"
            ),
        ),
        PackProblem::NoExample { count } => say(
            match count {
                0 | 1 => "the rule has no example".to_owned(),
                _ => format!("{count} rules have no example; this is the first"),
            },
            "add `examples:` with a `draft:` that it catches and a `fine:` that it leaves alone, and every change is \
             checked against them",
        ),
    }
}

fn quoted(replies: &[String]) -> String {
    let quoted: Vec<String> = replies.iter().map(|reply| format!("“{reply}”")).collect();
    quoted.join(", ")
}
