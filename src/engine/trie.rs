//! All phrases of a layer in one tree: rules that begin alike share their beginning.
//!
//! An edge is a word number or a class of word numbers (`<μπορώ:present>`), so an inflected word is
//! one edge and never multiplied out. Choices become separate paths while they are few; past that
//! their branches meet again in a node of their own.

use rustc_hash::FxHashMap;

use super::vocabulary::WordId;

/// What becomes of the branches of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choices {
    /// Separate paths, shared with other phrases: fast to match, many nodes.
    Apart,
    /// The branches meet again.
    Rejoin,
}

/// A node of the tree.
pub type NodeId = u32;
/// A set of word forms, such as every present form of μπορώ.
pub type ClassId = u32;

/// Choices are written out as separate paths up to this many a phrase.
const MOST_PATHS: usize = 32;
const CLASS_BIT: u32 = 1 << 31;
const ROOT: NodeId = 0;
/// From so many words that begin phrases on they stand in a table as long as the vocabulary: the layers of
/// thousands of teams, each with a few rules, would not fit into memory with one.
const MANY_FIRST: usize = 400;

/// A step of a phrase, resolved to numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A word.
    Word(WordId),
    /// A homograph without its accent: any of its variants.
    Variants(Vec<WordId>),
    /// A form of an inflected word.
    Class(ClassId),
    /// A gap, by its number in the rule.
    Gap(u16),
    /// Any punctuation or none.
    Punctuation,
    /// One of these.
    Choice(Vec<Vec<Step>>),
}

/// What a path that ends in a node has found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terminal {
    /// Number of the rule in its layer.
    pub rule: u32,
    /// The phrase only silences the rule (`unless`).
    pub silences: bool,
    /// Only at the start of a sentence.
    pub at_start: bool,
    /// Only at the end of a sentence.
    pub at_end: bool,
    /// The gap before the first word, if the phrase begins with one.
    pub leading: Option<u16>,
}

/// A node of the tree. Small, because finding reads one or two for every word of a draft and there
/// are some ten thousand: what only a few nodes have stands in [`More`].
#[derive(Debug, Clone, Copy, Default)]
pub struct Node {
    /// The bits of its edges.
    follows: u64,
    /// Has an edge for a word or a class.
    pub edges: bool,
    /// Has an edge for a class.
    pub classes: bool,
    more: u32,
}

impl Node {
    /// Whether there is anything but edges.
    #[inline]
    pub fn has_more(self) -> bool {
        self.more != NOTHING
    }
}

/// What a node has besides edges.
#[derive(Debug, Clone, Copy)]
pub struct More<'t> {
    /// Paths that end here.
    pub terminals: &'t [Terminal],
    /// Gaps that may stand here.
    pub gaps: &'t [Gap],
    /// Where a branch of a choice goes on.
    pub joins: &'t [NodeId],
    /// Behind punctuation.
    pub punctuation: Option<NodeId>,
}

/// The same while phrases come in.
#[derive(Debug, Default)]
struct Growing {
    terminals: Vec<Terminal>,
    gaps: Vec<Gap>,
    joins: Vec<NodeId>,
    punctuation: Option<NodeId>,
}

/// What all nodes have besides edges, each sort in one piece: of the many nodes that have anything nearly all have
/// one thing, and a piece for each of them would take several times the room.
#[derive(Debug)]
struct Finished {
    /// One more than there are nodes with anything: what one has ends where the next one's begins.
    starts: Vec<Start>,
    terminals: Vec<Terminal>,
    gaps: Vec<Gap>,
    joins: Vec<NodeId>,
}

/// Where that of one node begins.
#[derive(Debug, Clone, Copy, Default)]
struct Start {
    terminals: u32,
    gaps: u32,
    joins: u32,
    /// Behind punctuation; [`ROOT`], to which nothing leads, for none.
    punctuation: NodeId,
}

impl Finished {
    fn new(grown: Vec<Growing>) -> Finished {
        let sum = |of: fn(&Growing) -> usize| grown.iter().map(of).sum();
        let mut all = Finished {
            starts: Vec::with_capacity(grown.len() + 1),
            terminals: Vec::with_capacity(sum(|more| more.terminals.len())),
            gaps: Vec::with_capacity(sum(|more| more.gaps.len())),
            joins: Vec::with_capacity(sum(|more| more.joins.len())),
        };
        for more in grown {
            all.starts.push(all.end(more.punctuation));
            all.terminals.extend(more.terminals);
            all.gaps.extend(more.gaps);
            all.joins.extend(more.joins);
        }
        all.starts.push(all.end(None));
        all
    }

    /// Where the next node's begins.
    fn end(&self, punctuation: Option<NodeId>) -> Start {
        Start {
            terminals: self.terminals.len() as u32,
            gaps: self.gaps.len() as u32,
            joins: self.joins.len() as u32,
            punctuation: punctuation.unwrap_or(ROOT),
        }
    }

