//! Where a gap ends: at the first stop of its clause.

use super::syntax;
use super::token::Tokens;
use super::vocabulary::Roles;
use crate::lexicon::Tense;
use crate::text::Between;

/// The longest gap, in tokens.
pub const LONGEST_GAP: usize = 25;
/// An item of a list with commas has at most this many tokens.
const LONGEST_ITEM: usize = 5;
/// How many tokens before αν the verb of asking may be that governs it.
const ASKING_REACH: usize = 4;

const DIVIDES: Between = Between::END
    .union(Between::STOP)
    .union(Between::BRACKET)
    .union(Between::SQUARE)
    .union(Between::EMOJI);

/// One past the last token of a gap that begins at `start`; `start` itself if the gap would be empty.
///
/// `asked`: the word before the gap is a verb of asking, so that αν may begin the gap.
pub fn end(tokens: &Tokens<'_>, start: usize, asked: bool) -> usize {
    let limit = tokens.list.len().min(start + LONGEST_GAP);
    let mut asking = asked.then_some(start);
    for at in start..limit {
        if at > start
            && (tokens.before(at).intersects(DIVIDES)
                || (tokens.before(at).contains(Between::COMMA)
                    && !comma_goes_on(tokens, start, at)))
        {
            return at;
        }
        if tokens.stops(at) || (stops_clause(tokens, start, at, asking)) {
            return at;
        }
        if tokens.roles(at).contains(Roles::ASKING) {
            asking = Some(at);
        }
    }
    whole_word(tokens, start, limit)
}

/// Whether a gap that runs to the end of its clause may begin here. Text after a comma is a name or another clause
/// ("Hold on, Maria."), unless it continues with "to" or να.
pub fn may_begin(tokens: &Tokens<'_>, at: usize) -> bool {
    !tokens.before(at).intersects(DIVIDES | Between::COMMA)
        || tokens.roles(at).contains(Roles::CONTINUER)
}

/// A gap does not end inside a contraction, nor after a word that leans on the next (σ' εσάς).
fn whole_word(tokens: &Tokens<'_>, start: usize, mut end: usize) -> usize {
    while end > start && !tokens.is_edge(end) {
        end -= 1;
    }
    end
}

/// Where a gap that is followed by phrase text must end at the latest: at the end of the sentence.
pub fn furthest(tokens: &Tokens<'_>, start: usize) -> usize {
    let limit = tokens.list.len().min(start + LONGEST_GAP);
    (start + 1..limit).find(|at| tokens.before(*at).contains(Between::END)).unwrap_or(limit)
}

/// The first token of a gap that ends at `end`: back to the last stop of the clause.
pub fn start(tokens: &Tokens<'_>, end: usize) -> usize {
    let limit = end.saturating_sub(LONGEST_GAP);
    let mut first = end;
    while first > limit {
        let before = tokens.before(first);
        let clause = before.intersects(DIVIDES | Between::COMMA);
        let roles = tokens.roles(first - 1);
        if clause
            || tokens.stops(first - 1)
            || roles.intersects(Roles::CONNECTIVE | Roles::JOIN | Roles::REPORTER)
            || roles.contains(Roles::FINITE)
        {
            break;
        }
        first -= 1;
    }
    while !tokens.is_edge(first) && first < end {
        first += 1;
    }
    first
}

fn stops_clause(tokens: &Tokens<'_>, start: usize, at: usize, asking: Option<usize>) -> bool {
    let roles = tokens.roles(at);
    let next = tokens.roles(at + 1);
    let opens = || opens_clause(tokens, at + 1);
    if roles.contains(Roles::STOP_UNLESS_ASKING) {
        return !asking.is_some_and(|verb| governs(tokens, verb, at));
    }
    if at == start {
        return false;
    }
    if roles.contains(Roles::STOP_BEFORE_VERB) {
        return next.contains(Roles::CONTINUER) || opens();
    }
    roles.contains(Roles::JOIN)
        && !next.contains(Roles::CONTINUER)
        && !(is_bare(tokens, start) && is_bare(tokens, at + 1))
        && (opens() || syntax::opens_clause(tokens, at + 1))
}

/// A verb as it is after to, can or να: "cancel or | change the order" is one gap.
fn is_bare(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.list.get(at).is_some_and(|token| {
        let readings = tokens.vocabulary.lexemes.readings(token.id);
        readings.iter().any(|reading| reading.tense == Some(Tense::Subjunctive))
    })
}

/// δεν, θα, σας, a subject, or a finite verb with its clitics begins a new clause.
fn opens_clause(tokens: &Tokens<'_>, at: usize) -> bool {
    let roles = tokens.roles(at);
    if roles.intersects(Roles::CLAUSE_OPENER | Roles::NEGATION) {
        return true;
    }
    let clitics = (at..at + 2).take_while(|at| tokens.roles(*at).contains(Roles::CLITIC)).count();
    tokens.roles(at + clitics).contains(Roles::FINITE)
}

/// «να σας πω αν έφυγε»: the verb is near, and no object lies between.
fn governs(tokens: &Tokens<'_>, verb: usize, at: usize) -> bool {
    let between = verb + 1..at;
    between.len() <= ASKING_REACH
        && between.into_iter().all(|at| !tokens.roles(at).contains(Roles::CLITIC))
}

/// Whether a gap goes on after the comma before `at`.
fn comma_goes_on(tokens: &Tokens<'_>, start: usize, at: usize) -> bool {
    tokens.roles(at).contains(Roles::CONTINUER)
        || around_movable(tokens, start, at)
        || in_list(tokens, at)
}

/// «…, δυστυχώς, …»: the comma before or after one movable word.
fn around_movable(tokens: &Tokens<'_>, start: usize, at: usize) -> bool {
    let comma = |at: usize| tokens.before(at).contains(Between::COMMA);
    let begins = tokens.movable(at).is_some_and(|(length, _)| comma(at + length));
    let ended = (start.max(at.saturating_sub(3))..at).any(|first| {
        comma(first) && tokens.movable(first).is_some_and(|(length, _)| first + length == at)
    });
    begins || ended
}

/// «το χρώμα, το μέγεθος ή την ποσότητα»: short items, no verb, and a word that closes the list.
fn in_list(tokens: &Tokens<'_>, at: usize) -> bool {
    let mut item = 0;
    for index in at..tokens.list.len().min(at + LONGEST_GAP) {
        let roles = tokens.roles(index);
        if index > at && tokens.before(index).contains(Between::COMMA) {
            item = 0;
        }
        if index > at && tokens.before(index).intersects(DIVIDES) {
            return false;
        }
        if roles.contains(Roles::LIST_CLOSER) && item > 0 {
            let next = tokens.roles(index + 1);
            return !next.intersects(Roles::CLAUSE_OPENER | Roles::NEGATION)
                && !tokens.roles(index + 1).contains(Roles::FINITE);
        }
        if roles
            .intersects(Roles::FINITE | Roles::NEGATION | Roles::CLAUSE_OPENER | Roles::CONNECTIVE)
            || tokens.stops(index)
        {
            return false;
        }
        item += 1;
        if item > LONGEST_ITEM {
            return false;
        }
    }
    false
}
