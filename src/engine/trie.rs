//! All phrases of a layer in one tree: rules that begin alike share their beginning.
//!
//! An edge is a word number or a class of word numbers (`<μπορώ:present>`), so an inflected word is
//! one edge and never multiplied out. Choices become separate paths while they are few; past that
//! their branches meet again in a node of their own.

use rustc_hash::{FxHashMap, FxHashSet};

use super::vocabulary::WordId;
use super::word_set::WordSet;

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
/// From so many words that begin phrases on they stand in a table as long as the vocabulary: the layers of
/// thousands of teams, each with a few rules, would not fit into memory with one.
const MANY_FIRST: usize = 400;
const ROOT: NodeId = 0;

/// A step of a phrase, resolved to numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A word; of a homograph without its accent every variant.
    Word(Vec<WordId>),
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
#[derive(Debug, Default)]
pub struct More {
    /// Paths that end here.
    pub terminals: Vec<Terminal>,
    /// After a gap: the gap's number and the node behind it.
    pub gaps: Vec<(u16, NodeId)>,
    /// Where a branch of a choice goes on.
    pub joins: Vec<NodeId>,
    /// Behind punctuation.
    pub punctuation: Option<NodeId>,
}

/// The number of the empty [`More`] that nodes without one of their own share.
const NOTHING: u32 = 0;

/// The tree.
#[derive(Debug)]
pub struct Trie {
    nodes: Vec<Node>,
    more: Vec<More>,
    edges: FxHashMap<(NodeId, u32), NodeId>,
    /// The nodes behind the root by word number, [`ROOT`] for none: every word of a draft is looked
    /// up here, and most begin no phrase. Empty in a small tree.
    first: Vec<NodeId>,
    /// Which words begin phrases, in a small tree.
    begins: WordSet,
    /// Which words stand right behind some gap: at most words of a draft a gap goes on.
    after_gap: WordSet,
    /// The nodes behind gaps that an inflected word can follow.
    classes_after_gap: FxHashSet<NodeId>,
}

impl Default for Trie {
    fn default() -> Trie {
        Trie {
            nodes: vec![Node::default()],
            more: vec![More::default()],
            edges: FxHashMap::default(),
            first: Vec::new(),
            begins: WordSet::default(),
            after_gap: WordSet::default(),
            classes_after_gap: FxHashSet::default(),
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

    /// What a node has besides edges.
    #[inline]
    pub fn more(&self, node: Node) -> &More {
        &self.more[node.more as usize]
    }

    /// The node behind a word that begins phrases.
    #[inline]
    pub fn first(&self, word: WordId) -> Option<NodeId> {
        match self.first.get(word as usize) {
            Some(node) => Some(*node).filter(|node| *node != ROOT),
            None if self.begins.has(word) => self.word(ROOT, word),
            None => None,
        }
    }

    /// The node behind a word.
    #[inline]
    pub fn word(&self, node: NodeId, word: WordId) -> Option<NodeId> {
        self.edges.get(&(node, word)).copied()
    }

    /// The node behind a class.
    #[inline]
    pub fn class(&self, node: NodeId, class: ClassId) -> Option<NodeId> {
        self.edges.get(&(node, class | CLASS_BIT)).copied()
    }

    /// Whether phrase text may go on with this word behind the gap before `node`.
    #[inline]
    pub fn may_end_gap(&self, node: NodeId, word: WordId) -> bool {
        self.after_gap.has(word) || self.classes_after_gap.contains(&node)
    }

    /// Notes what begins phrases and what can follow gaps; to be called when every phrase is in.
    pub fn finish(&mut self) {
        self.note_first();
        self.nodes.shrink_to_fit();
        self.more.shrink_to_fit();
        for more in &mut self.more {
            more.terminals.shrink_to_fit();
            more.gaps.shrink_to_fit();
        }
        self.edges.shrink_to_fit();
        let targets: Vec<NodeId> =
            self.more.iter().flat_map(|more| more.gaps.iter().map(|(_, node)| *node)).collect();
        let mut behind = FxHashSet::default();
        for target in targets {
            let reached = self.reached(target);
            if reached.iter().any(|node| self.node(*node).classes) {
                self.classes_after_gap.insert(target);
            }
            behind.extend(reached);
        }
        for (node, key) in self.edges.keys().filter(|(_, key)| key & CLASS_BIT == 0) {
            if behind.contains(node) {
                self.after_gap.insert(*key);
            }
        }
    }

    fn note_first(&mut self) {
        let is_first = |(from, key): &(NodeId, u32)| *from == ROOT && key & CLASS_BIT == 0;
        let words: Vec<(WordId, NodeId)> = self
            .edges
            .iter()
            .filter(|(edge, _)| is_first(edge))
            .map(|((_, word), node)| (*word, *node))
            .collect();
        if words.len() < MANY_FIRST {
            words.into_iter().for_each(|(word, _)| self.begins.insert(word));
            return;
        }
        let end = words.iter().map(|(word, _)| *word as usize + 1).max().unwrap_or(0);
        self.first = vec![ROOT; end];
        for (word, node) in words {
            self.first[word as usize] = node;
        }
    }

    /// A node and those that it leads to without a word.
    fn reached(&self, node: NodeId) -> Vec<NodeId> {
        let mut reached = vec![node];
        let mut next = 0;
        while let Some(node) = reached.get(next).copied() {
            let more = self.more(self.node(node));
            let on = more.joins.iter().copied().chain(more.punctuation);
            let new: Vec<NodeId> = on.filter(|node| !reached.contains(node)).collect();
            reached.extend(new);
            next += 1;
        }
        reached
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

    fn step(&mut self, at: Vec<NodeId>, step: &Step, choices: Choices) -> Vec<NodeId> {
        match step {
            Step::Word(words) => at
                .iter()
                .flat_map(|from| words.iter().map(|word| (*from, *word)))
                .map(|(from, word)| self.edge(from, word))
                .collect(),
            Step::Class(class) => {
                at.into_iter().map(|from| self.class_edge(from, *class)).collect()
            }
            Step::Gap(gap) => at.into_iter().map(|from| self.behind_gap(from, *gap)).collect(),
            Step::Punctuation => at.into_iter().map(|from| self.behind_punctuation(from)).collect(),
            Step::Choice(branches) => self.choice(at, branches, choices),
        }
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
        self.nodes[from as usize].edges = true;
        let node = self.add();
        self.edges.insert((from, key), node);
        node
    }

    fn behind_gap(&mut self, from: NodeId, gap: u16) -> NodeId {
        let known = self.more(self.node(from)).gaps.iter().find(|(number, _)| *number == gap);
        if let Some((_, node)) = known {
            return *node;
        }
        let node = self.add();
        self.more_mut(from).gaps.push((gap, node));
        node
    }

    fn behind_punctuation(&mut self, from: NodeId) -> NodeId {
        if let Some(node) = self.more(self.node(from)).punctuation {
            return node;
        }
        let node = self.add();
        self.more_mut(from).punctuation = Some(node);
        node
    }

    fn more_mut(&mut self, node: NodeId) -> &mut More {
        let node = &mut self.nodes[node as usize];
        if !node.has_more() {
            node.more = self.more.len() as u32;
            self.more.push(More::default());
        }
        &mut self.more[node.more as usize]
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
        Step::Word(words) => paths.saturating_mul(words.len()),
        _ => paths,
    })
}
