//! Records the end of a path: a candidate, or a range that silences a rule.

use super::{MAX_MOVABLE, Matcher};
use crate::engine::candidate::{Candidate, Fit, TokenRange};
use crate::engine::cue;
use crate::engine::gap;
use crate::engine::trie::Terminal;
use crate::engine::vocabulary::Roles;
use crate::text::Between;

/// Up to this many candidates from one first word are looked through one by one.
const FEW: usize = 8;

impl Matcher<'_> {
    pub(super) fn record(&mut self, terminal: &Terminal, end: usize) {
        let start = self.start;
        let at_edges = self.tokens.is_edge(end) && end > start;
        let anchored = (!terminal.at_end || self.tokens.before(end).contains(Between::END))
            && (!terminal.at_start || terminal.leading.is_some() || self.opens(start));
        if !at_edges || !anchored {
            return;
        }
        let negated = self.tokens.roles(start).contains(Roles::NEGATION);
        let reach = if negated { self.before_negation(start) } else { start };
        let mut gaps = self.path.gaps.clone();
        let mut first = reach;
        if let Some(gap) = terminal.leading {
            if !self.tokens.is_edge(reach) {
                return;
            }
            first = gap::start(self.tokens, reach);
            gaps.insert(0, (gap, first..reach));
            let begins = !terminal.at_start || self.opens(first);
            if first == reach || !begins {
                return;
            }
        }
        if terminal.silences {
            // A comma in a phrase also matches a full stop, but an `unless` phrase does not reach into the next
            // sentence.
            if (first + 1..end).any(|at| self.tokens.before(at).intersects(Between::END)) {
                return;
            }
            self.silences.push((terminal.rule, first..end));
            return;
        }
        self.keep(self.candidate(terminal.rule, first..end, gaps, start - reach));
    }

    /// Whether a sentence begins at a token, apart from a greeting or a name: «Καλημέρα Άννα, | δεν …».
    fn opens(&self, at: usize) -> bool {
        let before = self.tokens.before(at);
        before.contains(Between::END)
            || before.contains(Between::COMMA) && cue::is_after_opening(self.tokens, at)
    }

    /// Movable words before the negation that a rewording drops: «Δυστυχώς δεν …».
    fn before_negation(&self, start: usize) -> usize {
        let mut first = start;
        for _ in 0..MAX_MOVABLE {
            let divides =
                Between::END | Between::STOP | Between::BRACKET | Between::SQUARE | Between::EMOJI;
            if self.tokens.before(first).intersects(divides) {
                break;
            }
            let ends_here = |at: &usize| {
                self.tokens.movable(*at) == Some((first - at, false)) && self.tokens.is_edge(*at)
            };
            match (first.saturating_sub(4)..first).find(ends_here) {
                Some(at) => first = at,
                None => break,
            }
        }
        first
    }

    /// `before`: how many movable tokens the span takes in before the first word.
    fn candidate(
        &self,
        rule: u32,
        span: TokenRange,
        gaps: Vec<(u16, TokenRange)>,
        before: usize,
    ) -> Candidate {
        let path = &self.path;
        let moved: usize = path.moved.iter().map(|(range, _)| range.len()).sum();
        let others: usize = path.other_clitics.iter().map(|range| range.len()).sum();
        let slack = path.clitics.len() + path.variable_clitics.len() + others + moved;
        let in_gaps: usize = gaps.iter().map(|(_, range)| range.len()).sum();
        let kept =
            path.moved.iter().filter(|(_, kept)| *kept).map(|(range, _)| range.clone()).collect();
        Candidate {
            layer: self.number,
            rule,
            literal: span.len().saturating_sub(in_gaps - path.listed.min(in_gaps) + slack + before),
            span,
            gaps,
            inflected: path.inflected,
            variable: path.variable,
            clitics: path.clitics.clone(),
            variable_clitics: path.variable_clitics.clone(),
            other_clitics: path.other_clitics.clone(),
            kept,
            cue: None,
            fit: Fit::Unknown,
        }
    }

    /// Of the ways in which a rule matches from one first word, the fullest; of equal ones the first,
    /// in which every gap ends at the first occurrence of what follows it.
    fn keep(&mut self, candidate: Candidate) {
        let fullness = |it: &Candidate| (it.literal, it.gaps.len(), slack_of(it));
        let rival = self.rival(candidate.rule).and_then(|rival| self.found.get_mut(rival));
        match rival {
            Some(rival) if fullness(rival) >= fullness(&candidate) => (),
            Some(rival) => *rival = candidate,
            None => {
                if self.found.len() - self.since >= FEW {
                    self.by_rule.insert(candidate.rule, self.found.len());
                }
                self.found.push(candidate);
            }
        }
    }

    /// The index of a rule's candidate from this first word. A hundred rules may begin alike.
    fn rival(&mut self, rule: u32) -> Option<usize> {
        let first = &self.found[self.since..];
        let among = first.iter().take(FEW).position(|rival| rival.rule == rule);
        match among {
            Some(index) => Some(self.since + index),
            None if first.len() <= FEW => None,
            None => self.by_rule.get(&rule).copied().filter(|index| *index >= self.since),
        }
    }
}

fn slack_of(candidate: &Candidate) -> usize {
    let in_gaps: usize = candidate.gaps.iter().map(|(_, range)| range.len()).sum();
    candidate.span.len().saturating_sub(in_gaps + candidate.literal)
}
