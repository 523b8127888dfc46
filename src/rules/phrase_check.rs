//! Checks the parts of a phrase against each other: gaps, edges, choices.

use std::ops::Range;

use super::element::GapKind;
use super::gap::GapSign;
use super::phrase_problem::PhraseProblem;
use super::scan::{Part, PartKind, Scanned};

pub(super) fn check_gaps(scanned: &mut Scanned, text: &str) {
    let whole = 0..text.len();
    if !must_hold_word(&scanned.parts) {
        // Where a sign is broken, its part is missing and this would only repeat it.
        if scanned.problems.is_empty() {
            let only_gaps = !gaps(&scanned.parts).is_empty() || has_variable(&scanned.parts);
            let problem = if only_gaps { PhraseProblem::OnlyGaps } else { PhraseProblem::Empty };
            scanned.problems.push((whole, problem));
        }
        return;
    }
    if matches!(scanned.parts.first(), Some(Part { kind: PartKind::Listed(..), .. })) {
        scanned.problems.push((whole.clone(), PhraseProblem::ListedFirst));
    }
    if gap_count(&scanned.parts) < 2 {
        return;
    }
    if edge_gap(scanned.parts.iter()) == Edge::Gap
        && edge_gap(scanned.parts.iter().rev()) == Edge::Gap
    {
        scanned.problems.push((whole, PhraseProblem::GapsAtBothEnds));
    }
    let mut twice = Vec::new();
    gap_names(&scanned.parts, &mut Vec::new(), &mut twice);
    scanned.problems.extend(twice);
    let mut beside = Vec::new();
    side_by_side(&scanned.parts, false, &mut beside);
    scanned.problems.extend(beside);
}

fn is_word(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Whether every way to read the parts has a word.
fn must_hold_word(parts: &[Part]) -> bool {
    parts.iter().any(|part| match &part.kind {
        PartKind::Text(text) => is_word(text),
        PartKind::Word(word) => !word.is_variable(),
        PartKind::Choice(branches) => branches.iter().all(|branch| must_hold_word(branch)),
        PartKind::Set(_) | PartKind::Listed(..) => true,
        PartKind::Gap(_) | PartKind::Blank(_) => false,
    })
}

fn gap_count(parts: &[Part]) -> usize {
    let gaps = |part: &Part| match &part.kind {
        PartKind::Gap(_) | PartKind::Listed(..) => 1,
        PartKind::Choice(branches) => branches.iter().map(|branch| gap_count(branch)).sum(),
        _ => 0,
    };
    parts.iter().map(gaps).sum()
}

fn gaps(parts: &[Part]) -> Vec<String> {
    let mut names = Vec::new();
    gap_names(parts, &mut names, &mut Vec::new());
    names
}

fn gap_names(
    parts: &[Part],
    names: &mut Vec<String>,
    twice: &mut Vec<(Range<usize>, PhraseProblem)>,
) {
    for part in parts {
        match &part.kind {
            PartKind::Gap(GapSign { name, .. }) | PartKind::Listed(name, _) => {
                if names.contains(name) {
                    let problem = PhraseProblem::GapTwice { name: name.clone() };
                    twice.push((part.range.clone(), problem));
                } else {
                    names.push(name.clone());
                }
            }
            PartKind::Choice(branches) => {
                let before = names.clone();
                for branch in branches {
                    let mut branch_names = before.clone();
                    gap_names(branch, &mut branch_names, twice);
                    names.extend(branch_names.into_iter().skip(before.len()));
                }
            }
            _ => {}
        }
    }
}

#[derive(PartialEq, Eq)]
enum Edge {
    Gap,
    Word,
    Nothing,
}

/// Whether the parts, read in the order given, may begin with a gap.
fn edge_gap<'a>(parts: impl DoubleEndedIterator<Item = &'a Part>) -> Edge {
    for part in parts {
        match &part.kind {
            PartKind::Gap(_) => return Edge::Gap,
            PartKind::Text(text) if !is_word(text) => {}
            PartKind::Choice(branches) => {
                let bare_gap =
                    |branch: &Vec<Part>| !must_hold_word(branch) && !gaps(branch).is_empty();
                if branches.iter().any(bare_gap) {
                    return Edge::Gap;
                }
                if branches.iter().all(|branch| must_hold_word(branch)) {
                    return Edge::Word;
                }
            }
            _ => return Edge::Word,
        }
    }
    Edge::Nothing
}

