//! From a draft to the candidates that stand, over all layers.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::budget::{MOST_CANDIDATES, Work};
use super::candidate::Candidate;
use super::layer::{CompiledRule, Layer, Origin, RuleInfo};
use super::unit::Units;
use super::walk::candidates;
use super::{Engine, Quotes, Scope, clause, overlap, search};
use crate::text::{Between, WordFlags};

/// What was found in a draft.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The standing candidates, in order.
    pub standing: Vec<Candidate>,
    /// Rules that took more than their budget, with the numbers of their layers.
    skipped: BTreeSet<(usize, u32)>,
    /// What it cost.
    pub work: Work,
}

impl Found {
    /// Rules that took more than their budget: of those that were wanted.
    pub fn skipped(&self, engine: &Engine, scope: &Scope<'_>) -> Vec<Arc<RuleInfo>> {
        let rule = |(layer, rule): &(usize, u32)| {
            let rule = engine.layers.get(*layer)?.rules.get(*rule as usize)?;
            is_wanted(engine, *layer, rule, scope).then(|| Arc::clone(&rule.info))
        };
        self.skipped.iter().filter_map(rule).collect()
    }
}

/// The standing candidates of a draft, in order, with what it took to find them.
pub(super) fn find(engine: &Engine, units: &Units<'_>, scope: &Scope<'_>) -> Found {
    let mut found = Found::default();
    let mut all = Vec::new();
    for (number, layer) in engine.layers.iter().enumerate() {
        all.append(&mut in_layer(engine, (number, layer), units, scope, &mut found));
    }
    found.work.candidates = all.len();
    if !all.is_empty() {
        let layers: Vec<&Layer> = engine.layers.iter().map(|layer| &**layer).collect();
        found.standing = overlap::resolve(all, &layers, units);
    }
    found
}

/// The candidates of a layer that count.
fn in_layer(
    engine: &Engine,
    (number, layer): (usize, &Layer),
    units: &Units<'_>,
    scope: &Scope<'_>,
    found: &mut Found,
) -> Vec<Candidate> {
    let walked = candidates(units, layer, number);
    let mut all = walked.found;
    let most = MOST_CANDIDATES.saturating_sub(all.len());
    let wanted = |rule: &CompiledRule| is_wanted(engine, number, rule, scope);
    let mut searched = search::search(units, layer, number, most, wanted);
    all.append(&mut searched.found);
    found.work.steps += walked.steps;
    found.work.searched += searched.bytes;
    let skipped = walked.skipped.into_iter().chain(walked.cut_short).chain(searched.skipped);
    found.skipped.extend(skipped.map(|rule| (number, rule)));
    all.retain(|candidate| applies(engine, units, candidate, scope));
    if let Some(spared) = scope.spared {
        spared.take_out(&mut all, units);
    }
    overlap::silence(&mut all, &walked.silences);
    all
}

/// Whether a rule of a layer is asked for, wherever it may speak.
fn is_wanted(engine: &Engine, layer: usize, rule: &CompiledRule, scope: &Scope<'_>) -> bool {
    scope.admits(&rule.info) && !engine.replaced(layer, &rule.info.id)
}

fn applies(engine: &Engine, units: &Units<'_>, candidate: &Candidate, scope: &Scope<'_>) -> bool {
    let Some(rule) = engine.rule(candidate) else { return false };
    let quoted = || {
        units.list[candidate.span.clone()]
            .iter()
            .enumerate()
            .any(|(index, unit)| unit.quoted && candidate.claims(candidate.span.start + index))
    };
    is_wanted(engine, candidate.layer, rule, scope)
        && (scope.language.is_some() || !is_loan(units, candidate, &rule.info.language))
        && (!rule.info.removes || units.is_edge(candidate.span.start))
        && !is_half_a_word(units, candidate)
        && (rule.in_quotes || scope.quotes == Quotes::Checked || !quoted())
        && !clause::is_skipped(units, &rule.skip, candidate.first_word())
        && (rule.origin == Origin::Team || !clause::is_innocent(units, rule, candidate))
}

/// Whether the match ends inside something longer: the U of U.S., the ticket of e-ticket, the TX of 5009-TX.
fn is_half_a_word(units: &Units<'_>, candidate: &Candidate) -> bool {
    let joined = |signs: Between| {
        !signs.is_empty() && Between::DOT.union(Between::LIGHT).contains(signs)
    };
    joined(units.before(candidate.span.start)) || joined(units.before(candidate.span.end))
}

/// Whether a Greek rule met nothing but Latin words in a draft that is not Greek: it looks for loan words as
/// Greek replies have them («ticket», «sorry»), and to whoever writes in English its wording is of no use.
fn is_loan(units: &Units<'_>, candidate: &Candidate, language: &str) -> bool {
    let is_greek = |unit: usize| {
        candidate.claims(unit)
            && units.word(unit).is_some_and(|word| word.flags.contains(WordFlags::GREEK))
    };
    language == "el" && !units.folded.greek && !candidate.span.clone().any(is_greek)
}
