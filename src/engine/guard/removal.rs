//! Whether a phrase may go without anything in its place.

use super::{Held, is_clause, loses_fact};
use crate::engine::candidate::Candidate;
use crate::engine::seams::{self, Before, Follow};
use crate::engine::suggest::Setting;
use crate::engine::vocabulary::Roles;

/// What the guard says to a removal, which has no words that could fit or not.
pub fn judge_removal(setting: &Setting<'_>) -> Option<Held> {
    let candidate = setting.candidate;
    let checks = [
        (Held::LosesFact, loses_fact(setting)),
        (Held::LosesWords, keeps_words(candidate)),
        (Held::Clause, setting.innocent),
        (Held::End, leaves_half(setting)),
    ];
    checks.into_iter().find(|(_, held)| *held).map(|(reason, _)| reason)
}

/// «Sorry, but | everybody knows that.»: the connective would hang in the air.
fn hangs_behind(setting: &Setting<'_>) -> bool {
    let Setting { units, candidate, .. } = setting;
    let joins = Roles::CONTRAST | Roles::JOIN | Roles::REASON | Roles::REPORTER | Roles::CONNECTIVE;
    let start = candidate.span.start;
    let joined = start.checked_sub(1).is_some_and(|at| units.roles(at).intersects(joins));
    joined
        && seams::before(units, start) != Before::Start
        && seams::follow(units, candidate.span.end, false) == Follow::End
}

/// «Το κουμπί | είναι απλό.»: the subject would stand alone.
fn strands_subject(setting: &Setting<'_>) -> bool {
    let Setting { units, candidate, .. } = setting;
    let start = candidate.span.start;
    seams::before(units, start) == Before::Other
        && seams::begins_verb(units, start)
        && is_clause(setting)
        && seams::follow(units, candidate.span.end, false).ends()
}

/// Words stand between those of the phrase that are not its own: gaps, clitics, movable words that stay.
fn keeps_words(candidate: &Candidate) -> bool {
    !candidate.gaps.is_empty()
        || !candidate.clitics.is_empty()
        || !candidate.variable_clitics.is_empty()
        || !candidate.other_clitics.is_empty()
        || !candidate.kept.is_empty()
}

/// An opening of so many words goes on in a preposition behind it: «Αναφορικά με το αίτημά σας | με αριθμό 5».
const LONG_OPENING: usize = 3;

/// A clause that goes from the start of a sentence goes whole: not "As I told you | twice, the part".
fn leaves_half(setting: &Setting<'_>) -> bool {
    let Setting { units, candidate, .. } = setting;
    let end = candidate.span.end;
    let starts = seams::before(units, candidate.span.start) == Before::Start;
    let follow = seams::follow(units, end, false);
    let last = units.roles(end.saturating_sub(1));
    // «Αγαπητή κυρία | Στεργίου»: a title goes with its name.
    if last.contains(Roles::GREETING) && follow == Follow::Other
        || seams::is_measured(units, candidate.span.start)
        || hangs_behind(setting)
        || strands_subject(setting)
    {
        return true;
    }
    let opens =
        Roles::REPORTER | Roles::CONTINUER | Roles::CONTRAST | Roles::JOIN | Roles::CONNECTIVE;
    let long = candidate.own_words().count() >= LONG_OPENING;
    if starts && long && follow == Follow::Preposition {
        return true;
    }
    let whole = follow.is_whole() || matches!(follow, Follow::Comma | Follow::Reason);
    starts && is_clause(setting) && !whole && !last.intersects(opens)
}
