//! What people write where nothing is said instead, and where they tell colleagues what to do.

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
/// What the words for a customer stand after in quotes, besides orders.
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
/// Words of the longest order not to say something, and what may stand after what is not said.
const MAX_OF_A_PROHIBITION: usize = 5;
const BEHIND_QUOTES: &[&str] = &[
    "στον", "στην", "στουσ", "πελατη", "πελατεσ", "πελατισσα", "ποτε", "ξανα", "to", "the", "a",
    "customer", "customers", "ever", "again",
];

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

const OPENING_QUOTES: [char; 4] = ['«', '“', '"', '„'];
const CLOSING_QUOTES: [char; 4] = ['»', '”', '"', '“'];

/// The words after an order: «Πείτε «θα το δω»», `Use "customers"`, «Πείτε: Θα το δω».
pub fn quoted_wording(cell: &str) -> Option<String> {
    if let Some(said) = behind_colon(cell, |words| {
        let says = words.iter().any(|word| SAYING.contains(&word.as_str()));
        let known = |word: &String| {
            SAYING.contains(&word.as_str())
                || AROUND.contains(&word.as_str())
                || PREFERRED.contains(&word.as_str())
        };
        (says || words.iter().any(|word| PREFERRED.contains(&word.as_str())))
            && words.iter().all(known)
    }) {
        return Some(said);
    }
    let (words, quoted) = before_quotes(cell)?;
    let is_order = words.len() <= MAX_BEFORE_QUOTES
        && !words.iter().any(|word| TO_CUSTOMERS.contains(&word.as_str()))
        && words.first().is_some_and(|word| {
            ORDERS.contains(&word.as_str()) || PREFERRED.contains(&word.as_str())
        });
    is_order.then(|| in_quotes(quoted)).flatten()
}

/// The phrase that colleagues are told not to say: «Μην πείτε «δεν γίνεται»», «Αποφεύγουμε: δεν γίνεται», "Never say: calm down".
pub fn forbidden_phrase(cell: &str) -> Option<String> {
    if let Some(said) = behind_colon(cell, forbids) {
        return Some(said);
    }
    let (words, quoted) = before_quotes(cell)?;
    forbids(&words).then(|| in_quotes(quoted)).flatten()
}

/// Whether words tell colleagues not to say something, and nothing else.
fn forbids(words: &[String]) -> bool {
    let is = |all: &[&str], word: &String| all.contains(&word.as_str());
    let says_no = |word: &String| is(NOS, word) && word != "οχι";
    let denied = words.iter().any(says_no) && words.iter().any(|word| is(SAYING, word));
    let known = |word: &String| {
        says_no(word)
            || [SAYING, AROUND, PROHIBITIONS, AVOIDED].iter().any(|all| is(all, word))
            || matches!(
                word.as_str(),
                "αντι" | "αντ'" | "για" | "instead" | "of" | "do" | "using" | "saying"
            )
    };
    let avoided = words
        .iter()
        .any(|word| is(PROHIBITIONS, word) || matches!(word.as_str(), "αντι" | "instead"));
    words.len() <= MAX_OF_A_PROHIBITION && (denied || avoided) && words.iter().all(known)
}

/// What stands after a colon, where the words before it are of that kind.
fn behind_colon(cell: &str, is: impl Fn(&[String]) -> bool) -> Option<String> {
    let (before, said) = cell.split_once(':')?;
    let words = keys(before);
    let fits = !words.is_empty() && words.len() <= MAX_OF_A_PROHIBITION && is(&words);
    let said = said.trim();
    (fits && said.contains(char::is_alphabetic))
        .then(|| in_quotes(said).unwrap_or_else(|| said.to_owned()))
}

fn keys(text: &str) -> Vec<String> {
    let bare = |word: &str| name_key(word.trim_matches([':', ','])).replace('’', "'");
    text.split_whitespace().map(bare).collect()
}

/// The words before the first quote, as they compare, and what begins with it.
fn before_quotes(cell: &str) -> Option<(Vec<String>, &str)> {
    let (before, quoted) = cell.split_at_checked(cell.find(OPENING_QUOTES)?)?;
    Some((keys(before), quoted))
}

/// What stands in quotes: one text, or several with their quotes. After them may stand to whom it is said.
fn in_quotes(quoted: &str) -> Option<String> {
    let quoted = quoted.trim();
    let end = quoted.rfind(CLOSING_QUOTES)?;
    let (upto, behind) = quoted.split_at_checked(end)?;
    let close = behind.chars().next()?;
    let behind = behind.strip_prefix(close)?;
    let is_whom = |word: &String| BEHIND_QUOTES.contains(&word.as_str());
    if !keys(behind.trim_matches(['.', '!', ' '])).iter().all(is_whom) {
        return None;
    }
    let inside = upto.strip_prefix(OPENING_QUOTES)?;
    let ends = if behind.trim() == "." { "." } else { "" };
    Some(match inside.contains(OPENING_QUOTES) {
        true => format!("{upto}{close}"),
        false => format!("{inside}{ends}"),
    })
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
            ("Πείτε: Θα το δω", Some("Θα το δω")),
            ("Λέμε καλύτερα: Θα το δω.", Some("Θα το δω.")),
            ("Say: I'll check", Some("I'll check")),
            ("Instead: I'll check", Some("I'll check")),
            ("Πείτε «θα το δω» στον πελάτη", Some("θα το δω")),
            ("Πείτε «θα το δω» ή «το ψάχνω»", Some("«θα το δω» ή «το ψάχνω»")),
            ("Πείτε μας: τι βλέπετε;", None),
            ("Η απάντηση: αύριο", None),
            ("Γράψτε μας: info", None),
        ] {
            assert_eq!(quoted_wording(cell).as_deref(), expected, "{cell}");
        }
        for (cell, expected) in [
            ("Μην πείτε «δεν γίνεται»", Some("δεν γίνεται")),
            ("Μην πείτε: Δεν γίνεται", Some("Δεν γίνεται")),
            ("Να μη λέμε ποτέ: «δεν γίνεται».", Some("δεν γίνεται.")),
            ("Δεν λέμε «δεν γίνεται» ή «δεν μπορώ»", Some("«δεν γίνεται» ή «δεν μπορώ»")),
            ("Αποφεύγουμε το «δεν γίνεται»", Some("δεν γίνεται")),
            ("Αποφύγετε: δεν γίνεται", Some("δεν γίνεται")),
            ("Αντί για «δεν γίνεται»", Some("δεν γίνεται")),
            ("Μη γράφετε ποτέ «δεν γίνεται» στον πελάτη", Some("δεν γίνεται")),
            ("Don't say “calm down”", Some("calm down")),
            ("Don’t say: calm down", Some("calm down")),
            ("Never say \"calm down\" to a customer", Some("calm down")),
            ("Avoid: calm down", Some("calm down")),
            ("Instead of \"calm down\"", Some("calm down")),
            ("Μην πείτε σε κανέναν «το μυστικό»", None),
            ("Μην ξεχάσετε: ο κωδικός λήγει", None),
            ("Όχι: δεν γίνεται", None),
            ("«δεν γίνεται»", None),
            ("Λέμε «δεν γίνεται»", None),
            ("Σας λέω: δεν γίνεται", None),
        ] {
            assert_eq!(forbidden_phrase(cell).as_deref(), expected, "{cell}");
        }
    }
}
