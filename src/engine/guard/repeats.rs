//! Whether a wording repeats what is next to it.

use std::ops::Range;

use super::{Guard, kept_spans};
use crate::engine::candidate::Candidate;
use crate::engine::content;
use crate::engine::edges::Right;
use crate::engine::template::Template;
use crate::engine::vocabulary::Roles;
use crate::text::Between;

/// How far from a phrase another please or sorry is looked for.
const COURTESY_REACH: usize = 12;

impl Guard<'_> {
    /// Whether the wording says again what is in its gaps or after it: a connective twice, a word doubled, another please, sorry
    /// or but.
    pub(super) fn repeats(&self, template: &Template) -> bool {
        let tokens = self.context.tokens;
        let next = self.candidate.span.end;
        let ends = next >= tokens.list.len() || tokens.before(next).contains(Between::END);
        let follows = (!ends).then_some(next);
        let gaps = self.candidate.gaps.iter().filter(|(gap, _)| self.keeps(template, *gap));
        let kept = gaps.flat_map(|(_, gap)| gap.clone());
        let connective = |token: &usize| self.roles(*token).contains(Roles::CONNECTIVE);
        let repeats = kept
            .chain(follows)
            .filter(connective)
            .any(|token| self.wording.has(self.context.folded(token)));
        let doubles =
            follows.is_some_and(|token| self.wording.ends_with(self.context.folded(token)));
        let asks_twice = self.edges.roles.contains(Roles::COURTESY) && self.asks_already();
        let regrets_twice = self.edges.roles.contains(Roles::REGRET) && self.regrets_already();
        let contrasts_twice = self.edges.roles.contains(Roles::CONTRAST) && self.contrasts_before();
        repeats
            || doubles
            || asks_twice
            || regrets_twice
            || contrasts_twice
            || self.doubles_object()
            || self.says_another_day(follows)
    }

    /// «ας το κλείσουμε για αύριο | σήμερα»: the day of the wording next to that of the draft.
    fn says_another_day(&self, follows: Option<usize>) -> bool {
        let Right::Word(last) = self.edges.right else { return false };
        let mut beside = self.candidate.kept.iter().cloned().flatten().chain(follows);
        last.roles.contains(Roles::DAY)
            && beside.any(|token| self.roles(token).contains(Roles::DAY))
    }

    /// "I saw the photo, but we can't …, as the card ran out": a second "but" would contradict the first.
    fn contrasts_before(&self) -> bool {
        let span = &self.candidate.span;
        let sentence = content::sentence_of(self.context.tokens, span);
        (sentence.start..span.start).any(|token| self.roles(token).contains(Roles::CONTRAST))
    }

    /// The draft is sorry in the same sentence already, or in the one before or after: a second time sounds hollow.
    fn regrets_already(&self) -> bool {
        let tokens = self.context.tokens;
        let sentence = |token: usize| tokens.word(token).map(|word| word.sentence);
        let Some(own) = sentence(self.candidate.span.start) else { return false };
        let beside = |token: &usize| sentence(*token).is_some_and(|it| it.abs_diff(own) <= 1);
        let regrets = |token: usize| {
            !self.candidate.claims(token) && self.roles(token).contains(Roles::REGRET)
        };
        let before = (0..self.candidate.span.start).rev().take_while(beside);
        let behind = (self.candidate.span.start..tokens.list.len()).take_while(beside);
        before.chain(behind).any(regrets)
    }

    /// «Να το φέρετε το σκυλί» is normal Greek, although it names its object twice; «φέρτε το το σκυλί» sounds wrong.
    fn doubles_object(&self) -> bool {
        let folded = |token: usize| self.context.folded(token).trim_end_matches('ν');
        let twice = |clitics: &Range<usize>| {
            let object = clitics.end + 1;
            !clitics.is_empty()
                && self.roles(object).contains(Roles::ARTICLE)
                && folded(clitics.end - 1) == folded(object)
        };
        let Candidate { clitics, variable_clitics, .. } = self.candidate;
        self.wording.commands() && (twice(clitics) || twice(variable_clitics))
    }

    /// A please or sorry is in the sentence next to the phrase.
    fn asks_already(&self) -> bool {
        let tokens = self.context.tokens;
        let span = &self.candidate.span;
        let Some(word) = tokens.word(span.start) else { return false };
        let near = span.start.saturating_sub(COURTESY_REACH)
            ..tokens.list.len().min(span.end + COURTESY_REACH);
        near.into_iter().any(|token| {
            !self.candidate.claims(token)
                && self.roles(token).contains(Roles::COURTESY)
                && tokens.word(token).is_some_and(|other| other.sentence == word.sentence)
        })
    }

    fn keeps(&self, template: &Template, gap: u16) -> bool {
        let span = self.context.gaps.iter().find(|(number, _)| *number == gap);
        span.is_some_and(|(_, span)| kept_spans(template).any(|kept| kept == span))
    }
}
