//! Several phrases or wordings in one cell.

use super::cell;
use super::words::NEVER_LAST;
use crate::text::name_key;

/// On which side of a table a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What is avoided.
    Left,
    /// What is said instead.
    Right,
}

/// Between two phrases of a cell.
const BETWEEN: [&str; 7] = [" ή ", " or ", " / ", " ή\u{a0}", " | ", " // ", " Ή "];
/// Words that begin a negative phrase: after « ή » it is a phrase of its own, even in lower case.
const NOS: [&str; 10] =
    ["δεν", "δε", "μη", "μην", "οχι", "can't", "cannot", "don't", "won't", "no"];
/// Words that come in pairs and are not a two phrases.
const DAYS: &[&str] = &[
    "δευτερα", "τριτη", "τεταρτη", "πεμπτη", "παρασκευη", "σαββατο", "κυριακη", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "ιανουαριο", "φεβρουαριο",
    "μαρτιο", "απριλιο", "μαιο", "ιουνιο", "ιουλιο", "αυγουστο", "σεπτεμβριο", "οκτωβριο",
    "νοεμβριο", "δεκεμβριο", "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
];
/// Of this many words with commas between them each is a phrase.
const LEAST_IN_LIST: usize = 3;

/// The phrases of a cell: lines, what stands on both sides of « ή », « / » and "or" where both are phrases, and short lists.
pub fn alternatives(cell: &str, side: Side) -> Vec<String> {
    let mut parts = lines(cell);
    for between in BETWEEN {
        parts = parts.iter().flat_map(|part| divided(part, between)).collect();
    }
    parts = parts.iter().flat_map(|part| at_slash(part)).collect();
    if side == Side::Left {
        parts = parts.iter().flat_map(|part| listed(part)).collect();
    }
    let trimmed = parts.iter().map(|part| cell::bare_line(part));
    trimmed.filter(|part| part.contains(char::is_alphanumeric)).collect()
}

/// The lines of a cell, each without what stands around its words. A line that goes on with the sentence before it is none
/// of its own: the cell was narrow.
fn lines(cell: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in cell.lines() {
        let bare = cell::bare_line(line);
        let is_marked = bare != line.trim();
        match lines.last_mut().filter(|before| goes_on(before, &bare, is_marked)) {
            Some(before) => before.push_str(&format!(" {bare}")),
            None => lines.push(bare),
        }
    }
    let without_comma = |line: &String| line.trim_end_matches(',').to_owned();
    if lines.len() > 1 { lines.iter().map(without_comma).collect() } else { lines }
}

/// Whether a line goes on with the one before it: after a word that something has to follow, after a comma, with «και», with
/// a small letter below a capital, or below a clause that is not a sentence. A bullet or a number begins something new.
fn goes_on(before: &str, line: &str, is_marked: bool) -> bool {
    let first = |text: &str| text.split_whitespace().next().map(name_key).unwrap_or_default();
    let last = name_key(before.split_whitespace().next_back().unwrap_or(""));
    if NEVER_LAST.contains(&last.as_str()) || NEGATIONS.contains(&last.as_str()) {
        return true;
    }
    let is_small = line.starts_with(char::is_lowercase);
    if is_marked || before.ends_with(['.', '!', ';', '?', '…', '\u{37e}']) {
        return false;
    }
    if before.ends_with(',') {
        return is_small || !before.starts_with(char::is_uppercase);
    }
    let links = is_small && LINKING.contains(&first(line).as_str());
    let is_clause = SUBORDINATE.contains(&first(before).as_str()) && !before.contains(',');
    links || is_clause || is_small && before.starts_with(char::is_uppercase)
}

/// With these in small letters a line goes on with the sentence before it, as they compare.
const LINKING: &[&str] = &[
    "και", "κι", "αλλα", "ομωσ", "αν", "εαν", "οταν", "γιατι", "επειδη", "διοτι", "ωστε", "αφου",
    "μεχρι", "που", "να", "οτι", "ενω", "and", "but", "if", "when", "because", "so", "that", "to",
    "until", "while", "unless",
];
/// A clause that begins with these is not a sentence without another one.
const SUBORDINATE: &[&str] = &[
    "αν", "εαν", "οταν", "επειδη", "αφου", "εφοσον", "μολισ", "οσο", "ενω", "if", "when",
    "because", "unless", "once", "while", "as",
];

