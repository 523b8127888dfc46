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
        Skip::Conditions => opener(units, start) == Some(Opener::Condition),
        Skip::Reports => {
            matches!(opener(units, start), Some(Opener::Reporter(at)) if reports(units, at))
        }
    })
}

fn in_question(units: &Units<'_>, start: usize) -> bool {
    let sentence =
        units.word(start).and_then(|word| units.folded.sentences.get(word.sentence as usize));
    sentence.is_some_and(|sentence| sentence.question)
}

/// What opens the clause of a match.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opener {
    Condition,
    /// Its place.
    Reporter(usize),
}

/// The last condition or reporter before the match, or at the match itself.
fn opener(units: &Units<'_>, start: usize) -> Option<Opener> {
    if units.opens_condition(start) {
        return Some(Opener::Condition);
    }
    for at in (start.saturating_sub(REACH)..start).rev() {
        let divides = Between::END | Between::STOP | Between::COMMA;
        if units.before(at + 1).intersects(divides) {
            return None;
        }
        if units.opens_condition(at) {
            return Some(Opener::Condition);
        }
        let roles = units.roles(at);
        if roles.contains(Roles::REPORTER) {
            return Some(Opener::Reporter(at));
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
