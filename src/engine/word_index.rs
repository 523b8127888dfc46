//! Numbers of words, looked up by spelling.

use crate::text;

/// The number of a word. Layers number words of their own after the shared ones.
pub type WordId = u32;

/// A word that no one named.
pub const UNKNOWN: WordId = 0;

/// Spellings to numbers: looked up by the hash that folding computed, then compared exactly.
///
/// A table of our own, because the two most common answers must be quick: no such word, and the word
/// whose hash is the same. All spellings are in one text, so that a few pages hold everything.
#[derive(Debug, Default)]
pub struct WordIndex {
    /// Hash, and number of the entry from 1; 0 is a free slot. A power of two, at most half full, so
    /// that a search is short and always ends.
    slots: Vec<(u32, u32)>,
    entries: Vec<Entry>,
    text: Vec<u8>,
}

#[derive(Debug)]
struct Entry {
    id: WordId,
    start: u32,
    end: u32,
}

impl WordIndex {
    /// The number of a folded word, if it is known. `folded` is asked for only if the hash is.
    #[inline]
    pub fn get<'a>(&self, hash: u32, folded: impl Fn() -> &'a [u8]) -> Option<WordId> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = spread(hash);
        loop {
            let (known, number) = self.slots[at & mask];
            let entry = self.entries.get((number as usize).checked_sub(1)?)?;
            if known == hash
                && self.text.get(entry.start as usize..entry.end as usize) == Some(folded())
            {
                return Some(entry.id);
            }
            at += 1;
        }
    }

    /// Gives a folded word this number.
    pub fn insert(&mut self, folded: &str, id: WordId) {
        if self.slots.len() < 2 * (self.entries.len() + 1) {
            self.grow();
        }
        let start = self.text.len() as u32;
        self.text.extend_from_slice(folded.as_bytes());
        self.entries.push(Entry { id, start, end: self.text.len() as u32 });
        self.place(text::hash(folded), self.entries.len() as u32);
    }

    fn grow(&mut self) {
        let slots = vec![(0, 0); (2 * self.slots.len()).max(16)];
        let old = std::mem::replace(&mut self.slots, slots);
        old.into_iter()
            .filter(|slot| slot.1 != 0)
            .for_each(|(hash, number)| self.place(hash, number));
    }

    fn place(&mut self, hash: u32, number: u32) {
        let mask = self.slots.len() - 1;
        let mut at = spread(hash);
        while self.slots[at & mask].1 != 0 {
            at += 1;
        }
        self.slots[at & mask] = (hash, number);
    }

    /// Every spelling that it knows.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        let spelling = |entry: &Entry| self.text.get(entry.start as usize..entry.end as usize);
        self.entries.iter().filter_map(spelling).filter_map(|word| std::str::from_utf8(word).ok())
    }

    /// How many words it knows.
    pub fn len(&self) -> usize {
        self.entries.len()
    }
}

/// The low bits choose the slot: the high ones, which are mixed best, come in.
#[inline]
fn spread(hash: u32) -> usize {
    (hash ^ (hash >> 16)) as usize
}
