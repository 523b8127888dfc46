//! Follows the phrases of a layer through a draft and collects candidates.
//!
//! A path through the trie may step over clitics and movable words, and opens gaps. Steps are counted
//! against a budget, so that no rule file can make a check slow.

mod gaps;
mod others;
mod record;
mod starts;

use rustc_hash::{FxHashMap, FxHashSet};

use super::budget::{self, LIGHT_STEPS, MAX_CANDIDATES, MAX_STEPS, STEPS_PAST_BUDGET};
use super::candidate::{Candidate, Silences, TokenRange};
use super::layer::Layer;
use super::token::{Token, Tokens};
use super::trie::{ClassId, GapRole, NodeData, NodeId, Trie};
use super::vocabulary::Roles;
use super::word_index::{UNKNOWN, WordId};
use crate::text::Between;
use gaps::Ends;
use others::Others;

/// Clitics that may be before an inflected verb.
const MAX_CLITICS: usize = 2;
/// Movable groups that one match may step over.
const MAX_MOVABLE: usize = 2;

/// How many classes of a word are checked for the cost of one step.
const CLASSES_PER_STEP: usize = 8;

/// What a phrase without punctuation does not cross.
const DIVIDES: Between = Between::END
    .union(Between::STOP)
    .union(Between::BRACKET)
    .union(Between::SQUARE)
    .union(Between::EMOJI);
/// What no phrase crosses: punctuation in it stands for any sign, but not for an empty line.
const DIVIDES_ALWAYS: Between = Between::PARAGRAPH;

/// What the phrases of a layer found.
#[derive(Debug, Default)]
pub struct Matched {
    /// Where rules could apply.
    pub found: Vec<Candidate>,
    /// What silences rules.
    pub silences: Silences,
    /// Rules that took more than their budget; nothing of theirs is among the candidates.
    pub skipped: Vec<u32>,
    /// Rules that found so much that there was no room for the rest of the draft.
    pub cut_short: Vec<u32>,
    /// Steps that were taken.
    pub steps: u64,
}

/// Every candidate of a layer in the draft, and what silences its rules.
pub fn candidates(tokens: &Tokens<'_>, layer: &Layer, number: usize) -> Matched {
    let others = others::others(tokens, layer);
    let budget = budget::steps(tokens.list.len(), layer.origin);
    let mut matcher = Matcher {
        tokens,
        layer,
        number,
        ids: ids(tokens, layer, &others),
        bits: Vec::new(),
        others: &others,
        found: Vec::new(),
        silences: Vec::new(),
        steps: 0,
        most: MAX_STEPS,
        taken: 0,
        budget,
        excluded: FxHashSet::default(),
        start: 0,
        since: 0,
        by_rule: FxHashMap::default(),
        ends: Vec::new(),
        path: Path::default(),
    };
    let verbs_begin = layer.trie.node(Trie::ROOT).classes;
    for (start, token) in tokens.list.iter().enumerate() {
        // The cheapest questions first: nothing begins with most words.
        let known = matcher.ids.get(start).is_some_and(|id| *id != UNKNOWN);
        let begins = known && (verbs_begin || matcher.first_word_begins(start, token));
        if begins && !token.foreign && tokens.may_begin(start) {
            matcher.begin(start, verbs_begin);
            if matcher.taken > budget * STEPS_PAST_BUDGET || matcher.found.len() > MAX_CANDIDATES {
                break;
            }
        }
    }
    matcher.done()
}

/// The numbers of the tokens as this layer knows them.
fn ids(tokens: &Tokens<'_>, layer: &Layer, others: &Others) -> Vec<WordId> {
    let own = layer.has_own_words();
    let number = |token: &Token| {
        if token.id != UNKNOWN || !own {
            return token.id;
        }
        let word = token.word as usize;
        tokens
            .folded
            .words
            .get(word)
            .map_or(UNKNOWN, |at| layer.own_word(at.hash, || tokens.folded.folded_bytes(word)))
    };
    let mut ids: Vec<WordId> = tokens.list.iter().map(number).collect();
    for (token, others) in others {
        if let (Some(id), Some(other)) = (ids.get_mut(*token), others.first())
            && *id == UNKNOWN
        {
            *id = *other;
        }
    }
    ids
}

