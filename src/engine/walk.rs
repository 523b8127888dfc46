//! Candidates: where the phrases of a layer stand in a draft.

mod record;

use rustc_hash::FxHashMap;

use super::candidate::{Candidate, Silences, Stretch};
use super::gap;
use super::greeklish::{self, Others};
use super::layer::Layer;
use super::trie::{ClassId, Gap, More, NodeId, Trie, bit};
use super::unit::{Unit, Units};
use super::vocabulary::{Roles, UNKNOWN, WordId};
use crate::text::Between;

/// Clitics that may stand before an inflected verb.
const MOST_CLITICS: usize = 2;
/// Movable groups that one match may step over.
const MOST_MOVABLE: usize = 2;
/// Steps from one first word: far more than a sound pack needs, so that a hostile one cannot stall.
const MOST_STEPS: u32 = 10_000;

/// What a phrase without punctuation does not cross.
const DIVIDES: Between = Between::END
    .union(Between::STOP)
    .union(Between::BRACKET)
    .union(Between::SQUARE)
    .union(Between::EMOJI);
/// What no phrase crosses: punctuation in it stands for any sign, but not for an empty line.
const DIVIDES_ALWAYS: Between = Between::PARAGRAPH;

/// Every candidate of a layer in the draft, and what silences its rules.
pub fn candidates(units: &Units<'_>, layer: &Layer, number: usize) -> (Vec<Candidate>, Silences) {
    let others = greeklish::others(units, layer);
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
        start: 0,
        since: 0,
        by_rule: FxHashMap::default(),
        ends: Vec::new(),
        path: Path::default(),
    };
    walker.bits = walker.ids.iter().zip(&units.list).map(|(id, unit)| bits(*id, unit)).collect();
    for start in 0..units.list.len() {
        if units.may_begin(start) && !units.list[start].foreign {
            walker.begin(start);
        }
    }
    (walker.found, walker.silences)
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

/// The bits of the words that a unit may be.
fn bits(id: WordId, unit: &Unit) -> u64 {
    match id {
        _ if unit.any_variant => u64::MAX,
        UNKNOWN => 0,
        id => bit(id),
    }
}

/// Where a gap that begins at one unit may end: the same for every phrase.
#[derive(Debug, Clone, Copy)]
struct Ends {
    /// Where the clause stops.
    clause: usize,
    /// Where phrase text may go on at the furthest.
    furthest: usize,
    /// The bits of all words at which it may.
    bits: u64,
}

/// What was matched so far from the first word.
#[derive(Debug, Clone, Default)]
struct Path {
    gaps: Vec<(u16, Stretch)>,
    inflected: Option<(WordId, ClassId)>,
    clitics: Stretch,
    moved: Vec<(Stretch, bool)>,
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
    /// The bits of each unit's word.
    bits: Vec<u64>,
    /// Numbers that words in Greeklish have as well.
    others: &'a Others,
    found: Vec<Candidate>,
    silences: Silences,
    steps: u32,
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
    fn begin(&mut self, start: usize) {
        let id = self.ids[start];
        if id == UNKNOWN {
            return;
        }
        self.start = start;
        self.since = self.found.len();
        self.by_rule.clear();
        self.steps = 0;
        self.first_words(start);
        if self.layer.trie.node(Trie::ROOT).classes {
            self.verbs(Trie::ROOT, start, start);
            if self.units.roles(start).contains(Roles::CLITIC) && self.clause_may_begin(start) {
                self.clitics(Trie::ROOT, start);
            }
        }
    }

    fn first_words(&mut self, start: usize) {
        let (id, any_variant) = (self.ids[start], self.units.list[start].any_variant);
        let layer = self.layer;
        if let Some(next) = layer.trie.first(id)
            && !self.ends_at_once(next, start + 1)
        {
            self.walk(next, start + 1, Mood::default());
        }
        if any_variant {
            for other in self.others(start) {
                if let Some(next) = layer.trie.first(other) {
                    self.walk(next, start + 1, Mood::default());
                }
            }
        }
    }

