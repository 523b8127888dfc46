//! Wordings compiled with their rule, so that a finding looks nothing up by name.

mod register;

use std::ops::Range;
use std::sync::Arc;

use super::edges::{self, Edges, WordingToken, WordingTokenKind};
use super::lexemes::LexemeTable;
use super::vocabulary::{Roles, Vocabulary};
use super::word_index::{UNKNOWN, WordId};
use crate::lexicon::{Lexeme, Tense};
use crate::rules::{GapForm, Piece, WordSpec, Wording};
use crate::text::{self, Folder};
use register::{Address, Swap};

/// A wording, ready to be formed.
#[derive(Debug, Clone)]
pub struct CompiledWording {
    /// What it is made of, in order.
    pub pieces: Vec<CompiledPiece>,
    /// The folded words of its plain text, without blanks, each between spaces.
    words: String,
    /// The last piece is plain text and ends with the last of `words`.
    ends_with_word: bool,
    /// What it is at its two ends.
    pub edges: Edges,
    /// The numbers of its verbs.
    pub verbs: Vec<WordId>,
    /// A gap is right after a negation of its own.
    denies_gap: bool,
    /// The gaps whose verb has to be in the subjunctive: «μόλις {event}».
    pub awaited: Vec<u16>,
    /// Its author speaks to one person (σου).
    pub familiar: bool,
}

impl CompiledWording {
    /// Whether its plain text has this folded word.
    pub fn has(&self, folded: &str) -> bool {
        self.words.contains(&format!(" {folded} "))
    }

    /// Whether it puts a gap as a subject.
    pub fn has_subject_gap(&self) -> bool {
        let subject = |piece: &CompiledPiece| {
            matches!(piece, CompiledPiece::Gap { form: GapForm::Subject, .. })
        };
        self.pieces.iter().any(subject)
    }

    /// Whether a gap is under a negation of its own.
    pub fn denies_a_gap(&self) -> bool {
        self.denies_gap
    }

    /// Whether it says nothing but what its gaps hold.
    pub fn is_bare(&self) -> bool {
        let bare = |piece: &CompiledPiece| match piece {
            CompiledPiece::Text(text) => !text.contains(char::is_alphanumeric),
            CompiledPiece::Gap { .. } => true,
            _ => false,
        };
        self.pieces.iter().all(bare)
    }

    /// Whether it has a verb in the imperative, which clitics follow.
    pub fn commands(&self) -> bool {
        let commands = |piece: &CompiledPiece| match piece {
            CompiledPiece::Variable { tense, .. } => *tense == Tense::Imperative,
            CompiledPiece::Word { tense, .. } => *tense == Some(Tense::Imperative),
            _ => false,
        };
        self.pieces.iter().any(commands)
    }

    /// Whether it ends with this folded word.
    pub fn ends_with(&self, folded: &str) -> bool {
        self.ends_with_word && self.words.ends_with(&format!(" {folded} "))
    }
}

/// A part of a wording.
#[derive(Debug, Clone)]
pub enum CompiledPiece {
    /// Our words; a blank is in its brackets.
    Text(String),
    /// What a gap holds, by the gap's number.
    Gap {
        /// Its number in the rule.
        number: u16,
        /// It may be empty.
        optional: bool,
        /// How its text is put.
        form: GapForm,
    },
    /// The verb that a variable of the phrase matched.
    Variable {
        tense: Tense,
        /// `None`: as matched.
        person: Option<u8>,
    },
    /// A word by register: a pronoun, or a verb that speaks to the customer.
    ByRegister {
        /// In the plural of politeness: σας, μπορείτε.
        formal: String,
        /// In the singular: σου, μπορείς.
        familiar: String,
    },
    /// A word to inflect.
    Word {
        lexeme: Arc<Lexeme>,
        /// `None`: as matched.
        tense: Option<Tense>,
        /// `None`: as matched.
        person: Option<u8>,
        /// The gap whose verb it governs, right after να or to: «θα <θέλω> να {action}».
        governs: Option<u16>,
    },
}

