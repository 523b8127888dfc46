//! Where phrases begin in a draft, and what happens to beginnings that take too many steps.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{LIGHT_STEPS, MAX_CANDIDATES, MAX_STEPS, Matched, Matcher, StepState};
use crate::engine::token::Token;
use crate::engine::trie::{NodeId, Trie};
use crate::engine::vocabulary::Roles;
use crate::engine::word_index::UNKNOWN;
use crate::text::Between;

impl Matcher<'_> {
    /// Whether a phrase may begin with just this word.
    #[inline]
    pub(super) fn first_word_begins(&self, start: usize, token: &Token) -> bool {
        let next = self.ids.get(start).and_then(|id| self.layer.trie.first(*id));
        token.any_variant || next.is_some_and(|next| !self.ends_at_once(next, start + 1))
    }

    pub(super) fn begin(&mut self, start: usize, verbs_begin: bool) {
        self.start = start;
        self.since = self.found.len();
        self.by_rule.clear();
        self.steps = 0;
        self.first_words(start);
        if verbs_begin {
            self.verbs(Trie::ROOT, start, start);
            if self.tokens.roles(start).contains(Roles::CLITIC) && self.clause_may_begin(start) {
                self.clitics(Trie::ROOT, start);
            }
        }
        self.taken += u64::from(self.steps);
    }

    fn first_words(&mut self, start: usize) {
        let (id, any_variant) = (self.ids[start], self.tokens.list[start].any_variant);
        let layer = self.layer;
        if let Some(next) = layer.trie.first(id)
            && !self.ends_at_once(next, start + 1)
        {
            self.enter(next, start + 1, StepState::default());
        }
        if any_variant {
            for other in self.others(start) {
                if let Some(next) = layer.trie.first(other) {
                    self.enter(next, start + 1, StepState::default());
                }
            }
        }
    }

    /// Whether a node is a dead end here: it has only word edges, and none for the word at `at`. That is the case for
    /// most words of a draft that begin some phrase, and checking is cheaper than following the node.
    #[inline]
    pub(super) fn ends_at_once(&self, node: NodeId, at: usize) -> bool {
        let here = self.layer.trie.node(node);
        if here.has_data() || here.classes {
            return false;
        }
        let (Some(id), Some(token)) = (self.ids.get(at), self.tokens.list.get(at)) else {
            return true;
        };
        let slack = token.any_variant || token.roles.contains(Roles::GROUP);
        !slack && (*id == UNKNOWN || self.layer.trie.word(node, *id).is_none())
    }

    /// Whether what is before leaves a clitic to the verb after it: after a noun it is that
    /// noun's possessive («το αίτημά σας βρίσκεται»).
    fn clause_may_begin(&self, start: usize) -> bool {
        let divides = Between::END | Between::STOP | Between::BRACKET | Between::COMMA;
        let openers = Roles::NEGATION
            | Roles::CLAUSE_OPENER
            | Roles::CONTINUER
            | Roles::JOIN
            | Roles::CONNECTIVE
            | Roles::REPORTER;
        self.tokens.before(start).intersects(divides)
            || start
                .checked_sub(1)
                .is_some_and(|before| self.tokens.roles(before).intersects(openers))
    }
}

impl Matcher<'_> {
    /// Follows phrases from a node after the root: a beginning that phrases share.
    #[inline]
    pub(super) fn enter(&mut self, node: NodeId, at: usize, mood: StepState) {
        if !self.excluded.is_empty() && self.excluded.contains(&node) {
            return;
        }
        let before = std::mem::take(&mut self.steps);
        self.follow(node, at, mood);
        if self.steps > LIGHT_STEPS {
            self.weigh(node);
        }
        self.steps += before;
    }

    /// A beginning that took more than it may is left out of the rest of the draft. Once the budget of the layer is spent
    /// that is any beginning that takes more than a few steps, because the one that used the budget up will occur again.
    #[cold]
    fn weigh(&mut self, node: NodeId) {
        let over_budget = self.taken + u64::from(self.steps) > self.budget;
        if self.steps > self.most || over_budget {
            self.excluded.insert(node);
        }
        self.most = if over_budget { LIGHT_STEPS } else { MAX_STEPS };
    }

    /// What was found, without what is left out.
    pub(super) fn done(mut self) -> Matched {
        let mut matched = Matched { steps: self.taken, ..Matched::default() };
        if !self.excluded.is_empty() {
            matched.skipped = self.layer.trie.rules_behind(self.excluded.iter().copied());
        }
        if self.found.len() > MAX_CANDIDATES {
            matched.cut_short = self.most_frequent();
            self.found.truncate(MAX_CANDIDATES);
        } else if self.taken > self.budget * super::STEPS_PAST_BUDGET {
            matched.cut_short = self.layer.trie.rules_behind(std::iter::once(super::Trie::ROOT));
        }
        if !matched.skipped.is_empty() {
            let skipped: FxHashSet<u32> = matched.skipped.iter().copied().collect();
            self.found.retain(|candidate| !skipped.contains(&candidate.rule));
        }
        (matched.found, matched.silences) = (self.found, self.silences);
        matched
    }

    /// The rules that found at least half as much as the one that found most.
    fn most_frequent(&self) -> Vec<u32> {
        let mut times: FxHashMap<u32, usize> = FxHashMap::default();
        for candidate in &self.found {
            *times.entry(candidate.rule).or_default() += 1;
        }
        let most = times.values().copied().max().unwrap_or(0);
        let mut rules: Vec<u32> = times
            .into_iter()
            .filter(|(_, times)| *times * 2 >= most)
            .map(|(rule, _)| rule)
            .collect();
        rules.sort_unstable();
        rules
    }
}
