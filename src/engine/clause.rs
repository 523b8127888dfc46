//! Decides where a phrase is exempt: in the clauses that its rule skips (questions, conditions, reports), and where
//! built-in rules do not apply (under a negation, in conditions and relative clauses, next to words about safety and
//! law).

use super::candidate::Candidate;
use super::edges::is_verb;
use super::layer::CompiledRule;
use super::syntax;
use super::token::Tokens;
use super::vocabulary::Roles;
use crate::rules::{Level, Skip, Speaks};
use crate::text::Between;

/// How far before a match the word that opens its clause is looked for.
const REACH: usize = 12;
/// How many tokens before ότι to look for the reporting verb that governs it.
const VERB_REACH: usize = 4;
/// What ends a clause.
const DIVIDES: Between = Between::END.union(Between::STOP).union(Between::COMMA);

/// Which of these kinds of clause contains the match that begins at `start`, if any.
pub fn skipped(tokens: &Tokens<'_>, skip: &[Skip], start: usize) -> Option<Skip> {
    let stands_in = |kind: &Skip| match kind {
        Skip::Questions => tokens.in_question(start),
        Skip::Conditions => opener(tokens, start) == Some(Opener::Condition),
        Skip::Reports => {
            matches!(opener(tokens, start), Some(Opener::Reporter(at)) if reports(tokens, at))
        }
    };
    skip.iter().copied().find(stands_in)
}

/// Whether the phrase is where rules are silent unless they say otherwise.
pub fn is_exempt(tokens: &Tokens<'_>, rule: &CompiledRule, candidate: &Candidate) -> bool {
    is_safeguard(tokens, rule, candidate) || exempt_place(tokens, rule, candidate).is_some()
}

/// The place in which rules are silent unless they say otherwise: under a negation, in a condition or in a
/// relative clause. Rudeness and single words that are swapped are found anywhere.
pub fn exempt_place(
    tokens: &Tokens<'_>,
    rule: &CompiledRule,
    candidate: &Candidate,
) -> Option<Speaks> {
    let swap = candidate.own_words().count() <= 1 && candidate.inflected.is_none();
    if rule.info.level == Level::Error || swap {
        return None;
    }
    let start = candidate.first_word();
    let silent = |place: &Speaks| !rule.speaks.contains(place);
    if silent(&Speaks::Negated) && syntax::is_negated(tokens, start) {
        return Some(Speaks::Negated);
    }
    subordinate(tokens, start).filter(silent)
}

/// Whether the phrase is a refusal near words about safety, health, privacy or law, where a clear no is right.
pub fn is_safeguard(tokens: &Tokens<'_>, rule: &CompiledRule, candidate: &Candidate) -> bool {
    if rule.info.level == Level::Error {
        return false;
    }
    let denies = Roles::NEGATION | Roles::DENIAL;
    if !candidate.own_words().any(|token| tokens.roles(token).intersects(denies)) {
        return false;
    }
    let Some(word) = tokens.word(candidate.first_word()) else { return false };
    let sentence = tokens.folded.sentences.get(word.sentence as usize);
    sentence.is_some_and(|sentence| {
        let mut words = sentence.words.clone();
        words.any(|word| tokens.vocabulary.is_safeguard(tokens.folded.folded(word)))
    })
}

/// The condition or relative clause that the phrase is in, unless it opens it itself.
fn subordinate(tokens: &Tokens<'_>, start: usize) -> Option<Speaks> {
    let mut verbs = 0;
    for at in (start.saturating_sub(REACH)..start).rev() {
        if tokens.before(at + 1).intersects(DIVIDES) {
            return None;
        }
        let roles = tokens.roles(at);
        if tokens.opens_condition(at) && !is_asked(tokens, at) {
            return Some(Speaks::Conditions);
        }
        // After its own verb a relative clause may be over: «η κάρτα που δώσατε δεν …».
        if roles.contains(Roles::RELATIVE) && !reports(tokens, at) {
            return (verbs == 0).then_some(Speaks::Relatives);
        }
        if roles.intersects(Roles::CONTRAST | Roles::JOIN) {
            return None;
        }
        verbs += usize::from(is_verb(roles) && roles.contains(Roles::FINITE));
    }
    None
}

/// «να δω αν …»: a question, no condition.
fn is_asked(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.roles(at).contains(Roles::STOP_UNLESS_ASKING)
        && (at.saturating_sub(VERB_REACH)..at)
            .any(|at| tokens.roles(at).intersects(Roles::ASKING | Roles::BEFORE_QUESTION))
}

/// What opens the clause of a match.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opener {
    Condition,
    /// Its place.
    Reporter(usize),
}

/// The last condition or reporter before the match, or at the match itself.
fn opener(tokens: &Tokens<'_>, start: usize) -> Option<Opener> {
    if tokens.opens_condition(start) {
        return Some(Opener::Condition);
    }
    for at in (start.saturating_sub(REACH)..start).rev() {
        if tokens.before(at + 1).intersects(DIVIDES) {
            return None;
        }
        if tokens.opens_condition(at) {
            return Some(Opener::Condition);
        }
        let roles = tokens.roles(at);
        if roles.contains(Roles::REPORTER) {
            return Some(Opener::Reporter(at));
        }
        if roles.contains(Roles::CONNECTIVE) || tokens.stops(at) {
            return None;
        }
    }
    None
}

fn reports(tokens: &Tokens<'_>, at: usize) -> bool {
    let told = Roles::REPORTING | Roles::BEFORE_REPORT;
    (at.saturating_sub(VERB_REACH)..at).any(|at| tokens.roles(at).intersects(told))
}
