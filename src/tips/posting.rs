//! From a tip that is due to one that is posted: the day is claimed first, so that it happens once at most.

use super::ShownTip;
use super::moments::day;
use super::{DueTip, Reach};
use crate::model::Language;
use crate::model::{ChannelId, MessageId, ServerId, Time, UserId, Version};
use crate::store::{Claim, ClaimId, Claimed, PlanState};
use crate::tips::Error;
use crate::tips::Tips;

/// A tip to be posted, whose day is claimed.
#[derive(Debug, Clone)]
pub struct Post {
    pub server: ServerId,
    /// Where.
    pub channel: ChannelId,
    /// The claim; the message has to carry its number.
    pub claim: ClaimId,
    /// With one nonce it is posted once, no matter how often it is sent within minutes. At most 25 characters.
    pub nonce: String,
    pub tip: ShownTip,
    /// The language of the text around it.
    pub language: Language,
    plan: Version,
}

/// The outcome of posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Posted {
    There(MessageId),
    /// It is not, because the channel is gone or closed to the bot.
    Closed,
    /// It is not, and never will be.
    Refused,
    /// Nobody knows.
    Unknown,
}

/// A plan that was paused automatically, which the leads have to hear of.
#[derive(Debug, Clone)]
pub struct SuspendedPlan {
    pub server: ServerId,
    /// The channel that is gone or closed.
    pub channel: ChannelId,
    /// Where the leads are found, if the team has said so.
    pub proposals_channel: Option<ChannelId>,
    /// Who set the plan up, if that is known.
    pub set_by: Option<UserId>,
    /// In which language they hear of it.
    pub language: Language,
    /// What they hear goes out once with this.
    pub nonce: String,
    version: Version,
}

impl Tips {
    /// Claims the day of a tip that is due; `None` where there is nothing to post: the plan was changed since, somebody
    /// else posts it, or the deck is empty.
    ///
    /// # Errors
    /// If storage fails; then the day is free, or its claim is found again among the lost ones.
    pub async fn claim_tip(&self, due: &DueTip, now: Time) -> Result<Option<Post>, Error> {
        let stored = self.teams.store().tip_plan(due.server).await?;
        let stands =
            |it: &crate::store::StoredPlan| it.version == due.version && it.state == PlanState::On;
        if !stored.as_ref().is_some_and(stands) {
            return Ok(None);
        }
        let (server, plan, at) = (due.server, &due.plan, now);
        let tip = self.choosing(server, plan, due.day, at).await?.tip(due.day);
        let id = tip.as_ref().map_or("", |tip| tip.tip.id.as_str());
        let claimed =
            self.teams.store().claim_day(server, day(due.day), plan.channel, id, at).await?;
        let Claimed::Yours(claim) = claimed else { return Ok(None) };
        let Some(tip) = tip else {
            self.teams.store().settle_claim(claim, None).await?;
            return Ok(None);
        };
        Ok(Some(Post {
            server,
            channel: plan.channel,
            claim,
            nonce: nonce(claim, at),
            tip,
            language: spoken(&plan.language),
            plan: due.version,
        }))
    }

    /// Notes the outcome of a post.
    ///
    /// # Errors
    /// If storage fails; then the claim is found again among the lost ones.
    pub async fn settle_tip(&self, post: &Post, posted: Posted, now: Time) -> Result<(), Error> {
        match posted {
            Posted::There(message) => {
                self.teams.store().settle_claim(post.claim, Some(message)).await?;
            }
            Posted::Refused => {
                self.teams.store().settle_claim(post.claim, None).await?;
            }
            Posted::Closed => {
                self.teams.store().settle_claim(post.claim, None).await?;
                self.suspend_tips(post.server, post.plan, now).await?;
            }
            Posted::Unknown => (),
        }
        Ok(())
    }

    /// The plans that were paused automatically, and whose leads have not heard of it.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn resting_plans(
        &self,
        reach: Reach,
        now: Time,
    ) -> Result<Vec<SuspendedPlan>, Error> {
        let mut resting = Vec::new();
        for stored in self.teams.store().tip_plans_untold().await? {
            let Some(plan) = super::Plan::read(&stored).filter(|_| reach.has(stored.server)) else {
                continue;
            };
            let settings = self.teams.team(stored.server, now).await?.settings.clone();
            resting.push(SuspendedPlan {
                server: stored.server,
                channel: plan.channel,
                proposals_channel: settings.proposals_channel,
                set_by: stored.set_by,
                language: settings.language().unwrap_or_else(|| spoken(&plan.language)),
                nonce: format!("rest{:x}.{:x}", stored.server.0, stored.version.0),
                version: stored.version,
            });
        }
        Ok(resting)
    }

    /// Notes that the leads were told, or that nobody can be.
    ///
    /// # Errors
    /// If storage fails.
    pub async fn told_resting(&self, plan: &SuspendedPlan) -> Result<(), Error> {
        self.teams.store().tell_tip_plan(plan.server, plan.version).await?;
        Ok(())
    }
}

/// A post for a claim that was looked up.
pub(super) fn again(claim: &Claim, tip: ShownTip, language: &str, plan: Version) -> Post {
    Post {
        server: claim.server,
        channel: claim.channel,
        claim: claim.id,
        nonce: nonce(claim.id, claim.at),
        tip,
        language: spoken(language),
        plan,
    }
}

fn nonce(claim: ClaimId, at: Time) -> String {
    format!("t{:x}.{:x}", claim.0, at.0 & 0xffff_ffff)
}

/// The language of the text around a tip, whatever language the tip is in.
fn spoken(tag: &str) -> Language {
    Language::from_key(tag).unwrap_or(Language::En)
}
