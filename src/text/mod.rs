//! Text: a draft folded into words that compare, with the map back to the draft.
//!
//! [`fold`] makes one pass over the draft. It lowers case, drops accents and invisible signs, splits
//! words and notes what is between them; then it marks sentences and the zones that are not the agent's
//! words. All offsets are bytes of the draft, on character boundaries. Nothing here knows rules.
#![warn(missing_docs)]

mod elision;
mod facts;
pub mod greeklish;
mod letters;
mod lookalike;
mod nearest;
mod plain;
mod scan;
mod sentences;
mod table;
mod word_hash;
mod zones;

use std::borrow::Cow;
use std::ops::Range;

pub use facts::{Facts, facts};
pub use letters::{
    accents, before_clitic, capitalize, has_several_syllables, lowercase_first, uppercase,
    without_accents,
};
pub use nearest::{name_key, nearest};
pub use plain::{plain, plain_line};
pub use table::is_emoji;

/// The longest draft that is checked, in characters. Discord's largest form holds 4,000.
pub const MAX_DRAFT_CHARS: usize = 100_000;

/// No letter of the word carries an accent.
pub const NO_ACCENT: u8 = u8::MAX;

/// The draft has more than [`MAX_DRAFT_CHARS`] characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the draft has {found} characters; at most {MAX_DRAFT_CHARS} can be checked")]
pub struct DraftTooLong {
    /// Its length in characters.
    pub found: usize,
}

/// A draft short enough to check: the only way into the engine.
///
/// ```
/// use kalologos::text::{Draft, MAX_DRAFT_CHARS};
///
/// assert!(Draft::new("Good morning, Anna.").is_ok());
/// let long = "α".repeat(MAX_DRAFT_CHARS + 1);
/// let error = Draft::new(&long).expect_err("too long");
/// assert_eq!(error.found, MAX_DRAFT_CHARS + 1);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draft<'a>(&'a str);

impl<'a> Draft<'a> {
    /// Accepts a text of at most [`MAX_DRAFT_CHARS`] characters (not bytes); it may be empty.
    ///
    /// # Errors
    /// [`DraftTooLong`] if it has more.
    pub fn new(text: &'a str) -> Result<Draft<'a>, DraftTooLong> {
        // A text of few bytes has few characters: no need to count them.
        if text.len() > MAX_DRAFT_CHARS {
            let found = text.chars().count();
            if found > MAX_DRAFT_CHARS {
                return Err(DraftTooLong { found });
            }
        }
        Ok(Draft(text))
    }

    /// The text as given.
    pub fn text(self) -> &'a str {
        self.0
    }
}

bitflags::bitflags! {
    /// What a word is made of and where it is.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct WordFlags: u16 {
        /// The first letter is upper case.
        const CAPITAL = 1;
        /// Every letter is upper case, and there are at least two.
        const ALL_CAPS = 1 << 1;
        /// Has a Greek letter.
        const GREEK = 1 << 2;
        /// Has a Latin letter.
        const LATIN = 1 << 3;
        /// Has a digit.
        const DIGIT = 1 << 4;
        /// Within a [`ZoneKind::Quote`].
        const QUOTED = 1 << 5;
        /// In code, a link, a mention, a quoted line, a blank or a placeholder: not the agent's words.
        const FOREIGN = 1 << 6;
        /// The only or last letter is upper case (tells `I` from ALL CAPS).
        const SINGLE = 1 << 7;
    }

    /// What is between two words.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Between: u16 {
        /// White space.
        const SPACE = 1;
        /// One line break.
        const LINE = 1 << 1;
        /// An empty line.
        const PARAGRAPH = 1 << 2;
        /// A comma.
        const COMMA = 1 << 3;
        /// A colon, a raised dot, an English semicolon, a spaced dash, an ellipsis inside a sentence.
        const STOP = 1 << 4;
        /// A round or curly bracket.
        const BRACKET = 1 << 5;
        /// A square bracket that is not a blank.
        const SQUARE = 1 << 6;
        /// An emoji.
        const EMOJI = 1 << 7;
        /// A full stop.
        const DOT = 1 << 8;
        /// Two dots or more, or their sign.
        const ELLIPSIS = 1 << 9;
        /// An exclamation mark.
        const EXCLAMATION = 1 << 10;
        /// A question mark, or the Greek one that looks like a semicolon.
        const QUESTION = 1 << 11;
        /// A semicolon, until the script around it tells what it is.
        const SEMICOLON = 1 << 12;
        /// A hyphen or another sign that joins or adorns.
        const LIGHT = 1 << 13;
        /// A quotation mark.
        const QUOTE = 1 << 14;
        /// A sentence ends here.
        const END = 1 << 15;
    }
}

/// A word of the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// First byte in the draft.
    pub start: u32,
    /// One past the last byte in the draft.
    pub end: u32,
    /// First byte in the folded text.
    pub fold_start: u32,
    /// One past the last byte in the folded text.
    pub fold_end: u32,
    /// Of the folded letters, as [`hash`] computes it.
    pub hash: u32,
    /// Index of the sentence.
    pub sentence: u32,
    /// Which letter carries the first accent, from 0, or [`NO_ACCENT`].
    pub accent: u8,
    /// What it is made of.
    pub flags: WordFlags,
}

