//! Which candidates become findings.
//!
//! Overlaps are resolved by rank; a built-in rule that could only advise then leaves its words to one whose edit fits.

use super::candidate::{Candidate, Fit};
use super::held::HoldReason;
use super::layer::{Layer, Origin};
use super::token::Tokens;
use super::voice::Voice;
use super::{Engine, Scope, edit, overlap};
use crate::rules::Level;

/// How often candidates may give way to others. Few words have more rules.
const MAX_ROUNDS: usize = 8;

/// The candidates that become findings, by place.
pub fn resolve(
    engine: &Engine,
    tokens: &Tokens<'_>,
    scope: &Scope<'_>,
    mut all: Vec<Candidate>,
) -> Vec<Candidate> {
    let layers: Vec<&Layer> = engine.layers.iter().map(|layer| &**layer).collect();
    let mut selected = overlap::resolve(&mut all, &layers, tokens);
    if selected.len() < all.len() || all.iter().any(Candidate::goes) {
        let rivalry = Rivalry { engine, tokens, voice: Voice::of(tokens, scope.register) };
        for _ in 0..MAX_ROUNDS {
            if !rivalry.demote(&mut all, &selected) {
                break;
            }
            selected = overlap::resolve(&mut all, &layers, tokens);
        }
    }
    let mut is_selected = vec![false; all.len()];
    selected.iter().for_each(|number| is_selected[*number] = true);
    let mut kept = is_selected.into_iter();
    all.retain(|_| kept.next().unwrap_or(false));
    all.sort_by_key(|candidate| (candidate.span.start, std::cmp::Reverse(candidate.span.end)));
    all
}

struct Rivalry<'a> {
    engine: &'a Engine,
    tokens: &'a Tokens<'a>,
    voice: Voice,
}

impl Rivalry<'_> {
    /// Lowers the rank of selected candidates whose edit does not fit and that others compete with; false if there are
    /// none.
    fn demote(&self, all: &mut [Candidate], selected: &[usize]) -> bool {
        let wanted = self.wanted_tokens(all, selected);
        let mut demoted = false;
        for number in selected {
            let Some(candidate) = all.get_mut(*number) else { continue };
            let is_wanted = |token: usize| wanted.get(token).copied().unwrap_or(false);
            let contested = candidate.own_words().any(is_wanted);
            if contested && candidate.fit == Fit::Unknown && self.may_give_way(candidate) {
                let fits = edit::fits(self.engine, self.tokens, candidate, self.voice);
                candidate.fit = if fits { Fit::Yes } else { Fit::No };
                demoted |= !fits;
            }
        }
        demoted || self.keep_some_content(all, selected)
    }

    /// The tokens that built-in rules want which are not selected.
    fn wanted_tokens(&self, all: &[Candidate], selected: &[usize]) -> Vec<bool> {
        let mut wanted = vec![false; self.tokens.list.len()];
        let mut is_selected = vec![false; all.len()];
        selected.iter().for_each(|number| is_selected[*number] = true);
        let others = all.iter().zip(is_selected).filter(|(_, selected)| !selected);
        for (candidate, _) in others.filter(|(candidate, _)| self.is_builtin(candidate)) {
            wanted[candidate.span.clone()].fill(true);
        }
        wanted
    }

    /// Keeps the last clause if removing all clauses would leave nothing to send. False if all may be removed.
    fn keep_some_content(&self, all: &mut [Candidate], selected: &[usize]) -> bool {
        let goes = |number: &&usize| all.get(**number).is_some_and(Candidate::goes);
        let last = selected.iter().filter(goes).max_by_key(|number| all[**number].span.start);
        let Some(last) = last else { return false };
        let removes = |candidate: &&Candidate| {
            let rule = self.engine.rule(candidate);
            rule.is_some_and(|rule| edit::is_removal(rule, candidate))
        };
        let removals: Vec<&Candidate> =
            selected.iter().filter_map(|number| all.get(*number)).filter(removes).collect();
        if edit::leaves_content(self.tokens, &removals) {
            return false;
        }
        match all[*last].kept_back(HoldReason::LeavesNothing) {
            Some(phrase) => {
                all[*last] = phrase;
                true
            }
            None => false,
        }
    }

    /// Whether a candidate may be outranked. Findings of level `error` are always reported, even if another rule could
    /// reword the place.
    fn may_give_way(&self, candidate: &Candidate) -> bool {
        let level = self.engine.rule(candidate).map(|rule| rule.info.level);
        self.is_builtin(candidate) && level != Some(Level::Error)
    }

    fn is_builtin(&self, candidate: &Candidate) -> bool {
        self.engine.rule(candidate).is_some_and(|rule| rule.origin == Origin::BuiltIn)
    }
}
