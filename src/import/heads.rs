//! What the head of a column means, from its words: «Τι να μην πείτε» names what is avoided.

use crate::text::name_key;

/// What stands under a head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// What is avoided.
    Avoid,
    /// What is said instead.
    Prefer,
    /// Why.
    Why,
    /// How much it matters.
    Level,
    /// Which principle it is about.
    Principle,
    /// A running number.
    Number,
    /// What customers say: no phrase of a colleague's.
    Customer,
    /// What is answered to them.
    Answer,
    /// Something else: a category, a channel, a date.
    Other,
}

/// Words of a longer head, in most.
const MAX_WORDS: usize = 8;
/// A word of so many letters may be all that somebody says.
const MOST_OF_A_BARE_ANSWER: usize = 7;
const AVOID_SIGNS: [char; 9] = ['✗', '✘', '❌', '✖', '🚫', '⛔', '👎', '☹', '☒'];
const PREFER_SIGNS: [char; 6] = ['✓', '✔', '✅', '👍', '☑', '☺'];

/// Words that deny, as they compare.
const NOS: &[&str] = &[
    "μη",
    "μην",
    "δεν",
    "δε",
    "οχι",
    "ποτε",
    "not",
    "no",
    "never",
    "don't",
    "dont",
    "don'ts",
    "donts",
    "dont's",
    "shouldn't",
    "nope",
];
/// Beginnings of words that call something bad.
const BAD: &[&str] = &[
    "αποφευ",
    "αποφυγ",
    "λαθοσ",
    "λαθη",
    "λανθασμεν",
    "κακ",
    "αρνητικ",
    "πριν",
    "απαγορ",
    "ακαταλληλ",
    "παλια",
    "παλιο",
    "παλαι",
    "χειροτερ",
    "αντι",
    "αρχικ",
    "avoid",
    "bad",
    "wrong",
    "negativ",
    "before",
    "worse",
    "banned",
    "forbidden",
    "original",
    "old",
    "incorrect",
    "poor",
    "discourag",
    "unaccept",
    "inappropriate",
    "unhelpful",
    "weak",
];
/// Beginnings of words that call something good.
const GOOD: &[&str] = &[
    "προτιμ",
    "σωστ",
    "θετικ",
    "καλυτερ",
    "καλο",
    "καλη",
    "καλα",
    "ναι",
    "εναλλακτικ",
    "προτειν",
    "αντικατ",
    "καταλληλ",
    "νεα",
    "νεο",
    "ορθ",
    "επιθυμητ",
    "συνιστ",
    "θεση",
    "ιδανικ",
    "good",
    "better",
    "best",
    "right",
    "correct",
    "positiv",
    "prefer",
    "after",
    "yes",
    "instead",
    "alternativ",
    "suggest",
    "recommend",
    "replace",
    "new",
    "improved",
    "acceptable",
    "appropriate",
    "helpful",
    "ideal",
];
/// Words that are good only as a whole.
const GOOD_WORDS: &[&str] = &["do", "dos", "do's", "try", "ok", "μετα"];
/// Saying, in the forms that speak to colleagues.
const SAY: &[&str] = &[
    "λεμε",
    "λετε",
    "λεσ",
    "λεγεται",
    "λεγονται",
    "λεγε",
    "πειτε",
    "πεσ",
    "πουμε",
    "πω",
    "πεισ",
    "γραφουμε",
    "γραφετε",
    "γραφεισ",
    "γραψτε",
    "γραψε",
    "γραφεται",
    "χρησιμοποιουμε",
    "χρησιμοποιειτε",
    "χρησιμοποιειται",
    "χρησιμοποιηστε",
    "χρησιμοποιουνται",
    "χρησιμοποιουμε",
    "say",
    "saying",
    "use",
    "using",
    "used",
    "write",
    "writing",
    "tell",
];
/// Words that say nothing by themselves.
const LINKS: &[&str] = &[
    "τι",
    "το",
    "τα",
    "η",
    "ο",
    "οι",
    "την",
    "τισ",
    "του",
    "τησ",
    "των",
    "ωσ",
    "να",
    "για",
    "με",
    "στο",
    "στη",
    "στην",
    "στον",
    "στουσ",
    "στισ",
    "σε",
    "πωσ",
    "οταν",
    "αυτο",
    "αυτα",
    "αυτου",
    "ετσι",
    "φραση",
    "φρασεισ",
    "φρασησ",
    "λεξη",
    "λεξεισ",
    "διατυπωση",
    "διατυπωσεισ",
    "εκφραση",
    "εκφρασεισ",
    "προταση",
    "προτασεισ",
    "ορο",
    "προσ",
    "οροι",
    "κειμενο",
    "υφοσ",
    "τονοσ",
    "πρεπει",
    "θα",
    "θελουμε",
    "μπορουμε",
    "μπορειτε",
    "που",
    "μασ",
    "πελατη",
    "πελατεσ",
    "αλλη",
    "αλλο",
    "και",
    "ή",
    "απλα",
    "the",
    "a",
    "an",
    "to",
    "of",
    "what",
    "we",
    "you",
    "i",
    "it",
    "this",
    "is",
    "that",
    "these",
    "phrase",
    "phrases",
    "word",
    "words",
    "wording",
    "expression",
    "expressions",
    "sentence",
    "sentences",
    "term",
    "terms",
    "language",
    "tone",
    "like",
    "please",
    "should",
    "ones",
    "example",
    "examples",
    "customers",
    "and",
    "or",
    "with",
    "option",
    "for",
    "our",
    "things",
    "version",
    "way",
    "how",
];
const CUSTOMER: &[&str] = &[
    "πελατησ",
    "πελατεσ",
    "πελατησσα",
    "customer",
    "customers",
    "client",
    "clients",
    "guest",
    "user",
];
const ASKS: &[&str] = &[
    "λεει",
    "λενε",
    "λεν",
    "ρωτα",
    "ρωταει",
    "ρωτανε",
    "ρωτουν",
    "ζητα",
    "ζηταει",
    "γραφει",
    "γραφουν",
    "παραπονιεται",
    "παραπονειται",
    "says",
    "say",
    "asks",
    "ask",
    "complains",
    "writes",
    "said",
];
const QUESTIONS: &[&str] = &[
    "ερωτηση",
    "ερωτησεισ",
    "αντιρρηση",
    "αντιρρησεισ",
    "παραπονο",
    "παραπονα",
    "question",
    "questions",
    "objection",
    "objections",
    "complaint",
    "complaints",
    "enquiry",
    "inquiry",
];
const ANSWERS: &[&str] = &[
    "απανταμε",
    "απαντατε",
    "απαντηση",
    "απαντησεισ",
    "απαντηστε",
    "answer",
    "answers",
    "reply",
    "replies",
    "response",
    "responses",
    "απαντω",
    "απαντας",
];
const WHY: &[&str] = &[
    "γιατι",
    "αιτιολογ",
    "λογοσ",
    "εξηγησ",
    "σχολι",
    "παρατηρησ",
    "σημειωσ",
    "why",
    "reason",
    "note",
    "comment",
    "explanation",
    "rationale",
    "remark",
];
const LEVEL: &[&str] = &["επιπεδο", "σοβαροτητα", "level", "severity"];
const PRINCIPLE: &[&str] = &["αρχη", "αρχεσ", "principle"];
const NUMBERS: &[&str] = &[
    "",
    "αα",
    "no",
    "nr",
    "νο",
    "n",
    "id",
    "αριθμοσ",
    "αρ",
    "κωδικοσ",
    "code",
    "sn",
    "αριθ",
    "num",
    "number",
];
const OTHERS: &[&str] = &[
    "κατηγορι",
    "καναλι",
    "ημερομηνι",
    "θεμα",
    "θεματικη",
    "ενοτητα",
    "κατασταση",
    "τμημα",
    "περιπτωση",
    "υπευθυνο",
    "πηγη",
    "ομαδα",
    "ειδοσ",
    "τυποσ",
    "category",
    "channel",
    "date",
    "topic",
    "status",
    "owner",
    "department",
    "context",
    "section",
    "team",
    "type",
    "source",
    "author",
    "situation",
    "added",
    "tag",
];
/// Heads that mean something only together: what is avoided, and what is said instead.
const TOGETHER: [(&str, &str); 6] = [
    ("replace", "with"),
    ("find", "replace"),
    ("from", "to"),
    ("απο", "σε"),
    ("x", "v"),
    ("χ", "ν"),
];

