//! The words around proposals: how they come in, how leads decide, and what their authors hear.

use crate::model::Language;
use crate::ui::Said;
use crate::ui::said::{said, say};

/// Title of a proposal.
pub const TITLE: Said = said("Πρόταση για κανόνα", "A proposal for a rule");
/// Above the phrase to avoid.
pub const AVOID: Said = said("Αντί για", "Instead of");
/// Above the wording to use instead.
pub const PREFER: Said = said("να λέμε", "let's say");
/// Above the reason.
pub const WHY: Said = said("επειδή", "because");

/// The button that makes a rule of it.
pub const APPROVE: Said = said("Έγκριση", "Approve");
/// The button that does not.
pub const DECLINE: Said = said("Όχι αυτή τη φορά", "Not this time");
/// The proposal after this one.
pub const NEXT: Said = said("Επόμενη", "Next");
/// The one before.
pub const FORMER: Said = said("Προηγούμενη", "Previous");
/// Back to those that are open.
pub const OTHERS: Said = said("Οι υπόλοιπες προτάσεις", "The other proposals");

/// Title of the form in which a proposal becomes a rule.
pub const APPROVE_FORM: Said = said("Η πρόταση ως κανόνας", "The proposal as a rule");
pub const AVOID_BOX: Said = said("Τι αποφεύγουμε να λέμε", "What we avoid saying");
pub const PREFER_BOX: Said = said("Τι λέμε στη θέση του", "What we say instead");
pub const WHY_BOX: Said = said("Γιατί (προαιρετικά)", "Why (optional)");

/// Title of the form with which a proposal is declined.
pub const DECLINE_FORM: Said = said("Ένα ευχαριστώ", "A thank-you note");
pub const DECLINE_BOX: Said =
    said("Δυο λόγια σε όποιον την πρότεινε", "A note to the person who proposed it");
/// The placeholder of that box.
pub const DECLINE_EXAMPLE: Said =
    said("Αν το αφήσετε κενό, λέω εγώ ένα ευχαριστώ.", "Leave it empty and I will say thank you.");

/// No proposal waits.
pub const NONE: Said = said(
    "Δεν περιμένει καμία πρόταση. Με /πρόταση προτείνει κανόνα όποιος θέλει από την ομάδα, και η πρότασή του έρχεται εδώ.",
    "No proposal is waiting. Anyone on the team can propose a rule with /suggest, and you will find it here.",
);

/// It is a rule now.
pub const APPROVED: Said =
    said("Έγινε κανόνας της ομάδας και ισχύει από τώρα.", "It is now one of the team's rules.");
/// A lead has put it in other words.
pub const IN_OTHER_WORDS: Said = said(
    "Οι υπεύθυνοι τη διατύπωσαν με λίγο διαφορετικά λόγια:",
    "The leads put it in slightly different words:",
);
/// Its authors hear of it.
pub const AUTHORS_TOLD: Said =
    said("Το λέω τώρα και σε όποιον την πρότεινε.", "I am telling the person who proposed it.");
/// It is not a rule.
pub const DECLINED: Said = said(
    "Δεν έγινε κανόνας. Λέω ένα ευχαριστώ σε όποιον την πρότεινε.",
    "It did not become a rule. I am thanking the person who proposed it.",
);
/// Another lead decided first, and made it a rule.
pub const WAS_APPROVED: Said = said(
    "Γι' αυτήν έχει ήδη αποφασίσει κάποιος από τους υπεύθυνους: έγινε κανόνας.",
    "One of the leads has already decided on this: it became a rule.",
);
/// Another lead decided first, and declined it.
pub const WAS_DECLINED: Said = said(
    "Γι' αυτήν έχει ήδη αποφασίσει κάποιος από τους υπεύθυνους: δεν έγινε κανόνας.",
    "One of the leads has already decided on this: it did not become a rule.",
);
/// The rule was taken back.
pub const UNDONE: Said = said(
    "Αναιρέθηκε. Ο κανόνας δεν ισχύει πια, και η πρόταση περιμένει ξανά απόφαση.",
    "Undone. The rule is no longer active, and the proposal is waiting for a decision again.",
);

/// Before the words of a declining lead, to an author.
pub const FROM_THE_LEADS: Said = said("Από τους υπεύθυνους της ομάδας", "From the team's leads");

/// The button that opens the form again.
pub const PUT_DIFFERENTLY: Said = said("Αλλαγή στα λόγια", "Put it differently");

/// How many people proposed it; empty for one.
pub fn times(times: i64, language: Language) -> Option<String> {
    (times > 1)
        .then(|| say!(language, "Το πρότειναν {times} άτομα.", "{times} people proposed it.",))
}

/// Which of the open proposals this is.
pub fn place(number: usize, of: usize, language: Language) -> String {
    say!(
        language,
        "{number} από {of}, πρώτα όσες ζητούν οι περισσότεροι",
        "{number} of {of}, most wanted first",
    )
}
