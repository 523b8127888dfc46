//! All phrases of a layer in one tree: rules that begin alike share their beginning.
//!
//! An edge is a word number or a class of word numbers (`<μπορώ:present>`), so an inflected word is
//! one edge and never multiplied out. Choices become separate paths while they are few; past that
//! their branches meet again in a node of their own.

mod build;
mod node_data;

pub use node_data::NodeData;
use node_data::{NodeDataBuilder, NodeDataTable};

use rustc_hash::FxHashMap;

use super::word_index::WordId;
use crate::rules::GapKind;

/// A node of the tree.
pub type NodeId = u32;
/// A set of word forms, such as every present form of μπορώ.
pub type ClassId = u32;

const CLASS_BIT: u32 = 1 << 31;
const ROOT: NodeId = 0;
/// A step of a phrase, resolved to numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    Word(WordId),
    /// A homograph without its accent: any of its variants.
    Variants(Vec<WordId>),
    /// A form of an inflected word.
    Class(ClassId),
    /// A gap, by its number in the rule, and what it takes.
    Gap(u16, GapKind),
    /// Any punctuation or none.
    Punctuation,
    /// One of these.
    Choice(Vec<Vec<Step>>),
    /// One of these, which a gap holds.
    Listed(u16, Vec<Vec<Step>>),
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
/// are some ten thousand: what only a few nodes have is in [`NodeData`].
#[derive(Debug, Clone, Copy, Default)]
pub struct Node {
    /// The bits of its edges.
    follows: u64,
    /// Has an edge for a word or a class.
    pub edges: bool,
    /// Has an edge for a class.
    pub classes: bool,
    data: u32,
}

impl Node {
    /// Whether there is anything but edges.
    #[inline]
    pub fn has_data(self) -> bool {
        self.data != NOTHING
    }
}

/// What a gap takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GapRole {
    /// Words of the draft, or a clause.
    Draft(GapKind),
    /// What the phrase spells out from here on.
    Opens,
    /// It ends here.
    Closes,
}

impl GapRole {
    /// Whether the path goes on after it without a word of the draft.
    pub fn nothing(self) -> bool {
        !matches!(self, GapRole::Draft(_))
    }
}

/// A gap after a node.
#[derive(Debug, Clone, Copy)]
pub struct Gap {
    /// Its number in its rule.
    pub number: u16,
    /// What it takes.
    pub kind: GapRole,
    /// The node after it.
    pub behind: NodeId,
    /// The bits of the words with which phrase text may go on after it.
    pub follows: u64,
}

/// Of 64 bits the one that stands for a word or class: where it is missing, so is the word. Nearly every
/// word of a draft is turned away by this, at a tenth of what looking it up takes.
#[inline]
pub fn bit(key: u32) -> u64 {
    1 << (key.wrapping_mul(0x9e37_79b9) >> 26)
}

/// The number of the empty [`NodeData`] that nodes without one of their own share.
const NOTHING: u32 = 0;

/// The tree.
#[derive(Debug)]
pub struct Trie {
    nodes: Vec<Node>,
    /// Empty once every phrase is in.
    builders: Vec<NodeDataBuilder>,
    node_data: NodeDataTable,
    edges: FxHashMap<(NodeId, u32), NodeId>,
    /// The nodes after the root by word number, [`ROOT`] for none: every word of a draft is looked
    /// up here, and most begin no phrase. Empty in a small tree.
    first: Vec<NodeId>,
    /// The same by the number of a class.
    first_classes: Vec<NodeId>,
}

impl Default for Trie {
    fn default() -> Trie {
        Trie {
            nodes: vec![Node::default()],
            builders: vec![NodeDataBuilder::default()],
            node_data: NodeDataTable::new(vec![NodeDataBuilder::default()]),
            edges: FxHashMap::default(),
            first: Vec::new(),
            first_classes: Vec::new(),
        }
    }
}

impl Trie {
    /// The node where every phrase begins.
    pub const ROOT: NodeId = ROOT;

    /// What it takes in memory, about.
    pub fn bytes(&self) -> usize {
        let edge = size_of::<((NodeId, u32), NodeId)>() + 1;
        size_of_val(&*self.nodes)
            + self.node_data.bytes()
            + self.edges.capacity() * edge
            + size_of_val(&*self.first)
            + size_of_val(&*self.first_classes)
    }

    /// A node.
    #[inline]
    pub fn node(&self, id: NodeId) -> Node {
        self.nodes[id as usize]
    }

    /// What a node has besides edges, once every phrase is in.
    #[inline]
    pub fn data(&self, node: Node) -> NodeData<'_> {
        self.node_data.of(node.data)
    }

    /// The same while phrases come in.
    fn builder(&self, node: NodeId) -> &NodeDataBuilder {
        &self.builders[self.node(node).data as usize]
    }

    /// The node after a word that begins phrases.
    #[inline]
    pub fn first(&self, word: WordId) -> Option<NodeId> {
        if self.first.is_empty() {
            return self.word(ROOT, word);
        }
        self.first.get(word as usize).copied().filter(|node| *node != ROOT)
    }

    /// The node after a word.
    #[inline]
    pub fn word(&self, node: NodeId, word: WordId) -> Option<NodeId> {
        self.behind(node, word)
    }

    /// The node after a class.
    #[inline]
    pub fn class(&self, node: NodeId, class: ClassId) -> Option<NodeId> {
        if node == ROOT {
            let first = self.first_classes.get(class as usize).copied();
            return first.filter(|node| *node != ROOT);
        }
        self.behind(node, class | CLASS_BIT)
    }

    #[inline]
    fn behind(&self, node: NodeId, key: u32) -> Option<NodeId> {
        if self.node(node).follows & bit(key) == 0 {
            return None;
        }
        self.edges.get(&(node, key)).copied()
    }

    /// The rules that have a phrase through one of these nodes, in their order. Looks at every edge, for it is asked of
    /// the rare draft that is too much.
    pub fn rules_behind(&self, nodes: impl Iterator<Item = NodeId>) -> Vec<u32> {
        let mut edges: Vec<(NodeId, NodeId)> =
            self.edges.iter().map(|((from, _), to)| (*from, *to)).collect();
        edges.sort_unstable();
        let mut reached = vec![false; self.nodes.len()];
        let mut waiting: Vec<NodeId> = nodes.collect();
        let mut rules = Vec::new();
        while let Some(node) = waiting.pop() {
            match reached.get_mut(node as usize) {
                Some(reached) if !*reached => *reached = true,
                _ => continue,
            }
            let data = self.data(self.node(node));
            rules.extend(data.terminals.iter().map(|terminal| terminal.rule));
            waiting.extend(data.gaps.iter().map(|gap| gap.behind));
            waiting.extend(data.joins.iter().copied().chain(data.punctuation));
            let first = edges.partition_point(|(from, _)| *from < node);
            let own = edges[first..].iter().take_while(|(from, _)| *from == node);
            waiting.extend(own.map(|(_, to)| *to));
        }
        rules.sort_unstable();
        rules.dedup();
        rules
    }
}
