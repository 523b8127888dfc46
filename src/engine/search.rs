//! Searches the draft with the regular expressions of a layer, within a budget.

use std::ops::Range;

use regex_automata::Input;
use regex_automata::meta::{Cache, Regex};
use regex_automata::util::captures::Captures;

use super::budget::{Allowance, Costs};
use super::candidate::{Candidate, Fit, TokenRange};
use super::chunks::chunks;
use super::layer::{CompiledRule, Layer, Origin};
use super::token::Tokens;
use super::word_index::UNKNOWN;
use crate::text::WordFlags;

/// What the expressions of a layer found.
#[derive(Debug, Default)]
pub struct Searched {
    /// Where the rules could apply.
    pub found: Vec<Candidate>,
    /// Rules that took more than their budget; nothing of theirs is among the candidates.
    pub skipped: Vec<u32>,
    /// Bytes that were searched.
    pub bytes: u64,
}

/// What the expressions of a layer find, those of the rules that are wanted. `most`: candidates that there is room for.
pub fn search(
    tokens: &Tokens<'_>,
    layer: &Layer,
    number: usize,
    most: usize,
    is_wanted: impl Fn(&CompiledRule) -> bool,
) -> Searched {
    let mut searched = Searched::default();
    let mut text = None;
    let mut costs = Costs::new(tokens.folded.bytes.len());
    for (number_of_rule, regex, places) in layer.regexes_to_try(&tokens.folded.bytes) {
        let Some(rule) = layer.rules.get(number_of_rule as usize).filter(|it| is_wanted(it)) else {
            continue;
        };
        let (text, chunks) = text.get_or_insert_with(|| {
            let text = tokens.folded.text();
            let chunks = chunks(tokens.folded, &text);
            (text, chunks)
        });
        // An expression keeps the memory of its searches from draft to draft, which is quickest. Of thousands of expressions of
        // thousands of teams that would be more than there is: those of teams let go of it.
        let mut memory = (rule.origin == Origin::Team).then(|| regex.create_cache());
        let search = Search { tokens, layer: number, number: number_of_rule, rule, regex };
        let before = searched.found.len();
        let mut allowance = costs.of_rule(places);
        let all = chunks.iter().all(|chunk| {
            let memory = memory.as_mut();
            search.chunk(text, chunk, &mut allowance, memory, &mut searched.found).is_ok()
                && searched.found.len() <= most
        });
        if !all {
            searched.found.truncate(before);
            searched.skipped.push(number_of_rule);
        }
    }
    searched.bytes = costs.searched;
    searched
}

/// The budget is spent.
struct OverBudget;

/// One expression on its way through the chunks.
struct Search<'a> {
    tokens: &'a Tokens<'a>,
    layer: usize,
    number: u32,
    rule: &'a CompiledRule,
    regex: &'a Regex,
}

impl Search<'_> {
    fn chunk(
        &self,
        text: &str,
        chunk: &Range<usize>,
        allowance: &mut Allowance<'_>,
        mut memory: Option<&mut Cache>,
        found: &mut Vec<Candidate>,
    ) -> Result<(), OverBudget> {
        // Capture groups are searched only if the expression names gaps, because they cost time.
        let mut captures = (!self.rule.gaps.is_empty()).then(|| self.regex.create_captures());
        let mut at = chunk.start;
        let mut last_end = None;
        while at <= chunk.end {
            if !allowance.pay(chunk.end - at) {
                return Err(OverBudget);
            }
            let input = Input::new(text).range(at..chunk.end);
            let Some(whole) = self.next(&input, captures.as_mut(), memory.as_deref_mut()) else {
                break;
            };
            // As everywhere, an empty match right after another is none.
            if whole.is_empty() && last_end == Some(whole.end) {
                at = text.ceil_char_boundary(at + 1);
                continue;
            }
            (at, last_end) = (whole.end, Some(whole.end));
            found.extend(self.candidate(whole, captures.as_ref()));
        }
        Ok(())
    }

    fn next(
        &self,
        input: &Input<'_>,
        captures: Option<&mut Captures>,
        memory: Option<&mut Cache>,
    ) -> Option<Range<usize>> {
        let Some(captures) = captures else {
            let whole = match memory {
                Some(memory) => self.regex.search_with(memory, input),
                None => self.regex.search(input),
            };
            return whole.map(|whole| whole.range());
        };
        match memory {
            Some(memory) => self.regex.search_captures_with(memory, input, captures),
            None => self.regex.search_captures(input, captures),
        }
        captures.get_match().map(|whole| whole.range())
    }

    fn candidate(&self, whole: Range<usize>, captures: Option<&Captures>) -> Option<Candidate> {
        let tokens = self.tokens;
        let mut span = words(tokens, whole);
        let foreign =
            tokens.list.get(span.clone()).is_none_or(|list| list.iter().any(|token| token.foreign));
        if span.is_empty() || foreign {
            return None;
        }
        let gap = |(index, name): (usize, &String)| {
            let group = captures?.get_group_by_name(name)?;
            Some((index as u16, words(tokens, group.range())))
        };
        let mut gaps: Vec<(u16, TokenRange)> = self
            .rule
            .gaps
            .iter()
            .enumerate()
            .filter_map(gap)
            .filter(|(_, gap)| !gap.is_empty())
            .collect();
        gaps.sort_by_key(|(_, gap)| gap.start);
        if let Some((_, first)) = gaps.first_mut().filter(|(_, gap)| gap.start == span.start) {
            first.start = behind_line_break(tokens, first);
            span.start = first.start;
        }
        gaps.retain(|(_, gap)| !gap.is_empty());
        let in_gaps: usize = gaps.iter().map(|(_, gap)| gap.len()).sum();
        Some(Candidate {
            layer: self.layer,
            rule: self.number,
            literal: span.len().saturating_sub(in_gaps),
            span,
            gaps,
            inflected: None,
            variable: None,
            clitics: 0..0,
            variable_clitics: 0..0,
            other_clitics: Vec::new(),
            kept: Vec::new(),
            cue: None,
            fit: Fit::Unknown,
        })
    }
}

/// Where a gap that a match begins with begins in its own sentence: in the folded text a line break is but a space, and
/// «Καλησπέρα σας⏎Δεν μπορώ …» has none of the signs that an expression stops at. «στην⏎Αθήνα» is only wrapped.
fn behind_line_break(tokens: &Tokens<'_>, gap: &TokenRange) -> usize {
    let begins_line = |at: usize| {
        let (before, word) = (tokens.word(at - 1)?, tokens.word(at)?);
        let between = tokens.folded.draft.get(before.end as usize..word.start as usize)?;
        Some(between.contains('\n') && word.flags.contains(WordFlags::CAPITAL))
    };
    let known = |at: usize| tokens.list.get(at).is_some_and(|token| token.id != UNKNOWN);
    let begins = |at: &usize| begins_line(*at) == Some(true) && known(*at) && !tokens.is_name(*at);
    (gap.start + 1..=gap.end).rev().find(begins).unwrap_or(gap.start)
}

/// The whole words that a chunk of the folded text touches.
fn words(tokens: &Tokens<'_>, folded: Range<usize>) -> TokenRange {
    let words = &tokens.folded.words;
    let first = words.partition_point(|word| word.fold_end as usize <= folded.start) as u32;
    let end = words.partition_point(|word| (word.fold_start as usize) < folded.end) as u32;
    let token = |word: u32| tokens.list.partition_point(|token| token.word < word);
    token(first)..token(end.max(first))
}
