//! What the bot may do in a channel.

use serenity::http::Http;
use serenity::model::channel::GuildChannel;
use serenity::model::id::UserId;
use serenity::model::permissions::Permissions;

use super::delivery::{self, Undelivered};

/// What somebody may do in a channel, as its server has it now.
///
/// # Errors
/// Why Discord does not say.
pub async fn in_channel(
    http: &Http,
    channel: &GuildChannel,
    user: UserId,
) -> Result<Permissions, Undelivered> {
    let guild = delivery::retried(|| http.get_guild(channel.guild_id)).await?;
    let member = delivery::retried(|| http.get_member(channel.guild_id, user)).await?;
    Ok(guild.user_permissions_in(channel, &member))
}
