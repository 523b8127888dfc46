//! Finds the candidates of all layers and selects those that become findings.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::budget::{MAX_CANDIDATES, Work};
use super::candidate::Candidate;
use super::layer::{CompiledRule, Layer, Origin, RuleInfo};
use super::matcher::candidates;
use super::token::Tokens;
use super::{Engine, Quotes, Scope, Silence, clause, cue, overlap, resolve, search};
use crate::rules::Remove;
use crate::text::{Between, WordFlags};

/// What was found in a draft.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The selected candidates, in order.
    pub selected: Vec<Candidate>,
    /// Rules that took more than their budget, with the numbers of their layers.
    skipped: BTreeSet<(usize, u32)>,
    /// What it cost.
    pub work: Work,
}

impl Found {
    /// The rules that exceeded their budget, among those that the scope includes.
    pub fn skipped(&self, engine: &Engine, scope: &Scope<'_>) -> Vec<Arc<RuleInfo>> {
        let rule = |(layer, rule): &(usize, u32)| {
            let rule = engine.layers.get(*layer)?.rules.get(*rule as usize)?;
            is_wanted(engine, *layer, rule, scope).then(|| Arc::clone(&rule.info))
        };
        self.skipped.iter().filter_map(rule).collect()
    }
}

/// The selected candidates of a draft, in order, with what it took to find them.
pub(super) fn find(engine: &Engine, tokens: &Tokens<'_>, scope: &Scope<'_>) -> Found {
    find_observed(engine, tokens, scope, &mut NoObserver)
}

/// As [`find`], but tells `observer` about every candidate that is dropped.
pub(super) fn find_observed<N: Observer>(
    engine: &Engine,
    tokens: &Tokens<'_>,
    scope: &Scope<'_>,
    observer: &mut N,
) -> Found {
    let mut found = Found::default();
    let mut all = Vec::new();
    for (number, layer) in engine.layers.iter().enumerate() {
        all.append(&mut in_layer(engine, (number, layer), tokens, scope, &mut found, observer));
    }
    found.work.candidates = all.len();
    if !all.is_empty() {
        found.selected = observer.resolve(all, |all| resolve::resolve(engine, tokens, scope, all));
    }
    found
}

/// The candidates of a layer that count.
fn in_layer<N: Observer>(
    engine: &Engine,
    (number, layer): (usize, &Layer),
    tokens: &Tokens<'_>,
    scope: &Scope<'_>,
    found: &mut Found,
    observer: &mut N,
) -> Vec<Candidate> {
    let matched = candidates(tokens, layer, number);
    let mut all = matched.found;
    let most = MAX_CANDIDATES.saturating_sub(all.len());
    let wanted = |rule: &CompiledRule| N::ENABLED || is_wanted(engine, number, rule, scope);
    let mut searched = search::search(tokens, layer, number, most, wanted);
    all.append(&mut searched.found);
    found.work.steps += matched.steps;
    found.work.searched += searched.bytes;
    let skipped = matched.skipped.into_iter().chain(matched.cut_short).chain(searched.skipped);
    found.skipped.extend(skipped.map(|rule| (number, rule)));
    all.retain(|candidate| match rejection_reason(engine, tokens, candidate, scope) {
        None => true,
        Some(silence) => {
            observer.rejected(candidate, silence);
            false
        }
    });
    if let Some(spared) = scope.spared {
        observer.step(&mut all, Silence::Spared, |all| spared.take_out(all, tokens));
    }
    observer.step(&mut all, Silence::Unless, |all| overlap::silence(all, &matched.silences));
    cue::widen(tokens, layer, &mut all);
    all
}

/// Is told which candidates are dropped.
pub(super) trait Observer {
    /// Whether dropped candidates are reported. If not, rules outside the scope need not be searched.
    const ENABLED: bool;
    /// A candidate that its rule or the scope keeps silent.
    fn rejected(&mut self, candidate: &Candidate, silence: Silence);
    /// Runs a step that drops candidates, all for the same reason.
    fn step(
        &mut self,
        all: &mut Vec<Candidate>,
        silence: Silence,
        step: impl FnOnce(&mut Vec<Candidate>),
    );
    /// Overlaps are resolved.
    fn resolve(
        &mut self,
        all: Vec<Candidate>,
        resolve: impl FnOnce(Vec<Candidate>) -> Vec<Candidate>,
    ) -> Vec<Candidate>;
}

