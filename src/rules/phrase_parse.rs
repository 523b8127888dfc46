//! Parses the text of phrases and wordings into elements and pieces.

use std::ops::Range;
use std::sync::Arc;

use super::element::{Element, Form, Piece, WordSpec};
use super::gap::GapSign;
use super::gap_uses::{GapUse, phrase_gaps, wording_gaps};
use super::phrase_check::{check_gaps, check_glue, check_possessives, check_variables, ways};
use super::phrase_problem::PhraseProblem;
use super::scan::{Part, PartKind, Scanned, scan};
use super::sets::{MAX_IN_FILE, MAX_IN_PHRASE, Set, Sets};

/// The longest phrase or wording, in characters.
const MAX_CHARS: usize = 400;
/// In how many ways the choices of a phrase may be read.
const MAX_WAYS: usize = 10_000;

/// What is wrong, with byte ranges.
pub(super) type Problems = Vec<(Range<usize>, PhraseProblem)>;

/// A phrase or wording, and what it names, with byte ranges.
#[derive(Debug)]
pub(super) struct Parsed<T> {
    pub value: T,
    pub words: Vec<(Range<usize>, WordSpec)>,
    /// All of a wording; of a phrase only where one takes a clause.
    pub gaps: Vec<GapUse>,
    pub sets: Vec<Arc<Set>>,
}

/// What the text of a phrase says.
pub(super) struct ParsedPhrase {
    pub at_start: bool,
    pub at_end: bool,
    pub elements: Vec<Element>,
}

/// Parses a phrase; each problem comes with its byte range in `text`. Its sets may bring in `room` parts.
pub(super) fn parse_phrase(
    text: &str,
    sets: &Sets,
    room: usize,
) -> Result<Parsed<ParsedPhrase>, Problems> {
    let mut scanned = scan_checked(text, Form::Phrase, sets)?;
    check_variables(&mut scanned);
    let Parsed { value, words, gaps, sets } = valid_parts(text, scanned, room)?;
    let Scanned { at_start, at_end, parts, .. } = value;
    let value = ParsedPhrase { at_start, at_end, elements: elements(parts) };
    Ok(Parsed { value, words, gaps, sets })
}

/// Parses a phrase of a set.
pub(super) fn parse_set_phrase(
    text: &str,
    sets: &Sets,
    room: usize,
) -> Result<Parsed<Vec<Element>>, Problems> {
    let found = valid_parts(text, scan_checked(text, Form::Set, sets)?, room)?;
    let value = elements(found.value.parts);
    Ok(Parsed { value, words: found.words, gaps: found.gaps, sets: found.sets })
}

/// The parts of a phrase, checked against each other.
fn valid_parts(text: &str, mut scanned: Scanned, room: usize) -> Result<Parsed<Scanned>, Problems> {
    check_gaps(&mut scanned, text);
    check_glue(&mut scanned);
    check_possessives(&mut scanned);
    let whole = 0..text.len();
    if ways(&scanned.parts) > MAX_WAYS {
        scanned.problems.push((whole.clone(), PhraseProblem::TooManyWays { limit: MAX_WAYS }));
    }
    if scanned.sets.iter().map(|set| set.size).sum::<usize>() > room {
        let problem = PhraseProblem::SetsTooLarge { phrase: MAX_IN_PHRASE, file: MAX_IN_FILE };
        scanned.problems.push((whole, problem));
    }
    if !scanned.problems.is_empty() {
        return Err(sorted(scanned.problems));
    }
    let (words, gaps) = (words(&scanned.parts), phrase_gaps(&scanned.parts));
    let sets = std::mem::take(&mut scanned.sets);
    Ok(Parsed { value: scanned, words, gaps, sets })
}

/// Parses a wording; each problem comes with its byte range in `text`.
pub(super) fn parse_wording(text: &str, sets: &Sets) -> Result<Parsed<Vec<Piece>>, Problems> {
    let scanned = scan_checked(text, Form::Wording, sets)?;
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
    Ok(Parsed { value: pieces, words, gaps, sets: Vec::new() })
}

fn scan_checked(text: &str, form: Form, sets: &Sets) -> Result<Scanned, Problems> {
    if text.chars().count() > MAX_CHARS {
        return Err(vec![(0..text.len(), PhraseProblem::TooLong { limit: MAX_CHARS })]);
    }
    Ok(scan(text, form, sets))
}

fn sorted(mut problems: Problems) -> Problems {
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
            let mut written = Vec::with_capacity(branches.len());
            branches.into_iter().for_each(|branch| add_branch(branch, &mut written));
            Some(Element::Choice(written))
        }
        PartKind::Listed(name, set) => {
            Some(Element::Listed { name, branches: set.branches.clone() })
        }
        // A set is all of its branch.
        PartKind::Set(_) | PartKind::Blank(_) => None,
    }
}

/// Adds a branch of a choice; of a set all its phrases.
fn add_branch(branch: Vec<Part>, written: &mut Vec<Vec<Element>>) {
    match branch.as_slice() {
        [Part { kind: PartKind::Set(set), .. }] => written.extend(set.branches.iter().cloned()),
        _ => written.push(elements(branch)),
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
        PartKind::Choice(_) | PartKind::Set(_) | PartKind::Listed(..) => None,
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
