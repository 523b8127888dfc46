//! A place where a rule could apply.

use super::trie::ClassId;
use super::word_index::WordId;

/// A stretch of units.
pub type Stretch = std::ops::Range<usize>;

/// A place where a rule could apply, before overlaps are resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Number of the layer.
    pub layer: usize,
    /// Number of the rule in its layer.
    pub rule: u32,
    /// All units that a suggestion replaces.
    pub span: Stretch,
    /// What each gap holds, by the gap's number.
    pub gaps: Vec<(u16, Stretch)>,
    /// The first inflected word, and the class that it was matched as.
    pub inflected: Option<(WordId, ClassId)>,
    /// The verb that a variable matched, and the class that it was matched as.
    pub variable: Option<(WordId, ClassId)>,
    /// Clitics to carry over to the wording's verb.
    pub clitics: Stretch,
    /// Clitics of the verb that a variable matched.
    pub variable_clitics: Stretch,
    /// Clitics of further verbs, which no wording has a place for.
    pub other_clitics: Vec<Stretch>,
    /// Movable words that were stepped over and are kept.
    pub kept: Vec<Stretch>,
    /// Units that are words of the phrase.
    pub literal: usize,
}

impl Candidate {
    /// Whether a unit is part of the phrase, not of a gap.
    pub fn claims(&self, unit: usize) -> bool {
        self.span.contains(&unit) && self.gap_of(unit).is_none()
    }

    /// The units that are words of the phrase.
    pub fn own_words(&self) -> impl Iterator<Item = usize> + '_ {
        self.span.clone().filter(|unit| self.claims(*unit))
    }

    /// The first word of the phrase; a gap before it does not open its clause.
    pub fn first_word(&self) -> usize {
        self.own_words().next().unwrap_or(self.span.start)
    }

    /// Whether a unit is shown as the phrase's own: what is carried over to the wording is not.
    pub fn is_marked(&self, unit: usize) -> bool {
        let carried = self.clitics.contains(&unit)
            || self.variable_clitics.contains(&unit)
            || self.other_clitics.iter().chain(&self.kept).any(|it| it.contains(&unit));
        self.claims(unit) && !carried
    }

    /// The gap that holds a unit.
    pub fn gap_of(&self, unit: usize) -> Option<&Stretch> {
        self.gaps.iter().map(|(_, stretch)| stretch).find(|stretch| stretch.contains(&unit))
    }
}

/// The stretches that silence a rule (`unless`), by rule.
pub type Silences = Vec<(u32, Stretch)>;