/// What they deny has to follow these as well.
const NEGATIONS: [&str; 5] = ["δεν", "δε", "μην", "μη", "not"];

fn divided(part: &str, between: &str) -> Vec<String> {
    let mut divided: Vec<String> = Vec::new();
    for piece in part.split(between) {
        match divided.last_mut() {
            Some(before) if !are_two(before, piece, between) => {
                before.push_str(between);
                before.push_str(piece);
            }
            _ => divided.push(piece.to_owned()),
        }
    }
    divided
}

/// Whether what stands on both sides is a phrase, and not two days, two names, two words of one sentence.
fn are_two(before: &str, after: &str, between: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (left, right) = (words(before), words(after));
    let (Some(last), Some(first)) = (left.last(), right.first()) else { return false };
    let bare = |word: &str| name_key(word.trim_matches(|sign: char| !sign.is_alphanumeric()));
    let begins_with_no =
        |words: &[String]| words.first().is_some_and(|word| NOS.contains(&bare(word).as_str()));
    let is_day = |word: &str| DAYS.contains(&bare(word).trim_end_matches('υ'));
    let is_name = |word: &String| word.starts_with(char::is_uppercase);
    let quoted = |word: &String| word.starts_with(['«', '“', '"', '„', '‘']);
    if is_day(last) && is_day(first) {
        return false;
    }
    if quoted(first) && last.ends_with(['»', '”', '"', '“', '’']) {
        return true;
    }
    let starts = is_name(first) || between.trim() == "/" && begins_with_no(&right);
    // «Αθήνα / Θεσσαλονίκη» inside a sentence.
    let names = is_name(last) && left.len() > 1;
    starts && !names || begins_with_no(&left) && begins_with_no(&right) && right.len() > 1
}

/// «σαματάς, φασαρία, χαμός»: words with commas between them; and phrases that all begin with a capital.
fn listed(part: &str) -> Vec<String> {
    let pieces: Vec<&str> = part.split(", ").map(str::trim).collect();
    let single = pieces.len() >= LEAST_IN_LIST
        && pieces.iter().all(|piece| piece.split_whitespace().count() == 1);
    let begin = pieces.len() > 1
        && pieces.iter().all(|piece| {
            piece.starts_with(char::is_uppercase) && piece.split_whitespace().count() > 1
        });
    if single || begin || are_short(&pieces) {
        return pieces.into_iter().map(str::to_owned).collect();
    }
    vec![part.to_owned()]
}

/// «Σύντομα, άμεσα, σε λίγο»: a few words each, and none of what people put between commas in one sentence.
fn are_short(pieces: &[&str]) -> bool {
    const MOST_WORDS: usize = 3;
    let first = |piece: &str| piece.split_whitespace().next().map(name_key).unwrap_or_default();
    let begins = |piece: &str, words: &[&str]| {
        words.iter().any(|word| first(piece).trim_end_matches(['.', '!']) == *word)
    };
    let no = |piece: &&&str| begins(piece, &["δεν", "δε", "can't", "cannot", "won't"]);
    let denied = pieces.iter().filter(no).count();
    let is_word = |piece: &&str| piece.split_whitespace().count() == 1;
    let single = pieces.iter().filter(|piece| is_word(piece)).count();
    pieces.len() >= LEAST_IN_LIST
        && (denied == 0 || denied == pieces.len() || denied > 1 && denied + single == pieces.len())
        && pieces.iter().all(|piece| {
            !piece.is_empty()
                && piece.split_whitespace().count() <= MOST_WORDS
                && !piece.contains(['.', '!', ';', '?', '…', '\u{37e}'])
                && !begins(piece, ASIDES)
        })
}

/// What is said aside, or links two clauses: with it, what stands between commas is one sentence.
const ASIDES: &[&str] = &[
    "οχι", "ναι", "οκ", "δυστυχωσ", "λυπαμαι", "συγγνωμη", "παρακαλω", "ευχαριστω", "λοιπον",
    "κυριε", "κυρια", "φιλε", "καλημερα", "γεια", "αγαπητε", "αγαπητη", "μαλιστα", "και", "κι",
    "αλλα", "αν", "οταν", "που", "να", "θα", "ωστε", "γιατι", "ομωσ", "τοτε", "no", "yes", "ok",
    "sorry", "please", "thanks", "sir", "madam", "dear", "hello", "and", "but", "if", "so", "then",
    "i", "we", "you", "unfortunately", "well",
];

