//! The tips that may be shown.

use std::collections::HashSet;

use crate::rules::Tip;

/// Tips in one language, each once.
#[derive(Debug, Clone, Default)]
pub struct Deck<'a> {
    tips: Vec<&'a Tip>,
}

impl<'a> Deck<'a> {
    /// A deck of these tips. Of two with one id the first counts, so a team's own go before the built-in ones.
    pub fn new(tips: impl IntoIterator<Item = &'a Tip>) -> Deck<'a> {
        let mut ids = HashSet::new();
        Deck { tips: tips.into_iter().filter(|tip| ids.insert(tip.id.as_str())).collect() }
    }

    pub fn tips(&self) -> &[&'a Tip] {
        &self.tips
    }

    /// The tip of an id.
    pub fn tip(&self, id: &str) -> Option<&'a Tip> {
        self.tips.iter().find(|tip| tip.id == id).copied()
    }
}

/// Whether two tips are on the same principle; those on none are not.
pub(super) fn same_principle(one: &Tip, other: &Tip) -> bool {
    one.principle.is_some() && one.principle == other.principle
}
