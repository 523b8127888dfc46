//! The few words that tell whether a sentence begins or goes on, where capitals and marks do not.

/// Whether a folded word with a capital, after the dot of an abbreviation, begins a sentence and goes on
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

/// A folded word that ends no sentence: what it governs or joins must follow, on whatever line.
#[rustfmt::skip]
pub(super) fn is_unfinished(word: &str) -> bool {
    matches!(
        word,
        "ο" | "η" | "οι" | "των" | "σε" | "στο" | "στη" | "στην" | "στον" | "στα" | "στουσ" | "στισ" | "στου" | "στησ"
        | "απο" | "με" | "για" | "προσ" | "κατα" | "χωρισ" | "μεχρι" | "εωσ" | "λογω" | "μεσω" | "υπο" | "επι" | "αντι"
        | "και" | "κι" | "ουτε" | "ειτε" | "αλλα" | "αν" | "εαν" | "οταν" | "μολισ" | "αφου" | "ενω" | "επειδη" | "διοτι"
        | "οτι" | "που" | "ωστε" | "καθωσ" | "οπωσ" | "οπου" | "θα" | "να" | "ασ" | "δεν" | "δε" | "μην" | "μη" | "κυριε"
        | "κυρια" | "κυριο" | "κυριοσ"
        | "a" | "an" | "the" | "to" | "of" | "at" | "for" | "from" | "with" | "without" | "into" | "onto" | "than" | "and" | "or"
        | "nor" | "but" | "if" | "because" | "which" | "whose" | "while" | "until" | "unless" | "during" | "between" | "our"
        | "your" | "my" | "their" | "its" | "not" | "cannot" | "can't" | "don't" | "doesn't" | "didn't" | "won't" | "couldn't"
        | "very" | "per" | "via" | "mr" | "mrs" | "ms" | "dr"
    )
}

/// A folded word that seldom ends a sentence, but may: "please log in", «στείλτε μας το».
#[rustfmt::skip]
pub(super) fn may_be_unfinished(word: &str) -> bool {
    matches!(
        word,
        "το" | "τα" | "τον" | "την" | "τη" | "του" | "τησ" | "τουσ" | "τισ" | "ενασ" | "ενα" | "εναν" | "μια" | "μιασ" | "ενοσ"
        | "πριν" | "μετα" | "εκτοσ" | "ωσ" | "γιατι" | "πωσ" | "ειναι" | "ηταν" | "εχει" | "εχουν" | "μπορουμε" | "μπορω"
        | "μπορειτε" | "μπορει"
        | "in" | "on" | "by" | "over" | "under" | "before" | "after" | "through" | "about" | "as" | "that" | "this" | "these" | "those"
        | "is" | "are" | "was" | "were" | "be" | "been" | "am" | "have" | "has" | "had" | "will" | "would" | "could" | "should"
        | "can" | "may" | "might" | "must" | "do" | "does" | "did" | "his" | "her" | "when" | "where"
    )
}

/// A verb to several people or a weak pronoun, folded: the «το» after it is its object, no article.
pub(super) fn takes_object(word: &str) -> bool {
    word.ends_with("τε")
        || matches!(word, "μου" | "σου" | "μασ" | "σασ" | "του" | "τησ" | "τουσ" | "θα" | "να")
}
