//! Letter case and accents as Greek and English write them, for text that the engine puts into a draft.

use unicode_normalization::UnicodeNormalization;

const TONOS: char = '\u{301}';
const DIALYTIKA: char = '\u{308}';

/// Greek accents, parted from their letters.
const ACCENTS: [char; 4] = ['\u{301}', '\u{300}', '\u{342}', '\u{384}'];

/// The text in capitals. Greek loses its accents; dialytika stay, and come where an accent kept two
/// vowels apart: προϊόν → ΠΡΟΪΟΝ, ρολόι → ΡΟΛΟΪ, άυπνος → ΑΫΠΝΟΣ.
pub fn uppercase(text: &str) -> String {
    uppercase_plain(text).unwrap_or_else(|| uppercase_any(text))
}

/// The text without the accents of Greek; a diaeresis stays.
pub fn without_accents(text: &str) -> String {
    text.nfd().filter(|letter| !ACCENTS.contains(letter)).nfc().collect()
}

/// How many accents a text has: «πλήρωσέ» has two, the second for the clitic after it.
pub fn accents(text: &str) -> usize {
    text.nfd().filter(|letter| ACCENTS.contains(letter)).count()
}

/// An imperative in -ε with the second accent that a clitic after it gives: «απάντησε», «απάντησέ μας».
pub fn before_clitic(verb: &str) -> String {
    let accented = |letter: char| "άέήίόύώ".contains(letter);
    let vowel = |letter: char| accented(letter) || "αεηιουω".contains(letter);
    let mut runs = 0;
    let mut inside = false;
    for letter in verb.chars().skip_while(|letter| !accented(*letter)) {
        runs += usize::from(vowel(letter) && !inside);
        inside = vowel(letter);
    }
    match verb.strip_suffix('ε') {
        Some(stem) if runs >= 3 => format!("{stem}έ"),
        _ => verb.to_owned(),
    }
}

/// Whether a Greek word has vowels in more than one place: then it is written with an accent.
pub fn has_several_syllables(word: &str) -> bool {
    let vowel = |letter: char| "αεηιουωΑΕΗΙΟΥΩ".contains(letter);
    let mut runs = 0;
    let mut inside = false;
    for letter in word.chars() {
        runs += usize::from(vowel(letter) && !inside);
        inside = vowel(letter);
    }
    runs > 1
}

/// Letters of modern Greek and ASCII, which need no normal form: hundreds of suggestions may have to be put
/// in capitals. `None` if the text holds another.
fn uppercase_plain(text: &str) -> Option<String> {
    let mut upper = String::with_capacity(text.len());
    let mut apart = false;
    for letter in text.chars() {
        let (capital, stressed) = capital_of(letter)?;
        upper.push(match letter {
            'ι' if apart => 'Ϊ',
            'υ' if apart => 'Ϋ',
            _ => capital,
        });
        apart = stressed && matches!(capital, 'Α' | 'Ε' | 'Ο' | 'Υ');
    }
    Some(upper)
}

/// A letter in upper case without its accent, and whether it had one.
fn capital_of(letter: char) -> Option<(char, bool)> {
    let stressed = match letter {
        'ά' => 'Α',
        'έ' => 'Ε',
        'ή' => 'Η',
        'ί' => 'Ι',
        'ό' => 'Ο',
        'ύ' => 'Υ',
        'ώ' => 'Ω',
        _ => {
            let plain = match letter {
                'α'..='ρ' | 'σ'..='ω' => char::from_u32(letter as u32 - 32)?,
                'ς' => 'Σ',
                'ϊ' => 'Ϊ',
                'ϋ' => 'Ϋ',
                'Α'..='Ρ' | 'Σ'..='Ω' | '«' | '»' | '…' | '’' | '–' | '—' | '€' => {
                    letter
                }
                _ if letter.is_ascii() => letter.to_ascii_uppercase(),
                _ => return None,
            };
            return Some((plain, false));
        }
    };
    Some((stressed, true))
}

