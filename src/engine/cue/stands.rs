//! Whether the rest of a sentence is still a sentence once a clause is removed.

use super::bounds::{RemovalExtent, SIGNS, has_late_verb, has_verb, last_piece};
use crate::engine::candidate::TokenRange;
use crate::engine::content;
use crate::engine::edges::is_verb;
use crate::engine::syntax;
use crate::engine::token::Tokens;
use crate::engine::vocabulary::Roles;
use crate::engine::word_index::UNKNOWN;
use crate::lexicon::Tense;
use crate::text::{Between, WordFlags};

/// How English verbs of the past end.
const PAST_ENDING: &str = "ed";

/// Whether what is left can't stand alone, or it is not certain.
pub fn leaves_half(tokens: &Tokens<'_>, stretch: &RemovalExtent) -> bool {
    let (left, right) = (stretch.left(), stretch.right());
    if content::is_introduced(tokens, stretch.range.start) {
        return true;
    }
    let stands = match (left.is_empty(), right.is_empty()) {
        (true, true) => true,
        (false, true) => left_stands(tokens, &left, true),
        (true, false) => right_stands(tokens, &right, true),
        (false, false) => {
            is_one_clause(tokens, &left, &right)
                || left_stands(tokens, &left, false) && right_stands(tokens, &right, false)
        }
    };
    !(stretch.certain && stands)
}

/// «Οι αλλαγές | γίνονται στο ταμείο»: the removed clause split one clause in two.
pub fn is_one_clause(tokens: &Tokens<'_>, left: &TokenRange, right: &TokenRange) -> bool {
    let first = tokens.roles(left.start);
    let verb = tokens.roles(right.start);
    !left.is_empty()
        && !right.is_empty()
        && tokens.before(right.start).contains(Between::COMMA)
        && !has_verb(tokens, left.clone())
        && first.intersects(Roles::ARTICLE | Roles::SUBJECT | Roles::DAY | Roles::ADVERB)
        && is_verb(verb)
        && verb.contains(Roles::FINITE)
}

fn left_stands(tokens: &Tokens<'_>, left: &TokenRange, ends: bool) -> bool {
    let last = tokens.roles(left.end - 1);
    let dangles =
        Roles::JOIN | Roles::CONTRAST | Roles::REPORTER | Roles::CONTINUER | Roles::NEGATION;
    let piece = last_piece(tokens, left.start, left.end);
    let article = last.contains(Roles::ARTICLE) && !last.contains(Roles::CLITIC);
    // «Ρωτήστε εκεί και αν δεν μπορούν, | ξέχνα το»: the condition is that of what goes.
    let mut joints = piece.clone().filter(|at| tokens.roles(*at).contains(Roles::COORDINATOR));
    let conditional = joints.any(|at| tokens.opens_condition(at + 1));
    if last.intersects(dangles) || article || conditional || is_subordinate(tokens, piece.start) {
        return false;
    }
    if is_aim_alone(tokens, &piece) {
        return false;
    }
    if has_verb(tokens, piece.clone()) || has_unknown_past(tokens, &piece) {
        return true;
    }
    match piece.start == left.start {
        true => ends && is_fragment(tokens, &piece),
        false => has_verb(tokens, left.clone()),
    }
}

/// "Our system sided with …": an unknown word after a subject counts as a verb if it ends like one.
fn has_unknown_past(tokens: &Tokens<'_>, piece: &TokenRange) -> bool {
    let past = |at: usize| {
        let token = tokens.list.get(at).filter(|token| token.id == UNKNOWN);
        token.is_some_and(|token| {
            tokens.folded.folded(token.word as usize).ends_with(PAST_ENDING)
                && !tokens.roles(at - 1).intersects(Roles::ARTICLE | Roles::PREPOSITION)
        })
    };
    tokens.roles(piece.start).intersects(Roles::ARTICLE | Roles::SUBJECT)
        && (piece.start + 1..piece.end).any(past)
}

/// "Extra £15 today": no sentence, but it was a part of its own.
fn is_fragment(tokens: &Tokens<'_>, piece: &TokenRange) -> bool {
    let leans = Roles::ARTICLE | Roles::SUBJECT | Roles::PREPOSITION | Roles::QUESTION;
    let number =
        |at: usize| tokens.word(at).is_some_and(|word| word.flags.contains(WordFlags::DIGIT));
    piece.clone().any(number) || !tokens.roles(piece.start).intersects(leans) && piece.len() > 1
}

fn right_stands(tokens: &Tokens<'_>, right: &TokenRange, first: bool) -> bool {
    let start = right.start;
    if let Some(end) = syntax::vocative_end(tokens, start) {
        return if end >= right.end {
            !first
        } else {
            right_stands(tokens, &(end..right.end), first)
        };
    }
    let joined = tokens.roles(start).contains(Roles::COORDINATOR);
    let start = if joined && !first { start + 1 } else { start };
    if is_subordinate(tokens, start) {
        return first && has_main_clause(tokens, right);
    }
    let commanded = tokens.before(start).intersects(SIGNS) && is_command(tokens, start);
    (commanded || !lacks_subject(tokens, start))
        && !is_elliptic(tokens, right)
        && (syntax::opens_clause(tokens, start) || has_late_verb(tokens, start..right.end))
}

/// "… the hospital does.": its verb is in what went.
fn is_elliptic(tokens: &Tokens<'_>, right: &TokenRange) -> bool {
    let last = tokens.roles(right.end - 1);
    last.contains(Roles::TRANSPARENT) && is_verb(last)
}

/// "There's no use arguing, | use the form": after a comma a bare English verb asks something.
pub fn is_command(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(token) = tokens.list.get(at) else { return false };
    let readings = tokens.vocabulary.lexemes.readings(token.id);
    readings.iter().any(|reading| reading.tense == Some(Tense::Imperative))
}

/// "… and know the terms": an English verb alone has its subject in what went.
fn lacks_subject(tokens: &Tokens<'_>, at: usize) -> bool {
    let roles = tokens.roles(at);
    let latin = tokens.word(at).is_some_and(|word| word.flags.contains(WordFlags::LATIN));
    latin && is_verb(roles) && !roles.intersects(Roles::SUBJECT | Roles::COURTESY)
}

/// A condition with its main clause after a comma.
fn has_main_clause(tokens: &Tokens<'_>, right: &TokenRange) -> bool {
    let comma = |at: &usize| tokens.before(*at).contains(Between::COMMA);
    tokens.opens_condition(right.start)
        && (right.start + 1..right.end)
            .filter(comma)
            .any(|at| !is_subordinate(tokens, at) && syntax::opens_clause(tokens, at))
}

fn is_subordinate(tokens: &Tokens<'_>, at: usize) -> bool {
    let roles =
        Roles::RELATIVE | Roles::REASON | Roles::EXCEPTION | Roles::REPORTER | Roles::CONTINUER;
    tokens.opens_condition(at) || tokens.roles(at).intersects(roles)
}

/// «Για να πάρεις πίσω τα λεφτά, | ξέχνα το»: an aim, with no verb of a main clause after its own.
fn is_aim_alone(tokens: &Tokens<'_>, piece: &TokenRange) -> bool {
    let aims = tokens.roles(piece.start).contains(Roles::PREPOSITION)
        && tokens.roles(piece.start + 1).contains(Roles::CONTINUER);
    let mut behind = piece.start + 2..piece.end;
    let verb = behind.find(|at| syntax::heads_clause(tokens, *at));
    aims && verb.is_none_or(|_| !has_verb(tokens, behind))
}
