//! What is new, changed and gone between two versions of a file.

use std::collections::HashMap;

use super::RuleSummary;
use crate::rules::RuleFile;

/// What is new, changed and gone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    /// Rules that were not there before.
    pub new: Vec<RuleSummary>,
    /// Rules that have changed.
    pub changed: Vec<RuleChange>,
    /// Rules that are not there any more.
    pub gone: Vec<RuleSummary>,
}

/// A rule that has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleChange {
    pub before: RuleSummary,
    /// After the change.
    pub after: RuleSummary,
}

impl Difference {
    /// Between two versions; `None` stands for a file that is not active.
    pub fn between(before: Option<&RuleFile>, after: Option<&RuleFile>) -> Difference {
        let sketches = |rules: Option<&RuleFile>| -> Vec<RuleSummary> {
            rules.map_or_else(Vec::new, |rules| rules.rules.iter().map(RuleSummary::of).collect())
        };
        let before = sketches(before);
        let mut known: HashMap<String, &RuleSummary> =
            before.iter().map(|sketch| (sketch.id.clone(), sketch)).collect();
        let mut difference = Difference::default();
        for sketch in sketches(after) {
            match known.remove(&sketch.id) {
                None => difference.new.push(sketch),
                Some(old) if *old == sketch => (),
                Some(old) => {
                    difference.changed.push(RuleChange { before: old.clone(), after: sketch });
                }
            }
        }
        difference.gone =
            before.iter().filter(|sketch| known.contains_key(&sketch.id)).cloned().collect();
        difference
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.gone.is_empty()
    }
}
