//! Words that are never flagged, such as the names of a team's products.

use rustc_hash::FxHashMap;

use super::candidate::Candidate;
use super::token::Tokens;
use crate::text;

/// Names that rules leave alone: no rule finds their words, and any rule may speak around them.
#[derive(Debug, Clone, Default)]
pub struct Spared {
    /// For each first word, the remaining folded words of every name that begins with it.
    names: FxHashMap<String, Vec<Vec<String>>>,
}

impl Spared {
    /// The names as they compare: case, accents and spaces make no difference.
    pub fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Spared {
        let mut spared = Spared::default();
        for name in names {
            let folded = text::fold(name);
            let mut words = (0..folded.words.len()).map(|word| folded.folded(word).to_owned());
            if let Some(first) = words.next() {
                spared.names.entry(first).or_default().push(words.collect());
            }
        }
        spared
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Takes out the candidates whose own words stand in one of the names.
    pub(super) fn take_out(&self, found: &mut Vec<Candidate>, tokens: &Tokens<'_>) {
        if self.is_empty() || found.is_empty() {
            return;
        }
        let words = self.words(tokens);
        let spared = |token: usize| words.get(tokens.word_index(token)).copied().unwrap_or(false);
        found.retain(|candidate| {
            !candidate.span.clone().any(|token| candidate.claims(token) && spared(token))
        });
    }

    /// Which words of the draft stand in one of the names.
    fn words(&self, tokens: &Tokens<'_>) -> Vec<bool> {
        let folded = tokens.folded;
        let count = folded.words.len();
        let mut spared = vec![false; count];
        for first in 0..count {
            let Some(names) = self.names.get(folded.folded(first)) else { continue };
            for rest in names {
                let end = first + 1 + rest.len();
                let stands = end <= count
                    && rest.iter().zip(first + 1..).all(|(word, at)| folded.folded(at) == word);
                if stands && let Some(words) = spared.get_mut(first..end) {
                    words.fill(true);
                }
            }
        }
        spared
    }
}
