//! Events as they come in from the gateway.

use std::sync::Arc;

use serenity::async_trait;
use serenity::client::{Context, EventHandler};
use serenity::model::application::Interaction;
use serenity::model::channel::Message;
use serenity::model::event::{MessageUpdateEvent, ResumedEvent};
use serenity::model::gateway::Ready;
use serenity::model::guild::{Guild, UnavailableGuild};
use serenity::model::id::{ChannelId, GuildId, MessageId};
use tracing::error;

use super::Handler;
use super::drafts::Sighting;

/// Hands events on to the bot, each on its own.
pub struct Events(pub Arc<Handler>);

#[async_trait]
impl EventHandler for Events {
    async fn ready(&self, ctx: Context, ready: Ready) {
        self.0.monitor.connected(ctx.shard_id.0, false);
        self.0.present(&ready).await;
    }

    async fn guild_create(&self, _: Context, guild: Guild, is_new: Option<bool>) {
        if is_new == Some(true) {
            self.0.returned(guild.id).await;
        }
    }

    async fn guild_delete(&self, _: Context, guild: UnavailableGuild, _: Option<Guild>) {
        // One that is unavailable has trouble, and comes back by itself.
        if !guild.unavailable {
            self.0.departed(guild.id).await;
        }
    }

    async fn resume(&self, ctx: Context, _: ResumedEvent) {
        self.0.monitor.connected(ctx.shard_id.0, true);
    }

    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        self.0.interaction(&ctx, interaction).await;
    }

    async fn message(&self, ctx: Context, message: Message) {
        self.see(ctx, self.0.drafts.posted(&message)).await;
    }

    async fn message_update(
        &self,
        ctx: Context,
        _: Option<Message>,
        _: Option<Message>,
        event: MessageUpdateEvent,
    ) {
        self.see(ctx, self.0.drafts.edited(&event)).await;
    }

    async fn message_delete(
        &self,
        ctx: Context,
        channel: ChannelId,
        message: MessageId,
        guild: Option<GuildId>,
    ) {
        self.see(ctx, self.0.drafts.deleted(channel, message, guild)).await;
    }

    async fn message_delete_bulk(
        &self,
        ctx: Context,
        channel: ChannelId,
        messages: Vec<MessageId>,
        guild: Option<GuildId>,
    ) {
        for message in messages {
            self.see(ctx.clone(), self.0.drafts.deleted(channel, message, guild)).await;
        }
    }
}

impl Events {
    async fn see(&self, ctx: Context, sighting: Option<Sighting>) {
        let Some(sighting) = sighting else { return };
        let event = self.0.sighted(&ctx, &sighting);
        if self.0.work.handle(event).await.is_err() {
            error!("our code broke on a message");
        }
    }
}
