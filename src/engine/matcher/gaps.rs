//! Gaps: where the words of the draft that a phrase leaves open may end.

use super::{DIVIDES, DIVIDES_ALWAYS, MAX_STEPS, Matcher, StepState};
use crate::engine::gap;
use crate::engine::syntax;
use crate::engine::token::Token;
use crate::engine::trie::{Gap, GapRole, NodeId, bit};
use crate::engine::vocabulary::Roles;
use crate::engine::word_index::{UNKNOWN, WordId};
use crate::rules::GapKind;
use crate::text::Between;

/// Where a gap that begins at one token may end: the same for every phrase.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ends {
    /// Where the clause stops.
    clause: usize,
    /// Where phrase text may go on at the furthest.
    furthest: usize,
    /// The bits of all words at which it may.
    bits: u64,
}

/// The bits of the words that a token may be.
fn bits(id: WordId, token: &Token) -> u64 {
    match id {
        _ if token.any_variant => u64::MAX,
        UNKNOWN => 0,
        id => bit(id),
    }
}

impl Matcher<'_> {
    /// A gap that holds what the phrase spells out: it begins or ends here.
    pub(super) fn listed(&mut self, gap: Gap, at: usize, mood: StepState) {
        match (gap.kind, self.path.open) {
            (GapRole::Opens, _) => {
                let before = self.path.open.replace((gap.number, at));
                self.follow(gap.behind, at, mood);
                self.path.open = before;
            }
            (GapRole::Closes, Some((number, start))) if number == gap.number && start < at => {
                let before = self.path.open.take();
                self.path.gaps.push((number, start..at));
                self.path.listed += at - start;
                self.follow(gap.behind, at, mood);
                self.path.listed -= at - start;
                self.path.gaps.pop();
                self.path.open = before;
            }
            _ => {}
        }
    }

    pub(super) fn gap(&mut self, gap: Gap, kind: GapKind, at: usize, mood: StepState) {
        let divides = if mood.free { DIVIDES_ALWAYS } else { Between::END };
        let inside_word = at < self.tokens.list.len() && !self.tokens.gap_may_begin(at);
        if at >= self.tokens.list.len() || inside_word || self.tokens.before(at).intersects(divides)
        {
            return;
        }
        if !mood.free && self.is_parted_off(at) {
            return;
        }
        let Ends { clause, furthest, bits } = self.ends(at);
        let begins = mood.free || self.moved_up_to(at) || gap::may_begin(self.tokens, at);
        if kind == GapKind::Clause && !self.is_clause(at, mood) {
            return;
        }
        if clause > at && begins {
            self.path.gaps.push((gap.number, at..clause));
            self.end_with_gap(gap.behind, clause);
            self.path.gaps.pop();
        }
        if bits & gap.follows == 0 {
            return;
        }
        for end in at + 1..=furthest {
            let may_follow = self.bits.get(end).is_some_and(|bits| bits & gap.follows != 0);
            if may_follow && self.tokens.is_edge(end) {
                self.path.gaps.push((gap.number, at..end));
                self.after_gap(gap.behind, end, false);
                self.path.gaps.pop();
            }
        }
    }

    /// Whether a main clause begins here; where the phrase has a sign before it, one is in the draft too.
    fn is_clause(&self, at: usize, mood: StepState) -> bool {
        let sign = Between::COMMA | Between::STOP | Between::END | Between::BRACKET;
        (!mood.free || self.tokens.before(at).intersects(sign))
            && syntax::opens_clause(self.tokens, at)
    }

    /// Whether a movable word was stepped over right before this one.
    fn moved_up_to(&self, at: usize) -> bool {
        self.path.moved.last().is_some_and(|(range, _)| range.end == at)
    }

    /// «Να έρθετε αμέσως, | δεν μπορούμε»: the comma after the movable word ends its clause. With one on either side of it, it
    /// is only put in.
    fn is_parted_off(&self, at: usize) -> bool {
        let signs = DIVIDES | Between::COMMA;
        self.path.moved.last().is_some_and(|(range, _)| {
            range.end == at
                && self.tokens.before(at).intersects(signs)
                && !self.tokens.before(range.start).intersects(signs)
        })
    }

    /// Where a gap that begins at `at` may end.
    fn ends(&mut self, at: usize) -> Ends {
        if let Some(Some(known)) = self.ends.get(at) {
            return *known;
        }
        if self.bits.is_empty() {
            let tokens = self.ids.iter().zip(&self.tokens.list);
            self.bits = tokens.map(|(id, token)| bits(*id, token)).collect();
        }
        let asked = at > 0 && self.tokens.roles(at - 1).contains(Roles::ASKING);
        let furthest = gap::furthest(self.tokens, at);
        let further = self.bits.get(at + 1..).unwrap_or(&[]).iter().take(furthest - at);
        let bits = further.fold(0, |all, bits| all | bits);
        let ends = Ends { clause: gap::end(self.tokens, at, asked), furthest, bits };
        self.ends.resize(self.tokens.list.len(), None);
        if let Some(known) = self.ends.get_mut(at) {
            *known = Some(ends);
        }
        ends
    }

    /// Records the phrases that end with the gap before this node, including where a branch of a choice continues.
    fn end_with_gap(&mut self, node: NodeId, end: usize) {
        let layer = self.layer;
        let data = layer.trie.data(layer.trie.node(node));
        self.steps += 1 + data.terminals.len() as u32;
        data.terminals.iter().for_each(|terminal| self.record(terminal, end));
        if let Some(behind) = data.punctuation
            && self.tokens.before(end).intersects(Between::COMMA | Between::STOP | Between::END)
        {
            self.gaps_after(behind, end);
        }
        data.joins.iter().for_each(|join| self.end_with_gap(*join, end));
    }

    /// Gaps that follow a gap and the punctuation after it: «… {action}, {reason:clause}».
    fn gaps_after(&mut self, node: NodeId, at: usize) {
        let layer = self.layer;
        let mood = StepState { after_verb: false, free: true };
        for gap in layer.trie.data(layer.trie.node(node)).gaps {
            self.steps += 1;
            if let GapRole::Draft(kind) = gap.kind
                && self.steps <= MAX_STEPS
            {
                self.gap(*gap, kind, at, mood);
            }
        }
    }

    /// Continues after a gap that is followed by phrase text; phrases that end with the gap itself are already
    /// recorded. `free`: the phrase has punctuation here, so the sentence may end.
    fn after_gap(&mut self, node: NodeId, at: usize, free: bool) {
        self.steps += 1;
        if self.steps > self.most {
            return;
        }
        let layer = self.layer;
        let here = layer.trie.node(node);
        let data = layer.trie.data(here);
        data.joins.iter().for_each(|join| self.after_gap(*join, at, free));
        if let Some(behind) = data.punctuation {
            self.after_gap(behind, at, true);
        }
        let ended = self.tokens.before(at).contains(Between::END);
        let listed = data.gaps.iter().filter(|gap| gap.kind == GapRole::Opens);
        listed.for_each(|gap| self.listed(*gap, at, StepState { after_verb: false, free }));
        if here.edges
            && self.may_go_on(at, StepState { after_verb: false, free: true })
            && (free || !ended)
        {
            self.words(node, at);
            if here.classes {
                self.verbs(node, at, at);
                self.clitics(node, at);
            }
        }
    }
}
