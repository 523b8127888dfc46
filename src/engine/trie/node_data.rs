//! What trie nodes have besides edges, stored apart because few nodes have any.

use super::{Gap, NodeId, ROOT, Terminal};

/// What a node has besides edges.
#[derive(Debug, Clone, Copy)]
pub struct NodeData<'t> {
    /// Paths that end here.
    pub terminals: &'t [Terminal],
    /// Gaps that may be here.
    pub gaps: &'t [Gap],
    /// Where a branch of a choice goes on.
    pub joins: &'t [NodeId],
    /// After punctuation.
    pub punctuation: Option<NodeId>,
}

/// The same while phrases come in.
#[derive(Debug, Default)]
pub(super) struct NodeDataBuilder {
    pub terminals: Vec<Terminal>,
    pub gaps: Vec<Gap>,
    pub joins: Vec<NodeId>,
    pub punctuation: Option<NodeId>,
}

/// What all nodes have besides edges, each sort in one piece: of the many nodes that have anything nearly all have
/// one thing, and a piece for each of them would take several times the room.
#[derive(Debug)]
pub(super) struct NodeDataTable {
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
    /// After punctuation; [`ROOT`], to which nothing leads, for none.
    punctuation: NodeId,
}

impl NodeDataTable {
    pub(super) fn new(grown: Vec<NodeDataBuilder>) -> NodeDataTable {
        let sum = |of: fn(&NodeDataBuilder) -> usize| grown.iter().map(of).sum();
        let mut all = NodeDataTable {
            starts: Vec::with_capacity(grown.len() + 1),
            terminals: Vec::with_capacity(sum(|data| data.terminals.len())),
            gaps: Vec::with_capacity(sum(|data| data.gaps.len())),
            joins: Vec::with_capacity(sum(|data| data.joins.len())),
        };
        for data in grown {
            all.starts.push(all.end(data.punctuation));
            all.terminals.extend(data.terminals);
            all.gaps.extend(data.gaps);
            all.joins.extend(data.joins);
        }
        all.starts.push(all.end(None));
        all
    }

    /// What it takes in memory.
    pub(super) fn bytes(&self) -> usize {
        size_of_val(&*self.starts)
            + size_of_val(&*self.terminals)
            + size_of_val(&*self.gaps)
            + size_of_val(&*self.joins)
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

    /// What the node of this number has.
    #[inline]
    pub(super) fn of(&self, number: u32) -> NodeData<'_> {
        let (here, next) = (self.starts[number as usize], self.starts[number as usize + 1]);
        NodeData {
            terminals: &self.terminals[here.terminals as usize..next.terminals as usize],
            gaps: &self.gaps[here.gaps as usize..next.gaps as usize],
            joins: &self.joins[here.joins as usize..next.joins as usize],
            punctuation: (here.punctuation != ROOT).then_some(here.punctuation),
        }
    }
}
