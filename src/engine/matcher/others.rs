//! What a word of a draft may be besides what the fold has: a homograph's variants, and what sounds the same in Greeklish.

use rustc_hash::FxHashMap;

use super::Matcher;
use crate::engine::layer::Layer;
use crate::engine::token::Tokens;
use crate::engine::word_index::{UNKNOWN, WordId};
use crate::text;

/// Numbers that words have besides the one of the fold, by token.
pub(super) type Others = FxHashMap<usize, Vec<WordId>>;

/// What the words of a draft may be besides what the fold has, as a layer knows them.
pub(super) fn others(tokens: &Tokens<'_>, layer: &Layer) -> Others {
    let mut others = Others::default();
    let Some(typed) = tokens.typed else { return others };
    for (index, token) in tokens.list.iter().enumerate() {
        let mut ids: Vec<WordId> = Vec::new();
        for word in typed.others(token.word) {
            let hash = text::hash(word);
            let shared = tokens.vocabulary.find(hash, || word.as_bytes());
            let id =
                if shared == UNKNOWN { layer.own_word(hash, || word.as_bytes()) } else { shared };
            ids.push(id);
            ids.extend(tokens.vocabulary.variants(id).iter().map(|(_, variant)| *variant));
        }
        ids.retain(|id| *id != UNKNOWN && *id != token.id);
        if !ids.is_empty() {
            others.insert(index, ids);
        }
    }
    others
}

impl<'a> Matcher<'a> {
    /// What else the word at `at` may be: a homograph's variants, and what sounds the same in Greeklish.
    pub(super) fn others(&self, at: usize) -> impl Iterator<Item = WordId> + use<'a> {
        let variants = self.ids.get(at).map_or(&[][..], |id| self.tokens.vocabulary.variants(*id));
        let same_sound = self.others.get(&at).map_or(&[][..], Vec::as_slice);
        variants.iter().map(|(_, variant)| *variant).chain(same_sound.iter().copied())
    }
}
