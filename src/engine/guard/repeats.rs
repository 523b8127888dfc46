//! Whether a wording says again what stands beside it.

use std::ops::Range;

use super::{Guard, kept_spans};
use crate::engine::candidate::Candidate;
use crate::engine::template::Template;
use crate::engine::vocabulary::Roles;
use crate::text::Between;

/// How far from a phrase another please or sorry is looked for.
const COURTESY_REACH: usize = 12;

impl Guard<'_> {
    /// Whether the wording says again what stands in its gaps or behind it: a connective twice, a word doubled, another please.
    pub(super) fn repeats(&self, template: &Template) -> bool {
        let units = self.setting.units;
        let next = self.candidate.span.end;
        let ends = next >= units.list.len() || units.before(next).contains(Between::END);
        let follows = (!ends).then_some(next);
        let gaps = self.candidate.gaps.iter().filter(|(gap, _)| self.keeps(template, *gap));
        let kept = gaps.flat_map(|(_, gap)| gap.clone());
        let connective = |unit: &usize| self.roles(*unit).contains(Roles::CONNECTIVE);
        let repeats = kept
            .chain(follows)
            .filter(connective)
            .any(|unit| self.wording.has(self.setting.folded(unit)));
        let doubles = follows.is_some_and(|unit| self.wording.ends_with(self.setting.folded(unit)));
        let asks_twice = self.edges.roles.contains(Roles::COURTESY) && self.asks_already();
        repeats || doubles || asks_twice || self.doubles_object()
    }

    /// «Να το φέρετε το σκυλί» says its object twice, as people do; «φέρτε το το σκυλί» stumbles.
    fn doubles_object(&self) -> bool {
        let folded = |unit: usize| self.setting.folded(unit).trim_end_matches('ν');
        let twice = |clitics: &Range<usize>| {
            let object = clitics.end + 1;
            !clitics.is_empty()
                && self.roles(object).contains(Roles::ARTICLE)
                && folded(clitics.end - 1) == folded(object)
        };
        let Candidate { clitics, variable_clitics, .. } = self.candidate;
        self.wording.commands() && (twice(clitics) || twice(variable_clitics))
    }

    /// A please or sorry stands in the sentence beside the phrase.
    fn asks_already(&self) -> bool {
        let units = self.setting.units;
        let span = &self.candidate.span;
        let Some(word) = units.word(span.start) else { return false };
        let near = span.start.saturating_sub(COURTESY_REACH)
            ..units.list.len().min(span.end + COURTESY_REACH);
        near.into_iter().any(|unit| {
            !self.candidate.claims(unit)
                && self.roles(unit).contains(Roles::COURTESY)
                && units.word(unit).is_some_and(|other| other.sentence == word.sentence)
        })
    }

    fn keeps(&self, template: &Template, gap: u16) -> bool {
        let span = self.setting.gaps.iter().find(|(number, _)| *number == gap);
        span.is_some_and(|(_, span)| kept_spans(template).any(|kept| kept == span))
    }
}
