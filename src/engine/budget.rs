//! Limits the work that one draft may cause, so that no rule can keep the program busy.
//!
//! Work is counted, not timed, so the same draft and rules give the same review on every machine. Each limit is far
//! above what the built-in rules and teams' packs need, even for the longest draft. A rule that exceeds its budget is
//! skipped for this draft, and the review says so.

use super::layer::Origin;

/// The longest chunk of folded text that an expression is searched in, in bytes: some thousand Greek letters,
/// the whole of most drafts. Looking on to the end for each match costs only this.
pub const MAX_CHUNK_BYTES: usize = 2_000;
/// An expression may search this many times the bytes of the draft. What finds a word of four Greek letters over and
/// over does not come near, and an expression that finds single letters may in a short draft.
pub const MAX_PASSES: u64 = 128;
/// All expressions of a layer together, those with many places counted several times: see [`Costs`].
pub const MAX_LAYER_PASSES: u64 = 2_048;
/// A draft shorter than this many bytes has the budget of one of this length.
pub const SHORT_DRAFT: u64 = 1_000;
/// This many positions of an expression weigh as much as one more search with it: see [`Costs`].
const PLACES_A_PASS: u64 = 8;

/// The most steps from one start word along one shared phrase prefix.
pub const MAX_STEPS: u32 = 10_000;
/// Steps that any phrase prefix may take even after the layer's budget is spent.
pub const LIGHT_STEPS: u32 = 64;
/// Steps for each word of a draft, all phrases of a layer together.
pub const STEPS_PER_WORD: u64 = 400;
/// Built-in rules may take this many times as many steps: thousands of their phrases begin with the same few words, and a test
/// knows what they cost at worst.
pub const BUILTIN_TIMES: u64 = 4;
/// A draft of fewer words than this has the budget of one with this many.
pub const FEW_WORDS: u64 = 200;
/// Once this multiple of the budget is spent, without any single prefix being to blame, matching stops.
pub const STEPS_PAST_BUDGET: u64 = 4;
/// Candidates of a layer in one draft; the first in the draft are kept.
pub const MAX_CANDIDATES: usize = 100_000;

/// What finding has cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Work {
    /// Steps through the phrases.
    pub steps: u64,
    /// Bytes that regular expressions searched: from where each search began to the end of its chunk.
    pub searched: u64,
    /// Places where a rule could apply.
    pub candidates: usize,
}

impl std::ops::AddAssign for Work {
    fn add_assign(&mut self, other: Work) {
        self.steps += other.steps;
        self.searched += other.searched;
        self.candidates += other.candidates;
    }
}

/// What the expressions of a layer may still search in a draft.
#[derive(Debug, Clone, Copy)]
pub struct Costs {
    /// Each of them.
    rule: u64,
    /// All of them, weighed.
    layer: u64,
    /// What was searched.
    pub searched: u64,
}

/// What one expression may still search.
#[derive(Debug)]
pub struct Allowance<'c> {
    costs: &'c mut Costs,
    left: u64,
    weight: u64,
}

impl Costs {
    /// For a folded text of this many bytes.
    pub fn new(bytes: usize) -> Costs {
        let bytes = (bytes as u64).max(SHORT_DRAFT);
        Costs { rule: bytes * MAX_PASSES, layer: bytes * MAX_LAYER_PASSES, searched: 0 }
    }

    /// For an expression of this many places.
    pub fn of_rule(&mut self, places: u64) -> Allowance<'_> {
        let (left, weight) = (self.rule, 1 + places / PLACES_A_PASS);
        Allowance { costs: self, left, weight }
    }
}

impl Allowance<'_> {
    /// Pays for a search through this many bytes; whether that was within the budget.
    pub fn pay(&mut self, bytes: usize) -> bool {
        let bytes = bytes as u64;
        let weighed = bytes.saturating_mul(self.weight);
        let can_pay = bytes <= self.left && weighed <= self.costs.layer;
        if can_pay {
            self.left -= bytes;
            self.costs.layer -= weighed;
            self.costs.searched += bytes;
        }
        can_pay
    }
}

/// The steps that the phrases of a layer may take in a draft of this many words.
pub fn steps(words: usize, origin: Origin) -> u64 {
    let times = if origin == Origin::BuiltIn { BUILTIN_TIMES } else { 1 };
    (words as u64).max(FEW_WORDS) * STEPS_PER_WORD * times
}