/// Finds gaps with no word between them; returns whether the parts may end with a gap.
fn side_by_side(
    parts: &[Part],
    mut after_gap: bool,
    found: &mut Vec<(Range<usize>, PhraseProblem)>,
) -> bool {
    for part in parts {
        match &part.kind {
            PartKind::Gap(gap) => {
                // What is before a clause is looked at on its own.
                if after_gap && gap.kind == GapKind::Words {
                    found.push((part.range.clone(), PhraseProblem::GapsSideBySide));
                }
                after_gap = true;
            }
            PartKind::Text(text) if !is_word(text) => {}
            PartKind::Choice(branches) => {
                let mut any = false;
                for branch in branches {
                    any |= side_by_side(branch, after_gap, found);
                }
                after_gap = any;
            }
            _ => after_gap = false,
        }
    }
    after_gap
}

/// Whether a verb variable is among the parts.
fn has_variable(parts: &[Part]) -> bool {
    parts.iter().any(|part| matches!(&part.kind, PartKind::Word(word) if word.is_variable()))
}

/// Finds verb variables of which no one could tell which one a wording means.
pub(super) fn check_variables(scanned: &mut Scanned) {
    let variables = |part: &&Part| matches!(&part.kind, PartKind::Word(it) if it.is_variable());
    let second = scanned.parts.iter().filter(variables).skip(1);
    let mut found: Vec<(Range<usize>, PhraseProblem)> =
        second.map(|part| (part.range.clone(), PhraseProblem::VariableTwice)).collect();
    for part in &scanned.parts {
        if let PartKind::Choice(branches) = &part.kind {
            branches.iter().for_each(|branch| variables_in(branch, &mut found));
        }
    }
    scanned.problems.extend(found);
}

fn variables_in(parts: &[Part], found: &mut Vec<(Range<usize>, PhraseProblem)>) {
    for part in parts {
        match &part.kind {
            PartKind::Word(word) if word.is_variable() => {
                found.push((part.range.clone(), PhraseProblem::VariableInChoice));
            }
            PartKind::Choice(branches) => {
                branches.iter().for_each(|branch| variables_in(branch, found));
            }
            _ => {}
        }
    }
}

pub(super) fn check_glue(scanned: &mut Scanned) {
    let mut glued = Vec::new();
    glue(&scanned.parts, &mut glued);
    scanned.problems.extend(glued);
}

/// Finds signs that touch a letter: `δεν<μπορώ>`.
fn glue(parts: &[Part], found: &mut Vec<(Range<usize>, PhraseProblem)>) {
    for pair in parts.windows(2) {
        let [left, right] = pair else { continue };
        let (text, part, touches) = match (&left.kind, &right.kind) {
            (PartKind::Text(text), _) => (left, right, text.ends_with(char::is_alphanumeric)),
            (_, PartKind::Text(text)) => (right, left, text.starts_with(char::is_alphanumeric)),
            _ => continue,
        };
        if touches && (text.range.end == part.range.start || part.range.end == text.range.start) {
            let sign = match part.kind {
                PartKind::Gap(_) | PartKind::Listed(..) => '{',
                PartKind::Choice(_) => '(',
                _ => '<',
            };
            found.push((part.range.clone(), PhraseProblem::Glued(sign)));
        }
    }
    for part in parts {
        if let PartKind::Choice(branches) = &part.kind {
            branches.iter().for_each(|branch| glue(branch, found));
        }
    }
}

pub(super) fn check_possessives(scanned: &mut Scanned) {
    let mut found = Vec::new();
    possessives(&scanned.parts, &mut found);
    scanned.problems.extend(found);
}

/// Finds `{name}'s`: a gap holds whole words, and the ending belongs to the word before it.
fn possessives(parts: &[Part], found: &mut Vec<(Range<usize>, PhraseProblem)>) {
    for pair in parts.windows(2) {
        let [left, right] = pair else { continue };
        let (PartKind::Gap(_) | PartKind::Word(_), PartKind::Text(text)) =
            (&left.kind, &right.kind)
        else {
            continue;
        };
        if left.range.end == right.range.start && is_possessive(text) {
            let range = left.range.start..right.range.end;
            found.push((range, PhraseProblem::GapBeforePossessive));
        }
    }
    for part in parts {
        if let PartKind::Choice(branches) = &part.kind {
            branches.iter().for_each(|branch| possessives(branch, found));
        }
    }
}

fn is_possessive(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['\'', '’']) else { return false };
    let rest = rest.strip_prefix('s').unwrap_or(rest);
    !rest.starts_with(char::is_alphanumeric)
}

pub(super) fn ways(parts: &[Part]) -> usize {
    parts.iter().fold(1, |all: usize, part| match &part.kind {
        PartKind::Choice(branches) => {
            let here =
                branches.iter().fold(0, |sum: usize, branch| sum.saturating_add(ways(branch)));
            all.saturating_mul(here)
        }
        PartKind::Set(set) => all.saturating_mul(set.ways.max(1)),
        _ => all,
    })
}
