//! The rules by `regex:`, and which of them are worth trying on a draft.
//!
//! Most drafts match none of them, and a Greek text is slow to search: a word edge (`\b`) between letters
//! beyond ASCII rules the fast automata out. So of each expression the words that every match must hold
//! are taken, all of them are looked for at once, and an expression is tried only if one of its words occurs.

use aho_corasick::AhoCorasick;
use regex_automata::meta::Regex;
use regex_syntax::hir::{Hir, HirKind};
use rustc_hash::FxHashMap;

use crate::rules::Pattern;

/// More alternatives than this tell little and are looked for in vain.
const MAX_ALTERNATIVES: usize = 200;
/// What an expression takes beside its automata, in bytes, as `benches/teams.rs` finds it.
const BESIDE_COMPILED: usize = 12 << 10;
/// Texts that are met for each byte of the draft before every expression is tried: texts that end alike are all met
/// in one place, and counting them would take longer than it saves.
const MAX_MET: usize = 16;

/// The regular expressions of a layer.
#[derive(Debug, Default)]
pub struct Patterns {
    expressions: Vec<Expression>,
    /// The texts of which a match must hold one, of all expressions.
    needed: Option<AhoCorasick>,
    /// To which expressions each of these texts belongs.
    owners: Vec<Vec<usize>>,
}

#[derive(Debug)]
struct Expression {
    /// The rule's number.
    rule: u32,
    pattern: Pattern,
    /// Tried on every draft: nothing is known that each match must hold.
    always: bool,
    /// How many places it has: see [`places`].
    places: u64,
}

impl Patterns {
    /// The expressions with the numbers of their rules.
    pub fn new(regexes: Vec<(u32, Pattern)>) -> Patterns {
        let mut owners: FxHashMap<Box<[u8]>, Vec<usize>> = FxHashMap::default();
        let mut expressions = Vec::with_capacity(regexes.len());
        for (index, (rule, pattern)) in regexes.into_iter().enumerate() {
            let needed = needed(pattern.hir());
            let (always, places) = (needed.is_none(), places(pattern.hir()));
            for text in needed.into_iter().flatten() {
                owners.entry(text).or_default().push(index);
            }
            expressions.push(Expression { rule, pattern, always, places });
        }
        let (texts, owners): (Vec<_>, Vec<_>) = owners.into_iter().unzip();
        let needed = if texts.is_empty() { None } else { AhoCorasick::new(&texts).ok() };
        if needed.is_none() {
            expressions.iter_mut().for_each(|expression| expression.always = true);
        }
        Patterns { expressions, needed, owners }
    }

    /// What the expressions take in memory, about; they are compiled for that.
    pub fn bytes(&self) -> usize {
        let takes = |it: &Expression| {
            it.pattern.regex().map_or(0, |regex| regex.memory_usage() + BESIDE_COMPILED)
        };
        self.expressions.iter().map(takes).sum()
    }

    /// The expressions that may match somewhere in the folded text, in their order: the number of the rule, the
    /// expression and its places.
    pub fn worth_trying(&self, folded: &[u8]) -> impl Iterator<Item = (u32, &Regex, u64)> {
        let mut tried: Vec<bool> = self.expressions.iter().map(|it| it.always).collect();
        if let Some(needed) = &self.needed {
            let most = folded.len().saturating_mul(MAX_MET);
            let mut met = vec![false; self.owners.len()];
            for (number, found) in needed.find_overlapping_iter(folded).enumerate() {
                if number >= most {
                    tried.fill(true);
                    break;
                }
                let text = found.pattern().as_usize();
                let (Some(met), Some(owners)) = (met.get_mut(text), self.owners.get(text)) else {
                    continue;
                };
                if !std::mem::replace(met, true) {
                    owners.iter().for_each(|owner| tried[*owner] = true);
                }
            }
        }
        self.expressions.iter().zip(tried).filter(|(_, tried)| *tried).filter_map(|(it, _)| {
            let regex = it.pattern.regex()?;
            Some((it.rule, regex, it.places))
        })
    }
}

/// How many places an expression has in which a match may be at once: `[α-ω]{1,900}` has 900, and each may cost a step for
/// every letter of the draft.
fn places(hir: &Hir) -> u64 {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => 0,
        HirKind::Literal(_) | HirKind::Class(_) => 1,
        HirKind::Capture(capture) => places(&capture.sub),
        HirKind::Repetition(repetition) => {
            let times = repetition.max.unwrap_or(repetition.min).max(1);
            places(&repetition.sub).saturating_mul(u64::from(times))
        }
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().fold(0, |sum: u64, part| sum.saturating_add(places(part)))
        }
    }
}

/// Texts of which every match holds at least one; `None` if that cannot be told.
fn needed(hir: &Hir) -> Option<Vec<Box<[u8]>>> {
    match hir.kind() {
        HirKind::Literal(literal) => Some(vec![literal.0.clone()]),
        HirKind::Capture(capture) => needed(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => needed(&repetition.sub),
        // Each part must match: the part with the longest texts tells most.
        HirKind::Concat(parts) => {
            let shortest = |texts: &Vec<Box<[u8]>>| texts.iter().map(|text| text.len()).min();
            parts.iter().filter_map(needed).max_by_key(shortest)
        }
        HirKind::Alternation(branches) => {
            let all: Option<Vec<_>> = branches.iter().map(needed).collect();
            all.map(|all| all.concat()).filter(|texts| texts.len() <= MAX_ALTERNATIVES)
        }
        _ => None,
    }
}
