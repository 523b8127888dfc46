//! What people think of a tip, and the words that serve its principle.

use crate::tips::Error;
use crate::tips::UserError;
use std::collections::BTreeSet;

use super::own::as_tip;
use super::seed_of;
use crate::model::{ServerId, Time, UserId};
use crate::rules::{Pair, Principle, Tip};
use crate::ruleset::RuleSet;
use crate::store::{Vote, VoteCount};
use crate::tips::Tips;

/// How many people have to say that a tip is not for them before it stays out. They also have to outnumber those who
/// find it useful.
const ENOUGH: i64 = 2;
/// Pairs that are shown at a time.
const MOST_PAIRS: usize = 8;

/// Names a tip where there is little room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TipKey(pub u64);

impl TipKey {
    /// The key of a tip's id.
    pub fn of(id: &str) -> TipKey {
        TipKey(seed_of(id))
    }

    /// As a button carries it.
    pub fn written(self) -> String {
        format!("{:x}", self.0)
    }

    /// From a button.
    pub fn read(text: &str) -> Option<TipKey> {
        u64::from_str_radix(text, 16).ok().map(TipKey)
    }
}

/// The words that serve the principle of a tip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsFor {
    pub principle: Option<Principle>,
    /// What to say in place of what; the first few.
    pub pairs: Vec<Pair>,
}

/// The tips that a team would rather not see: more find them not for them than useful, and at least two do. A person
/// at a terminal is a team of one.
pub(super) fn voted_down(server: ServerId, votes: &[VoteCount]) -> BTreeSet<String> {
    let enough = if server == ServerId::LOCAL { 1 } else { ENOUGH };
    let useful = |tip: &str| {
        let of_tip = votes.iter().find(|count| count.tip == tip && count.vote == Vote::Useful);
        of_tip.map_or(0, |count| count.times)
    };
    let down = votes.iter().filter(|count| {
        count.vote == Vote::NotForUs && count.times >= enough && count.times > useful(&count.tip)
    });
    down.map(|count| count.tip.clone()).collect()
}

impl Tips {
    /// Notes what somebody of a team thinks of a tip; whether it is now out of the team's deck.
    ///
    /// # Errors
    /// For a tip that is gone, and if storage fails.
    pub async fn vote_on_tip(
        &self,
        server: ServerId,
        (voter, vote): (UserId, Vote),
        key: TipKey,
        now: Time,
    ) -> Result<bool, Error> {
        let tip = self.tip_of_key(server, key, now).await?;
        self.teams.store().vote(server, &tip.id, voter, vote, now).await?;
        Ok(voted_down(server, &self.teams.store().votes(server).await?).contains(&tip.id))
    }

    /// What to say in place of what, for the principle of a tip; by the built-in rules where there is no server.
    ///
    /// # Errors
    /// For a tip that is gone, and if storage fails.
    pub async fn words_for_tip(
        &self,
        server: Option<ServerId>,
        key: TipKey,
        now: Time,
    ) -> Result<WordsFor, Error> {
        let Some(server) = server else {
            let builtin = self.teams.builtin();
            let tip = in_library(builtin.rule_set(), key).ok_or(UserError::TipGone)?;
            return Ok(words_for(builtin.rule_set(), &tip));
        };
        let tip = self.tip_of_key(server, key, now).await?;
        let (active, _) = self.teams.checker(server, now).await;
        Ok(words_for(active.checker.rule_set(), &tip))
    }

    async fn tip_of_key(&self, server: ServerId, key: TipKey, now: Time) -> Result<Tip, Error> {
        let (active, _) = self.teams.checker(server, now).await;
        if let Some(tip) = in_library(active.checker.rule_set(), key) {
            return Ok(tip);
        }
        let own = self.teams.store().own_tips(server).await?;
        let found = own.iter().map(as_tip).find(|tip| TipKey::of(&tip.id) == key);
        Ok(found.ok_or(UserError::TipGone)?)
    }
}

fn in_library(rule_set: &RuleSet, key: TipKey) -> Option<Tip> {
    let mut tips = rule_set.packs().iter().flat_map(|pack| &pack.rules.tips);
    tips.find(|tip| TipKey::of(&tip.id) == key).cloned()
}

fn words_for(rule_set: &RuleSet, tip: &Tip) -> WordsFor {
    let principle = rule_set.principles().iter().find(|it| Some(&it.id) == tip.principle.as_ref());
    let pairs = principle.map(|principle| rule_set.pairs(&tip.language, &principle.id));
    let mut pairs = pairs.unwrap_or_default();
    pairs.truncate(MOST_PAIRS);
    WordsFor { principle: principle.cloned(), pairs }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tip_stays_out_by_more_than_one_voice() {
        let team = ServerId(5);
        for (server, useful, not, stays_out) in [
            (team, 0, 1, false),
            (team, 0, 2, true),
            (team, 1, 2, true),
            (team, 2, 2, false),
            (team, 5, 4, false),
            (team, 3, 4, true),
            (ServerId::LOCAL, 0, 1, true),
            (ServerId::LOCAL, 1, 0, false),
        ] {
            let count = |vote, times| VoteCount { tip: "el/tips/a".to_owned(), vote, times };
            let votes = [count(Vote::NotForUs, not), count(Vote::Useful, useful)];
            let down = voted_down(server, &votes);
            assert_eq!(down.contains("el/tips/a"), stays_out, "{useful} and {not}");
        }
    }

    #[test]
    fn a_key_comes_back_from_a_button() {
        let key = TipKey::of("el/συμβουλές/ένα");
        assert_eq!(TipKey::read(&key.written()), Some(key));
        for forged in ["", "g", "-1", "10000000000000000"] {
            assert_eq!(TipKey::read(forged), None, "{forged}");
        }
    }
}
