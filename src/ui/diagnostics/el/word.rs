//! Words whose forms can't be made or are not there, in Greek.

use super::{Words, did_you_mean, listed, say};
use crate::lexicon::{Tense, WordProblem};
use crate::rules::WordSpec;
use crate::text::nearest;

pub(super) fn no_such_tense(name: &str, tense: Tense, known: &[Tense]) -> Words {
    let keys: Vec<String> = known.iter().map(|tense| tense.key().to_owned()).collect();
    if name == WordSpec::VARIABLE {
        let message = format!("κανένα ρήμα δεν έχει τύπους για το `{}`", tense.key());
        return say(message, format!("γράψτε ένα από αυτά: {}", listed(&keys)));
    }
    let help = match keys.as_slice() {
        [] => format!("η λέξη δεν έχει χρόνους· γράψτε `<{name}>`"),
        _ => format!("έχει: {}· ή προσθέστε τους τύπους της στο `words:`", listed(&keys)),
    };
    say(format!("η λέξη `<{name}>` δεν έχει τύπους για το `{}`", tense.key()), help)
}

pub(super) fn no_such_person(name: &str) -> Words {
    if name == WordSpec::VARIABLE {
        return say(
            "κανένα ρήμα δεν έχει τύπο για αυτό το πρόσωπο σε αυτόν τον χρόνο",
            "γράψτε άλλο πρόσωπο, ή σβήστε το· η προστακτική (`imperative`) έχει μόνο το 2",
        );
    }
    say(
        format!("η λέξη `<{name}>` δεν έχει τύπο για αυτό το πρόσωπο"),
        "γράψτε άλλο πρόσωπο, ή σβήστε το και θα ταιριάζουν όλα όσα έχει",
    )
}

pub(super) fn bad_word(name: &str, problem: &WordProblem, models: &[&str]) -> Words {
    match problem {
        WordProblem::EmptyName => {
            say("η λέξη δεν έχει όνομα", "γράψτε μπροστά από το `:` τη λέξη, π.χ. `παραδίδω:`")
        }
        WordProblem::EmptySpelling { .. } => say(
            format!("ένας τύπος της λέξης `{name}` είναι κενός"),
            "γράψτε τον τύπο, ή σβήστε τον",
        ),
        WordProblem::NoForms => say(
            format!("από το `{name}` μόνο του δεν βγαίνουν τύποι"),
            format!("γράψτε τους τύπους της λέξης: `{name}: [τύπος, τύπος]`"),
        ),
        WordProblem::UnknownModel { like } => say(
            format!("το `{like}` δεν είναι ρήμα που δείχνει πώς κλίνονται τα άλλα"),
            did_you_mean(
                nearest(like, models.iter().copied()).as_ref(),
                match models {
                    [] => {
                        "σβήστε το `like` και γράψτε τα πρόσωπα ένα ένα: `present: {1s: …, 2s: …}`"
                            .to_owned()
                    }
                    _ => format!("στο `like` γράψτε ένα από αυτά: {}", listed(&owned(models))),
                },
            ),
        ),
        WordProblem::ModelMisfit { like } => say(
            format!("το `{name}` δεν μπορεί να κλίνεται όπως το `{like}`: τελειώνει αλλιώς"),
            "αλλάξτε ή σβήστε το `like`, ή γράψτε τα πρόσωπα ένα ένα: `present: {1s: …, 2s: …}`",
        ),
        WordProblem::ModelNeeded { spelling } => say(
            format!("τα ρήματα σαν το `{spelling}` κλίνονται με δύο τρόπους"),
            "προσθέστε `like: μπορώ` αν κλίνεται μπορώ, μπορείς, ή `like: βοηθώ` αν κλίνεται βοηθώ, βοηθάς",
        ),
        WordProblem::LeadEnding { tense, spelling } => say(
            format!("από το `{spelling}` δεν βγαίνουν τα πρόσωπα του `{}`", tense.key()),
            format!(
                "γράψτε το πρώτο πρόσωπο του ενικού, ή όλα ένα ένα: `{}: {{1s: …, 2s: …, 3s: …}}`",
                tense.key()
            ),
        ),
        WordProblem::SeveralWords { spelling, .. } => say(
            format!("το `{spelling}` είναι πάνω από μία λέξη"),
            "γράψτε μόνο τον τύπο του ρήματος, χωρίς θα και να",
        ),
        WordProblem::NoAccent { spelling, .. } => say(
            format!("από το `{spelling}` λείπει ο τόνος"),
            "βάλτε τον τόνο, για να βγουν σωστά και τα άλλα πρόσωπα",
        ),
        WordProblem::ListNeeded { tense } => say(
            "οι καταλήξεις αυτής της γλώσσας δεν είναι γνωστές",
            format!("γράψτε τα πρόσωπα ένα ένα: `{}: {{1s: …, 2s: …, 3s: …}}`", tense.key()),
        ),
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
