//! Tips as a front end asks for them: a tip now, and what a server's deck holds.

use super::{Deck, pick, pick_of};
use crate::rules::{Level, Pair, Principle, Tip};
use crate::ruleset::RuleSet;

/// A tip with what is shown around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownTip {
    pub tip: Tip,
    /// The principle that it is on.
    pub principle: Option<Principle>,
    /// A pair from the rules that serve the principle.
    pub pair: Option<Pair>,
}

/// A tip out of turn, with its principle and a pair of sentences from the rules that serve it.
///
/// `seed` says which one (hand in another number each time); `lately` are ids of tips shown before, the last one
/// last, which are not shown again as long as there are others. `None`: there is no tip in the language.
pub fn tip_now(
    rule_set: &RuleSet,
    language: &str,
    seed: u64,
    lately: &[String],
) -> Option<ShownTip> {
    let deck = Deck::new(rule_set.tips(language));
    Some(shown_tip(rule_set, pick(&deck, seed, lately)?, seed))
}

/// A tip with its principle and a pair of sentences from the rules that serve it; `seed` says which pair.
pub fn shown_tip(rule_set: &RuleSet, tip: &Tip, seed: u64) -> ShownTip {
    let principle = rule_set.principles().iter().find(|it| tip.principle.as_ref() == Some(&it.id));
    let pairs = tip.principle.as_ref().map(|principle| rule_set.pairs(&tip.language, principle));
    let pair = pick_of(pairs.unwrap_or_default(), seed, &tip.id);
    ShownTip { tip: tip.clone(), principle: principle.cloned(), pair }
}

impl RuleSet {
    /// The tips in a language: a team's own first, of two with one id the first.
    pub fn tips<'l>(&'l self, language: &str) -> Vec<&'l Tip> {
        let all = self.packs().iter().flat_map(|pack| &pack.rules.tips);
        Deck::new(all.filter(|tip| tip.language == language)).tips().to_vec()
    }

    /// What to say in place of what, by every rule of a language that serves a principle; rudeness is left out.
    pub fn pairs(&self, language: &str, principle: &str) -> Vec<Pair> {
        let mut ids = std::collections::HashSet::new();
        let rules = self.packs().iter().flat_map(|pack| &pack.rules.rules);
        let in_force = rules.filter(|rule| ids.insert(rule.id.as_str()));
        let serves = in_force.filter(|rule| {
            rule.language == language
                && rule.level != Level::Error
                && rule.principle.as_deref() == Some(principle)
        });
        serves.filter_map(|rule| rule.pair()).collect()
    }
}