impl Word {
    /// Its bytes in the draft.
    pub fn span(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Its bytes in the folded text.
    pub fn fold_span(&self) -> Range<usize> {
        self.fold_start as usize..self.fold_end as usize
    }
}

/// What is before a word, or after the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Separator {
    /// Its signs.
    pub signs: Between,
    /// Bytes of the first run of end marks in it (`.`, `?!`, `…`); empty if there is none.
    pub mark: (u32, u32),
}

/// A sentence: words `first..end`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its words.
    pub words: Range<usize>,
    /// It ends with a question mark.
    pub question: bool,
}

/// Why a stretch of the draft is not the agent's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZoneKind {
    /// «…», “…” or '…' around three words or more, or around those that the word before it announces (the word "no").
    Quote,
    /// A quotation of fewer words: the agent's own, kept whole.
    ShortQuote,
    /// A line that begins with `>`.
    QuotedLine,
    /// Between backticks.
    Code,
    /// A link or an address.
    Link,
    /// A mention or a named emoji.
    Mention,
    /// `[hint]`, to be filled in.
    Blank,
    /// `{{order.id}}`, `%{name}`, `${x}`, `{name}`: filled in by a program.
    Placeholder,
}

/// A stretch of the draft that is not the agent's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// What it is.
    pub kind: ZoneKind,
    /// Its bytes in the draft, signs included.
    pub span: Range<usize>,
}

/// A folded draft.
#[derive(Debug, Clone, Default)]
pub struct Folded<'a> {
    /// As given.
    pub draft: &'a str,
    /// The folded words with what is between them, spaces single: whole characters, as bytes, since
    /// words are compared a hundred times as often as they are read.
    pub bytes: Vec<u8>,
    /// Its words, in order.
    pub words: Vec<Word>,
    /// `separators[i]` is before word `i`; one more is after the last.
    pub separators: Vec<Separator>,
    /// Its sentences, in order; every word is in one.
    pub sentences: Vec<Sentence>,
    /// What is not the agent's own words, by start.
    pub zones: Vec<Zone>,
    /// Greek words carry accents: then words that differ by accent alone can be told apart.
    pub accented: bool,
    /// At least half of its words are Greek.
    pub greek: bool,
}

impl Folded<'_> {
    /// The folded text.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }

    /// The folded letters of a word.
    pub fn folded(&self, word: usize) -> &str {
        std::str::from_utf8(self.folded_bytes(word)).unwrap_or("")
    }

    /// The same as bytes, to be compared.
    #[inline]
    pub fn folded_bytes(&self, word: usize) -> &[u8] {
        self.words.get(word).and_then(|word| self.bytes.get(word.fold_span())).unwrap_or(&[])
    }

    /// Its words, one space between them.
    pub fn key(&self) -> String {
        let mut key = String::with_capacity(self.bytes.len());
        for word in 0..self.words.len() {
            if word > 0 {
                key.push(' ');
            }
            key.push_str(self.folded(word));
        }
        key
    }

    /// The bytes of the zone of this kind that begin or hold `offset`.
    pub fn zone_at(&self, offset: usize) -> Option<&Zone> {
        let after = self.zones.partition_point(|zone| zone.span.start <= offset);
        self.zones[..after].iter().rev().take(4).find(|zone| zone.span.contains(&offset))
    }
}

/// Folds a draft. The time is linear in its length, whatever it holds.
///
/// ```
/// let folded = kalologos::text::fold("ΔΕΝ μπορώ!");
/// assert_eq!(folded.folded(0), "δεν");
/// assert_eq!(folded.folded(1), "μπορω");
/// assert_eq!(&folded.draft[folded.words[1].span()], "μπορώ");
/// ```
pub fn fold(draft: &str) -> Folded<'_> {
    fold_in(Folded::default(), draft)
}

/// The draft, folded in the room of an earlier one.
fn fold_in<'a>(room: Folded<'_>, draft: &'a str) -> Folded<'a> {
    let mut folded = words_and_zones(room, draft);
    sentences::split(&mut folded);
    folded
}

/// Everything but the sentences.
fn words_and_zones<'a>(room: Folded<'_>, draft: &'a str) -> Folded<'a> {
    let (mut folded, hints) = scan::scan(room, draft);
    if hints.apostrophes {
        elision::mark(&mut folded);
    }
    zones::mark(&mut folded, &hints);
    folded
}

/// Folds short texts one after the other, all in one room: the words of a table, the phrases of rules.
#[derive(Debug, Default)]
pub struct Folder {
    room: Folded<'static>,
}

impl Folder {
    /// What `read` makes of the folded text.
    pub fn read<T>(&mut self, text: &str, read: impl FnOnce(&Folded<'_>) -> T) -> T {
        let folded = fold_in(std::mem::take(&mut self.room), text);
        let made = read(&folded);
        self.room = Folded { draft: "", ..folded };
        made
    }
}

/// The hash that [`Word::hash`] holds, of letters that are folded already.
pub fn hash(folded: &str) -> u32 {
    word_hash::hash(folded.as_bytes())
}

/// FNV-1a with 64 bits of a text as it is written: the same on every machine and in every version, for what is kept
/// or posted.
pub fn stable_hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The folded words of a text, one space between them: equal for texts that the engine takes for the same.
pub fn key(text: &str) -> String {
    fold(text).key()
}
