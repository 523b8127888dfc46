//! What is around a phrase in a draft: where clauses begin, what governs, what is denied.
//!
//! There is no parser here. A word right next to a phrase is nearly always a stop, a number or one of the few hundred
//! words of the word files; where these do not tell, the answer is that it is not known.

use super::edges::{begins_a_verb, is_verb};
use super::token::Tokens;
use super::vocabulary::Roles;
use super::word_index::UNKNOWN;
use crate::text::{Between, WordFlags};

/// Signs after which something new begins.
const STOPS: Between = Between::END
    .union(Between::STOP)
    .union(Between::BRACKET)
    .union(Between::SQUARE)
    .union(Between::EMOJI);
/// How far a finite verb may be after the first word of its clause.
const CLAUSE_REACH: usize = 7;
/// How many tokens before a phrase the negation may be that denies it.
const NEGATION_REACH: usize = 5;
/// Words at the start of a sentence that a rewording may drop are at most this many.
const LONGEST_OPENING: usize = 4;
/// A name or title with nothing after it is at most so long.
const VOCATIVE: usize = 3;

/// What is right after a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follow {
    /// The end of the sentence, a colon, a dash, a bracket.
    End,
    /// A main clause, after a comma or a connective.
    Clause,
    /// Somebody's name or title after a comma, and nothing else: «, κυρία Άννα.»
    Name,
    /// Something after a comma that may be a clause or not.
    Comma,
    /// και or "and" and no clause.
    Join,
    /// A reason (γιατί, because).
    Reason,
    /// A condition or another limit (αν, χωρίς, until).
    Limit,
    /// A question (πότε, whether).
    Question,
    /// A report (ότι, that).
    Report,
    /// A verb with να or to.
    Infinitive,
    /// A noun phrase.
    Noun,
    Preposition,
    /// An adverb or another word that moves.
    Adverb,
    /// Anything else.
    Other,
}

impl Follow {
    /// Nothing that is part of a clause: the end, or somebody's name.
    pub fn ends(self) -> bool {
        matches!(self, Follow::End | Follow::Name)
    }

    /// Nothing that leans on the phrase: the end, a name, or another main clause.
    pub fn is_whole(self) -> bool {
        self.ends() || self == Follow::Clause
    }
}

/// What is right before a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// Nothing: the sentence begins here.
    Start,
    /// A comma or another sign that parts clauses.
    Boundary,
    /// και, αλλά: a main clause may begin.
    Connective,
    /// ότι, γιατί: a clause with a subject may begin.
    Subordinate,
    /// A subject that speaks for the agent (εγώ, we).
    Agent,
    /// Anything else.
    Other,
}

/// What is at `next`, after a phrase. `asked`: the phrase ends with a word that a question may follow.
pub fn follow(tokens: &Tokens<'_>, next: usize, asked: bool) -> Follow {
    let signs = tokens.before(next);
    if next >= tokens.list.len() || signs.intersects(STOPS) {
        return Follow::End;
    }
    let roles = tokens.roles(next);
    if signs.contains(Between::COMMA) {
        return match () {
            () if roles.contains(Roles::REASON) && !opens_clause_at_once(tokens, next) => {
                Follow::Reason
            }
            () if is_vocative(tokens, next) => Follow::Name,
            () if opens_clause(tokens, next) => Follow::Clause,
            () => Follow::Comma,
        };
    }
    if asked && roles.contains(Roles::QUESTION) {
        return Follow::Question;
    }
    let leans = roles.contains(Roles::REASON) && !roles.contains(Roles::CONTRAST);
    if roles.contains(Roles::CONTRAST)
        || tokens.stops(next) && !leans && opens_clause(tokens, next + 1)
    {
        return Follow::Clause;
    }
    if roles.contains(Roles::JOIN) {
        return if opens_clause_at_once(tokens, next + 1) { Follow::Clause } else { Follow::Join };
    }
    by_word(tokens, next, roles)
}

