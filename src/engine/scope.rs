//! What a check looks at.

use rustc_hash::FxHashSet;

use super::explain::Silence;
use super::layer::RuleInfo;
use super::spared::Spared;
use crate::rules::Level;

/// What becomes of Greek in Latin letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Greeklish {
    /// It is read as Greek, and reworded in Latin letters.
    #[default]
    Read,
    /// It is left alone.
    Ignored,
}

/// How customers are spoken to where a draft does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Register {
    /// In the plural of politeness: σας.
    #[default]
    Formal,
    /// In the singular: σου.
    Familiar,
}

/// What becomes of quotations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Quotes {
    /// Only rules that ask for them look at them.
    #[default]
    LeftAlone,
    /// They are looked at as the rest of a draft is.
    Checked,
}

/// What a check looks at.
#[derive(Debug, Clone, Default)]
pub struct Scope<'a> {
    /// Only rules of this language; `None`: of every language.
    pub language: Option<&'a str>,
    /// Only rules of this level or above.
    pub level: Level,
    /// Rules that are switched off, by full id.
    pub off: Option<&'a FxHashSet<String>>,
    /// Names that are never flagged.
    pub spared: Option<&'a Spared>,
    /// Whether a draft in Greeklish is read as Greek.
    pub greeklish: Greeklish,
    /// How customers are spoken to where a draft does not tell.
    pub register: Register,
    /// What becomes of quotations.
    pub quotes: Quotes,
}

impl Scope<'_> {
    /// Every rule of every language.
    pub fn everything() -> Scope<'static> {
        Scope { level: Level::Suggestion, ..Scope::default() }
    }

    /// Why a rule is not asked, if it is not.
    pub(super) fn bars(&self, rule: &RuleInfo) -> Option<Silence> {
        if rule.level < self.level {
            Some(Silence::Level)
        } else if self.language.is_some_and(|language| language != rule.language) {
            Some(Silence::Language)
        } else if self.off.is_some_and(|off| off.contains(&rule.id)) {
            Some(Silence::Off)
        } else {
            None
        }
    }
}
