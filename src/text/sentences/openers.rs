//! The few words by which a new sentence is known where its capital does not tell.

/// Whether a folded word with a capital, behind the dot of an abbreviation, begins a sentence and goes on
/// with no name. No preposition: in capitals "5 P.M. ON FRIDAY" goes on.
#[rustfmt::skip]
pub(super) fn is_clear_opener(word: &str) -> bool {
    // «Στείλτε», «Μπορούμε»: a verb to or of several people.
    let verb = (word.ends_with("τε") || word.ends_with("ουμε")) && word.len() > 8;
    verb || matches!(
        word,
        "δεν" | "δε" | "μην" | "μη" | "θα" | "ασ" | "αν" | "εαν" | "οταν" | "μολισ" | "οπωσ" | "το" | "τα" | "η" | "ο" | "οι"
        | "τον" | "την" | "τουσ" | "τισ" | "σασ" | "μασ" | "μου" | "εμεισ" | "εσεισ" | "εγω" | "ειναι" | "ηταν" | "εχω" | "εχει"
        | "υπαρχει" | "υπαρχουν" | "χρειαζεται" | "μπορω" | "παρακαλω" | "ευχαριστω" | "καλημερα" | "καλησπερα" | "γεια"
        | "ναι" | "οχι" | "ομωσ" | "ωστοσο" | "αλλα" | "επισησ" | "αυτο" | "αυτη" | "αυτοσ" | "εδω" | "εκει" | "τωρα"
        | "πωσ" | "που" | "τι" | "ποτε" | "ποιοσ" | "γιατι" | "επειδη" | "αφου" | "εφοσον" | "ετσι" | "τοτε" | "λυπαμαι"
        | "συγγνωμη" | "δυστυχωσ"
        | "i" | "i'm" | "i'll" | "i've" | "i'd" | "we" | "we're" | "we'll" | "we've" | "we'd" | "you" | "you're" | "you'll"
        | "he" | "she" | "it" | "it's" | "they" | "this" | "that" | "that's" | "these" | "those" | "the" | "my" | "your" | "our"
        | "their" | "his" | "her" | "there" | "here" | "if" | "when" | "once" | "unless" | "because" | "so" | "but" | "please"
        | "thank" | "thanks" | "kindly" | "could" | "would" | "can" | "can't" | "do" | "don't" | "does" | "did" | "is" | "are" | "was"
        | "what" | "how" | "who" | "where" | "why" | "which" | "let" | "let's" | "just" | "sorry" | "unfortunately" | "however"
        | "also" | "then" | "now" | "yes" | "no" | "hello" | "hi" | "dear"
    )
}

/// A day or a month, which goes on with a time: "5 p.m. Friday".
#[rustfmt::skip]
pub(super) fn names_a_day(word: &str) -> bool {
    matches!(
        word,
        "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | "january" | "february" | "march"
        | "april" | "may" | "june" | "july" | "august" | "september" | "october" | "november" | "december"
        | "δευτερα" | "τριτη" | "τεταρτη" | "πεμπτη" | "παρασκευη" | "σαββατο" | "κυριακη"
    )
}
