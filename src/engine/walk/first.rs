//! First words: where phrases begin.

use super::{Mood, Walker};
use crate::engine::trie::{NodeId, Trie};
use crate::engine::unit::Unit;
use crate::engine::vocabulary::Roles;
use crate::engine::word_index::UNKNOWN;
use crate::text::Between;

impl Walker<'_> {
    /// Whether a phrase may begin with just this word.
    #[inline]
    pub(super) fn first_word_begins(&self, start: usize, unit: &Unit) -> bool {
        let next = self.ids.get(start).and_then(|id| self.layer.trie.first(*id));
        unit.any_variant || next.is_some_and(|next| !self.ends_at_once(next, start + 1))
    }

    pub(super) fn begin(&mut self, start: usize, verbs_begin: bool) {
        self.start = start;
        self.since = self.found.len();
        self.by_rule.clear();
        self.steps = 0;
        self.first_words(start);
        if verbs_begin {
            self.verbs(Trie::ROOT, start, start);
            if self.units.roles(start).contains(Roles::CLITIC) && self.clause_may_begin(start) {
                self.clitics(Trie::ROOT, start);
            }
        }
        self.taken += u64::from(self.steps);
    }

    fn first_words(&mut self, start: usize) {
        let (id, any_variant) = (self.ids[start], self.units.list[start].any_variant);
        let layer = self.layer;
        if let Some(next) = layer.trie.first(id)
            && !self.ends_at_once(next, start + 1)
        {
            self.enter(next, start + 1, Mood::default());
        }
        if any_variant {
            for other in self.others(start) {
                if let Some(next) = layer.trie.first(other) {
                    self.enter(next, start + 1, Mood::default());
                }
            }
        }
    }

    /// Whether nothing can come of a node: it has only edges for words, and none for the word at `at`.
    /// So it is with most words of a draft that begin some phrase, and asking is cheaper than walking.
    #[inline]
    pub(super) fn ends_at_once(&self, node: NodeId, at: usize) -> bool {
        let here = self.layer.trie.node(node);
        if here.has_more() || here.classes {
            return false;
        }
        let (Some(id), Some(unit)) = (self.ids.get(at), self.units.list.get(at)) else {
            return true;
        };
        let slack = unit.any_variant || unit.roles.contains(Roles::GROUP);
        !slack && (*id == UNKNOWN || self.layer.trie.word(node, *id).is_none())
    }

    /// Whether what stands before leaves a clitic to the verb behind it: after a noun it is that
    /// noun's possessive («το αίτημά σας βρίσκεται»).
    fn clause_may_begin(&self, start: usize) -> bool {
        let divides = Between::END | Between::STOP | Between::BRACKET | Between::COMMA;
        let openers = Roles::NEGATION
            | Roles::CLAUSE_OPENER
            | Roles::CONTINUER
            | Roles::JOIN
            | Roles::CONNECTIVE
            | Roles::REPORTER;
        self.units.before(start).intersects(divides)
            || start
                .checked_sub(1)
                .is_some_and(|before| self.units.roles(before).intersects(openers))
    }
}
