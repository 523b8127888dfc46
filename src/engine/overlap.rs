//! Resolves overlaps: which candidates of all layers become findings.

use super::candidate::{Candidate, Fit, Silences};
use super::layer::Layer;
use super::token::Tokens;

/// Sorts the candidates and returns the indices of those that become findings. When the words of two candidates
/// overlap, the earlier layer wins (a team's own); within a layer, a candidate with an edit wins over one that only
/// advises, then the one with more words of its own, then the higher level, then the earlier rule. A match inside
/// another's gap does not overlap it.
pub fn resolve(candidates: &mut [Candidate], layers: &[&Layer], tokens: &Tokens<'_>) -> Vec<usize> {
    let level = |it: &Candidate| {
        layers
            .get(it.layer)
            .and_then(|layer| layer.rules.get(it.rule as usize))
            .map(|rule| rule.info.level)
    };
    candidates.sort_by(|one, other| {
        let strength = |it: &Candidate| (it.literal, level(it));
        one.layer
            .cmp(&other.layer)
            .then_with(|| (one.fit == Fit::No).cmp(&(other.fit == Fit::No)))
            .then_with(|| strength(other).cmp(&strength(one)))
            .then_with(|| (one.rule, one.span.start).cmp(&(other.rule, other.span.start)))
    });
    let mut taken = Taken::new(tokens.list.len());
    let mut selected = Vec::new();
    for (number, candidate) in candidates.iter().enumerate() {
        if taken.admits(candidate, candidates) {
            taken.claim(candidate, number);
            selected.push(number);
        }
    }
    selected
}

/// Which selected candidate claims a token as its word, and which hold it in a gap.
struct Taken {
    claimed: Vec<Option<u32>>,
    in_gap_of: Vec<Vec<u32>>,
}

impl Taken {
    fn new(tokens: usize) -> Taken {
        Taken { claimed: vec![None; tokens], in_gap_of: vec![Vec::new(); tokens] }
    }

    fn admits(&self, candidate: &Candidate, all: &[Candidate]) -> bool {
        let only_adds = candidate.only_adds();
        candidate.span.clone().all(|token| {
            let holder = self
                .claimed
                .get(token)
                .copied()
                .flatten()
                .and_then(|index| all.get(index as usize));
            match (candidate.gap_of(token), holder) {
                // What is in a gap of this one must be there whole, and be less than all of it.
                (Some(gap), Some(other)) => {
                    within(&other.span, gap) && other.span != candidate.span
                }
                (Some(_), None) if !only_adds => true,
                (None, Some(_)) => false,
                // What only adds has no word that could show where it overlaps, so it is whole in a gap or not at all.
                (_, None) => self.nests(candidate, token, all),
            }
        })
    }

    /// Every gap that holds this token holds the whole candidate.
    fn nests(&self, candidate: &Candidate, token: usize, all: &[Candidate]) -> bool {
        let holders = self.in_gap_of.get(token).map_or(&[][..], Vec::as_slice);
        holders
            .iter()
            .filter_map(|index| all.get(*index as usize))
            .all(|holder| holder.gap_of(token).is_none_or(|gap| within(&candidate.span, gap)))
    }

    fn claim(&mut self, candidate: &Candidate, index: usize) {
        for token in candidate.span.clone() {
            if candidate.gap_of(token).is_some() {
                if let Some(holders) = self.in_gap_of.get_mut(token) {
                    holders.push(index as u32);
                }
            } else if let Some(claimed) = self.claimed.get_mut(token) {
                *claimed = Some(index as u32);
            }
        }
    }
}

fn within(inner: &std::ops::Range<usize>, outer: &std::ops::Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Drops the candidates that an `unless` phrase of their own rule overlaps.
pub fn silence(candidates: &mut Vec<Candidate>, silences: &Silences) {
    if silences.is_empty() {
        return;
    }
    let mut by_rule: rustc_hash::FxHashMap<u32, Vec<std::ops::Range<usize>>> =
        rustc_hash::FxHashMap::default();
    for (rule, range) in silences {
        by_rule.entry(*rule).or_default().push(range.clone());
    }
    by_rule.values_mut().for_each(|ranges| ranges.sort_by_key(|range| range.start));
    candidates.retain(|candidate| {
        let ranges = by_rule.get(&candidate.rule).map_or(&[][..], Vec::as_slice);
        // Stretches are short, so only the near ones can overlap.
        let near =
            ranges.partition_point(|range| range.start + LONGEST_SILENCE < candidate.span.start);
        !ranges[near..]
            .iter()
            .take_while(|range| range.start < candidate.span.end)
            .any(|range| overlaps(range, candidate))
    });
}

/// An `unless` phrase reaches at most this many tokens (two gaps and the words around them).
const LONGEST_SILENCE: usize = 80;

/// Whether an `unless` range covers a word of the match. Gaps do not count, unless the match only adds words.
fn overlaps(range: &std::ops::Range<usize>, candidate: &Candidate) -> bool {
    let only_adds = candidate.only_adds();
    range
        .clone()
        .any(|token| candidate.claims(token) || only_adds && candidate.span.contains(&token))
}