fn by_word(tokens: &Tokens<'_>, next: usize, roles: Roles) -> Follow {
    if roles.contains(Roles::REASON) {
        Follow::Reason
    } else if tokens.opens_condition(next)
        || roles.contains(Roles::EXCEPTION) && tokens.movable(next).is_none()
    {
        Follow::Limit
    } else if roles.contains(Roles::QUESTION) {
        Follow::Question
    } else if roles.contains(Roles::REPORTER) {
        Follow::Report
    } else if roles.contains(Roles::CONTINUER) {
        Follow::Infinitive
    } else if roles.contains(Roles::CLITIC) && is_verb(tokens.roles(next + 1)) {
        Follow::Other
    } else if roles.contains(Roles::PREPOSITION) {
        Follow::Preposition
    } else if roles.contains(Roles::ARTICLE) || has(tokens, next, WordFlags::DIGIT) {
        Follow::Noun
    } else if roles.contains(Roles::ADVERB) || tokens.movable(next).is_some() {
        Follow::Adverb
    } else {
        Follow::Other
    }
}

/// What is before `start`, where a phrase begins.
pub fn before(tokens: &Tokens<'_>, start: usize) -> Before {
    let signs = tokens.before(start);
    let Some(last) = start.checked_sub(1) else { return Before::Start };
    if signs.contains(Between::END) {
        return Before::Start;
    }
    if signs.intersects(STOPS | Between::COMMA) {
        return Before::Boundary;
    }
    let roles = tokens.roles(last);
    if roles.contains(Roles::GREETING) {
        Before::Boundary
    } else if roles.intersects(Roles::CONTRAST | Roles::JOIN) {
        Before::Connective
    } else if roles.intersects(Roles::REPORTER | Roles::REASON) && !roles.contains(Roles::RELATIVE)
    {
        Before::Subordinate
    } else if roles.contains(Roles::SUBJECT) && tokens.speaks_as_agent(last) {
        Before::Agent
    } else if is_after_opening(tokens, start) {
        Before::Boundary
    } else {
        Before::Other
    }
}

/// Whether nothing is before `start` in its sentence but words that a rewording may drop: «Δυστυχώς | δεν», "I'm afraid | your".
fn is_after_opening(tokens: &Tokens<'_>, start: usize) -> bool {
    (1..=LONGEST_OPENING).any(|length| {
        start.checked_sub(length).is_some_and(|at| {
            tokens.movable(at) == Some((length, false)) && tokens.before(at).intersects(STOPS)
        })
    })
}

/// Whether a main clause certainly begins at `at`: a subject, a negation, a verb, or a noun phrase with its verb near.
pub fn opens_clause(tokens: &Tokens<'_>, at: usize) -> bool {
    if opens_clause_at_once(tokens, at) {
        return true;
    }
    let closes = STOPS | Between::COMMA;
    let subordinate = Roles::RELATIVE
        | Roles::REPORTER
        | Roles::CONDITION
        | Roles::EXCEPTION
        | Roles::REASON
        | Roles::CONTINUER;
    for index in at..tokens.list.len().min(at + CLAUSE_REACH) {
        let roles = tokens.roles(index);
        if index > at && tokens.before(index).intersects(closes) || roles.intersects(subordinate) {
            return false;
        }
        if index > at && (heads_clause(tokens, index) || roles.contains(Roles::NEGATION)) {
            return true;
        }
    }
    false
}

/// Whether the first word itself tells that a clause begins.
fn opens_clause_at_once(tokens: &Tokens<'_>, at: usize) -> bool {
    let roles = tokens.roles(at);
    if roles.contains(Roles::CONTINUER) || roles.contains(Roles::RELATIVE) {
        return false;
    }
    let verb_behind_clitic = roles.contains(Roles::CLITIC)
        && (finite(tokens, at + 1)
            || tokens.roles(at + 1).contains(Roles::CLITIC) && finite(tokens, at + 2));
    roles.intersects(
        Roles::CONTRAST | Roles::SUBJECT | Roles::NEGATION | Roles::PARTICLE | Roles::COURTESY,
    ) || finite(tokens, at)
        || verb_behind_clitic
}

