//! The parts of phrases and wordings: text, words to inflect, gaps, choices, blanks.

use std::fmt;

use crate::lexicon::Tense;

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
    /// `{name:@set}`: one of the phrases of a set, which a wording may repeat.
    Listed {
        /// The name of the gap that holds it.
        name: String,
        /// The phrases of the set.
        branches: Vec<Vec<Element>>,
    },
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
    /// As it is in the draft.
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
        /// It may be empty, then it vanishes with one space next to it.
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
