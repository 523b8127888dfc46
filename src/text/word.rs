//! Reads the words of a draft: the loop in which most of the time of folding is spent.

use super::lookalike::unmix;
use super::scan::Scanner;
use super::table::{Entry, Script, TABLE, Table, Traits};
use super::{Between, NO_ACCENT, Separator, Word, WordFlags};

/// The hash of a word's folded letters, added one by one.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct WordHash(u32);

impl WordHash {
    #[inline]
    pub fn add(&mut self, letter: char) {
        // The multiplier of rustc's Fx hash; words are short and compared exactly afterwards.
        self.0 = (self.0.rotate_left(5) ^ letter as u32).wrapping_mul(0x9e37_79b9);
    }

    /// The same of an ASCII letter or digit, whose traits are these.
    #[inline]
    pub fn add_ascii(&mut self, byte: u8, traits: Traits) {
        // A small letter is its capital with this bit.
        let small = (traits & Traits::UPPER).bits() << 4;
        self.add(char::from(byte | small));
    }

    #[inline]
    pub fn finish(self) -> u32 {
        self.0 ^ (self.0 >> 15)
    }
}

/// The word that is being read.
pub(super) struct Open {
    pub start: usize,
    pub end: usize,
    pub fold_start: usize,
    pub hash: WordHash,
    pub letters: u32,
    first_upper: bool,
    accent: u8,
    /// Of all its letters together.
    pub traits: Traits,
}

impl Open {
    /// Notes which letter carries the first accent.
    pub fn accent(&mut self, traits: Traits, letter: u32) {
        if self.accent == NO_ACCENT && traits.contains(Traits::ACCENTED) {
            self.accent = u8::try_from(letter).unwrap_or(NO_ACCENT - 1).min(NO_ACCENT - 1);
        }
    }
}

