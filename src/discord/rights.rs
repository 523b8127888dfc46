//! What the bot may do in a channel.

use serde_json::{Value, json};
use serenity::http::Route;
use serenity::model::channel::GuildChannel;
use serenity::model::guild::{Member, PartialGuild};
use serenity::model::id::UserId;
use serenity::model::permissions::Permissions;
use serenity::model::user::CurrentUser;

use super::call::Undelivered;
use super::requests::Requests;

/// Who the bot is.
///
/// # Errors
/// Why Discord does not say.
pub async fn bot(requests: &Requests) -> Result<UserId, Undelivered> {
    Ok(requests.get::<CurrentUser>(Route::UserMe).await?.id)
}

/// What somebody may do in a channel, as its server has it now.
///
/// # Errors
/// Why Discord does not say.
pub async fn in_channel(
    requests: &Requests,
    channel: &GuildChannel,
    user_id: UserId,
) -> Result<Permissions, Undelivered> {
    let guild_id = channel.guild_id;
    let guild: PartialGuild = requests.get(Route::Guild { guild_id }).await?;
    let mut member: Value = requests.get(Route::GuildMember { guild_id, user_id }).await?;
    // The library wants it there, and Discord does not say it.
    if let Some(member) = member.as_object_mut() {
        member.insert("guild_id".to_owned(), json!(guild_id));
    }
    let member: Member = serde_json::from_value(member).map_err(|_| Undelivered::NoConnection)?;
    Ok(guild.user_permissions_in(channel, &member))
}
