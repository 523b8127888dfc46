//! Phrases (`avoid`, `unless`) and wordings (`prefer`), parsed.

use std::borrow::Cow;
use std::sync::Arc;

use super::element::{Element, GapKind, Piece};
use super::phrase_parse::{Parsed, ParsedPhrase, Problems, parse_phrase, parse_wording};
use super::sets::Sets;

/// A phrase to look for, parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// As written in the file.
    pub source: String,
    /// `^`: only at the start of a sentence.
    pub at_start: bool,
    /// `$`: only at the end of a sentence.
    pub at_end: bool,
    /// `None` where the room was given back: `source` says it again.
    pub(super) parsed: Option<Vec<Element>>,
    /// The sets of its file, where it names one: without them `source` does not say all.
    pub(super) sets: Option<Arc<Sets>>,
}

/// A wording to suggest, parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// As written in the file.
    pub source: String,
    /// `None` where the room was given back: `source` says it again.
    pub(super) parsed: Option<Vec<Piece>>,
}

impl Phrase {
    /// Parses a phrase; each problem comes with its byte range in `text`. Its sets may bring in `room` parts.
    pub(super) fn parse(
        text: &str,
        sets: &Arc<Sets>,
        room: usize,
    ) -> Result<Parsed<Phrase>, Problems> {
        let Parsed { value, words, gaps, sets: used } = parse_phrase(text, sets, room)?;
        let ParsedPhrase { at_start, at_end, elements } = value;
        let value = Phrase {
            source: text.trim().to_owned(),
            at_start,
            at_end,
            parsed: Some(elements),
            sets: (!used.is_empty()).then(|| Arc::clone(sets)),
        };
        Ok(Parsed { value, words, gaps, sets: used })
    }

    /// What it is made of, in order.
    pub fn elements(&self) -> Cow<'_, [Element]> {
        let again = || {
            let sets = self.sets.as_deref();
            let found = match sets {
                Some(sets) => parse_phrase(&self.source, sets, usize::MAX),
                None => parse_phrase(&self.source, &Sets::default(), usize::MAX),
            };
            Some(found.ok()?.value.elements)
        };
        match &self.parsed {
            Some(elements) => Cow::Borrowed(elements),
            None => Cow::Owned(again().unwrap_or_default()),
        }
    }

    /// The same in less memory: it is parsed again when somebody asks what it is made of.
    pub(super) fn compact(&self) -> Phrase {
        Phrase { source: self.source.clone(), parsed: None, sets: self.sets.clone(), ..*self }
    }

    /// The sets that it names, and those that they use: their names, and their phrases as written.
    pub fn sets(&self) -> Vec<(String, Vec<String>)> {
        let Some(sets) = &self.sets else { return Vec::new() };
        let used = parse_phrase(&self.source, sets, usize::MAX).map(|found| found.sets);
        let names = used.unwrap_or_default().iter().map(|set| set.name.clone()).collect();
        sets.written(names)
    }

    /// Whether one of its words is a verb variable.
    pub fn has_variable(&self) -> bool {
        // It is never inside a choice.
        self.elements().iter().any(|it| matches!(it, Element::Word(word) if word.is_variable()))
    }

    /// Whether one of its gaps has this name and takes a clause.
    pub(super) fn has_clause(&self, gap: &str) -> bool {
        has_clause(&self.elements(), gap)
    }

    /// The names of its gaps.
    pub fn gaps(&self) -> Vec<String> {
        let mut names = Vec::new();
        gap_names(&self.elements(), &mut names);
        names
    }
}

impl Wording {
    /// Parses a wording; each problem comes with its byte range in `text`.
    pub(super) fn parse(text: &str, sets: &Sets) -> Result<Parsed<Wording>, Problems> {
        let Parsed { value, words, gaps, sets } = parse_wording(text, sets)?;
        let value = Wording { source: text.trim().to_owned(), parsed: Some(value) };
        Ok(Parsed { value, words, gaps, sets })
    }

    /// What it is made of, in order; spaces and punctuation are in the text pieces.
    pub fn pieces(&self) -> Cow<'_, [Piece]> {
        let again = || Some(parse_wording(&self.source, &Sets::default()).ok()?.value);
        match &self.parsed {
            Some(pieces) => Cow::Borrowed(pieces),
            None => Cow::Owned(again().unwrap_or_default()),
        }
    }

    /// The same in less memory: it is parsed again when somebody asks what it is made of.
    pub(super) fn compact(&self) -> Wording {
        Wording { source: self.source.clone(), parsed: None }
    }

    /// The names of the gaps that it repeats.
    pub fn gaps(&self) -> Vec<String> {
        let mut names = Vec::new();
        for piece in self.pieces().iter() {
            if let Piece::Gap { name, .. } = piece {
                names.push(name.clone());
            }
        }
        names
    }
}

fn has_clause(elements: &[Element], gap: &str) -> bool {
    elements.iter().any(|element| match element {
        Element::Gap { name, kind, .. } => name == gap && *kind == GapKind::Clause,
        Element::Choice(branches) => branches.iter().any(|branch| has_clause(branch, gap)),
        Element::Text(_) | Element::Word(_) | Element::Listed { .. } => false,
    })
}

fn gap_names(elements: &[Element], names: &mut Vec<String>) {
    for element in elements {
        match element {
            Element::Gap { name, .. } | Element::Listed { name, .. } => names.push(name.clone()),
            Element::Choice(branches) => {
                branches.iter().for_each(|branch| gap_names(branch, names))
            }
            Element::Text(_) | Element::Word(_) => {}
        }
    }
}