/// «Ξέχνα το/άσ' το»: a slash without spaces between two phrases that begin or end alike.
fn at_slash(part: &str) -> Vec<String> {
    let halves = part.split_once('/').filter(|(_, right)| !right.contains('/'));
    let is_two = halves.is_some_and(|(left, right)| {
        let words = |text: &str| text.split_whitespace().map(name_key).collect::<Vec<_>>();
        let (one, other) = (words(left), words(right));
        let is_near =
            !left.ends_with(char::is_whitespace) && !right.starts_with(char::is_whitespace);
        is_near
            && one.len() > 1
            && other.len() > 1
            && (one.first() == other.first() || one.last() == other.last())
    });
    match halves.filter(|_| is_two) {
        Some((left, right)) => vec![left.to_owned(), right.to_owned()],
        None => vec![part.to_owned()],
    }
}

/// A word with a slash inside, as the phrases that it stands for: «σας/σου», «αγαπητέ/ή», «κ./κα», «και/ή».
pub fn slashed(word: &str) -> Option<Vec<String>> {
    let (left, right) = word.split_once('/')?;
    let fits = |part: &str| {
        part.chars().next().is_some_and(char::is_alphabetic)
            && part.chars().all(|sign| sign.is_alphabetic() || sign == '.')
    };
    let right = right.trim_start_matches('-');
    if !fits(left) || !fits(right) {
        return None;
    }
    let (long, short) = (left.chars().count(), right.chars().count());
    let is_ending = long > short + 2 && short <= 3 && !left.ends_with('.');
    let second = if is_ending {
        let keep = long - vowels_at_end(left);
        left.chars().take(keep).collect::<String>() + right
    } else {
        right.to_owned()
    };
    Some(vec![left.to_owned(), second])
}

