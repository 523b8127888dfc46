//! The rules by `regex:`, and which of them are worth trying on a draft.
//!
//! Most drafts match none of them, and a Greek text is slow to search: a word edge (`\b`) between letters
//! beyond ASCII rules the fast automata out. So of each expression the words that every match must hold
//! are taken, all of them are looked for at once, and only where one stands is the expression tried.

use aho_corasick::AhoCorasick;
use regex_automata::meta::Regex;
use regex_syntax::hir::{Hir, HirKind};

use crate::rules::Pattern;

/// More alternatives than this tell little and are looked for in vain.
const MOST_ALTERNATIVES: usize = 200;

/// The regular expressions of a layer.
#[derive(Debug, Default)]
pub struct Patterns {
    /// The rule's number, and its expression.
    regexes: Vec<(u32, Pattern)>,
    /// Tried on every draft: nothing is known that each match must hold.
    always: Vec<bool>,
    /// The texts of which a match must hold one, of all expressions.
    needed: Option<AhoCorasick>,
    /// To which expression each of these texts belongs.
    owners: Vec<usize>,
}

impl Patterns {
    /// The expressions with the numbers of their rules.
    pub fn new(regexes: Vec<(u32, Pattern)>) -> Patterns {
        let mut texts = Vec::new();
        let mut owners = Vec::new();
        let mut always = Vec::with_capacity(regexes.len());
        for (index, (_, regex)) in regexes.iter().enumerate() {
            let needed = needed(regex.hir());
            always.push(needed.is_none());
            for text in needed.into_iter().flatten() {
                texts.push(text);
                owners.push(index);
            }
        }
        let needed = if texts.is_empty() { None } else { AhoCorasick::new(&texts).ok() };
        if needed.is_none() {
            always.iter_mut().for_each(|always| *always = true);
        }
        Patterns { regexes, always, needed, owners }
    }

    /// The expressions that may match somewhere in the folded text, in their order.
    pub fn worth_trying(&self, folded: &[u8]) -> impl Iterator<Item = (u32, &Regex)> {
        let mut tried = self.always.clone();
        if let Some(needed) = &self.needed {
            for found in needed.find_overlapping_iter(folded) {
                if let Some(tried) = self
                    .owners
                    .get(found.pattern().as_usize())
                    .and_then(|owner| tried.get_mut(*owner))
                {
                    *tried = true;
                }
            }
        }
        self.regexes
            .iter()
            .zip(tried)
            .filter(|(_, tried)| *tried)
            .filter_map(|((rule, regex), _)| Some((*rule, regex.regex()?)))
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
            all.map(|all| all.concat()).filter(|texts| texts.len() <= MOST_ALTERNATIVES)
        }
        _ => None,
    }
}
