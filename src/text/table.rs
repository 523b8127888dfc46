//! What each character is, looked up in a table for the common ranges.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// What a character does to the words around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Part of a word.
    Letter,
    /// Part of a word; also € % + & and the like, which belong to what they stand by.
    Digit,
    /// A combining accent: belongs to the letter before it, and is dropped.
    Mark,
    /// Zero width or a direction sign: as if it were not there.
    Invisible,
    Space,
    LineBreak,
    Apostrophe,
    Comma,
    Dot,
    Ellipsis,
    Exclamation,
    Question,
    Semicolon,
    Colon,
    /// Always ends a clause: · — •
    Stop,
    Hyphen,
    Slash,
    Bracket,
    SquareOpen,
    SquareClose,
    QuoteOpen,
    QuoteClose,
    /// `"`, and “ which opens or closes by language.
    QuoteEither,
    /// * _ ~ | of markdown.
    Emphasis,
    Backtick,
    AngleOpen,
    AngleClose,
    At,
    Emoji,
    Other,
}

impl Class {
    /// Signs that the search for zones stops at.
    pub fn may_open_zone(self) -> bool {
        matches!(
            self,
            Class::AngleClose
                | Class::AngleOpen
                | Class::Backtick
                | Class::SquareOpen
                | Class::Colon
                | Class::At
                | Class::QuoteOpen
                | Class::QuoteClose
                | Class::QuoteEither
        )
    }
}

/// Which script a letter belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Greek,
    Latin,
    Cyrillic,
    Other,
}

bitflags::bitflags! {
    /// What a word is told of a letter. In one byte, so that a word adds up its letters with one
    /// instruction each; script and digit have the bits that they have in `WordFlags`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(super) struct Traits: u8 {
        /// A letter, not a digit.
        const LETTER = 1;
        /// A letter in upper case.
        const UPPER = 1 << 1;
        const GREEK = 1 << 2;
        const LATIN = 1 << 3;
        const DIGIT = 1 << 4;
        const CYRILLIC = 1 << 5;
        /// A letter that is not in upper case.
        const LOWER = 1 << 6;
        /// With an accent that tells words apart.
        const ACCENTED = 1 << 7;
    }
}

/// One character, folded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub folded: char,
    pub class: Class,
    pub script: Script,
    pub traits: Traits,
}

/// All that two bytes of UTF-8 can say.
const LOW_END: usize = 0x800;
const HIGH_START: usize = 0x1e00;
const HIGH_END: usize = 0x2070;

/// Tables for Latin, Greek, Cyrillic and general punctuation.
pub(super) struct Table {
    /// What a word is told of each ASCII letter and digit; nothing of other bytes.
    ascii: [Traits; 256],
    low: [Entry; LOW_END],
    high: [Entry; HIGH_END - HIGH_START],
}

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let entry =
        |code: usize| u32::try_from(code).ok().and_then(char::from_u32).map_or(UNKNOWN, classify);
    let ascii = |code: usize| match entry(code) {
        entry if code < 0x80 && entry.in_word() => entry.traits,
        _ => Traits::empty(),
    };
    Table {
        ascii: std::array::from_fn(ascii),
        low: std::array::from_fn(entry),
        high: std::array::from_fn(|index| entry(HIGH_START + index)),
    }
});

const UNKNOWN: Entry = Entry {
    folded: '\u{fffd}',
    class: Class::Other,
    script: Script::Other,
    traits: Traits::empty(),
};

impl Entry {
    /// Part of a word: a letter or a digit.
    #[inline]
    pub fn in_word(self) -> bool {
        self.traits.intersects(Traits::LETTER.union(Traits::DIGIT))
    }
}

impl Table {
    /// The entry of the character that begins at byte `at`, and where it ends.
    #[inline]
    pub fn read(&self, draft: &str, at: usize) -> Option<(Entry, usize)> {
        let lead = *draft.as_bytes().get(at)?;
        if lead < 0x80 {
            return Some((self.ascii(lead), at + 1));
        }
        self.read_beyond_ascii(draft, at)
    }

    /// The same where it is none of ASCII. Two bytes are put together here: the code is always within the
    /// table, so that nothing is left to check.
    #[inline]
    pub fn read_beyond_ascii(&self, draft: &str, at: usize) -> Option<(Entry, usize)> {
        let bytes = draft.as_bytes();
        let lead = *bytes.get(at)?;
        if (0xc0..0xe0).contains(&lead) {
            let trail = bytes.get(at + 1).copied().unwrap_or(0);
            let code = usize::from(lead & 0x1f) << 6 | usize::from(trail & 0x3f);
            return Some((self.low[code], at + 2));
        }
        if lead < 0x80 {
            return None;
        }
        let letter = draft.get(at..)?.chars().next()?;
        Some((self.entry(letter), at + letter.len_utf8()))
    }

    /// What a word is told of an ASCII letter or digit; nothing of any other byte.
    #[inline]
    pub fn ascii_letter(&self, byte: u8) -> Traits {
        self.ascii[usize::from(byte)]
    }

    /// The entry of an ASCII character.
    #[inline]
    pub fn ascii(&self, byte: u8) -> Entry {
        self.low[usize::from(byte)]
    }

    /// The entry of a character.
    #[inline]
    pub fn entry(&self, letter: char) -> Entry {
        let code = letter as usize;
        if let Some(entry) = self.low.get(code) {
            return *entry;
        }
        match code.checked_sub(HIGH_START).and_then(|index| self.high.get(index)) {
            Some(entry) => *entry,
            None => classify(letter),
        }
    }
}

/// The entry of a character, computed.
fn classify(letter: char) -> Entry {
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

/// Hangul syllables fall apart into letters that are no accents.
fn is_hangul(letter: char) -> bool {
    matches!(letter, '\u{ac00}'..='\u{d7a3}')
}

fn has_stress(letter: char) -> bool {
    letter.nfd().skip(1).any(is_stress)
}

/// Acute, grave and circumflex (Greek perispomeni) tell words apart; breathings and dialytika do not.
pub(super) fn is_stress(mark: char) -> bool {
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
        '(' | ')' | '{' | '}' => Class::Bracket,
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
fn is_emoji(letter: char) -> bool {
    matches!(letter, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b05}'..='\u{2b55}' | '\u{231a}'..='\u{23ff}' | '\u{e0020}'..='\u{e007f}')
}
