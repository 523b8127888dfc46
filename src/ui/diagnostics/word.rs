//! Words whose forms can't be made or are not there.

use super::{Words, did_you_mean, listed};
use crate::lexicon::{Tense, WordProblem};
use crate::model::Language;
use crate::rules::WordSpec;
use crate::text;
use crate::ui::said::{say, sentences};

pub(super) fn no_such_tense(
    name: &str,
    tense: Tense,
    known: &[Tense],
    language: Language,
) -> Words {
    let keys: Vec<String> = known.iter().map(|tense| tense.key().to_owned()).collect();
    let (known, tense) = (listed(&keys), tense.key());
    match keys.as_slice() {
        _ if name == WordSpec::VARIABLE => sentences!(
            language,
            [
                "κανένα ρήμα δεν έχει τύπους για το `{tense}`",
                "γράψτε ένα από αυτά: {known}",
                "no verb has forms for `{tense}`",
                "write one of these: {known}",
            ]
        ),
        [] => sentences!(
            language,
            [
                "η λέξη `<{name}>` δεν έχει τύπους για το `{tense}`",
                "η λέξη δεν έχει χρόνους· γράψτε `<{name}>`",
                "the word `<{name}>` has no forms for `{tense}`",
                "the word has no tenses; write `<{name}>`",
            ]
        ),
        _ => sentences!(
            language,
            [
                "η λέξη `<{name}>` δεν έχει τύπους για το `{tense}`",
                "έχει: {known}· ή προσθέστε τους τύπους της στο `words:`",
                "the word `<{name}>` has no forms for `{tense}`",
                "use one of these: {known}; or add its forms under `words:`",
            ]
        ),
    }
}

pub(super) fn no_such_person(name: &str, language: Language) -> Words {
    if name == WordSpec::VARIABLE {
        return sentences!(
            language,
            [
                "κανένα ρήμα δεν έχει τύπο για αυτό το πρόσωπο σε αυτόν τον χρόνο",
                "γράψτε άλλο πρόσωπο, ή σβήστε το· η προστακτική (`imperative`) έχει μόνο το 2",
                "no verb has a form for this person in this tense",
                "write another person, or delete it; the `imperative` has only 2",
            ]
        );
    }
    sentences!(
        language,
        [
            "η λέξη `<{name}>` δεν έχει τύπο για αυτό το πρόσωπο",
            "γράψτε άλλο πρόσωπο, ή σβήστε το και θα ταιριάζουν όλα όσα έχει",
            "the word `<{name}>` has no form for this person",
            "write another person, or delete it to match all the persons it has",
        ]
    )
}

pub(super) fn bad_word(
    name: &str,
    problem: &WordProblem,
    models: &[&str],
    language: Language,
) -> Words {
    sentences!(
        language,
        match problem {
            WordProblem::EmptyName => [
                "η λέξη δεν έχει όνομα",
                "γράψτε μπροστά από το `:` τη λέξη, π.χ. `παραδίδω:`",
                "the word has no name",
                "write the word before the `:`, such as `deliver:`",
            ],
            WordProblem::EmptySpelling { .. } => [
                "ένας τύπος της λέξης `{name}` είναι κενός",
                "γράψτε τον τύπο, ή σβήστε τον",
                "a form of the word `{name}` is empty",
                "write the form, or delete it",
            ],
            WordProblem::NoForms => [
                "από το `{name}` μόνο του δεν βγαίνουν τύποι",
                "γράψτε τους τύπους της λέξης: `{name}: [τύπος, τύπος]`",
                "`{name}` alone does not give its forms",
                "write the forms of the word: `{name}: [form, form]`",
            ],
            WordProblem::UnknownModel { like } => {
                unknown_model(like, models, language)
            }
            WordProblem::ModelMisfit { like } => [
                "το `{name}` δεν μπορεί να κλίνεται όπως το `{like}`: τελειώνει αλλιώς",
                "αλλάξτε ή σβήστε το `like`, ή γράψτε τα πρόσωπα ένα ένα: `present: {{1s: …, 2s: …}}`",
                "`{name}` can't be inflected like `{like}`: it ends differently",
                "change or delete `like`, or list the persons: `present: {{1s: …, 2s: …}}`",
            ],
            WordProblem::ModelNeeded { spelling } => [
                "τα ρήματα σαν το `{spelling}` κλίνονται με δύο τρόπους",
                "προσθέστε `like: μπορώ` αν κλίνεται μπορώ, μπορείς, ή `like: βοηθώ` αν κλίνεται βοηθώ, βοηθάς",
                "verbs such as `{spelling}` are inflected in two ways",
                "add `like: μπορώ` if it goes μπορώ, μπορείς, or `like: βοηθώ` if it goes βοηθώ, βοηθάς",
            ],
            WordProblem::LeadEnding { tense, spelling } => [
                "από το `{spelling}` δεν βγαίνουν τα πρόσωπα του `{tense}`",
                "γράψτε το πρώτο πρόσωπο του ενικού, ή όλα ένα ένα: `{tense}: {{1s: …, 2s: …, 3s: …}}`",
                "`{spelling}` does not give the persons of `{tense}`",
                "write the first person singular, or list them: `{tense}: {{1s: …, 2s: …, 3s: …}}`",
                tense = tense.key(),
            ],
            WordProblem::SeveralWords { spelling, .. } => [
                "το `{spelling}` είναι πάνω από μία λέξη",
                "γράψτε μόνο τον τύπο του ρήματος, χωρίς θα και να",
                "`{spelling}` is more than one word",
                "write only the form of the verb, without auxiliaries such as will (θα, να)",
            ],
            WordProblem::NoAccent { spelling, .. } => [
                "από το `{spelling}` λείπει ο τόνος",
                "βάλτε τον τόνο, για να βγουν σωστά και τα άλλα πρόσωπα",
                "`{spelling}` has no accent",
                "add the accent, so that the other persons come out right",
            ],
            WordProblem::ListNeeded { tense } => [
                "οι καταλήξεις αυτής της γλώσσας δεν είναι γνωστές",
                "γράψτε τα πρόσωπα ένα ένα: `{tense}: {{1s: …, 2s: …, 3s: …}}`",
                "the endings of this language are not known",
                "list the persons: `{tense}: {{1s: …, 2s: …, 3s: …}}`",
                tense = tense.key(),
            ],
        }
    )
}

fn unknown_model(like: &str, models: &[&str], language: Language) -> Words {
    let known: Vec<String> = models.iter().map(|name| (*name).to_owned()).collect();
    let (known, nearest) = (listed(&known), text::nearest(like, models.iter().copied()));
    let message = say!(
        language,
        "το `{like}` δεν είναι ρήμα που δείχνει πώς κλίνονται τα άλλα",
        "`{like}` is not a verb that shows how others are inflected",
    );
    let help = match nearest {
        Some(name) => did_you_mean(&name, language),
        None if models.is_empty() => say!(
            language,
            "σβήστε το `like` και γράψτε τα πρόσωπα ένα ένα: `present: {{1s: …, 2s: …}}`",
            "delete `like` and list the persons: `present: {{1s: …, 2s: …}}`",
        ),
        None => say!(
            language,
            "στο `like` γράψτε ένα από αυτά: {known}",
            "under `like` write one of these: {known}",
        ),
    };
    Words { message, help }
}