    #[inline]
    fn of(&self, number: u32) -> More<'_> {
        let (here, next) = (self.starts[number as usize], self.starts[number as usize + 1]);
        More {
            terminals: &self.terminals[here.terminals as usize..next.terminals as usize],
            gaps: &self.gaps[here.gaps as usize..next.gaps as usize],
            joins: &self.joins[here.joins as usize..next.joins as usize],
            punctuation: (here.punctuation != ROOT).then_some(here.punctuation),
        }
    }
}

/// A gap after a node.
#[derive(Debug, Clone, Copy)]
pub struct Gap {
    /// Its number in its rule.
    pub number: u16,
    /// The node behind it.
    pub behind: NodeId,
    /// The bits of the words with which phrase text may go on behind it.
    pub follows: u64,
}

/// Of 64 bits the one that stands for a word or class: where it is missing, so is the word. Nearly every
/// word of a draft is turned away by this, at a tenth of what looking it up takes.
#[inline]
pub fn bit(key: u32) -> u64 {
    1 << (key.wrapping_mul(0x9e37_79b9) >> 26)
}

/// The number of the empty [`More`] that nodes without one of their own share.
const NOTHING: u32 = 0;

/// The tree.
#[derive(Debug)]
pub struct Trie {
    nodes: Vec<Node>,
    /// Empty once every phrase is in.
    growing: Vec<Growing>,
    finished: Finished,
    edges: FxHashMap<(NodeId, u32), NodeId>,
    /// The nodes behind the root by word number, [`ROOT`] for none: every word of a draft is looked
    /// up here, and most begin no phrase. Empty in a small tree.
    first: Vec<NodeId>,
}

impl Default for Trie {
    fn default() -> Trie {
        Trie {
            nodes: vec![Node::default()],
            growing: vec![Growing::default()],
            finished: Finished::new(vec![Growing::default()]),
            edges: FxHashMap::default(),
            first: Vec::new(),
        }
    }
}

impl Trie {
    /// The node where every phrase begins.
    pub const ROOT: NodeId = ROOT;

    /// A node.
    #[inline]
    pub fn node(&self, id: NodeId) -> Node {
        self.nodes[id as usize]
    }

