//! Sentences around tips that are always the same.

use crate::ui::Said;
use crate::ui::said::said;

/// Under a tip: it helps.
pub const USEFUL: Said = said("Χρήσιμη", "Useful");
/// Under a tip: it does not fit this team.
pub const NOT_FOR_US: Said = said("Όχι για εμάς", "Not for us");
/// Under a tip: what to say in place of what.
pub const SHOW_WORDS: Said = said("Πώς να το πω", "Show me how to say it");

/// Thanks for a word on a tip.
pub const VOTE_TAKEN: Said = said("Το σημείωσα, ευχαριστώ.", "Noted, thank you.");
/// The same, and the tip does not come again.
pub const VOTED_OUT: Said = said(
    "Το σημείωσα, ευχαριστώ. Αρκετοί είπατε το ίδιο, οπότε η συμβουλή δεν θα ξανάρθει εδώ.",
    "Noted, thank you. Several of you think so, so this tip will not come up here again.",
);
/// No pair serves the principle of a tip.
pub const NO_WORDS: Said = said(
    "Γι' αυτή τη συμβουλή δεν έχω έτοιμα λόγια· μιλάει για κάτι που φαίνεται στις πράξεις.",
    "I have no ready wording for this tip; it is about what we do rather than what we say.",
);

/// Title of the card with the plan.
pub const PLAN: Said = said("Η συμβουλή της ημέρας", "The tip of the day");
/// Title of the tips that come next.
pub const PREVIEW: Said = said("Οι επόμενες συμβουλές", "The next tips");
/// Above them, while tips are paused.
pub const PREVIEW_PAUSED: Said = said(
    "Οι συμβουλές είναι σε παύση· έτσι θα έρχονταν.",
    "Tips are paused; these would be the next ones.",
);
/// Title of the tips of a team's own.
pub const OWN_TIPS: Said = said("Οι δικές σας συμβουλές", "Your own tips");
/// There are none.
pub const NO_OWN_TIPS: Said = said(
    "Δεν έχετε ακόμη δικές σας συμβουλές. Με /συμβουλές προσθήκη γράφετε την πρώτη.",
    "You have no tips of your own yet. Write the first one with /tips add.",
);
/// One of them is gone.
pub const REMOVED: Said = said("Η συμβουλή αφαιρέθηκε:", "Tip removed:");
/// The rules suggest another wording for part of a tip.
pub const OWN_TIP_IDEAS: Said = said(
    "Έχω μια ιδέα για τα λόγια της: επικολλήστε τη στο /έλεγχος και δείτε.",
    "I have an idea for its wording: paste the tip into /check to see it.",
);
/// Title of the form for a tip.
pub const ADD_FORM: Said = said("Μια δική σας συμβουλή", "A tip of your own");
/// Label of the box for what it says.
pub const ADD_TEXT: Said = said("Η συμβουλή", "The tip");
/// The placeholder of that box.
pub const ADD_TEXT_EXAMPLE: Said =
    said("Μία ή δύο προτάσεις, όπως θα τις λέγατε", "One or two sentences, as you would say them");
/// Label of the box for what to do today.
pub const ADD_TODAY: Said = said("Κάτι μικρό για σήμερα", "A small thing to do today");
/// The placeholder of that box.
pub const ADD_TODAY_EXAMPLE: Said = said("Μπορεί να μείνει κενό", "Optional");
/// What is offered for the days of the week.
pub const DAYS_OFFERED: &[Said] = &[
    said("Εργάσιμες", "Working days"),
    said("Κάθε μέρα", "Every day"),
    said("Δευτέρα, Τετάρτη, Παρασκευή", "Monday, Wednesday, Friday"),
    said("Τρίτη, Πέμπτη", "Tuesday, Thursday"),
    said("Δευτέρα", "Monday"),
];
/// The languages in which there are tips, with their tags.
pub const LANGUAGES_OFFERED: &[(&str, Said)] =
    &[("el", said("Ελληνικά", "Greek")), ("en", said("Αγγλικά", "English"))];
