//! Decides whether a wording may replace a phrase: nothing is lost, the meaning is not reversed, and it fits its
//! surroundings.
//!
//! Every wording of every finding is checked before one is chosen. A wording that is held back is shown as an example
//! and never put into the draft. When in doubt, it is held back.

mod ends;
mod removal;
mod repeats;
mod sense;

use std::ops::Range;

use super::candidate::Candidate;
use super::content;
use super::edges::{Edges, is_verb};
use super::held::HoldReason;
use super::match_context::MatchContext;
use super::syntax;
use super::template::{Part, Template};
use super::vocabulary::Roles;
use super::word_index::UNKNOWN;
use super::wording::CompiledWording;
use crate::text::WordFlags;

pub use removal::judge_removal;

/// The reason to hold back a wording, if there is one.
pub fn judge(
    context: &MatchContext<'_>,
    wording: &CompiledWording,
    template: &Template,
) -> Option<HoldReason> {
    let guard = Guard { context, candidate: context.candidate, edges: &wording.edges, wording };
    let checks: [(HoldReason, bool); 11] = [
        (HoldReason::LosesFact, loses_fact(context)),
        (HoldReason::LosesWords, guard.loses_words(template)),
        (HoldReason::LeavesNothing, guard.leaves_courtesy()),
        (HoldReason::MovesWords, guard.moves_words(template)),
        (HoldReason::Clause, context.exempt),
        (HoldReason::TurnsSense, guard.turns_sense()),
        (HoldReason::Register, guard.breaks_register()),
        (HoldReason::Start, guard.joins_sentences() || guard.loses_sign() || !guard.fits_start()),
        (HoldReason::End, !guard.fits_end() || guard.misses_mood() || guard.takes_subject_away()),
        (HoldReason::Blank, guard.misplaces_blank()),
        (HoldReason::Repeats, guard.repeats(template)),
    ];
    checks.into_iter().find(|(_, held)| *held).map(|(reason, _)| reason)
}

/// Whether a word of the phrase is a fact that the phrase does not spell out: only a regular expression can match one so.
fn loses_fact(context: &MatchContext<'_>) -> bool {
    let MatchContext { tokens, candidate, rule, .. } = context;
    if !rule.is_regex {
        return false;
    }
    candidate.own_words().any(|token| tokens.is_fact(token))
}

/// Whether a phrase has a verb, so that it is a clause. A phrase that begins with a preposition is none: "in close
/// proximity to" has only words that look like verbs.
fn is_clause(context: &MatchContext<'_>) -> bool {
    let MatchContext { tokens, candidate, .. } = context;
    // «όταν βρούμε χρόνο», "whenever we get round to it": an adverb in many words.
    let last = tokens.roles(candidate.span.end.saturating_sub(1));
    let adverbial = tokens.opens_condition(candidate.span.start)
        && candidate.gaps.is_empty()
        && !last.intersects(Roles::PARTICLE | Roles::CONTINUER);
    if adverbial || is_loan_word(context) {
        return false;
    }
    if candidate.inflected.is_some() {
        return candidate
            .own_words()
            .any(|token| is_verb(tokens.roles(token)) || is_own_verb(context, token));
    }
    let first = candidate.own_words().next().map_or(Roles::empty(), |token| tokens.roles(token));
    let prepositional = first.contains(Roles::PREPOSITION)
        && !candidate.own_words().any(|token| {
            let roles = tokens.roles(token);
            let particle = roles.contains(Roles::PARTICLE) && !roles.contains(Roles::PREPOSITION);
            roles.contains(Roles::SUBJECT) || particle
        });
    !prepositional && candidate.own_words().any(|token| syntax::heads_clause(tokens, token))
}

/// «το refund έγινε»: a single English word among Greek ones names a thing, even if it is a verb in English.
fn is_loan_word(context: &MatchContext<'_>) -> bool {
    let MatchContext { tokens, candidate, .. } = context;
    let latin = |at: usize| tokens.word(at).map(|word| word.flags.contains(WordFlags::LATIN));
    let start = candidate.span.start;
    let beside = [start.checked_sub(1), Some(start + 1)];
    candidate.span.len() == 1
        && latin(start) == Some(true)
        && beside.into_iter().flatten().any(|at| latin(at) == Some(false))
}

/// A verb of the rule file's own word table: no other file knows it.
fn is_own_verb(context: &MatchContext<'_>, token: usize) -> bool {
    let MatchContext { tokens, candidate, .. } = context;
    let own = candidate.inflected.is_some_and(|(word, _)| word >= tokens.vocabulary.end());
    own && tokens.list.get(token).is_some_and(|token| token.id == UNKNOWN)
}

struct Guard<'a> {
    context: &'a MatchContext<'a>,
    candidate: &'a Candidate,
    edges: &'a Edges,
    wording: &'a CompiledWording,
}

impl Guard<'_> {
    fn roles(&self, token: usize) -> Roles {
        self.context.tokens.roles(token)
    }

    /// Every gap, clitic and kept word is in the wording just once.
    fn loses_words(&self, template: &Template) -> bool {
        let once =
            |bytes: &Range<usize>| kept_spans(template).filter(|span| *span == bytes).count() == 1;
        let gaps = self.context.gaps.iter().all(|(_, bytes)| once(bytes));
        let tokens = |range: &Range<usize>| self.context.tokens.bytes(range.start, range.end);
        let carried = |clitics: &Range<usize>| clitics.is_empty() || once(&tokens(clitics));
        let clitics = carried(&self.candidate.clitics)
            && carried(&self.candidate.variable_clitics)
            && self.candidate.other_clitics.is_empty();
        !gaps || !clitics || !self.candidate.kept.iter().all(|kept| once(&tokens(kept)))
    }

    /// The cue goes, and what should answer in its place is only a goodbye: «Δεν γίνεται. | Με εκτίμηση, Άννα».
    fn leaves_courtesy(&self) -> bool {
        let mut gaps = self.candidate.gaps.iter();
        self.wording.is_bare()
            && gaps.all(|(_, gap)| content::is_courtesy(self.context.tokens, gap.clone()))
    }

    /// More than one gap changed its place.
    fn moves_words(&self, template: &Template) -> bool {
        let is_gap = |span: &&Range<usize>| self.context.gaps.iter().any(|(_, gap)| gap == *span);
        let starts: Vec<usize> =
            kept_spans(template).filter(is_gap).map(|span| span.start).collect();
        let sorted_without = |left_out: usize| {
            let rest = starts.iter().enumerate().filter(|(at, _)| *at != left_out);
            rest.map(|(_, start)| start).is_sorted()
        };
        !starts.is_sorted() && !(0..starts.len()).any(sorted_without)
    }

    fn breaks_register(&self) -> bool {
        let voice = self.context.voice;
        let familiar = self.context.speaks_familiarly(self.wording);
        let other = if familiar { Roles::FORMAL } else { Roles::FAMILIAR };
        let addresses =
            self.edges.addresses || self.edges.roles.intersects(Roles::FORMAL | Roles::FAMILIAR);
        self.edges.roles.intersects(other) || voice.mixed && addresses
    }
}

fn kept_spans(template: &Template) -> impl Iterator<Item = &Range<usize>> {
    template.iter().filter_map(|part| match part {
        Part::Kept { span, .. } => Some(span),
        Part::Text(_) => None,
    })
}
