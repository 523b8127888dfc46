//! The words around proposals: how they come in, how leads decide, and what their authors hear.

use crate::render::{Language, Said};
use crate::rules::{PackProblem, Problem};

/// Title of a proposal.
pub const TITLE: Said =
    Said { el: "Πρόταση για κανόνα", en: "A proposal for a rule" };
/// Above what is not said any more.
pub const AVOID: Said = Said { el: "Αντί για", en: "Instead of" };
/// Above what is said in its place.
pub const PREFER: Said = Said { el: "να λέμε", en: "let us say" };
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
/// Takes a rule back that was just made.
pub const UNDO: Said = Said { el: "Αναίρεση", en: "Undo" };

/// Title of the form in which a proposal becomes a rule.
pub const APPROVE_FORM: Said =
    Said { el: "Η πρόταση ως κανόνας", en: "The proposal as a rule" };
/// Its boxes.
pub const AVOID_BOX: Said =
    Said { el: "Τι αποφεύγουμε να λέμε", en: "What we avoid saying" };
/// Its boxes.
pub const PREFER_BOX: Said =
    Said { el: "Τι προτιμούμε να λέμε", en: "What we prefer to say" };
/// Its boxes.
pub const WHY_BOX: Said =
    Said { el: "Γιατί (προαιρετικά)", en: "Why (if you like)" };

/// Title of the form with which a proposal is declined.
pub const DECLINE_FORM: Said = Said { el: "Ένα ευχαριστώ", en: "A word of thanks" };
/// Its box.
pub const DECLINE_BOX: Said = Said {
    el: "Δυο λόγια σε όποιον την πρότεινε",
    en: "A word to whoever proposed it",
};
/// Stands in it while it is empty.
pub const DECLINE_EXAMPLE: Said = Said {
    el: "Αν το αφήσετε κενό, λέω εγώ ένα ευχαριστώ.",
    en: "Leave it empty and I say thank you myself.",
};

/// No proposal waits.
pub const NONE: Said = Said {
    el: "Δεν περιμένει καμία πρόταση. Με /πρόταση προτείνει όποιος θέλει από την ομάδα, και θα τις βρίσκετε εδώ.",
    en: "No proposal is waiting. Anybody in the team can propose with /suggest, and you will find it here.",
};

/// It is a rule now.
pub const APPROVED: Said = Said {
    el: "Έγινε κανόνας της ομάδας και ισχύει από τώρα.",
    en: "It is a rule of the team, in force from now on.",
};
/// Its authors hear of it.
pub const AUTHORS_TOLD: Said = Said {
    el: "Το λέω τώρα και σε όποιον την πρότεινε.",
    en: "I am telling whoever proposed it.",
};
/// It is no rule.
pub const DECLINED: Said = Said {
    el: "Δεν έγινε κανόνας. Λέω ένα ευχαριστώ σε όποιον την πρότεινε.",
    en: "It did not become a rule. I am saying thank you to whoever proposed it.",
};
/// Somebody else was faster, and made a rule of it.
pub const WAS_APPROVED: Said = Said {
    el: "Γι' αυτήν έχει ήδη αποφασίσει κάποιος από τους υπεύθυνους: έγινε κανόνας.",
    en: "One of the leads has decided about this already: it became a rule.",
};
/// Somebody else was faster, and did not.
pub const WAS_DECLINED: Said = Said {
    el: "Γι' αυτήν έχει ήδη αποφασίσει κάποιος από τους υπεύθυνους: δεν έγινε κανόνας.",
    en: "One of the leads has decided about this already: it did not become a rule.",
};
/// The rule was taken back.
pub const UNDONE: Said = Said {
    el: "Αναιρέθηκε. Ο κανόνας δεν ισχύει πια, και η πρόταση περιμένει ξανά απόφαση.",
    en: "Undone. The rule is no longer in force, and the proposal waits for a decision again.",
};

/// Before the words of a declining lead, to an author.
pub const FROM_THE_LEADS: Said = Said {
    el: "Από τους υπεύθυνους της ομάδας",
    en: "From the team's leads",
};

