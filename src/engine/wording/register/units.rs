//! A wording as a row of words, gaps and blanks, each with what stands next to it.

use std::ops::Range;

use crate::engine::lexemes::LexemeTable;
use crate::engine::vocabulary::{Roles, Vocabulary};
use crate::engine::word_index::{UNKNOWN, WordId};
use crate::engine::wording::inflected;
use crate::rules::Piece;
use crate::text::Folder;

/// A word of a wording, or what stands in its place.
pub struct Unit {
    /// The piece that it is in.
    pub piece: usize,
    /// Its bytes there.
    pub bytes: Range<usize>,
    /// Its number.
    pub id: WordId,
    /// What it does in a sentence.
    pub roles: Roles,
    /// Folded; empty for all that is not a plain word.
    pub key: String,
    /// As written.
    pub written: String,
    /// What it is.
    pub kind: Kind,
    /// A sign stands between it and what follows.
    closed: bool,
}

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A plain word.
    Word,
    /// A word that is inflected as the draft needs it.
    Inflected,
    /// A pronoun that follows the draft by itself.
    Pronoun,
    /// A gap or a blank.
    Open,
}

/// The units of a wording, in order.
pub struct Units(Vec<Unit>);

impl Units {
    /// Read from its pieces.
    pub fn of(
        pieces: &[Piece],
        own: &LexemeTable,
        vocabulary: &Vocabulary,
        folder: &mut Folder,
    ) -> Units {
        let mut units = Units(Vec::new());
        for (piece, said) in pieces.iter().enumerate() {
            let (id, roles, kind) = match said {
                Piece::Text(text) => {
                    units.push_words(text, piece, vocabulary, folder);
                    continue;
                }
                Piece::Blank(_) | Piece::Gap { .. } => (UNKNOWN, Roles::empty(), Kind::Open),
                Piece::Word(spec) if vocabulary.register_pair(&spec.name).is_some() => {
                    (UNKNOWN, Roles::CLITIC, Kind::Pronoun)
                }
                Piece::Word(spec) => {
                    let token = inflected(spec, own, vocabulary);
                    (token.id, token.roles, Kind::Inflected)
                }
            };
            let (key, written) = (String::new(), String::new());
            units.0.push(Unit { piece, bytes: 0..0, id, roles, key, written, kind, closed: false });
        }
        units
    }

    fn push_words(
        &mut self,
        text: &str,
        piece: usize,
        vocabulary: &Vocabulary,
        folder: &mut Folder,
    ) {
        let signed = text.trim_start().starts_with(|sign: char| !sign.is_alphanumeric());
        if let Some(last) = self.0.last_mut() {
            last.closed |= signed;
        }
        folder.read(text, |folded| {
            for (index, word) in folded.words.iter().enumerate() {
                let generic = vocabulary.find(word.hash, || folded.folded_bytes(index));
                let id = vocabulary.variant(generic, word.accent).unwrap_or(generic);
                let next = folded.words.get(index + 1);
                let end = next.map_or(text.len(), |next| next.start as usize);
                let between = text.get(word.end as usize..end).unwrap_or_default();
                self.0.push(Unit {
                    piece,
                    bytes: word.span(),
                    id,
                    roles: vocabulary.roles(id),
                    key: folded.folded(index).to_owned(),
                    written: text.get(word.span()).unwrap_or_default().to_owned(),
                    kind: Kind::Word,
                    closed: !between.trim().is_empty(),
                });
            }
        });
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Unit> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The one at this place.
    pub fn get(&self, at: Option<usize>) -> Option<&Unit> {
        self.0.get(at?)
    }

    /// The plain word at this place.
    pub fn word(&self, at: usize) -> Option<&Unit> {
        self.0.get(at).filter(|unit| unit.kind == Kind::Word)
    }

    /// The folded word at this place.
    pub fn key(&self, at: Option<usize>) -> &str {
        self.get(at).map_or("", |unit| unit.key.as_str())
    }

    /// What the word at this place does.
    pub fn roles(&self, at: Option<usize>) -> Roles {
        self.get(at).map_or(Roles::empty(), |unit| unit.roles)
    }

    /// Whether a verb is at this place.
    pub fn is_verb(&self, at: Option<usize>) -> bool {
        let no_verb = Roles::SUBJECT | Roles::OBJECT | Roles::ARTICLE | Roles::PREPOSITION;
        let roles = self.roles(at);
        // A verb that only the lists of cases name is one as well.
        let verb = Roles::VERB | Roles::ACCUSATIVE | Roles::GENITIVE;
        roles.intersects(verb) && !roles.intersects(no_verb)
    }

    /// The place before this one, unless a sign is between them.
    pub fn before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|before| self.0.get(*before).is_some_and(|unit| !unit.closed))
    }

    /// The place after this one, unless a sign is between them.
    pub fn behind(&self, at: usize) -> Option<usize> {
        let open = self.0.get(at).is_some_and(|unit| !unit.closed);
        Some(at + 1).filter(|next| open && *next < self.0.len())
    }

    /// The place before this one and before the pronouns that stand at it.
    pub fn governor(&self, at: usize) -> Option<usize> {
        let mut governor = self.before(at);
        while let Some(before) = governor.filter(|at| self.roles(Some(*at)).contains(Roles::CLITIC))
        {
            governor = self.before(before);
        }
        governor
    }
}
