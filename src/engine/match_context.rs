//! What the guard and the suggestions of one finding look at: the draft, the rule and where it matched.

use super::candidate::Candidate;
use super::layer::{CompiledRule, Layer};
use super::lexemes::Reading;
use super::token::Tokens;
use super::voice::Voice;

/// Everything that the wordings of one finding depend on.
pub struct MatchContext<'a> {
    pub tokens: &'a Tokens<'a>,
    /// The layer of the rule.
    pub layer: &'a Layer,
    pub rule: &'a CompiledRule,
    /// Where it matched.
    pub candidate: &'a Candidate,
    /// Register and voice of the draft.
    pub voice: Voice,
    /// The phrase is where rules do not apply by default. A team's rule still finds it, but its wordings are held back.
    pub exempt: bool,
    /// The gaps whose article is the phrase's own word here.
    pub split: &'a [u16],
    /// The gaps in bytes, with the signs around them.
    pub gaps: &'a [(u16, std::ops::Range<usize>)],
}

impl MatchContext<'_> {
    /// The reading of the first inflected word that the phrase matched.
    pub fn matched(&self) -> Option<Reading> {
        let (word, class) = self.candidate.inflected?;
        self.layer.reading(class, word, self.tokens.vocabulary)
    }

    /// The person of the verb that the phrase matched, unless that is a variable.
    pub fn person(&self) -> Option<u8> {
        // A variable stands for what the customer is to do, seldom for what is denied.
        let (_, class) = self.candidate.inflected?;
        if self.layer.is_variable(class) {
            return None;
        }
        self.matched().and_then(|reading| reading.person).map(|person| person.person)
    }

    /// Whether the phrase addresses the customer in the plural; `None` unless it has a verb that can only be second
    /// person.
    pub fn addresses(&self) -> Option<bool> {
        let (_, class) = self.candidate.inflected?;
        let person = self.matched()?.person?;
        self.layer.is_second_person(class).then_some(person.plural)
    }

    /// The folded letters of a token.
    pub fn folded(&self, token: usize) -> &str {
        self.tokens
            .list
            .get(token)
            .map_or("", |token| self.tokens.folded.folded(token.word as usize))
    }
}
