//! What each character is (class, folded form, traits), from a table for the common ranges.

mod classify;

use std::sync::LazyLock;

use classify::classify;
pub use classify::is_emoji;
pub(super) use classify::is_stress;

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
    /// `{`, which may open a placeholder.
    BraceOpen,
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
                | Class::BraceOpen
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
