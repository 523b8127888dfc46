//! Rules that remove the clause or sentence around their phrase: how much is removed, and whether it may be.
//!
//! The phrase is a cue. If everything around it may be removed, the candidate is widened to cover all of it; otherwise
//! the candidate stays the phrase and records why.

mod bounds;
mod carries;
mod referents;
mod stands;

use super::candidate::{Candidate, Cue, Fit};
use super::clause;
use super::content;
use super::held::HoldReason;
use super::layer::{CompiledRule, Layer};
use super::token::Tokens;
use crate::rules::Remove;
use bounds::RemovalExtent;
pub use bounds::{SIGNS, after_opening, is_after_opening, is_contrast};
pub use stands::is_one_clause;

/// Widens each cue among the candidates to the clause or sentence that is removed with it.
pub fn widen(tokens: &Tokens<'_>, layer: &Layer, all: &mut [Candidate]) {
    let mut halves = Vec::new();
    for (number, candidate) in all.iter_mut().enumerate() {
        let Some(rule) = layer.rules.get(candidate.rule as usize) else { continue };
        let stretch = match rule.remove {
            None | Some(Remove::Phrase) => continue,
            Some(Remove::Clause) => bounds::clause(tokens, &candidate.span),
            Some(Remove::Sentence) => bounds::sentence(tokens, &candidate.span),
        };
        match objection(tokens, rule, candidate, &stretch) {
            Some(held) => {
                if held == HoldReason::LeavesHalf {
                    halves.push((number, rule, stretch));
                }
                candidate.cue = Some(Cue::Stays(held));
            }
            None => *candidate = whole(candidate, stretch),
        }
    }
    for (number, rule, stretch) in halves {
        if let Some(stretch) = with_neighbours(stretch, all)
            && let Some(candidate) = all.get_mut(number)
            && objection(tokens, rule, candidate, &stretch).is_none()
        {
            *candidate = whole(candidate, stretch);
        }
    }
}

/// «Αυτοί φταίνε, | όχι εμείς.»: another cue removes the rest of the sentence, so this cue is treated as if it were at
/// the end of its sentence.
fn with_neighbours(mut stretch: RemovalExtent, all: &[Candidate]) -> Option<RemovalExtent> {
    let behind = stretch.range.end..stretch.sentence.end;
    let goes = |it: &Candidate| it.goes() && it.span == behind;
    let covered = !behind.is_empty() && all.iter().any(goes);
    stretch.sentence.end = stretch.range.end;
    covered.then_some(stretch)
}

/// The candidate that covers the whole stretch to be removed.
fn whole(cue: &Candidate, stretch: RemovalExtent) -> Candidate {
    Candidate {
        layer: cue.layer,
        rule: cue.rule,
        literal: stretch.range.len(),
        span: stretch.range,
        gaps: Vec::new(),
        inflected: None,
        variable: None,
        clitics: 0..0,
        variable_clitics: 0..0,
        other_clitics: Vec::new(),
        kept: Vec::new(),
        cue: Some(Cue::Goes(Box::new(cue.clone()))),
        fit: Fit::Yes,
    }
}

/// The reason why the stretch must stay, if there is one.
fn objection(
    tokens: &Tokens<'_>,
    rule: &CompiledRule,
    cue: &Candidate,
    stretch: &RemovalExtent,
) -> Option<HoldReason> {
    let leaves_nothing = || {
        let mut gone = vec![false; tokens.list.len()];
        gone[stretch.range.clone()].fill(true);
        !content::remains(tokens, &gone)
    };
    if clause::is_exempt(tokens, rule, cue) {
        return Some(HoldReason::Clause);
    }
    carries::objection(tokens, rule, cue, stretch)
        .or_else(|| stands::leaves_half(tokens, stretch).then_some(HoldReason::LeavesHalf))
        .or_else(|| {
            let others = stretch.range.clone().filter(|at| !cue.claims(*at));
            referents::points_back(tokens, stretch, others).then_some(HoldReason::LeavesHalf)
        })
        .or_else(|| leaves_nothing().then_some(HoldReason::LeavesNothing))
}