    /// Whether nothing can come of a node: it has only edges for words, and none for the word at `at`.
    /// So it is with most words of a draft that begin some phrase, and asking is cheaper than walking.
    #[inline]
    fn ends_at_once(&self, node: NodeId, at: usize) -> bool {
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

    fn walk(&mut self, node: NodeId, at: usize, mood: Mood) {
        self.steps += 1;
        if self.steps > MOST_STEPS {
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
        if let Some(next) = layer.trie.word(node, id) {
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

    /// What else the word at `at` may be: a homograph's variants, and what sounds the same in Greeklish.
    fn others(&self, at: usize) -> impl Iterator<Item = WordId> + use<'a> {
        let variants = self.ids.get(at).map_or(&[][..], |id| self.units.vocabulary.variants(*id));
        let same_sound = self.others.get(&at).map_or(&[][..], Vec::as_slice);
        variants.iter().map(|(_, variant)| *variant).chain(same_sound.iter().copied())
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
        for class in layer.classes(id) {
            let Some(next) = layer.trie.class(node, *class) else { continue };
            // The rest of the path is as it was once the walk comes back.
            let before = (self.path.inflected, self.path.clitics.clone());
            if self.path.inflected.is_none() {
                self.path.inflected = Some((id, *class));
            }
            if at > from {
                self.path.clitics = from..at;
            }
            self.walk(next, at + 1, Mood { after_verb: true, free: false });
            (self.path.inflected, self.path.clitics) = before;
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

    fn gap(&mut self, gap: Gap, at: usize, mood: Mood) {
        let divides = if mood.free { DIVIDES_ALWAYS } else { Between::END };
        if at >= self.units.list.len() || self.units.before(at).intersects(divides) {
            return;
        }
        let Ends { clause, furthest, bits } = self.ends(at);
        let begins = mood.free || self.moved_up_to(at) || gap::may_begin(self.units, at);
        if clause > at && begins {
            self.path.gaps.push((gap.number, at..clause));
            self.end_with_gap(gap.behind, clause);
            self.path.gaps.pop();
        }
        if bits & gap.follows == 0 {
            return;
        }
        for end in at + 1..=furthest {
            if self.bits.get(end).is_some_and(|bits| bits & gap.follows != 0) {
                self.path.gaps.push((gap.number, at..end));
                self.behind_gap(gap.behind, end, false);
                self.path.gaps.pop();
            }
        }
    }

    /// Whether a movable word was stepped over right before this one.
    fn moved_up_to(&self, at: usize) -> bool {
        self.path.moved.last().is_some_and(|(stretch, _)| stretch.end == at)
    }

    /// Where a gap that begins at `at` may end.
    fn ends(&mut self, at: usize) -> Ends {
        if let Some(Some(known)) = self.ends.get(at) {
            return *known;
        }
        let asked = at > 0 && self.units.roles(at - 1).contains(Roles::ASKING);
        let furthest = gap::furthest(self.units, at);
        let further = self.bits.get(at + 1..).unwrap_or(&[]).iter().take(furthest - at);
        let bits = further.fold(0, |all, bits| all | bits);
        let ends = Ends { clause: gap::end(self.units, at, asked), furthest, bits };
        self.ends.resize(self.units.list.len(), None);
        if let Some(known) = self.ends.get_mut(at) {
            *known = Some(ends);
        }
        ends
    }

    /// Records what ends with the gap before this node, also where a branch of a choice goes on.
    fn end_with_gap(&mut self, node: NodeId, end: usize) {
        let layer = self.layer;
        let more = layer.trie.more(layer.trie.node(node));
        more.terminals.iter().for_each(|terminal| self.record(terminal, end));
        more.joins.iter().for_each(|join| self.end_with_gap(*join, end));
    }

    /// Goes on behind a gap that phrase text ends; what ends with the gap itself is recorded already.
    /// `free`: the phrase has punctuation here, so the sentence may end.
    fn behind_gap(&mut self, node: NodeId, at: usize, free: bool) {
        let layer = self.layer;
        let here = layer.trie.node(node);
        if !self.units.is_edge(at) {
            return;
        }
        let more = layer.trie.more(here);
        more.joins.iter().for_each(|join| self.behind_gap(*join, at, free));
        if let Some(behind) = more.punctuation {
            self.behind_gap(behind, at, true);
        }
        let ended = self.units.before(at).contains(Between::END);
        if here.edges
            && self.may_go_on(at, Mood { after_verb: false, free: true })
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
