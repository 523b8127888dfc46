//! Gaps of a certain kind, verbs of any name and named sets, in Greek.

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
        PhraseProblem::VariableWithRegex => say(
            "το `<*:…>` θέλει φράσεις στο `avoid`· το `regex` δεν ξέρει ρήματα",
            "γράψτε `avoid:` με το ρήμα, π.χ. `πρέπει να <*:subjunctive:2>`, ή γράψτε εδώ το ρήμα με το όνομά του",
        ),
        other => set(other),
    }
}

fn set(problem: &PhraseProblem) -> Words {
    match problem {
        PhraseProblem::UnknownSet { name, nearest } => say(
            format!("στο `sets` δεν υπάρχει λίστα `{name}`"),
            did_you_mean(
                nearest.as_ref(),
                format!(
                    "προσθέστε τη στο `sets:`, π.χ. `{name}: [φράση, φράση]`· αν θέλετε το ίδιο το σύμβολο γράψτε `\\@`"
                ),
            ),
        ),
        PhraseProblem::SetNotYet { name } => say(
            format!("η λίστα `{name}` δεν υπάρχει πιο πάνω"),
            "μια λίστα χρησιμοποιεί μόνο όσες γράφονται πριν από αυτήν, και ποτέ τον εαυτό της· αλλάξτε τη σειρά τους",
        ),
        PhraseProblem::SetNotAlone { name } => say(
            format!("το `@{name}` δεν στέκεται μόνο του ανάμεσα στα `( | )`"),
            format!(
                "δώστε του δική του παρένθεση, `(@{name})`, και γράψτε τα άλλα λόγια έξω από αυτήν"
            ),
        ),
        PhraseProblem::SetInWording { name } => say(
            format!("το `@{name}` γράφεται μόνο σε φράση που ψάχνουμε"),
            "στο `prefer` βάλτε ένα κενό της φράσης, π.χ. `{πότε}`, ή μια υπόδειξη, π.χ. [μήνας]",
        ),
        PhraseProblem::SetOutsideChoice { name } => say(
            format!("το `@{name}` θέλει παρένθεση"),
            format!("γράψτε `(@{name})`· αν θέλετε το ίδιο το σύμβολο γράψτε `\\@`"),
        ),
        PhraseProblem::SignInSet => say(
            "μια λίστα του `sets` έχει μόνο λέξεις",
            "γράψτε τα `{κενό}`, `^`, `$` και `<*:…>` στη φράση του κανόνα, γύρω από τη λίστα",
        ),
        PhraseProblem::SetsTooLarge { phrase, file } => say(
            "οι λίστες είναι πολύ μεγάλες μαζί",
            format!(
                "χωρούν έως {phrase} φράσεις από λίστες σε κάθε φράση, και {file} σε όλο το αρχείο· κρατήστε όσες χρειάζονται"
            ),
        ),
        _ => say("η φράση δεν διαβάζεται", "γράψτε τη με απλές λέξεις"),
    }
}