/// Title of what a lead reads before a proposal becomes a rule.
pub const BEFORE: Said = Said {
    el: "Μια ματιά πριν γίνει κανόνας",
    en: "A look before it is a rule",
};
/// It can't be a rule as it is.
pub const MEND: Said = Said {
    el: "Όπως είναι δεν γίνεται ακόμη κανόνας. Αλλάξτε κάτι στα λόγια του και ξαναδοκιμάζω.",
    en: "As it stands it can't be a rule yet. Put it a little differently, and I try again.",
};
/// It can, if others go silent.
pub const DECIDE: Said = Said {
    el: "Ισχύει αν σιγήσουν οι κανόνες που έχουν άλλη γνώμη. Αλλιώς, πείτε το διαφορετικά.",
    en: "It comes in force if the rules that see it otherwise go silent. Or put it differently.",
};
/// It can; there is something to know.
pub const KNOW: Said = Said {
    el: "Μπορεί να ισχύσει όπως είναι. Δείτε μόνο αυτό, και αποφασίζετε εσείς.",
    en: "It can come in force as it is. There is just this to know, and it is for you to decide.",
};
/// The button that lets others go silent.
pub const KEEP_MINE: Said = Said { el: "Κράτα το δικό μου", en: "Keep mine" };
/// The button that puts it in force.
pub const ACTIVATE: Said = Said { el: "Ενεργοποίηση", en: "Activate" };
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
        Language::En => format!("{number} of {of}, those that most people want first"),
    }
}

/// A problem of a rule that a lead has just written, without a word on files.
pub fn trouble(problem: &Problem, language: Language) -> String {
    match (problem, language) {
        (Problem::Pack(problem), Language::El) => pack_el(problem),
        (Problem::Pack(problem), Language::En) => pack_en(problem),
        (_, Language::El) => {
            "Κάποιο σημάδι στα λόγια μπερδεύει τον κανόνα. Γράψτε τα με απλές λέξεις, όπως θα τα λέγατε.".to_owned()
        }
        (_, Language::En) => {
            "Some sign in the words confuses the rule. Write it in plain words, as you would say it.".to_owned()
        }
    }
}

fn pack_el(problem: &PackProblem) -> String {
    match problem {
        PackProblem::WordingFlagged { part, by, builtin: true, .. } => {
            format!("Το «{part}», που προτείνετε, το επισημαίνει ο έτοιμος κανόνας {by}.")
        }
        PackProblem::WordingFlagged { part, by, .. } => {
            format!("Το «{part}», που προτείνετε, το επισημαίνει ο κανόνας σας {by}.")
        }
        PackProblem::WordingRepeats { part, .. } => {
            format!(
                "Η νέα διατύπωση ξαναλέει «{part}», οπότε ο κανόνας θα την επισήμαινε κάθε φορά."
            )
        }
        PackProblem::SamePhrase { phrase, builtin: true, .. } => {
            format!("Για το «{phrase}» υπάρχει και έτοιμος κανόνας· θα μιλάει πρώτος ο δικός σας.")
        }
        PackProblem::SamePhrase { phrase, other, .. } => {
            format!("Το «{phrase}» το έχετε ήδη, στον κανόνα {other}.")
        }
        PackProblem::NeverWins { by, .. } => {
            format!("Όπου υπάρχει αυτή η φράση, μιλάει ήδη ο κανόνας {by}.")
        }
        PackProblem::NeverFound { sentence } => {
            format!("Η φράση δεν βρίσκεται ούτε στο «{sentence}».")
        }
        PackProblem::FlagsGoodReplies { part, count, of, replies } => {
            let reply = replies.first().map_or("", String::as_str);
            format!("Το «{part}» υπάρχει και σε {count} από {of} καλές απαντήσεις, όπως: «{reply}»")
        }
        PackProblem::NoExample { .. } => String::new(),
    }
}

fn pack_en(problem: &PackProblem) -> String {
    match problem {
        PackProblem::WordingFlagged { part, by, builtin: true, .. } => {
            format!("“{part}”, which you propose, is flagged by the built-in rule {by}.")
        }
        PackProblem::WordingFlagged { part, by, .. } => {
            format!("“{part}”, which you propose, is flagged by your rule {by}.")
        }
        PackProblem::WordingRepeats { part, .. } => {
            format!("The new wording says “{part}” again, so the rule would flag it every time.")
        }
        PackProblem::SamePhrase { phrase, builtin: true, .. } => {
            format!("There is a built-in rule for “{phrase}” as well; yours will speak first.")
        }
        PackProblem::SamePhrase { phrase, other, .. } => {
            format!("You have “{phrase}” already, in the rule {other}.")
        }
        PackProblem::NeverWins { by, .. } => {
            format!("Wherever this phrase stands, the rule {by} speaks already.")
        }
        PackProblem::NeverFound { sentence } => {
            format!("The phrase is not found even in “{sentence}”.")
        }
        PackProblem::FlagsGoodReplies { part, count, of, replies } => {
            let reply = replies.first().map_or("", String::as_str);
            format!("“{part}” also stands in {count} of {of} good replies, such as: “{reply}”")
        }
        PackProblem::NoExample { .. } => String::new(),
    }
}
