//! Letter case, as Greek writes it.

use unicode_normalization::UnicodeNormalization;

const TONOS: char = '\u{301}';
const DIALYTIKA: char = '\u{308}';

/// The text in capitals. Greek loses its accents; dialytika stay, and come where an accent kept two
/// vowels apart: προϊόν → ΠΡΟΪΟΝ, ρολόι → ΡΟΛΟΪ, άυπνος → ΑΫΠΝΟΣ.
pub fn uppercase(text: &str) -> String {
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

/// The text with its first letter in upper case, accent kept; signs before it stay.
pub fn capitalize(text: &str) -> String {
    change_first(text, |letter| letter.to_uppercase().collect())
}

/// The text with its first letter in lower case.
pub fn lowercase_first(text: &str) -> String {
    change_first(text, |letter| letter.to_lowercase().collect())
}

fn change_first(text: &str, change: impl Fn(char) -> String) -> String {
    let Some((at, letter)) = text.char_indices().find(|(_, letter)| letter.is_alphanumeric())
    else {
        return text.to_owned();
    };
    let rest = &text[at + letter.len_utf8()..];
    format!("{}{}{rest}", &text[..at], change(letter))
}