/// What was matched so far from the first word.
#[derive(Debug, Clone, Default)]
struct Path {
    gaps: Vec<(u16, TokenRange)>,
    /// The gap that the phrase spells out at the moment, and where it began.
    open: Option<(u16, usize)>,
    /// How many words gaps hold that the phrase spells out.
    listed: usize,
    inflected: Option<(WordId, ClassId)>,
    variable: Option<(WordId, ClassId)>,
    clitics: TokenRange,
    variable_clitics: TokenRange,
    /// Of further verbs, which no wording has a place for.
    other_clitics: Vec<TokenRange>,
    moved: Vec<(TokenRange, bool)>,
}

/// The verb state of a path, saved before a step and restored when the matcher backtracks.
type Verbs = (Option<(WordId, ClassId)>, Option<(WordId, ClassId)>, TokenRange, TokenRange, usize);

impl Path {
    fn verbs(&self) -> Verbs {
        let others = self.other_clitics.len();
        (self.inflected, self.variable, self.clitics.clone(), self.variable_clitics.clone(), others)
    }

    fn set_verbs(&mut self, verbs: Verbs) {
        (self.inflected, self.variable, self.clitics, self.variable_clitics, _) = verbs.clone();
        self.other_clitics.truncate(verbs.4);
    }

    /// Clitics go with their verb: to the verb of a variable, or to the first other one.
    fn carry(&mut self, clitics: TokenRange, of_variable: bool) {
        let place = if of_variable { &mut self.variable_clitics } else { &mut self.clitics };
        if place.start == place.end {
            *place = clitics;
        } else {
            self.other_clitics.push(clitics);
        }
    }
}

/// What the matcher knows about the previous step.
#[derive(Debug, Clone, Copy, Default)]
struct StepState {
    /// The last word was an inflected verb: a movable word may follow.
    after_verb: bool,
    /// The phrase has punctuation here: any sign may be in the draft, also a sentence end.
    free: bool,
}

struct Matcher<'a> {
    tokens: &'a Tokens<'a>,
    layer: &'a Layer,
    number: usize,
    ids: Vec<WordId>,
    /// The bits of each token's word, once a gap has asked for them.
    bits: Vec<u64>,
    /// Numbers that words in Greeklish have as well.
    others: &'a Others,
    found: Vec<Candidate>,
    silences: Silences,
    /// Steps from the beginning that is being tried.
    steps: u32,
    /// How many it may take.
    most: u32,
    /// Steps of all that were tried before.
    taken: u64,
    /// How many those may be before what takes many is left out.
    budget: u64,
    /// Beginnings of phrases that took too many: nodes after the root.
    excluded: FxHashSet<NodeId>,
    start: usize,
    /// Candidates from this first word begin here in `found`.
    since: usize,
    /// The index in `found` of each candidate from this first word, by rule; the first few are not in it.
    by_rule: FxHashMap<u32, usize>,
    /// Where gaps may end, by the token that they begin at, computed on demand.
    ends: Vec<Option<Ends>>,
    path: Path,
}

impl<'a> Matcher<'a> {
    fn follow(&mut self, node: NodeId, at: usize, mood: StepState) {
        self.steps += 1;
        if self.steps > self.most {
            return;
        }
        let layer = self.layer;
        let here = layer.trie.node(node);
        let data = here.has_data().then(|| layer.trie.data(here));
        if let Some(data) = data {
            self.follow_data(data, at, mood);
        }
        if !self.may_go_on(at, mood) {
            return;
        }
        if here.edges {
            self.words(node, at);
            if here.classes {
                self.verbs(node, at, at);
                self.clitics(node, at);
            }
        }
        let ends = |data: NodeData<'_>| !data.terminals.is_empty() || !data.gaps.is_empty();
        if here.edges || data.is_some_and(ends) {
            self.step_over(node, at, mood);
        }
    }

    /// What a node has besides edges.
    fn follow_data(&mut self, data: NodeData<'_>, at: usize, mood: StepState) {
        self.steps += data.terminals.len() as u32;
        for terminal in data.terminals {
            self.record(terminal, at);
        }
        for join in data.joins {
            self.follow(*join, at, mood);
        }
        if let Some(behind) = data.punctuation {
            self.follow(behind, at, StepState { free: true, ..mood });
        }
        for gap in data.gaps {
            match gap.kind {
                GapRole::Draft(kind) => self.gap(*gap, kind, at, mood),
                GapRole::Opens | GapRole::Closes => self.listed(*gap, at, mood),
            }
        }
    }