/// The letters of the ending that another takes the place of: αγαπητ-έ, αγαπητ-ός.
fn vowels_at_end(word: &str) -> usize {
    let key = name_key(word);
    let bare = key.trim_end_matches('σ');
    let is_double = ["ου", "οι", "αι", "ει"].iter().any(|ending| bare.ends_with(ending));
    key.chars().count() - bare.chars().count() + if is_double { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_an_alternative_and_what_is_not() {
        for (cell, expected) in [
            ("Ηρεμήστε! ή Μη φωνάζετε", vec!["Ηρεμήστε!", "Μη φωνάζετε"]),
            ("Δεν ξέρω / Δεν είμαι σίγουρος", vec!["Δεν ξέρω", "Δεν είμαι σίγουρος"]),
            ("δεν γίνεται ή δεν μπορεί να γίνει", vec!["δεν γίνεται", "δεν μπορεί να γίνει"]),
            ("«Όχι τώρα» ή «αργότερα»", vec!["Όχι τώρα", "αργότερα"]),
            ("• Όχι τώρα\n• Αργότερα", vec!["Όχι τώρα", "Αργότερα"]),
            ("Όχι τώρα\nΑργότερα", vec!["Όχι τώρα", "Αργότερα"]),
            ("όχι τώρα\nαργότερα", vec!["όχι τώρα", "αργότερα"]),
            ("Δεν γίνεται\nμε τίποτα", vec!["Δεν γίνεται με τίποτα"]),
            ("Δεν\nΓίνεται", vec!["Δεν Γίνεται"]),
            ("Δεν ξέρω,\nρωτήστε αλλού", vec!["Δεν ξέρω, ρωτήστε αλλού"]),
            ("το βλέπω,\nσας γράφω", vec!["το βλέπω, σας γράφω"]),
            ("Δεν φταίω\nκαι δεν πληρώνω", vec!["Δεν φταίω και δεν πληρώνω"]),
            ("i can't help\nbut i can listen", vec!["i can't help but i can listen"]),
            ("Όταν δεν απαντάτε\nΗ αίτηση κλείνει", vec!["Όταν δεν απαντάτε Η αίτηση κλείνει"]),
            ("δεν το βλέπω\nαν δεν στείλετε κωδικό", vec!["δεν το βλέπω αν δεν στείλετε κωδικό"]),
            (
                "Δεν φταίω,\nΔεν το ξέρω,\nΔεν με νοιάζει",
                vec!["Δεν φταίω", "Δεν το ξέρω", "Δεν με νοιάζει"],
            ),
            ("Τι με νοιάζει\nΚαι λοιπόν", vec!["Τι με νοιάζει", "Και λοιπόν"]),
            ("Δεν φταίω.\nκαι τι έγινε", vec!["Δεν φταίω.", "και τι έγινε"]),
            ("Όχι τώρα\n• αργότερα", vec!["Όχι τώρα", "αργότερα"]),
            ("Δεν γίνεται, Δεν μπορώ", vec!["Δεν γίνεται", "Δεν μπορώ"]),
            ("φασαρία, σαματάς, χαμός", vec!["φασαρία", "σαματάς", "χαμός"]),
            ("We can't / We won't", vec!["We can't", "We won't"]),
            ("Σύντομα, άμεσα, σε λίγο", vec!["Σύντομα", "άμεσα", "σε λίγο"]),
            ("Ηρεμήστε, χαλαρώστε, μη φωνάζετε", vec!["Ηρεμήστε", "χαλαρώστε", "μη φωνάζετε"]),
            ("Ξέχνα το/άσ' το", vec!["Ξέχνα το", "άσ' το"]),
            ("δεν ξέρω/δεν γνωρίζω", vec!["δεν ξέρω", "δεν γνωρίζω"]),
            // One phrase each.
            ("Όχι, δυστυχώς, δεν γίνεται", vec!["Όχι, δυστυχώς, δεν γίνεται"]),
            ("Ακούστε, κυρία Άννα, δεν μπορώ", vec!["Ακούστε, κυρία Άννα, δεν μπορώ"]),
            ("Ψάξτε το, δείτε το, και τα λέμε", vec!["Ψάξτε το, δείτε το, και τα λέμε"]),
            ("Πείτε στον/στην υπεύθυνο", vec!["Πείτε στον/στην υπεύθυνο"]),
            ("Καλέστε 24/7 στο γραφείο", vec!["Καλέστε 24/7 στο γραφείο"]),
            ("Ελάτε Δευτέρα / Τρίτη", vec!["Ελάτε Δευτέρα / Τρίτη"]),
            ("Δευτέρα ή Τρίτη", vec!["Δευτέρα ή Τρίτη"]),
            ("Στην Αθήνα / Θεσσαλονίκη", vec!["Στην Αθήνα / Θεσσαλονίκη"]),
            ("Ναι ή όχι", vec!["Ναι ή όχι"]),
            ("Αγαπητέ/ή κύριε/α", vec!["Αγαπητέ/ή κύριε/α"]),
            ("Δυστυχώς, όχι", vec!["Δυστυχώς, όχι"]),
            ("Τι θέλετε; Πείτε μου", vec!["Τι θέλετε; Πείτε μου"]),
            ("Τι θέλετε\u{37e} Πείτε μου", vec!["Τι θέλετε\u{37e} Πείτε μου"]),
        ] {
            assert_eq!(alternatives(cell, Side::Left), expected, "{cell}");
        }
        assert_eq!(alternatives("Φασαρία, σαματάς, χαμός", Side::Right).len(), 1);
        for (word, expected) in [
            ("σας/σου", Some(vec!["σας", "σου"])),
            ("αγαπητέ/ή", Some(vec!["αγαπητέ", "αγαπητή"])),
            ("ο/η", Some(vec!["ο", "η"])),
            ("κ./κα", Some(vec!["κ.", "κα"])),
            ("και/ή", Some(vec!["και", "ή"])),
            ("κύριος/α", Some(vec!["κύριος", "κύρια"])),
            ("24/7", None),
            ("km/h2", None),
        ] {
            let expected =
                expected.map(|all| all.into_iter().map(str::to_owned).collect::<Vec<_>>());
            assert_eq!(slashed(word), expected, "{word}");
        }
    }
}
