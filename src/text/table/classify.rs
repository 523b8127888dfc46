//! What a character is, by its properties: computed once for the common ranges, which the table then holds.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::{Class, Entry, Script, Traits, UNKNOWN};

/// The entry of a character, computed.
pub(super) fn classify(letter: char) -> Entry {
    let class = class_of(letter);
    if class != Class::Letter {
        let traits = if class == Class::Digit { Traits::DIGIT } else { Traits::empty() };
        return Entry { folded: letter, class, traits, ..UNKNOWN };
    }
    let base = base_letter(letter);
    let script = script_of(base);
    let mut traits = Traits::LETTER;
    traits.set(Traits::UPPER, letter.is_uppercase());
    traits.set(Traits::LOWER, !letter.is_uppercase());
    traits.set(Traits::ACCENTED, has_stress(letter));
    traits.set(Traits::GREEK, script == Script::Greek);
    traits.set(Traits::LATIN, script == Script::Latin);
    traits.set(Traits::CYRILLIC, script == Script::Cyrillic);
    Entry { folded: base, class, script, traits }
}

/// Lower case without accents; final sigma like any other.
fn base_letter(letter: char) -> char {
    let letter = match letter {
        // Signs that are letters in disguise; the normal form leaves them alone.
        'µ' => 'μ',
        'ϐ' => 'β',
        'ϑ' => 'θ',
        'ϕ' => 'φ',
        other => other,
    };
    let base = if is_hangul(letter) { letter } else { letter.nfd().next().unwrap_or(letter) };
    match base.to_lowercase().next().unwrap_or(base) {
        'ς' => 'σ',
        'ı' => 'i',
        lower => lower,
    }
}

/// Hangul syllables fall apart into letters that are not accents.
fn is_hangul(letter: char) -> bool {
    matches!(letter, '\u{ac00}'..='\u{d7a3}')
}

fn has_stress(letter: char) -> bool {
    letter.nfd().skip(1).any(is_stress)
}

/// Acute, grave and circumflex (Greek perispomeni) tell words apart; breathings and dialytika do not.
pub(in crate::text) fn is_stress(mark: char) -> bool {
    matches!(mark, '\u{300}' | '\u{301}' | '\u{342}' | '\u{302}' | '\u{384}')
}

fn script_of(base: char) -> Script {
    match base {
        'a'..='z' | '\u{aa}' | '\u{ba}' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
            Script::Latin
        }
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Script::Greek,
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        _ => Script::Other,
    }
}

fn class_of(letter: char) -> Class {
    match letter {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => Class::LineBreak,
        '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{0}'..='\u{8}'
        | '\u{e}'..='\u{1f}'
        | '\u{7f}' => Class::Invisible,
        '\'' | '’' | '‘' | 'ʼ' | 'ʹ' | '′' | '‛' | '\u{1fbd}' | '\u{1fbf}' | '´' => {
            Class::Apostrophe
        }
        '\u{384}' | '\u{1ffd}' | '\u{a8}' | '\u{385}' => Class::Mark,
        ',' | '‚' => Class::Comma,
        '.' | '․' => Class::Dot,
        '…' => Class::Ellipsis,
        '!' | '！' => Class::Exclamation,
        '?' | '؟' | '？' | '¿' | '\u{37e}' => Class::Question,
        ';' => Class::Semicolon,
        ':' => Class::Colon,
        '·' | '\u{387}' | '—' | '―' | '•' | '→' => Class::Stop,
        '-' | '‐' | '‑' | '‒' | '–' | '−' => Class::Hyphen,
        '/' | '\\' => Class::Slash,
        '(' | ')' | '}' => Class::Bracket,
        '{' => Class::BraceOpen,
        '[' => Class::SquareOpen,
        ']' => Class::SquareClose,
        '«' | '„' | '‟' | '‹' => Class::QuoteOpen,
        '»' | '”' | '›' => Class::QuoteClose,
        '"' | '“' => Class::QuoteEither,
        '*' | '_' | '~' | '|' => Class::Emphasis,
        '`' => Class::Backtick,
        '<' => Class::AngleOpen,
        '>' => Class::AngleClose,
        '@' => Class::At,
        '€' | '$' | '£' | '%' | '‰' | '&' | '+' | '=' | '#' | '§' | '°' | '№' => {
            Class::Digit
        }
        _ => class_by_property(letter),
    }
}

fn class_by_property(letter: char) -> Class {
    if is_combining_accent(letter) {
        Class::Mark
    } else if is_emoji(letter) {
        Class::Emoji
    } else if letter.is_whitespace() {
        Class::Space
    } else if letter.is_numeric() {
        Class::Digit
    } else if letter.is_alphabetic() || canonical_combining_class(letter) != 0 {
        Class::Letter
    } else {
        Class::Other
    }
}

/// Accents over Latin, Greek and Cyrillic letters. Vowel signs of other scripts make words, so they stay.
fn is_combining_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Pictographs, by block: those people put into messages.
pub fn is_emoji(letter: char) -> bool {
    matches!(letter, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b05}'..='\u{2b55}' | '\u{231a}'..='\u{23ff}' | '\u{e0020}'..='\u{e007f}')
}