fn uppercase_any(text: &str) -> String {
    let letters: Vec<char> = text.nfd().collect();
    let mut upper = String::with_capacity(text.len());
    let mut apart = false;
    for (index, letter) in letters.iter().enumerate() {
        let marks = letters[index + 1..].iter().take_while(|mark| is_mark(**mark));
        match letter {
            mark if is_mark(*mark) => {
                if !is_greek_accent(*mark) || !last_is_greek(&upper) {
                    upper.push(*mark);
                }
                continue;
            }
            'ς' => upper.push('Σ'),
            other => upper.extend(other.to_uppercase()),
        }
        let stressed = marks.clone().any(|mark| *mark == TONOS);
        let divided = marks.clone().any(|mark| *mark == DIALYTIKA);
        if apart && !stressed && !divided && matches!(letter, 'ι' | 'υ') {
            upper.push(DIALYTIKA);
        }
        apart = stressed && !divided && matches!(letter, 'α' | 'ε' | 'ο' | 'υ');
    }
    upper.nfc().collect()
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// Every accent and breathing but the dialytika.
fn is_greek_accent(mark: char) -> bool {
    mark != DIALYTIKA
}

fn last_is_greek(text: &str) -> bool {
    let base = text.chars().rev().find(|letter| !is_mark(*letter));
    base.is_some_and(|letter| matches!(letter, '\u{370}'..='\u{3ff}'))
}

/// The text with its first letter in upper case, accent kept; signs before it stay. A word with a capital
/// inside (iPhone, eBay) is written as its owner writes it, also where a sentence begins.
pub fn capitalize(text: &str) -> String {
    change_first(text, |letter| letter.to_uppercase().collect())
}

/// The text with its first letter in lower case; not that of the English I, nor of ΔΕΗ, USB or McDonald.
pub fn lowercase_first(text: &str) -> String {
    change_first(text, |letter| letter.to_lowercase().collect())
}

fn change_first(text: &str, change: impl Fn(char) -> String) -> String {
    let first = text.char_indices().find(|(_, letter)| letter.is_alphanumeric());
    let Some((at, letter)) = first else { return text.to_owned() };
    let rest = &text[at + letter.len_utf8()..];
    if keeps_its_case(letter, rest) || begins_with_an_address(text, at) {
        return text.to_owned();
    }
    format!("{}{}{rest}", &text[..at], change(letter))
}

/// Whether the word of this first letter is written in one way everywhere.
fn keeps_its_case(first: char, rest: &str) -> bool {
    let mut others = rest.chars().take_while(|letter| letter.is_alphabetic() || is_mark(*letter));
    let alone = || !rest.starts_with(char::is_alphanumeric);
    others.any(char::is_uppercase) || (first == 'I' && alone())
}

/// Whether the text begins with what only a machine reads: a link, an address, a code, a placeholder. `first` is where its
/// first letter stands.
fn begins_with_an_address(text: &str, first: usize) -> bool {
    let token = text[first..].split(char::is_whitespace).next().unwrap_or("");
    let host = token.trim_end_matches(|sign: char| !sign.is_alphanumeric()).rsplit_once('.');
    let ends_as_address =
        |end: &str| end.chars().nth(1).is_some() && end.chars().all(|it| it.is_ascii_lowercase());
    text[..first].contains(['{', '<', '`', '%', '$', '@'])
        || token.contains("://")
        || token.contains(['@', '_'])
        || token.contains(|sign: char| sign.is_ascii_digit())
        || host.is_some_and(|(before, end)| !before.is_empty() && ends_as_address(end))
}

#[cfg(test)]
mod tests {
    use super::{capitalize, uppercase_any, uppercase_plain};

    #[test]
    fn only_words_take_a_capital() {
        for (text, expected) in [
            ("το δέμα", "Το δέμα"),
            ("«το δέμα»", "«Το δέμα»"),
            ("**it** left", "**It** left"),
            ("π.χ. αύριο", "Π.χ. αύριο"),
            ("end. Then", "End. Then"),
            ("iPhone cases", "iPhone cases"),
            ("https://a.example/x is down", "https://a.example/x is down"),
            ("leo@shop.example is closed", "leo@shop.example is closed"),
            ("shop.gr, πάντα", "shop.gr, πάντα"),
            ("{{order.id}} left", "{{order.id}} left"),
            ("`set mode` works", "`set mode` works"),
            ("ab-12 left", "ab-12 left"),
        ] {
            assert_eq!(capitalize(text), expected);
        }
    }

    #[test]
    fn plain_letters_become_the_same_capitals_as_any() {
        let letters = "αάεέηήιίϊΐοόυύϋΰωώσςβΑΙΥΆé aI-€'…";
        let mut plain = 0;
        for one in letters.chars() {
            for two in letters.chars() {
                for three in letters.chars() {
                    let text: String = [one, two, three].iter().collect();
                    if let Some(upper) = uppercase_plain(&text) {
                        assert_eq!(upper, uppercase_any(&text), "{text}");
                        plain += 1;
                    }
                }
            }
        }
        assert!(plain > 10_000);
        assert_eq!(
            uppercase_plain("προϊόν, ρολόι, άυπνος").as_deref(),
            Some("ΠΡΟΪΟΝ, ΡΟΛΟΪ, ΑΫΠΝΟΣ")
        );
    }
}
