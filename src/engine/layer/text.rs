//! Plain text of a phrase, turned into steps of the trie.

use super::Layer;
use crate::engine::trie::Step;
use crate::engine::vocabulary::Vocabulary;
use crate::engine::word_index::WordId;
use crate::text::{Between, Folded};

/// A run of plain text, resolved.
#[derive(Default)]
pub(super) struct Text {
    /// Punctuation is before its first word.
    before: bool,
    steps: Vec<Step>,
    /// Punctuation is after its last word.
    after: bool,
}

impl Layer {
    pub(super) fn text(&mut self, folded: &Folded<'_>, vocabulary: &Vocabulary) -> Text {
        let signs = |index: usize| {
            folded.separators.get(index).map_or(Between::empty(), |separator| separator.signs)
        };
        let count = folded.words.len();
        let mut steps = Vec::with_capacity(count);
        for (index, word) in folded.words.iter().enumerate() {
            if index > 0 && signs(index).intersects(PUNCTUATION | Between::END) {
                steps.push(Step::Punctuation);
            }
            let id = self.number(folded.folded(index), vocabulary);
            match vocabulary.contraction(id) {
                [] => steps.push(word_step(id, word.accent, vocabulary)),
                read => steps.extend(read.iter().map(|id| Step::Word(*id))),
            }
        }
        // At its ends the fold itself puts the end of a sentence.
        let before = count > 0 && signs(0).intersects(PUNCTUATION);
        Text { before, steps, after: signs(count).intersects(PUNCTUATION) }
    }
}

/// What a word of a phrase matches: of a homograph the number of its accent, without an accent any.
fn word_step(id: WordId, accent: u8, vocabulary: &Vocabulary) -> Step {
    match vocabulary.variant(id, accent) {
        Some(variant) => Step::Word(variant),
        None if vocabulary.variants(id).is_empty() => Step::Word(id),
        None => Step::Variants(vocabulary.variants(id).iter().map(|(_, id)| *id).collect()),
    }
}

/// What a phrase calls punctuation.
const PUNCTUATION: Between = Between::COMMA
    .union(Between::STOP)
    .union(Between::DOT)
    .union(Between::ELLIPSIS)
    .union(Between::EXCLAMATION)
    .union(Between::QUESTION)
    .union(Between::SEMICOLON)
    .union(Between::BRACKET);

impl Text {
    /// Punctuation before the first word of a phrase is none of its own.
    pub(super) fn append_to(&self, steps: &mut Vec<Step>) {
        if self.before && !steps.is_empty() {
            steps.push(Step::Punctuation);
        }
        steps.extend_from_slice(&self.steps);
        if self.after && !steps.is_empty() {
            steps.push(Step::Punctuation);
        }
    }
}