    /// What a node has besides edges, once every phrase is in.
    #[inline]
    pub fn more(&self, node: Node) -> More<'_> {
        self.finished.of(node.more)
    }

    /// The same while phrases come in.
    fn growing(&self, node: NodeId) -> &Growing {
        &self.growing[self.node(node).more as usize]
    }

    /// The node behind a word that begins phrases.
    #[inline]
    pub fn first(&self, word: WordId) -> Option<NodeId> {
        if self.first.is_empty() {
            return self.word(ROOT, word);
        }
        self.first.get(word as usize).copied().filter(|node| *node != ROOT)
    }

    /// The node behind a word.
    #[inline]
    pub fn word(&self, node: NodeId, word: WordId) -> Option<NodeId> {
        self.behind(node, word)
    }

    /// The node behind a class.
    #[inline]
    pub fn class(&self, node: NodeId, class: ClassId) -> Option<NodeId> {
        self.behind(node, class | CLASS_BIT)
    }

    #[inline]
    fn behind(&self, node: NodeId, key: u32) -> Option<NodeId> {
        if self.node(node).follows & bit(key) == 0 {
            return None;
        }
        self.edges.get(&(node, key)).copied()
    }

    /// Notes what can follow gaps; to be called once, when every phrase is in. `class_bits` tells the words of each
    /// class.
    pub fn finish(&mut self, class_bits: impl Fn(ClassId) -> u64) {
        let firsts = self.first.iter().filter(|node| **node != ROOT).count();
        if firsts < MANY_FIRST {
            self.first = Vec::new();
        }
        let gaps: Vec<NodeId> =
            self.growing.iter().flat_map(|more| more.gaps.iter().map(|gap| gap.behind)).collect();
        let reached: FxHashMap<NodeId, Vec<NodeId>> =
            gaps.into_iter().map(|behind| (behind, self.reached(behind))).collect();
        let mut bits: FxHashMap<NodeId, u64> =
            reached.values().flatten().map(|node| (*node, 0)).collect();
        for (node, key) in self.edges.keys() {
            if let Some(bits) = bits.get_mut(node) {
                *bits |= match key & CLASS_BIT {
                    0 => bit(*key),
                    _ => class_bits(key & !CLASS_BIT),
                };
            }
        }
        let all = |behind: &NodeId| {
            let nodes = reached.get(behind).map_or(&[][..], Vec::as_slice);
            nodes.iter().filter_map(|node| bits.get(node)).fold(0, |all, bits| all | bits)
        };
        for gap in self.growing.iter_mut().flat_map(|more| &mut more.gaps) {
            gap.follows = all(&gap.behind);
        }
        // Layers live long, and there may be thousands: none keeps room that it does not need.
        self.finished = Finished::new(std::mem::take(&mut self.growing));
        self.nodes.shrink_to_fit();
        self.edges.shrink_to_fit();
    }

    /// A node and those that it leads to without a word.
    fn reached(&self, node: NodeId) -> Vec<NodeId> {
        let mut reached = vec![node];
        let mut next = 0;
        while let Some(node) = reached.get(next).copied() {
            let more = self.growing(node);
            let on = more.joins.iter().copied().chain(more.punctuation);
            let new: Vec<NodeId> = on.filter(|node| !reached.contains(node)).collect();
            reached.extend(new);
            next += 1;
        }
        reached
    }

    /// Makes room for phrases of so many words in all.
    pub fn reserve(&mut self, words: usize) {
        self.nodes.reserve(words);
        self.edges.reserve(words);
    }

    /// Adds a phrase.
    pub fn insert(&mut self, steps: &[Step], terminal: &Terminal) {
        let choices = if paths_of(steps) <= MOST_PATHS { Choices::Apart } else { Choices::Rejoin };
        for end in self.walk(vec![ROOT], steps, choices) {
            if end == ROOT {
                continue;
            }
            let known = &mut self.more_mut(end).terminals;
            if !known.contains(terminal) {
                known.push(terminal.clone());
            }
        }
    }

    /// The nodes where the steps end, from each of `at`.
    fn walk(&mut self, at: Vec<NodeId>, steps: &[Step], choices: Choices) -> Vec<NodeId> {
        steps.iter().fold(at, |at, step| self.step(at, step, choices))
    }

    fn step(&mut self, mut at: Vec<NodeId>, step: &Step, choices: Choices) -> Vec<NodeId> {
        let mut on = |go: &mut dyn FnMut(NodeId) -> NodeId| {
            at.iter_mut().for_each(|node| *node = go(*node));
        };
        match step {
            Step::Word(word) => on(&mut |from| self.edge(from, *word)),
            Step::Class(class) => on(&mut |from| self.class_edge(from, *class)),
            Step::Gap(gap) => on(&mut |from| self.behind_gap(from, *gap)),
            Step::Punctuation => on(&mut |from| self.behind_punctuation(from)),
            Step::Variants(words) => {
                let pairs = at.iter().flat_map(|from| words.iter().map(|word| (*from, *word)));
                return pairs.map(|(from, word)| self.edge(from, word)).collect();
            }
            Step::Choice(branches) => return self.choice(at, branches, choices),
        }
        at
    }

    /// Branches stay apart, or meet again in a node of their own; never at the root, which every
    /// word of a draft is looked up in.
    fn choice(&mut self, at: Vec<NodeId>, branches: &[Vec<Step>], choices: Choices) -> Vec<NodeId> {
        let (apart, rejoined): (Vec<NodeId>, Vec<NodeId>) =
            at.into_iter().partition(|from| *from == ROOT || choices == Choices::Apart);
        let mut ends = Vec::new();
        for branch in branches.iter().filter(|_| !apart.is_empty()) {
            ends.extend(self.walk(apart.clone(), branch, choices));
        }
        if !rejoined.is_empty() {
            let join = self.add();
            for branch in branches {
                for end in self.walk(rejoined.clone(), branch, choices) {
                    self.more_mut(end).joins.push(join);
                }
            }
            ends.push(join);
        }
        ends
    }

    fn class_edge(&mut self, from: NodeId, class: ClassId) -> NodeId {
        self.nodes[from as usize].classes = true;
        self.edge(from, class | CLASS_BIT)
    }

    fn edge(&mut self, from: NodeId, key: u32) -> NodeId {
        if let Some(node) = self.edges.get(&(from, key)) {
            return *node;
        }
        let here = &mut self.nodes[from as usize];
        here.edges = true;
        here.follows |= bit(key);
        let node = self.add();
        self.edges.insert((from, key), node);
        if from == ROOT && key & CLASS_BIT == 0 {
            let word = key as usize;
            self.first.resize(self.first.len().max(word + 1), ROOT);
            self.first[word] = node;
        }
        node
    }

    fn behind_gap(&mut self, from: NodeId, gap: u16) -> NodeId {
        let known = self.growing(from).gaps.iter().find(|known| known.number == gap);
        if let Some(known) = known {
            return known.behind;
        }
        let behind = self.add();
        self.more_mut(from).gaps.push(Gap { number: gap, behind, follows: 0 });
        behind
    }

    fn behind_punctuation(&mut self, from: NodeId) -> NodeId {
        if let Some(node) = self.growing(from).punctuation {
            return node;
        }
        let node = self.add();
        self.more_mut(from).punctuation = Some(node);
        node
    }

    fn more_mut(&mut self, node: NodeId) -> &mut Growing {
        let node = &mut self.nodes[node as usize];
        if !node.has_more() {
            node.more = self.growing.len() as u32;
            self.growing.push(Growing::default());
        }
        &mut self.growing[node.more as usize]
    }

    fn add(&mut self) -> NodeId {
        self.nodes.push(Node::default());
        (self.nodes.len() - 1) as NodeId
    }
}

fn paths_of(steps: &[Step]) -> usize {
    steps.iter().fold(1, |paths: usize, step| match step {
        Step::Choice(branches) => {
            paths.saturating_mul(branches.iter().map(|branch| paths_of(branch)).sum())
        }
        Step::Variants(words) => paths.saturating_mul(words.len()),
        _ => paths,
    })
}
