//! Problems of tips in Greek.

use super::{Words, say};
use crate::rules::TipProblem;

pub(super) fn tip(problem: &TipProblem) -> Words {
    match problem {
        TipProblem::IdTwice { id, file, first_line } => say(
            format!("το όνομα `{id}` το έχει ήδη άλλη συμβουλή"),
            format!(
                "είναι {}· δώστε στη μία άλλο `id`, ή σβήστε το `id` της και θα πάρει ένα αυτόματα",
                place(file.as_deref(), *first_line)
            ),
        ),
        TipProblem::SameText { file, first_line } => say(
            "η ίδια συμβουλή υπάρχει ήδη",
            format!("είναι {}· κρατήστε τη μία από τις δύο", place(file.as_deref(), *first_line)),
        ),
        TipProblem::Flagged { part, by, instead } => say(
            format!("το «{part}» μέσα στη συμβουλή το πιάνει ο κανόνας `{by}`"),
            match instead {
                Some(instead) => format!(
                    "πείτε το αλλιώς, π.χ. «{instead}», ή βάλτε το σε «εισαγωγικά» αν είναι παράδειγμα με τρεις λέξεις ή περισσότερες"
                ),
                None => "πείτε το αλλιώς, ή βάλτε το σε «εισαγωγικά» αν είναι παράδειγμα με τρεις λέξεις ή περισσότερες".to_owned(),
            },
        ),
    }
}

fn place(file: Option<&str>, line: usize) -> String {
    match file {
        Some(file) => format!("στο {file}, γραμμή {line}"),
        None => format!("στη γραμμή {line}"),
    }
}
