//! A look into the channel of a claim: is its tip there?

use std::time::Duration;

use jiff::Timestamp;
use serenity::http::Route;
use serenity::model::application::{ActionRowComponent, ButtonKind};
use serenity::model::channel::{Channel, Message};
use serenity::model::id::{ChannelId, MessageId as DiscordMessageId};
use serenity::model::permissions::Permissions;
use tracing::{info, warn};

use super::TipPoster;
use crate::app::claim_in;
use crate::discord::call::Undelivered;
use crate::discord::{delivery, rights};
use crate::model::{ChannelId as StoredChannel, MessageId};
use crate::tips::{Claim, ClaimId, DueTip, Seen};

/// How long a look may take: the one who looks may still post, and all of it ends before the claim is free again.
const LOOK: Duration = Duration::from_secs(25);
/// Messages that come at a time.
const PAGE: u8 = 100;
/// Pages that are looked through.
const MOST_PAGES: usize = 10;
/// Seconds by which our clock may be ahead of Discord's.
const CLOCKS_APART: i64 = 600;
/// A tip that is this many seconds late may have been posted by somebody whose database was replaced since.
const LATE: i64 = 120;
const DAY: i64 = 86_400;
/// Without these an empty list of messages says nothing.
const NEEDED: Permissions = Permissions::VIEW_CHANNEL.union(Permissions::READ_MESSAGE_HISTORY);

impl TipPoster {
    /// Looks whether the tip of a claim is in its channel.
    pub(super) async fn look(&self, claim: &Claim) -> Seen {
        let since = claim.at.0 - CLOCKS_APART;
        let is_for = |message: &Message| claim_of(message) == Some(claim.id);
        let seen = self.found(claim.channel, since, is_for).await;
        info!(claim = claim.id.0, ?seen, "looked up what came of a tip");
        seen
    }

    /// Looks for the tip of a day that is late: a backup that was restored does not know of it.
    pub(super) async fn earlier(&self, due: &DueTip) -> Seen {
        let Some(at) = due.plan.schedule.moment(due.day) else { return Seen::NotThere };
        if self.clock.now().0 - at.as_second() <= LATE {
            return Seen::NotThere;
        }
        let zone = due.plan.schedule.zone.rules();
        let is_of_day = |message: &Message| {
            let posted = Timestamp::from_second(message.timestamp.unix_timestamp());
            claim_of(message).is_some()
                && posted.is_ok_and(|posted| zone.to_datetime(posted).date() == due.day)
        };
        let seen = self.found(due.plan.channel, at.as_second() - DAY, is_of_day).await;
        info!(?seen, "looked whether the tip of a late day is there already");
        seen
    }

    /// Looks for a message of ours, not older than `since`.
    async fn found(
        &self,
        channel: StoredChannel,
        since: i64,
        is_it: impl Fn(&Message) -> bool,
    ) -> Seen {
        match tokio::time::timeout(LOOK, self.find(channel, since, is_it)).await {
            Ok(Ok(seen)) => seen,
            Ok(Err(Undelivered::Gone | Undelivered::Forbidden(_))) => Seen::Closed,
            Ok(Err(error)) => {
                warn!(%error, "a tip could not be looked up");
                Seen::Later
            }
            Err(_) => Seen::Later,
        }
    }

    async fn find(
        &self,
        channel: StoredChannel,
        since: i64,
        is_it: impl Fn(&Message) -> bool,
    ) -> Result<Seen, Undelivered> {
        // Zero is not an id, and making one of it would panic.
        let channel = ChannelId::new(channel.0.max(1));
        let place = self.requests().get(Route::Channel { channel_id: channel }).await?;
        let Channel::Guild(place) = place else { return Ok(Seen::CantTell) };
        let me = rights::bot(self.requests()).await?;
        if !rights::in_channel(self.requests(), &place, me).await?.contains(NEEDED) {
            return Ok(Seen::CantTell);
        }
        let mut before: Option<DiscordMessageId> = None;
        for _ in 0..MOST_PAGES {
            self.turn().await;
            let from = before.map(|before| ("before", before));
            let messages = delivery::messages(self.requests(), channel, PAGE, from).await?;
            if let Some(ours) = messages.iter().find(|message| {
                message.author.id == me
                    && message.timestamp.unix_timestamp() >= since
                    && is_it(message)
            }) {
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

/// The claim for which a message was posted: its buttons carry the number.
fn claim_of(message: &Message) -> Option<ClaimId> {
    let components = message.components.iter().flat_map(|row| &row.components);
    let mut carried = components.filter_map(|component| match component {
        ActionRowComponent::Button(button) => match &button.data {
            ButtonKind::NonLink { custom_id, .. } => claim_in(custom_id),
            _ => None,
        },
        _ => None,
    });
    carried.next()
}