/// What a head means; `None` where its words are no head's.
pub fn head(cell: &str) -> Option<Head> {
    let key = name_key(&cell.replace('’', "'"));
    // A second wording beside the first.
    if matches!(cell.trim(), "Ή" | "ή" | "Or" | "or") {
        return Some(Head::Prefer);
    }
    let bare: String = key.chars().filter(|sign| sign.is_alphanumeric()).collect();
    if bare.is_empty() {
        return by_sign(cell);
    }
    let words: Vec<&str> = key
        .split(|sign: char| !sign.is_alphanumeric() && sign != '\'')
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() > MAX_WORDS {
        return None;
    }
    let begins = |stems: &[&str]| {
        words.first().is_some_and(|word| stems.iter().any(|stem| word.starts_with(stem)))
    };
    if NUMBERS.contains(&bare.as_str()) && bare != "no" {
        return Some(Head::Number);
    }
    let is_customer = words.iter().any(|word| CUSTOMER.contains(word))
        && words.iter().any(|word| ASKS.contains(word))
        && !words.iter().any(|word| NOS.contains(word));
    let speaks_to_them = words.iter().any(|word| matches!(*word, "στον" | "στουσ" | "to" | "σε"));
    if is_customer && !speaks_to_them || words.iter().all(|word| QUESTIONS.contains(word)) {
        return Some(Head::Customer);
    }
    if let Some(judged) = judged(&words) {
        return Some(judged);
    }
    let first = [
        (WHY, Head::Why),
        (LEVEL, Head::Level),
        (PRINCIPLE, Head::Principle),
        (OTHERS, Head::Other),
    ];
    first.into_iter().find(|(stems, _)| begins(stems) && words.len() <= 4).map(|(_, head)| head)
}