/// The wording with its gaps numbered and its words found; `None` if it names what is not there,
/// which validation has told the author.
pub fn compile(
    wording: &Wording,
    gaps: &[String],
    own: &LexemeTable,
    vocabulary: &Vocabulary,
    folder: &mut Folder,
) -> Option<CompiledWording> {
    let said = wording.pieces();
    let address = register::address(&said, own, vocabulary, folder);
    let mut pieces = Vec::new();
    for (index, piece) in said.iter().enumerate() {
        match (piece, &address) {
            (Piece::Text(text), Address::Follows(swaps)) => {
                push_swapped(text, swaps.iter().filter(|it| it.piece == index), &mut pieces);
            }
            _ => pieces.push(compile_piece(piece, gaps, own, vocabulary)?),
        }
    }
    pieces.shrink_to_fit();
    note_governed(&mut pieces, vocabulary, folder);
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
    let mut tokens = tokens(&said, gaps, own, vocabulary, folder);
    if matches!(address, Address::Follows(_)) {
        tokens.iter_mut().for_each(follow_register);
    }
    let mut edges = Edges::of(&tokens, vocabulary);
    let familiar = match &address {
        Address::None => false,
        Address::Follows(swaps) => swaps.iter().any(|swap| !swap.formal),
        Address::Only(register) => *register == Roles::FAMILIAR,
    };
    match address {
        Address::None => (),
        Address::Follows(_) => edges.addresses = true,
        Address::Only(register) => edges.roles |= register,
    }
    edges.question = matches!(said.last(), Some(Piece::Text(text)) if text.trim_end().ends_with(['?', ';', '\u{37e}']));
    let verbs = tokens.iter().filter(|token| edges::is_verb(token.roles)).map(|token| token.id);
    let verbs = verbs.filter(|id| *id != UNKNOWN).collect();
    let denies_gap = denies_gap(&tokens);
    let awaited = awaited(&tokens);
    Some(CompiledWording {
        pieces,
        words,
        ends_with_word,
        edges,
        verbs,
        denies_gap,
        awaited,
        familiar,
    })
}

/// A plain text, with the words between that follow the register of the draft.
fn push_swapped<'s>(
    text: &str,
    swaps: impl Iterator<Item = &'s Swap>,
    pieces: &mut Vec<CompiledPiece>,
) {
    let mut start = 0;
    let plain = |bytes: Range<usize>| {
        let plain = text.get(bytes).filter(|plain| !plain.is_empty());
        plain.map(|plain| CompiledPiece::Text(plain.to_owned()))
    };
    for Swap { bytes, other, formal, .. } in swaps {
        pieces.extend(plain(start..bytes.start));
        start = bytes.end;
        let written = text.get(bytes.clone()).unwrap_or_default().to_owned();
        let (formal, familiar) =
            if *formal { (written, other.clone()) } else { (other.clone(), written) };
        pieces.push(CompiledPiece::ByRegister { formal, familiar });
    }
    pieces.extend(plain(start..text.len()));
}

/// The word follows the draft, so it speaks in no register of its own.
fn follow_register(token: &mut WordingToken) {
    let register = Roles::FORMAL | Roles::FAMILIAR;
    token.addresses |= token.roles.intersects(register);
    token.roles.remove(register);
}

fn awaited(tokens: &[WordingToken]) -> Vec<u16> {
    let pairs = tokens.iter().zip(tokens.iter().skip(1));
    let awaited = |(before, gap): (&WordingToken, &WordingToken)| match gap.kind {
        WordingTokenKind::Gap(number) if before.roles.contains(Roles::AWAITING) => Some(number),
        _ => None,
    };
    pairs.filter_map(awaited).collect()
}

/// Whether nothing but a verb and its company is between a negation and a gap.
fn denies_gap(tokens: &[WordingToken]) -> bool {
    let company = Roles::VERB | Roles::CLITIC | Roles::PARTICLE | Roles::CONTINUER | Roles::ARTICLE;
    tokens.iter().enumerate().any(|(at, token)| {
        let mut between = tokens[at + 1..].iter().skip_while(|next| {
            !matches!(next.kind, WordingTokenKind::Gap(_)) && next.roles.intersects(company)
        });
        token.roles.intersects(Roles::NEGATION)
            && between.next().is_some_and(|next| matches!(next.kind, WordingTokenKind::Gap(_)))
    })
}

/// The wording word by word, as the guard sees it.
fn tokens(
    said: &[Piece],
    gaps: &[String],
    own: &LexemeTable,
    vocabulary: &Vocabulary,
    folder: &mut Folder,
) -> Vec<WordingToken> {
    let mut tokens = Vec::new();
    let other = |kind| WordingToken {
        id: UNKNOWN,
        roles: Roles::empty(),
        kind,
        addresses: false,
        variable: false,
    };
    for piece in said {
        match piece {
            Piece::Text(text) => text_tokens(text, vocabulary, folder, &mut tokens),
            Piece::Blank(hint) => {
                let mut hinted = Vec::new();
                text_tokens(hint, vocabulary, folder, &mut hinted);
                let asks = Roles::QUESTION | Roles::WHEN;
                let question = hinted.first().map_or(Roles::empty(), |it| it.roles & asks);
                tokens.push(WordingToken { roles: question, ..other(WordingTokenKind::Blank) });
            }
            Piece::Gap { name, .. } => {
                let number = gaps.iter().position(|gap| gap == name);
                let number = number.and_then(|number| u16::try_from(number).ok());
                tokens.push(other(WordingTokenKind::Gap(number.unwrap_or(u16::MAX))));
            }
            Piece::Word(spec) => match vocabulary.register_pair(&spec.name) {
                Some((formal, _)) => {
                    let from = tokens.len();
                    text_tokens(formal, vocabulary, folder, &mut tokens);
                    for token in &mut tokens[from..] {
                        follow_register(token);
                        token.addresses = true;
                    }
                }
                None => tokens.push(inflected(spec, own, vocabulary)),
            },
        }
    }
    tokens
}

