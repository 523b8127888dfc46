//! What the head of a column means, from its words: «Τι να μην πείτε» names what is avoided.

mod words;

use super::written::SHORT_SKIP_HEAD;
use crate::text::name_key;

use words::{
    ANSWERS, ASKS, BAD, BAD_WORDS, CUSTOMER, GOOD, GOOD_WORDS, HEARD, HOWS, LEVEL, LINKS, MESSAGES,
    MOST_UNKNOWN, NO_VERBS, NOS, NUMBERS, OTHERS, PRINCIPLE, QUESTIONS, REMEDIES, REPLIES, SAID,
    SAY, SKIP, TOGETHER, TOPICS, TROUBLES, WHY,
};

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
    /// In which clauses the rule is silent.
    Skip,
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
/// A word of this many letters may be all that somebody says.
const MOST_OF_A_BARE_ANSWER: usize = 7;
const AVOID_SIGNS: [char; 9] = ['✗', '✘', '❌', '✖', '🚫', '⛔', '👎', '☹', '☒'];
const PREFER_SIGNS: [char; 6] = ['✓', '✔', '✅', '👍', '☑', '☺'];

/// What a head means; `None` where its words are no head's. What stands in brackets only explains it: «Λέμε (chat)».
pub fn head(cell: &str) -> Option<Head> {
    let plain = || cell.trim().strip_suffix(')')?.split_once('(').map(|(words, _)| words.trim());
    whole_head(cell).or_else(|| plain().filter(|words| !words.is_empty()).and_then(whole_head))
}

fn whole_head(cell: &str) -> Option<Head> {
    let key = name_key(&cell.replace('’', "'"));
    // A second wording next to the first.
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
    if SKIP.contains(&key.trim()) || key.trim() == SHORT_SKIP_HEAD {
        return Some(Head::Skip);
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
    let is_theirs = is_customer || HEARD.contains(&words.join(" ").as_str());
    if is_theirs && !speaks_to_them || are_questions(&words) {
        return Some(Head::Customer);
    }
    if let Some(judged) = judged(&words).or_else(|| abbreviated(cell, &words)) {
        return Some(judged);
    }
    // «Αποφεύγεται γιατί»
    if words.len() <= 4 && words.last().is_some_and(|word| matches!(*word, "γιατι" | "why")) {
        return Some(Head::Why);
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
    // «Φράσεις που ενοχλούν τον πελάτη»: what it is about is said first, and then anything.
    let is_topic = words.first().is_some_and(|word| TOPICS.contains(word));
    let mut unknown = if is_topic { MOST_UNKNOWN } else { 0 };
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
            // «Αντικατάσταση» and «αντιπρόταση» begin as «αντί» does.
            _ if word.starts_with("αντικατ") || word.starts_with("αντιπροτ") => {
                good += 1
            }
            _ if BAD_WORDS.contains(word) || begins(word, BAD) => bad += 1,
            _ if GOOD_WORDS.contains(word) || begins(word, GOOD) => good += 1,
            _ if unknown > 0 => unknown -= 1,
            _ => return None,
        }
    }
    let passed_over = is_topic && unknown < MOST_UNKNOWN;
    match (bad, no, good + say) {
        // Of words that nobody knows here, saying alone is not a judgement: «Τι λέει ο πελάτης».
        (0, 0, _) if passed_over && good == 0 => None,
        (0, 0, 0) if answers > 0 => Some(Head::Answer),
        (0, 0, 0) => None,
        (0, 0, _) => Some(Head::Prefer),
        _ => Some(Head::Avoid),
    }
}

/// «Ερωτήσεις», «Ερώτηση πελάτη», "Questions of customers", «Μήνυμα πελάτη».
fn are_questions(words: &[&str]) -> bool {
    let of_them = |word: &&str| matches!(*word, "πελατη" | "πελατων" | "χρηστη" | "χρηστων");
    let is_theirs = |word: &&str| {
        word.starts_with("πελατ")
            || of_them(word)
            || CUSTOMER.contains(word)
            || matches!(*word, "customer's" | "user's")
    };
    let asks = |word: &&str| QUESTIONS.contains(word);
    // "Customer phrases" are ours as well as theirs; «φράσεις πελατών» are theirs.
    let is_message = |word: &&str| {
        MESSAGES.contains(word)
            && words.iter().any(is_theirs)
            && (!LINKS.contains(word) || words.iter().any(of_them))
    };
    let for_them = |word: &&str| matches!(*word, "για" | "for" | "to" | "προσ");
    (words.iter().any(asks) || words.iter().any(is_message) && !words.iter().any(for_them))
        && words
            .iter()
            .all(|word| asks(word) || is_message(word) || is_theirs(word) || LINKS.contains(word))
}

/// «Αποφ.», «Προτ.»: the beginning of a word, and a full stop.
fn abbreviated(cell: &str, words: &[&str]) -> Option<Head> {
    let [word] = words else { return None };
    let is_short = cell.trim().ends_with('.') && word.chars().count() >= LEAST_OF_A_SHORT_FORM;
    let begins = |stems: &[&str]| is_short && stems.iter().any(|stem| stem.starts_with(word));
    match () {
        () if begins(BAD) => Some(Head::Avoid),
        () if begins(GOOD) => Some(Head::Prefer),
        () => None,
    }
}

/// Letters of the shortest abbreviation that tells what it stands for.
const LEAST_OF_A_SHORT_FORM: usize = 4;
/// Words of a head of which some are nobody's here.
const MOST_OF_A_LABEL: usize = 6;

