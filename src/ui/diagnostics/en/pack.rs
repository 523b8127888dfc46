//! What shows only when rules run, in English.

use super::{Words, say};
use crate::model::Language;
use crate::rules::PackProblem;
use crate::ui::reasons::{held_back_key, how_to_fit};

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
        PackProblem::WordingDropsGap { gap, wording: None, .. } => say(
            format!(
                "the phrase stays wherever `{{{gap}}}` has words, because they would be removed with it"
            ),
            format!(
                "take `{{{gap}}}` out of the phrase, or write what stays under `prefer:`, such as '{{{gap}}}'"
            ),
        ),
        PackProblem::WordingDropsGap { gap, wording: Some(wording), always: true } => say(
            format!(
                "“{wording}” leaves out the words in `{{{gap}}}`, so it will be shown as an example only"
            ),
            format!(
                "nobody's words may be lost: repeat `{{{gap}}}` in the wording, or take it out of the phrase"
            ),
        ),
        PackProblem::WordingDropsGap { gap, wording: Some(wording), always: false } => say(
            format!(
                "where `{{{gap}}}` has words, “{wording}” leaves them out, so it will be shown as an example only"
            ),
            format!(
                "repeat it in the wording as `{{{gap}?}}`, or give the phrases that have it a rule of their own"
            ),
        ),
        PackProblem::WordingReverses { sentence, wording } => say(
            format!(
                "“{wording}” says yes where the phrase says no, so it will be shown as an example only"
            ),
            format!(
                "it was tried on “{sentence}”; keep the no in the wording, or write `turns: true` if you are the ones who \
                 do it and the draft itself says when or how"
            ),
        ),
        PackProblem::WordingNeverFits { sentence, wording, reason } => say(
            format!(
                "“{wording}” fitted none of the sentences it was tried on, so it will be shown as an example only"
            ),
            format!(
                "in “{sentence}” it was held back because {}; {}, or keep it as an example",
                held_back_key(reason, Language::En),
                how_to_fit(reason, Language::En)
            ),
        ),
        PackProblem::WordingGuessesGender { part } => say(
            format!("“{part}” fits only a man, or only a woman, and no draft says who reads it"),
            "put it with a verb or another word that is the same for everybody, such as «να ξέρετε με σιγουριά» in place of «να \
             είστε σίγουρος»",
        ),
        PackProblem::WordingInvents { part } => say(
            format!("the wording brings in “{part}”, which the draft does not have"),
            "leave a blank in its place, such as [number], or put it into the phrase",
        ),
        PackProblem::IdNearBuiltin { id, other } => say(
            format!("`{id}` looks like the built-in rule `{other}`; is that the one you mean?"),
            format!(
                "if so, write `id: {other}`, and yours takes its place; if not, choose a name that differs more"
            ),
        ),
        PackProblem::SamePhrase { builtin: true, phrase, other, .. } => say(
            format!("the built-in rule `{other}` also has the phrase “{phrase}”"),
            format!("yours comes first; to replace it completely write `id: {other}`"),
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
            "keep the phrase in one of the two, or merge them into one rule",
        ),
        PackProblem::NeverWins { sentence, by } => say(
            format!("the rule never applies: wherever its phrase is, `{by}` applies instead"),
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
            "the `regex` is very slow on long texts: twice the text takes four times as long",
            format!(
                "it shows where a text repeats “{}”; set a limit where it reads on to the end, such as `[^.!?]{{0,60}}` \
                 instead of `.*`, or write the phrase under `avoid:`",
                fragment.trim()
            ),
        ),
        PackProblem::SlowOnReplies { reply } => say(
            "the rule takes too long even on an ordinary reply, so it is skipped there",
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
