//! What happens to beginnings of phrases that take too many steps.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{LIGHT_STEPS, MOST_CANDIDATES, MOST_STEPS, Mood, Walked, Walker};
use crate::engine::trie::NodeId;

impl Walker<'_> {
    /// Walks on from a node behind the root: a beginning that phrases share.
    #[inline]
    pub(super) fn enter(&mut self, node: NodeId, at: usize, mood: Mood) {
        if !self.barred.is_empty() && self.barred.contains(&node) {
            return;
        }
        let before = std::mem::take(&mut self.steps);
        self.walk(node, at, mood);
        if self.steps > LIGHT_STEPS {
            self.weigh(node);
        }
        self.steps += before;
    }

    /// A beginning that took more than it may is left out of the rest of the draft. Once the budget of the layer is spent
    /// that is anyone which takes more than a few steps: whoever took them all comes by again.
    #[cold]
    fn weigh(&mut self, node: NodeId) {
        let is_spent = self.taken + u64::from(self.steps) > self.budget;
        if self.steps > self.most || is_spent {
            self.barred.insert(node);
        }
        self.most = if is_spent { LIGHT_STEPS } else { MOST_STEPS };
    }

    /// What was found, without what is left out.
    pub(super) fn done(mut self) -> Walked {
        let mut walked = Walked { steps: self.taken, ..Walked::default() };
        if !self.barred.is_empty() {
            walked.skipped = self.layer.trie.rules_behind(self.barred.iter().copied());
        }
        if self.found.len() > MOST_CANDIDATES {
            walked.cut_short = self.most_frequent();
            self.found.truncate(MOST_CANDIDATES);
        } else if self.taken > self.budget * super::STEPS_PAST_BUDGET {
            walked.cut_short = self.layer.trie.rules_behind(std::iter::once(super::Trie::ROOT));
        }
        if !walked.skipped.is_empty() {
            let skipped: FxHashSet<u32> = walked.skipped.iter().copied().collect();
            self.found.retain(|candidate| !skipped.contains(&candidate.rule));
        }
        (walked.found, walked.silences) = (self.found, self.silences);
        walked
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
