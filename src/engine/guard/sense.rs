//! Whether a wording would turn a no into a yes, or the other way round.

use std::ops::Range;

use super::Guard;
use crate::engine::edges::BlankUse;
use crate::engine::layer::Origin;
use crate::engine::syntax::{self, Before, Follow};
use crate::engine::vocabulary::Roles;
use crate::text::Between;

/// How many tokens before the phrase to look for an apology that refers to it: "I'm afraid that | we can't".
const REGRET_REACH: usize = 3;

impl Guard<'_> {
    /// Whether the wording would turn a no into a yes, or the other way round, where that is not safe.
    pub(super) fn turns_sense(&self) -> bool {
        let denies = Roles::NEGATION | Roles::DENIAL;
        let phrase_no =
            self.candidate.own_words().any(|token| self.roles(token).intersects(denies));
        let wording_no = self.edges.roles.intersects(denies | Roles::CONTRAST);
        let turned = match (phrase_no, wording_no) {
            (true, false) => self.asserts_what_was_denied() && !self.stays_needed(),
            (false, true) => self.wording.denies_a_gap() && !self.context.rule.turns,
            _ => false,
        };
        if !turned {
            return false;
        }
        let may = self.context.rule.turns || self.edges.conditional;
        let whole = self.context.rule.turns || self.follow().ends();
        !(phrase_no && may && whole && self.is_safe_to_turn())
    }

    /// A gap under the negation, or the denied verb itself, is in the wording.
    fn asserts_what_was_denied(&self) -> bool {
        let under = |gap: &Range<usize>| self.stands_under_negation(gap.start);
        let gaps = !self.edges.asks && self.candidate.gaps.iter().any(|(_, gap)| under(gap));
        gaps || self.candidate.own_words().any(|token| self.says_again(token))
    }

    /// "You can't come in without a ticket", "you need a ticket to come in": the same, whoever it is about.
    fn stays_needed(&self) -> bool {
        self.edges.roles.contains(Roles::NEED)
            && self.candidate.own_words().any(|at| self.roles(at).contains(Roles::EXCEPTION))
    }

    /// "You can't come in without a ticket", "you can come in only with a ticket": the same, whatever is done.
    /// "Not only" is no such limit: there the limiter itself is what is denied.
    fn stays_limited(&self) -> bool {
        let limiters = &self.context.tokens.vocabulary.limiters;
        let excepts = |at: usize| {
            self.roles(at).contains(Roles::EXCEPTION)
                && !limiters.iter().any(|word| word == self.context.folded(at))
        };
        limiters.iter().any(|word| self.wording.has(word))
            && self.candidate.own_words().any(excepts)
    }

    fn stands_under_negation(&self, gap: usize) -> bool {
        let tokens = self.context.tokens;
        let ends = Roles::REPORTER
            | Roles::RELATIVE
            | Roles::QUESTION
            | Roles::CONDITION
            | Roles::EXCEPTION;
        for at in (self.candidate.span.start..gap).rev() {
            let divided =
                tokens.before(at + 1).intersects(Between::END | Between::COMMA | Between::STOP);
            let roles = self.roles(at);
            if divided || !self.candidate.claims(at) {
                return false;
            }
            if roles.intersects(Roles::NEGATION | Roles::DENIAL) {
                return true;
            }
            if roles.intersects(ends) {
                return false;
            }
        }
        false
    }

    /// Whether the wording says what the word at `token` says: «δεν είναι δυνατόν», «είναι δυνατόν αν».
    fn says_again(&self, token: usize) -> bool {
        let empty = Roles::TRANSPARENT
            | Roles::ARTICLE
            | Roles::PREPOSITION
            | Roles::CLITIC
            | Roles::CONTINUER
            | Roles::SUBJECT
            | Roles::OBJECT
            | Roles::ADVERB
            | Roles::NEGATION;
        let lexemes = &self.context.tokens.vocabulary.lexemes;
        let Some(word) =
            self.context.tokens.list.get(token).filter(|it| !it.roles.intersects(empty))
        else {
            return false;
        };
        if self.wording.has(self.context.tokens.folded.folded(word.word as usize)) {
            return true;
        }
        self.wording.verbs.iter().any(|verb| lexemes.are_forms_of_one(word.id, *verb))
    }

    /// The agent speaks of what the team does, and nothing in the sentence limits, denies or protects.
    fn is_safe_to_turn(&self) -> bool {
        let tokens = self.context.tokens;
        let start = self.candidate.span.start;
        let before = syntax::before(tokens, start);
        // A bare no holds nothing that would be promised: what its author puts in its place is the agent's to finish. A
        // team's whole sentence gives way to the sentence that the team wrote for it; after a comma there may be a reason
        // for the no.
        let team = self.context.rule.origin == Origin::Team;
        let written = self.is_written_for_sentence();
        // «Δεν επιστρέφουμε χρήματα | μετά τις 14 ημέρες»: its author never saw what the no is about.
        let limited = matches!(
            self.follow(),
            Follow::Preposition | Follow::Adverb | Follow::Limit | Follow::Reason | Follow::Comma
        );
        let comma = tokens.before(self.candidate.span.end).contains(Between::COMMA)
            && self.follow() != Follow::Name;
        let limited = limited || comma || !self.candidate.kept.is_empty();
        if team && self.candidate.gaps.is_empty() && limited {
            return false;
        }
        let bare = self.context.rule.turns
            && (self.edges.blank != BlankUse::None || written)
            && self.follow().ends()
            && self.candidate.gaps.iter().all(|(_, gap)| gap.is_empty());
        let first = bare || self.context.person().is_none_or(|person| person == 1);
        let subjects =
            self.candidate.own_words().filter(|token| self.roles(*token).contains(Roles::SUBJECT));
        // "You can't collect it until …", "You can collect it once …": the customer still is the one who does it.
        let ours = subjects.into_iter().all(|token| {
            tokens.speaks_as_agent(token)
                || tokens.is_customer(token) && self.wording.has(self.context.folded(token))
                || self.roles(token).contains(Roles::ARTICLE)
        });
        let stands_free = !matches!(before, Before::Other | Before::Subordinate);
        let is_service = first && (ours || written) && self.turns_services_only();
        (is_service || self.stays_limited()) && stands_free && !self.sentence_limits()
    }

    /// Whether the phrase is a whole sentence of the draft, and the wording what a team says instead.
    fn is_written_for_sentence(&self) -> bool {
        let (tokens, span) = (self.context.tokens, &self.candidate.span);
        let ends = self.follow() == Follow::Name || tokens.before(span.end).contains(Between::END);
        self.context.rule.origin == Origin::Team
            && syntax::before(tokens, span.start) == Before::Start
            && ends
    }

    /// Where a built-in rule leaves the denied verb to a gap, only what a team does for its customers may be turned: "we can
    /// ship it once …", and never "we enter your flat once …". A wording with a blank is the agent's to finish.
    fn turns_services_only(&self) -> bool {
        let tokens = self.context.tokens;
        let is_service = |token: usize| {
            let word = tokens.list.get(token).map(|it| tokens.folded.folded(it.word as usize));
            word.is_some_and(|word| tokens.vocabulary.is_service(word))
        };
        let before_verb = Roles::NEGATION | Roles::PARTICLE | Roles::CONTINUER;
        let beside = before_verb | Roles::CLITIC | Roles::ADVERB | Roles::TRANSPARENT;
        let denied = self.candidate.gaps.iter().map(|(_, gap)| gap).find(|gap| {
            let before = gap.start.checked_sub(1);
            before.is_some_and(|at| self.roles(at).intersects(before_verb))
                && self.stands_under_negation(gap.start)
                && !self.is_condition(gap.start)
        });
        self.context.rule.origin == Origin::Team
            || self.edges.blank != BlankUse::None
            || denied.is_none_or(|gap| {
                let mut words = gap.clone();
                let is_verb =
                    |token: &usize| is_service(*token) || !self.roles(*token).intersects(beside);
                let verb = words.find(is_verb);
                verb.is_none_or(is_service)
            })
    }

    /// «αν δεν | …»: the words of the phrase right before a gap open a condition.
    fn is_condition(&self, gap: usize) -> bool {
        let own = |at: &usize| self.candidate.claims(*at);
        let opens = |at: usize| self.roles(at).intersects(Roles::CONDITION | Roles::EXCEPTION);
        (self.candidate.span.start..gap).rev().take_while(own).any(opens)
    }

    /// "I'm afraid that | we can" is no good news; "Sorry, | we could if" may be said.
    fn is_regretted(&self) -> bool {
        let tokens = self.context.tokens;
        let start = self.candidate.span.start;
        let comma = if self.edges.conditional { Between::COMMA } else { Between::empty() };
        let joined =
            |at: &usize| !tokens.before(at + 1).intersects(Between::END | Between::STOP | comma);
        let back = (start.saturating_sub(REGRET_REACH)..start).rev().take_while(joined);
        back.into_iter().any(|at| tokens.roles(at).contains(Roles::REGRET))
    }

    /// Something in the sentence, next to the phrase, limits, denies or protects.
    fn sentence_limits(&self) -> bool {
        let tokens = self.context.tokens;
        let limits = Roles::NEGATION
            | Roles::DENIAL
            | Roles::NEGATIVE
            | Roles::EXCEPTION
            | Roles::REASON
            | Roles::CONDITION;
        let Some(word) = tokens.word(self.candidate.span.start) else { return true };
        let same = |token: &usize| {
            tokens.word(*token).is_some_and(|other| other.sentence == word.sentence)
        };
        let back = (0..self.candidate.span.start).rev().take_while(same);
        let on = (self.candidate.span.start..tokens.list.len()).take_while(same);
        let aside = on.clone().skip(self.candidate.span.len()).find(|at| self.opens_aside(*at));
        // The rule's author knew what the phrase itself protects.
        let written = self.is_written_for_sentence();
        let protects = |token: usize| {
            let token =
                tokens.list.get(token).filter(|_| !written || !self.candidate.claims(token));
            let word = token.map_or("", |it| tokens.folded.folded(it.word as usize));
            tokens.vocabulary.is_protected(word)
        };
        self.is_regretted()
            || back.chain(on).any(|token| {
                let in_event = self.is_in_event(token);
                let hedge = match in_event || aside.is_some_and(|aside| aside <= token) {
                    true => Roles::empty(),
                    false => Roles::HEDGE,
                };
                let limited = tokens.roles(token).intersects(limits | hedge);
                !self.candidate.claims(token) && limited || !in_event && protects(token)
            })
    }

    /// "…, which usually takes 3 days", "…, probably on Monday": a hedge there speaks of something else than what is
    /// turned.
    fn opens_aside(&self, token: usize) -> bool {
        self.context.tokens.before(token).contains(Between::COMMA)
            && self.roles(token).intersects(Roles::RELATIVE | Roles::HEDGE)
    }

    /// "until you've paid the deposit": what must come first may be about money, a doctor or a signature.
    fn is_in_event(&self, token: usize) -> bool {
        self.candidate.gap_of(token).is_some_and(|gap| {
            let before = gap.start.checked_sub(1);
            before.is_some_and(|at| self.candidate.claims(at)) && self.is_condition(gap.start)
        })
    }
}
