//! The gaps of a phrase or wording, and what may come right before a gap that takes a clause.

use std::ops::Range;

use super::element::{Element, GapForm, GapKind};
use super::gap::GapSign;
use super::scan::{Part, PartKind};

/// A gap of a phrase or wording.
#[derive(Debug)]
pub(super) struct GapUse {
    pub range: Range<usize>,
    pub name: String,
    pub kind: GapKind,
    pub form: GapForm,
    /// What may be right before it.
    pub before: Vec<Before>,
}

/// What may be right before a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing: it begins the phrase.
    Start,
    Punctuation,
    /// These words.
    Words(String),
    /// Another sign.
    Sign,
}

/// The gaps of a wording, in order.
pub(super) fn wording_gaps(parts: &[Part]) -> Vec<GapUse> {
    let gap = |part: &Part| match &part.kind {
        PartKind::Gap(gap) => Some(used(part, gap, Vec::new())),
        _ => None,
    };
    parts.iter().filter_map(gap).collect()
}

/// The gaps of a phrase, in order, if one of them takes a clause: of others no one asks.
pub(super) fn phrase_gaps(parts: &[Part]) -> Vec<GapUse> {
    let mut found = Vec::new();
    if has_clause(parts) {
        collect(parts, vec![Before::Start], &mut found);
    }
    found
}

fn has_clause(parts: &[Part]) -> bool {
    parts.iter().any(|part| match &part.kind {
        PartKind::Gap(gap) => gap.kind == GapKind::Clause,
        PartKind::Choice(branches) => branches.iter().any(|branch| has_clause(branch)),
        _ => false,
    })
}

fn used(part: &Part, gap: &GapSign, before: Vec<Before>) -> GapUse {
    let GapSign { name, kind, form, .. } = gap;
    GapUse { range: part.range.clone(), name: name.clone(), kind: *kind, form: *form, before }
}

/// Goes through the parts; returns what may be before whatever follows them.
fn collect(parts: &[Part], mut before: Vec<Before>, found: &mut Vec<GapUse>) -> Vec<Before> {
    for part in parts {
        match &part.kind {
            PartKind::Text(text) => before = after_text(text, before),
            PartKind::Gap(gap) => {
                found.push(used(part, gap, before));
                before = vec![Before::Sign];
            }
            PartKind::Word(_) | PartKind::Blank(_) => before = vec![Before::Sign],
            PartKind::Set(set) | PartKind::Listed(_, set) => {
                before = set.branches.iter().map(|it| after_branch(it)).collect()
            }
            PartKind::Choice(branches) => {
                let mut after = Vec::new();
                for branch in branches {
                    for end in collect(branch, before.clone(), found) {
                        if !after.contains(&end) {
                            after.push(end);
                        }
                    }
                }
                before = after;
            }
        }
    }
    before
}

/// What is at the end of a phrase of a set.
fn after_branch(elements: &[Element]) -> Before {
    match elements.last() {
        Some(Element::Text(text)) => after_text(text, Vec::new()).pop().unwrap_or(Before::Sign),
        _ => Before::Sign,
    }
}

fn after_text(text: &str, before: Vec<Before>) -> Vec<Before> {
    match text.trim() {
        "" => before,
        // «κι'» is a word.
        text if text.ends_with(|c: char| c.is_alphanumeric() || c == '\'' || c == '’') => {
            vec![Before::Words(text.to_owned())]
        }
        _ => vec![Before::Punctuation],
    }
}
