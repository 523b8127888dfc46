//! Tells the leads that their tips are paused.

use std::sync::Arc;

use serenity::model::id::{ChannelId, UserId};
use tracing::warn;

use super::TipPoster;
use crate::discord::call::Undelivered;
use crate::discord::delivery;
use crate::discord::locked;
use crate::discord::outgoing::Message;
use crate::tips::SuspendedPlan;
use crate::ui::tip_plan;

impl TipPoster {
    /// Tells the leads where their proposals go, else the person who set the plan up.
    pub(super) async fn tell_leads(self: Arc<Self>, plan: SuspendedPlan) {
        let text = tip_plan::resting(&format!("<#{}>", plan.channel.0), plan.language);
        let message = Message::saying(text);
        let told_there = match plan.proposals_channel {
            Some(channel) => self.tell(channel.0, &plan, &message).await,
            None => Err(Undelivered::Gone),
        };
        let told_so = match told_there {
            Err(Undelivered::Gone | Undelivered::Forbidden(_)) => {
                self.tell_privately(&plan, &message).await
            }
            done => done,
        };
        match told_so {
            Err(error) if error.may_pass() => {
                warn!(%error, "the leads could not be told that their tips rest");
                locked(&self.told).remove(&plan.nonce);
                return;
            }
            Err(error) => warn!(%error, "no lead can be told that the tips rest"),
            Ok(()) => (),
        }
        if let Err(error) = self.tips.told_resting(&plan).await {
            self.tell_error(&error, "it could not be noted that the leads have heard");
        }
    }

    async fn tell(
        &self,
        channel: u64,
        plan: &SuspendedPlan,
        message: &Message,
    ) -> Result<(), Undelivered> {
        // Zero is not an id, and making one of it would panic.
        let channel = ChannelId::new(channel.max(1));
        delivery::posted(self.requests(), channel, message, &plan.nonce).await.map(drop)
    }

    /// As [`TipPoster::tell`], in a channel of their own with the bot.
    async fn tell_privately(
        &self,
        plan: &SuspendedPlan,
        message: &Message,
    ) -> Result<(), Undelivered> {
        let Some(user) = plan.set_by else { return Err(Undelivered::Gone) };
        let user = UserId::new(user.0.max(1));
        let channel = delivery::channel_with(self.requests(), user).await?;
        self.turn().await;
        self.tell(channel.get(), plan, message).await
    }
}
