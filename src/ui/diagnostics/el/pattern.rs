//! What is wrong inside a regular expression, in Greek.

use super::{Words, say};
use crate::rules::PatternError;

pub(super) fn pattern(error: &PatternError) -> Words {
    match error {
        PatternError::Unclosed(sign) => say(
            format!("στο `regex` το `{sign}` ανοίγει και δεν κλείνει"),
            format!("κλείστε το, ή γράψτε `\\{sign}` αν το θέλετε ως απλό σύμβολο"),
        ),
        PatternError::Unopened => say(
            "στο `regex` το `)` κλείνει κάτι που δεν άνοιξε",
            "σβήστε το, ή γράψτε `\\)` αν το θέλετε ως απλό σύμβολο",
        ),
        PatternError::NothingToRepeat => say(
            "στο `regex` δεν υπάρχει τίποτα πριν από το σύμβολο της επανάληψης",
            "τα `*`, `+`, `?` και `{…}` γράφονται μετά από αυτό που επαναλαμβάνεται· ως απλό σύμβολο: `\\*`",
        ),
        PatternError::BadCount => say(
            "στο `regex` ο αριθμός των επαναλήψεων δεν διαβάζεται",
            "γράψτε π.χ. `{2}` ή `{1,3}`, με τον μικρότερο πρώτο",
        ),
        PatternError::BadEscape => say(
            "στο `regex` το `\\` με αυτό το σύμβολο δεν σημαίνει κάτι",
            "σβήστε το `\\`, ή γράψτε `\\\\` αν θέλετε το ίδιο το σύμβολο",
        ),
        PatternError::LookAround => say(
            "το `regex` δεν μπορεί να κοιτάξει τι υπάρχει πριν ή μετά (`(?=…)`, `(?!…)`, `(?<…)`)",
            "γράψτε τη φράση με `avoid:`, και στο `unless:` πότε είναι εντάξει",
        ),
        PatternError::BackReference => say(
            "το `regex` δεν μπορεί να ξαναπεί κάτι που ήδη βρήκε (`\\1`)",
            "γράψτε το με τα ίδια του τα λόγια",
        ),
        PatternError::NameTwice => {
            say("στο `regex` δύο ομάδες έχουν το ίδιο όνομα", "δώστε στη δεύτερη άλλο όνομα")
        }
        PatternError::BadName => say(
            "στο `regex` το όνομα της ομάδας δεν διαβάζεται",
            "γράψτε `(?P<όνομα>…)`, μόνο με γράμματα και αριθμούς",
        ),
        PatternError::Other(reason) => say(
            format!("το `regex` δεν διαβάζεται εδώ: {reason}"),
            "οι περισσότερες φράσεις γράφονται πιο απλά με `avoid:`",
        ),
    }
}
