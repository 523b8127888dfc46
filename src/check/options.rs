//! What a team has decided about the active rules.

use rustc_hash::FxHashSet;

use crate::engine::{Greeklish, Quotes, Register, Scope, Spared};
use crate::rules::Level;

/// What a check leaves out.
#[derive(Debug, Clone)]
pub struct Choices {
    /// Rules that are switched off, by full id.
    pub off: FxHashSet<String>,
    /// The lowest level that is shown.
    pub level: Level,
    /// Names that are never flagged.
    pub spared: Spared,
    /// What becomes of Greek in Latin letters.
    pub greeklish: Greeklish,
    /// How customers are addressed, where a draft does not show it.
    pub register: Register,
    /// What becomes of quotations.
    pub quotes: Quotes,
}

impl Default for Choices {
    fn default() -> Choices {
        Choices {
            off: FxHashSet::default(),
            level: Level::Suggestion,
            spared: Spared::default(),
            greeklish: Greeklish::default(),
            register: Register::default(),
            quotes: Quotes::default(),
        }
    }
}

impl Choices {
    /// What a check looks at.
    pub fn scope(&self) -> Scope<'_> {
        Scope {
            language: None,
            level: self.level,
            off: Some(&self.off).filter(|off| !off.is_empty()),
            spared: Some(&self.spared).filter(|spared| !spared.is_empty()),
            greeklish: self.greeklish,
            register: self.register,
            quotes: self.quotes,
        }
    }
}
