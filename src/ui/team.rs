//! What the bot says to a team's leads about its own rules: kind refusals, and what was changed.

mod el;
mod en;

use super::Said;
use crate::model::{ChangeSummary, Language};
use crate::team::UserError;

/// A change in a line, without who made it.
pub fn change(summary: &ChangeSummary, language: Language) -> String {
    let subject = &summary.subject;
    match language {
        Language::El => el::change(summary.kind, subject),
        Language::En => en::change(summary.kind, subject),
    }
}

/// A kind refusal in a sentence or two; text from outside is not escaped in it.
pub fn user_error(error: &UserError, language: Language) -> String {
    match error {
        UserError::NotATable(error) => super::table_error(error, language),
        other => match language {
            Language::El => el::user_error(other),
            Language::En => en::user_error(other),
        },
    }
}

/// Something that storage could not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageFault {
    /// It is busy; a little later it works.
    Busy,
    /// No room is left.
    Full,
    /// It can't be reached, or not be read.
    Away,
}

/// What a person is told when storage fails. Nothing was lost, and an operator reads the rest in the log.
pub fn storage(error: StorageFault) -> Said {
    match error {
        StorageFault::Busy => Said {
            el: "Πολλά μαζί αυτή τη στιγμή, οπότε δεν πρόλαβα να το αποθηκεύσω. Δοκιμάστε ξανά σε λίγο· τίποτα δεν άλλαξε.",
            en: "I am very busy right now and could not save this. Please try again in a moment; nothing was changed.",
        },
        StorageFault::Full => Said {
            el: "Δεν έχω χώρο για να το αποθηκεύσω. Τίποτα δεν άλλαξε, και όσα ίσχυαν ισχύουν. Όποιος με φιλοξενεί μπορεί να ελευθερώσει χώρο στον δίσκο.",
            en: "I have no space to save this. Nothing was changed, and everything works as before. The person who hosts me can free up space on the disk.",
        },
        StorageFault::Away => Said {
            el: "Δεν έχω πρόσβαση στις σημειώσεις μου αυτή τη στιγμή, οπότε δεν άλλαξα τίποτα. Ο έλεγχος μηνυμάτων συνεχίζει κανονικά.",
            en: "I can't reach my data right now, so I changed nothing. You can still check drafts.",
        },
    }
}

/// Beside a card, where the team's own rules could not be reached.
pub const WITHOUT_OWN_RULES: Said = Said {
    el: "Οι κανόνες της ομάδας σας δεν είναι διαθέσιμοι αυτή τη στιγμή, οπότε κοίταξα με τους γενικούς.",
    en: "I can't reach your team's own rules right now, so I used the general ones.",
};

/// To the author of a proposal that became a rule.
pub const PROPOSAL_APPROVED: Said = Said {
    el: "Η πρότασή σας έγινε κανόνας της ομάδας. Ευχαριστούμε!",
    en: "Your proposal is now one of the team's rules. Thank you!",
};

/// To the author of a proposal that was declined.
pub const PROPOSAL_DECLINED: Said = Said {
    el: "Ευχαριστούμε για την πρόταση. Προς το παρόν η ομάδα δεν την πρόσθεσε στους κανόνες της, και κάθε ιδέα σας είναι ευπρόσδεκτη.",
    en: "Thank you for the proposal. The team has not made it a rule for now; your ideas are always welcome.",
};

/// To the author of a proposal that came in.
pub const PROPOSAL_TAKEN: Said = Said {
    el: "Ευχαριστώ, η πρότασή σας πήγε στους υπεύθυνους της ομάδας. Θα σας πω τι αποφάσισαν.",
    en: "Thank you, your proposal has gone to the team's leads. I will tell you what they decide.",
};

/// To somebody who has proposed the same before.
pub const PROPOSAL_AGAIN: Said = Said {
    el: "Αυτή την πρότασή σας την έχω ήδη, και περιμένει τους υπεύθυνους της ομάδας. Θα σας πω τι αποφάσισαν.",
    en: "I already have this proposal from you; it is waiting for the team's leads. I will tell you what they decide.",
};

/// To somebody whose proposal others had as well.
pub const PROPOSAL_JOINED: Said = Said {
    el: "Ευχαριστώ! Το ίδιο σκέφτηκε και κάποιος άλλος, οπότε η πρόταση μετράει ακόμη περισσότερο. Θα σας πω τι αποφάσισαν.",
    en: "Thank you! Somebody else had the same idea, so now it counts for more. I will tell you what the leads decide.",
};
