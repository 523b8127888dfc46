//! The words around `/forget`.

use crate::model::Language;
use crate::ui::Said;
use crate::ui::said::{said, say};

/// Title of the question.
pub const TITLE: Said = said("Να σας ξεχάσω;", "Should I forget you?");

/// What is forgotten.
pub const WHAT_GOES: Said = said(
    "Θα σβήσω το όνομά σας από όσα θυμάμαι, σε όλους τους server: ποιες αλλαγές κάνατε σε κανόνες και ρυθμίσεις, ποιες προτάσεις κάνατε ή κρίνατε και τι γνώμη είπατε για συμβουλές.",
    "I will remove your name from everything I remember, in every server: the changes you made to rules and settings, the proposals you made or decided on, and your opinions on tips.",
);

pub const WHAT_STAYS: Said = said(
    "Οι κανόνες και οι προτάσεις μένουν στην ομάδα, χωρίς το όνομά σας. Τα μηνύματα που ελέγχετε δεν τα κρατώ ποτέ, οπότε εκεί δεν έχω κάτι να σβήσω.",
    "Rules and proposals stay with the team, without your name. I never store the drafts you check, so there is nothing to forget there.",
);

/// For proposals that wait, the outcome can't be told any more.
pub const OUTCOME_UNHEARD: Said = said(
    "Αν κάποια πρότασή σας περιμένει ακόμη, δεν θα ξέρω πια σε ποιον να πω τι αποφασίστηκε.",
    "If a proposal of yours is still waiting, I will not be able to tell you the decision.",
);

/// The button.
pub const FORGET: Said = said("Ναι, ξέχασέ με", "Yes, forget me");

/// Nothing was there.
pub const NOTHING: Said =
    said("Έγινε. Δεν θυμόμουν τίποτα με το όνομά σας.", "Done. There was nothing under your name.");

/// How much was forgotten.
pub fn done(changes: u64, proposals: u64, votes: u64, language: Language) -> String {
    let parts: Vec<String> = match language {
        Language::El => [
            (changes, "αλλαγή", "αλλαγές"),
            (proposals, "πρόταση", "προτάσεις"),
            (votes, "γνώμη για συμβουλή", "γνώμες για συμβουλές"),
        ],
        Language::En => [
            (changes, "change", "changes"),
            (proposals, "proposal", "proposals"),
            (votes, "opinion on a tip", "opinions on tips"),
        ],
    }
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
    .collect();
    let all = parts.join(", ");
    say!(
        language,
        "Έγινε. Το όνομά σας δεν υπάρχει πια πουθενά ({all}).",
        "Done. I removed your name everywhere ({all}).",
    )
}
