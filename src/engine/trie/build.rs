//! Builds the trie: phrases are inserted one by one, then the words that may follow gaps are noted.

use rustc_hash::FxHashMap;

use super::node_data::{NodeDataBuilder, NodeDataTable};
use super::{CLASS_BIT, ClassId, Gap, GapRole, Node, NodeId, ROOT, Step, Terminal, Trie, bit};

/// What becomes of the branches of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choices {
    /// Separate paths, shared with other phrases: fast to match, many nodes.
    Apart,
    /// The branches meet again.
    Rejoin,
}

/// Choices are written out as separate paths up to this many a phrase.
const MAX_PATHS: usize = 32;
/// From this many words that begin phrases on they are in a table as long as the vocabulary: the layers of
/// thousands of teams, each with a few rules, would not fit into memory with one.
const MANY_FIRST: usize = 400;

impl Trie {
    /// Notes what can follow gaps; to be called once, when every phrase is in. `class_bits` tells the words of each
    /// class.
    pub fn finish(&mut self, class_bits: impl Fn(ClassId) -> u64) {
        let firsts = self.first.iter().filter(|node| **node != ROOT).count();
        if firsts < MANY_FIRST {
            self.first = Vec::new();
        }
        let gaps: Vec<NodeId> =
            self.builders.iter().flat_map(|data| data.gaps.iter().map(|gap| gap.behind)).collect();
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
        for gap in self.builders.iter_mut().flat_map(|data| &mut data.gaps) {
            gap.follows = all(&gap.behind);
        }
        // Layers live long, and there may be thousands: none keeps room that it does not need.
        self.node_data = NodeDataTable::new(std::mem::take(&mut self.builders));
        self.nodes.shrink_to_fit();
        self.first_classes.shrink_to_fit();
        self.edges.shrink_to_fit();
    }

    /// A node and those that it leads to without a word.
    fn reached(&self, node: NodeId) -> Vec<NodeId> {
        let mut reached = vec![node];
        let mut next = 0;
        while let Some(node) = reached.get(next).copied() {
            let data = self.builder(node);
            let listed = data.gaps.iter().filter(|gap| gap.kind.nothing()).map(|gap| gap.behind);
            let on = data.joins.iter().copied().chain(data.punctuation).chain(listed);
            let new: Vec<NodeId> = on.filter(|node| !reached.contains(node)).collect();
            reached.extend(new);
            next += 1;
        }
        reached
    }

    /// Makes room for phrases of this many words in all.
    pub fn reserve(&mut self, words: usize) {
        self.nodes.reserve(words);
        self.edges.reserve(words);
    }

    /// Adds a phrase.
    pub fn insert(&mut self, steps: &[Step], terminal: &Terminal) {
        let choices = if paths_of(steps) <= MAX_PATHS { Choices::Apart } else { Choices::Rejoin };
        for end in self.walk(vec![ROOT], steps, choices) {
            if end == ROOT {
                continue;
            }
            let known = &mut self.data_mut(end).terminals;
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
            Step::Gap(gap, kind) => {
                on(&mut |from| self.after_gap(from, *gap, GapRole::Draft(*kind)))
            }
            Step::Punctuation => on(&mut |from| self.behind_punctuation(from)),
            Step::Variants(words) => {
                let pairs = at.iter().flat_map(|from| words.iter().map(|word| (*from, *word)));
                return pairs.map(|(from, word)| self.edge(from, word)).collect();
            }
            Step::Choice(branches) => return self.choice(at, branches, choices),
            Step::Listed(gap, branches) => {
                let open = at.iter().map(|from| self.after_gap(*from, *gap, GapRole::Opens));
                let open = open.collect();
                let ends = self.choice(open, branches, choices);
                return ends
                    .into_iter()
                    .map(|end| self.after_gap(end, *gap, GapRole::Closes))
                    .collect();
            }
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
                    self.data_mut(end).joins.push(join);
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
        if from == ROOT {
            let (first, number) = match key & CLASS_BIT {
                0 => (&mut self.first, key as usize),
                _ => (&mut self.first_classes, (key & !CLASS_BIT) as usize),
            };
            first.resize(first.len().max(number + 1), ROOT);
            first[number] = node;
        }
        node
    }

    fn after_gap(&mut self, from: NodeId, gap: u16, kind: GapRole) -> NodeId {
        let same = |known: &&Gap| known.number == gap && known.kind == kind;
        let known = self.builder(from).gaps.iter().find(same);
        if let Some(known) = known {
            return known.behind;
        }
        let behind = self.add();
        self.data_mut(from).gaps.push(Gap { number: gap, kind, behind, follows: 0 });
        behind
    }

    fn behind_punctuation(&mut self, from: NodeId) -> NodeId {
        if let Some(node) = self.builder(from).punctuation {
            return node;
        }
        let node = self.add();
        self.data_mut(from).punctuation = Some(node);
        node
    }

    fn data_mut(&mut self, node: NodeId) -> &mut NodeDataBuilder {
        let node = &mut self.nodes[node as usize];
        if !node.has_data() {
            node.data = self.builders.len() as u32;
            self.builders.push(NodeDataBuilder::default());
        }
        &mut self.builders[node.data as usize]
    }

    fn add(&mut self) -> NodeId {
        self.nodes.push(Node::default());
        (self.nodes.len() - 1) as NodeId
    }
}

fn paths_of(steps: &[Step]) -> usize {
    steps.iter().fold(1, |paths: usize, step| match step {
        Step::Choice(branches) | Step::Listed(_, branches) => {
            paths.saturating_mul(branches.iter().map(|branch| paths_of(branch)).sum())
        }
        Step::Variants(words) => paths.saturating_mul(words.len()),
        _ => paths,
    })
}
