//! Candidates: where the phrases of a layer stand in a draft.

mod first;
mod gaps;
mod others;
mod record;
mod spent;

use rustc_hash::{FxHashMap, FxHashSet};

use super::budget::{self, LIGHT_STEPS, MOST_CANDIDATES, MOST_STEPS, STEPS_PAST_BUDGET};
use super::candidate::{Candidate, Silences, Stretch};
use super::layer::Layer;
use super::trie::{ClassId, More, NodeId, Trie};
use super::unit::{Unit, Units};
use super::vocabulary::Roles;
use super::word_index::{UNKNOWN, WordId};
use crate::text::Between;
use gaps::Ends;
use others::Others;

/// Clitics that may stand before an inflected verb.
const MOST_CLITICS: usize = 2;
/// Movable groups that one match may step over.
const MOST_MOVABLE: usize = 2;

/// Classes of a word that are looked through for the price of a step.
const CLASSES_A_STEP: usize = 8;

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
pub struct Walked {
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
pub fn candidates(units: &Units<'_>, layer: &Layer, number: usize) -> Walked {
    let others = others::others(units, layer);
    let budget = budget::steps(units.list.len());
    let mut walker = Walker {
        units,
        layer,
        number,
        ids: ids(units, layer, &others),
        bits: Vec::new(),
        others: &others,
        found: Vec::new(),
        silences: Vec::new(),
        steps: 0,
        most: MOST_STEPS,
        taken: 0,
        budget,
        barred: FxHashSet::default(),
        start: 0,
        since: 0,
        by_rule: FxHashMap::default(),
        ends: Vec::new(),
        path: Path::default(),
    };
    let verbs_begin = layer.trie.node(Trie::ROOT).classes;
    for (start, unit) in units.list.iter().enumerate() {
        // The cheapest questions first: nothing begins with most words.
        let known = walker.ids.get(start).is_some_and(|id| *id != UNKNOWN);
        let begins = known && (verbs_begin || walker.first_word_begins(start, unit));
        if begins && !unit.foreign && units.may_begin(start) {
            walker.begin(start, verbs_begin);
            if walker.taken > budget * STEPS_PAST_BUDGET || walker.found.len() > MOST_CANDIDATES {
                break;
            }
        }
    }
    walker.done()
}

/// The numbers of the units as this layer knows them.
fn ids(units: &Units<'_>, layer: &Layer, others: &Others) -> Vec<WordId> {
    let own = layer.has_own_words();
    let number = |unit: &Unit| {
        if unit.id != UNKNOWN || !own {
            return unit.id;
        }
        let word = unit.word as usize;
        units
            .folded
            .words
            .get(word)
            .map_or(UNKNOWN, |at| layer.own_word(at.hash, || units.folded.folded_bytes(word)))
    };
    let mut ids: Vec<WordId> = units.list.iter().map(number).collect();
    for (unit, others) in others {
        if let (Some(id), Some(other)) = (ids.get_mut(*unit), others.first())
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
    gaps: Vec<(u16, Stretch)>,
    inflected: Option<(WordId, ClassId)>,
    variable: Option<(WordId, ClassId)>,
    clitics: Stretch,
    variable_clitics: Stretch,
    /// Of further verbs, which no wording has a place for.
    other_clitics: Vec<Stretch>,
    moved: Vec<(Stretch, bool)>,
}

/// What a path holds of its verbs: it is as it was once the walk comes back.
type Verbs = (Option<(WordId, ClassId)>, Option<(WordId, ClassId)>, Stretch, Stretch, usize);

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
    fn carry(&mut self, clitics: Stretch, of_variable: bool) {
        let place = if of_variable { &mut self.variable_clitics } else { &mut self.clitics };
        if place.start == place.end {
            *place = clitics;
        } else {
            self.other_clitics.push(clitics);
        }
    }
}

/// How the phrase came to where it is.
#[derive(Debug, Clone, Copy, Default)]
struct Mood {
    /// The last word was an inflected verb: a movable word may follow.
    after_verb: bool,
    /// The phrase has punctuation here: any sign may stand in the draft, also a sentence end.
    free: bool,
}

struct Walker<'a> {
    units: &'a Units<'a>,
    layer: &'a Layer,
    number: usize,
    ids: Vec<WordId>,
    /// The bits of each unit's word, once a gap has asked for them.
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
    /// Beginnings of phrases that took too many: nodes behind the root.
    barred: FxHashSet<NodeId>,
    start: usize,
    /// Candidates from this first word begin here in `found`.
    since: usize,
    /// Where the candidates from this first word stand, by rule; the first few are not in it.
    by_rule: FxHashMap<u32, usize>,
    /// Where gaps may end, by the unit that they begin at, as far as anybody asked.
    ends: Vec<Option<Ends>>,
    path: Path,
}

