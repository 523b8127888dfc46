//! A place where a rule could apply, before overlaps are resolved.

use super::held::HoldReason;
use super::trie::ClassId;
use super::word_index::WordId;

/// A range of tokens.
pub type TokenRange = std::ops::Range<usize>;

/// A place where a rule could apply, before overlaps are resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Number of the layer.
    pub layer: usize,
    /// Number of the rule in its layer.
    pub rule: u32,
    /// All tokens that a suggestion replaces.
    pub span: TokenRange,
    /// What each gap holds, by the gap's number.
    pub gaps: Vec<(u16, TokenRange)>,
    /// The first inflected word, and the class that it was matched as.
    pub inflected: Option<(WordId, ClassId)>,
    /// The verb that a variable matched, and the class that it was matched as.
    pub variable: Option<(WordId, ClassId)>,
    /// Clitics to carry over to the wording's verb.
    pub clitics: TokenRange,
    /// Clitics of the verb that a variable matched.
    pub variable_clitics: TokenRange,
    /// Clitics of further verbs, which no wording has a place for.
    pub other_clitics: Vec<TokenRange>,
    /// Movable words that were stepped over and are kept.
    pub kept: Vec<TokenRange>,
    /// Tokens that are words of the phrase.
    pub literal: usize,
    /// For a rule that removes the clause or sentence around its phrase: whether it may.
    pub cue: Option<Cue>,
    /// Whether its edit fits.
    pub fit: Fit,
}

/// Whether the edit of a candidate fits, as far as somebody asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fit {
    #[default]
    Unknown,
    Yes,
    /// It only advises.
    No,
}

/// A phrase of a rule that takes out the clause or sentence around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cue {
    /// The whole stretch can be removed. `span` covers it; the box holds the candidate for the phrase alone.
    Goes(Box<Candidate>),
    /// Nothing can be removed, for this reason. `span` covers the phrase only.
    Stays(HoldReason),
}

impl Candidate {
    /// The candidate for the phrase alone, used when the text around it has to stay after all.
    pub fn kept_back(&self, held: HoldReason) -> Option<Candidate> {
        let Some(Cue::Goes(phrase)) = &self.cue else { return None };
        Some(Candidate { cue: Some(Cue::Stays(held)), ..(**phrase).clone() })
    }

    /// Whether the span is a whole clause or sentence that goes.
    pub fn goes(&self) -> bool {
        matches!(self.cue, Some(Cue::Goes(_)))
    }

    /// Whether a token is part of the phrase, not of a gap.
    pub fn claims(&self, token: usize) -> bool {
        self.span.contains(&token) && self.gap_of(token).is_none()
    }

    /// The tokens that are words of the phrase.
    pub fn own_words(&self) -> impl Iterator<Item = usize> + '_ {
        self.span.clone().filter(|token| self.claims(*token))
    }

    /// Whether every word of the match is kept in the wording, so that the edit only adds text.
    pub fn only_adds(&self) -> bool {
        self.own_words().next().is_none()
    }

    /// The first word of the phrase; a gap before it does not open its clause.
    pub fn first_word(&self) -> usize {
        self.own_words().next().unwrap_or(self.span.start)
    }

    /// Whether a token is shown as the phrase's own: what is carried over to the wording is not.
    pub fn is_marked(&self, token: usize) -> bool {
        let carried = self.clitics.contains(&token)
            || self.variable_clitics.contains(&token)
            || self.other_clitics.iter().chain(&self.kept).any(|it| it.contains(&token));
        self.claims(token) && !carried
    }

    /// The gap that holds a token.
    pub fn gap_of(&self, token: usize) -> Option<&TokenRange> {
        self.gaps.iter().map(|(_, range)| range).find(|range| range.contains(&token))
    }
}

/// The ranges that silence a rule (`unless`), by rule.
pub type Silences = Vec<(u32, TokenRange)>;
