//! Claims whose outcome is unknown: after a crash, or where an answer was lost.

use super::moments::{date_of, moment};
use super::posting::again;
use super::{Plan, Post, Posted, Reach};
use crate::model::{MessageId, Time};
use crate::store::{Claim, PlanState, StoredPlan};
use crate::tips::Error;
use crate::tips::Tips;

/// The owner of a claim gives up well before this many seconds have passed; then anybody may take it.
const AT_REST: i64 = 120;

/// What was seen in the channel of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// The tip is there.
    There(MessageId),
    /// It is not there.
    NotThere,
    /// The bot may not look, or there is too much to look through.
    CantTell,
    /// The channel is gone or closed to the bot.
    Closed,
    /// Discord does not answer at the moment.
    Later,
}

impl Tips {
    /// Claims whose outcome is unknown, and that nobody is working on.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn lost_tips(&self, reach: Reach, now: Time) -> Result<Vec<Claim>, Error> {
        let mut claims = self.teams.store().open_claims().await?;
        let free = now.plus(-AT_REST);
        claims.retain(|claim| reach.has(claim.server) && claim.tried <= free);
        Ok(claims)
    }

    /// Takes a lost claim in hand; of several processes one gets it, and then has to look.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn take_lost_tip(&self, claim: &Claim, now: Time) -> Result<bool, Error> {
        Ok(self.teams.store().retake_claim(claim, now).await?)
    }

    /// Decides about a claim by what was seen: returns the post where it still has to be posted.
    ///
    /// # Errors
    /// If storage fails; the claim is then found again.
    pub async fn tip_after_look(
        &self,
        claim: &Claim,
        seen: Seen,
        now: Time,
    ) -> Result<Option<Post>, Error> {
        match seen {
            Seen::There(message) => {
                self.teams.store().settle_claim(claim.id, Some(message)).await?;
                return Ok(None);
            }
            Seen::Later => return Ok(None),
            Seen::NotThere | Seen::CantTell | Seen::Closed => (),
        }
        let stored = self.teams.store().tip_plan(claim.server).await?;
        let stored = stored.filter(|stored| stored.state == PlanState::On);
        let plan = stored.as_ref().and_then(|stored| Some((stored, Plan::read(stored)?)));
        let plan = plan.filter(|(_, plan)| plan.channel == claim.channel);
        if let Some((stored, plan)) = plan {
            match seen {
                Seen::NotThere if in_time(claim, stored, &plan, now) => {
                    let day = date_of(claim.day).unwrap_or_default();
                    let choosing = self.choosing(claim.server, &plan, day, now).await?;
                    if let Some(tip) = choosing.tip_of(&claim.tip) {
                        return Ok(Some(again(claim, tip, &plan.language, stored.version)));
                    }
                }
                Seen::Closed => self.suspend_tips(claim.server, stored.version, now).await?,
                _ => (),
            }
        }
        self.teams.store().settle_claim(claim.id, None).await?;
        Ok(None)
    }

    /// As [`Tips::settle_tip`], for what was shown at a terminal: it is seen or it is not.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn settle_shown_tip(&self, post: &Post, now: Time) -> Result<(), Error> {
        self.settle_tip(post, Posted::There(MessageId(0)), now).await
    }
}

/// Whether the tip of a claim may still come.
fn in_time(claim: &Claim, stored: &StoredPlan, plan: &Plan, now: Time) -> bool {
    let schedule = plan.days();
    let Some(day) = date_of(claim.day) else { return false };
    let Some(due) = schedule.moment(day) else { return false };
    let now = moment(now);
    let late = now.duration_since(due);
    let same_day = schedule.zone.rules().to_datetime(now).date() == day;
    same_day && late <= schedule.late_limit && due >= moment(stored.since)
}
