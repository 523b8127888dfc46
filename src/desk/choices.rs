//! What a team has decided about the rules in force.

use rustc_hash::FxHashSet;

use crate::engine::{Greeklish, Scope, Spared};
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
}

impl Default for Choices {
    fn default() -> Choices {
        Choices {
            off: FxHashSet::default(),
            level: Level::Suggestion,
            spared: Spared::default(),
            greeklish: Greeklish::default(),
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
        }
    }
}