/// A verb that may head a clause; of a word that no language file names its ending tells.
fn finite(tokens: &Tokens<'_>, at: usize) -> bool {
    let roles = tokens.roles(at);
    let unknown = || {
        tokens.list.get(at).is_some_and(|token| {
            token.id == UNKNOWN
                && tokens.vocabulary.looks_like_a_verb(tokens.folded.folded(token.word as usize))
        })
    };
    is_verb(roles) && roles.contains(Roles::FINITE) || unknown()
}

/// Whether the word at `at` makes a clause of what it is in: a finite verb, or θα and its like.
pub fn heads_clause(tokens: &Tokens<'_>, at: usize) -> bool {
    let roles = tokens.roles(at);
    finite(tokens, at) || roles.contains(Roles::PARTICLE) && !roles.contains(Roles::PREPOSITION)
}

/// A title or name after a comma with nothing else before the next sign: «, κυρία Άννα.»
pub fn is_vocative(tokens: &Tokens<'_>, at: usize) -> bool {
    vocative_end(tokens, at).is_some()
}

/// The end of a title or name at `at`, if there is one with nothing else before the next sign.
pub fn vocative_end(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let named = |index: usize| {
        tokens.roles(index).contains(Roles::GREETING) || has(tokens, index, WordFlags::CAPITAL)
    };
    let end =
        (at..tokens.list.len().min(at + VOCATIVE)).take_while(|index| named(*index)).count() + at;
    (end > at && tokens.before(end).intersects(STOPS | Between::COMMA)).then_some(end)
}

fn has(tokens: &Tokens<'_>, at: usize, flag: WordFlags) -> bool {
    tokens.word(at).is_some_and(|word| word.flags.contains(flag))
}

/// Whether a negation before `start` denies what begins there: «Δεν | είναι λάθος σας», "It isn't | our policy".
pub fn is_negated(tokens: &Tokens<'_>, start: usize) -> bool {
    let passes = Roles::TRANSPARENT
        | Roles::PARTICLE
        | Roles::CLITIC
        | Roles::REPORTER
        | Roles::ARTICLE
        | Roles::HEDGE
        | Roles::ADVERB;
    for at in (start.saturating_sub(NEGATION_REACH)..start).rev() {
        if tokens.before(at + 1).intersects(STOPS | Between::COMMA) {
            return false;
        }
        let roles = tokens.roles(at);
        if roles.contains(Roles::NEGATION) {
            return true;
        }
        if !roles.intersects(passes) {
            return false;
        }
    }
    false
}

/// Whether the word before `start` says how much of what begins there: «πολύ | σύντομα». Neither can do without the other.
pub fn is_measured(tokens: &Tokens<'_>, start: usize) -> bool {
    let touching = !tokens.before(start).intersects(STOPS | Between::COMMA);
    touching && start.checked_sub(1).is_some_and(|at| tokens.roles(at).contains(Roles::DEGREE))
}

/// «Ο συντονιστής το | ξέχασε», «…, σας | έχουμε απαντήσει»: a Greek pronoun before `at` is the object of the verb there.
pub fn has_clitic_before(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| tokens.folded.greek) else { return false };
    let roles = tokens.roles(before);
    let signs = Between::END | Between::COMMA | Between::STOP | Between::BRACKET;
    // «το δέμα σας | χάθηκε»: after a noun it says whose.
    let object = roles.contains(Roles::CLITIC | Roles::ARTICLE)
        || roles.contains(Roles::CLITIC) && tokens.before(before).intersects(signs);
    object && !tokens.before(at).intersects(signs) && finite(tokens, at)
}

/// Whether a verb or what is before one begins at `at`.
pub fn begins_verb(tokens: &Tokens<'_>, at: usize) -> bool {
    begins_a_verb(tokens.roles(at)) || finite(tokens, at)
}
