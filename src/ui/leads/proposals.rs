//! The words around proposals: how they come in, how leads decide, and what their authors hear.

use crate::model::Language;
use crate::ui::Said;

/// Title of a proposal.
pub const TITLE: Said =
    Said { el: "Πρόταση για κανόνα", en: "A proposal for a rule" };
/// Above the phrase to avoid.
pub const AVOID: Said = Said { el: "Αντί για", en: "Instead of" };
/// Above the wording to use instead.
pub const PREFER: Said = Said { el: "να λέμε", en: "let's say" };
/// Above the reason.
pub const WHY: Said = Said { el: "επειδή", en: "because" };

/// The button that makes a rule of it.
pub const APPROVE: Said = Said { el: "Έγκριση", en: "Approve" };
/// The button that does not.
pub const DECLINE: Said = Said { el: "Όχι αυτή τη φορά", en: "Not this time" };
/// The proposal after this one.
pub const NEXT: Said = Said { el: "Επόμενη", en: "Next" };
/// The one before.
pub const FORMER: Said = Said { el: "Προηγούμενη", en: "Previous" };
/// Back to those that are open.
pub const OTHERS: Said =
    Said { el: "Οι υπόλοιπες προτάσεις", en: "The other proposals" };

/// Title of the form in which a proposal becomes a rule.
pub const APPROVE_FORM: Said =
    Said { el: "Η πρόταση ως κανόνας", en: "The proposal as a rule" };
pub const AVOID_BOX: Said =
    Said { el: "Τι αποφεύγουμε να λέμε", en: "What we avoid saying" };
pub const PREFER_BOX: Said =
    Said { el: "Τι προτιμούμε να λέμε", en: "What we prefer to say" };
pub const WHY_BOX: Said =
    Said { el: "Γιατί (προαιρετικά)", en: "Why (if you like)" };

/// Title of the form with which a proposal is declined.
pub const DECLINE_FORM: Said = Said { el: "Ένα ευχαριστώ", en: "A thank-you note" };
pub const DECLINE_BOX: Said = Said {
    el: "Δυο λόγια σε όποιον την πρότεινε",
    en: "A note to the person who proposed it",
};
/// The placeholder of that box.
pub const DECLINE_EXAMPLE: Said = Said {
    el: "Αν το αφήσετε κενό, λέω εγώ ένα ευχαριστώ.",
    en: "Leave it empty and I will say thank you.",
};

/// No proposal waits.
pub const NONE: Said = Said {
    el: "Δεν περιμένει καμία πρόταση. Με /πρόταση προτείνει όποιος θέλει από την ομάδα, και θα τις βρίσκετε εδώ.",
    en: "No proposal is waiting. Anyone on the team can propose a rule with /suggest, and you will find it here.",
};

/// It is a rule now.
pub const APPROVED: Said = Said {
    el: "Έγινε κανόνας της ομάδας και ισχύει από τώρα.",
    en: "It is now one of the team's rules.",
};
/// A lead has put it in other words.
pub const IN_OTHER_WORDS: Said = Said {
    el: "Οι υπεύθυνοι την έβαλαν με λίγο άλλα λόγια:",
    en: "The leads put it in slightly different words:",
};
/// Its authors hear of it.
pub const AUTHORS_TOLD: Said = Said {
    el: "Το λέω τώρα και σε όποιον την πρότεινε.",
    en: "I am telling the person who proposed it.",
};
/// It is no rule.
pub const DECLINED: Said = Said {
    el: "Δεν έγινε κανόνας. Λέω ένα ευχαριστώ σε όποιον την πρότεινε.",
    en: "It did not become a rule. I am thanking the person who proposed it.",
};
/// Another lead decided first, and made it a rule.
pub const WAS_APPROVED: Said = Said {
    el: "Γι' αυτήν έχει ήδη αποφασίσει κάποιος από τους υπεύθυνους: έγινε κανόνας.",
    en: "One of the leads has already decided on this: it became a rule.",
};
/// Another lead decided first, and declined it.
pub const WAS_DECLINED: Said = Said {
    el: "Γι' αυτήν έχει ήδη αποφασίσει κάποιος από τους υπεύθυνους: δεν έγινε κανόνας.",
    en: "One of the leads has already decided on this: it did not become a rule.",
};
/// The rule was taken back.
pub const UNDONE: Said = Said {
    el: "Αναιρέθηκε. Ο κανόνας δεν ισχύει πια, και η πρόταση περιμένει ξανά απόφαση.",
    en: "Undone. The rule is no longer active, and the proposal is waiting for a decision again.",
};

/// Before the words of a declining lead, to an author.
pub const FROM_THE_LEADS: Said = Said {
    el: "Από τους υπεύθυνους της ομάδας",
    en: "From the team's leads",
};

/// The button that opens the form again.
pub const PUT_DIFFERENTLY: Said =
    Said { el: "Αλλαγή στα λόγια", en: "Put it differently" };

/// How many people proposed it; empty for one.
pub fn times(times: i64, language: Language) -> Option<String> {
    (times > 1).then(|| match language {
        Language::El => format!("Το πρότειναν {times} άτομα."),
        Language::En => format!("{times} people proposed it."),
    })
}

/// Which of the open proposals this is.
pub fn place(number: usize, of: usize, language: Language) -> String {
    match language {
        Language::El => format!("{number} από {of}, πρώτα όσες ζητούν οι περισσότεροι"),
        Language::En => format!("{number} of {of}, most wanted first"),
    }
}
