//! Where a gap ends: at the first stop of the clause.

use super::seams;
use super::unit::Units;
use super::vocabulary::Roles;
use crate::lexicon::Tense;
use crate::text::Between;

/// The longest gap, in units.
pub const LONGEST_GAP: usize = 25;
/// An item of a list with commas has at most this many units.
const LONGEST_ITEM: usize = 5;
/// How far before αν the verb of asking may stand that governs it.
const ASKING_REACH: usize = 4;

const DIVIDES: Between = Between::END
    .union(Between::STOP)
    .union(Between::BRACKET)
    .union(Between::SQUARE)
    .union(Between::EMOJI);

/// One past the last unit of a gap that begins at `start`; `start` itself if the gap would be empty.
///
/// `asked`: the word before the gap is a verb of asking, so that αν may begin the gap.
pub fn end(units: &Units<'_>, start: usize, asked: bool) -> usize {
    let limit = units.list.len().min(start + LONGEST_GAP);
    let mut asking = asked.then_some(start);
    for at in start..limit {
        if at > start
            && (units.before(at).intersects(DIVIDES)
                || (units.before(at).contains(Between::COMMA) && !comma_goes_on(units, start, at)))
        {
            return at;
        }
        if units.stops(at) || (stops_clause(units, start, at, asking)) {
            return at;
        }
        if units.roles(at).contains(Roles::ASKING) {
            asking = Some(at);
        }
    }
    whole_word(units, start, limit)
}

/// Whether a gap that runs to the end of its clause may begin here: what a comma parts off is
/// somebody's name or another clause ("Hold on, Maria."), unless it goes on with "to" or να.
pub fn may_begin(units: &Units<'_>, at: usize) -> bool {
    !units.before(at).intersects(DIVIDES | Between::COMMA)
        || units.roles(at).contains(Roles::CONTINUER)
}

/// A gap does not end inside a contraction, nor behind a word that leans on the next (σ' εσάς).
fn whole_word(units: &Units<'_>, start: usize, mut end: usize) -> usize {
    while end > start && !units.is_edge(end) {
        end -= 1;
    }
    end
}

/// One past the furthest unit of a gap that phrase text ends: within the sentence.
pub fn furthest(units: &Units<'_>, start: usize) -> usize {
    let limit = units.list.len().min(start + LONGEST_GAP);
    (start + 1..limit).find(|at| units.before(*at).contains(Between::END)).unwrap_or(limit)
}

/// The first unit of a gap that ends at `end`: back to the last stop of the clause.
pub fn start(units: &Units<'_>, end: usize) -> usize {
    let limit = end.saturating_sub(LONGEST_GAP);
    let mut first = end;
    while first > limit {
        let before = units.before(first);
        let clause = before.intersects(DIVIDES | Between::COMMA);
        let roles = units.roles(first - 1);
        if clause
            || units.stops(first - 1)
            || roles.intersects(Roles::CONNECTIVE | Roles::JOIN | Roles::REPORTER)
            || roles.contains(Roles::FINITE)
        {
            break;
        }
        first -= 1;
    }
    while !units.is_edge(first) && first < end {
        first += 1;
    }
    first
}

fn stops_clause(units: &Units<'_>, start: usize, at: usize, asking: Option<usize>) -> bool {
    let roles = units.roles(at);
    let next = units.roles(at + 1);
    let opens = || opens_clause(units, at + 1);
    if roles.contains(Roles::STOP_UNLESS_ASKING) {
        return !asking.is_some_and(|verb| governs(units, verb, at));
    }
    if at == start {
        return false;
    }
    if roles.contains(Roles::STOP_BEFORE_VERB) {
        return next.contains(Roles::CONTINUER) || opens();
    }
    roles.contains(Roles::JOIN)
        && !next.contains(Roles::CONTINUER)
        && !(is_bare(units, start) && is_bare(units, at + 1))
        && (opens() || seams::opens_clause(units, at + 1))
}

/// A verb as it stands behind to, can or να: "cancel or | change the order" is one gap.
fn is_bare(units: &Units<'_>, at: usize) -> bool {
    units.list.get(at).is_some_and(|unit| {
        let readings = units.vocabulary.lexis.readings(unit.id);
        readings.iter().any(|reading| reading.tense == Some(Tense::Subjunctive))
    })
}

/// δεν, θα, σας, a subject, or a finite verb with its clitics begins a new clause.
fn opens_clause(units: &Units<'_>, at: usize) -> bool {
    let roles = units.roles(at);
    if roles.intersects(Roles::CLAUSE_OPENER | Roles::NEGATION) {
        return true;
    }
    let clitics = (at..at + 2).take_while(|at| units.roles(*at).contains(Roles::CLITIC)).count();
    units.roles(at + clitics).contains(Roles::FINITE)
}

/// «να σας πω αν έφυγε»: the verb stands near, and no object lies between.
fn governs(units: &Units<'_>, verb: usize, at: usize) -> bool {
    let between = verb + 1..at;
    between.len() <= ASKING_REACH
        && between.into_iter().all(|at| !units.roles(at).contains(Roles::CLITIC))
}

/// Whether a gap goes on behind the comma before `at`.
fn comma_goes_on(units: &Units<'_>, start: usize, at: usize) -> bool {
    units.roles(at).contains(Roles::CONTINUER)
        || around_movable(units, start, at)
        || in_list(units, at)
}

/// «…, δυστυχώς, …»: the comma before or behind one movable word.
fn around_movable(units: &Units<'_>, start: usize, at: usize) -> bool {
    let comma = |at: usize| units.before(at).contains(Between::COMMA);
    let begins = units.movable(at).is_some_and(|(length, _)| comma(at + length));
    let ended = (start.max(at.saturating_sub(3))..at).any(|first| {
        comma(first) && units.movable(first).is_some_and(|(length, _)| first + length == at)
    });
    begins || ended
}

/// «το χρώμα, το μέγεθος ή την ποσότητα»: short items, no verb, and a word that closes the list.
fn in_list(units: &Units<'_>, at: usize) -> bool {
    let mut item = 0;
    for index in at..units.list.len().min(at + LONGEST_GAP) {
        let roles = units.roles(index);
        if index > at && units.before(index).contains(Between::COMMA) {
            item = 0;
        }
        if index > at && units.before(index).intersects(DIVIDES) {
            return false;
        }
        if roles.contains(Roles::LIST_CLOSER) && item > 0 {
            let next = units.roles(index + 1);
            return !next.intersects(Roles::CLAUSE_OPENER | Roles::NEGATION)
                && !units.roles(index + 1).contains(Roles::FINITE);
        }
        if roles
            .intersects(Roles::FINITE | Roles::NEGATION | Roles::CLAUSE_OPENER | Roles::CONNECTIVE)
            || units.stops(index)
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
