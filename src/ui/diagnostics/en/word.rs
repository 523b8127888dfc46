//! Words whose forms can't be made or are not there, in English.

use super::{Words, did_you_mean, listed, say};
use crate::lexicon::{Tense, WordProblem};
use crate::rules::WordSpec;
use crate::text::nearest;

pub(super) fn no_such_tense(name: &str, tense: Tense, known: &[Tense]) -> Words {
    let keys: Vec<String> = known.iter().map(|tense| tense.key().to_owned()).collect();
    if name == WordSpec::VARIABLE {
        let message = format!("no verb has forms for `{}`", tense.key());
        return say(message, format!("write one of these: {}", listed(&keys)));
    }
    let help = match keys.as_slice() {
        [] => format!("the word has no tenses; write `<{name}>`"),
        _ => format!("it has: {}; or add its forms under `words:`", listed(&keys)),
    };
    say(format!("the word `<{name}>` has no forms for `{}`", tense.key()), help)
}

pub(super) fn no_such_person(name: &str) -> Words {
    if name == WordSpec::VARIABLE {
        return say(
            "no verb has a form for this person in this tense",
            "write another person, or delete it; the `imperative` has only 2",
        );
    }
    say(
        format!("the word `<{name}>` has no form for this person"),
        "write another person, or delete it to match all the persons it has",
    )
}

pub(super) fn bad_word(name: &str, problem: &WordProblem, models: &[&str]) -> Words {
    match problem {
        WordProblem::EmptyName => {
            say("the word has no name", "write the word before the `:`, such as `deliver:`")
        }
        WordProblem::EmptySpelling { .. } => {
            say(format!("a form of the word `{name}` is empty"), "write the form, or delete it")
        }
        WordProblem::NoForms => say(
            format!("`{name}` alone does not give its forms"),
            format!("write the forms of the word: `{name}: [form, form]`"),
        ),
        WordProblem::UnknownModel { like } => say(
            format!("`{like}` is not a verb that shows how others are inflected"),
            did_you_mean(
                nearest(like, models.iter().copied()).as_ref(),
                match models {
                    [] => {
                        "delete `like` and list the persons: `present: {1s: …, 2s: …}`".to_owned()
                    }
                    _ => format!("under `like` write one of these: {}", listed(&owned(models))),
                },
            ),
        ),
        WordProblem::ModelMisfit { like } => say(
            format!("`{name}` can't be inflected like `{like}`: it ends differently"),
            "change or delete `like`, or list the persons: `present: {1s: …, 2s: …}`",
        ),
        WordProblem::ModelNeeded { spelling } => say(
            format!("verbs such as `{spelling}` are inflected in two ways"),
            "add `like: μπορώ` if it goes μπορώ, μπορείς, or `like: βοηθώ` if it goes βοηθώ, βοηθάς",
        ),
        WordProblem::LeadEnding { tense, spelling } => say(
            format!("`{spelling}` does not give the persons of `{}`", tense.key()),
            format!(
                "write the first person singular, or list them: `{}: {{1s: …, 2s: …, 3s: …}}`",
                tense.key()
            ),
        ),
        WordProblem::SeveralWords { spelling, .. } => say(
            format!("`{spelling}` is more than one word"),
            "write only the form of the verb, without auxiliaries such as will (θα, να)",
        ),
        WordProblem::NoAccent { spelling, .. } => say(
            format!("`{spelling}` has no accent"),
            "add the accent, so that the other persons come out right",
        ),
        WordProblem::ListNeeded { tense } => say(
            "the endings of this language are not known",
            format!("list the persons: `{}: {{1s: …, 2s: …, 3s: …}}`", tense.key()),
        ),
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