impl Scanner<'_> {
    /// Letters from `at` on, up to the first other sign, or past the space behind them.
    #[inline]
    pub(super) fn letters(&mut self, table: &Table, at: usize, first: Entry) -> usize {
        // Asked first, and then taken: a word seldom goes on, and moving an open one about takes time.
        let known = if self.open.is_some() { self.open.take() } else { None };
        let mut open = known.unwrap_or_else(|| self.begin(at, first));
        let at = self.run_of_letters(table, at, &mut open);
        open.end = at;
        if self.folded.draft.as_bytes().get(at) == Some(&b' ') {
            // Nearly every word ends so; it need not be put away first.
            self.close_word(&open);
            return self.divide(at + 1);
        }
        self.open = Some(open);
        at
    }

    #[inline]
    fn run_of_letters(&mut self, table: &Table, start: usize, open: &mut Open) -> usize {
        let bytes = self.folded.draft.as_bytes();
        let mut at = start;
        while let Some(byte) = bytes.get(at) {
            let end = if byte.is_ascii() {
                self.ascii_letters(table, at, open)
            } else {
                self.other_letters(table, at, open)
            };
            if end == at {
                break;
            }
            at = end;
        }
        at
    }

    /// A run of ASCII letters is copied whole, then put in lower case if need be.
    #[inline]
    fn ascii_letters(&mut self, table: &Table, start: usize, open: &mut Open) -> usize {
        let bytes = self.folded.draft.as_bytes();
        let (mut hash, mut traits) = (open.hash, Traits::empty());
        let mut at = start;
        while let Some(byte) = bytes.get(at) {
            let letter = table.ascii_letter(*byte);
            if letter.is_empty() {
                break;
            }
            hash.add_ascii(*byte, letter);
            traits |= letter;
            at += 1;
        }
        if at == start {
            return at;
        }
        let run = bytes.get(start..at).unwrap_or(&[]);
        let from = self.folded.bytes.len();
        self.folded.bytes.extend_from_slice(run);
        if traits.contains(Traits::UPPER)
            && let Some(copied) = self.folded.bytes.get_mut(from..)
        {
            copied.make_ascii_lowercase();
        }
        let mut letters = run.len();
        if traits.contains(Traits::DIGIT) {
            letters = run.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
        }
        open.letters += letters as u32;
        open.traits |= traits;
        open.hash = hash;
        at
    }

    /// A run of letters beyond ASCII. What the loop counts is local while it runs.
    #[inline]
    fn other_letters(&mut self, table: &Table, start: usize, open: &mut Open) -> usize {
        let draft = self.folded.draft;
        let (mut hash, mut traits) = (open.hash, open.traits);
        let mut digits = 0;
        let mut run = 0;
        let mut at = start;
        while let Some((entry, end)) = table.read_beyond_ascii(draft, at)
            && entry.in_word()
        {
            if entry.traits.intersects(Traits::ACCENTED | Traits::DIGIT) {
                open.accent(entry.traits, open.letters + run - digits);
                digits += u32::from(entry.traits.contains(Traits::DIGIT));
            }
            hash.add(entry.folded);
            traits |= entry.traits;
            run += 1;
            self.push(entry.folded);
            at = end;
        }
        (open.hash, open.traits, open.letters) = (hash, traits, open.letters + run - digits);
        at
    }

    fn begin(&mut self, at: usize, entry: Entry) -> Open {
        let signs = std::mem::replace(&mut self.signs, Between::empty());
        let (from, to) = self.mark.take().unwrap_or((at, at));
        self.folded.separators.push(Separator { signs, mark: (from as u32, to as u32) });
        self.dotted |= signs == Between::DOT;
        Open {
            start: at,
            end: at,
            fold_start: self.folded.bytes.len(),
            hash: WordHash::default(),
            letters: 0,
            first_upper: entry.traits.contains(Traits::UPPER),
            accent: NO_ACCENT,
            traits: Traits::empty(),
        }
    }

    /// Adds a folded character. Nearly all take one byte or two.
    #[inline]
    pub(super) fn push(&mut self, letter: char) {
        let code = letter as u32;
        if (0x80..0x800).contains(&code) {
            self.folded
                .bytes
                .extend_from_slice(&[0xc0 | (code >> 6) as u8, 0x80 | (code & 0x3f) as u8]);
        } else if code < 0x80 {
            self.folded.bytes.push(code as u8);
        } else {
            self.folded.bytes.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }

    // Always: a word is closed where it is read, and stays in registers.
    #[inline(always)]
    pub(super) fn close_word(&mut self, open: &Open) {
        let traits = open.traits;
        let kept = traits & (Traits::GREEK | Traits::LATIN | Traits::DIGIT);
        let mut flags = WordFlags::from_bits_retain(u16::from(kept.bits()));
        flags.set(WordFlags::CAPITAL, open.first_upper);
        if !traits.contains(Traits::LOWER) {
            flags.set(WordFlags::ALL_CAPS, open.letters >= 2);
            flags.set(WordFlags::SINGLE, open.letters == 1);
        }
        let mut word = Word {
            start: open.start as u32,
            end: open.end as u32,
            fold_start: open.fold_start as u32,
            fold_end: self.folded.bytes.len() as u32,
            hash: open.hash.finish(),
            sentence: 0,
            accent: open.accent,
            flags,
        };
        let mixed = traits.contains(Traits::GREEK | Traits::LATIN);
        if mixed || traits.contains(Traits::CYRILLIC) {
            self.unmix(&mut word);
        }
        let greek = word.flags.contains(WordFlags::GREEK);
        self.greek_words |= greek;
        self.folded.accented |= greek && open.accent != NO_ACCENT && open.letters > 1;
        if open.letters > 0 {
            self.balance += if greek { 1 } else { -1 };
        }
        self.folded.words.push(word);
    }

    #[cold]
    fn unmix(&mut self, word: &mut Word) {
        let Some(raw) = self.folded.draft.get(word.span()) else { return };
        let Some(read) = unmix(raw) else { return };
        self.folded.bytes.truncate(word.fold_start as usize);
        self.folded.bytes.extend_from_slice(read.as_bytes());
        word.fold_end = self.folded.bytes.len() as u32;
        word.hash = super::hash(&read);
        let greek = read.chars().any(|letter| TABLE.entry(letter).script == Script::Greek);
        word.flags.remove(WordFlags::GREEK | WordFlags::LATIN);
        word.flags.insert(if greek { WordFlags::GREEK } else { WordFlags::LATIN });
    }
}
