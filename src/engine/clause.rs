//! Whole clauses in which a phrase is innocent: questions, conditions, reports.

use super::unit::Units;
use super::vocabulary::Roles;
use crate::rules::Skip;
use crate::text::Between;

/// How far before a match the word that opens its clause is looked for.
const REACH: usize = 12;
/// How far before ότι the verb stands whose report it opens.
const VERB_REACH: usize = 4;

/// Whether the match that begins at `start` stands in such a clause.
pub fn is_skipped(units: &Units<'_>, skip: &[Skip], start: usize) -> bool {
    skip.iter().any(|kind| match kind {
        Skip::Questions => in_question(units, start),
        Skip::Conditions => {
            opener(units, start).is_some_and(|(_, roles)| roles.contains(Roles::CONDITION))
        }
        Skip::Reports => opener(units, start)
            .is_some_and(|(at, roles)| roles.contains(Roles::REPORTER) && reports(units, at)),
    })
}

fn in_question(units: &Units<'_>, start: usize) -> bool {
    let word = units.list.get(start).and_then(|unit| units.folded.words.get(unit.word as usize));
    let sentence = word.and_then(|word| units.folded.sentences.get(word.sentence as usize));
    sentence.is_some_and(|sentence| sentence.question)
}

/// The word that opens the clause of the match: the last condition or reporter before it, at the match itself too.
fn opener(units: &Units<'_>, start: usize) -> Option<(usize, Roles)> {
    let own = units.roles(start);
    if own.intersects(Roles::CONDITION) {
        return Some((start, own));
    }
    for at in (start.saturating_sub(REACH)..start).rev() {
        let divides = Between::END | Between::STOP | Between::COMMA;
        if units.before(at + 1).intersects(divides) {
            return None;
        }
        let roles = units.roles(at);
        if roles.intersects(Roles::CONDITION | Roles::REPORTER) {
            return Some((at, roles));
        }
        if roles.contains(Roles::CONNECTIVE) || units.stops(at) {
            return None;
        }
    }
    None
}

fn reports(units: &Units<'_>, at: usize) -> bool {
    (at.saturating_sub(VERB_REACH)..at).any(|at| units.roles(at).contains(Roles::REPORTING))
}
