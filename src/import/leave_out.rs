//! What people write where nothing is said instead, and where they tell colleagues what to do.

use super::cell;
use crate::text::name_key;

/// A cell that says: leave it out.
const DASHES: [&str; 7] = ["-", "–", "—", "--", "−", "―", "---"];
/// What goes, as it compares: the beginnings of words that say so by themselves.
const REMOVALS: &[&str] = &[
    "παραλει", "διαγρα", "αφαιρ", "σβην", "σβησ", "κοβετ", "κοβουμ", "κοψτε", "φευγει", "βγαινει",
    "βγαζ", "βγαλτε", "omit", "delet", "remov", "skip", "cut", "drop",
];
/// The same as whole words and in more of them.
const OMISSIONS: &[&str] = &[
    "τιποτα",
    "nothing",
    "leave out",
    "leave it out",
    "leave this out",
    "left out",
    "avoid entirely",
    "χωρισ αντικατασταση",
    "no replacement",
    "without replacement",
];
/// What is not done: with a no before it, the phrase is not said.
const SAYING: &[&str] = &[
    "λεμε", "λεγεται", "λετε", "λεσ", "πειτε", "πεισ", "πουμε", "γραφουμε", "γραφεται", "γραφετε",
    "χρησιμοποιουμε", "χρησιμοποιειται", "say", "use", "write", "needed", "necessary",
    "χρειαζεται",
];
const NOS: &[&str] = &["δεν", "δε", "μην", "μη", "don't", "do not", "not", "no", "never", "ποτε"];
/// What may stand around such words.
const AROUND: &[&str] = &[
    "το", "τη", "την", "τον", "τα", "αυτο", "να", "καθολου", "εντελωσ", "τελειωσ", "ολο", "ολα",
    "καλυτερα", "απλα", "απλωσ", "παντα", "αυτη", "η", "φραση", "λεξη", "it", "this", "just",
    "simply", "at", "all", "completely", "entirely", "we", "is", "the", "phrase", "word", "please",
    "do", "say", "λεμε",
];
/// Words of the longest such note.
const MOST_OF_A_NOTE: usize = 6;
/// What stands where nobody has written anything yet.
const NO_WORDS: &[&str] = &[
    "n/a", "na", "κενο", "empty", "blank", "none", "null", "tbd", "todo", "εκκρεμει", "δ/υ", "δ.υ",
    "μ/δ", "pending", "δεν υπαρχει", "δεν εφαρμοζεται", "not applicable",
];
/// What an instruction begins with.
const ORDERS: &[&str] = &[
    "use", "say", "try", "write", "give", "offer", "explain", "χρησιμοποιηστε", "χρησιμοποιουμε",
    "χρησιμοποιησε", "γραψτε", "γραφουμε", "πειτε", "λεμε", "πεσ", "δωστε", "δινουμε", "εξηγουμε",
    "εξηγηστε", "δειξτε", "δειχνουμε", "ρωτηστε", "ρωταμε", "ζητηστε", "προτεινετε", "προτεινουμε",
    "προσφερετε", "αναφερετε", "διατυπωστε", "αποφυγετε", "προσθεστε", "μιληστε", "μιλαμε", "show",
    "ask", "express", "apologise", "apologize", "rephrase", "describe", "speak", "avoid", "add",
];
/// What colleagues speak about among themselves, by the beginnings of words: how something is said, and who is asked.
const AMONG_US: &[&str] = &[
    "λογια", "λεξη", "λεξεισ", "γλωσσα", "υφοσ", "τονο", "κατανοηση", "ενσυναισθηση", "ευγενεια",
    "συναδελφ", "υπευθυν", "προισταμεν", "πελατ", "εναλλακτικ", "παραδειγμα", "διατυπωση",
    "εκφραση", "ορολογια", "words", "wording", "language", "tone", "empathy", "understanding",
    "colleague", "supervisor", "manager", "customer", "alternative", "explanation", "example",
    "jargon",
];
/// With these a sentence speaks to a customer.
const TO_CUSTOMERS: &[&str] =
    &["σασ", "σου", "σε", "μασ", "μου", "you", "your", "us", "me", "our", "my", "we", "i"];
