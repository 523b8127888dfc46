//! The phrase language: what `avoid`, `unless` and `prefer` texts say.

use std::borrow::Cow;
use std::fmt;

use super::phrase_parse::{parse_phrase, parse_wording};
use crate::words::Tense;

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
}

/// A part of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Element {
    /// A run of plain text without signs, as written (one or more words, possibly with punctuation).
    Text(String),
    /// `<μπορώ:present:1,3>`: a form of a word.
    Word(WordSpec),
    /// `{name}` or `{name?}`.
    Gap {
        /// Its name.
        name: String,
        /// It may be empty.
        optional: bool,
    },
    /// `(a|b c|)`: one of these; an empty branch makes it optional.
    Choice(Vec<Vec<Element>>),
}

/// `<name:tense:persons>`, every part but the name optional.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordSpec {
    /// A word of the word table, or a pronoun such as `σας` in a wording.
    pub name: String,
    /// `None`: any tense.
    pub tense: Option<Tense>,
    /// Persons 1 to 3; empty: any.
    pub persons: Vec<u8>,
}

impl fmt::Display for WordSpec {
    /// As a phrase says it: `<name:tense:persons>`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "<{}", self.name)?;
        if let Some(tense) = self.tense {
            write!(formatter, ":{}", tense.key())?;
        }
        let persons: Vec<String> = self.persons.iter().map(u8::to_string).collect();
        if !persons.is_empty() {
            write!(formatter, ":{}", persons.join(","))?;
        }
        write!(formatter, ">")
    }
}

/// A wording to suggest, parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// As written in the file.
    pub source: String,
    /// `None` where the room was given back: `source` says it again.
    pub(super) parsed: Option<Vec<Piece>>,
}

/// A part of a wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Plain text, with its spaces.
    Text(String),
    /// A word to inflect, or a pronoun in the register of the draft.
    Word(WordSpec),
    /// The text that a gap matched.
    Gap {
        /// Its name.
        name: String,
        /// It may be empty, then it vanishes with one space beside it.
        optional: bool,
    },
    /// `[hint]`: for the agent to fill in.
    Blank(String),
}

/// Which of the two languages a text is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// What to look for.
    Phrase,
    /// What to say instead.
    Wording,
}

/// A phrase or wording, and the words that it names with their byte ranges.
#[derive(Debug)]
pub(super) struct Found<T> {
    pub value: T,
    pub words: Vec<(std::ops::Range<usize>, WordSpec)>,
}

impl Phrase {
    /// What it is made of, in order.
    pub fn elements(&self) -> Cow<'_, [Element]> {
        let again = || parse_phrase(&self.source).ok()?.value.parsed;
        match &self.parsed {
            Some(elements) => Cow::Borrowed(elements),
            None => Cow::Owned(again().unwrap_or_default()),
        }
    }

    /// The same in little room: it is parsed again when somebody asks what it is made of.
    pub(super) fn slim(&self) -> Phrase {
        Phrase { source: self.source.clone(), parsed: None, ..*self }
    }

    /// The names of its gaps.
    pub fn gaps(&self) -> Vec<String> {
        let mut names = Vec::new();
        gap_names(&self.elements(), &mut names);
        names
    }
}

fn gap_names(elements: &[Element], names: &mut Vec<String>) {
    for element in elements {
        match element {
            Element::Gap { name, .. } => names.push(name.clone()),
            Element::Choice(branches) => {
                branches.iter().for_each(|branch| gap_names(branch, names))
            }
            Element::Text(_) | Element::Word(_) => {}
        }
    }
}

impl Wording {
    /// What it is made of, in order; spaces and punctuation stand in the text pieces.
    pub fn pieces(&self) -> Cow<'_, [Piece]> {
        let again = || parse_wording(&self.source).ok()?.value.parsed;
        match &self.parsed {
            Some(pieces) => Cow::Borrowed(pieces),
            None => Cow::Owned(again().unwrap_or_default()),
        }
    }

    /// The same in little room: it is parsed again when somebody asks what it is made of.
    pub(super) fn slim(&self) -> Wording {
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
