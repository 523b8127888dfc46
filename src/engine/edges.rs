//! Describes the two ends of a wording, from which the guard decides whether it fits into a sentence.
//!
//! Computed once, when a rule is compiled. The other half, what surrounds a phrase in a draft, is in `syntax`.

use super::vocabulary::{Roles, Vocabulary};
use super::word_index::{UNKNOWN, WordId};

/// A word of a wording, as the guard sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordingToken {
    /// Its number; [`UNKNOWN`] for a word that no language file names.
    pub id: WordId,
    /// What it does in a sentence.
    pub roles: Roles,
    /// What kind it is.
    pub kind: WordingTokenKind,
    /// It follows the register of the draft (σας, σου).
    pub addresses: bool,
    /// It is the verb that a variable of the phrase matched, in another form.
    pub variable: bool,
}

/// What kind a token of a wording is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordingTokenKind {
    /// A plain word.
    Word,
    /// A word that is inflected as the draft needs it; its person, where the wording names one.
    Inflected(Option<u8>),
    /// A `[hint]`.
    Blank,
    /// The text of a gap, by its number.
    Gap(u16),
}

/// What a wording begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// A verb, or what is before one (δεν, θα): a subject may be before it. `agrees`: its person follows the draft.
    Verb {
        /// Its person follows the draft's.
        agrees: bool,
    },
    /// A subject of its own, or another word at the head of a whole clause.
    Clause,
    /// A request (please, παρακαλώ, an imperative).
    Request,
    /// A part of a clause, without a verb.
    Part,
    /// A gap, by its number.
    Gap(u16),
}

/// What a wording ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// A word of the wording itself, ignoring adverbs. Its roles tell what may follow.
    Word(WordingToken),
    /// A blank: it is complete.
    Blank,
    /// A gap, by its number: it ends where the gap ends.
    Gap(u16),
    /// Nothing: the wording is empty.
    Nothing,
}

/// What the blanks of a wording need around them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlankUse {
    /// It has none.
    None,
    /// They stand for a time or another adverbial: "by [when]", «[πότε]».
    Adverbial,
    /// The wording is only a blank, so the draft's own words would be lost.
    Everything,
    /// A clause with a time to fill in: «σας περιμένουμε [πότε]».
    Timed,
    /// The wording says little before the agent has filled them in.
    Clause,
}

/// What the guard must know of a wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edges {
    /// What it begins with.
    pub left: Left,
    pub first: Option<WordingToken>,
    /// What it ends with.
    pub right: Right,
    /// It has a verb, so that it is a clause.
    pub verbal: bool,
    /// All roles of its words together.
    pub roles: Roles,
    /// It ends with a question mark.
    pub question: bool,
    /// What its blanks need around them.
    pub blank: BlankUse,
    /// A blank follows a word that opens a condition, so the wording is a refusal until the agent fills it in.
    pub conditional: bool,
    /// The agent promises to ask, check or tell (θα ρωτήσω, I'll find out).
    pub commits: bool,
    /// A verb of asking, checking or telling comes before the first gap, so the wording does not claim that what the
    /// gap says is true.
    pub asks: bool,
    /// It speaks to the customer in the register of the draft.
    pub addresses: bool,
    /// It has a pronoun that follows the draft's subject (`<I:present>`).
    pub keeps_subject: bool,
    /// How many words it has.
    pub words: usize,
}

/// Words that are verbs; pronouns are in the word tables too, and are none.
const NO_VERB: Roles =
    Roles::SUBJECT.union(Roles::OBJECT).union(Roles::ARTICLE).union(Roles::PREPOSITION);

/// Whether a word with these roles is a form of a verb.
pub fn is_verb(roles: Roles) -> bool {
    roles.contains(Roles::VERB) && !roles.intersects(NO_VERB)
}

impl Edges {
    /// The edges of a wording made of these tokens.
    pub fn of(tokens: &[WordingToken], vocabulary: &Vocabulary) -> Edges {
        let verbal = !is_prepositional(tokens) && tokens.iter().any(is_clause_word);
        let roles = tokens.iter().fold(Roles::empty(), |all, token| all | token.roles);
        let blank_behind_condition = tokens.iter().enumerate().any(|(at, token)| {
            token.kind == WordingTokenKind::Blank
                && tokens[..at].iter().any(|before| before.roles.contains(Roles::CONDITION))
        });
        Edges {
            left: left(tokens, verbal),
            first: tokens.first().copied().filter(|token| {
                matches!(token.kind, WordingTokenKind::Word | WordingTokenKind::Inflected(_))
            }),
            right: right(tokens),
            verbal,
            roles,
            question: false,
            blank: blank_use(tokens, verbal),
            conditional: blank_behind_condition,
            commits: commits(tokens, vocabulary),
            asks: tokens
                .iter()
                .take_while(|token| !matches!(token.kind, WordingTokenKind::Gap(_)))
                .any(|token| token.roles.contains(Roles::ASKING)),
            addresses: tokens.iter().any(|token| token.addresses),
            keeps_subject: tokens.iter().any(|token| {
                matches!(token.kind, WordingTokenKind::Inflected(_))
                    && token.roles.contains(Roles::SUBJECT)
            }),
            words: tokens.len(),
        }
    }
}

