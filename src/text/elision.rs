//! Words that lost a vowel to their neighbour: σ' εσάς, γι' αυτό, θα 'ναι.

use super::table::{Class, TABLE};
use super::{Between, Folded, WordFlags, word_hash};

/// Gives words that lost their beginning the apostrophe that stands for it, so that the «'ναι» of «θα 'ναι»
/// is not taken for a yes. Only words that would be read as others, or are not words without it.
pub(super) fn mark(folded: &mut Folded<'_>) {
    for index in 0..folded.words.len() {
        let light = folded.separators[index].signs.contains(Between::LIGHT);
        if light && let Some(start) = lost_beginning(folded, index) {
            let Some(word) = folded.words.get_mut(index) else { continue };
            word.start = start as u32;
            word.fold_start -= 1;
            let letters = folded.bytes.get(word.fold_span()).unwrap_or(&[]);
            word.hash = word_hash::hash(letters);
        }
    }
}

/// The place of the apostrophe, if word `index` lost its beginning.
fn lost_beginning(folded: &Folded<'_>, index: usize) -> Option<usize> {
    let word = folded.words.get(index)?;
    let apostrophe = |letter: &char| TABLE.entry(*letter).class == Class::Apostrophe;
    let mut before = folded.draft.get(..word.start as usize)?.char_indices().rev();
    let (start, _) = before.next().filter(|(_, letter)| apostrophe(letter))?;
    let space = before.next().is_some_and(|(_, letter)| letter.is_whitespace());
    // 'ναι' in single quotes is a yes.
    let quoted = folded.draft.get(word.end as usize..)?.chars().next().filter(apostrophe);
    let kept = folded.bytes.get((word.fold_start as usize).checked_sub(1)?) == Some(&b'\'');
    let greek = word.flags.contains(WordFlags::GREEK) && index > 0;
    (greek && space && kept && quoted.is_none() && is_rest(folded.folded(index))).then_some(start)
}

/// What is left of είναι, έχω, έρθω and the like.
#[rustfmt::skip]
fn is_rest(word: &str) -> bool {
    matches!(
        word,
        "ναι" | "μαι" | "σαι" | "μαστε" | "στε" | "ταν" | "χω" | "χεισ" | "χει" | "χουμε" | "χετε" | "χουν" | "χα" | "χε"
        | "χαμε" | "χατε" | "χαν" | "ρθω" | "ρθεισ" | "ρθει" | "ρθουμε" | "ρθετε" | "ρθουν" | "ρθε"
    )
}

impl Folded<'_> {
    /// Whether the word of this index and the one before it are held together by an apostrophe: nothing may be
    /// put between them, nor may one go without the other.
    #[inline]
    pub fn leans_back(&self, word: usize) -> bool {
        let signs = self.separators.get(word).map_or(Between::END, |separator| separator.signs);
        // Hardly any two words have a light sign between them, so no letters need be looked at.
        signs.contains(Between::LIGHT) && self.shares_apostrophe(word, signs)
    }

    fn shares_apostrophe(&self, word: usize, signs: Between) -> bool {
        let near = Between::SPACE | Between::LINE | Between::LIGHT;
        let Some(before) = word.checked_sub(1) else { return false };
        let greek = |word: usize| {
            self.words.get(word).is_some_and(|word| word.flags.contains(WordFlags::GREEK))
        };
        near.contains(signs)
            && ((greek(before) && self.folded_bytes(before).ends_with(b"'"))
                || (greek(word) && self.folded_bytes(word).starts_with(b"'")))
    }
}
