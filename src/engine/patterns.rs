//! The rules by `regex:`, and which of them are worth trying on a draft.
//!
//! Most drafts match none of them, and a Greek text is slow to search: a word edge (`\b`) between letters
//! beyond ASCII rules the fast automata out. So of each expression the texts that every match must hold are taken:
//! sets of which a match holds one text each. All texts are looked for at once, and an expression is tried only if the
//! draft holds a text of each of its sets.

use std::cmp::Reverse;

use aho_corasick::AhoCorasick;
use regex_automata::meta::Regex;
use regex_syntax::hir::{Hir, HirKind};
use rustc_hash::FxHashMap;

use crate::rules::Pattern;

/// More alternatives than this tell little and are looked for in vain.
const MAX_ALTERNATIVES: usize = 200;
/// Shorter texts, in bytes, are in most drafts: a set with one of them is looked for only where there is no better one.
const TELLING: usize = 3;
/// Sets of an expression that are looked for: those that tell most, so that a long expression takes no more room.
const MAX_SETS: usize = 4;
/// What an expression takes besides its automata, in bytes, as `benches/teams.rs` finds it.
const BESIDE_COMPILED: usize = 12 << 10;
/// Texts that are met for each byte of the draft before every expression is tried: texts that end alike are all met
/// in one place, and counting them would take longer than it saves.
const MAX_MET: usize = 16;

/// The regular expressions of a layer.
#[derive(Debug, Default)]
pub struct Patterns {
    expressions: Vec<Expression>,
    needed: Needed,
}

#[derive(Debug)]
struct Expression {
    /// The rule's number.
    rule: u32,
    pattern: Pattern,
    /// How many places it has: see [`places`].
    places: u64,
}

impl Patterns {
    /// The expressions with the numbers of their rules.
    pub fn new(regexes: Vec<(u32, Pattern)>) -> Patterns {
        let needed = Needed::new(regexes.iter().map(|(_, pattern)| pattern.hir()));
        let expression = |(rule, pattern): (u32, Pattern)| {
            let places = places(pattern.hir());
            Expression { rule, pattern, places }
        };
        Patterns { expressions: regexes.into_iter().map(expression).collect(), needed }
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
        let missing = self.needed.missing(folded);
        let tried = self.expressions.iter().zip(missing).filter(|(_, missing)| *missing == 0);
        tried.filter_map(|(it, _)| Some((it.rule, it.pattern.regex()?, it.places)))
    }
}

/// What the matches of some expressions must hold.
#[derive(Debug, Default)]
struct Needed {
    /// How many sets each expression has; none: it is tried on every draft.
    sets: Vec<usize>,
    /// The texts of all sets.
    texts: Option<AhoCorasick>,
    /// The sets that each of these texts belongs to.
    sets_of: Vec<Vec<usize>>,
    /// The expression that each set belongs to.
    owners: Vec<usize>,
}

impl Needed {
    fn new<'h>(expressions: impl Iterator<Item = &'h Hir>) -> Needed {
        let mut sets_of: FxHashMap<Box<[u8]>, Vec<usize>> = FxHashMap::default();
        let mut needed = Needed::default();
        for (index, hir) in expressions.enumerate() {
            let sets = telling(needed_sets(hir));
            needed.sets.push(sets.len());
            for set in sets {
                for text in set {
                    sets_of.entry(text).or_default().push(needed.owners.len());
                }
                needed.owners.push(index);
            }
        }
        let (texts, sets_of): (Vec<_>, Vec<_>) = sets_of.into_iter().unzip();
        needed.texts = if texts.is_empty() { None } else { AhoCorasick::new(&texts).ok() };
        if needed.texts.is_none() {
            needed.sets.fill(0);
        }
        Needed { sets_of, ..needed }
    }

    /// For each expression how many of its sets have no text in the folded draft.
    fn missing(&self, folded: &[u8]) -> Vec<usize> {
        let mut missing = self.sets.clone();
        let Some(texts) = &self.texts else { return missing };
        let most = folded.len().saturating_mul(MAX_MET);
        let mut met_texts = vec![false; self.sets_of.len()];
        let mut met_sets = vec![false; self.owners.len()];
        for (number, found) in texts.find_overlapping_iter(folded).enumerate() {
            if number >= most {
                missing.fill(0);
                break;
            }
            let text = found.pattern().as_usize();
            if std::mem::replace(&mut met_texts[text], true) {
                continue;
            }
            for set in &self.sets_of[text] {
                if !std::mem::replace(&mut met_sets[*set], true) {
                    missing[self.owners[*set]] -= 1;
                }
            }
        }
        missing
    }
}

/// How many positions of an expression may be active at once: `[α-ω]{1,900}` has 900, and each may cost one step per
/// letter of the draft.
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

/// Sets of texts: every match holds at least one text of each.
fn needed_sets(hir: &Hir) -> Vec<Vec<Box<[u8]>>> {
    match hir.kind() {
        HirKind::Literal(literal) => vec![vec![literal.0.clone()]],
        HirKind::Capture(capture) => needed_sets(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => needed_sets(&repetition.sub),
        HirKind::Concat(parts) => parts.iter().flat_map(needed_sets).collect(),
        // A match is one of the branches: of each the set that tells most.
        HirKind::Alternation(branches) => {
            let best = |branch| needed_sets(branch).into_iter().max_by_key(|set| shortest(set));
            let all: Option<Vec<_>> = branches.iter().map(best).collect();
            all.map(|all| all.concat())
                .into_iter()
                .filter(|texts| texts.len() <= MAX_ALTERNATIVES)
                .collect()
        }
        _ => Vec::new(),
    }
}

/// The sets that are worth looking for.
fn telling(mut sets: Vec<Vec<Box<[u8]>>>) -> Vec<Vec<Box<[u8]>>> {
    sets.sort_by_key(|set| Reverse(shortest(set)));
    let most = sets.first().map_or(0, |set| shortest(set));
    sets.retain(|set| shortest(set) >= TELLING.min(most));
    sets.truncate(MAX_SETS);
    sets
}

/// The length of the shortest text, in bytes: the longer, the rarer.
fn shortest(texts: &[Box<[u8]>]) -> usize {
    texts.iter().map(|text| text.len()).min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_tried_where_a_text_of_each_of_its_sets_is() {
        let two = r"\b(?:αν|εαν) (?:ειχατε|διαβαζατε)[^.]{0,60}? (?:ξερατε|γνωριζατε)\b";
        let rows = [
            (two, "αν ειχατε κοιταξει θα το ξερατε", true),
            (two, "εαν διαβαζατε, θα γνωριζατε", true),
            (two, "αν ειχατε κοιταξει", false),
            (two, "θα το ξερατε", false),
            // What may be absent asks for nothing, and neither does a branch without a text.
            ("λαθοσ(?: σασ)?", "λαθοσ", true),
            (r"(?:λαθοσ|\d+) ευρω", "5 ευρω", true),
            (r"(?:λαθοσ|\d+) ευρω", "5 λεπτα", false),
            // Short texts tell little; alone they are better than nothing.
            (r"α\d+", "βγ", false),
            (r"\d+", "", true),
        ];
        for (source, draft, expected) in rows {
            let hir = regex_syntax::parse(source).unwrap();
            let missing = Needed::new([&hir].into_iter()).missing(draft.as_bytes());
            assert_eq!(missing == [0], expected, "{source} in {draft}");
        }
    }
}
