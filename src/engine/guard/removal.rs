//! Whether a phrase may be removed without replacement.

use super::{is_clause, loses_fact};
use crate::engine::candidate::{Candidate, Cue};
use crate::engine::content;
use crate::engine::cue;
use crate::engine::held::HoldReason;
use crate::engine::match_context::MatchContext;
use crate::engine::syntax::{self, Before, Follow};
use crate::engine::vocabulary::Roles;

/// The reason to hold back a removal, if there is one.
pub fn judge_removal(context: &MatchContext<'_>) -> Option<HoldReason> {
    let candidate = context.candidate;
    match candidate.cue {
        Some(Cue::Goes(_)) => return None,
        Some(Cue::Stays(held)) => return Some(held),
        None => (),
    }
    let checks = [
        (HoldReason::LosesFact, loses_fact(context)),
        (HoldReason::LosesWords, keeps_words(candidate)),
        (HoldReason::Clause, context.exempt),
        (HoldReason::End, leaves_half(context)),
    ];
    checks.into_iter().find(|(_, held)| *held).map(|(reason, _)| reason)
}

/// «Sorry, but | everybody knows that.»: the connective would hang in the air.
fn hangs_behind(context: &MatchContext<'_>) -> bool {
    let MatchContext { tokens, candidate, .. } = context;
    let joins = Roles::CONTRAST | Roles::JOIN | Roles::REASON | Roles::REPORTER | Roles::CONNECTIVE;
    let start = candidate.span.start;
    let joined = start.checked_sub(1).is_some_and(|at| tokens.roles(at).intersects(joins));
    joined
        && syntax::before(tokens, start) != Before::Start
        && syntax::follow(tokens, candidate.span.end, false) == Follow::End
}

/// «Το κουμπί | είναι απλό.»: the subject would be alone.
fn strands_subject(context: &MatchContext<'_>) -> bool {
    let MatchContext { tokens, candidate, .. } = context;
    let start = candidate.span.start;
    syntax::before(tokens, start) == Before::Other
        && syntax::begins_verb(tokens, start)
        && is_clause(context)
        && syntax::follow(tokens, candidate.span.end, false).ends()
}

/// All that a colon introduces, or an item of a list, whose sign would stay.
fn empties_place(context: &MatchContext<'_>) -> bool {
    let MatchContext { tokens, candidate, .. } = context;
    let start = candidate.span.start;
    let whole = syntax::follow(tokens, candidate.span.end, false).is_whole();
    whole && (content::is_introduced(tokens, start) || content::is_list_item(tokens, start))
}

/// Words are between those of the phrase that are not its own: gaps, clitics, movable words that stay.
fn keeps_words(candidate: &Candidate) -> bool {
    !candidate.gaps.is_empty()
        || !candidate.clitics.is_empty()
        || !candidate.variable_clitics.is_empty()
        || !candidate.other_clitics.is_empty()
        || !candidate.kept.is_empty()
}

/// An opening of this many words is continued by a preposition after it: «Αναφορικά με το αίτημά σας | με αριθμό 5».
const LONG_OPENING: usize = 3;

/// A clause that goes from the start of a sentence goes whole: not "As I told you | twice, the part".
fn leaves_half(context: &MatchContext<'_>) -> bool {
    let MatchContext { tokens, candidate, .. } = context;
    let end = candidate.span.end;
    let start = candidate.span.start;
    let starts =
        syntax::before(tokens, start) == Before::Start || cue::is_after_opening(tokens, start);
    let follow = syntax::follow(tokens, end, false);
    let last = tokens.roles(end.saturating_sub(1));
    // «Αγαπητή κυρία | Στεργίου»: a title goes with its name.
    if last.contains(Roles::GREETING) && follow == Follow::Other
        || syntax::is_measured(tokens, candidate.span.start)
        || hangs_behind(context)
        || strands_subject(context)
        || empties_place(context)
        || syntax::has_clitic_before(tokens, start)
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
    starts && is_clause(context) && !whole && !last.intersects(opens)
}