fn text_tokens(
    text: &str,
    vocabulary: &Vocabulary,
    folder: &mut Folder,
    tokens: &mut Vec<WordingToken>,
) {
    folder.read(text, |folded| {
        for (index, word) in folded.words.iter().enumerate() {
            let generic = vocabulary.find(word.hash, || folded.folded_bytes(index));
            let id = vocabulary.variant(generic, word.accent).unwrap_or(generic);
            match vocabulary.contraction(generic) {
                [] => {
                    let mut roles = vocabulary.roles(id);
                    if id == UNKNOWN && vocabulary.looks_like_a_verb(folded.folded(index)) {
                        roles |= Roles::VERB | Roles::FINITE;
                    }
                    tokens.push(WordingToken {
                        id,
                        roles,
                        kind: WordingTokenKind::Word,
                        addresses: false,
                        variable: false,
                    });
                }
                read => tokens.extend(read.iter().map(|id| WordingToken {
                    id: *id,
                    roles: vocabulary.roles(*id),
                    kind: WordingTokenKind::Word,
                    addresses: false,
                    variable: false,
                })),
            }
        }
    });
}

/// An inflected word has the roles of its forms; which of them it takes is seen in a draft.
fn inflected(spec: &WordSpec, own: &LexemeTable, vocabulary: &Vocabulary) -> WordingToken {
    let person = spec.persons.first().copied();
    let lexeme = own.get(&spec.name).or_else(|| vocabulary.lexemes.get(&spec.name));
    let spelling = lexeme.and_then(|lexeme| {
        let fits = |form: &&crate::lexicon::Form| spec.tense.is_none() || form.tense == spec.tense;
        lexeme.forms.iter().find(fits).or(lexeme.forms.first())
    });
    let id = spelling.map_or(UNKNOWN, |form| {
        let folded = text::key(&form.spelling);
        vocabulary.find(text::hash(&folded), || folded.as_bytes())
    });
    let mut roles = vocabulary.roles(id);
    if spec.is_variable() || id == UNKNOWN {
        roles |= Roles::VERB | Roles::FINITE;
    }
    if spec.is_variable() {
        // What the verb governs it governs in every form: what follows the phrase follows the wording.
        roles |=
            Roles::BEFORE_NOUN | Roles::BEFORE_VERB | Roles::BEFORE_REPORT | Roles::BEFORE_QUESTION;
    }
    // Person and register follow the draft.
    roles.remove(Roles::FORMAL | Roles::FAMILIAR);
    if spec.tense == Some(Tense::Imperative) {
        roles |= Roles::COURTESY;
    }
    WordingToken {
        id,
        roles,
        kind: WordingTokenKind::Inflected(person),
        addresses: person == Some(2),
        variable: spec.is_variable(),
    }
}

fn compile_piece(
    piece: &Piece,
    gaps: &[String],
    own: &LexemeTable,
    vocabulary: &Vocabulary,
) -> Option<CompiledPiece> {
    Some(match piece {
        Piece::Text(text) => CompiledPiece::Text(text.clone()),
        Piece::Blank(hint) => CompiledPiece::Text(format!("[{hint}]")),
        Piece::Gap { name, optional, form } => {
            let number = u16::try_from(gaps.iter().position(|gap| gap == name)?).ok()?;
            CompiledPiece::Gap { number, optional: *optional, form: *form }
        }
        Piece::Word(spec) if spec.is_variable() => {
            // Of several persons the draft's is one.
            let person = spec.persons.first().copied().filter(|_| spec.persons.len() == 1);
            CompiledPiece::Variable { tense: spec.tense?, person }
        }
        Piece::Word(spec) => match vocabulary.register_pair(&spec.name) {
            Some((formal, familiar)) => CompiledPiece::ByRegister {
                formal: formal.to_owned(),
                familiar: familiar.to_owned(),
            },
            None => {
                let lexeme = own.get(&spec.name).or_else(|| vocabulary.lexemes.get(&spec.name))?;
                CompiledPiece::Word {
                    lexeme: Arc::clone(lexeme),
                    tense: spec.tense,
                    person: spec.persons.first().copied(),
                    governs: None,
                }
            }
        },
    })
}

/// Notes which gap each word of a wording governs.
fn note_governed(pieces: &mut [CompiledPiece], vocabulary: &Vocabulary, folder: &mut Folder) {
    let mut continues = |text: &str| {
        let mut tokens = Vec::new();
        text_tokens(text, vocabulary, folder, &mut tokens);
        matches!(tokens.as_slice(), [only] if only.roles.contains(Roles::CONTINUER))
    };
    for at in 2..pieces.len() {
        let Some([word, text, gap]) = pieces.get_mut(at - 2..=at) else { continue };
        if let (
            CompiledPiece::Word { governs, .. },
            CompiledPiece::Text(text),
            CompiledPiece::Gap { number, .. },
        ) = (word, text, gap)
            && continues(text)
        {
            *governs = Some(*number);
        }
    }
}
