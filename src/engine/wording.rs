//! Wordings resolved to numbers and words, so that a finding looks nothing up by name.

use std::sync::Arc;

use super::lexis::Lexis;
use super::vocabulary::Vocabulary;
use crate::rules::{Piece, Wording};
use crate::text::Folder;
use crate::words::{Lexeme, Tense};

/// A wording, ready to be formed.
#[derive(Debug, Clone)]
pub struct CompiledWording {
    /// What it is made of, in order.
    pub pieces: Vec<CompiledPiece>,
    /// The folded words of its plain text, without blanks, each between spaces.
    words: String,
    /// The last piece is plain text and ends with the last of `words`.
    ends_with_word: bool,
}

impl CompiledWording {
    /// Whether its plain text has this folded word.
    pub fn has(&self, folded: &str) -> bool {
        self.words.contains(&format!(" {folded} "))
    }

    /// Whether it ends with this folded word.
    pub fn ends_with(&self, folded: &str) -> bool {
        self.ends_with_word && self.words.ends_with(&format!(" {folded} "))
    }
}

/// A part of a wording.
#[derive(Debug, Clone)]
pub enum CompiledPiece {
    /// Our words; a blank stands in its brackets.
    Text(String),
    /// What a gap holds, by the gap's number.
    Gap {
        /// Its number in the rule.
        number: u16,
        /// It may be empty.
        optional: bool,
    },
    /// A pronoun by register.
    Pronoun {
        /// The plural of politeness: σας.
        formal: String,
        /// The singular: σου.
        familiar: String,
    },
    /// A word to inflect.
    Word {
        /// The word.
        lexeme: Arc<Lexeme>,
        /// `None`: as matched.
        tense: Option<Tense>,
        /// `None`: as matched.
        person: Option<u8>,
    },
}

/// The wording with its gaps numbered and its words found; `None` if it names what is not there,
/// which validation has told the author.
pub fn compile(
    wording: &Wording,
    gaps: &[String],
    own: &Lexis,
    vocabulary: &Vocabulary,
    folder: &mut Folder,
) -> Option<CompiledWording> {
    let said = wording.pieces();
    let pieces = said.iter().map(|piece| compile_piece(piece, gaps, own, vocabulary));
    let mut pieces: Vec<CompiledPiece> = pieces.collect::<Option<_>>()?;
    pieces.shrink_to_fit();
    let mut words = String::from(" ");
    let mut ends_with_word = false;
    for piece in said.iter() {
        ends_with_word = false;
        if let Piece::Text(text) = piece {
            folder.read(text, |folded| {
                for word in 0..folded.words.len() {
                    words.push_str(folded.folded(word));
                    words.push(' ');
                }
                ends_with_word = !folded.words.is_empty();
            });
        }
    }
    words.shrink_to_fit();
    Some(CompiledWording { pieces, words, ends_with_word })
}

fn compile_piece(
    piece: &Piece,
    gaps: &[String],
    own: &Lexis,
    vocabulary: &Vocabulary,
) -> Option<CompiledPiece> {
    Some(match piece {
        Piece::Text(text) => CompiledPiece::Text(text.clone()),
        Piece::Blank(hint) => CompiledPiece::Text(format!("[{hint}]")),
        Piece::Gap { name, optional, .. } => {
            let number = u16::try_from(gaps.iter().position(|gap| gap == name)?).ok()?;
            CompiledPiece::Gap { number, optional: *optional }
        }
        Piece::Word(spec) => match vocabulary.register_pair(&spec.name) {
            Some((formal, familiar)) => {
                CompiledPiece::Pronoun { formal: formal.to_owned(), familiar: familiar.to_owned() }
            }
            None => {
                let lexeme = own.get(&spec.name).or_else(|| vocabulary.lexis.get(&spec.name))?;
                CompiledPiece::Word {
                    lexeme: Arc::clone(lexeme),
                    tense: spec.tense,
                    person: spec.persons.first().copied(),
                }
            }
        },
    })
}