/// What two cells mean that may be heads though not all of their words are known: one bad, one good, and the rest the same in
/// both («Κακή πρακτική», «Καλή πρακτική»), or after a word such as «φράσεις»; or signs for bad and good.
pub fn opposed(left: &str, right: &str) -> Option<[Head; 2]> {
    let words = |cell: &str| {
        let key = name_key(&cell.replace('’', "'"));
        let words = key.split(|sign: char| !sign.is_alphanumeric() && sign != '\'');
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let sides = [words(left), words(right)];
    let is_label = |cell: &str, words: &[String]| {
        !words.is_empty()
            && words.len() <= MOST_OF_A_LABEL
            && !cell.trim_end().ends_with(['!', ';', '?', '…', '\u{37e}'])
            && !words.iter().any(|word| SAID.contains(&word.as_str()))
    };
    if !is_label(left, &sides[0]) || !is_label(right, &sides[1]) {
        return None;
    }
    let by_signs = [by_sign(left), by_sign(right)];
    let by_words = [leaning(&sides[0]), leaning(&sides[1])];
    let apart = |heads: &[Option<Head>; 2]| match heads {
        [Some(one), Some(other)] if one != other => Some([*one, *other]),
        _ => None,
    };
    if let Some(heads) = apart(&by_signs) {
        return Some(heads);
    }
    let is_topic =
        |words: &[String]| words.first().is_some_and(|word| TOPICS.contains(&word.as_str()));
    let [one, other] = &sides;
    let topics = is_topic(one) && is_topic(other);
    let is_same = |own: &[String], theirs: &[String]| {
        own.iter()
            .all(|word| theirs.contains(word) || LINKS.contains(&word.as_str()) || judges(word))
    };
    let fits = topics || is_same(one, other) && is_same(other, one);
    apart(&by_words).filter(|_| fits)
}

fn judges(word: &str) -> bool {
    let begins = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    NOS.contains(&word)
        || SAY.contains(&word)
        || BAD_WORDS.contains(&word)
        || GOOD_WORDS.contains(&word)
        || begins(BAD)
        || begins(GOOD)
}

/// To which side the words lean that are known.
fn leaning(words: &[String]) -> Option<Head> {
    let begins = |word: &str, stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    let is_good = |word: &String| {
        GOOD_WORDS.contains(&word.as_str()) || begins(word, GOOD) || SAY.contains(&word.as_str())
    };
    let is_bad =
        |word: &String| [NOS, BAD_WORDS].iter().any(|words| words.contains(&word.as_str()));
    if words.iter().any(|word| is_bad(word) || begins(word, BAD)) {
        return Some(Head::Avoid);
    }
    words.iter().any(is_good).then_some(Head::Prefer)
}

/// Whether a cell has a sign for good or bad in it.
pub fn has_sign(cell: &str) -> bool {
    cell.contains(AVOID_SIGNS) || cell.contains(PREFER_SIGNS)
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

/// What the heads of further columns of one kind have in common: «Πρόταση 1», «Πρόταση 2»; «Λύση Α», «Λύση Β».
pub fn numbered(cell: &str) -> Option<String> {
    let key = name_key(cell);
    let is_number = |word: &&str| {
        let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        let digits = word.trim_end_matches(char::is_alphabetic);
        word.chars().count() == 1
            || !digits.is_empty() && digits.chars().all(|sign| sign.is_ascii_digit())
    };
    let words: Vec<&str> = key.split_whitespace().collect();
    let named: Vec<&str> = words.iter().copied().filter(|word| !is_number(word)).collect();
    (!named.is_empty() && named.len() < words.len()).then(|| named.join(" "))
}

/// A trouble and what helps, in the order of the cells: what is avoided and what is said, if this is a table of phrases.
pub fn trouble(left: &str, right: &str) -> Option<[Head; 2]> {
    let is = |cell: &str, words: &[&str]| words.contains(&name_key(cell).as_str());
    match () {
        () if is(left, TROUBLES) && is(right, REMEDIES) => Some([Head::Avoid, Head::Prefer]),
        () if is(left, REMEDIES) && is(right, TROUBLES) => Some([Head::Prefer, Head::Avoid]),
        () => None,
    }
}

/// Endings of verbs in the first and second person, as they compare.
const OF_A_REPLY: [&str; 12] =
    ["ω", "ουμε", "αμε", "ομαι", "ουμαι", "αμαι", "ομαστε", "ετε", "ειτε", "ατε", "στε", "ψτε"];

/// Whether a cell is what somebody says to a customer: a sentence, or words that speak of the two of them.
pub fn is_reply(cell: &str) -> bool {
    if cell.ends_with(['.', '!', ';', '?', '…', '\u{37e}', '»', '”', '"']) {
        return true;
    }
    let key = name_key(&cell.replace('’', "'"));
    let mut words = key
        .split(|sign: char| !sign.is_alphanumeric() && sign != '\'')
        .filter(|word| !word.is_empty());
    let speaks = |word: &str| {
        let is_verb = word.chars().count() > 2
            && !NO_VERBS.contains(&word)
            && OF_A_REPLY.iter().any(|ending| word.ends_with(ending));
        is_verb || SAID.contains(&word) || REPLIES.contains(&word)
    };
    words.any(speaks)
}

/// Whether a cell may be a head though nobody knows its words: no reply, or how and what is said.
pub fn may_be_a_head(cell: &str) -> bool {
    let key = name_key(cell);
    let tells_how = key.split_whitespace().next().is_some_and(|first| HOWS.contains(&first));
    cell.contains(char::is_alphabetic)
        && (!is_reply(cell) || tells_how && !cell.ends_with(['.', '!', ';', '?', '…', '\u{37e}']))
}

/// Whether a head may as well be a cell under it: «Όχι», «Λάθος», "No".
pub fn may_be_a_phrase(cell: &str) -> bool {
    cell.split_whitespace().count() < 2
        && cell.chars().count() <= MOST_OF_A_BARE_ANSWER
        && cell.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests;
