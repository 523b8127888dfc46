//! A set of words by their numbers, a bit for each: to say no at once.

use super::vocabulary::WordId;

/// A set of words.
#[derive(Debug, Default)]
pub struct WordSet {
    bits: Vec<u64>,
}

impl WordSet {
    /// Whether a word is in it.
    #[inline]
    pub fn has(&self, word: WordId) -> bool {
        let word = word as usize;
        self.bits.get(word / 64).is_some_and(|bits| bits & (1 << (word % 64)) != 0)
    }

    /// Puts a word in.
    pub fn insert(&mut self, word: WordId) {
        let word = word as usize;
        if self.bits.len() <= word / 64 {
            self.bits.resize(word / 64 + 1, 0);
        }
        self.bits[word / 64] |= 1 << (word % 64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_there_and_nothing_else() {
        let mut set = WordSet::default();
        let words = [0, 1, 63, 64, 1_000];
        words.into_iter().for_each(|word| set.insert(word));
        for word in 0..2_000 {
            assert_eq!(set.has(word), words.contains(&word), "{word}");
        }
        assert!(!set.has(WordId::MAX));
    }
}
