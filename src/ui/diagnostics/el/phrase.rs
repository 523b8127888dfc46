//! Problems inside phrases and wordings in Greek.

use super::{Words, did_you_mean, say};
use crate::rules::PhraseProblem;

pub(super) fn phrase(problem: &PhraseProblem) -> Words {
    match problem {
        PhraseProblem::Empty => say(
            "η φράση δεν έχει λέξη που να υπάρχει πάντα",
            "γράψτε τουλάχιστον μία λέξη έξω από `{ }` και `( | )`",
        ),
        PhraseProblem::Unclosed(sign) => say(
            format!("το `{sign}` ανοίγει και δεν κλείνει"),
            format!(
                "προσθέστε το `{}`, ή γράψτε `\\{sign}` αν το θέλετε ως απλό σύμβολο",
                closing(*sign)
            ),
        ),
        PhraseProblem::Stray('|') => say(
            "το `|` χωρίζει επιλογές μόνο μέσα σε παρένθεση",
            "γράψτε `(λάθος|σφάλμα)`, ή βάλτε κάθε φράση σε δική της γραμμή με παύλα μπροστά",
        ),
        PhraseProblem::Stray(sign) => say(
            format!("το `{sign}` στέκεται μόνο του"),
            format!("σβήστε το, ή γράψτε `\\{sign}` αν το θέλετε ως απλό σύμβολο"),
        ),
        PhraseProblem::EmptyName(sign) => say(
            format!("ανάμεσα στα `{sign}` και `{}` δεν υπάρχει τίποτα", closing(*sign)),
            "δώστε του ένα όνομα, π.χ. `<μπορώ>`, `{ενέργεια}` ή `[ημερομηνία]`",
        ),
        PhraseProblem::GapTwice { name } => say(
            format!("το κενό `{{{name}}}` υπάρχει δύο φορές στη φράση"),
            format!("δώστε στο δεύτερο άλλο όνομα, π.χ. `{{{name}2}}`"),
        ),
        PhraseProblem::OnlyGaps => say(
            "η φράση δεν έχει δική της λέξη και θα ταίριαζε με όλα",
            "προσθέστε τις λέξεις που θέλετε να βρίσκει",
        ),
        PhraseProblem::GapsAtBothEnds => say(
            "η φράση αρχίζει και τελειώνει με κενό, άρα θα έπιανε όλη την πρόταση",
            "σβήστε το κενό της αρχής, ή βάλτε μια λέξη πριν από αυτό",
        ),
        PhraseProblem::ListedFirst => say(
            "η φράση αρχίζει με κενό που παίρνει λέξεις από λίστα",
            "βάλτε μια λέξη πριν από αυτό, ή γράψτε έναν κανόνα για κάθε λέξη της λίστας",
        ),
        PhraseProblem::GapsSideBySide => say(
            "δύο κενά είναι δίπλα δίπλα και δεν φαίνεται πού τελειώνει το ένα",
            "ενώστε τα σε ένα, ή βάλτε μια λέξη ανάμεσα",
        ),
        PhraseProblem::GapBeforePossessive => say(
            "το `'s` ανήκει στη λέξη πριν από αυτό και δεν μένει έξω από το κενό",
            "το κενό κρατά ολόκληρες λέξεις: γράψτε `{όνομα}` χωρίς το `'s`, ή τη λέξη ολόκληρη",
        ),
        PhraseProblem::AnchorMisplaced('^') => say(
            "το `^` σημαίνει «αρχή πρότασης» και γράφεται μόνο πρώτο",
            "φέρτε το στην αρχή της φράσης, ή γράψτε `\\^` αν το θέλετε ως απλό σύμβολο",
        ),
        PhraseProblem::AnchorMisplaced(_) => say(
            "το `$` σημαίνει «τέλος πρότασης» και γράφεται μόνο τελευταίο",
            "φέρτε το στο τέλος της φράσης, ή γράψτε `\\$` αν το θέλετε ως απλό σύμβολο",
        ),
        PhraseProblem::TooDeep => say(
            "υπάρχουν πάρα πολλές παρενθέσεις η μία μέσα στην άλλη",
            "χωρίστε τη σε περισσότερες φράσεις",
        ),
        PhraseProblem::TooManyWays { limit } => say(
            format!("η φράση διαβάζεται με πάνω από {limit} τρόπους"),
            "τόσους συνδυασμούς δίνουν οι επιλογές `( | )`· χωρίστε τη σε περισσότερες φράσεις",
        ),
        PhraseProblem::BlankInPhrase => say(
            "το `[ ]` γράφεται μόνο στο `prefer`",
            "για «μία ή περισσότερες λέξεις» γράψτε `{όνομα}`· για απλή αγκύλη γράψτε `\\[`",
        ),
        PhraseProblem::ChoiceInWording => say(
            "στο `prefer` δεν υπάρχει επιλογή `( | )`",
            "γράψτε κάθε διατύπωση σε δική της γραμμή, με παύλα μπροστά",
        ),
        PhraseProblem::AnchorInWording(sign) => say(
            format!("το `{sign}` δεν σημαίνει κάτι στο `prefer`"),
            format!("σβήστε το, ή γράψτε `\\{sign}` αν το θέλετε ως απλό σύμβολο"),
        ),
        PhraseProblem::Glued('(') => say(
            "η παρένθεση ακουμπά σε λέξη",
            "γράψτε ολόκληρες τις λέξεις, π.χ. `(παραγγελία|παραγγελίες)`, ή αφήστε ένα κενό",
        ),
        PhraseProblem::Glued(sign) => say(
            format!("το `{sign}…{}` ακουμπά σε λέξη", closing(*sign)),
            "αφήστε ένα κενό ανάμεσα",
        ),
        PhraseProblem::UnknownTense { found, nearest } => say(
            format!("δεν υπάρχει χρόνος `{found}`"),
            did_you_mean(
                nearest.as_ref(),
                "γράψτε `present`, `imperfect`, `past`, `subjunctive`, `imperative`, `participle` ή `gerund`".to_owned(),
            ),
        ),
        PhraseProblem::UnknownPerson { found } => say(
            format!("το `{found}` δεν είναι πρόσωπο"),
            "γράψτε 1, 2 ή 3, και περισσότερα με κόμμα: `<μπορώ:present:1,3>`",
        ),
        PhraseProblem::TooManyParts => say(
            "η λέξη έχει περισσότερα από τρία μέρη",
            "γράψτε `<λέξη>`, `<λέξη:χρόνος>` ή `<λέξη:χρόνος:πρόσωπα>`",
        ),
        PhraseProblem::TooLong { limit } => say("η φράση είναι πολύ μεγάλη", format!("χωρούν έως {limit} χαρακτήρες")),
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