/// Words of the longest instruction of that kind.
const MOST_OF_AN_ORDER: usize = 8;
/// What the words for a customer stand behind in quotes, besides orders.
const PREFERRED: &[&str] = &[
    "αντι", "αντ'", "προτιμηστε", "προτιμουμε", "καλυτερα", "instead", "prefer", "rather", "better",
];
/// What tells colleagues to avoid something, and what it is that they avoid.
const PROHIBITIONS: &[&str] =
    &["αποφυγετε", "αποφευγουμε", "αποφευγετε", "αποφυγε", "αποφευγεται", "avoid"];
const AVOIDED: &[&str] = &[
    "την", "το", "τον", "τη", "τα", "αυτη", "αυτο", "εντελωσ", "τελειωσ", "παντα", "it", "this",
    "the", "completely", "entirely", "always",
];
/// How a second instruction goes on.
const MORE: &[&str] = &[
    " or add ", " or give ", " or explain", " or offer ", " and add ", " and explain",
    " or rephrase", " or leave ", " or omit", " or say ", " or use ", " η προσθε", " η εξηγ",
    " η δωστε", " η δινουμε", " και προσθε", " και εξηγ", " η παραλει", " η λεμε ", " η πειτε ",
    " η γραψ", " an explanation",
];
/// What may stand between an order and the words in quotes.
const MAX_BEFORE_QUOTES: usize = 3;

/// Whether a cell is a dash, which says: leave it out.
pub fn is_dash(cell: &str) -> bool {
    DASHES.contains(&cell.trim())
}

/// Whether a cell says to leave the phrase out: a dash, «(παραλείπεται)», "— (omit)".
pub fn is_omission(cell: &str) -> bool {
    let cell = cell.trim();
    let rest = cell.trim_start_matches(['-', '–', '—', '−', '―']);
    let bare = rest
        .trim()
        .trim_matches(|sign: char| matches!(sign, '(' | ')' | '[' | ']' | '.' | '<' | '>'));
    is_dash(cell) || says_to_leave_out(&name_key(bare), bare)
}

/// «το παραλείπουμε», «να μην το λέμε καθόλου», «σβήνεται»: nothing but words of leaving out, and one at least that says so.
fn says_to_leave_out(key: &str, written: &str) -> bool {
    let key = key.trim();
    let words: Vec<&str> = words_of(key).collect();
    if OMISSIONS.contains(&key) || words.is_empty() || words.len() > MOST_OF_A_NOTE {
        return OMISSIONS.contains(&key);
    }
    let removes = |word: &&str| REMOVALS.iter().any(|stem| word.starts_with(stem));
    let is_nothing = |word: &&str| matches!(*word, "τιποτα" | "nothing");
    let denied = words.iter().any(|word| NOS.contains(word));
    let says = |word: &&str| denied && SAYING.contains(word);
    let known = |word: &&str| {
        removes(word)
            || is_nothing(word)
            || NOS.contains(word)
            || says(word)
            || AROUND.contains(word)
    };
    // «Δεν χρειάζεται» may be what a customer reads.
    let is_sentence =
        words.iter().any(|word| matches!(*word, "χρειαζεται" | "needed" | "necessary"))
            && written.starts_with(char::is_uppercase);
    let goes = words.iter().any(removes) && !denied || words.iter().any(is_nothing);
    words.iter().all(known) && (goes || words.iter().any(says)) && !is_sentence
}

/// Whether a cell stands for no words at all: «(κενό)», "N/A".
pub fn is_no_wording(cell: &str) -> bool {
    let bare = cell.trim_matches(|sign: char| !sign.is_alphanumeric());
    NO_WORDS.contains(&name_key(bare).as_str()) && bare.split_whitespace().count() <= 2
}

fn words_of(key: &str) -> impl Iterator<Item = &str> {
    let bare = key.split_whitespace();
    bare.map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()))
        .filter(|it| !it.is_empty())
}

