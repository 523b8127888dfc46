//! Parses phrases and wordings, and holds the parts against each other.

use std::ops::Range;

use super::before::{phrase_gaps, wording_gaps};
use super::gap::GapSign;
use super::phrase::{Form, Found};
use super::phrase_check::{check_gaps, check_glue, check_possessives, check_variables, ways};
use super::phrase_problem::PhraseProblem;
use super::scan::{Part, PartKind, Scanned, scan};
use super::{Element, Phrase, Piece, WordSpec, Wording};

/// The longest phrase or wording, in characters.
const MAX_CHARS: usize = 400;
/// In how many ways the choices of a phrase may be read.
const MAX_WAYS: usize = 10_000;

/// Parses a phrase; what is wrong comes with its byte range in `text`.
pub(super) fn parse_phrase(
    text: &str,
) -> Result<Found<Phrase>, Vec<(Range<usize>, PhraseProblem)>> {
    let mut scanned = scan_checked(text, Form::Phrase)?;
    check_gaps(&mut scanned, text);
    check_glue(&mut scanned);
    check_possessives(&mut scanned);
    check_variables(&mut scanned);
    if ways(&scanned.parts) > MAX_WAYS {
        scanned.problems.push((0..text.len(), PhraseProblem::TooManyWays { limit: MAX_WAYS }));
    }
    let (words, gaps) = (words(&scanned.parts), phrase_gaps(&scanned.parts));
    if !scanned.problems.is_empty() {
        return Err(sorted(scanned.problems));
    }
    let value = Phrase {
        source: text.trim().to_owned(),
        at_start: scanned.at_start,
        at_end: scanned.at_end,
        parsed: Some(elements(scanned.parts)),
    };
    Ok(Found { value, words, gaps })
}

/// Parses a wording; what is wrong comes with its byte range in `text`.
pub(super) fn parse_wording(
    text: &str,
) -> Result<Found<Wording>, Vec<(Range<usize>, PhraseProblem)>> {
    let scanned = scan_checked(text, Form::Wording)?;
    if !scanned.problems.is_empty() {
        return Err(sorted(scanned.problems));
    }
    let (words, gaps) = (words(&scanned.parts), wording_gaps(&scanned.parts));
    let mut pieces: Vec<Piece> =
        scanned.parts.into_iter().filter_map(|part| piece(part.kind)).collect();
    trim_ends(&mut pieces);
    if pieces.is_empty() {
        return Err(vec![(0..text.len(), PhraseProblem::Empty)]);
    }
    let value = Wording { source: text.trim().to_owned(), parsed: Some(pieces) };
    Ok(Found { value, words, gaps })
}

fn scan_checked(text: &str, form: Form) -> Result<Scanned, Vec<(Range<usize>, PhraseProblem)>> {
    if text.chars().count() > MAX_CHARS {
        return Err(vec![(0..text.len(), PhraseProblem::TooLong { limit: MAX_CHARS })]);
    }
    Ok(scan(text, form))
}

fn sorted(mut problems: Vec<(Range<usize>, PhraseProblem)>) -> Vec<(Range<usize>, PhraseProblem)> {
    problems.sort_by_key(|(range, _)| range.start);
    problems
}

fn words(parts: &[Part]) -> Vec<(Range<usize>, WordSpec)> {
    let mut words = Vec::new();
    for part in parts {
        match &part.kind {
            PartKind::Word(word) => words.push((part.range.clone(), word.clone())),
            PartKind::Choice(branches) => {
                words.extend(branches.iter().flat_map(|branch| self::words(branch)))
            }
            _ => {}
        }
    }
    words
}

// Into new room: collecting in place would keep that of the parts, which is five times as much.
fn elements(parts: Vec<Part>) -> Vec<Element> {
    let mut elements = Vec::with_capacity(parts.len());
    elements.extend(parts.into_iter().filter_map(|part| element(part.kind)));
    elements
}

fn element(kind: PartKind) -> Option<Element> {
    match kind {
        PartKind::Text(text) => {
            let trimmed = text.trim();
            let whole = trimmed.len() == text.len();
            let text = if whole { text } else { trimmed.to_owned() };
            (!text.is_empty()).then_some(Element::Text(text))
        }
        PartKind::Word(word) => Some(Element::Word(word)),
        PartKind::Gap(GapSign { name, optional, kind, .. }) => {
            Some(Element::Gap { name, optional, kind })
        }
        PartKind::Choice(branches) => {
            Some(Element::Choice(branches.into_iter().map(elements).collect()))
        }
        PartKind::Blank(_) => None,
    }
}

fn piece(kind: PartKind) -> Option<Piece> {
    match kind {
        PartKind::Text(text) => Some(Piece::Text(text)),
        PartKind::Word(word) => Some(Piece::Word(word)),
        PartKind::Gap(GapSign { name, optional, form, .. }) => {
            Some(Piece::Gap { name, optional, form })
        }
        PartKind::Blank(hint) => Some(Piece::Blank(hint)),
        PartKind::Choice(_) => None,
    }
}

fn trim_ends(pieces: &mut Vec<Piece>) {
    if let Some(Piece::Text(text)) = pieces.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if let Some(Piece::Text(text)) = pieces.last_mut() {
        *text = text.trim_end().to_owned();
    }
    pieces.retain(|piece| !matches!(piece, Piece::Text(text) if text.is_empty()));
}