fn blank_use(tokens: &[WordingToken], verbal: bool) -> BlankUse {
    let is_blank = |token: &WordingToken| token.kind == WordingTokenKind::Blank;
    let asks_when = |token: &WordingToken| token.roles.contains(Roles::WHEN);
    match tokens {
        _ if !tokens.iter().any(is_blank) => BlankUse::None,
        // The hint asks when or where.
        [only] if only.roles.contains(Roles::QUESTION) => BlankUse::Adverbial,
        [_] => BlankUse::Everything,
        [.., preposition, last]
            if is_blank(last)
                && preposition.roles.contains(Roles::PREPOSITION)
                && tokens.iter().filter(|token| is_blank(token)).count() == 1 =>
        {
            BlankUse::Adverbial
        }
        _ if verbal && tokens.iter().filter(|it| is_blank(it)).all(asks_when) => BlankUse::Timed,
        // Several blanks say nothing of their own.
        _ if verbal || tokens.iter().filter(|token| is_blank(token)).count() > 1 => {
            BlankUse::Clause
        }
        _ => BlankUse::Adverbial,
    }
}

/// It begins with a preposition and has no subject: "in view of" has only words that look like verbs.
fn is_prepositional(tokens: &[WordingToken]) -> bool {
    let plain = |token: &WordingToken| {
        !matches!(token.kind, WordingTokenKind::Inflected(_))
            && !token.roles.contains(Roles::SUBJECT)
            && (!token.roles.contains(Roles::PARTICLE) || token.roles.contains(Roles::PREPOSITION))
    };
    tokens.first().is_some_and(|first| first.roles.contains(Roles::PREPOSITION))
        && tokens.iter().all(plain)
}

fn is_clause_word(token: &WordingToken) -> bool {
    match token.kind {
        WordingTokenKind::Inflected(_) => !token.roles.intersects(NO_VERB),
        WordingTokenKind::Word => {
            let particle =
                token.roles.contains(Roles::PARTICLE) && !token.roles.contains(Roles::PREPOSITION);
            particle || is_verb(token.roles) && token.roles.contains(Roles::FINITE)
        }
        WordingTokenKind::Blank | WordingTokenKind::Gap(_) => false,
    }
}

fn left(tokens: &[WordingToken], verbal: bool) -> Left {
    let Some(first) = tokens.first() else { return Left::Part };
    let agrees = || {
        let verb = tokens.iter().find(|token| {
            matches!(token.kind, WordingTokenKind::Inflected(_)) && !token.roles.intersects(NO_VERB)
                || is_verb(token.roles)
        });
        // An English can or will is the same in every person.
        verb.is_none_or(|verb| {
            verb.kind == WordingTokenKind::Inflected(None) || verb.roles.contains(Roles::PARTICLE)
        })
    };
    match first.kind {
        WordingTokenKind::Gap(number) => Left::Gap(number),
        WordingTokenKind::Blank => Left::Part,
        _ if first.roles.intersects(Roles::COURTESY | Roles::REQUEST) || asks(tokens) => {
            Left::Request
        }
        _ if !verbal
            && (!first.roles.contains(Roles::PARTICLE)
                || first.roles.contains(Roles::PREPOSITION)) =>
        {
            Left::Part
        }
        _ if first.roles.contains(Roles::SUBJECT) => Left::Clause,
        WordingTokenKind::Inflected(_) => Left::Verb { agrees: agrees() },
        WordingTokenKind::Word if begins_a_verb(first.roles) => Left::Verb { agrees: agrees() },
        WordingTokenKind::Word => Left::Clause,
    }
}

/// "Could you …", "may I …".
fn asks(tokens: &[WordingToken]) -> bool {
    matches!(tokens, [first, second, ..] if first.roles.contains(Roles::PARTICLE) && second.roles.contains(Roles::SUBJECT))
}

/// Whether a word is a verb or is before one.
pub fn begins_a_verb(roles: Roles) -> bool {
    is_verb(roles) || roles.intersects(Roles::NEGATION | Roles::PARTICLE | Roles::CLITIC)
}

/// The last word that governs what follows: adverbs at the end are passed over.
fn right(tokens: &[WordingToken]) -> Right {
    let adverb = |token: &&WordingToken| {
        token.kind == WordingTokenKind::Word
            && token.roles.contains(Roles::ADVERB)
            && !is_verb(token.roles)
    };
    let behind = tokens.iter().rev().find(|token| !adverb(token)).or(tokens.last());
    match behind {
        // «Σε λίγο», "for now": the preposition has its object.
        Some(WordingToken { kind: WordingTokenKind::Word, roles, .. })
            if roles.contains(Roles::PREPOSITION)
                && !is_verb(*roles)
                && tokens.last() != behind =>
        {
            tokens.last().map_or(Right::Nothing, |last| Right::Word(*last))
        }
        None => Right::Nothing,
        // "… tell you by [when]": the verb goes on governing what follows.
        Some(WordingToken { kind: WordingTokenKind::Blank, .. }) => match tokens {
            [before @ .., preposition, _]
                if preposition.roles.contains(Roles::PREPOSITION)
                    && !preposition.roles.contains(Roles::CONDITION)
                    && !before.is_empty() =>
            {
                right(before)
            }
            _ => Right::Blank,
        },
        Some(WordingToken { kind: WordingTokenKind::Gap(number), .. }) => match tokens.last() {
            Some(last) if last.kind == WordingTokenKind::Gap(*number) => Right::Gap(*number),
            _ => Right::Word(tokens[tokens.len() - 1]),
        },
        Some(word) => Right::Word(*word),
    }
}

/// θα or will, and then a verb of asking, checking or telling.
fn commits(tokens: &[WordingToken], vocabulary: &Vocabulary) -> bool {
    let future = |token: &WordingToken| token.id != UNKNOWN && vocabulary.is_future(token.id);
    tokens.iter().enumerate().any(|(at, token)| {
        future(token)
            && tokens[at + 1..]
                .iter()
                .take_while(|next| {
                    next.roles.intersects(Roles::CLITIC | Roles::ADVERB | Roles::ASKING)
                })
                .any(|next| next.roles.contains(Roles::ASKING))
    })
}
