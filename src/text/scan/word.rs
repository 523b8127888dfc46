//! Reads the words of a draft. Most of the time of folding is spent here, so ASCII is read eight bytes at a time.

use super::Scanner;
use crate::text::lookalike::unmix;
use crate::text::table::{Entry, Script, TABLE, Table, Traits};
use crate::text::{Between, NO_ACCENT, Separator, Word, WordFlags, word_hash};

/// The word that is being read.
pub(super) struct OpenWord {
    pub start: usize,
    pub end: usize,
    pub fold_start: usize,
    pub letters: u32,
    first_upper: bool,
    accent: u8,
    /// Of all its letters together.
    pub traits: Traits,
}

impl OpenWord {
    /// Notes which letter carries the first accent.
    pub fn accent(&mut self, traits: Traits, letter: u32) {
        if self.accent == NO_ACCENT && traits.contains(Traits::ACCENTED) {
            self.accent = u8::try_from(letter).unwrap_or(NO_ACCENT - 1).min(NO_ACCENT - 1);
        }
    }
}

/// Eight bytes of a draft, which are looked at all at once: each step works on all of them.
struct Eight {
    /// How many of them are ASCII letters, from the first on without a gap.
    count: usize,
    /// These in lower case; the others are of no use.
    lower: u64,
    /// The highest bit of each of these that is in upper case.
    upper: u64,
    /// The same of those in lower case.
    small: u64,
}

impl Eight {
    #[inline]
    fn new(bytes: u64) -> Eight {
        const EACH: u64 = 0x0101_0101_0101_0101;
        const HIGHEST: u64 = 0x80 * EACH;
        let lower = bytes | (0x20 * EACH);
        // Without their highest bits no sum reaches into the next byte.
        let ascii = lower & !HIGHEST;
        let from_a = ascii + (0x80 - u64::from(b'a')) * EACH;
        let past_z = ascii + (0x7f - u64::from(b'z')) * EACH;
        let letters = from_a & !past_z & !bytes & HIGHEST;
        let others = letters ^ HIGHEST;
        // All bits below the first byte that is not a letter.
        let below = (others & others.wrapping_neg()).wrapping_sub(1);
        let letters = letters & below;
        let is_small = bytes << 2;
        Eight {
            count: others.trailing_zeros() as usize / 8,
            lower,
            upper: letters & !is_small,
            small: letters & is_small,
        }
    }

    #[inline]
    fn traits(&self) -> Traits {
        let mut traits = Traits::empty();
        traits.set(Traits::LETTER | Traits::LATIN, self.count > 0);
        traits.set(Traits::UPPER, self.upper != 0);
        traits.set(Traits::LOWER, self.small != 0);
        traits
    }
}

impl Scanner<'_> {
    /// Letters from `at` on, up to the first other sign, or past the space after them.
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
    fn run_of_letters(&mut self, table: &Table, start: usize, open: &mut OpenWord) -> usize {
        let bytes = self.folded.draft.as_bytes();
        let mut at = start;
        while let Some(byte) = bytes.get(at) {
            let end = if !byte.is_ascii() {
                self.other_letters(table, at, open)
            } else if table.ascii_letter(*byte).is_empty() {
                at
            } else {
                let at = self.eights(at, open);
                self.ascii_letters(table, at, open)
            };
            if end == at {
                break;
            }
            at = end;
        }
        at
    }

    /// ASCII letters, eight bytes at a time, as far as the draft has eight.
    #[inline]
    fn eights(&mut self, start: usize, open: &mut OpenWord) -> usize {
        let bytes = self.folded.draft.as_bytes();
        let mut at = start;
        while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
            let eight = Eight::new(u64::from_le_bytes(*eight));
            let length = self.folded.bytes.len() + eight.count;
            self.folded.bytes.extend_from_slice(&eight.lower.to_le_bytes());
            self.folded.bytes.truncate(length);
            open.traits |= eight.traits();
            open.letters += eight.count as u32;
            at += eight.count;
            if eight.count < 8 {
                break;
            }
        }
        at
    }

    /// The ASCII letters that are left, and digits.
    #[inline]
    fn ascii_letters(&mut self, table: &Table, start: usize, open: &mut OpenWord) -> usize {
        let bytes = self.folded.draft.as_bytes();
        let mut at = start;
        while let Some(byte) = bytes.get(at) {
            let letter = table.ascii_letter(*byte);
            if letter.is_empty() {
                break;
            }
            self.folded.bytes.push(byte.to_ascii_lowercase());
            open.letters += u32::from(!letter.contains(Traits::DIGIT));
            open.traits |= letter;
            at += 1;
        }
        at
    }

    /// A run of letters beyond ASCII. What the loop counts is local while it runs.
    #[inline]
    fn other_letters(&mut self, table: &Table, start: usize, open: &mut OpenWord) -> usize {
        let draft = self.folded.draft;
        let mut traits = open.traits;
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
            traits |= entry.traits;
            run += 1;
            self.push(entry.folded);
            at = end;
        }
        (open.traits, open.letters) = (traits, open.letters + run - digits);
        at
    }

    fn begin(&mut self, at: usize, entry: Entry) -> OpenWord {
        let signs = std::mem::replace(&mut self.signs, Between::empty());
        let (from, to) = self.mark.take().unwrap_or((at, at));
        self.folded.separators.push(Separator { signs, mark: (from as u32, to as u32) });
        self.dotted |= signs == Between::DOT;
        OpenWord {
            start: at,
            end: at,
            fold_start: self.folded.bytes.len(),
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
    pub(super) fn close_word(&mut self, open: &OpenWord) {
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
            hash: word_hash::hash(self.folded.bytes.get(open.fold_start..).unwrap_or(&[])),
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
        word.hash = word_hash::hash(read.as_bytes());
        let greek = read.chars().any(|letter| TABLE.entry(letter).script == Script::Greek);
        word.flags.remove(WordFlags::GREEK | WordFlags::LATIN);
        word.flags.insert(if greek { WordFlags::GREEK } else { WordFlags::LATIN });
    }
}

#[cfg(test)]
mod tests {
    use super::{Eight, TABLE, Traits};

    #[test]
    fn eight_bytes_at_once_are_what_each_is_alone() {
        let text = "azAZ@[`{09 ~\u{7f}\0éά'";
        let bytes: Vec<u8> = text.bytes().collect();
        for first in &bytes {
            for second in &bytes {
                for third in &bytes {
                    for place in 0..6 {
                        let mut eight = *b"moreBeyo";
                        eight[place..place + 3].copy_from_slice(&[*first, *second, *third]);
                        let count = eight.iter().take_while(|it| it.is_ascii_alphabetic()).count();
                        let read = Eight::new(u64::from_le_bytes(eight));
                        assert_eq!(read.count, count, "{eight:?}");
                        let lower = eight.map(|byte| byte.to_ascii_lowercase());
                        assert_eq!(read.lower.to_le_bytes()[..count], lower[..count], "{eight:?}");
                        let each = eight[..count].iter().map(|byte| TABLE.ascii_letter(*byte));
                        let traits = each.fold(Traits::empty(), |all, one| all | one);
                        assert_eq!(read.traits(), traits, "{eight:?}");
                    }
                }
            }
        }
    }
}
