//! A look into the channel of a claim: is its tip there?

use std::time::Duration;

use serenity::builder::GetMessages;
use serenity::model::application::{ActionRowComponent, ButtonKind};
use serenity::model::channel::{Channel, Message};
use serenity::model::id::{ChannelId, MessageId as DiscordMessageId, UserId};
use serenity::model::permissions::Permissions;
use tracing::{info, warn};

use super::TipPoster;
use crate::app::claim_in;
use crate::discord::delivery::{self, Undelivered};
use crate::discord::rights;
use crate::model::MessageId;
use crate::tips::{Claim, Seen};

/// How long a look may take: whoever looks may still post, and all of it ends before the claim is anybody's again.
const LOOK: Duration = Duration::from_secs(25);
/// Messages that come at a time.
const PAGE: u8 = 100;
/// Pages that are looked through.
const MOST_PAGES: usize = 10;
/// By so many seconds our clock may be before Discord's.
const CLOCKS_APART: i64 = 600;
/// Without these an empty list of messages says nothing.
const NEEDED: Permissions = Permissions::VIEW_CHANNEL.union(Permissions::READ_MESSAGE_HISTORY);

impl TipPoster {
    /// Looks whether the tip of a claim is in its channel.
    pub(super) async fn look(&self, claim: &Claim) -> Seen {
        let seen = match tokio::time::timeout(LOOK, self.find(claim)).await {
            Ok(Ok(seen)) => seen,
            Ok(Err(Undelivered::Gone | Undelivered::Forbidden(_))) => Seen::Closed,
            Ok(Err(error)) => {
                warn!(claim = claim.id.0, %error, "a tip could not be looked up");
                Seen::Later
            }
            Err(_) => Seen::Later,
        };
        info!(claim = claim.id.0, ?seen, "looked up what came of a tip");
        seen
    }

    async fn find(&self, claim: &Claim) -> Result<Seen, Undelivered> {
        // Zero is no id, and making one of it would panic.
        let channel = ChannelId::new(claim.channel.0.max(1));
        let Channel::Guild(place) = delivery::retried(|| self.http.get_channel(channel)).await?
        else {
            return Ok(Seen::CantTell);
        };
        let me = delivery::retried(|| self.http.get_current_user()).await?.id;
        if !rights::in_channel(&self.http, &place, me).await?.contains(NEEDED) {
            return Ok(Seen::CantTell);
        }
        let since = claim.at.0 - CLOCKS_APART;
        let mut before: Option<DiscordMessageId> = None;
        for _ in 0..MOST_PAGES {
            self.rate_limiter.turn().await;
            let page = GetMessages::new().limit(PAGE);
            let page = before.map_or(page, |before| page.before(before));
            let messages = delivery::retried(|| channel.messages(&self.http, page)).await?;
            if let Some(ours) = messages.iter().find(|message| is_for(message, claim, me)) {
                return Ok(Seen::There(MessageId(ours.id.get())));
            }
            let is_over = messages.len() < usize::from(PAGE);
            let oldest = messages.last();
            if is_over || oldest.is_some_and(|it| it.timestamp.unix_timestamp() < since) {
                return Ok(Seen::NotThere);
            }
            before = oldest.map(|oldest| oldest.id);
        }
        Ok(Seen::CantTell)
    }
}

/// Whether a message was posted for a claim: it is ours, not from long before, and its buttons draft_codec the number.
fn is_for(message: &Message, claim: &Claim, me: UserId) -> bool {
    let since = claim.at.0 - CLOCKS_APART;
    let components = message.components.iter().flat_map(|row| &row.components);
    let mut carried = components.filter_map(|component| match component {
        ActionRowComponent::Button(button) => match &button.data {
            ButtonKind::NonLink { custom_id, .. } => claim_in(custom_id),
            _ => None,
        },
        _ => None,
    });
    message.author.id == me
        && message.timestamp.unix_timestamp() >= since
        && carried.any(|carried| carried == claim.id)
}