/// The observer of an ordinary check, which must not be slowed down.
struct NoObserver;

impl Observer for NoObserver {
    const ENABLED: bool = false;

    fn rejected(&mut self, _: &Candidate, _: Silence) {}

    fn step(
        &mut self,
        all: &mut Vec<Candidate>,
        _: Silence,
        step: impl FnOnce(&mut Vec<Candidate>),
    ) {
        step(all);
    }

    fn resolve(
        &mut self,
        all: Vec<Candidate>,
        resolve: impl FnOnce(Vec<Candidate>) -> Vec<Candidate>,
    ) -> Vec<Candidate> {
        resolve(all)
    }
}

/// Whether a rule of a layer is asked for, wherever it may speak.
fn is_wanted(engine: &Engine, layer: usize, rule: &CompiledRule, scope: &Scope<'_>) -> bool {
    not_wanted(engine, layer, rule, scope).is_none()
}

fn not_wanted(
    engine: &Engine,
    layer: usize,
    rule: &CompiledRule,
    scope: &Scope<'_>,
) -> Option<Silence> {
    let replaced = || engine.replaced(layer, &rule.info.id).then_some(Silence::Replaced);
    scope.bars(&rule.info).or_else(replaced)
}

/// Why a candidate is rejected regardless of other candidates; cheapest checks first.
fn rejection_reason(
    engine: &Engine,
    tokens: &Tokens<'_>,
    candidate: &Candidate,
    scope: &Scope<'_>,
) -> Option<Silence> {
    let Some(rule) = engine.rule(candidate) else { return Some(Silence::Off) };
    let unwanted = not_wanted(engine, candidate.layer, rule, scope);
    if unwanted.is_some() {
        return unwanted;
    }
    if scope.language.is_none() && is_loan(tokens, candidate, &rule.info.language) {
        return Some(Silence::OtherDraft);
    }
    let removes_half = rule.remove == Some(Remove::Phrase) && !tokens.is_edge(candidate.span.start);
    if removes_half || is_half_a_word(tokens, candidate) {
        return Some(Silence::HalfAWord);
    }
    if !rule.in_quotes && scope.quotes == Quotes::LeftAlone && is_quoted(tokens, candidate) {
        return Some(Silence::Quoted);
    }
    if let Some(skip) = clause::skipped(tokens, &rule.skip, candidate.first_word()) {
        return Some(Silence::Skipped(skip));
    }
    match rule.origin {
        Origin::Team => None,
        Origin::BuiltIn if clause::is_safeguard(tokens, rule, candidate) => {
            Some(Silence::Safeguard)
        }
        Origin::BuiltIn => clause::exempt_place(tokens, rule, candidate).map(Silence::Innocent),
    }
}

fn is_quoted(tokens: &Tokens<'_>, candidate: &Candidate) -> bool {
    tokens.list[candidate.span.clone()]
        .iter()
        .enumerate()
        .any(|(index, token)| token.quoted && candidate.claims(candidate.span.start + index))
}

/// Whether the match ends inside something longer: the U of U.S., the ticket of e-ticket, the TX of 5009-TX.
fn is_half_a_word(tokens: &Tokens<'_>, candidate: &Candidate) -> bool {
    let joined =
        |signs: Between| !signs.is_empty() && Between::DOT.union(Between::LIGHT).contains(signs);
    joined(tokens.before(candidate.span.start)) || joined(tokens.before(candidate.span.end))
}

/// Whether a Greek rule met nothing but Latin words in a draft that is not Greek: it looks for loan words as
/// Greek replies have them («ticket», «sorry»), and an agent who writes in English has no use for its wording.
fn is_loan(tokens: &Tokens<'_>, candidate: &Candidate, language: &str) -> bool {
    let is_greek = |token: usize| {
        candidate.claims(token)
            && tokens.word(token).is_some_and(|word| word.flags.contains(WordFlags::GREEK))
    };
    language == "el" && !tokens.folded.greek && !candidate.span.clone().any(is_greek)
}
