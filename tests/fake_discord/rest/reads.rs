//! What can be read of the application, of servers, channels and people.

use serde_json::{Value, json};

use super::{Answer, not_found, snowflake};
use crate::ids::Id;
use crate::objects::role_json;
use crate::refusal::{
    MISSING_ACCESS, Refusal, UNKNOWN_CHANNEL, UNKNOWN_GUILD, UNKNOWN_MEMBER, UNKNOWN_USER,
};
use crate::rights::VIEW_CHANNEL;
use crate::world::{Guild, World};

pub fn handle(world: &World, segments: &[&str]) -> Result<Answer, Refusal> {
    match segments {
        ["gateway"] => Answer::ok(json!({"url": world.gateway_url()})),
        ["gateway", "bot"] => Answer::ok(json!({
            "url": world.gateway_url(), "shards": world.app.shards,
            "session_start_limit": {
                "total": 1000, "remaining": world.app.sessions_left.0,
                "reset_after": world.app.sessions_left.1, "max_concurrency": 1,
            },
        })),
        ["users", "@me"] => Answer::ok(world.own_user_json()),
        ["users", "@me", "guilds"] => {
            let guilds = world.guilds.values().filter(|guild| world.bot_is_in(guild.id));
            let guilds = guilds.map(|guild| {
                json!({"id": guild.id.to_string(), "name": guild.name, "icon": null,
                    "banner": null, "owner": false, "permissions": "0", "features": []})
            });
            Answer::ok(Value::Array(guilds.collect()))
        }
        ["users", user] => {
            let user = snowflake(user)?;
            world.users.get(&user).ok_or(UNKNOWN_USER)?;
            Answer::ok(world.user_json(user))
        }
        ["applications", "@me"] | ["oauth2", "applications", "@me"] => {
            Answer::ok(world.application_json())
        }
        ["channels", channel] => channel_of(world, snowflake(channel)?),
        ["guilds", guild, rest @ ..] => in_guild(world, guild_of(world, snowflake(guild)?)?, rest),
        _ => not_found(),
    }
}

fn channel_of(world: &World, channel: Id) -> Result<Answer, Refusal> {
    let known = world.channels.get(&channel).ok_or(UNKNOWN_CHANNEL)?;
    if world.rights(world.app.bot, channel) & VIEW_CHANNEL == 0 {
        return Err(MISSING_ACCESS);
    }
    Answer::ok(world.channel_json(known))
}

/// A guild that the bot is in; Discord doesn't say whether there are others.
pub fn guild_of(world: &World, guild: Id) -> Result<&Guild, Refusal> {
    let known = world.guilds.get(&guild).ok_or(UNKNOWN_GUILD)?;
    if world.bot_is_in(guild) { Ok(known) } else { Err(UNKNOWN_GUILD) }
}

fn in_guild(world: &World, guild: &Guild, rest: &[&str]) -> Result<Answer, Refusal> {
    match rest {
        [] => Answer::ok(world.guild_json(guild)),
        ["roles"] => Answer::ok(guild.roles.values().map(role_json).collect()),
        ["channels"] => {
            let bot = world.app.bot;
            let seen = world.channels.values().filter(|channel| {
                channel.guild == Some(guild.id) && world.rights(bot, channel.id) & VIEW_CHANNEL != 0
            });
            Answer::ok(seen.map(|channel| world.channel_json(channel)).collect())
        }
        ["members", user] => {
            let user = if *user == "@me" { world.app.bot } else { snowflake(user)? };
            guild.members.get(&user).ok_or(UNKNOWN_MEMBER)?;
            Answer::ok(world.member_json(guild, user))
        }
        _ => not_found(),
    }
}

impl World {
    /// Plain even where REST goes over TLS, since the address is the fake's own to give.
    fn gateway_url(&self) -> String {
        self.address.replacen("http", "ws", 1)
    }
}