impl<'a> Walker<'a> {
    fn walk(&mut self, node: NodeId, at: usize, mood: Mood) {
        self.steps += 1;
        if self.steps > self.most {
            return;
        }
        let layer = self.layer;
        let here = layer.trie.node(node);
        if here.has_more() {
            self.more(layer.trie.more(here), at, mood);
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
        let more = layer.trie.more(here);
        if here.edges || !more.terminals.is_empty() || !more.gaps.is_empty() {
            self.step_over(node, at, mood);
        }
    }

    /// What a node has besides edges.
    fn more(&mut self, more: More<'_>, at: usize, mood: Mood) {
        self.steps += more.terminals.len() as u32;
        for terminal in more.terminals {
            self.record(terminal, at);
        }
        for join in more.joins {
            self.walk(*join, at, mood);
        }
        if let Some(behind) = more.punctuation {
            self.walk(behind, at, Mood { free: true, ..mood });
        }
        for gap in more.gaps {
            self.gap(*gap, at, mood);
        }
    }

    /// Whether the phrase may go on at `at`, given what stands before it in the draft.
    fn may_go_on(&self, at: usize, mood: Mood) -> bool {
        let Some(unit) = self.units.list.get(at) else { return false };
        let divides = if mood.free { DIVIDES_ALWAYS } else { DIVIDES };
        !unit.foreign && !unit.before.intersects(divides)
    }

    fn words(&mut self, node: NodeId, at: usize) {
        let (id, any_variant) = (self.ids[at], self.units.list[at].any_variant);
        if id == UNKNOWN {
            return;
        }
        let layer = self.layer;
        if let Some(next) = layer.trie.word(node, id)
            && !self.ends_at_once(next, at + 1)
        {
            self.walk(next, at + 1, Mood::default());
        }
        if any_variant {
            for other in self.others(at) {
                if let Some(next) = layer.trie.word(node, other) {
                    self.walk(next, at + 1, Mood::default());
                }
            }
        }
    }

    /// Inflected words at `at`; the clitics between `from` and `at` are carried.
    fn verbs(&mut self, node: NodeId, from: usize, at: usize) {
        self.verb(node, from, at, self.ids[at]);
        if self.units.typed.is_some() {
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
        self.steps += (classes.len() / CLASSES_A_STEP) as u32;
        for class in classes {
            let Some(next) = layer.trie.class(node, *class) else { continue };
            if self.ends_at_once(next, at + 1) {
                continue;
            }
            let before = self.path.verbs();
            let is_variable = layer.is_variable(*class);
            // «Mark», "Will" in the middle of a sentence: a name, which no wording would say again.
            if is_variable && self.units.is_name(at) {
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
            let mood = Mood { after_verb: true, free: false };
            if node == Trie::ROOT {
                self.enter(next, at + 1, mood);
            } else {
                self.walk(next, at + 1, mood);
            }
            self.path.set_verbs(before);
        }
    }

    fn clitics(&mut self, node: NodeId, at: usize) {
        for count in 1..=MOST_CLITICS {
            let clitic = self.units.roles(at + count - 1).contains(Roles::CLITIC);
            if !clitic || at + count >= self.ids.len() || self.units.list[at + count].foreign {
                return;
            }
            self.verbs(node, at, at + count);
        }
    }

    /// A movable word before a negation or after an inflected verb.
    fn step_over(&mut self, node: NodeId, at: usize, mood: Mood) {
        // The rarest first: few words begin a group that moves.
        if !self.units.roles(at).contains(Roles::GROUP) || self.path.moved.len() >= MOST_MOVABLE {
            return;
        }
        let Some((length, kept)) = self.units.movable(at) else { return };
        let fits = mood.after_verb || self.units.roles(at + length).contains(Roles::NEGATION);
        if fits {
            self.path.moved.push((at..at + length, kept));
            self.walk(node, at + length, mood);
            self.path.moved.pop();
        }
    }
}
