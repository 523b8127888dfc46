//! Greeklish: Greek typed in Latin letters, in whatever habit.
//!
//! The words of a draft are read as Greek words that are known ([`Spellings`]), which also tells the
//! writer's [`Habit`]; the draft is then folded once more with those words in Greek letters, each still at
//! its bytes in the draft, and new words are typed in the same habit.

mod habit;
mod sounds;
mod spellings;

pub use habit::{Habit, Votes};
pub use spellings::{Reading, Spellings};

use super::{Folded, Word, WordFlags, sentences};

/// Of this many words in Latin letters one may end as no Greek word does: names of products do.
const FOREIGN_END: usize = 3;

/// The letters that Greek words end in, a bit for each from `a` on.
const ENDS: u32 = {
    let letters = b"aeiouwyhsn";
    let (mut bits, mut index) = (0, 0);
    while index < letters.len() {
        bits |= 1 << (letters[index] - b'a');
        index += 1;
    }
    bits
};

/// Whether a draft may be Greeklish, by nothing but the ends of its words: nearly every Greek word ends
/// in a vowel, ν or ς. Cheap enough to be asked of every draft; a false alarm costs a closer look.
pub fn may_be(folded: &Folded<'_>) -> bool {
    if folded.greek {
        return false;
    }
    let (mut latin, mut foreign) = (0_usize, 0_usize);
    for word in folded.words.iter().filter(|word| is_own_latin(word)) {
        latin += 1;
        foreign += usize::from(!ends_as_greek(folded.bytes.get(word.fold_span()).unwrap_or(&[])));
        // What is far beyond the share needs no further look.
        if foreign * FOREIGN_END > latin + 4 * FOREIGN_END {
            return false;
        }
    }
    latin > 0 && foreign * FOREIGN_END <= latin
}

/// Whether a word in Latin letters (folded) ends as nearly every Greek one does: in a vowel, ν or ς.
#[inline]
pub fn ends_as_greek(latin: &[u8]) -> bool {
    latin.last().is_some_and(|last| {
        // A bit for each letter: every word of every draft in Latin letters is asked.
        last.is_ascii_lowercase() && ENDS >> (last - b'a') & 1 == 1
    })
}

/// Whether a word is in Latin letters and the agent's own.
pub fn is_own_latin(word: &Word) -> bool {
    word.flags.contains(WordFlags::LATIN)
        && !word.flags.intersects(WordFlags::GREEK | WordFlags::FOREIGN)
}

/// The draft folded with some of its words in Greek letters; `greek` gives them, folded, by the word's index.
///
/// The bytes of every word stay those of the draft.
pub fn fold<'d, 'g>(draft: &'d str, greek: impl Fn(usize) -> Option<&'g str>) -> Folded<'d> {
    // Links are told by their Latin letters, so they are looked for before the words change.
    let mut folded = super::words_and_zones(Folded::default(), draft);
    let latin = std::mem::take(&mut folded.bytes);
    let mut at = 0;
    for (index, word) in folded.words.iter_mut().enumerate() {
        folded.bytes.extend(latin.get(at..word.fold_start as usize).unwrap_or(&[]));
        at = word.fold_end as usize;
        let read = greek(index);
        let as_typed = latin.get(word.fold_span()).unwrap_or(&[]);
        word.fold_start = folded.bytes.len() as u32;
        folded.bytes.extend(read.map_or(as_typed, str::as_bytes));
        word.fold_end = folded.bytes.len() as u32;
        if let Some(read) = read {
            word.hash = super::hash(read);
            word.accent = super::NO_ACCENT;
            word.flags.remove(WordFlags::LATIN | WordFlags::DIGIT);
            word.flags.insert(WordFlags::GREEK);
        }
    }
    folded.bytes.extend(latin.get(at..).unwrap_or(&[]));
    folded.greek = true;
    folded.accented = false;
    sentences::split(&mut folded);
    folded
}
