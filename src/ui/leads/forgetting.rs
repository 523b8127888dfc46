//! The words around `/forget`.

use crate::model::Language;
use crate::ui::Said;

/// Title of the question.
pub const TITLE: Said = Said { el: "Να σας ξεχάσω;", en: "Shall I forget you?" };

/// What is forgotten.
pub const WHAT_GOES: Said = Said {
    el: "Θα σβήσω το όνομά σας από όσα θυμάμαι, σε όλους τους server: ποιες αλλαγές κάνατε σε κανόνες και ρυθμίσεις, ποιες προτάσεις κάνατε ή κρίνατε και τι γνώμη είπατε για συμβουλές.",
    en: "I will remove your name from everything I remember, in every server: the changes you made to rules and settings, the proposals you made or decided on, and your opinions on tips.",
};

pub const WHAT_STAYS: Said = Said {
    el: "Οι κανόνες και οι προτάσεις μένουν στην ομάδα, χωρίς το όνομά σας. Τα μηνύματα που ελέγχετε δεν τα κρατώ ποτέ, οπότε εκεί δεν έχω κάτι να σβήσω.",
    en: "Rules and proposals stay with the team, without your name. I never store the drafts you check, so there is nothing to forget there.",
};

/// For proposals that wait, the outcome can't be told any more.
pub const OUTCOME_UNHEARD: Said = Said {
    el: "Αν κάποια πρότασή σας περιμένει ακόμη, δεν θα ξέρω πια σε ποιον να πω τι αποφασίστηκε.",
    en: "If a proposal of yours is still waiting, I will not be able to tell you the decision.",
};

/// The button.
pub const FORGET: Said = Said { el: "Ναι, ξέχασέ με", en: "Yes, forget me" };

/// Nothing was there.
pub const NOTHING: Said = Said {
    el: "Έγινε. Δεν θυμόμουν τίποτα με το όνομά σας.",
    en: "Done. There was nothing under your name.",
};

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
    match language {
        Language::El => format!("Έγινε. Το όνομά σας δεν υπάρχει πια πουθενά ({all})."),
        Language::En => format!("Done. I removed your name everywhere ({all})."),
    }
}
