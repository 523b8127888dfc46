//! The tips of a language, and orders of a server's own, from hashes: each tip has its place by itself, so it stays when
//! others come and go.

use std::collections::HashSet;

use crate::rules::Tip;
use crate::text::stable_hash;

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

/// The place of a tip in an order: smaller comes first.
pub(super) fn rank(seed: u64, round: u64, id: &str) -> u64 {
    mixed(seed ^ mixed(round) ^ stable_hash(id))
}

/// A number from a name, such as the id of a server; the same on every machine and in every version.
pub fn seed_of(name: &str) -> u64 {
    mixed(stable_hash(name))
}

/// A tip out of turn: not one of those shown lately (ids, the last one last), and where possible on another
/// principle than the last.
///
/// `seed` says which; where every tip was shown lately, any but the last.
pub fn pick<'d>(deck: &Deck<'d>, seed: u64, lately: &[String]) -> Option<&'d Tip> {
    let last = lately.last().and_then(|id| deck.tip(id));
    let is_last = |tip: &Tip| last.is_some_and(|last| last.id == tip.id);
    let beside = |tip: &Tip| last.is_some_and(|last| same_principle(last, tip));
    let order = |tip: &&&'d Tip| {
        let shown = lately.contains(&tip.id);
        (is_last(tip), shown, beside(tip), rank(seed, 0, &tip.id))
    };
    deck.tips().iter().min_by_key(order).copied()
}

/// One of several things that go with a tip; `seed` says which.
pub fn pick_of<T>(mut things: Vec<T>, seed: u64, id: &str) -> Option<T> {
    let count = u64::try_from(things.len()).unwrap_or(u64::MAX);
    let number = rank(seed, u64::MAX, id).checked_rem(count)?;
    usize::try_from(number)
        .ok()
        .filter(|number| *number < things.len())
        .map(|it| things.swap_remove(it))
}

/// Spreads every bit over all others (the end of SplitMix64), for FNV leaves the high bits of short texts alike.
pub(super) fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_is_the_same_on_every_machine() {
        // A change here would shuffle the rounds that servers are in. Worked out with another program.
        for (name, seed) in [
            ("", 0xc381_7c01_6ba4_ff30),
            ("112233445566778899", 0xe924_ff16_90ef_15ea),
            ("ομάδα", 0xf9e2_ed65_869e_b1c5),
        ] {
            assert_eq!(seed_of(name), seed, "{name}");
        }
        assert_ne!(seed_of("1"), seed_of("2"));
    }
}
