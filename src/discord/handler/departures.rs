//! Servers that remove the bot and bring it back.

use std::collections::HashSet;

use serenity::model::gateway::Ready;
use serenity::model::id::GuildId;
use tracing::info;

use super::Handler;
use crate::app::TeamError as Error;
use crate::model::ServerId;

impl Handler {
    /// The servers of a shard are known: some may have removed the bot while it was away.
    pub(super) async fn present(&self, ready: &Ready) {
        let present: HashSet<ServerId> =
            ready.guilds.iter().map(|guild| ServerId(guild.id.get())).collect();
        let is_of_shard = |server: ServerId| match ready.shard {
            Some(shard) => {
                (server.0 >> 22) % u64::from(shard.total.max(1)) == u64::from(shard.id.0)
            }
            None => true,
        };
        let teams = self.app.teams();
        match teams.present(&present, is_of_shard).await {
            Ok(0) => (),
            Ok(servers) => {
                self.app.tips().plans_changed().notify_one();
                info!(servers, "servers removed the bot or brought it back meanwhile");
            }
            Err(error) => self.not_noted(&error),
        }
    }

    pub(super) async fn departed(&self, guild: GuildId) {
        match self.app.teams().departed(ServerId(guild.get())).await {
            Ok(true) => {
                self.app.tips().plans_changed().notify_one();
                info!("a server has removed the bot; its tips rest, and it is forgotten later");
            }
            Ok(false) => (),
            Err(error) => self.not_noted(&error),
        }
    }

    pub(super) async fn returned(&self, guild: GuildId) {
        match self.app.teams().returned(ServerId(guild.get())).await {
            Ok(true) => {
                self.app.tips().plans_changed().notify_one();
                info!("a server has brought the bot back");
            }
            Ok(false) => (),
            Err(error) => self.not_noted(&error),
        }
    }

    fn not_noted(&self, error: &Error) {
        let what = "it was not noted that a server removed the bot or brought it back";
        self.monitor.storage_failed(error, what);
    }
}