fn by_sign(cell: &str) -> Option<Head> {
    let cell = cell.trim();
    match cell {
        _ if cell.contains(AVOID_SIGNS) => Some(Head::Avoid),
        _ if cell.contains(PREFER_SIGNS) => Some(Head::Prefer),
        "#" => Some(Head::Number),
        _ => None,
    }
}

/// What is good and what is bad, where every word of the head is one of such a head.
fn judged(words: &[&str]) -> Option<Head> {
    let begins = |word: &&str, stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    let (mut no, mut bad, mut good, mut say, mut answers) = (0, 0, 0, 0, 0);
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).copied().unwrap_or("");
        match word {
            _ if ANSWERS.contains(word) => answers += 1,
            _ if NOS.contains(word) => no += 1,
            _ if matches!((*word, next), ("instead", "of") | ("rather", "than") | ("αντι", _)) => {
                bad += 1
            }
            _ if SAY.contains(word) => say += 1,
            _ if matches!(*word, "αντ" | "than") || LINKS.contains(word) => (),
            _ if word.chars().all(|sign| sign.is_ascii_digit()) => (),
            _ if begins(word, BAD) => bad += 1,
            _ if GOOD_WORDS.contains(word) || begins(word, GOOD) => good += 1,
            _ => return None,
        }
    }
    match (bad, no, good + say) {
        (0, 0, 0) if answers > 0 => Some(Head::Answer),
        (0, 0, 0) => None,
        (0, 0, _) => Some(Head::Prefer),
        _ => Some(Head::Avoid),
    }
}

