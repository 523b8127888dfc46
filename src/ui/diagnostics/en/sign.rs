//! Gaps of a certain kind, verbs of any name and named sets, in English.

use super::{Words, did_you_mean, say};
use crate::rules::PhraseProblem;

pub(super) fn sign(problem: &PhraseProblem) -> Words {
    match problem {
        PhraseProblem::UnknownGapKind { gap, found, known, nearest } => say(
            format!("`{found}` is not a kind of gap"),
            did_you_mean(
                nearest.as_ref(),
                format!("here you can write `{{{gap}:{known}}}`, or just the name: `{{{gap}}}`"),
            ),
        ),
        PhraseProblem::SubjectInPhrase { gap } => say(
            "`:subject` belongs in `prefer` only",
            format!("write `{{{gap}}}` here, and `{{{gap}:subject}}` in `prefer`"),
        ),
        PhraseProblem::ClauseInWording { gap } => say(
            "`:clause` belongs only in the phrase to look for",
            format!("write just the name of the gap here: `{{{gap}}}`"),
        ),
        PhraseProblem::ClauseOptional { name } => say(
            "a gap for a whole sentence can't be left empty",
            format!(
                "delete the `?`; where there may be no sentence, add a phrase without `{{{name}}}`, in another rule"
            ),
        ),
        PhraseProblem::ClauseNotOpened { name } => say(
            format!("nothing shows that a new sentence begins at `{{{name}:clause}}`"),
            format!(
                "put punctuation or a connecting word before it, such as `no, {{{name}:clause}}` or `because \
                 {{{name}:clause}}`; for a few words `{{{name}}}` is enough"
            ),
        ),
        PhraseProblem::SubjectNotGreek { gap } => say(
            "`:subject` changes the case of words, which means something in Greek only",
            format!("write just the name: `{{{gap}}}`"),
        ),
        PhraseProblem::SubjectOfClause { gap } => say(
            format!("`{{{gap}}}` is a whole sentence and can't become a subject"),
            format!("write `{{{gap}}}` here, or delete `:clause` in the phrase"),
        ),
        other => variable(other),
    }
}

fn variable(problem: &PhraseProblem) -> Words {
    match problem {
        PhraseProblem::VariableWithoutTense => say(
            "`<*>` is whichever verb is found, and needs its tense",
            "write `<*:subjunctive>` for the form after “must” or “to”, or `<*:imperative>` for “send it”",
        ),
        PhraseProblem::VariableTwice => say(
            "the phrase has a second `<*:…>`, so it would be unclear which verb `prefer` means",
            "keep one, and write the other verb with its name or as a gap `{action}`",
        ),
        PhraseProblem::VariableInChoice => say(
            "`<*:…>` can't be inside parentheses: the verb always has to be there",
            "move it out of the `( | )`, or make each choice a phrase of its own",
        ),
        PhraseProblem::VariableWithRegex => say(
            "`<*:…>` needs phrases under `avoid`; `regex` knows no verbs",
            "write `avoid:` with the verb, such as `you must <*:subjunctive>`, or name the verb here",
        ),
        other => set(other),
    }
}

fn set(problem: &PhraseProblem) -> Words {
    match problem {
        PhraseProblem::UnknownSet { name, nearest } => say(
            format!("there is no list `{name}` under `sets`"),
            did_you_mean(
                nearest.as_ref(),
                format!(
                    "add it under `sets:`, such as `{name}: [phrase, phrase]`; if you mean the sign itself write `\\@`"
                ),
            ),
        ),
        PhraseProblem::SetNotYet { name } => say(
            format!("there is no list `{name}` further up"),
            "a list can use only those that are written before it, and never itself; change their order",
        ),
        PhraseProblem::SetNotAlone { name } => say(
            format!("`@{name}` is not on its own between the signs of `( | )`"),
            format!(
                "give it parentheses of its own, `(@{name})`, and write the other words outside them"
            ),
        ),
        PhraseProblem::SetInWording { name } => say(
            format!("`@{name}` belongs only in a phrase to look for"),
            "in `prefer` write a gap of the phrase, such as `{when}`, or a hint, such as [the month]",
        ),
        PhraseProblem::SetOutsideChoice { name } => say(
            format!("`@{name}` needs parentheses"),
            format!("write `(@{name})`; if you mean the sign itself write `\\@`"),
        ),
        PhraseProblem::SignInSet => say(
            "a list under `sets` holds only words",
            "write `{gap}`, `^`, `$` and `<*:…>` in the phrase of the rule, around the list",
        ),
        PhraseProblem::SetsTooLarge { phrase, file } => say(
            "the lists are too large in total",
            format!(
                "up to {phrase} phrases of lists fit in a phrase, and {file} in a whole file; keep those that are needed"
            ),
        ),
        _ => say("the phrase can't be read", "write it with plain words"),
    }
}
