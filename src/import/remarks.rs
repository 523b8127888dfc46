//! What people write next to the words of a cell, for their colleagues alone; and what a table says that nobody here knows.

use super::grid::TableNote;
use super::words::is_remark;
use crate::text::name_key;

/// How something is said, by the beginnings of words.
const TONES: &[&str] = &[
    "τονο", "υφοσ", "φωνη", "χαμογελ", "ευγεν", "ζεστ", "ψυχρ", "ειρωνικ", "σαρκαστ", "αποτομ",
    "ηρεμ", "σοβαρ", "φιλικ", "επισημ", "ενσυναισθ", "κατανοησ", "ενθουσιασμ", "επιθετικ",
    "αδιαφορ", "απολογητικ", "εκνευρισμ", "θυμωμεν", "tone", "warm", "polite", "friendly",
    "sarcas", "ironic", "rude", "calm", "gentl", "empath", "smile", "smiling", "angr", "voice",
    "kindly",
];
/// Where something is said: these, and a word for the place.
const AT: &[&str] = &[
    "σε", "στο", "στη", "στην", "στον", "στα", "στισ", "στουσ", "μονο", "οταν", "αν", "προσ",
    "για", "in", "on", "only", "when", "if", "to", "for", "by",
];
const PLACES: &[&str] = &[
    "chat", "email", "mail", "sms", "social", "τηλεφων", "παραπον", "πελατ", "κληση", "κλησεισ",
    "phone", "call", "complain", "customer", "client",
];
/// With these, brackets hold words for the customer.
const TO_CUSTOMERS: &[&str] = &["σασ", "σου", "σε εσασ", "μου", "μασ", "your", "you", "us", "me"];
/// Words of the longest remark.
const MOST_WORDS: usize = 6;
/// Of each kind this many are named.
const MOST_NAMED: usize = 3;

/// What a table holds besides phrases and wordings, to be told to its lead.
#[derive(Debug, Default)]
pub struct Remarks {
    left_out: Vec<String>,
    kept: Vec<String>,
    levels: Vec<String>,
    clauses: Vec<String>,
}

impl Remarks {
    /// A cell without the remarks at the start or the end of its lines; other words in brackets stay, and are named.
    pub fn without(&mut self, cell: &str) -> String {
        let line = |line: &str| match divided(line) {
            Some((words, remark)) if is_for_colleagues(remark) => {
                name(&mut self.left_out, &format!("({remark})"));
                words
            }
            Some((_, remark)) if !is_remark(remark) && may_be_a_remark(remark) => {
                name(&mut self.kept, &format!("({remark})"));
                line.to_owned()
            }
            _ => line.to_owned(),
        };
        cell.lines().map(line).collect::<Vec<_>>().join("\n")
    }

    pub fn unknown_level(&mut self, cell: &str) {
        name(&mut self.levels, cell);
    }

    pub fn unknown_clause(&mut self, cell: &str) {
        name(&mut self.clauses, cell);
    }

    pub fn notes(self) -> impl Iterator<Item = TableNote> {
        let of = |texts: Vec<String>, note: fn(Vec<String>) -> TableNote| {
            (!texts.is_empty()).then(|| note(texts))
        };
        [
            of(self.left_out, |texts| TableNote::RemarksLeftOut { texts }),
            of(self.kept, |texts| TableNote::BracketsKept { texts }),
            of(self.levels, |names| TableNote::UnknownLevels { names }),
            of(self.clauses, |names| TableNote::UnknownClauses { names }),
        ]
        .into_iter()
        .flatten()
    }
}

fn name(names: &mut Vec<String>, text: &str) {
    let text = text.trim();
    if names.len() < MOST_NAMED && !names.iter().any(|known| known == text) {
        names.push(text.to_owned());
    }
}

/// The words of a line, and what stands in brackets before or after them.
fn divided(line: &str) -> Option<(String, &str)> {
    let line = line.trim();
    let is_end = |sign: char| matches!(sign, '.' | '!' | ';' | '?' | '…' | '\u{37e}');
    let body = line.trim_end_matches(is_end);
    let ends = line.get(body.len()..).unwrap_or("");
    let behind = || {
        let (words, inside) = body.strip_suffix(')')?.rsplit_once('(')?;
        let is_apart = words.ends_with(char::is_whitespace);
        let bare = words.trim_end();
        let ends = if bare.ends_with(is_end) { "" } else { ends };
        is_apart.then(|| (format!("{bare}{ends}"), inside))
    };
    let before = || {
        let (inside, words) = line.strip_prefix('(')?.split_once(')')?;
        words.starts_with(char::is_whitespace).then(|| (words.trim_start().to_owned(), inside))
    };
    behind().or_else(before).filter(|(words, inside)| {
        words.contains(char::is_alphabetic)
            && inside.contains(char::is_alphabetic)
            && !inside.contains(['(', ')'])
    })
}

fn may_be_a_remark(inside: &str) -> bool {
    inside.split_whitespace().count() <= MOST_WORDS
}

/// «με ζεστό τόνο», «ειρωνικά», «σε παράπονο»: how and where it is said.
fn is_for_colleagues(inside: &str) -> bool {
    let key = name_key(inside);
    let words: Vec<&str> = key.split_whitespace().collect();
    let begins =
        |stems: &[&str]| words.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    let at = words.first().is_some_and(|first| AT.contains(first)) && begins(PLACES);
    may_be_a_remark(inside)
        && !words.iter().any(|word| TO_CUSTOMERS.contains(word))
        && (begins(TONES) || at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_to_colleagues_go_and_other_brackets_are_named() {
        for (cell, expected, is_named) in [
            ("Σας το είπα (ειρωνικά)", "Σας το είπα", true),
            ("Να το ξαναπώ (με ζεστό τόνο).", "Να το ξαναπώ.", true),
            ("(με χαμόγελο) Καλώς ήρθατε!", "Καλώς ήρθατε!", true),
            ("Μην επιμένετε (σε παράπονο)", "Μην επιμένετε", true),
            ("Ορίστε (μόνο στο chat)", "Ορίστε", true),
            ("As I said (sarcastically)", "As I said", true),
            ("Let me repeat (in a warm tone)", "Let me repeat", true),
            ("Στείλτε φωτογραφία (έως 5 MB)", "Στείλτε φωτογραφία (έως 5 MB)", true),
            // A blank, an ending, brackets inside the sentence.
            ("Θα γίνει έως (ημερομηνία)", "Θα γίνει έως (ημερομηνία)", false),
            ("Αγαπητέ(ή)", "Αγαπητέ(ή)", false),
            ("Η αποστολή (με κούριερ) φτάνει αύριο", "Η αποστολή (με κούριερ) φτάνει αύριο", false),
            ("(ειρωνικά)", "(ειρωνικά)", false),
            ("Μιλάμε αύριο (με τη φωνή σας)", "Μιλάμε αύριο (με τη φωνή σας)", true),
        ] {
            let mut remarks = Remarks::default();
            assert_eq!(remarks.without(cell), expected);
            assert_eq!(remarks.notes().count() > 0, is_named, "{cell}");
        }
    }
}
