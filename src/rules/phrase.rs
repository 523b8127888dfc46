//! The phrase language: what `avoid`, `unless` and `prefer` texts say.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::phrase_parse::{parse_phrase, parse_wording};
use super::sets::{Set, Sets};
use crate::lexicon::Tense;

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

/// A part of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Element {
    /// A run of plain text without signs, as written (one or more words, possibly with punctuation).
    Text(String),
    /// `<μπορώ:present:1,3>`: a form of a word.
    Word(WordSpec),
    /// `{name}`, `{name?}` or `{name:clause}`.
    Gap {
        /// Its name.
        name: String,
        /// It may be empty.
        optional: bool,
        /// What it takes.
        kind: GapKind,
    },
    /// `(a|b c|)`: one of these; an empty branch makes it optional.
    Choice(Vec<Vec<Element>>),
}

/// What a gap of a phrase takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum GapKind {
    /// One or more words.
    #[default]
    Words,
    /// `{name:clause}`: a whole main clause. Such a gap is never optional.
    Clause,
}

/// How a wording puts what a gap holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum GapForm {
    /// As it stands in the draft.
    #[default]
    AsIs,
    /// `{name:subject}`, Greek only: as a subject, the article in the nominative (τη ζημιά: η ζημιά).
    Subject,
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

impl WordSpec {
    /// The name of a verb variable: `<*:subjunctive:2>`.
    pub const VARIABLE: &'static str = "*";

    /// Whether it is a verb variable. In a phrase it stands for any verb of the word table in this tense
    /// and person, in a wording for the verb that the phrase found. It always has a tense.
    pub fn is_variable(&self) -> bool {
        self.name == Self::VARIABLE
    }
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
        /// How its text is put.
        form: GapForm,
    },
    /// `[hint]`: for the agent to fill in.
    Blank(String),
}

/// In which language a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// What to look for.
    Phrase,
    /// What to say instead.
    Wording,
    /// What choices take in under a name.
    Set,
}

/// A phrase or wording, and what it names, with byte ranges.
#[derive(Debug)]
pub(super) struct Found<T> {
    pub value: T,
    pub words: Vec<(Range<usize>, WordSpec)>,
    /// All of a wording; of a phrase only where one takes a clause.
    pub gaps: Vec<GapUse>,
    pub sets: Vec<Arc<Set>>,
}

/// A gap of a phrase or wording.
#[derive(Debug)]
pub(super) struct GapUse {
    pub range: Range<usize>,
    pub name: String,
    pub kind: GapKind,
    pub form: GapForm,
    /// What may stand right before it.
    pub before: Vec<Before>,
}

/// What may stand right before a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing: it begins the phrase.
    Start,
    /// Punctuation.
    Punctuation,
    /// These words.
    Words(String),
    /// Another sign.
    Sign,
}

impl Phrase {
    /// What it is made of, in order.
    pub fn elements(&self) -> Cow<'_, [Element]> {
        let again = || {
            let sets = self.sets.clone().unwrap_or_default();
            parse_phrase(&self.source, &sets, usize::MAX).ok()?.value.parsed
        };
        match &self.parsed {
            Some(elements) => Cow::Borrowed(elements),
            None => Cow::Owned(again().unwrap_or_default()),
        }
    }

    /// The same in little room: it is parsed again when somebody asks what it is made of.
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
        // It never stands inside a choice.
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

fn has_clause(elements: &[Element], gap: &str) -> bool {
    elements.iter().any(|element| match element {
        Element::Gap { name, kind, .. } => name == gap && *kind == GapKind::Clause,
        Element::Choice(branches) => branches.iter().any(|branch| has_clause(branch, gap)),
        Element::Text(_) | Element::Word(_) => false,
    })
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
        let again = || parse_wording(&self.source, &Sets::default()).ok()?.value.parsed;
        match &self.parsed {
            Some(pieces) => Cow::Borrowed(pieces),
            None => Cow::Owned(again().unwrap_or_default()),
        }
    }

    /// The same in little room: it is parsed again when somebody asks what it is made of.
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
