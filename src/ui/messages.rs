//! What an agent reads around the findings: every sentence, in both languages.

use crate::model::Language;
use crate::rules::Level;

/// The words around a checked draft.
#[derive(Debug)]
pub struct Messages {
    /// How a level is called, from the lowest.
    pub levels: [&'static str; 3],
    /// The label before the reason.
    pub why: &'static str,
    /// The suggestion is to leave the phrase out.
    pub leave_out: &'static str,
    /// No wording fits: the words are for the agent to write. Examples follow.
    pub yours: &'static str,
    /// The same where no example has room.
    pub yours_alone: &'static str,
    /// The wording promises that the agent does something.
    pub commits: &'static str,
    /// The label over the reworded draft.
    pub rewrite: &'static str,
    /// The label before the blanks.
    pub blanks: &'static str,
    /// The label before what the rewrite still holds.
    pub remaining: &'static str,
    /// The label before the rules that were left out.
    pub skipped: &'static str,
    /// No suggestions.
    pub nothing: &'static str,
    /// No suggestions, but there are blanks.
    pub nothing_but_blanks: &'static str,
    /// The draft has no words.
    pub empty: &'static str,
    /// Quotation marks.
    pub quotes: (&'static str, &'static str),
}

impl Messages {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Messages {
        match language {
            Language::El => &EL,
            Language::En => &EN,
        }
    }

    /// How a level is called.
    pub fn level(&self, level: Level) -> &'static str {
        let [suggestion, warning, error] = self.levels;
        match level {
            Level::Suggestion => suggestion,
            Level::Warning => warning,
            Level::Error => error,
        }
    }

    /// A phrase in quotation marks.
    pub fn quoted(&self, phrase: &str) -> String {
        let (open, close) = self.quotes;
        format!("{open}{phrase}{close}")
    }
}

const EL: Messages = Messages {
    levels: ["ιδέα", "καλύτερα αλλιώς", "όχι σε πελάτη"],
    why: "Γιατί:",
    leave_out: "χωρίς αυτό",
    yours: "Εδώ ταιριάζουν τα δικά σας λόγια. Άλλοι το λένε κάπως έτσι:",
    yours_alone: "Εδώ ταιριάζουν τα δικά σας λόγια.",
    commits: "Με αυτό υπόσχεστε κάτι στον πελάτη: κρατήστε το αν θα το κάνετε.",
    rewrite: "Όλο μαζί, έτοιμο για αντιγραφή:",
    blanks: "Για συμπλήρωση:",
    remaining: "Αξίζει ακόμη μια ματιά:",
    skipped: "Κανόνες που έμειναν έξω, γιατί θα αργούσαν πολύ σε αυτό το κείμενο:",
    nothing: "Δεν έχω κάτι να προτείνω.",
    nothing_but_blanks: "Δεν έχω κάτι άλλο να προτείνω.",
    empty: "Δεν έχει κείμενο ακόμη.",
    quotes: ("«", "»"),
};

const EN: Messages = Messages {
    levels: ["an idea", "better put otherwise", "not to a customer"],
    why: "Why:",
    leave_out: "leave it out",
    yours: "This part is best in your own words. Others put it like this:",
    yours_alone: "This part is best in your own words.",
    commits: "This promises the customer something: keep it if you will do it.",
    rewrite: "The whole reply, ready to copy:",
    blanks: "Still to fill in:",
    remaining: "Worth another look:",
    skipped: "Skipped, because they would have taken too long on this text:",
    nothing: "I have nothing to suggest.",
    nothing_but_blanks: "I have nothing else to suggest.",
    empty: "There is no text yet.",
    quotes: ("“", "”"),
};
