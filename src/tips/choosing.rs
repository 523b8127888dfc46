//! Which tip a team sees: its deck, what it has seen, what it would rather not see, and what it needs.

use crate::tips::Error;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::ShownTip;
use super::moments::{date_of, day};
use super::opinions::voted_down;
use super::own::as_tip;
use super::{Choices, Deck, Focus, Shown, choose, seed_of, upcoming};
use super::{Plan, PlanFocus, shown_tip};
use crate::model::{Day, ServerId, Time};
use crate::rules::Tip;
use crate::ruleset::RuleSet;
use crate::store::{ClaimState, Count, Outcome};
use crate::team::Team;
use crate::tips::Tips;

/// Above how many days the needs of a team's drafts are counted.
const DAYS_OF_NEEDS: i64 = 14;

/// Everything that bears on which tip comes.
pub(super) struct Choosing {
    team: Arc<Team>,
    tips: Vec<Tip>,
    shown: Vec<Shown>,
    left_out: BTreeSet<String>,
    needs: Option<BTreeMap<String, u64>>,
    seed: u64,
}

impl Choosing {
    /// The tip of a day.
    pub fn tip(&self, day: Date) -> Option<ShownTip> {
        let tip = choose(&self.deck(), &self.shown, day, &self.choices())?;
        Some(self.shown_tip(tip))
    }

    /// The tip of an id, if it is still in the deck.
    pub fn tip_of(&self, id: &str) -> Option<ShownTip> {
        self.deck().tip(id).map(|tip| self.shown_tip(tip))
    }

    /// The tips of days to come, if each is shown.
    pub fn upcoming(&self, days: &[Date]) -> Vec<(Date, ShownTip)> {
        let found = upcoming(&self.deck(), &self.shown, days, &self.choices()).into_iter();
        found.map(|(day, tip)| (day, self.shown_tip(tip))).collect()
    }

    fn deck(&self) -> Deck<'_> {
        Deck::new(&self.tips)
    }

    fn choices(&self) -> Choices<'_> {
        let focus = self.needs.as_ref().map_or(Focus::Even, Focus::Needs);
        Choices { seed: self.seed, left_out: &self.left_out, focus }
    }

    fn shown_tip(&self, tip: &Tip) -> ShownTip {
        shown_tip(self.team.checker.rule_set(), tip, self.seed)
    }
}

impl Tips {
    /// What affects which tip a server sees on a day.
    pub(super) async fn choosing(
        &self,
        server: ServerId,
        plan: &Plan,
        on: Date,
        now: Time,
    ) -> Result<Choosing, Error> {
        let team = self.teams.team(server, now).await?;
        let own = self.teams.store().own_tips(server).await?;
        let own = own.iter().map(as_tip).filter(|tip| tip.language == plan.language);
        let of_files = team.checker.rule_set().tips(&plan.language);
        let tips: Vec<Tip> = own.chain(of_files.into_iter().cloned()).collect();
        let needs = match plan.focus {
            PlanFocus::Even => None,
            PlanFocus::Needs => Some(self.needs(server, team.checker.rule_set(), day(on)).await?),
        };
        Ok(Choosing {
            tips,
            shown: self.shown(server).await?,
            left_out: voted_down(server, &self.teams.store().votes(server).await?),
            needs,
            seed: seed_of(&server.0.to_string()),
            team,
        })
    }

    /// What a server was shown. A claim whose outcome is unknown counts: better one tip too few than one twice.
    async fn shown(&self, server: ServerId) -> Result<Vec<Shown>, Error> {
        let claims = self.teams.store().claims(server, Day(i64::MIN)).await?.into_iter();
        let seen = claims.filter(|claim| claim.state != ClaimState::LeftOut);
        let shown =
            seen.filter_map(|claim| Some(Shown { day: date_of(claim.day)?, id: claim.tip }));
        Ok(shown.collect())
    }

    /// How often the rules of each principle found something lately.
    async fn needs(
        &self,
        server: ServerId,
        rule_set: &RuleSet,
        on: Day,
    ) -> Result<BTreeMap<String, u64>, Error> {
        let first = Day(on.0 - DAYS_OF_NEEDS);
        Ok(by_principle(rule_set, &self.teams.store().counts(server, first, on).await?))
    }
}

fn by_principle(rule_set: &RuleSet, counts: &[Count]) -> BTreeMap<String, u64> {
    let mut found = BTreeMap::new();
    if counts.is_empty() {
        return found;
    }
    let rules = rule_set.packs().iter().flat_map(|pack| &pack.rules.rules);
    let principles: FxHashMap<&str, &str> =
        rules.filter_map(|rule| Some((rule.id.as_str(), rule.principle.as_deref()?))).collect();
    for count in counts.iter().filter(|count| count.outcome == Outcome::Shown) {
        if let Some(principle) = principles.get(count.rule.as_str()) {
            *found.entry((*principle).to_owned()).or_default() += u64::from(count.times);
        }
    }
    found
}
