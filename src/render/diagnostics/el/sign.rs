//! Gaps of a certain kind and verbs of any name, in Greek.

use super::{Words, did_you_mean, say};
use crate::rules::PhraseProblem;

pub(super) fn sign(problem: &PhraseProblem) -> Words {
    match problem {
        PhraseProblem::UnknownGapKind { gap, found, known, nearest } => say(
            format!("το `{found}` δεν είναι είδος κενού"),
            did_you_mean(
                nearest.as_ref(),
                format!("εδώ γράφεται `{{{gap}:{known}}}`, ή σκέτο το όνομα: `{{{gap}}}`"),
            ),
        ),
        PhraseProblem::SubjectInPhrase { gap } => say(
            "το `:subject` γράφεται μόνο στο `prefer`",
            format!("γράψτε εδώ `{{{gap}}}`, και στο `prefer` `{{{gap}:subject}}`"),
        ),
        PhraseProblem::ClauseInWording { gap } => say(
            "το `:clause` γράφεται μόνο στη φράση που ψάχνουμε",
            format!("γράψτε εδώ μόνο το όνομα του κενού: `{{{gap}}}`"),
        ),
        PhraseProblem::ClauseOptional { name } => say(
            "το κενό για ολόκληρη πρόταση δεν γίνεται να λείπει",
            format!(
                "σβήστε το `?`· αν η πρόταση λείπει κάποτε, γράψτε και μια φράση χωρίς το `{{{name}}}`, σε άλλον κανόνα"
            ),
        ),
        PhraseProblem::ClauseNotOpened { name } => say(
            format!("στο `{{{name}:clause}}` δεν φαίνεται ότι αρχίζει νέα πρόταση"),
            format!(
                "βάλτε πριν από αυτό ένα σημείο στίξης ή έναν σύνδεσμο, π.χ. `όχι, {{{name}:clause}}` ή `γιατί \
                 {{{name}:clause}}`· για λίγες λέξεις αρκεί το `{{{name}}}`"
            ),
        ),
        PhraseProblem::SubjectNotGreek { gap } => say(
            "το `:subject` αλλάζει την πτώση, και αυτό έχει νόημα μόνο στα ελληνικά",
            format!("γράψτε σκέτο το όνομα: `{{{gap}}}`"),
        ),
        PhraseProblem::SubjectOfClause { gap } => say(
            format!("το `{{{gap}}}` είναι ολόκληρη πρόταση και δεν γίνεται υποκείμενο"),
            format!("γράψτε εδώ `{{{gap}}}`, ή σβήστε το `:clause` από τη φράση"),
        ),
        other => variable(other),
    }
}

fn variable(problem: &PhraseProblem) -> Words {
    match problem {
        PhraseProblem::VariableWithoutTense => say(
            "το `<*>` είναι όποιο ρήμα βρεθεί, και χρειάζεται τον χρόνο του",
            "γράψτε π.χ. `<*:subjunctive:2>` για το «να στείλετε», ή `<*:imperative>` για το «στείλτε»",
        ),
        PhraseProblem::VariableTwice => say(
            "η φράση έχει δεύτερο `<*:…>`, και δεν θα φαινόταν ποιο ρήμα εννοεί το `prefer`",
            "κρατήστε ένα, και γράψτε το άλλο ρήμα με το όνομά του ή ως κενό `{ενέργεια}`",
        ),
        PhraseProblem::VariableInChoice => say(
            "το `<*:…>` δεν γράφεται μέσα σε παρένθεση: το ρήμα πρέπει να υπάρχει πάντα",
            "βγάλτε το έξω από το `( | )`, ή κάντε κάθε επιλογή δική της φράση",
        ),
        _ => say("η φράση δεν διαβάζεται", "γράψτε τη με απλές λέξεις"),
    }
}