/// What two heads mean that say something only together.
pub fn together(left: &str, right: &str) -> Option<[Head; 2]> {
    let key = |cell: &str| {
        let words: String =
            name_key(cell).chars().filter(|it| it.is_alphanumeric() || *it == ' ').collect();
        words.trim().trim_end_matches(" this").trim_end_matches(" αυτο").to_owned()
    };
    let (left, right) = (key(left), key(right));
    TOGETHER.iter().find_map(|(avoid, prefer)| {
        if left == *avoid && right == *prefer {
            Some([Head::Avoid, Head::Prefer])
        } else if left == *prefer && right == *avoid {
            Some([Head::Prefer, Head::Avoid])
        } else {
            None
        }
    })
}

/// Whether a head may as well be a cell under it: «Όχι», «Λάθος», "No".
pub fn may_be_a_phrase(cell: &str) -> bool {
    cell.split_whitespace().count() < 2
        && cell.chars().count() <= MOST_OF_A_BARE_ANSWER
        && cell.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_read_by_their_meaning() {
        use Head::{Answer, Avoid, Customer, Level, Number, Other, Prefer, Why};
        for (avoid, prefer) in [
            ("Αποφεύγουμε να λέμε", "Προτιμούμε να λέμε"),
            ("Τι αποφεύγουμε", "Τι λέμε"),
            ("Δεν λέμε", "Λέμε"),
            ("Μη λες", "Πες"),
            ("Όχι", "Ναι"),
            ("Αντί για", "Πείτε"),
            ("Αντί να πείτε", "Πείτε καλύτερα"),
            ("Λάθος", "Σωστό"),
            ("Λάθος διατύπωση", "Σωστή διατύπωση"),
            ("Να αποφεύγεται", "Να προτιμάται"),
            ("Αρνητική", "Θετική διατύπωση"),
            ("ΑΡΝΗΤΙΚΟ", "ΘΕΤΙΚΟ"),
            ("✗", "✓"),
            ("❌", "✅"),
            ("Don't say", "Say"),
            ("Don’t say", "Say this instead"),
            ("Bad", "Good"),
            ("DON'T", "DO"),
            ("Don'ts", "Dos"),
            ("Avoid", "Use instead"),
            ("Instead of", "Say"),
            ("Wrong", "Right"),
            ("Negative", "Positive"),
            ("Before", "After"),
            ("No", "Yes"),
            ("Not this", "This is better"),
            ("Words to avoid", "Better words"),
            ("Phrase to avoid", "Preferred phrase"),
            ("What not to say", "What to say"),
            ("Never say", "Alternative"),
            ("Φράσεις προς αποφυγή", "Εναλλακτικές"),
            ("Τι να μην πείτε", "Τι να πείτε"),
            ("Απαγορεύεται", "Προτείνεται"),
            ("Παλιά διατύπωση", "Νέα διατύπωση"),
            ("Όχι έτσι", "Έτσι ναι"),
            ("Μη γράφετε στον πελάτη", "Γράψτε στον πελάτη"),
            ("Πριν", "Μετά"),
            ("Ακατάλληλο", "Στη θέση του"),
        ] {
            assert_eq!(
                (head(avoid), head(prefer)),
                (Some(Avoid), Some(Prefer)),
                "{avoid} | {prefer}"
            );
        }
        for (cell, expected) in [
            ("Α/Α", Some(Number)),
            ("#", Some(Number)),
            ("α.α.", Some(Number)),
            ("Κατηγορία", Some(Other)),
            ("Channel", Some(Other)),
            ("Ημερομηνία", Some(Other)),
            ("Σχόλια", Some(Why)),
            ("Γιατί;", Some(Why)),
            ("Notes", Some(Why)),
            ("Επίπεδο", Some(Level)),
            ("Ο πελάτης λέει", Some(Customer)),
            ("Customer says", Some(Customer)),
            ("Ερώτηση", Some(Customer)),
            ("Απαντάμε", Some(Answer)),
            ("Δεν μπορώ να σας βοηθήσω", None),
            ("Κάνετε λάθος.", None),
            ("Θα το δω", None),
            ("We can't do that", None),
        ] {
            assert_eq!(head(cell), expected, "{cell}");
        }
        assert_eq!(together("From", "To"), Some([Avoid, Prefer]));
        assert_eq!(together("With this", "Replace this"), Some([Prefer, Avoid]));
    }
}