    /// Whether the phrase may go on at `at`, given what is before it in the draft.
    fn may_go_on(&self, at: usize, mood: StepState) -> bool {
        let Some(token) = self.tokens.list.get(at) else { return false };
        let divides = if mood.free { DIVIDES_ALWAYS } else { DIVIDES };
        !token.foreign && !token.before.intersects(divides)
    }

    fn words(&mut self, node: NodeId, at: usize) {
        let (id, any_variant) = (self.ids[at], self.tokens.list[at].any_variant);
        if id == UNKNOWN {
            return;
        }
        let layer = self.layer;
        if let Some(next) = layer.trie.word(node, id)
            && !self.ends_at_once(next, at + 1)
        {
            self.follow(next, at + 1, StepState::default());
        }
        if any_variant {
            for other in self.others(at) {
                if let Some(next) = layer.trie.word(node, other) {
                    self.follow(next, at + 1, StepState::default());
                }
            }
        }
    }

    /// Inflected words at `at`; the clitics between `from` and `at` are carried.
    fn verbs(&mut self, node: NodeId, from: usize, at: usize) {
        self.verb(node, from, at, self.ids[at]);
        if self.tokens.typed.is_some() {
            let others = self.others;
            for other in others.get(&at).into_iter().flatten() {
                self.verb(node, from, at, *other);
            }
        }
    }

    fn verb(&mut self, node: NodeId, from: usize, at: usize, id: WordId) {
        let layer = self.layer;
        let classes = layer.classes(id);
        // Looking for one is cheaper than a step, but a file may give a word thousands.
        self.steps += (classes.len() / CLASSES_PER_STEP) as u32;
        for class in classes {
            let Some(next) = layer.trie.class(node, *class) else { continue };
            let impossible = at > from && layer.is_imperative(*class);
            if impossible || self.ends_at_once(next, at + 1) {
                continue;
            }
            let before = self.path.verbs();
            let is_variable = layer.is_variable(*class);
            // «Mark», "Will" in the middle of a sentence: a name, which no wording would say again.
            if is_variable && self.tokens.is_name(at) {
                continue;
            }
            if is_variable {
                self.path.variable = Some((id, *class));
            }
            if self.path.inflected.is_none() {
                self.path.inflected = Some((id, *class));
            }
            if at > from {
                self.path.carry(from..at, is_variable);
            }
            let mood = StepState { after_verb: true, free: false };
            if node == Trie::ROOT {
                self.enter(next, at + 1, mood);
            } else {
                self.follow(next, at + 1, mood);
            }
            self.path.set_verbs(before);
        }
    }

    fn clitics(&mut self, node: NodeId, at: usize) {
        for count in 1..=MAX_CLITICS {
            let clitic = self.tokens.roles(at + count - 1).contains(Roles::CLITIC);
            if !clitic || at + count >= self.ids.len() || self.tokens.list[at + count].foreign {
                return;
            }
            self.verbs(node, at, at + count);
        }
    }

    /// A movable word before a negation or after an inflected verb.
    fn step_over(&mut self, node: NodeId, at: usize, mood: StepState) {
        // The rarest first: few words begin a group that moves.
        if !self.tokens.roles(at).contains(Roles::GROUP) || self.path.moved.len() >= MAX_MOVABLE {
            return;
        }
        let Some((length, kept)) = self.tokens.movable(at) else { return };
        // After a comma it belongs to the next clause, unless it stands there alone: «δεν ξέρω, τώρα ρωτάω».
        let parted = |at: usize| self.tokens.before(at).intersects(DIVIDES | Between::COMMA);
        if mood.after_verb && parted(at) && !parted(at + length) {
            return;
        }
        let fits = mood.after_verb || self.tokens.roles(at + length).contains(Roles::NEGATION);
        if fits {
            self.path.moved.push((at..at + length, kept));
            self.follow(node, at + length, mood);
            self.path.moved.pop();
        }
    }
}