/// Whether a cell tells a colleague what to do instead of saying what a customer reads: «Use X or add an explanation»,
/// «Εξηγήστε με απλά λόγια», «Ποτέ! Ρωτήστε συνάδελφο».
pub fn is_instruction(cell: &str) -> bool {
    if cell.contains(['«', '“', '"']) {
        return false;
    }
    let key = name_key(cell);
    let mut words =
        words_of(&key).skip_while(|word| matches!(*word, "ποτε" | "οχι" | "να" | "never" | "no"));
    let first = words.next().unwrap_or("");
    let rest: Vec<&str> = words.collect();
    let is_order = ORDERS.contains(&first);
    let orders = is_order && MORE.iter().any(|more| key.contains(more));
    let forbids =
        PROHIBITIONS.contains(&first) && rest.first().is_none_or(|next| AVOIDED.contains(next));
    let among_us = is_order
        && rest.len() < MOST_OF_AN_ORDER
        && rest.iter().any(|word| AMONG_US.iter().any(|stem| word.starts_with(stem)))
        && !rest.iter().any(|word| TO_CUSTOMERS.contains(word));
    orders || forbids || among_us
}

/// The words in quotes behind an order: «Πείτε «θα το δω»», `Use "customers"`.
pub fn quoted_wording(cell: &str) -> Option<String> {
    let at = cell.find(['«', '“', '"', '„'])?;
    let (before, quoted) = cell.split_at_checked(at)?;
    let words: Vec<String> = before.split_whitespace().map(name_key).collect();
    let is_order = words.len() <= MAX_BEFORE_QUOTES
        && words.first().is_some_and(|word| {
            let word = word.trim_end_matches([':', ',']);
            ORDERS.contains(&word) || PREFERRED.contains(&word)
        });
    if !is_order {
        return None;
    }
    let bare = cell::bare(quoted);
    (bare != quoted.trim() && !bare.contains(['«', '“', '"', '„'])).then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_and_what_is_no_wording() {
        for (cell, omitted) in [
            ("—", true),
            ("(omit)", true),
            ("— (να μην το λέμε)", true),
            ("- omit", true),
            ("(παραλείπεται)", true),
            ("Delete.", true),
            ("Να το παραλείψουμε αν γίνεται", false),
            ("να μην το λέμε καθόλου", true),
            ("καλύτερα να μη λεγόταν τίποτα", false),
            ("δεν χρειάζεται", true),
            ("Δεν χρειάζεται.", false),
            ("Δεν χρειάζεται να έρθετε", false),
            ("σβήνουμε", true),
            ("το κόβουμε εντελώς", true),
            ("καλύτερα τίποτα", true),
            ("we never say this", true),
            ("Δεν διαγράφεται", false),
            ("Το λέμε", false),
            ("Τίποτα δεν χάθηκε", false),
            ("-5 %", false),
        ] {
            assert_eq!(is_omission(cell), omitted, "{cell}");
        }
        for (cell, ordered) in [
            ("Use plain words or add an explanation", true),
            ("Χρησιμοποιήστε απλά λόγια ή προσθέστε μια εξήγηση", true),
            ("Αποφύγετέ την τελείως", true),
            ("Avoid this word", true),
            ("Χρησιμοποιήστε απλά λόγια", true),
            ("Εξηγήστε με απλά λόγια", true),
            ("Ποτέ! Ρωτήστε συνάδελφο", true),
            ("Δείξτε κατανόηση", true),
            ("Να αποφεύγεται", true),
            ("Ask a colleague first", true),
            ("Show empathy", true),
            ("Ρωτήστε μας για τις εναλλακτικές", false),
            ("Δείξτε μας την απόδειξη", false),
            ("Ask your manager to call us", false),
            ("Ζητήστε την απόδειξη στο ταμείο", false),
            ("Αποφύγετε ουρές: κλείστε ραντεβού", false),
            ("Use the link below", false),
            ("Πείτε μας τον αριθμό", false),
            ("Say hello or drop by", false),
        ] {
            assert_eq!(is_instruction(cell), ordered, "{cell}");
        }
        for (cell, expected) in
            [("(κενό)", true), ("N/A", true), ("TBD", true), ("Κενό κουτί", false)]
        {
            assert_eq!(is_no_wording(cell), expected, "{cell}");
        }
        for (cell, expected) in [
            ("Use \"customers\"", Some("customers")),
            ("Πείτε «θα το δω»", Some("θα το δω")),
            ("Πείτε: «θα το δω».", Some("θα το δω.")),
            ("Αντί γι' αυτό: «θα το δω»", Some("θα το δω")),
            ("Instead: “I'll check”", Some("I'll check")),
            ("Πείτε μας «ναι» ή «όχι»", None),
            ("«θα το δω»", None),
        ] {
            assert_eq!(quoted_wording(cell).as_deref(), expected, "{cell}");
        }
    }
}
