//! Problems inside phrases and wordings in English.

use super::{Words, did_you_mean, say};
use crate::rules::PhraseProblem;

pub(super) fn phrase(problem: &PhraseProblem) -> Words {
    match problem {
        PhraseProblem::Empty => say(
            "the phrase has no word that is always there",
            "write at least one word outside `{ }` and `( | )`",
        ),
        PhraseProblem::Unclosed(sign) => say(
            format!("`{sign}` is opened and not closed"),
            format!("add `{}`, or write `\\{sign}` if you mean the sign itself", closing(*sign)),
        ),
        PhraseProblem::Stray('|') => say(
            "`|` separates choices only inside parentheses",
            "write `(wrong|mistaken)`, or put each phrase on a line of its own with a dash before it",
        ),
        PhraseProblem::Stray(sign) => say(
            format!("`{sign}` is on its own"),
            format!("delete it, or write `\\{sign}` if you mean the sign itself"),
        ),
        PhraseProblem::EmptyName(sign) => say(
            format!("there is nothing between `{sign}` and `{}`", closing(*sign)),
            "give it a name, such as `<can>`, `{action}` or `[the date]`",
        ),
        PhraseProblem::GapTwice { name } => say(
            format!("the gap `{{{name}}}` is in the phrase twice"),
            format!("give the second another name, such as `{{{name}2}}`"),
        ),
        PhraseProblem::OnlyGaps => say(
            "the phrase has no word of its own and would match anything",
            "add the words that it should look for",
        ),
        PhraseProblem::GapsAtBothEnds => say(
            "the phrase begins and ends with a gap, so it would take the whole sentence",
            "delete the gap at the start, or put a word before it",
        ),
        PhraseProblem::ListedFirst => say(
            "the phrase begins with a gap that takes the words of a list",
            "put a word before it, or write one rule for each word of the list",
        ),
        PhraseProblem::GapsSideBySide => say(
            "two gaps are side by side, so it is unclear where the first ends",
            "make them one, or put a word between them",
        ),
        PhraseProblem::GapBeforePossessive => say(
            "`'s` belongs to the word before it and can't stay outside the gap",
            "a gap holds whole words: write `{name}` without the `'s`, or write the word in full",
        ),
        PhraseProblem::AnchorMisplaced('^') => say(
            "`^` means “start of a sentence” and can only come first",
            "move it to the start of the phrase, or write `\\^` if you mean the sign itself",
        ),
        PhraseProblem::AnchorMisplaced(_) => say(
            "`$` means “end of a sentence” and can only come last",
            "move it to the end of the phrase, or write `\\$` if you mean the sign itself",
        ),
        PhraseProblem::TooDeep => {
            say("there are too many parentheses inside each other", "split it into several phrases")
        }
        PhraseProblem::TooManyWays { limit } => say(
            format!("the phrase can be read in more than {limit} ways"),
            "its choices `( | )` give so many combinations; split it into several phrases",
        ),
        PhraseProblem::BlankInPhrase => say(
            "`[ ]` belongs in `prefer` only",
            "for “one or more words” write `{name}`; for a plain bracket write `\\[`",
        ),
        PhraseProblem::ChoiceInWording => say(
            "there is no choice `( | )` in `prefer`",
            "write each wording on a line of its own, with a dash before it",
        ),
        PhraseProblem::AnchorInWording(sign) => say(
            format!("`{sign}` has no meaning in `prefer`"),
            format!("delete it, or write `\\{sign}` if you mean the sign itself"),
        ),
        PhraseProblem::Glued('(') => say(
            "the parenthesis touches a word",
            "write the words in full, such as `(order|orders)`, or leave a space",
        ),
        PhraseProblem::Glued(sign) => {
            say(format!("`{sign}…{}` touches a word", closing(*sign)), "leave a space between them")
        }
        PhraseProblem::UnknownTense { found, nearest } => say(
            format!("there is no tense `{found}`"),
            did_you_mean(
                nearest.as_ref(),
                "write `present`, `imperfect`, `past`, `subjunctive`, `imperative`, `participle` or `gerund`".to_owned(),
            ),
        ),
        PhraseProblem::UnknownPerson { found } => say(
            format!("`{found}` is not a person of a verb"),
            "write 1, 2 or 3, and several with a comma: `<can:present:1,3>`",
        ),
        PhraseProblem::TooManyParts => say(
            "the word has more than three parts",
            "write `<word>`, `<word:tense>` or `<word:tense:persons>`",
        ),
        PhraseProblem::TooLong { limit } => {
            say("the phrase is too long", format!("it may have up to {limit} characters"))
        }
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
    }
}

fn closing(sign: char) -> char {
    match sign {
        '<' => '>',
        '{' => '}',
        '[' => ']',
        _ => ')',
    }
}
