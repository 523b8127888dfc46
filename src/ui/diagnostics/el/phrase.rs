//! Problems inside phrases and wordings in Greek.

use super::sign::sign;
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
        other => wording(other),
    }
}

fn wording(problem: &PhraseProblem) -> Words {
    match problem {
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
        other => sign(other),
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
