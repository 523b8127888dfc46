//! What a word of a draft may be beside what the fold has: a homograph's variants, and what sounds the same in Greeklish.

use rustc_hash::FxHashMap;

use super::Walker;
use crate::engine::layer::Layer;
use crate::engine::unit::Units;
use crate::engine::word_index::{UNKNOWN, WordId};
use crate::text;

/// Numbers that words have beside the one of the fold, by unit.
pub(super) type Others = FxHashMap<usize, Vec<WordId>>;

/// What the words of a draft may be beside what the fold has, as a layer knows them.
pub(super) fn others(units: &Units<'_>, layer: &Layer) -> Others {
    let mut others = Others::default();
    let Some(typed) = units.typed else { return others };
    for (index, unit) in units.list.iter().enumerate() {
        let mut ids: Vec<WordId> = Vec::new();
        for word in typed.others(unit.word) {
            let hash = text::hash(word);
            let shared = units.vocabulary.find(hash, || word.as_bytes());
            let id =
                if shared == UNKNOWN { layer.own_word(hash, || word.as_bytes()) } else { shared };
            ids.push(id);
            ids.extend(units.vocabulary.variants(id).iter().map(|(_, variant)| *variant));
        }
        ids.retain(|id| *id != UNKNOWN && *id != unit.id);
        if !ids.is_empty() {
            others.insert(index, ids);
        }
    }
    others
}

impl<'a> Walker<'a> {
    /// What else the word at `at` may be: a homograph's variants, and what sounds the same in Greeklish.
    pub(super) fn others(&self, at: usize) -> impl Iterator<Item = WordId> + use<'a> {
        let variants = self.ids.get(at).map_or(&[][..], |id| self.units.vocabulary.variants(*id));
        let same_sound = self.others.get(&at).map_or(&[][..], Vec::as_slice);
        variants.iter().map(|(_, variant)| *variant).chain(same_sound.iter().copied())
    }
}
