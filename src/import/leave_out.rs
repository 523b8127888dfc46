//! What people write where nothing is said instead, and where they tell colleagues what to do.

use super::cell;
use crate::text::name_key;

/// A cell that says: leave it out.
const DASHES: [&str; 7] = ["-", "–", "—", "--", "−", "―", "---"];
/// The same in words, as they compare.
const OMISSIONS: &[&str] = &[
    "omit",
    "omit it",
    "omit this",
    "delete",
    "delete it",
    "remove",
    "remove it",
    "leave out",
    "leave it out",
    "nothing",
    "say nothing",
    "skip",
    "skip it",
    "cut",
    "don't say it",
    "do not say it",
    "παραλειπεται",
    "παραλειπουμε",
    "παραλειψη",
    "το παραλειπουμε",
    "παραλειψτε το",
    "διαγραφεται",
    "διαγραφη",
    "διαγραφουμε",
    "τιποτα",
    "αφαιρειται",
    "αφαιρουμε",
    "να μην το λεμε",
    "δεν το λεμε",
    "μην το λεμε",
    "να μη λεγεται",
    "δεν λεμε τιποτα",
    "φευγει",
    "το σβηνουμε",
    "σβηνεται",
    "να μην λεγεται",
    "το αφαιρουμε",
    "χωρισ αντικατασταση",
    "no replacement",
    "avoid entirely",
];
/// What an instruction begins with.
const ORDERS: &[&str] = &[
    "use", "say", "try", "write", "give", "offer", "explain", "χρησιμοποιηστε", "χρησιμοποιουμε",
    "χρησιμοποιησε", "γραψτε", "γραφουμε", "πειτε", "λεμε", "πεσ", "δωστε", "δινουμε", "εξηγουμε",
    "εξηγηστε",
];
/// What the words for a customer stand behind in quotes, besides orders.
const PREFERRED: &[&str] = &[
    "αντι", "αντ'", "προτιμηστε", "προτιμουμε", "καλυτερα", "instead", "prefer", "rather", "better",
];
/// What tells colleagues to avoid something, and what it is that they avoid.
const PROHIBITIONS: &[&str] = &["αποφυγετε", "αποφευγουμε", "αποφευγετε", "αποφυγε", "avoid"];
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
    let key = name_key(bare);
    is_dash(cell) || OMISSIONS.contains(&key.trim())
}

/// Whether a cell tells a colleague what to do instead of saying what a customer reads: «Use X or add an explanation».
pub fn is_instruction(cell: &str) -> bool {
    let key = name_key(cell);
    let mut words =
        key.split_whitespace().map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()));
    let first = words.next().unwrap_or("");
    let orders = ORDERS.contains(&first) && MORE.iter().any(|more| key.contains(more));
    let forbids =
        PROHIBITIONS.contains(&first) && words.next().is_none_or(|next| AVOIDED.contains(&next));
    (orders || forbids) && !cell.contains(['«', '“', '"'])
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
            ("Αποφύγετε ουρές: κλείστε ραντεβού", false),
            ("Use the link below", false),
            ("Πείτε μας τον αριθμό", false),
            ("Say hello or drop by", false),
        ] {
            assert_eq!(is_instruction(cell), ordered, "{cell}");
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
