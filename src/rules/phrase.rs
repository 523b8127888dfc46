//! The phrase language: what `avoid`, `unless` and `prefer` texts say.

use std::fmt;

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
    /// What it is made of, in order.
    pub elements: Vec<Element>,
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
    /// What it is made of, in order; spaces and punctuation stand in the text pieces.
    pub pieces: Vec<Piece>,
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
    /// The names of its gaps.
    pub fn gaps(&self) -> Vec<&str> {
        let mut names = Vec::new();
        gap_names(&self.elements, &mut names);
        names
    }
}

fn gap_names<'a>(elements: &'a [Element], names: &mut Vec<&'a str>) {
    for element in elements {
        match element {
            Element::Gap { name, .. } => names.push(name),
            Element::Choice(branches) => {
                branches.iter().for_each(|branch| gap_names(branch, names))
            }
            Element::Text(_) | Element::Word(_) => {}
        }
    }
}

impl Wording {
    /// The names of the gaps that it repeats.
    pub fn gaps(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for piece in &self.pieces {
            if let Piece::Gap { name, .. } = piece {
                names.push(name.as_str());
            }
        }
        names
    }
}
