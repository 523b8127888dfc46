//! The bytes of a phrase and of its gaps, with the signs that belong to them.

use std::ops::Range;

use crate::engine::candidate::Candidate;
use crate::engine::token::Tokens;
use crate::text::{Folded, ZoneKind};

const EMPHASIS: [&str; 6] = ["**", "__", "~~", "||", "*", "_"];

/// The bytes of a candidate with the signs around it and around its gaps.
pub fn whole_span(
    tokens: &Tokens<'_>,
    candidate: &Candidate,
    gaps: &[(u16, Range<usize>)],
) -> Range<usize> {
    gaps.iter().fold(snug(tokens, &candidate.span), |span, (_, gap)| {
        span.start.min(gap.start)..span.end.max(gap.end)
    })
}

/// The byte range of each run of the phrase's own words. If a regular expression keeps every word in its groups, the
/// range of the whole match.
pub fn marks(tokens: &Tokens<'_>, candidate: &Candidate) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for token in candidate.span.clone().filter(|token| candidate.is_marked(*token)) {
        match runs.last_mut() {
            Some(run) if run.end == token => run.end = token + 1,
            _ => runs.push(token..token + 1),
        }
    }
    if runs.is_empty() {
        return vec![snug(tokens, &candidate.span)];
    }
    let bytes = runs.into_iter().map(|run| tokens.bytes(run.start, run.end));
    bytes.map(|run| balanced(tokens.folded.draft, run)).collect()
}

/// The bytes of a range with the signs that belong to it: the brackets of a blank, the quotation
/// marks and backticks of a zone that it covers, and the emphasis that it opens or closes.
pub fn snug(tokens: &Tokens<'_>, range: &Range<usize>) -> Range<usize> {
    let folded = tokens.folded;
    let mut span = tokens.bytes(range.start, range.end);
    let near = folded.zones.partition_point(|zone| zone.span.start + 8 < span.start);
    let reach = span.end;
    for zone in folded.zones[near..].iter().take_while(|zone| zone.span.start < reach) {
        let covered = words_within(folded, &zone.span, &span);
        let crossing = zone.span.start >= span.start || zone.span.end <= span.end;
        if covered && (crossing || !matches!(zone.kind, ZoneKind::Quote | ZoneKind::ShortQuote)) {
            span = span.start.min(zone.span.start)..span.end.max(zone.span.end);
        }
    }
    balanced(folded.draft, span)
}

fn words_within(folded: &Folded<'_>, zone: &Range<usize>, span: &Range<usize>) -> bool {
    let first = folded.words.partition_point(|word| (word.start as usize) < zone.start);
    let end = folded.words.partition_point(|word| (word.start as usize) < zone.end);
    let covers = |word: &crate::text::Word| {
        span.start <= word.start as usize && word.end as usize <= span.end
    };
    first < end && folded.words[first..end].iter().all(covers)
}

/// Takes in the other half of every emphasis of which one half is inside.
fn balanced(draft: &str, span: Range<usize>) -> Range<usize> {
    let inside = draft.as_bytes().get(span.clone()).unwrap_or(&[]);
    // Seldom is there any, and then nothing need be counted.
    if !inside.iter().any(|byte| matches!(byte, b'*' | b'_' | b'~' | b'|')) {
        return span;
    }
    EMPHASIS.iter().fold(span, |span, sign| balance(draft, span, sign))
}

/// Takes in the other half of an emphasis of which one half is inside.
fn balance(draft: &str, span: Range<usize>, sign: &str) -> Range<usize> {
    let Some(inside) = draft.get(span.clone()) else { return span };
    if inside.matches(sign).count() % 2 == 0 {
        return span;
    }
    if draft.get(..span.start).is_some_and(|before| before.ends_with(sign)) {
        span.start - sign.len()..span.end
    } else if draft.get(span.end..).is_some_and(|after| after.starts_with(sign)) {
        span.start..span.end + sign.len()
    } else {
        span
    }
}
