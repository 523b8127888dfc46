//! From a draft to the candidates that stand, over all layers.

use super::candidate::{Candidate, Stretch};
use super::layer::{CompiledRule, Layer};
use super::unit::Units;
use super::walk::candidates;
use super::{Engine, Quotes, Scope, clause, overlap};
use crate::text::WordFlags;

/// The standing candidates of a draft, in order.
pub(super) fn find(engine: &Engine, units: &Units<'_>, scope: &Scope<'_>) -> Vec<Candidate> {
    let mut all = Vec::new();
    for (number, layer) in engine.layers.iter().enumerate() {
        let (mut found, silences) = candidates(units, layer, number);
        found.extend(by_regex(units, layer, number));
        found.retain(|candidate| applies(engine, units, candidate, scope));
        if let Some(spared) = scope.spared {
            spared.take_out(&mut found, units);
        }
        overlap::silence(&mut found, &silences);
        all.append(&mut found);
    }
    if all.is_empty() {
        return all;
    }
    let layers: Vec<&Layer> = engine.layers.iter().map(|layer| &**layer).collect();
    overlap::resolve(all, &layers, units)
}

fn applies(engine: &Engine, units: &Units<'_>, candidate: &Candidate, scope: &Scope<'_>) -> bool {
    let Some(rule) = engine.rule(candidate) else { return false };
    let quoted = || {
        units.list[candidate.span.clone()]
            .iter()
            .enumerate()
            .any(|(index, unit)| unit.quoted && candidate.claims(candidate.span.start + index))
    };
    scope.admits(&rule.info)
        && (scope.language.is_some() || !is_loan(units, candidate, &rule.info.language))
        && !engine.replaced(candidate.layer, &rule.info.id)
        && (!rule.info.removes || units.is_edge(candidate.span.start))
        && (rule.in_quotes || scope.quotes == Quotes::Checked || !quoted())
        && !clause::is_skipped(units, &rule.skip, first_word(candidate))
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

/// The first word of the phrase; a gap before it does not open its clause.
fn first_word(candidate: &Candidate) -> usize {
    candidate.span.clone().find(|unit| candidate.claims(*unit)).unwrap_or(candidate.span.start)
}

fn by_regex(units: &Units<'_>, layer: &Layer, number: usize) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut text = None;
    for (rule, regex) in layer.regexes_to_try(&units.folded.bytes) {
        let text = text.get_or_insert_with(|| units.folded.text());
        let names = layer
            .rules
            .get(rule as usize)
            .map_or(&[][..], |rule: &CompiledRule| rule.gaps.as_slice());
        for captures in regex.captures_iter(text.as_ref()) {
            let Some(whole) = captures.get_match() else { continue };
            let span = stretch(units, whole.range());
            let foreign = units
                .list
                .get(span.clone())
                .is_none_or(|list| list.iter().any(|unit| unit.foreign));
            if span.is_empty() || foreign {
                continue;
            }
            let gap = |(index, name): (usize, &String)| {
                captures
                    .get_group_by_name(name)
                    .map(|group| (index as u16, stretch(units, group.range())))
            };
            let mut gaps: Vec<(u16, Stretch)> = names
                .iter()
                .enumerate()
                .filter_map(gap)
                .filter(|(_, gap)| !gap.is_empty())
                .collect();
            gaps.sort_by_key(|(_, gap)| gap.start);
            let in_gaps: usize = gaps.iter().map(|(_, gap)| gap.len()).sum();
            let literal = span.len().saturating_sub(in_gaps);
            found.push(Candidate {
                layer: number,
                rule,
                span,
                gaps,
                inflected: None,
                clitics: 0..0,
                kept: Vec::new(),
                literal,
            });
        }
    }
    found
}

/// The whole words that a stretch of the folded text touches.
fn stretch(units: &Units<'_>, folded: std::ops::Range<usize>) -> Stretch {
    let words = &units.folded.words;
    let first = words.partition_point(|word| word.fold_end as usize <= folded.start) as u32;
    let end = words.partition_point(|word| (word.fold_start as usize) < folded.end) as u32;
    let unit = |word: u32| units.list.partition_point(|unit| unit.word < word);
    unit(first)..unit(end.max(first))
}
